"""The one meaning of "day": a journal day turns at four in the morning, not at midnight."""

from datetime import date, timedelta

from heartjournal.model.clock import Moment

TURN_HOUR = 4


def journal_day(moment: Moment, *, turn_hour: int = TURN_HOUR) -> date:
    """The journal day that a moment belongs to, by the wall clock of its own zone.

    A page written at half past one in the morning belongs to the evening before it. The rule goes by the clock on
    the wall, so it holds on the nights when the clocks change.
    """
    local = moment.local()
    return local.date() - timedelta(days=1) if local.hour < turn_hour else local.date()
