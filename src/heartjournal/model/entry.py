"""A page of the journal: its sections, the draft the editor hands over, and the rows that lists show."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from heartjournal.model.clock import Moment
from heartjournal.model.element import Element

FRONT_MATTER = "markdown/front-matter"
"""The prompt id of the section that keeps front matter of an imported page that has no place elsewhere."""


class EntryKind(StrEnum):
    """An entry is any of the three; the interface calls the first a page."""

    PAGE = "page"
    PRACTICE = "practice"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Section:
    """One answered prompt, or the whole of a free page. `body` is Markdown source, kept byte for byte.

    `prompt_id` is "practice/step" or empty for free writing; `prompt_text` is the prompt as it was shown.
    """

    id: UUID
    body: str = field(repr=False)
    element: Element | None = None
    prompt_id: str = ""
    prompt_text: str = field(default="", repr=False)
    feelings: tuple[str, ...] = field(default=(), repr=False)

    @property
    def is_shown(self) -> bool:
        """Whether a person ever sees it. What is not shown is kept and carried along, and is no word of the page."""
        return self.prompt_id != FRONT_MATTER

    @property
    def is_empty(self) -> bool:
        """Whether it leaves nothing behind: no word written and no feeling named."""
        return not self.body.strip() and not self.feelings


@dataclass(frozen=True, slots=True)
class Draft:
    """The whole of an entry as it stands in the editor; saving it twice writes once.

    Sections are in the order shown; empty ones may be present and are not kept. `happened_at` is None for an entry
    that has a day but no time. `origin` names the import source ("" for a page written here).
    """

    id: UUID
    day: date
    sections: tuple[Section, ...]
    happened_at: Moment | None = None
    kind: EntryKind = EntryKind.PAGE
    practice_id: str = ""
    title: str = field(default="", repr=False)
    origin: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it to keep, as far as a person sees."""
        return not self.title.strip() and all(section.is_empty or not section.is_shown for section in self.sections)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as the journal holds it. `created`, `changed` and `trashed_at` are aware, in UTC.

    `sealed_until` is the journal day on which a sealed letter opens, None for any other entry. Until then the journal
    hands the entry out without its sections.
    """

    id: UUID
    day: date
    sections: tuple[Section, ...]
    created: datetime
    changed: datetime
    happened_at: Moment | None = None
    kind: EntryKind = EntryKind.PAGE
    practice_id: str = ""
    title: str = field(default="", repr=False)
    origin: str = ""
    pinned: bool = False
    closed: bool = False
    trashed_at: datetime | None = None
    sealed_until: date | None = None

    def as_draft(self) -> Draft:
        """The draft that, saved unchanged, changes nothing."""
        return Draft(
            id=self.id,
            day=self.day,
            sections=self.sections,
            happened_at=self.happened_at,
            kind=self.kind,
            practice_id=self.practice_id,
            title=self.title,
            origin=self.origin,
        )

    @property
    def feelings(self) -> tuple[str, ...]:
        """Every feeling named in it, each once, in order."""
        return tuple(dict.fromkeys(word for section in self.sections for word in section.feelings))


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One row of a list of pages: enough to recognise it, read without its sections."""

    id: UUID
    day: date
    happened_at: Moment | None
    kind: EntryKind
    title: str = field(repr=False)
    opening: str = field(repr=False)
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a page around a hit; `pieces` are (text, is_hit) in reading order."""

    pieces: tuple[tuple[str, bool], ...] = field(repr=False)

    @property
    def text(self) -> str:
        """The words without marks."""
        return "".join(text for text, _ in self.pieces)


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A page that answers a search, with where it does."""

    line: EntryLine
    snippet: Snippet


OPENING_LENGTH = 200
_LINE_MARKS = re.compile(r"\A\s*(?:(?:[-*_]\s*){3,}\Z|(?:(?:#{1,6}|[-*+>])(?:\s+|\Z)|>+)*)")
# Bold, or words in italics, whose marks stand at the edges of words; a second time for one within the other.
_EMPHASIS = re.compile(r"(?<!\w)(\*\*|__|\*|_)(?=[^\s*_])([^*_]+|.+?)(?<=\S)\1(?!\w)")


def opening_of(sections: tuple[Section, ...]) -> str:
    """The first words of a page on one line, at most 200 code points, without Markdown's marks."""
    for section in (section for section in sections if section.is_shown):
        beginning = section.body.lstrip()[: 4 * OPENING_LENGTH]  # enough, and a page may hold megabytes
        words = " ".join(_LINE_MARKS.sub("", line).strip() for line in beginning.splitlines())
        words = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", " ".join(words.split())))
        if words:
            return words[:OPENING_LENGTH]
    return ", ".join(word for section in sections for word in section.feelings)[:OPENING_LENGTH]


def elements_of(sections: tuple[Section, ...]) -> tuple[Element, ...]:
    """The elements that have words or feelings in these sections, in the elements' own order."""
    present = {section.element for section in sections if not section.is_empty}
    return tuple(element for element in Element if element in present)
