"""The clock that orders changes across machines."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartjournal.model.stamp import Stamp, next_stamp

WRITER = b"writer-1"
INSTANTS = st.integers(-(2**33), 2**37).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))


@given(st.lists(INSTANTS, min_size=2, max_size=30))
def test_stamps_rise_strictly_however_the_clock_is_set(instants: list[datetime]) -> None:
    high_mark, stamps = 0, []
    for instant in instants:
        stamp = next_stamp(high_mark, instant, WRITER)
        stamps.append(stamp)
        high_mark = stamp.clock
    assert sorted(set(stamps)) == stamps
    assert sorted(stamp.to_bytes() for stamp in stamps) == [stamp.to_bytes() for stamp in stamps]


@given(st.integers(0, 2**64 - 1), st.binary(min_size=8, max_size=8))
def test_a_stamp_is_read_back_from_its_bytes(clock: int, writer: bytes) -> None:
    stamp = Stamp(clock, writer)
    assert Stamp.from_bytes(stamp.to_bytes()) == stamp


def test_a_stamp_follows_the_wall_clock_where_it_has_moved_on() -> None:
    now = datetime(2026, 11, 12, tzinfo=UTC)
    first = next_stamp(0, now, WRITER)
    later = next_stamp(first.clock, now + timedelta(seconds=1), WRITER)
    assert later.clock - first.clock == 1000 << 16


def test_anything_but_sixteen_bytes_is_no_stamp() -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        Stamp.from_bytes(b"short")
