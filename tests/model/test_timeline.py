"""The axis of the timeline: every day is in one bucket, sums are kept, weeks begin where they should, at any date."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from heartjournal.model.identity import natural_identity
from heartjournal.model.phrase import Phrase
from heartjournal.model.timeline import Axis, Bucket, DayCount, Lane, Span, Unit, axis, since_of, unit_for

ONE_DAY = timedelta(days=1)
UNITS = st.sampled_from(Unit)
WEEKDAYS = st.integers(0, 6)


@st.composite
def stretches(draw: st.DrawFn, most: int = 800) -> tuple[date, date]:
    """Two days, the second not before the first, anywhere in the calendar."""
    since = draw(st.dates())
    length = draw(st.integers(0, most))
    return since, date.fromordinal(min(since.toordinal() + length, date.max.toordinal()))


@given(stretch=stretches(), unit=UNITS, first_weekday=WEEKDAYS)
@example(stretch=(date.min, date(1, 2, 1)), unit=Unit.WEEK, first_weekday=6)
@example(stretch=(date(9999, 12, 1), date.max), unit=Unit.DAY, first_weekday=0)
@example(stretch=(date(9999, 12, 1), date.max), unit=Unit.WEEK, first_weekday=0)
@example(stretch=(date(9998, 1, 31), date.max), unit=Unit.MONTH, first_weekday=0)
@example(stretch=(date(2024, 2, 29), date(2028, 2, 29)), unit=Unit.MONTH, first_weekday=0)
def test_the_buckets_cover_every_day_once(stretch: tuple[date, date], unit: Unit, first_weekday: int) -> None:
    since, until = stretch
    buckets = axis(since, until, first_weekday=first_weekday, unit=unit).buckets
    assert (buckets[0].first, buckets[-1].last) == (since, until)
    assert all(bucket.first <= bucket.last for bucket in buckets)
    assert all(later.first - sooner.last == ONE_DAY for sooner, later in pairwise(buckets))


@given(stretch=stretches(), unit=UNITS, first_weekday=WEEKDAYS)
def test_each_bucket_is_one_whole_unit_but_for_the_ends(
    stretch: tuple[date, date], unit: Unit, first_weekday: int
) -> None:
    buckets = axis(*stretch, first_weekday=first_weekday, unit=unit).buckets
    for bucket in buckets[1:]:
        assert begins_unit(bucket.first, unit, first_weekday)
    for bucket in buckets:
        inside = (bucket.first + timedelta(days=days) for days in range(1, (bucket.last - bucket.first).days + 1))
        assert not any(begins_unit(day, unit, first_weekday) for day in inside)


def begins_unit(day: date, unit: Unit, first_weekday: int) -> bool:
    if unit is Unit.MONTH:
        return day.day == 1
    return unit is Unit.DAY or day.weekday() == first_weekday


@given(stretch=stretches(), unit=UNITS, first_weekday=WEEKDAYS, data=st.data())
@example(stretch=(date(9999, 12, 1), date.max), unit=Unit.DAY, first_weekday=0, data=None)
def test_a_day_is_placed_in_the_bucket_that_holds_it(
    stretch: tuple[date, date], unit: Unit, first_weekday: int, data: st.DataObject | None
) -> None:
    since, until = stretch
    of_stretch = axis(since, until, first_weekday=first_weekday, unit=unit)
    day = data.draw(st.dates(since, until)) if data else until
    place = of_stretch.place(day)
    assert place is not None
    assert of_stretch.buckets[place].first <= day <= of_stretch.buckets[place].last


@given(
    stretch=stretches(most=300),
    unit=UNITS,
    first_weekday=WEEKDAYS,
    counted=st.lists(st.tuples(st.integers(-20, 320), st.integers(1, 5)), max_size=30),
)
def test_no_count_is_lost_or_told_twice(
    stretch: tuple[date, date], unit: Unit, first_weekday: int, counted: list[tuple[int, int]]
) -> None:
    since, until = stretch
    days = [(since.toordinal() + ahead, count) for ahead, count in counted]
    counts = [DayCount(date.fromordinal(day), n) for day, n in days if 1 <= day <= date.max.toordinal()]
    of_stretch = axis(since, until, first_weekday=first_weekday, unit=unit)
    filled = of_stretch.filled(counts)
    assert [(bucket.first, bucket.last) for bucket in filled] == [(b.first, b.last) for b in of_stretch.buckets]
    for bucket in filled:
        assert bucket.count == sum(each.count for each in counts if bucket.first <= each.day <= bucket.last)


def test_a_day_outside_is_nowhere() -> None:
    november = axis(date(2026, 11, 1), date(2026, 11, 12))
    assert november.place(date(2026, 10, 31)) is None
    assert november.place(date(2026, 11, 13)) is None
    assert Axis(Unit.DAY, ()).place(date(2026, 11, 1)) is None
    assert Axis(Unit.DAY, ()).filled([DayCount(date(2026, 11, 1), 1)]) == ()


def test_a_week_begins_on_the_first_weekday_and_is_cut_off_where_the_timeline_is() -> None:
    monday = axis(date(2026, 11, 4), date(2026, 11, 18), unit=Unit.WEEK).buckets
    assert monday == (
        Bucket(date(2026, 11, 4), date(2026, 11, 8)),
        Bucket(date(2026, 11, 9), date(2026, 11, 15)),
        Bucket(date(2026, 11, 16), date(2026, 11, 18)),
    )
    sunday = axis(date(2026, 11, 4), date(2026, 11, 18), unit=Unit.WEEK, first_weekday=6).buckets
    assert [bucket.first.day for bucket in sunday] == [4, 8, 15]


def test_a_timeline_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="ends"):
        axis(date(2026, 11, 12), date(2026, 11, 11))


@pytest.mark.parametrize(
    ("days", "unit"),
    [(1, Unit.DAY), (31, Unit.DAY), (32, Unit.WEEK), (370, Unit.WEEK), (371, Unit.MONTH), (3653, Unit.MONTH)],
)
def test_a_mark_stands_for_what_keeps_it_readable(days: int, unit: Unit) -> None:
    since = date(2016, 1, 1)
    until = since + timedelta(days=days - 1)
    assert unit_for(since, until) is unit
    assert axis(since, until).unit is unit


@pytest.mark.parametrize(
    ("span", "until", "since"),
    [
        (Span.MONTH, date(2026, 11, 12), date(2026, 10, 13)),
        (Span.MONTH, date(2026, 3, 31), date(2026, 3, 1)),
        (Span.MONTH, date(2024, 3, 29), date(2024, 3, 1)),
        (Span.MONTH, date(2026, 1, 15), date(2025, 12, 16)),
        (Span.THREE_MONTHS, date(2026, 11, 12), date(2026, 8, 13)),
        (Span.SIX_MONTHS, date(2026, 11, 12), date(2026, 5, 13)),
        (Span.YEAR, date(2024, 2, 29), date(2023, 3, 1)),
        (Span.YEAR, date(2026, 12, 31), date(2026, 1, 1)),
        (Span.YEAR, date(1, 1, 1), date(1, 1, 1)),
        (Span.YEAR, date.max, date(9999, 1, 1)),
    ],
)
def test_a_span_looks_back_by_whole_months(span: Span, until: date, since: date) -> None:
    assert since_of(span, until, first_page=None) == since


@given(until=st.dates(), span=st.sampled_from(Span), first_page=st.none() | st.dates())
@example(until=date.min, span=Span.MONTH, first_page=None)
@example(until=date.max, span=Span.MONTH, first_page=None)
def test_every_span_begins_before_it_ends(until: date, span: Span, first_page: date | None) -> None:
    since = since_of(span, until, first_page=first_page)
    assert since <= until
    assert axis(since, until).buckets[-1].last == until


def test_all_begins_with_the_first_page() -> None:
    until = date(2026, 11, 12)
    assert since_of(Span.ALL, until, first_page=date(2016, 2, 29)) == date(2016, 2, 29)
    assert since_of(Span.ALL, until, first_page=None) == until
    assert since_of(Span.ALL, until, first_page=date(2026, 11, 13)) == until


def test_a_lane_rests_when_its_phrase_does() -> None:
    phrase = Phrase(natural_identity("phrase", "a"), date(2026, 11, 1), "a", resting_since=date(2026, 11, 2))
    assert Lane(phrase, 0, None, None, ()).is_resting
