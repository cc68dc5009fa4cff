"""Days stand in their order and place, months and years are named, and weeks without a page are left out."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from heartjournal.model.timeline import DayCount, Unit, axis
from heartjournal.ui.critic.timeline.scale import TimeScale
from tests.ui.critic.timeline.weeks import HALF_YEAR, SINCE, TODAY, week

HALF = TimeScale(HALF_YEAR, 12, 486)


def named(since: date, until: date, *, room: float = 34) -> list[str]:
    return [tick.name for tick in TimeScale(axis(since, until), 0, 474).ticks(room=room)]


@pytest.fixture(autouse=True)
def _in_britain() -> None:
    QLocale.setDefault(QLocale("en_GB"))


def test_the_first_day_begins_at_the_left_and_the_last_ends_at_the_right() -> None:
    assert HALF.start_of(SINCE) == 12
    assert HALF.start_of(TODAY) + HALF.day_width == pytest.approx(486)


def test_a_mark_stands_in_the_middle_of_its_week() -> None:
    bucket = HALF_YEAR.buckets[3]
    assert HALF.centre(bucket) == pytest.approx(HALF.start_of(bucket.first) + 3.5 * HALF.day_width)


@given(since=st.dates(date(1990, 1, 1), date(2026, 1, 1)), days=st.integers(0, 4000))
def test_every_bucket_lies_within_the_axis_and_after_the_one_before(since: date, days: int) -> None:
    over = axis(since, since + timedelta(days=days))
    scale = TimeScale(over, 0, 474)
    centres = [scale.centre(bucket) for bucket in over.buckets]
    assert centres == sorted(centres)
    assert 0 < centres[0] <= centres[-1] < 474


@given(since=st.dates(date(1990, 1, 1), date(2026, 1, 1)), days=st.integers(0, 20_000), room=st.floats(20, 90))
def test_names_never_stand_closer_than_they_have_room(since: date, days: int, room: float) -> None:
    ticks = TimeScale(axis(since, since + timedelta(days=days)), 0, 474).ticks(room=room)
    assert ticks or days + 1 < 7, "in a whole week or more there is always a beginning to be named"
    gaps = [later.x - earlier.x for earlier, later in pairwise(ticks)]
    assert all(gap >= room * 0.9 for gap in gaps), "a month may be a little shorter than the usual one"
    assert all(0 <= tick.x <= 474 for tick in ticks)


def test_half_a_year_names_its_months() -> None:
    assert named(SINCE, TODAY) == ["June", "July", "Aug", "Sept", "Oct", "Nov"]


def test_a_january_is_named_by_its_year() -> None:
    assert named(date(2025, 11, 13), TODAY)[:3] == ["Dec", "2026", "Feb"]


def test_ten_years_name_years_only() -> None:
    assert named(date(2016, 11, 13), TODAY) == [str(year) for year in range(2017, 2027)]


def test_a_month_names_the_beginnings_of_its_weeks() -> None:
    assert named(date(2026, 10, 13), TODAY) == ["19 Oct", "26 Oct", "2 Nov", "9 Nov"]


def test_where_letters_are_large_fewer_months_are_named() -> None:
    assert named(date(2025, 11, 13), TODAY, room=60) == ["2026", "Apr", "July", "Oct"]


def test_weeks_without_a_page_interrupt_what_was_written() -> None:
    pages = [DayCount(week(number), 1) for number in range(len(HALF_YEAR.buckets) - 1) if number not in {4, 5, 9}]
    stretches = HALF.stretches(HALF_YEAR.filled(pages))
    starts = [HALF.start_of(HALF_YEAR.buckets[number].first) for number in (0, 6, 10)]
    ends = [HALF.start_of(HALF_YEAR.buckets[number].first) for number in (4, 9, len(HALF_YEAR.buckets) - 1)]
    assert [begin for begin, _ in stretches] == pytest.approx(starts)
    assert [end for _, end in stretches] == pytest.approx(ends)


def test_where_nothing_was_written_there_is_no_line() -> None:
    assert HALF.stretches(HALF_YEAR.filled(())) == ()


def test_days_are_shown_for_a_month_and_months_for_years() -> None:
    assert axis(date(2026, 10, 13), TODAY).unit is Unit.DAY
    assert axis(date(2016, 10, 13), TODAY).unit is Unit.MONTH
