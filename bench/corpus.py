"""Invented pages of 256 words, the same in every run, with words as unevenly common as in a real diary."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from heartjournal.journal import LEAST_COST, create_journal, open_journal
from heartjournal.model.clock import Moment
from heartjournal.model.entry import Draft, Section
from heartjournal.model.identity import natural_identity
from heartjournal.model.importing import ImportLine, ImportOutcome, ImportReport

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PASSPHRASE = "the kettle hums in november"  # noqa: S105  protects invented words
WORDS_A_PAGE = 256
_LAST_DAY = date(2026, 11, 12)
_SYLLABLES = tuple(consonant + vowel for consonant in "bcdfghklmnprst" for vowel in "aeiou")
_VOCABULARY = 8000


class StandingClock:
    """A `Clock` that always shows the evening of the corpus's last day."""

    def now(self) -> Moment:
        """The evening of 12 November 2026."""
        return Moment(datetime(2026, 11, 12, 21, 40, tzinfo=UTC), "Europe/London")


def vocabulary() -> tuple[str, ...]:
    """Invented words, the most common first."""
    chance = random.Random(1901)  # noqa: S311  the same words each time
    found: dict[str, None] = {}
    while len(found) < _VOCABULARY:
        found["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4)))] = None
    return tuple(found)


def pages(count: int, *, salt: str = "bench") -> Iterator[Draft]:
    """So many pages, three a day, oldest last."""
    chance, words = random.Random(salt), vocabulary()  # noqa: S311  the same pages each time
    weights = [1 / (rank + 2) for rank in range(len(words))]
    for number in range(count):
        body = " ".join(chance.choices(words, weights, k=WORDS_A_PAGE))
        key = f"{salt} {number}"
        day = _LAST_DAY - timedelta(days=number // 3)
        written = datetime(day.year, day.month, day.day, 20, number % 3, tzinfo=UTC)
        yield Draft(
            natural_identity("bench page", key),
            day,
            (Section(natural_identity("bench section", key), body),),
            happened_at=Moment(written, "Europe/London"),
        )


def make_journal(folder: Path, count: int) -> None:
    """A journal of so many pages, every one of them in the index."""
    clock = StandingClock()
    create_journal(folder, PASSPHRASE, clock=clock, cost=LEAST_COST)
    journal = open_journal(folder, PASSPHRASE, clock=clock)
    lines = tuple(ImportLine("", ImportOutcome.NEW, draft=page) for page in pages(count))
    if lines:
        journal.imports.bring_in(ImportReport(lines))
    for _ in journal.search.catch_up():
        pass
    journal.close()
