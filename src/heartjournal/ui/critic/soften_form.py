"""Asks in place for the kinder line of a phrase that was just kept; leaving it empty is as good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heartjournal.ui.phrases.kinder_words import kinder_question
from heartjournal.ui.widgets import Button, ButtonKind, Field, FlowLayout, TextLabel
from heartjournal.ui.widgets.announcement import announce

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from heartjournal.ui.theme import Theme


class SoftenForm(QWidget):
    """A question, a field and two buttons.

    Attributes:
        written: Enter was pressed, or the line is to be kept; `words` has it.
        left: it is to stay without one.
    """

    written = Signal()
    left = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        question = kinder_question()
        self._field = Field(theme, compact=True)
        self._field.setAccessibleName(question)
        self._keep = Button(theme, self.tr("Keep this line"), small=True)
        self._leave = Button(theme, self.tr("Without one"), kind=ButtonKind.QUIET, small=True)
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=theme.space(1))
        flow.addWidget(self._keep)
        flow.addWidget(self._leave)
        column = QVBoxLayout(self)
        reach = theme.size("ringReach")
        column.setContentsMargins(0, 0, 0, reach)
        column.setSpacing(theme.space(2))
        column.addWidget(TextLabel(theme, question, style="small", role="ink2", wrap=True))
        column.addWidget(self._field)
        column.addWidget(buttons)
        self._field.submitted.connect(self.written)
        self._keep.clicked.connect(self.written)
        self._leave.clicked.connect(self.left)

    @property
    def words(self) -> str:
        """What is written; nothing where there are only blanks."""
        words = self._field.text()
        return words if words.strip() else ""

    def take_focus(self) -> None:
        """Put the caret where the line is written."""
        # By a shortcut the line would be selected, and the next key would overwrite it.
        self._field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_trouble(self, words: str) -> None:
        """Say below the field why its line is not kept."""
        self._field.set_note(words)
        announce(self, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it without a line; no letter typed here is a key of the suggestion."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        event.accept()
