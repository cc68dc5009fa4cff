"""The one meaning of "day"."""

import pytest

from heartjournal.model.journal_day import journal_day
from tests.clock import moment


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
