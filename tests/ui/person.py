"""The person in front of a screen: keys go where the focus is, and what is asked for is found by what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NO_MODIFIER = Qt.KeyboardModifier.NoModifier

W = TypeVar("W", bound=QWidget)


class Person:
    """Looks at one shown and active screen, types on its keyboard and presses its buttons."""

    def __init__(self, screen: QWidget, qtbot: QtBot) -> None:
        self._screen = screen
        self._qtbot = qtbot

    def sit_down(self, *, width: int = 1280, height: int = 800) -> None:
        """Show the screen and wait until keys reach it."""
        self._screen.resize(width, height)
        self._screen.show()
        self._screen.activateWindow()
        self._qtbot.waitUntil(self._screen.isActiveWindow)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Press a key where the focus is."""
        self._qtbot.keyClick(self.focus, key, modifiers)

    def type_in(self, words: str) -> None:
        """Type where the focus is."""
        self._qtbot.keyClicks(self.focus, words)

    def paste(self, words: str) -> None:
        """Put words in where the focus is, as out of another program; no keyboard has all of them."""
        QGuiApplication.clipboard().setText(words)
        self.press(Qt.Key.Key_V, CONTROL)
        QGuiApplication.clipboard().clear()

    @property
    def focus(self) -> QWidget:
        """What has the focus, else the screen itself."""
        return QApplication.focusWidget() or self._screen

    def has_focus(self, widget: QWidget) -> bool:
        """Whether keys go to it."""
        return self.focus is widget

    def part(self, kind: type[W]) -> W:
        """The one visible part of a kind."""
        found = [part for part in self._screen.findChildren(kind) if part.isVisible()]
        assert len(found) == 1, f"{len(found)} visible {kind.__name__}"
        return found[0]

    def button(self, words: str) -> QAbstractButton:
        """The visible button that says this."""
        found = [button for button in self._buttons() if words in (button.text(), button.accessibleName())]
        assert len(found) == 1, f"{len(found)} visible buttons say {words!r}"
        return found[0]

    def can_press(self, words: str) -> bool:
        """Whether there is a visible button that says this."""
        return any(words in (button.text(), button.accessibleName()) for button in self._buttons())

    def click(self, words: str) -> None:
        """Press a button with the pointer."""
        self._qtbot.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def read(self) -> str:
        """Every word of a label that is shown, one label a line."""
        labels = self._screen.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible() and label.text())

    def wait_to_read(self, words: str) -> None:
        """Wait until a label says this."""
        self._qtbot.waitUntil(lambda: words in self.read())

    def _buttons(self) -> list[QAbstractButton]:
        return [button for button in self._screen.findChildren(QAbstractButton) if button.isVisible()]
