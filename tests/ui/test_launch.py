"""What has been loaded by the time Unlock is on the screen, asked of a process of its own."""

import json
import subprocess
import sys

import pytest

NOT_YET = (
    "heartjournal.journal",
    "heartjournal.vault",
    "heartjournal.exchange",
    "heartjournal.rendering",
    "cryptography",
    "keyring",
    "sqlcipher3",
    "sqlite3",
    "markdown",
    "nh3",
    "zxcvbn",
)
QT = {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtSvg"}

LAUNCH = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from heartjournal.model.clock import SystemClock
from heartjournal.preferences import Preferences
from heartjournal.ui.app import App
from heartjournal.ui.doorway import Doorway

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not painted:
            painted.extend(sys.modules)
            app.window.close()
        return False

def never(passphrase):
    raise AssertionError("nothing is opened before a passphrase is typed")

painted = []
doorway = Doorway(Path("nowhere"), is_new=False, opener=never, creator=never)
app = App(doorway=doorway, clock=SystemClock(), preferences=Preferences(), save_preferences=lambda _: None,
          after_paint=lambda: None)
begin = app.window.begin
watch = Watch()
def begin_and_watch():
    begin()
    app.window.stage.installEventFilter(watch)
    LOADED
app.window.begin = begin_and_watch
app.run()
print(json.dumps([type(app.window.stage).__name__, painted]))
"""


def loaded_at_first_paint(*, also: str = "pass") -> set[str]:
    """The modules loaded when Unlock is first painted, with a line of Python run just before that."""
    finished = subprocess.run(
        [sys.executable, "-c", LAUNCH.replace("LOADED", also)], capture_output=True, text=True, timeout=60, check=False
    )
    assert finished.returncode == 0, finished.stderr
    stage, modules = json.loads(finished.stdout)
    assert stage == "Unlock"
    return set(modules)


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    return loaded_at_first_paint()


def early(modules: set[str]) -> set[str]:
    """Which of these should have come later."""
    return {name for name in modules if any(name == late or name.startswith(f"{late}.") for late in NOT_YET)}


def test_nothing_that_opening_a_journal_needs_is_loaded_before_the_first_paint(loaded: set[str]) -> None:
    assert not early(loaded)


def test_of_qt_only_what_a_window_needs_is_loaded_before_the_first_paint(loaded: set[str]) -> None:
    assert {name for name in loaded if name.startswith("PySide6.Q")} <= QT


def test_a_door_that_is_loaded_too_early_is_noticed() -> None:
    assert {"heartjournal.journal", "heartjournal.vault", "sqlcipher3"} <= early(
        loaded_at_first_paint(also="import heartjournal.journal")
    )
