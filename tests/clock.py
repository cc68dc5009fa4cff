"""A clock that stands still until a test sets it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from heartjournal.model.clock import Moment

LONDON = "Europe/London"


def moment(text: str = "2026-11-12 21:40", *, zone: str = LONDON) -> Moment:
    """The instant at which clocks in `zone` show `text` (ISO, no offset)."""
    local = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))
    return Moment(local.astimezone(UTC), zone)


class FixedClock:
    """A `Clock`: an evening in November in London unless told otherwise."""

    def __init__(self, now: Moment | None = None) -> None:
        self._now = now or moment()

    def now(self) -> Moment:
        """The moment it was set to."""
        return self._now

    def set(self, text: str, *, zone: str | None = None) -> None:
        """Show `text` on the wall clock of `zone`, the present one if not named."""
        self._now = moment(text, zone=zone or self._now.zone)

    def advance(self, by: timedelta) -> None:
        """Let `by` pass."""
        self._now = Moment(self._now.instant + by, self._now.zone)
