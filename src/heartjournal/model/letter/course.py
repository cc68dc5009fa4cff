"""When a letter to oneself comes back: the ladder of its returns, the one letter of a day. Dates are journal days.

A letter comes first on the day its writer chose, then after 7, 14, 30, 60, 120, 240 days, and on, doubling. How the
rungs widen when many letters are awake, and what comes of it over thirty years, is told in docs/letters.md.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

FIRST_DAYS = 3
LATELY = timedelta(weeks=8)
"""How far back is looked to know how often somebody writes, and in what time letters that wait are to have come."""
LADDER = (7, 14, 30, 60, 120, 240)
LARGEST_JITTER = 0.15
SHARE_OF_DAYS = 0.5
"""Letters come on at most about this share of the days; the rungs widen until they do."""
SHARE_OF_RETURNS = 0.1
"""However many letters wait to come for the first time, the rungs are measured for at least this share of the days."""
WIDEST = 16.0
HARD_APART = timedelta(days=30)
"""How long a letter marked hard waits behind another such one when no other letter comes between them."""
LONGEST_WAIT = 20 * 365
"""No rung is ever wider than this many days, however far a letter climbed."""
_HIGHEST = 11  # the first rung that is beyond the longest wait, whatever widens
_NEARLY = 0.8


class Felt(StrEnum):
    """How it was to read a letter. Source: the three words of the reading room; nothing follows from not answering."""

    REACHED = "reached"
    HARD = "hard"
    NOT_MUCH = "not_much"


@dataclass(frozen=True, slots=True)
class Course:
    """Where a letter that is awake stands between two returns.

    `rung` counts the returns that were read and climbed the ladder, 0 until the first. `next_on` is when it comes,
    `interval` the days it was given for that. `is_named` says that the person named the day, as by a fixed date or
    another evening. `is_hard` says that it was hard to take in when somebody last said how it was.
    """

    letter: UUID
    next_on: date
    interval: int
    rung: int = 0
    is_named: bool = False
    is_hard: bool = False


@dataclass(frozen=True, slots=True)
class LastLetter:
    """The letter that came on the latest day before this one."""

    letter: UUID
    came_on: date
    is_hard: bool


@dataclass(frozen=True, slots=True)
class Awake:
    """How much the letters that are awake ask for.

    `first` is how many come for the first time on a day: as many as were put away a day lately, of those that are
    awake. `waiting` is how many are due. `on_rung` counts the letters that have come, by their rung.
    """

    first: float = 0.0
    waiting: int = 0
    on_rung: Mapping[int, int] = field(default_factory=dict)


class WishKind(StrEnum):
    """What a person can wish for a letter that was read."""

    SUGGESTED = "suggested"
    SOONER = "sooner"
    IN_WEEKS = "in_weeks"
    ON_DATE = "on_date"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Wish:
    """When a letter should come back. `weeks` belongs to IN_WEEKS, `on` to ON_DATE."""

    kind: WishKind = WishKind.SUGGESTED
    weeks: int = 0
    on: date | None = None


def first_course(letter: UUID, *, put_away_on: date, first_on: date, is_named: bool = False) -> Course:
    """The course of a letter just put away; it comes on the next day at the earliest."""
    on = max(first_on, _later(put_away_on, 1))
    return Course(letter, on, max(1, (on - put_away_on).days), is_named=is_named)


def rung_days(rung: int, widened: float = 1.0) -> int:
    """The days between two returns on a rung, from 1: the ladder, then doubling, each rung as much wider as is told."""
    if rung >= _HIGHEST:
        return LONGEST_WAIT
    rung = max(rung, 1)
    days = LADDER[rung - 1] if rung <= len(LADDER) else LADDER[-1] << (rung - len(LADDER))
    return min(round(days * widened**rung), LONGEST_WAIT)


def rung_near(days: int) -> int:
    """The rung from which a letter goes on after an interval that the person chose."""
    return max((rung for rung in range(1, _HIGHEST) if rung_days(rung) * _NEARLY <= days), default=1)


def widening(awake: Awake) -> float:
    """How many times wider each rung is than the one before it, beyond the ladder's own doubling; 1 for few letters.

    The least factor at which first returns, those that wait, and what all others ask for need no more than half of
    the days. It widens the far rungs more than the near ones: a young letter still comes back soon, an old one seldom.
    """
    share = max(SHARE_OF_DAYS - awake.first - awake.waiting / LATELY.days, SHARE_OF_RETURNS)
    narrow, wide = 1.0, WIDEST
    if _asked(awake, narrow) <= share:
        return narrow
    for _ in range(30):
        middle = (narrow + wide) / 2
        narrow, wide = (narrow, middle) if _asked(awake, middle) <= share else (middle, wide)
    return wide


def next_return(course: Course, day: date, widened: float) -> Course:
    """The course after a letter was read on a day, by the ladder alone."""
    rung = course.rung + 1
    days = rung_days(rung, widened)
    offset = int(days * _jitter(course.letter, rung))  # towards zero, so that it never passes its bound
    return _coming(course, day, days + offset, rung=rung)


def as_wished(course: Course, wish: Wish, day: date, widened: float) -> Course | None:
    """The course after a letter was read on a day and this was wished; None if it is to rest."""
    suggested = next_return(course, day, widened)
    match wish.kind:
        case WishKind.SUGGESTED:
            return suggested
        case WishKind.SOONER:
            return _coming(course, day, max(FIRST_DAYS, suggested.interval // 2), rung=max(course.rung, 1))
        case WishKind.IN_WEEKS:
            return _coming(course, day, 7 * wish.weeks, rung=rung_near(7 * wish.weeks))
        case WishKind.ON_DATE:
            return _on_date(replace(course, rung=suggested.rung), day, wish.on or day)
    return None  # to rest


def brought_back(course: Course, wish: Wish, day: date) -> Course | None:
    """The course of a letter whose return was moved without reading it; None if it is to rest.

    Sooner halves the days that are left. A letter that has not come yet stays one that comes for the first time.
    """
    match wish.kind:
        case WishKind.SUGGESTED:
            return course
        case WishKind.SOONER:
            left = (course.next_on - day).days
            return _coming(course, day, left // 2, rung=course.rung) if left > 0 else course
        case WishKind.IN_WEEKS:
            return _coming(course, day, 7 * wish.weeks, rung=rung_near(7 * wish.weeks) if course.rung else 0)
        case WishKind.ON_DATE:
            return _on_date(course, day, wish.on or day)
    return None  # to rest


def woken(course: Course, day: date, on: date | None = None) -> Course:
    """The course of a letter that rested: it comes back soon, or on the named day, and goes on from its rung."""
    return _on_date(course, day, on) if on else _coming(course, day, FIRST_DAYS, rung=course.rung)


def another_evening(course: Course, day: date, until: date | None = None) -> Course:
    """The course of a letter put off to the next journal day, or to a later one; its interval stays as it was."""
    return replace(course, next_on=max(until or day, _later(day, 1)), is_named=True)


def letters_of(day: date, courses: Iterable[Course], last: LastLetter | None) -> tuple[UUID, ...]:
    """The letters that may come on a day, best first: the first is the day's, the others stand in where it must not.

    First those whose day the person named, then first returns, each in the order of their dates, then the one that
    is most overdue for its own interval. One that was hard to take in never follows another that was, but for the
    thirty days after which a journal of nothing else goes on.
    """
    due = [course for course in courses if course.next_on <= day]
    if last is not None and last.is_hard and day - last.came_on < HARD_APART:
        due = [course for course in due if not course.is_hard or course.letter == last.letter]
    return tuple(course.letter for course in sorted(due, key=lambda course: _precedence(course, day)))


def _precedence(course: Course, day: date) -> tuple[int, float, int, int]:
    overdue = (day - course.next_on).days
    if course.is_named:
        return (0, -overdue, course.interval, course.letter.int)
    if course.rung == 0:
        return (1, -overdue, course.interval, course.letter.int)
    return (2, -overdue / course.interval, course.interval, course.letter.int)


def is_too_many(awake: Awake) -> bool:
    """Whether letters that have not come yet ask for more than their share of the days, so that some might rest."""
    return awake.first > SHARE_OF_DAYS


def _asked(awake: Awake, widened: float) -> float:
    return sum(count / rung_days(rung, widened) for rung, count in awake.on_rung.items())


def _on_date(course: Course, day: date, on: date) -> Course:
    return replace(_coming(course, day, (on - day).days, rung=course.rung), is_named=True)


def _coming(course: Course, day: date, days: int, *, rung: int) -> Course:
    on = _later(day, max(1, days))
    return replace(course, next_on=on, interval=max(1, (on - day).days), rung=rung, is_named=False)


def _later(day: date, days: int) -> date:
    """So many days later, never beyond the calendar."""
    return day + min(timedelta(days=days), date.max - day)


def _jitter(letter: UUID, rung: int) -> float:
    """A share from -15 to 15 per cent that is the same for a letter and rung on every machine and on every day."""
    drawn = int.from_bytes(hashlib.sha256(letter.bytes + bytes([rung % 256])).digest()[:4])
    return LARGEST_JITTER * (2 * drawn / 0xFFFFFFFF - 1)
