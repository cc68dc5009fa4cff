"""A small form for a sentence that a person knows by heart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.ui.widgets import Button, ButtonKind, Card, Field, FlowLayout, TextLabel
from heartjournal.ui.widgets.announcement import announce

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from heartjournal.ui.theme import Theme


class AddingForm(QWidget):
    """One field in a card, at the head of the room.

    Attributes:
        added: carries the words that are to be kept.
        left: nothing is to be added now.
    """

    added = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = Field(theme, label=self.tr("A sentence you know by heart"))
        self._keep = Button(theme, self.tr("Keep it"), kind=ButtonKind.PRIMARY)
        leave = Button(theme, self.tr("Not now"), kind=ButtonKind.QUIET)
        line = self.tr(
            "As it sounds in you. Pages it stands in are found, those already written as well. Sentences are found by "
            "themselves in English only; what you add here is found in every language."
        )
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=theme.space(2))
        flow.addWidget(self._keep)
        flow.addWidget(leave)
        card = Card(theme)
        card.setMaximumWidth(theme.scaled("criticFormWidth"))
        card.body.addWidget(self._field)
        card.body.addWidget(TextLabel(theme, line, style="small", role="ink2", wrap=True))
        card.body.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.size("criticRangeAbove"), 0, 0)
        row = QHBoxLayout()
        row.addWidget(card, 1000)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self._field.submitted.connect(self._add)
        self._keep.clicked.connect(self._add)
        leave.clicked.connect(self.left)

    def take_focus(self) -> None:
        """Put the caret in the field; what was typed before stays, and is not selected."""
        self._field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_trouble(self, words: str) -> None:
        """Say below the field why its sentence is not kept."""
        self._field.set_note(words)
        announce(self, words)

    def forget(self) -> None:
        """Let go of what is typed."""
        self._field.clear()
        self._field.set_note("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        words = self._field.text().strip()
        if any(letter.isalnum() for letter in words):
            self.added.emit(words)
        else:
            self._field.set_note(self.tr("There is no word in this yet."))
            self._field.line.setFocus(Qt.FocusReason.OtherFocusReason)
