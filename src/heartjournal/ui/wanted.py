"""What a screen asks the window for: one small record a wish, carried by a past-tense signal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

FREE_WRITING = ""
EVENING_JOURNAL = "evening_journal"
BREAK = "break"


@dataclass(frozen=True, slots=True)
class PageWanted:
    """A new page is to be opened: guided by a practice, or `FREE_WRITING`."""

    practice_id: str = FREE_WRITING


@dataclass(frozen=True, slots=True)
class EntryWanted:
    """A page the journal has is to be shown, or opened for writing."""

    entry_id: UUID
