"""A letter as the journal holds it: its words are an entry, beside which stand where it is and its returns."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from heartjournal.model.clock import Moment
from heartjournal.model.entry import Entry, Section
from heartjournal.model.letter.course import Felt

PRACTICE_ID = "letter"
HURT_PROMPT = "letter/hurt"
"""The prompt that a letter's writer answers first; what is reread is neither this answer nor the next."""
FEELINGS_PROMPT = "letter/feelings"
LETTER_PROMPT = "letter/letter"
"""The prompt that the letter itself answers; one written on a blank sheet, or brought in, answers none."""


def letter_of(sections: Iterable[Section]) -> Section | None:
    """The section that is the letter itself, the one reread, printed and heard: the step "letter", else free words.

    Never what hurts and never the feelings, so that None is left where the letter was taken out.
    """
    written = [section for section in sections if section.is_shown and section.body.strip()]
    itself = (section for section in written if section.prompt_id == LETTER_PROMPT)
    free = (section for section in written if section.prompt_id not in {HURT_PROMPT, FEELINGS_PROMPT})
    return next(itself, None) or next(free, None)


class LetterState(StrEnum):
    """Where a letter is. A draft has not been put away; a sealed one stays closed until its date."""

    DRAFT = "draft"
    AWAKE = "awake"
    SEALED = "sealed"
    RESTING = "resting"


@dataclass(frozen=True, slots=True)
class LetterLink:
    """What a letter answers: a page, or a sentence of it. `quote` is empty for a whole page."""

    entry: UUID
    section: UUID | None = None
    quote: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Rereading:
    """One time a letter was read: never changed, only added. `felt` is None where nothing was answered."""

    id: UUID
    read_at: Moment
    day: date
    felt: Felt | None = None
    reply: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One row of the list of letters; of a sealed one no word but its title is here.

    `next_on` is None for a draft and for one at rest; `resting_since` is None for any other. `is_named` says that the
    person chose the very day of `next_on`. `about` is the beginning of what the letter answers: the hurt it was
    written to, else the linked sentence, else the linked page, else the phrase.
    """

    id: UUID
    state: LetterState
    written_on: date
    title: str = field(default="", repr=False)
    opening: str = field(default="", repr=False)
    about: str = field(default="", repr=False)
    next_on: date | None = None
    is_named: bool = False
    resting_since: date | None = None
    times_read: int = 0
    felt: Felt | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A whole letter: its words with the steps before them, what it answers, and its returns, oldest first.

    `phrases` are the words of the person's own phrases that it was written about.

    Of a sealed letter `entry` has no sections. `suggested` is the day it would come back after a reading today if
    nothing else is wished; None for a draft, a sealed one and one at rest.
    """

    entry: Entry
    line: LetterLine
    links: tuple[LetterLink, ...] = ()
    phrases: tuple[str, ...] = field(default=(), repr=False)
    rereadings: tuple[Rereading, ...] = ()
    suggested: date | None = None


class ReasonKind(StrEnum):
    """Why this letter was drawn and no other; the sentence that says so is the window's."""

    WRITTEN_ABOUT = "written_about"
    SAME_SENTENCE = "same_sentence"
    SAME_FEELING = "same_feeling"
    SAME_WORDS = "same_words"
    BY_CHANCE = "by_chance"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A letter that was called by need or offered after a page. `shared` is the feeling or words both have."""

    letter: UUID
    reason: ReasonKind
    shared: str = field(default="", repr=False)
