"""A dashed chip that opens a line for a person's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heartjournal.ui.widgets import Chip, Field

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QKeyEvent

    from heartjournal.ui.theme import Theme


class OwnWords(QWidget):
    """The line, hidden until its chip is pressed; `chip` is laid out by whoever owns the row of chips.

    What stands in the line belongs to the answer already, Enter or not: `words` has it, and closing gives it away.

    Attributes:
        written: Enter was pressed on words; the line is empty again and stays open.
        left_standing: the line was closed with words in it, which nobody made up with Enter; it is empty again.
        typed: the words so far, for who wants to offer some.
        closed: Esc was pressed or the chip again; the line is hidden.
    """

    written = Signal(str)
    left_standing = Signal(str)
    typed = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, *, offer: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chip = Chip(theme, offer, dashed=True, icon="plus")
        self.chip.clicked.connect(self._open_or_close)
        self._field = Field(theme, compact=True)
        self._field.setAccessibleName(name)
        self._field.setPlaceholderText(name)
        self._field.submitted.connect(self._submit)
        self._field.textChanged.connect(self.typed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._field)
        self.hide()

    @property
    def words(self) -> str:
        """What stands in the line, with single blanks; "" when there is nothing."""
        return " ".join(self._field.text().split())

    def open(self) -> None:
        """Show the line and give it the keyboard."""
        self.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Empty the line."""
        self._field.clear()

    def close_line(self) -> None:
        """Hide the line, give away what stands in it, and give the keyboard to its chip."""
        self._give(self.left_standing)
        self.hide()
        self.chip.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the line and nothing else."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_line()
        else:
            super().keyPressEvent(event)

    def _open_or_close(self) -> None:
        if self.isHidden():
            self.open()
        else:
            self.close_line()

    def _submit(self) -> None:
        self._give(self.written)

    def _give(self, taken: SignalInstance) -> None:
        words = self.words
        if words:
            self._field.clear()
            taken.emit(words)
