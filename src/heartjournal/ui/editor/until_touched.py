"""Waits for the next key or click, wherever in the program it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

if TYPE_CHECKING:
    from collections.abc import Callable

_TOUCHES = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress})
_HELD = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr})


class UntilTouched(QObject):
    """Calls `then` once, at the next key that is pressed or button of the mouse; it changes nothing of either."""

    def __init__(self, then: Callable[[], None], *, parent: QObject) -> None:
        super().__init__(parent)
        self._then = then
        self._is_waiting = False

    def wait(self) -> None:
        """Begin to wait."""
        application = QCoreApplication.instance()
        if application is not None and not self._is_waiting:
            self._is_waiting = True
            application.installEventFilter(self)

    def stop(self) -> None:
        """Wait no more, and call nothing."""
        application = QCoreApplication.instance()
        if application is not None and self._is_waiting:
            self._is_waiting = False
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the touch and let it go where it goes."""
        if event.type() in _TOUCHES and getattr(event, "key", lambda: None)() not in _HELD:
            self.stop()
            self._then()
        return super().eventFilter(watched, event)
