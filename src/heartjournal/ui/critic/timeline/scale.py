"""Where days stand on the timeline: the place of a bucket, the months or years that are named, the time unwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QLocale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from heartjournal.model.timeline import Axis, Bucket

_DAYS_A_WEEK: Final = 7
_MONTHS_A_YEAR: Final = 12
_STEPS: Final = (1, 3, 12, 24, 60, 120)
"""Every how many months time is named; the first that leaves room for the names is taken."""
_LONGEST_NAMED_BY_DAYS: Final = 45
_DAYS_A_MONTH: Final = 365.25 / 12
_SHORT_ENOUGH: Final = 4


@dataclass(frozen=True, slots=True)
class Tick:
    """The start of a named stretch of time, and its name."""

    x: float
    day: date
    name: str


@dataclass(frozen=True, slots=True)
class TimeScale:
    """An axis laid between two places; both are in the coordinates of a lane."""

    axis: Axis
    left: float
    right: float

    @property
    def step(self) -> float:
        """How wide a bucket is, on average."""
        return (self.right - self.left) / max(1, len(self.axis.buckets))

    @property
    def day_width(self) -> float:
        """How wide a day is."""
        return (self.right - self.left) / max(1, self._days)

    def start_of(self, day: date) -> float:
        """Where a day begins."""
        return self.left + (day - self.axis.buckets[0].first).days * self.day_width

    def middle_of(self, first: date, last: date) -> float:
        """The middle of some days, both included."""
        return (self.start_of(first) + self.start_of(last) + self.day_width) / 2

    def centre(self, bucket: Bucket) -> float:
        """The place of a bucket's mark."""
        return self.middle_of(bucket.first, bucket.last)

    def holds(self, day: date) -> bool:
        """Whether a day is on the axis."""
        buckets = self.axis.buckets
        return bool(buckets) and buckets[0].first <= day <= buckets[-1].last

    def stretches(self, filled: tuple[Bucket, ...]) -> tuple[tuple[float, float], ...]:
        """From where to where the buckets run in which something was written; the rest is absence."""
        found: list[tuple[float, float]] = []
        for bucket in filled:
            if not bucket.count:
                continue
            begin, end = self.start_of(bucket.first), self.start_of(bucket.last) + self.day_width
            if found and abs(found[-1][1] - begin) < self.day_width / 2:
                begin = found.pop()[0]
            found.append((begin, end))
        return tuple(found)

    def ticks(self, *, room: float) -> tuple[Tick, ...]:
        """The starts of weeks, months or years, at least `room` apart."""
        if not self.axis.buckets:
            return ()
        return tuple(Tick(self.start_of(day), day, name) for day, name in self._named(room))

    @property
    def _days(self) -> int:
        buckets = self.axis.buckets
        return (buckets[-1].last - buckets[0].first).days + 1 if buckets else 0

    def _named(self, room: float) -> Iterator[tuple[date, str]]:
        if self._days <= _LONGEST_NAMED_BY_DAYS:
            step = next((days for days in (_DAYS_A_WEEK, 14) if days * self.day_width >= room), 28)
            ahead = (QLocale().firstDayOfWeek().value - self._first.isoweekday()) % _DAYS_A_WEEK
            for number in range(ahead, self._days, step):
                day = self._first + timedelta(days=number)
                yield day, QLocale().toString(QDate(day.year, day.month, day.day), "d MMM")
            return
        fits = (months for months in _STEPS if months * _DAYS_A_MONTH * self.day_width >= room)
        step = next(fits, _STEPS[-1])
        for day in self._months(step):
            yield day, str(day.year) if day.month == 1 else month_name(day)

    @property
    def _first(self) -> date:
        return self.axis.buckets[0].first

    def _months(self, step: int) -> Iterator[date]:
        """Every start of a month on the axis whose number in time can be divided by `step`."""
        last = self.axis.buckets[-1].last
        number = self._first.year * _MONTHS_A_YEAR + self._first.month - 1 + (self._first.day > 1)
        number += -number % step
        while (year := number // _MONTHS_A_YEAR) <= last.year:
            day = date(year, number % _MONTHS_A_YEAR + 1, 1)
            if day > last:
                return
            yield day
            number += step


def month_name(day: date) -> str:
    """A month as short as it is still a word: "June", "Sept"."""
    full = QLocale().standaloneMonthName(day.month)
    is_short = len(full) <= _SHORT_ENOUGH
    return full if is_short else QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)
