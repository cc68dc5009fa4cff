"""What is shown in place of a sealed letter before its day, and the way to open it all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.ui.letters.words import day_words
from heartjournal.ui.widgets import Button, ButtonKind, IconLabel, TextLabel
from heartjournal.ui.widgets.lit_page import centred

if TYPE_CHECKING:
    from datetime import date

    from heartjournal.model.letter import LetterLine
    from heartjournal.ui.theme import Theme


class SealedPage(QWidget):
    """Shows the title and the date, never a word.

    Attributes:
        opening_wanted: it is to be opened now.
        closed: it stays closed.
    """

    opening_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = TextLabel(theme, style="title", wrap=True)
        self._text = TextLabel(theme, role="ink2", wrap=True)
        self._stay = Button(theme, self.tr("Leave it closed"), kind=ButtonKind.PRIMARY)
        self._stay.clicked.connect(self.closed)
        open_now = Button(theme, self.tr("Open it now"), icon="mail-open")
        open_now.clicked.connect(self.opening_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(2))
        buttons.addStretch(1)
        buttons.addWidget(self._stay)
        buttons.addWidget(open_now)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(theme.space(3))
        column.addStretch(1)
        column.addWidget(IconLabel(theme, "lock", size=theme.size("emptyIcon")), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._heading, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setMaximumWidth(theme.scaled("emptyWidth"))
            column.addLayout(centred(label))
        column.addSpacing(theme.space(3))
        column.addLayout(buttons)
        column.addStretch(2)

    def show_letter(self, line: LetterLine, *, today: date) -> None:
        """Say until when it is closed, and what opening it now does."""
        until = day_words(line.next_on, today=today) if line.next_on else ""
        named = self.tr("“{title}” is sealed").format(title=line.title)
        self._heading.setText(named if line.title else self.tr("This letter is sealed"))
        words = self.tr(
            "You asked that it stay closed until {day}. Opened now, it can be read, searched and found from here on, "
            "and it still comes back on that day. It cannot be sealed again."
        )
        self._text.setText(words.format(day=until))

    def take_focus(self) -> None:
        """Wait on leaving it closed."""
        self._stay.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear(self) -> None:
        """Drop the title."""
        self._heading.setText("")
        self._text.setText("")
