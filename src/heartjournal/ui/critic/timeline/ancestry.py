"""Notices that a widget, or anything it lies in, is moved or grows, for what stands beside it in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_MOVING = frozenset({QEvent.Type.Move, QEvent.Type.Resize})


class Ancestry(QObject):
    """Watches only while it is asked to.

    Signals:
        moved: once for all that was moved in one turn, when everything has its new place.
    """

    moved = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._watched: list[QWidget] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.moved)

    def watch(self) -> None:
        """Begin, or go on."""
        if self._watched:
            return
        part: QWidget | None = self._widget
        while part is not None:
            part.installEventFilter(self)
            self._watched.append(part)
            part = None if part.isWindow() else part.parentWidget()

    def moved_soon(self) -> None:
        """Something else than a place has changed, as the size of the letters."""
        self._soon.start()

    def rest(self) -> None:
        """Stop watching."""
        for part in self._watched:
            if isValid(part):  # a window may go before what is in it
                part.removeEventFilter(self)
        self._watched = []
        self._soon.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let everything pass."""
        if event.type() in _MOVING:
            self._soon.start()
        return super().eventFilter(watched, event)
