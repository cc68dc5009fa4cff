"""What a screen asks the window for: one small record a wish, carried by a past-tense signal."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from heartjournal.model.letter import LetterLink

FREE_WRITING = ""
EVENING_JOURNAL = "evening_journal"
BREAK = "break"
CRITIC = "critic"


@dataclass(frozen=True, slots=True)
class PageWanted:
    """A new page is to be opened: guided by a practice, or `FREE_WRITING`."""

    practice_id: str = FREE_WRITING


@dataclass(frozen=True, slots=True)
class EntryWanted:
    """A page the journal has is to be shown, or opened for writing.

    With a `section` it is shown at the words from `start` to before `end` of that section's body, in code points.
    """

    entry_id: UUID
    section: UUID | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class LetterWanted:
    """A letter is to be written: the one named, or a new one, which may answer a page, a sentence or a phrase."""

    letter_id: UUID | None = None
    about: LetterLink | None = None
    phrase: UUID | None = None


@dataclass(frozen=True, slots=True)
class ReadingWanted:
    """A letter is to be read, with nothing else on the screen. `reason` says why this one, where it was called."""

    letter_id: UUID
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class LetterPutAway:
    """A letter was put away until a journal day; sealed, it stays closed until then."""

    letter_id: UUID
    first_on: date
    is_sealed: bool = False


@dataclass(frozen=True, slots=True)
class PassingWords:
    """Something to be said in passing, and how to undo what it tells of."""

    words: str = field(repr=False)
    undo: Callable[[], None] | None = None
