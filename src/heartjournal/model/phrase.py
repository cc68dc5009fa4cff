"""A phrase of the inner critic as the journal holds it: the person's choice, its sentences, and what answers it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

MOST_UNDERLINED = 2
"""How many sentences of one page are underlined at most."""
DAYS_BEFORE_SUGGESTED = 2
"""On how many different days a sentence stood before it is suggested, unless the person wishes otherwise."""
FEWEST_DAYS, MOST_DAYS = 1, 5
DAYS_BEFORE_MAYBE = 3
"""The same for a verdict that the ear is not sure of."""


class CriticStep(StrEnum):
    """The steps of the practice of working with one phrase, in their order; it goes on where it was left."""

    NOTICE = "notice"
    KNOW = "know"
    SOFTEN = "soften"
    REFRAME = "reframe"
    DONE = "done"


def calmest_of(wordings: Sequence[str]) -> str:
    """How a sentence is to be called that was written in these ways, at least one: as most often, and not shouted.

    It begins with a capital letter, as a sentence that stands alone does.
    """
    most_often = Counter(words.casefold() for words in wordings).most_common(1)[0][0]
    ways = [words for words in wordings if words.casefold() == most_often]
    words = min(ways, key=lambda words: sum(letter.isupper() for letter in words[1:]))
    if words.isupper() and len(words) > 1:
        words = words.lower()
    return words[:1].upper() + words[1:]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence as it stands in a page: the words themselves, and what stands before and after them in it."""

    before: str = field(repr=False)
    words: str = field(repr=False)
    after: str = field(repr=False)

    @property
    def whole(self) -> str:
        """The whole of it, as it stands in the page."""
        return self.before + self.words + self.after


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where a phrase was written: from `start` to before `end` of the section's body, in code points.

    `key` is the wording it was heard under, for whoever says no to this one.
    """

    entry: UUID
    section: UUID
    day: date
    start: int
    end: int
    quotation: Quotation
    key: str = field(default="", repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Reframe:
    """A kinder line that the person wrote for a phrase; the newest is the one shown, the others are its history."""

    id: UUID
    written_on: date
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording that belongs to a phrase: the key that groups it, and the sentence it was first kept with."""

    key: str = field(repr=False)
    example: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class LinkedLetter:
    """A letter that was written about a phrase."""

    letter: UUID
    title: str = field(repr=False)
    is_sealed: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """What the person says about one of their own sentences. `tones` and the three texts are theirs, free to be empty.

    `words` is how the person names it. `resting_since` is None for one that is awake. `step` is where the practice of
    working with it was left.
    """

    id: UUID
    kept_on: date
    words: str = field(repr=False)
    tones: tuple[str, ...] = field(default=(), repr=False)
    whose_voice: str = field(default="", repr=False)
    protecting: str = field(default="", repr=False)
    softening: str = field(default="", repr=False)
    is_pinned: bool = False
    resting_since: date | None = None
    step: CriticStep = CriticStep.NOTICE


@dataclass(frozen=True, slots=True)
class PhraseLine:
    """One row of the list of phrases: how often it came (pages, not sentences), first and last, the newest reframe."""

    phrase: Phrase
    times: int
    first_on: date | None
    last_on: date | None
    reframe: Reframe | None


@dataclass(frozen=True, slots=True)
class PhrasePage:
    """Everything about one phrase. `occurrences` and `answers` are newest first, `reframes` newest first.

    An answer is a kind sentence of the person's own that stood in a page beside the phrase. `joined` are the phrases
    that were merged into this one, `near` those that may be the same.
    """

    line: PhraseLine
    occurrences: tuple[Occurrence, ...]
    answers: tuple[Occurrence, ...]
    reframes: tuple[Reframe, ...]
    variants: tuple[Variant, ...]
    joined: tuple[Phrase, ...]
    near: tuple[Phrase, ...]
    letters: tuple[LinkedLetter, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Sentences that may be one of the person's own phrases, the newest first; nothing of it counts until it is kept.

    `days` is on how many different days they stood. `near` are kept phrases that it may belong to. `reason` says in
    plain words why it was heard.
    """

    key: str = field(repr=False)
    words: str = field(repr=False)
    reason: str = field(repr=False)
    days: int
    last_on: date
    occurrences: tuple[Occurrence, ...]
    near: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class PageSection:
    """The words of one section as they stand in the editor now."""

    section: UUID
    body: str = field(repr=False)
    is_heard: bool = True


@dataclass(frozen=True, slots=True)
class Mark:
    """A sentence to be underlined in the page that is being written, in code points of the section's body.

    `days` is on how many other days it stood and `since` the first of them. `phrase` is None for one that nobody has
    kept; `reframe` and `answer` are the person's own kinder words for it, where there are any.
    """

    section: UUID
    start: int
    end: int
    key: str = field(repr=False)
    reason: str = field(repr=False)
    days: int = 0
    since: date | None = None
    phrase: Phrase | None = None
    reframe: Reframe | None = None
    answer: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class PageHeard:
    """What was heard in a page that is being written. Where despair is heard there are no marks."""

    marks: tuple[Mark, ...] = ()
    is_despair: bool = False


@dataclass(frozen=True, slots=True)
class MonthNote:
    """What came in a month: phrases with the number of pages they came in, and the kind words that were found.

    `reframes` are the kinder lines that were written, `answers` the kind sentences that stood in pages.
    """

    month: date
    phrases: tuple[tuple[str, int], ...] = field(repr=False)
    reframes: tuple[str, ...] = field(repr=False)
    answers: tuple[str, ...] = field(default=(), repr=False)

    @property
    def kind_words(self) -> tuple[str, ...]:
        """The kinder lines, then the answers, each once."""
        return tuple(dict.fromkeys((*self.reframes, *self.answers)))


@dataclass(frozen=True, slots=True)
class CriticWishes:
    """What the person wishes of the inner critic's room and of the underlines.

    `is_quiet` is the quiet day, over by itself when the journal day ends; "too much right now" begins one too.
    `ways_out` lets the page show the way out more plainly when despair is heard in it.
    """

    underlines: bool = True
    suggestions: bool = True
    days_before_suggested: int = DAYS_BEFORE_SUGGESTED
    month_note: bool = True
    ways_out: bool = True
    is_quiet: bool = False
