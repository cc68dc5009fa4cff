"""The one meaning of "day"."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartjournal.model.clock import Moment
from heartjournal.model.journal_day import journal_day
from tests.clock import moment

SINCE = datetime(2026, 1, 1, tzinfo=UTC)
INSTANTS = st.timedeltas(timedelta(0), timedelta(days=15 * 365)).map(lambda since: SINCE + since)
ZONES = st.sampled_from(
    [
        "Europe/London",
        "America/Los_Angeles",
        "America/Sao_Paulo",
        "Pacific/Kiritimati",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "+13:45",
        "UTC",
    ]
)


@pytest.mark.parametrize(
    ("wall_clock", "day"),
    [
        ("2026-11-12 21:40", "2026-11-12"),
        ("2026-11-13 00:00", "2026-11-12"),
        ("2026-11-13 03:59", "2026-11-12"),
        ("2026-11-13 04:00", "2026-11-13"),
        ("2027-01-01 02:00", "2026-12-31"),
        ("2026-03-29 03:59", "2026-03-28"),
        ("2026-03-29 04:00", "2026-03-29"),
        ("2026-10-25 01:30", "2026-10-24"),
        ("2026-10-25 04:00", "2026-10-25"),
    ],
)
def test_a_journal_day_turns_at_four_on_the_wall_clock(wall_clock: str, day: str) -> None:
    assert journal_day(moment(wall_clock)).isoformat() == day


def test_the_day_is_that_of_the_place_where_it_was_lived() -> None:
    assert journal_day(moment("2026-11-12 23:00", zone="Pacific/Kiritimati")).isoformat() == "2026-11-12"
    assert journal_day(moment("2026-11-12 23:00", zone="America/Los_Angeles")).isoformat() == "2026-11-12"


def test_another_hour_can_turn_the_day() -> None:
    assert journal_day(moment("2026-11-13 00:00"), turn_hour=0).isoformat() == "2026-11-13"


@given(instant=INSTANTS, zone=ZONES, later=st.timedeltas(timedelta(0), timedelta(days=400)))
def test_in_one_place_the_day_never_goes_back_and_keeps_step_with_time(
    instant: datetime, zone: str, later: timedelta
) -> None:
    first, then = journal_day(Moment(instant, zone)), journal_day(Moment(instant + later, zone))
    assert first <= then
    assert abs((then - first) - later) < timedelta(days=1, hours=1)


@given(instant=INSTANTS, here=ZONES, there=ZONES)
def test_travel_moves_the_day_by_one_at_most(instant: datetime, here: str, there: str) -> None:
    days = journal_day(Moment(instant, there)) - journal_day(Moment(instant, here))
    assert abs(days) <= timedelta(days=1)
