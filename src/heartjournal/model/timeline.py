"""The timeline of the inner critic's phrases: what stood on which day, gathered into days, weeks or months."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from heartjournal.model.phrase import Phrase, Reframe

MONDAY = 0
_DAYS_A_WEEK = 7
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

    def filled(self, counts: Iterable[DayCount]) -> tuple[Bucket, ...]:
        """Every bucket with the sum of what its days count, also where that is 0."""
        starts = {bucket.first: place for place, bucket in enumerate(self.buckets)}
        sums: Counter[int] = Counter()
        for each in counts:
            place = self._place(each.day, starts)
            if place is not None:
                sums[place] += each.count
        return tuple(Bucket(bucket.first, bucket.last, sums[place]) for place, bucket in enumerate(self.buckets))

    def place(self, day: date) -> int | None:
        """Which bucket a day is in; None outside the timeline."""
        return self._place(day, {bucket.first: place for place, bucket in enumerate(self.buckets)})

    def _place(self, day: date, starts: dict[date, int]) -> int | None:
        if not self.buckets or not self.buckets[0].first <= day <= self.buckets[-1].last:
            return None
        if self.unit is Unit.DAY:
            return starts[day]
        if self.unit is Unit.MONTH:
            first = self.buckets[0].first
            return (day.year - first.year) * 12 + day.month - first.month
        if day <= self.buckets[0].last:
            return 0
        return 1 + (day - self.buckets[0].last - timedelta(days=1)).days // _DAYS_A_WEEK


def axis(since: date, until: date, *, first_weekday: int = MONDAY, unit: Unit | None = None) -> Axis:
    """The buckets from `since` to `until`, in `unit` or in what keeps them readable: days, weeks, then months.

    `first_weekday` counts from Monday, 0. Raises ValueError when `until` is before `since`.
    """
    if until < since:
        raise ValueError("a timeline ends where it begins or later")
    unit = unit or unit_for(since, until)
    starts = tuple(takewhile(lambda first: first <= until, _starts(since, unit, first_weekday)))
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
    return _months_before(until, months[span]) + timedelta(days=1)


def _months_before(day: date, months: int) -> date:
    """The same day some months earlier; the last of the month where that has no such day."""
    total = max(day.year * 12 + day.month - 1 - months, 12)
    year, month = divmod(total, 12)
    following = date(year + month // 11, (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (following - timedelta(days=1)).day))


def _starts(since: date, unit: Unit, first_weekday: int) -> Iterator[date]:
    yield since
    if unit is Unit.MONTH:
        year, month = since.year, since.month
        while (year, month) < (date.max.year, 12):
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
            yield date(year, month, 1)
        return
    step = timedelta(days=1 if unit is Unit.DAY else _DAYS_A_WEEK)
    ahead = 1 if unit is Unit.DAY else _DAYS_A_WEEK - (since.weekday() - first_weekday) % _DAYS_A_WEEK
    following = since + timedelta(days=ahead) if since < date.max - timedelta(days=ahead) else date.max
    while since < following < date.max - step:
        yield following
        following += step
