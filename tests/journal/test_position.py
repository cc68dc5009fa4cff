"""Where a page stands in time."""

from datetime import date, timedelta
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from heartjournal.journal.position import position_of
from heartjournal.model.clock import Moment
from tests.clock import moment
from tests.journal.builders import DAY


@given(st.dates(), st.datetimes(), st.uuids())
def test_a_position_is_a_rowid_whatever_the_date(day: date, at: object, identity: UUID) -> None:
    assert 0 < position_of(day, moment(str(at)[:16]) if str(at)[:4] not in {"0001", "9999"} else None, identity) < 2**63


def test_a_later_day_comes_after_every_page_of_the_day_before() -> None:
    late = position_of(DAY, moment("2026-11-13 03:59", zone="America/Los_Angeles"), UUID(int=2**128 - 1))
    assert late < position_of(DAY + timedelta(days=1), None, UUID(int=0))


def test_within_a_day_time_decides_and_no_time_comes_first() -> None:
    moments = [
        moment("2026-11-12 04:00", zone="Pacific/Kiritimati"),
        moment("2026-11-12 08:00"),
        moment("2026-11-13 02:00"),
    ]
    positions = [position_of(DAY, at, uuid4()) for at in (None, *moments)]
    assert sorted(positions) == positions
    later = Moment(moments[1].instant + timedelta(seconds=1), "UTC")
    assert position_of(DAY, moments[1], UUID(int=2**128 - 1)) < position_of(DAY, later, UUID(int=0))
