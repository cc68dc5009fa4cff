"""The cards of the page of a phrase, in two columns or in a narrow place in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from heartjournal.model.practice import InputKind
from heartjournal.ui.critic.phrase_page.how_it_sounds import HowItSounds
from heartjournal.ui.critic.phrase_page.kinder_line import KinderLine
from heartjournal.ui.critic.phrase_page.linked_letters import LinkedLetters
from heartjournal.ui.critic.phrase_page.what_it_wants import WhatItWants
from heartjournal.ui.critic.phrase_page.where_it_came_up import WhereItCameUp
from heartjournal.ui.critic.phrase_page.wordings import Wordings
from heartjournal.ui.critic.phrase_page.working_with_it import WorkingWithIt

if TYPE_CHECKING:
    from datetime import date

    from heartjournal.model.clock import Clock
    from heartjournal.model.practice import Practice
    from heartjournal.ui.critic.phrase_page.found import PhraseFound
    from heartjournal.ui.critic.phrase_page.keeping import PhraseKeeping
    from heartjournal.ui.theme import Theme


class Cards(QWidget):
    """Each card is connected by the room. `working` is None without the file of its practice."""

    def __init__(
        self,
        theme: Theme,
        keeping: PhraseKeeping,
        clock: Clock,
        *,
        practice: Practice | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.sounds = HowItSounds(theme, keeping, _tones_of(practice))
        self.where = WhereItCameUp(theme)
        self.wants = WhatItWants(theme, keeping)
        self.line = KinderLine(theme, keeping, clock)
        self.letters = LinkedLetters(theme)
        self.wordings = Wordings(theme)
        self.working = WorkingWithIt(theme, practice, keeping, self.line) if practice else None
        self._left, self._right = QWidget(), QWidget()
        self._in_one_column: bool | None = None
        self._grid = QGridLayout()
        self._lay_out()

    def show_found(self, found: PhraseFound, *, today: date) -> None:
        """Show a phrase in every card."""
        page = found.page
        self.sounds.tones.show_tones(page.line.phrase.tones)
        self.where.show_page(page, found.lane, found.axis, pages=found.pages, today=today)
        self.line.show_page(page, today=today)
        self.letters.show_letters(page.letters)
        self.wordings.show_page(page)
        if self.working is not None:
            self.working.show_page(page)

    def back(self) -> bool:
        """Fold away what is open in one of them; whether anything was."""
        parts = (self.working, self.line, self.sounds.tones)
        return any(part.back() for part in parts if part is not None)

    def clear(self) -> None:
        """Drop every word."""
        for card in (self.sounds, self.where, self.wants, self.line, self.letters, self.wordings, self.working):
            if card is not None:
                card.clear()

    def fit(self, width: int, *, narrow: bool) -> None:
        """Lay the columns side by side, or one below the other where there is no room."""
        theme = self._theme
        in_one = width < theme.scaled("phraseOneColumn")
        if not in_one:
            self._right.setFixedWidth(theme.size("phraseSideNarrow" if narrow else "phraseSide"))
        if in_one == self._in_one_column:
            return
        self._in_one_column = in_one
        if in_one:
            self._right.setMinimumWidth(0)
            self._right.setMaximumWidth(theme.size("unbounded"))
        self._grid.removeWidget(self._right)
        self._grid.addWidget(self._right, int(in_one), int(not in_one))

    def _lay_out(self) -> None:
        theme, gap = self._theme, self._theme.space(4)
        left, right = QVBoxLayout(self._left), QVBoxLayout(self._right)
        for column in (left, right):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(gap)
        left.addWidget(self.sounds)
        left.addWidget(self.where, 1)
        for card in (self.wants, self.line, self.letters):
            right.addWidget(card)
        right.addStretch(1)
        self._grid.setHorizontalSpacing(theme.size("phraseGap"))
        self._grid.setVerticalSpacing(gap)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self._left, 0, 0)
        self._grid.addWidget(self._right, 0, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(gap)
        whole.addLayout(self._grid)
        for below in (self.working, self.wordings):
            if below is not None:
                whole.addWidget(below)
        whole.addStretch(1)


def _tones_of(practice: Practice | None) -> tuple[str, ...]:
    """The tones that the practice offers."""
    steps = practice.steps if practice else ()
    choices = (asked for step in steps for asked in step.inputs if asked.kind is InputKind.CHOICE)
    return next((asked.options for asked in choices), ())
