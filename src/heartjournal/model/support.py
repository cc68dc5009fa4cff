"""What a person keeps for hard evenings: people to call and things that comfort."""

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to reach: all three are the person's own words, none is checked."""

    id: UUID
    name: str = field(repr=False)
    number: str = field(repr=False)
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Comfort:
    """Something that helps, in the person's own words."""

    id: UUID
    words: str = field(repr=False)
