"""What is left on the disk when a folder was chosen, looked for in the whole home of a process that ended."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.leaks.canaries import canary, leaks_below

if TYPE_CHECKING:
    from pathlib import Path

_CHOOSE = """
import sys
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from heartjournal.ui.file_dialog import ask_for_folder, ask_for_new_file

application = QApplication(["heartjournal"])
window = QWidget()
window.show()
chosen = []

def ours():
    return ask_for_folder(window, "Old pages", then=lambda path: chosen.append(str(path)))

def new():
    return ask_for_new_file(
        window, "Save", suggested="letter.pdf", kind="PDF (*.pdf)", then=lambda path: chosen.append(str(path))
    )

def plain():
    dialog = QFileDialog(window, "Old pages")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.fileSelected.connect(chosen.append)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog

def as_where_settings_have_no_file():
    QSettings.setPath = lambda *_where: None
    return ours()

dialog = locals()[sys.argv[2]]()
dialog.destroyed.connect(application.quit)
dialog.setDirectory(sys.argv[1])
QTimer.singleShot(0, dialog.accept)
application.exec()
print(*chosen)
"""


def choose(folder: Path, *, home: Path, by: str, name: str = "") -> None:
    """Choose a folder, or a file of that name in it, in a process of its own, with a home of its own."""
    home.mkdir()
    places = {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "TMPDIR")}
    done = subprocess.run(
        [sys.executable, "-c", _CHOOSE, str(folder), by],
        env={**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.strip() == str(folder / name)


def test_a_folder_that_was_chosen_leaves_no_trace(tmp_path: Path) -> None:
    word = canary("d")
    (tmp_path / word).mkdir()
    choose(tmp_path / word, home=tmp_path / "home", by="ours")
    assert leaks_below(tmp_path / "home", [word]) == []
    assert not list((tmp_path / "home").rglob("QtProject*"))


def test_neither_does_the_place_of_a_new_file(tmp_path: Path) -> None:
    word = canary("d")
    (tmp_path / word).mkdir()
    choose(tmp_path / word, home=tmp_path / "home", by="new", name="letter.pdf")
    assert leaks_below(tmp_path / "home", [word]) == []
    assert not list((tmp_path / "home").rglob("QtProject*"))


def test_it_leaves_none_either_where_settings_are_no_file(tmp_path: Path) -> None:
    word = canary("d")
    (tmp_path / word).mkdir()
    choose(tmp_path / word, home=tmp_path / "home", by="as_where_settings_have_no_file")
    assert leaks_below(tmp_path / "home", [word]) == []
    assert list((tmp_path / "home").rglob("QtProject*"))


def test_qt_s_own_way_of_asking_is_caught(tmp_path: Path) -> None:
    word = canary("d")
    (tmp_path / word).mkdir()
    choose(tmp_path / word, home=tmp_path / "home", by="plain")
    assert leaks_below(tmp_path / "home", [word])
