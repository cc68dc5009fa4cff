"""The timeline of the inner critic's phrases: what stood on which day, gathered into days, weeks or months."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from heartjournal.model.phrase import Occurrence, Phrase, Reframe

MONDAY = 0
_DAYS_A_WEEK = 7
_MONTHS_A_YEAR = 12
_LONGEST_IN_DAYS = 31
_LONGEST_IN_WEEKS = 370


class Unit(StrEnum):
    """What one mark stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Span(StrEnum):
    """How far the timeline looks back."""

    MONTH = "month"
    THREE_MONTHS = "three_months"
    SIX_MONTHS = "six_months"
    YEAR = "year"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many pages a day had in which something stood."""

    day: date
    count: int


@dataclass(frozen=True, slots=True)
class Lane:
    """One phrase over time. `marks` and `answers` are by day, oldest first; `reframes` too, those before it included.

    `times`, `first_on` and `last_on` are about all of the journal, not only the time that is shown.
    """

    phrase: Phrase
    times: int
    first_on: date | None
    last_on: date | None
    marks: tuple[DayCount, ...]
    answers: tuple[DayCount, ...] = ()
    reframes: tuple[Reframe, ...] = ()

    @property
    def is_resting(self) -> bool:
        """Whether it is folded away."""
        return self.phrase.resting_since is not None


@dataclass(frozen=True, slots=True)
class Timeline:
    """All lanes from `since` to `until`, both included; `pages` is how many pages each day had, of any kind.

    Pinned lanes come first, then by the last time the phrase stood, newest first; resting ones are last.
    """

    since: date
    until: date
    lanes: tuple[Lane, ...]
    pages: tuple[DayCount, ...]


@dataclass(frozen=True, slots=True)
class BehindMark:
    """What was written of a phrase on the days of a mark, the newest first: its sentences, and what answered it."""

    occurrences: tuple[Occurrence, ...] = ()
    answers: tuple[Occurrence, ...] = ()


@dataclass(frozen=True, slots=True)
class Bucket:
    """A day, week or month of the timeline, cut off where the timeline begins and ends. `last` is included."""

    first: date
    last: date
    count: int = 0


@dataclass(frozen=True, slots=True)
class Axis:
    """The buckets of a timeline in their order, and the unit that they are made of."""

    unit: Unit
    buckets: tuple[Bucket, ...] = field(repr=False)

    def sums(self, counts: Iterable[DayCount]) -> Counter[int]:
        """The sum of what its days count for the place of each bucket that has any."""
        sums: Counter[int] = Counter()
        for each in counts:
            place = self.place(each.day)
            if place is not None:
                sums[place] += each.count
        return sums

    def filled(self, counts: Iterable[DayCount]) -> tuple[Bucket, ...]:
        """Every bucket with the sum of what its days count, also where that is 0."""
        sums = self.sums(counts)
        return tuple(Bucket(bucket.first, bucket.last, sums[place]) for place, bucket in enumerate(self.buckets))

    def place(self, day: date) -> int | None:
        """Which bucket a day is in; None outside the timeline."""
        if not self.buckets or not self.buckets[0].first <= day <= self.buckets[-1].last:
            return None
        first = self.buckets[0]
        if self.unit is Unit.MONTH:
            return (day.year - first.first.year) * _MONTHS_A_YEAR + day.month - first.first.month
        days_a_bucket = 1 if self.unit is Unit.DAY else _DAYS_A_WEEK
        # The first may be cut off; whole ones follow it.
        return max(0, (day - first.last).days + days_a_bucket - 1) // days_a_bucket


def axis(since: date, until: date, *, first_weekday: int = MONDAY, unit: Unit | None = None) -> Axis:
    """The buckets from `since` to `until`, in `unit` or in what keeps them readable: days, weeks, then months.

    `first_weekday` counts from Monday, 0. Raises ValueError when `until` is before `since`.
    """
    if until < since:
        raise ValueError("a timeline ends where it begins or later")
    unit = unit or unit_for(since, until)
    starts = _month_starts(since, until) if unit is Unit.MONTH else _day_starts(since, until, unit, first_weekday)
    ends = (*(start - timedelta(days=1) for start in starts[1:]), until)
    return Axis(unit, tuple(Bucket(first, last) for first, last in zip(starts, ends, strict=True)))


def unit_for(since: date, until: date) -> Unit:
    """What one mark stands for on a timeline of this length."""
    days = (until - since).days + 1
    if days <= _LONGEST_IN_DAYS:
        return Unit.DAY
    return Unit.WEEK if days <= _LONGEST_IN_WEEKS else Unit.MONTH


def since_of(span: Span, until: date, *, first_page: date | None) -> date:
    """The day on which a span begins that ends on `until`; ALL begins with the first page there is."""
    months = {Span.MONTH: 1, Span.THREE_MONTHS: 3, Span.SIX_MONTHS: 6, Span.YEAR: 12}
    if span is Span.ALL:
        return min(first_page or until, until)
    return min(_months_before(until, months[span]) + timedelta(days=1), until)


def _months_before(day: date, months: int) -> date:
    """The same day some months earlier; the last of the month where that has no such day; in year 1 at the earliest."""
    year, month = divmod(max(_month_number(day) - months, _MONTHS_A_YEAR), _MONTHS_A_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _month_starts(since: date, until: date) -> tuple[date, ...]:
    numbers = range(_month_number(since) + 1, _month_number(until) + 1)
    return since, *(date(number // _MONTHS_A_YEAR, number % _MONTHS_A_YEAR + 1, 1) for number in numbers)


def _day_starts(since: date, until: date, unit: Unit, first_weekday: int) -> tuple[date, ...]:
    step = 1 if unit is Unit.DAY else _DAYS_A_WEEK
    ahead = step - (since.weekday() - first_weekday) % step
    following = range(since.toordinal() + ahead, until.toordinal() + 1, step)
    return since, *map(date.fromordinal, following)


def _month_number(day: date) -> int:
    """Months since the year 0."""
    return day.year * _MONTHS_A_YEAR + day.month - 1
