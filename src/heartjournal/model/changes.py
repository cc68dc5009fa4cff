"""What a write touched, so that each visible room can see whether it concerns it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class Changes:
    """Which nouns, and which entries and phrases, a write touched. Empty means nothing was written.

    `heard` says that the inner critic was heard in more pages than before.
    """

    entries: frozenset[UUID] = field(default_factory=frozenset)
    contacts: bool = False
    comforts: bool = False
    settings: bool = False
    feelings: bool = False
    practices: bool = False
    letters: bool = False
    phrases: frozenset[UUID] = field(default_factory=frozenset)
    heard: bool = False

    def __bool__(self) -> bool:
        return self != Changes()
