"""The side of Today: the letter that came back or a way out on the warm card, and the short break below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.ui.today.letter_card import LetterCard
from heartjournal.ui.widgets import Button, ButtonKind, Card, IconLabel, LampCard, LampMark, TextLabel

if TYPE_CHECKING:
    from datetime import date

    from heartjournal.model.letter import LetterLine
    from heartjournal.ui.theme import Theme


class StepAside(QWidget):
    """Two cards for an evening on which a page is too much.

    Attributes:
        grounding_wanted: "Too much right now".
        break_wanted: the three-step break.
        letter_wanted: a letter of the person's own is asked for.
        reading_wanted: the letter that came back is to be read.
        evening_wanted: it is to come another evening.
    """

    grounding_wanted = Signal()
    break_wanted = Signal()
    letter_wanted = Signal()
    reading_wanted = Signal()
    evening_wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._light = LampMark(theme)
        self._letter = LetterCard(theme)
        self._letter.reading_wanted.connect(self.reading_wanted)
        self._letter.evening_wanted.connect(self.evening_wanted)
        self._call = Button(theme, self.tr("I need a letter"), kind=ButtonKind.QUIET)
        self._call.clicked.connect(self.letter_wanted)
        self._way = self._way_out()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(4))
        column.addWidget(self._letter, stretch=1)
        column.addWidget(self._way, stretch=1)
        column.addWidget(self._break())
        self.show_letter(None, has_letters=False)

    def show_letter(self, line: LetterLine | None, *, has_letters: bool, today: date | None = None) -> None:
        """Show the letter of the day, or the way out where there is none; one can be called for if there are any."""
        self._letter.setVisible(line is not None)
        self._way.setVisible(line is None)
        self._call.setVisible(has_letters)
        if line is not None and today is not None:
            self._letter.show_letter(line, today=today)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001  the one thing it says
        """In a narrow window the drawn light makes room."""
        self._light.setVisible(not narrow)

    def _way_out(self) -> LampCard:
        theme = self._theme
        card = LampCard(theme, bare=True)
        column = QVBoxLayout(card)
        padding = theme.size("lampCardPadding")
        column.setContentsMargins(padding, padding, padding, theme.space(5))
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(theme.space(2))
        head.addWidget(IconLabel(theme, "anchor", role="kindness"))
        head.addWidget(TextLabel(theme, self.tr("If tonight is a lot"), style="label", role="kindness"))
        head.addStretch()
        column.addLayout(head)
        column.addSpacing(theme.space(2))
        column.addWidget(
            TextLabel(theme, self.tr("Feet on the floor, a slow breath, somebody to call."), style="reading", wrap=True)
        )
        column.addSpacing(theme.space(1))
        column.addWidget(
            TextLabel(theme, self.tr("Nothing to write, and nothing to answer."), style="small", role="ink2", wrap=True)
        )
        column.addStretch()
        column.addSpacing(theme.space(3))
        button = Button(theme, self.tr("Too much right now"))
        button.clicked.connect(self.grounding_wanted)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addWidget(self._call)
        row.addStretch()
        column.addLayout(row)
        return card

    def _break(self) -> Card:
        theme = self._theme
        card = Card(theme, bare=True)
        row = QHBoxLayout(card)
        row.setContentsMargins(theme.space(4), theme.space(4), theme.size("pageCardPadding"), theme.space(4))
        row.setSpacing(theme.space(4))
        row.addWidget(self._light)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(TextLabel(theme, self.tr("A short break"), style="reading"))
        words.addWidget(TextLabel(theme, self.tr("Three kind steps."), style="small", role="ink2"))
        words.addStretch()
        row.addLayout(words, stretch=1)
        button = Button(theme, self.tr("Begin"), small=True)
        button.setAccessibleName(self.tr("Begin the three-step break"))
        button.clicked.connect(self.break_wanted)
        row.addWidget(button)
        return card
