"""A person at the keyboard of the real program: presses the keys it is told to, and tells what is to be seen.

It lives in the program's process, reads commands from standard input and answers on standard output, one line of JSON
each. It changes nothing in the program and reaches into nothing but what is on the screen.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QListView, QMenu, QTextEdit, QWidget

from heartjournal.ui.app import application
from heartjournal.ui.window import Window
from tests.stories import later, sabotage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QAction, QWindow

# Five keys a second.
_PACE_MILLISECONDS = 200
_LOOKS_MILLISECONDS = 10
_LONGEST_SECONDS = 30


class Hand(QObject):
    """One command at a time; typing on goes beside them and tells each key with its time (`time.monotonic`)."""

    def __init__(self, program: QApplication) -> None:
        super().__init__(program)
        self._heard = b""
        self._to_type = ""
        self._typed = 0
        self._awaited: dict[str, str] = {}
        self._gone = ""
        self._until = 0.0
        self._typist = QTimer(self, interval=_PACE_MILLISECONDS, timerType=Qt.TimerType.PreciseTimer)
        self._typist.timeout.connect(self._type_next)
        self._eyes = QTimer(self, interval=_LOOKS_MILLISECONDS)
        self._eyes.timeout.connect(self._look_again)
        self._ears = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
        self._ears.activated.connect(self._listen)
        program.installEventFilter(self)
        self._commands: dict[str, Callable[..., None]] = {
            "press": self._press,
            "type": self._type,
            "type_on": self._type_on,
            "see": self._see,
        }
        _say({"process": os.getpid()})

    @classmethod
    def seated(cls) -> Hand:
        """A hand in this process, on the day of the story, with whatever it breaks on purpose broken."""
        later.go_there()
        sabotage.commit()
        return cls(application())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of a window that nobody asked for: a part that is shown before it has its place takes the keyboard."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self._expect(watched)
        return False

    def _expect(self, shown: QWidget) -> None:
        if not isinstance(shown, Window | QMenu):
            sys.stderr.write(f"{type(shown).__name__} was a window of its own.\n")

    def _listen(self) -> None:
        heard = os.read(0, 65536)
        if not heard:
            self._ears.setEnabled(False)
            QApplication.quit()
        *lines, self._heard = (self._heard + heard).split(b"\n")
        for line in lines:
            command = json.loads(line)
            self._commands[command.pop("do")](**command)

    def _press(self, keys: str) -> None:
        QTest.keySequence(_in_front(), QKeySequence(keys))
        _say({"pressed": keys})

    def _type(self, words: str) -> None:
        for letter in words:
            _strike(letter)
        _say({"typed": len(words)})

    def _type_on(self, words: str) -> None:
        self._to_type, self._typed = words, 0
        self._typist.start()

    def _type_next(self) -> None:
        _strike(self._to_type[self._typed])
        self._typed += 1
        _say({"key": self._typed, "at": time.monotonic()})
        if self._typed == len(self._to_type):
            self._typist.stop()

    def _see(self, awaited: dict[str, str], gone: str) -> None:
        self._awaited, self._gone, self._until = awaited, gone, time.monotonic() + _LONGEST_SECONDS
        self._eyes.start()

    def _look_again(self) -> None:
        seen = _look()
        there = all(part in seen[where] for where, part in self._awaited.items())
        there = there and not (self._gone and self._gone in seen["words"])
        if there or time.monotonic() > self._until:
            self._eyes.stop()
            _say({"seen": seen, "there": there})


def _strike(letter: str) -> None:
    """Press the key of a letter of ASCII, as the system tells of it: not to a widget, but to the window."""
    QTest.keyClick(_in_front(), ord(letter))


def _say(said: dict[str, Any]) -> None:
    os.write(1, json.dumps(said).encode() + b"\n")


def _window() -> Window | None:
    shown = (widget for widget in QApplication.topLevelWidgets() if widget.isVisible())
    return next((widget for widget in shown if isinstance(widget, Window)), None)


def _in_front() -> QWindow:
    """Where the keyboard goes; a menu that is open takes the keys from there by itself."""
    window = QGuiApplication.focusWindow()
    if window is None:
        raise LookupError("No window has the keyboard.")
    return window


def _look() -> dict[str, Any]:
    """What is on the screen: the stage, all words, and what has the keyboard with its words and how many are marked."""
    window, menu, focused = _window(), QApplication.activePopupWidget(), QApplication.focusWidget()
    if isinstance(menu, QMenu):
        actions = [action.text() for action in menu.actions()]
        on = cast("QAction | None", menu.activeAction())
        return _seen("menu", actions, focus=on.text() if on else "")
    shown = [widget for widget in window.findChildren(QWidget) if widget.isVisible()] if window else []
    return _seen(
        type(window.stage).__name__ if window else "",
        map(_words_of, shown),
        focus=_name_of(focused) if focused else "",
        field=_words_of(focused) if focused else "",
        marked=len(focused.selectedText()) if isinstance(focused, QLineEdit) else 0,
    )


def _seen(stage: str, words: Iterable[str], *, focus: str, field: str = "", marked: int = 0) -> dict[str, Any]:
    return {"stage": stage, "words": "\n".join(filter(None, words)), "focus": focus, "field": field, "marked": marked}


def _name_of(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def _words_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text() or widget.accessibleName()
    if isinstance(widget, QLineEdit):
        return widget.displayText()
    if isinstance(widget, QTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QListView):
        rows = (widget.model().index(row, 0) for row in range(widget.model().rowCount()))
        return "\n".join(str(row.data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows)
    return ""
