"""Years of writing and rereading letters, through the door of a real journal with a clock that is told the day.

`python -m tests.journal.letters_over_years` prints the tables of docs/letters.md. Every evening the journal is opened,
the letter of the day is read, and on some evenings a new one is written. Nothing is left to chance but the ids, which
move a return by its jitter.
"""

import argparse
import sys
import tempfile
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median
from uuid import UUID, uuid4

from heartjournal.journal import LEAST_COST, Journal, create_journal, open_journal
from heartjournal.model.entry import Draft, EntryKind, Section
from heartjournal.model.letter import FIRST_DAYS, Felt, LetterState
from tests.clock import FixedClock

BEGAN = date(2026, 11, 24)
YEAR = 365
GAP_BEGINS, GAP_ENDS = 150, 241  # days into each year
HARD_EVERY = 9  # one of so many readings is hard to take in
PASSPHRASE = "rain on the window"


@dataclass(frozen=True)
class Rhythm:
    """A letter every so many days, for so many years, with or without three months away in each."""

    every: int
    years: int
    has_gaps: bool = False

    @property
    def name(self) -> str:
        words = {1: "one a day", 7: "one a week", 14: "one a fortnight"}[self.every]
        return f"{words}, three months away each year" if self.has_gaps else words

    def evenings(self) -> Iterator[tuple[date, bool]]:
        """The days on which the journal is opened, each with whether a letter is written."""
        for number in range(self.years * YEAR):
            if not (self.has_gaps and GAP_BEGINS <= number % YEAR < GAP_ENDS):
                yield BEGAN + timedelta(days=number), number % self.every == 0


@dataclass(frozen=True)
class Away:
    """A letter since it was put away or last read."""

    since: date
    is_first: bool = True
    is_hard: bool = False


@dataclass(frozen=True)
class Return:
    """A letter that came on a day, or had not come by then: it was due on another, after so many days."""

    letter: UUID
    day: date
    due: date
    away: Away
    is_hard_now: bool = False

    @property
    def interval(self) -> int:
        return (self.due - self.away.since).days


@dataclass
class Years:
    """What became of a rhythm. `waiting` are the letters that were overdue on the last evening."""

    rhythm: Rhythm
    opened: list[date] = field(default_factory=list)
    returns: list[Return] = field(default_factory=list)
    waiting: list[Return] = field(default_factory=list)
    written: int = 0
    too_many_on: date | None = None

    def late(self, found: Return) -> int:
        """How many evenings later than it was due; one on which nobody opened the journal is no evening."""
        return bisect_left(self.opened, found.day) - bisect_left(self.opened, found.due)

    def of_first(self) -> list[Return]:
        """Every first return, with those that are overdue at the end."""
        return [found for found in (*self.returns, *self.waiting) if found.away.is_first]

    def of_later(self) -> list[Return]:
        """Every later return, with those that are overdue at the end."""
        return [found for found in (*self.returns, *self.waiting) if not found.away.is_first]

    def share_of_evenings(self) -> float:
        """On how many of the evenings a letter came."""
        return len(self.returns) / len(self.opened)

    def hard_after_hard(self) -> list[tuple[Return, Return]]:
        """Letters that were hard to take in and came next after another such one, less than thirty days before."""
        return [
            (before, after)
            for before, after in pairwise(self.returns)
            if before.is_hard_now and after.away.is_hard and before.letter != after.letter
            if after.day - before.day < timedelta(days=30)
        ]


def live(journal: Journal, clock: FixedClock, rhythm: Rhythm) -> Years:
    """Live through the years of a rhythm."""
    years = Years(rhythm)
    away: dict[UUID, Away] = {}
    for day, writes in rhythm.evenings():
        clock.set(f"{day} 21:40")
        years.opened.append(day)
        if writes:
            away[write(journal, day)] = Away(day)
        is_hard = len(years.returns) % HARD_EVERY == 0
        if came := read_the_letter_of_the_day(journal, day, away, is_hard=is_hard):
            years.returns.append(came)
            away[came.letter] = Away(day, is_first=False, is_hard=is_hard)
        if years.too_many_on is None and journal.letters.many_awake():
            years.too_many_on = day
    years.written = len(away)
    years.waiting = overdue(journal, years.opened[-1], away)
    return years


def write(journal: Journal, day: date) -> UUID:
    """Write a letter and put it away for three days."""
    letter = Draft(uuid4(), day, (Section(uuid4(), "Dear you, sit down first."),), kind=EntryKind.LETTER)
    journal.pages.save(letter)
    journal.letters.put_away(letter.id, day + timedelta(days=FIRST_DAYS))
    return letter.id


def read_the_letter_of_the_day(journal: Journal, day: date, away: dict[UUID, Away], *, is_hard: bool) -> Return | None:
    """Read it, if there is one; raises AssertionError if another comes on the same day."""
    line = journal.letters.today()
    if line is None or line.next_on is None:
        return None
    journal.letters.read(line.id, felt=Felt.HARD if is_hard else Felt.REACHED)
    assert journal.letters.today() is None, "a second letter on one day"
    return Return(line.id, day, line.next_on, away[line.id], is_hard)


def overdue(journal: Journal, day: date, away: dict[UUID, Away]) -> list[Return]:
    """The letters that are awake and were due by this day."""
    lines = [line for line in journal.letters.lines() if line.state is LetterState.AWAKE]
    return [Return(line.id, day, line.next_on, away[line.id]) for line in lines if line.next_on and line.next_on <= day]


HEADINGS = (
    "letters",
    "evenings with a letter",
    "first return late: median, most",
    "over 7 evenings late",
    "later returns late: median, 95 %, most (evenings)",
    "most late for its interval",
    "waiting at the end",
)


def row(years: Years) -> tuple[str, ...]:
    """The figures of a rhythm under `HEADINGS`."""
    first = sorted(years.late(found) for found in years.of_first())
    later = sorted(years.late(found) for found in years.of_later())
    shares = [years.late(found) / found.interval for found in years.of_later()]
    return (
        str(years.written),
        f"{years.share_of_evenings():.0%}",
        f"{median(first):.0f}, {first[-1]}",
        f"{sum(late > 7 for late in first)}",
        f"{median(later):.0f}, {later[len(later) * 95 // 100]}, {later[-1]}",
        f"{max(shares):.2f}",
        f"{len(years.waiting)}",
    )


def lived(rhythm: Rhythm) -> Years:
    """The years of a rhythm in a new journal that is thrown away."""
    clock = FixedClock()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "journal"
        create_journal(folder, PASSPHRASE, clock=clock, cost=LEAST_COST)
        journal = open_journal(folder, PASSPHRASE, clock=clock)
        try:
            return live(journal, clock, rhythm)
        finally:
            journal.close()


def main(arguments: Sequence[str]) -> None:
    """Print the table as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=int, default=30)
    parser.add_argument("--every", type=int, nargs="*", default=[7, 14, 1], help="days between two letters")
    asked = parser.parse_args(arguments)
    say = sys.stdout.write
    say(f"| | {' | '.join(HEADINGS)} |\n|{' --- |' * (len(HEADINGS) + 1)}\n")
    for every in asked.every:
        for has_gaps in (False, True):
            rhythm = Rhythm(every, asked.years, has_gaps=has_gaps)
            say(f"| {rhythm.name} | {' | '.join(row(lived(rhythm)))} |\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
