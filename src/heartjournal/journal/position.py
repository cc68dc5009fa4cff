"""Where a page stands in time as one whole number, so that the index itself holds the pages newest last.

The number is no longer than it needs to be: the index keeps the steps between numbers, and short steps are small.
"""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from heartjournal.model.clock import Moment

_DAY_SHIFT = 21  # a bit for "has a time", 18 bits of seconds, 2 that tell equals apart; or 20 of those
_HAS_TIME = 1 << 20
_SECOND_SHIFT = 2
_MOST_SECONDS = (1 << 18) - 1
_MARGIN = timedelta(days=1)  # a zone far east begins its day before UTC does


def position_of(day: date, happened_at: Moment | None, identity: UUID) -> int:
    """A positive number that rises with the day, and within it with the second; pages without a time come first.

    Two pages can get the same number; whoever keeps it takes the next free one.
    """
    base = day.toordinal() << _DAY_SHIFT
    if happened_at is None:
        return base | identity.int & (_HAS_TIME - 1)
    since = happened_at.instant - datetime.combine(day, time(), UTC) + _MARGIN
    seconds = min(max(since // timedelta(seconds=1), 0), _MOST_SECONDS)
    return base | _HAS_TIME | seconds << _SECOND_SHIFT | identity.int & ((1 << _SECOND_SHIFT) - 1)
