"""What an entry said before it was edited."""

from dataclasses import dataclass, field
from datetime import datetime

from heartjournal.model.entry import Section


@dataclass(frozen=True, slots=True)
class Version:
    """The words of an entry as they stood at `taken_at` (aware, in UTC)."""

    taken_at: datetime
    sections: tuple[Section, ...]
    title: str = field(default="", repr=False)
