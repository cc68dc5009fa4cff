"""The dates that people write in file names and front matter; knows no file."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from heartjournal.model.clock import Moment, zone_named
from heartjournal.model.journal_day import journal_day

_TIME = (
    r"(?P<hour>[0-9]{2})(?P<colon>[:.\-_]?)(?P<minute>[0-9]{2})"
    r"(?:(?P=colon)(?P<second>[0-9]{2})(?:\.(?P<fraction>[0-9]{1,9}))?)?"
)
_ZONE = r"(?P<zone>[Zz]|[+-](?:[01][0-9]|2[0-3])[:.]?[0-5][0-9])"
_WRITTEN = re.compile(rf"(?P<day>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(?:(?:[Tt]|[ ]+){_TIME}(?:[ ]*{_ZONE})?)?")
_IN_NAME = re.compile(rf"(?<![0-9])(?P<day>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(?:T{_TIME}{_ZONE}?)?(?![0-9])")
_COMPACT_IN_NAME = re.compile(r"(?<![0-9])([12][0-9]{3})([0-9]{2})([0-9]{2})(?![0-9])")
_IN_PATH = re.compile(r"(?:^|/)([0-9]{4})/([0-9]{2})/([0-9]{2})\.[A-Za-z]+$")


class NoSuchDay(ValueError):  # noqa: N818  named for what it says
    """A date of the right shape that no calendar or clock has, such as 30 February."""


@dataclass(frozen=True, slots=True)
class When:
    """The journal day of a page, and the moment where a time was written with it."""

    day: date
    happened_at: Moment | None = None


def when_written(text: str, *, zone: str) -> When | None:
    """Read `YYYY-MM-DD`, also followed by a time and by an offset; None for any other text.

    A time without an offset is taken to be of `zone`. A moment before four in the morning belongs to the journal
    day before it. Raises NoSuchDay.
    """
    found = _WRITTEN.fullmatch(text.strip())
    return _when(found, zone) if found else None


def when_named(path: str, *, zone: str) -> When | None:
    """The date in a file's name, else the one its folders make; `path` has forward slashes.

    Takes `YYYY-MM-DD` anywhere in the name (with `T21:40`, `T2140` or `T21-40-05+01:00` after it, the moment too),
    then `YYYYMMDD`, then `YYYY/MM/DD.md`. Raises NoSuchDay for the first of them only: eight digits may be anything.
    """
    name = path.rpartition("/")[2]
    found = _IN_NAME.search(name)
    if found:
        return _when(found, zone)
    for numbers in (_COMPACT_IN_NAME.search(name), _IN_PATH.search(path)):
        try:
            if numbers:
                return When(date(*(int(number) for number in numbers.groups())))
        except ValueError:
            continue
    return None


def _when(found: re.Match[str], zone: str) -> When:
    try:
        day = date.fromisoformat(found["day"])
        if found["hour"] is None:
            return When(day)
        moment = _moment(found, day, _zone_name(found["zone"]) or zone)
        return When(journal_day(moment), moment)
    except (ValueError, OverflowError):
        raise NoSuchDay("no such day or time") from None


def _moment(found: re.Match[str], day: date, zone: str) -> Moment:
    fraction = (found["fraction"] or "").ljust(6, "0")[:6]
    local = datetime(
        day.year,
        day.month,
        day.day,
        int(found["hour"]),
        int(found["minute"]),
        int(found["second"] or 0),
        int(fraction),
        tzinfo=zone_named(zone),
    )
    return Moment(local.astimezone(UTC), zone)


def _zone_name(written: str | None) -> str:
    """An offset as "+HH:MM", the way a Moment names it; "" where none was written."""
    if not written:
        return ""
    digits = re.sub("[:.]", "", written)
    return "+00:00" if digits in "Zz" else f"{digits[:3]}:{digits[3:]}"
