"""Evenings and letters: weeks in which no letter comes, and whether letters may be read aloud."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from heartjournal.model.journal_day import journal_day
from heartjournal.ui.letters.words import day_words
from heartjournal.ui.settings.part import Parts
from heartjournal.ui.settings.row import Row, RowCard
from heartjournal.ui.widgets import Select, Toggle

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from heartjournal.journal import Journal
    from heartjournal.ui.surroundings import Surroundings

_WEEKS = (0, 1, 2, 4, 8)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the journal keeps of this."""

    quiet_until: date | None
    reads_aloud: bool


class Evenings(Parts):
    """Kept in the journal, not on this machine; read each time the section is shown."""

    def __init__(self, surroundings: Surroundings, *, has_voice: bool, parent: QWidget | None = None) -> None:
        super().__init__(surroundings.theme, parent=parent)
        self._tasks = surroundings.tasks
        self._clock = surroundings.clock
        weeks = (self.tr("Letters come"), self.tr("for a week"), self.tr("for two weeks"), self.tr("for four weeks"))
        self.quiet = Select(self._theme, self.tr("Quiet weeks"), options=(*weeks, self.tr("for eight weeks")))
        self.quiet.activated.connect(self._be_quiet)
        self._quiet_row = Row(self._theme, self.tr("Quiet weeks"), self._quiet_words(None))
        self._quiet_row.add_control(self.quiet)
        self.aloud = Toggle(self._theme, self.tr("Read letters aloud"), word_first=True)
        self.aloud.setEnabled(has_voice)
        self.aloud.clicked.connect(self._read_aloud)
        heard = self.tr(
            "The speech service of this computer then hears the words, and what it keeps of them is its own affair."
        )
        aloud = Row(
            self._theme, self.tr("Read letters aloud"), heard if has_voice else self.tr("No voice was found here.")
        )
        aloud.add_control(self.aloud)
        self.add_heading(self.tr("Letters"))
        card = RowCard(self._theme)
        card.add_row(self._quiet_row)
        card.add_row(aloud)
        self.add(card)
        self.end()

    def read(self) -> None:
        """Show what is kept."""
        self._tasks.run(_read, then=self._show, owner=self, replaces="evenings")

    def _show(self, kept: _Kept) -> None:
        self._quiet_row.text.setText(self._quiet_words(kept.quiet_until))
        self.quiet.setCurrentIndex(self._nearest(kept.quiet_until))
        self.aloud.setChecked(kept.reads_aloud)

    def _nearest(self, until: date | None) -> int:
        if until is None:
            return 0
        weeks = max(1, round((until - self._today()).days / 7))
        return min(range(1, len(_WEEKS)), key=lambda index: abs(_WEEKS[index] - weeks))

    def _quiet_words(self, until: date | None) -> str:
        if until is None:
            return self.tr("No letter comes by itself meanwhile. You can still read any of them.")
        day = day_words(until, today=self._today())
        return self.tr("No letter comes by itself until {day}. You can still read any of them.").format(day=day)

    def _be_quiet(self, index: int) -> None:
        weeks = _WEEKS[index]
        until = self._today() + timedelta(weeks=weeks) if weeks else None
        self._tasks.run(
            lambda journal: journal.letters.be_quiet_until(until), then=lambda _changes: self.read(), owner=self
        )

    def _read_aloud(self) -> None:
        allowed = self.aloud.isChecked()
        self._tasks.run(lambda journal: journal.reading_aloud.allow(allowed=allowed), owner=self)

    def _today(self) -> date:
        return journal_day(self._clock.now())


def _read(journal: Journal) -> _Kept:
    return _Kept(journal.letters.quiet_until(), reads_aloud=journal.reading_aloud.is_allowed())
