"""The warm card of an evening on which a letter has come back: its first words, and whether to read it now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from heartjournal.ui.letters.words import day_words
from heartjournal.ui.widgets import Button, ButtonKind, IconLabel, LampCard, TextLabel

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from heartjournal.model.letter import LetterLine
    from heartjournal.ui.theme import Theme

_LINES = 3


class LetterCard(LampCard):
    """Shows one letter.

    Attributes:
        reading_wanted: Read it.
        evening_wanted: Another evening.
    """

    reading_wanted = Signal()
    evening_wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, bare=True, parent=parent)
        self._words = TextLabel(theme, style="reading", italic=True, wrap=True)
        self._words.set_most_lines(_LINES)
        self._written = TextLabel(theme, style="small", role="ink2", wrap=True)
        self._written.set_most_lines(2)
        read = Button(theme, self.tr("Read it"))
        read.clicked.connect(self.reading_wanted)
        another = Button(theme, self.tr("Another evening"), kind=ButtonKind.QUIET)
        another.clicked.connect(self.evening_wanted)
        column = QVBoxLayout(self)
        padding = theme.size("lampCardPadding")
        column.setContentsMargins(padding, padding, padding, theme.space(5))
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(theme.space(2))
        head.addWidget(IconLabel(theme, "mail-open", role="kindness"))
        head.addWidget(TextLabel(theme, self.tr("A letter has come back"), style="label", role="kindness"))
        head.addStretch()
        column.addLayout(head)
        column.addSpacing(theme.space(2))
        column.addWidget(self._words)
        column.addSpacing(theme.space(1))
        column.addWidget(self._written)
        column.addStretch()
        column.addSpacing(theme.space(3))
        row = QHBoxLayout()
        row.setSpacing(theme.space(2))
        row.addWidget(read)
        row.addWidget(another)
        row.addStretch()
        column.addLayout(row)

    def show_letter(self, line: LetterLine, *, today: date) -> None:
        """Show the letter of the day by its first words, or by its title where it has no others."""
        self._words.setText(self.tr("“{words}”").format(words=line.opening or line.title))
        self._written.setText(self.tr("You wrote it on {day}.").format(day=day_words(line.written_on, today=today)))
