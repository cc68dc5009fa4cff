"""The only place that asks the machine for the time; everybody else is handed a `Clock`."""

import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>[01]\d|2[0-3]):(?P<minutes>[0-5]\d)")
_ZONEINFO_FOLDER = "zoneinfo/"


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant (aware, in UTC) together with the name of the time zone it was lived in.

    `zone` is an IANA key such as "Europe/London", or an offset such as "+02:00" where no key is known.
    """

    instant: datetime
    zone: str

    def local(self) -> datetime:
        """The wall-clock time where it was lived, aware."""
        return self.instant.astimezone(zone_named(self.zone))


class Clock(Protocol):
    """Tells what time it is; replaced by a fixed one in tests."""

    def now(self) -> Moment:
        """The present instant and the zone of this machine."""
        ...


class SystemClock:
    """The clock of this machine."""

    def now(self) -> Moment:
        """The present instant and the machine's zone, read anew each time since people travel."""
        here = datetime.now().astimezone()
        return Moment(here.astimezone(UTC), _machine_zone(here))


def zone_named(name: str) -> tzinfo:
    """The zone of an IANA key or of a "+HH:MM" offset; UTC when the name means nothing here."""
    offset = _OFFSET.fullmatch(name)
    if offset:
        sign = -1 if offset["sign"] == "-" else 1
        return timezone(sign * timedelta(hours=int(offset["hours"]), minutes=int(offset["minutes"])))
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return UTC


def _machine_zone(here: datetime) -> str:
    """The IANA key the system is set to if it can be told, else the present offset."""
    named = os.environ.get("TZ", "").removeprefix(":")
    if not named:
        target = os.path.realpath(Path("/etc/localtime"))
        named = target.partition(_ZONEINFO_FOLDER)[2]
    try:
        if named and ZoneInfo(named).utcoffset(here) == here.utcoffset():
            return named
    except (KeyError, ValueError, OSError):
        pass
    offset = here.strftime("%z")
    return f"{offset[:3]}:{offset[3:5]}"
