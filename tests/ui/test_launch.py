"""What has been loaded by the time Unlock is on the screen, asked of a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

NOT_YET = (
    "heartjournal.cli.verbs",
    "heartjournal.exchange",
    "heartjournal.journal",
    "heartjournal.rendering",
    "heartjournal.vault",
    "heartjournal.ui.editor",
    "heartjournal.ui.grounding",
    "heartjournal.ui.open_journal",
    "heartjournal.ui.pages",
    "heartjournal.ui.practices",
    "heartjournal.ui.settings",
    "heartjournal.ui.shell",
    "heartjournal.ui.today",
    "heartjournal.ui.unlock.begin_page",
    "heartjournal.ui.unlock.first_run",
    "heartjournal.ui.unlock.passphrase_page",
    "cryptography",
    "keyring",
    "sqlcipher3",
    "sqlite3",
    "markdown",
    "nh3",
    "zxcvbn",
    "subprocess",
    "tomllib",
    "uuid",
)
QT = {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtSvg"}
# PySide sets up a class of Qt when it is first named, and the enums in it one value at a time. It sets up every
# subclass there is when it is handed an object that Qt made itself (`viewport()`, `style()`).
NEEDED_BY_NONE = {"QTableWidget", "QStyle", "QGradient", "QIcon"}

LAUNCH = """
import gc, json, sys
from heartjournal import __main__ as program

seen, windows, fonts, sheets = {}, [], [], []
load, ways_in = program.load_the_door, program.doorway

def look():
    from PySide6 import QtGui, QtWidgets
    seen.update(modules=sorted(sys.modules), classes=sorted({*vars(QtGui), *vars(QtWidgets)}))
    seen.update(fonts=list(fonts), sheets=len(sheets), stage=type(windows[0].stage).__name__)

def watched(*where, **how):
    # Asked for when the program's parts are there and its window is not.
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QFontDatabase
    from PySide6.QtWidgets import QApplication
    from heartjournal.ui.app import App

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint and not seen:
                look()
            return False

    def watch_and_show(app):
        begin, watch = app.window.begin, Watch(app.window)
        windows.append(app.window)
        def begin_and_watch():
            begin()
            app.window.stage.installEventFilter(watch)
            LOADED
        app.window.begin = begin_and_watch
        show(app)

    show, add_font, set_sheet = App.show, QFontDatabase.addApplicationFont, QApplication.setStyleSheet
    App.show = watch_and_show
    QFontDatabase.addApplicationFont = lambda path: (fonts.append(path), add_font(path))[1]
    QApplication.setStyleSheet = lambda self, sheet: (sheets.append(sheet), set_sheet(self, sheet))[1]
    return ways_in(*where, **how)

def load_and_close():
    from PySide6.QtCore import QMetaObject, Qt
    load()
    QMetaObject.invokeMethod(windows[0], "close", Qt.ConnectionType.QueuedConnection)

program.doorway, program.load_the_door = watched, load_and_close
sys.argv = ["heartjournal", "--journal", sys.argv[1]]
status = program.main()
print(json.dumps({**seen, "status": status, "later": sorted(sys.modules), "collects": gc.isenabled()}))
"""


@dataclass(frozen=True)
class Launch:
    """What a start of the program had loaded at the first paint, and `later`, before it was left."""

    modules: frozenset[str]
    classes: frozenset[str]
    fonts: tuple[str, ...]
    sheets: int
    later: frozenset[str]
    collects: bool


def launch(folder: Path, *, also: str = "pass") -> Launch:
    """Start the program up to Unlock, with a line of Python run just before that is painted, and leave it."""
    folder.mkdir()
    (folder / "vault.json").touch()  # enough to be taken for a journal
    finished = subprocess.run(
        [sys.executable, "-c", LAUNCH.replace("LOADED", also), str(folder)],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert finished.returncode == 0, finished.stderr
    found: dict[str, Any] = json.loads(finished.stdout)
    assert (found["stage"], found["status"]) == ("Unlock", 0)
    return Launch(
        modules=frozenset(found["modules"]),
        classes=frozenset(found["classes"]),
        fonts=tuple(found["fonts"]),
        sheets=found["sheets"],
        later=frozenset(found["later"]),
        collects=found["collects"],
    )


@pytest.fixture(scope="module")
def launched(tmp_path_factory: pytest.TempPathFactory) -> Launch:
    return launch(tmp_path_factory.mktemp("launch") / "journal")


def early(modules: frozenset[str]) -> set[str]:
    """Which of these should have come later."""
    return {name for name in modules if any(name == late or name.startswith(f"{late}.") for late in NOT_YET)}


def test_nothing_that_opening_a_journal_needs_is_loaded_before_the_first_paint(launched: Launch) -> None:
    assert not early(launched.modules)


def test_what_opening_a_journal_needs_is_loaded_after_the_first_paint(launched: Launch) -> None:
    assert {"heartjournal.journal", "heartjournal.vault", "sqlcipher3", "cryptography"} <= launched.later


def test_of_qt_only_what_a_window_needs_is_loaded_before_the_first_paint(launched: Launch) -> None:
    assert {name for name in launched.modules if name.startswith("PySide6.Q")} <= QT


def test_no_class_of_qt_is_set_up_for_nothing_before_the_first_paint(launched: Launch) -> None:
    assert not launched.classes & NEEDED_BY_NONE


def test_each_font_is_loaded_once_and_the_style_sheet_set_once_before_the_first_paint(launched: Launch) -> None:
    assert len(launched.fonts) == len(set(launched.fonts)) == 6
    assert launched.sheets == 1


def test_garbage_is_collected_again_after_the_first_paint(launched: Launch) -> None:
    assert launched.collects


def test_a_door_that_is_loaded_too_early_is_noticed(tmp_path: Path) -> None:
    too_early = launch(tmp_path / "journal", also="import heartjournal.journal")
    assert {"heartjournal.journal", "heartjournal.vault", "sqlcipher3"} <= early(too_early.modules)


def test_an_object_of_qts_own_that_is_asked_for_too_early_is_noticed(tmp_path: Path) -> None:
    too_early = launch(tmp_path / "journal", also="QApplication.style()")
    assert "QStyle" in too_early.classes & NEEDED_BY_NONE
