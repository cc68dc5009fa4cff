"""Where a page stands in time as one whole number, so that the index itself holds the pages newest last."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from heartjournal.model.clock import Moment

_DAY_SHIFT = 41  # 22 bits of day before 18 bits of seconds, 10 of milliseconds and 13 that tell equals apart: 63
_SECOND_SHIFT = 23
_MILLISECOND_SHIFT = 13
_MOST_SECONDS = (1 << 18) - 1
_MARGIN = timedelta(days=1)  # a zone far east begins its day before UTC does


def position_of(day: date, happened_at: Moment | None, identity: UUID) -> int:
    """A positive number of 63 bits that rises with the day, and within it with the time; pages without one come first.

    Two pages can get the same number; whoever keeps it takes the next free one.
    """
    base = day.toordinal() << _DAY_SHIFT
    if happened_at is None:
        return base | identity.int & ((1 << _SECOND_SHIFT) - 1)
    since = happened_at.instant - datetime.combine(day, time(), UTC) + _MARGIN
    seconds = min(max(since // timedelta(seconds=1), 1), _MOST_SECONDS)
    milliseconds = happened_at.instant.microsecond // 1000
    tail = identity.int & ((1 << _MILLISECOND_SHIFT) - 1)
    return base | seconds << _SECOND_SHIFT | milliseconds << _MILLISECOND_SHIFT | tail
