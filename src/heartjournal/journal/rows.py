"""How the things of the model look in rows: dates, moments, elements, and the one row that a list shows."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from heartjournal.model.clock import Moment
from heartjournal.model.element import Element
from heartjournal.model.entry import EntryKind, EntryLine

# What `line_from` reads, in its order.
LINE_COLUMNS = (
    "entry.id, entry.day, entry.happened_at, entry.zone, entry.kind, entry.title, entry.opening, entry.elements"
)


def instant_text(instant: datetime) -> str:
    """An aware instant as UTC in ISO 8601 with microseconds, which sorts as time does."""
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


def moment_columns(moment: Moment | None) -> dict[str, str]:
    """The columns happened_at and zone; both "" for no time."""
    if moment is None:
        return {"happened_at": "", "zone": ""}
    return {"happened_at": instant_text(moment.instant), "zone": moment.zone}


def moment_from(happened_at: str, zone: str) -> Moment | None:
    """Read `moment_columns` back."""
    return Moment(datetime.fromisoformat(happened_at), zone) if happened_at else None


def elements_text(elements: tuple[Element, ...]) -> str:
    """Elements as one word list."""
    return " ".join(elements)


def line_from(row: tuple[Any, ...]) -> EntryLine:
    """A list's row from the columns of LINE_COLUMNS."""
    identity, day, happened_at, zone, kind, title, opening, elements = row
    return EntryLine(
        id=UUID(bytes=identity),
        day=date.fromisoformat(day),
        happened_at=moment_from(happened_at, zone),
        kind=EntryKind(kind),
        title=title,
        opening=opening,
        elements=tuple(Element(element) for element in elements.split()),
    )
