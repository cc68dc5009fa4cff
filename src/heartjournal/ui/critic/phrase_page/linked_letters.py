"""The card of the letters that were written about a phrase, with the way to write one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from heartjournal.ui.wanted import ReadingWanted
from heartjournal.ui.widgets import Button, ButtonKind, Card, IconLabel, TextLabel
from heartjournal.ui.widgets.emptying import empty

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from heartjournal.model.phrase import LinkedLetter
    from heartjournal.ui.theme import Theme


class LinkedLetters(Card):
    """A row for each letter; a sealed one says so and is opened as every sealed one is.

    Attributes:
        reading_wanted: carries the `ReadingWanted` of a letter.
        writing_wanted: a letter is to be written about the phrase.
    """

    reading_wanted = Signal(ReadingWanted)
    writing_wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, bare=True, parent=parent)
        self._letters: tuple[LinkedLetter, ...] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.space(3))
        words = self.tr("Write a letter about this")
        self.write = Button(theme, words, kind=ButtonKind.QUIET, small=True, icon="feather")
        self.write.clicked.connect(self.writing_wanted)
        column = QVBoxLayout(self)
        side, above = theme.size("phraseSideX"), theme.size("phraseCardY")
        # The icon of the button stands below those of the letters, its padding does not.
        out = theme.size("buttonPaddingSmall")
        self._rows.setContentsMargins(out, 0, 0, 0)
        column.setContentsMargins(side - out, above, side, above)
        column.setSpacing(theme.space(2))
        column.addLayout(self._rows)
        column.addWidget(self.write, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_letters(self, letters: tuple[LinkedLetter, ...]) -> None:
        """Show these in place of those before."""
        if letters == self._letters:
            return
        self._letters = letters
        empty(self._rows)
        for letter in letters:
            self._rows.addLayout(self._row(letter))

    def clear(self) -> None:
        """Drop every word."""
        self._letters = None
        empty(self._rows)

    def _row(self, letter: LinkedLetter) -> QHBoxLayout:
        theme = self._theme
        title = letter.title or self.tr("A letter without a title")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextLabel(theme, title, style="excerpt", wrap=True))
        line = self.tr("Sealed letter about this phrase") if letter.is_sealed else self.tr("Letter about this phrase")
        words.addWidget(TextLabel(theme, line, style="small", role="ink2", wrap=True))
        read = Button(theme, self.tr("Open") if letter.is_sealed else self.tr("Read"), small=True)
        read.setAccessibleName(self.tr("{title}: read").format(title=title))
        read.clicked.connect(lambda: self.reading_wanted.emit(ReadingWanted(letter.letter)))
        row = QHBoxLayout()
        row.setSpacing(theme.space(3))
        row.addWidget(IconLabel(theme, "lock" if letter.is_sealed else "mail", size=theme.size("letterIcon")))
        row.addLayout(words, 1)
        row.addWidget(read)
        return row
