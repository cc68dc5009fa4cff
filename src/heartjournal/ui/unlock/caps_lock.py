"""Whether Caps Lock seems to be on, told from the keys themselves since Qt cannot ask the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent


class CapsLockWatch(QObject):
    """Watches the keys that reach a field and takes none of them.

    A letter in upper case without Shift, or in lower case with it, gives Caps Lock away; a press of the Caps Lock key
    makes everything uncertain again until the next letter.

    Attributes:
        changed: when `is_on` has changed.
    """

    changed = Signal()

    def __init__(self, field: QObject, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_on = False
        field.installEventFilter(self)

    @property
    def is_on(self) -> bool:
        """Whether the last letter told so; False where nothing is known."""
        return self._is_on

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at a key on its way to the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            seems_on = _seems_on(event)
            if seems_on is not None and seems_on != self._is_on:
                self._is_on = seems_on
                self.changed.emit()
        return super().eventFilter(watched, event)


def _seems_on(event: QKeyEvent) -> bool | None:
    """What one key tells; None where it tells nothing, as digits and scripts without case do."""
    if event.key() == Qt.Key.Key_CapsLock:
        return False
    letter = event.text()
    if len(letter) != 1 or letter.upper() == letter.lower():
        return None
    with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return letter.isupper() != with_shift
