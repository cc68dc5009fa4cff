"""When letters come back."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartjournal.model.letter import (
    FIRST_DAYS,
    Awake,
    Course,
    LastLetter,
    Wish,
    WishKind,
    another_evening,
    as_wished,
    brought_back,
    first_course,
    is_too_many,
    letters_of,
    next_return,
    rung_days,
    rung_near,
    widening,
    woken,
)
from heartjournal.model.letter.course import HARD_APART, LARGEST_JITTER, LONGEST_WAIT, WIDEST

DAY = date(2026, 11, 24)
LETTER = UUID(int=7)
DAYS = st.dates(date(1990, 1, 1), date(2190, 12, 31))
IDS = st.uuids(version=4)
RUNGS = st.integers(0, 40)
WIDTHS = st.floats(1.0, WIDEST)
COURSES = st.builds(
    Course,
    letter=IDS,
    next_on=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    interval=st.integers(1, 400),
    rung=st.integers(0, 12),
    is_named=st.booleans(),
    is_hard=st.booleans(),
)
CROWDS = st.lists(COURSES, max_size=12, unique_by=lambda course: course.letter)
AWAKE = st.builds(
    Awake,
    first=st.floats(0, 3),
    waiting=st.integers(0, 40),
    on_rung=st.dictionaries(st.integers(1, 12), st.integers(1, 4000), max_size=8),
)


def course(
    *, on: date = DAY, interval: int = 7, rung: int = 1, is_named: bool = False, is_hard: bool = False
) -> Course:
    return Course(uuid4(), on, interval, rung, is_named=is_named, is_hard=is_hard)


def test_the_ladder_is_seven_fourteen_thirty_and_doubles_until_it_is_twenty_years() -> None:
    assert [rung_days(rung) for rung in range(1, 10)] == [7, 14, 30, 60, 120, 240, 480, 960, 1920]
    assert rung_days(0) == 7
    assert rung_days(11) == rung_days(10**9) == LONGEST_WAIT


@given(letter=IDS, day=DAYS, rung=RUNGS, widened=WIDTHS)
def test_a_return_is_at_most_fifteen_per_cent_from_its_rung_and_the_same_whenever_it_is_asked(
    letter: UUID, day: date, rung: int, widened: float
) -> None:
    before = Course(letter, day, 3, rung)
    following = next_return(before, day, widened)
    days = rung_days(rung + 1, widened)
    assert abs(following.interval - days) <= LARGEST_JITTER * days
    assert following.next_on == day + timedelta(days=following.interval) > day
    assert following == next_return(before, day, widened)
    later = next_return(before, day + timedelta(days=400), widened)
    assert later.interval == following.interval


def test_returns_of_letters_written_on_one_day_spread_to_both_sides() -> None:
    intervals = {next_return(Course(uuid4(), DAY, 60, 4), DAY, 1.0).interval for _ in range(200)}
    assert min(intervals) < 112
    assert max(intervals) > 128


@given(rung=RUNGS, widened=WIDTHS)
def test_a_wider_rung_is_never_nearer(rung: int, widened: float) -> None:
    assert rung_days(rung) <= rung_days(rung, widened) <= rung_days(rung + 1, widened) <= LONGEST_WAIT


def test_a_letter_reread_on_31_january_returns_by_days_not_by_months() -> None:
    january, leap_day = date(2027, 1, 31), date(2028, 2, 29)
    assert coming(Wish(WishKind.IN_WEEKS, weeks=4), january) == date(2027, 2, 28)
    assert coming(Wish(WishKind.IN_WEEKS, weeks=4), date(2028, 2, 1)) == leap_day
    assert coming(Wish(WishKind.IN_WEEKS, weeks=52), leap_day) == date(2029, 2, 27)
    assert coming(Wish(WishKind.ON_DATE, on=leap_day), january) == leap_day


def coming(wish: Wish, day: date) -> date:
    following = as_wished(course(), wish, day, 1.0)
    assert following
    return following.next_on


@given(day=DAYS, first_on=DAYS, is_named=st.booleans())
def test_the_first_return_is_on_the_chosen_day_and_tomorrow_at_the_earliest(
    day: date, first_on: date, is_named: bool
) -> None:
    first = first_course(LETTER, put_away_on=day, first_on=first_on, is_named=is_named)
    assert first.next_on == max(first_on, day + timedelta(days=1))
    assert first.interval == (first.next_on - day).days
    assert (first.rung, first.is_named, first.is_hard) == (0, is_named, False)


def test_nothing_goes_beyond_the_calendar() -> None:
    last = date.max
    assert first_course(LETTER, put_away_on=last, first_on=last).interval == 1
    assert next_return(course(rung=9), last - timedelta(days=1), 1.0).next_on == last
    assert another_evening(course(), last).next_on == last


@pytest.mark.parametrize(
    ("days", "rung"), [(0, 1), (7, 1), (11, 1), (12, 2), (24, 3), (56, 4), (96, 5), (4000, 10), (2000, 9), (10**6, 10)]
)
def test_after_a_chosen_time_a_letter_goes_on_from_the_rung_near_it(days: int, rung: int) -> None:
    assert rung_near(days) == rung


@given(before=COURSES, day=DAYS, widened=WIDTHS, weeks=st.integers(0, 60), on=DAYS | st.none())
def test_what_is_wished_is_what_comes_and_never_on_the_same_day(
    before: Course, day: date, widened: float, weeks: int, on: date | None
) -> None:
    suggested = as_wished(before, Wish(), day, widened)
    assert suggested == next_return(before, day, widened)
    assert suggested is not None
    assert suggested.rung == before.rung + 1
    sooner = as_wished(before, Wish(WishKind.SOONER), day, widened)
    assert sooner
    assert day < sooner.next_on <= suggested.next_on
    assert 1 <= sooner.rung <= suggested.rung
    in_weeks = as_wished(before, Wish(WishKind.IN_WEEKS, weeks=weeks), day, widened)
    assert in_weeks
    assert in_weeks.next_on == day + timedelta(days=max(1, 7 * weeks))
    on_date = as_wished(before, Wish(WishKind.ON_DATE, on=on), day, widened)
    assert on_date
    assert on_date.next_on == max(on or day, day + timedelta(days=1))
    assert on_date.is_named
    assert not any(following.is_named for following in (sooner, in_weeks, suggested))
    assert as_wished(before, Wish(WishKind.REST), day, widened) is None
    for following in (suggested, sooner, in_weeks, on_date):
        assert (following.letter, following.is_hard) == (before.letter, before.is_hard)
        assert following.interval == (following.next_on - day).days


@given(before=COURSES, day=st.dates(date(2026, 1, 1), date(2027, 12, 31)), weeks=st.integers(0, 60))
def test_a_return_can_be_moved_without_reading_and_a_first_one_stays_a_first_one(
    before: Course, day: date, weeks: int
) -> None:
    assert brought_back(before, Wish(), day) == before
    assert brought_back(before, Wish(WishKind.REST), day) is None
    sooner = brought_back(before, Wish(WishKind.SOONER), day)
    in_weeks = brought_back(before, Wish(WishKind.IN_WEEKS, weeks=weeks), day)
    on_date = brought_back(before, Wish(WishKind.ON_DATE, on=day + timedelta(days=40)), day)
    nowhere = brought_back(before, Wish(WishKind.ON_DATE), day)
    assert sooner
    assert in_weeks
    assert on_date
    assert nowhere
    assert sooner.next_on <= max(before.next_on, day + timedelta(days=1))
    assert sooner == before or sooner.next_on > day
    assert in_weeks.next_on == day + timedelta(days=max(1, 7 * weeks))
    assert (on_date.next_on, on_date.is_named) == (day + timedelta(days=40), True)
    assert nowhere.next_on == day + timedelta(days=1)
    if before.rung == 0:
        assert sooner.rung == in_weeks.rung == on_date.rung == 0


def test_sooner_halves_the_days_that_are_left_and_leaves_alone_what_is_due() -> None:
    fortnight = course(on=DAY + timedelta(days=14), interval=14)
    sooner = brought_back(fortnight, Wish(WishKind.SOONER), DAY)
    assert sooner == replace(fortnight, next_on=DAY + timedelta(days=7), interval=7)
    due = course(on=DAY)
    assert brought_back(due, Wish(WishKind.SOONER), DAY) == due


def test_a_letter_that_wakes_comes_in_three_days_or_on_the_day_named() -> None:
    rested = course(on=date(2020, 1, 1), interval=240, rung=6, is_hard=True)
    soon, named = woken(rested, DAY), woken(rested, DAY, date(2026, 12, 24))
    assert (soon.next_on, soon.interval, soon.rung, soon.is_named) == (DAY + timedelta(days=FIRST_DAYS), 3, 6, False)
    assert (named.next_on, named.is_named, named.is_hard) == (date(2026, 12, 24), True, True)
    assert woken(rested, DAY, DAY).next_on == DAY + timedelta(days=1)


@given(before=COURSES, day=DAYS, until=DAYS | st.none())
def test_another_evening_is_tomorrow_or_later_and_the_interval_stays(
    before: Course, day: date, until: date | None
) -> None:
    put_off = another_evening(before, day, until)
    assert put_off.next_on == max(until or day, day + timedelta(days=1))
    assert put_off == replace(before, next_on=put_off.next_on, is_named=True)


def test_named_dates_come_first_then_first_returns_then_the_most_overdue_for_its_interval() -> None:
    days = [timedelta(days=number) for number in range(12)]
    named_lately, named_long = course(on=DAY, is_named=True, rung=3), course(on=DAY - days[1], is_named=True, rung=0)
    first, earlier_first = course(on=DAY, rung=0, interval=3), course(on=DAY - days[2], rung=0, interval=42)
    near, far = course(on=DAY - days[4], interval=7), course(on=DAY - days[9], interval=60, rung=4)
    fresh = course(on=DAY, interval=7)
    tomorrow = course(on=DAY + days[1], is_named=True)
    crowd = [fresh, tomorrow, far, near, first, named_lately, earlier_first, named_long]
    best = [named_long, named_lately, earlier_first, first, near, far, fresh]
    assert letters_of(DAY, crowd, None) == tuple(known.letter for known in best)


@given(crowd=CROWDS, day=st.dates(date(2026, 1, 1), date(2028, 6, 30)), last=COURSES, ago=st.integers(1, 60))
def test_the_letters_of_a_day_are_due_and_hard_never_follows_hard(
    crowd: list[Course], day: date, last: Course, ago: int
) -> None:
    came = LastLetter(last.letter, day - timedelta(days=ago), last.is_hard)
    fit = letters_of(day, crowd, came)
    known = {known.letter: known for known in crowd}
    due = {letter for letter, known in known.items() if known.next_on <= day}
    assert len(set(fit)) == len(fit)
    assert set(fit) <= due
    left_out = due - set(fit)
    assert all(known[letter].is_hard for letter in left_out)
    if last.is_hard and timedelta(days=ago) < HARD_APART:
        assert not any(known[letter].is_hard for letter in fit if letter != last.letter)
    else:
        assert not left_out
    assert fit == letters_of(day, reversed(crowd), came)


def test_a_letter_that_is_hard_may_follow_itself_and_another_after_thirty_days() -> None:
    hard, other = course(is_hard=True), course(is_hard=True)
    yesterday = LastLetter(hard.letter, DAY - timedelta(days=1), is_hard=True)
    assert letters_of(DAY, [hard, other], yesterday) == (hard.letter,)
    long_ago = replace(yesterday, came_on=DAY - HARD_APART)
    assert set(letters_of(DAY, [hard, other], long_ago)) == {hard.letter, other.letter}


@given(awake=AWAKE)
def test_the_rungs_widen_no_more_than_they_must(awake: Awake) -> None:
    widened = widening(awake)
    assert 1.0 <= widened <= WIDEST
    share = max(0.5 - awake.first - awake.waiting / 56, 0.1)
    if widened < WIDEST:
        assert asked_for(awake, widened) <= share
    if widened > 1.0:
        assert asked_for(awake, (widened - 1) * 0.9 + 1) > share


def asked_for(awake: Awake, widened: float) -> float:
    return sum(count / rung_days(rung, widened) for rung, count in awake.on_rung.items())


def test_few_letters_widen_nothing_and_more_of_them_never_narrow() -> None:
    assert widening(Awake()) == 1.0
    assert widening(Awake(1 / 7, 1, {1: 1, 2: 1, 3: 3})) == 1.0
    widths = [widening(Awake(1 / 7, 0, dict.fromkeys(range(1, 8), count))) for count in range(1, 60, 5)]
    assert widths == sorted(widths)
    assert widths[-1] > 1.0
    waits = [widening(Awake(1 / 7, waiting, {2: 4})) for waiting in range(0, 40, 5)]
    assert waits == sorted(waits)
    assert waits[0] == 1.0 < waits[-1]
    assert widening(Awake(on_rung={1: 10**9})) == WIDEST


def test_letters_are_too_many_when_first_returns_alone_ask_for_more_than_half_of_the_days() -> None:
    assert not is_too_many(Awake(0.5, 90, {1: 900}))
    assert is_too_many(Awake(0.51))
