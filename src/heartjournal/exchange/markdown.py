"""Dated Markdown files into drafts, and an entry into Markdown; the text between is never changed."""

import hashlib
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from heartjournal.exchange.dates import NoSuchDay, When, when_named, when_written
from heartjournal.exchange.folder import Found, Refused, files_at, text_of
from heartjournal.exchange.front_matter import Field, split_front_matter
from heartjournal.model.clock import Moment
from heartjournal.model.entry import FRONT_MATTER, Draft, Entry, Section
from heartjournal.model.identity import natural_identity
from heartjournal.model.importing import ImportLine, ImportOutcome
from heartjournal.model.problems import source_text

if TYPE_CHECKING:
    from uuid import UUID

ORIGIN = "markdown"
_SUFFIXES = frozenset({".md", ".markdown"})
_DATE_KEYS = ("date", "created", "createdat", "created_at")
_TITLE_KEY = "title"
_NO_DATE = source_text("It has no date: name it like 2026-11-12.md, or write date: 2026-11-12 in its front matter.")
_NO_SUCH_DAY = source_text("Its date is not a day that exists.")
_EMPTY = source_text("There is nothing written in it.")


def read_folder(path: Path, *, now: Moment) -> Iterator[ImportLine]:
    """Read every Markdown file of a folder and the folders below it, by name, or the one file named; lazily.

    `now` gives the zone of times written without one. A page's id is made of its day, its time and its words, so the
    same page is the same page from wherever it is read; met again within one reading it is already here.
    See docs/decisions/0003 on what is kept to the byte. Raises CannotRead or BadImport for `path` itself, at once.
    """
    return _read(files_at(path, suffixes=_SUFFIXES), now.zone)


def write_entry(entry: Entry) -> str:
    """The Markdown of a whole entry.

    A free page without a title is its text and nothing else. Otherwise the title is a first heading, each prompt a
    second one, and feelings a line in italics; front matter that came with an import stands at the head again.
    """
    words = [section for section in entry.sections if section.is_shown]
    heads = [f"---\n{_ended(each.body)}---\n\n" for each in entry.sections if each.prompt_id == FRONT_MATTER]
    title = [f"# {_on_one_line(entry.title)}\n"] if entry.title.strip() else []
    if not title and len(words) == 1 and not words[0].prompt_text and not words[0].feelings:
        return "".join(heads) + words[0].body
    return "".join(heads) + "\n".join(title + [part for section in words for part in _parts(section)])


def _parts(section: Section) -> Iterator[str]:
    if section.prompt_text:
        yield f"## {_on_one_line(section.prompt_text)}\n"
    if section.body:
        yield _ended(section.body)
    if section.feelings:
        yield f"*{', '.join(section.feelings)}*\n"


def _ended(text: str) -> str:
    return text if text.endswith("\n") else f"{text}\n"


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _read(files: Iterator[Found], zone: str) -> Iterator[ImportLine]:
    met: set[UUID] = set()
    for found in files:
        try:
            draft = _draft(found, zone)
        except Refused as refused:
            yield ImportLine(found.name, ImportOutcome.REFUSED, refused.reason)
            continue
        outcome = ImportOutcome.ALREADY_HERE if draft.id in met else ImportOutcome.NEW
        met.add(draft.id)
        yield ImportLine(found.name, outcome, draft=draft)


def _draft(found: Found, zone: str) -> Draft:
    if found.refusal:
        raise Refused(found.refusal)
    head = split_front_matter(text_of(found.path))
    when, dated_by = _when(head.fields, found, zone)
    title = next((field for field in head.fields if field.key.casefold() == _TITLE_KEY and field.is_plain), None)
    kept = "".join(field.source for field in head.fields if field is not title and field is not dated_by)
    draft = _named(when, title.value if title else "", head.body, kept if kept.strip() else "")
    if draft.is_empty:
        raise Refused(_EMPTY)
    return draft


def _when(fields: tuple[Field, ...], found: Found, zone: str) -> tuple[When, Field | None]:
    """The first date that is written: in the front matter by the order of its keys, then in the name."""
    try:
        for key in _DATE_KEYS:
            for field in fields:
                if field.key.casefold() == key and field.is_plain and (when := when_written(field.value, zone=zone)):
                    return when, field
        by_name = when_named(found.path.as_posix(), zone=zone)
    except NoSuchDay:
        raise Refused(_NO_SUCH_DAY) from None
    if by_name is None:
        raise Refused(_NO_DATE)
    return by_name, None


def _named(when: When, title: str, body: str, kept: str) -> Draft:
    """The draft, its id and its sections' ids made of what is in it alone."""
    words = hashlib.sha256(f"{title}\0{kept}\0{body}".encode()).hexdigest()
    time = when.happened_at.instant.astimezone(UTC).isoformat() if when.happened_at else ""
    identity = natural_identity(ORIGIN, f"{when.day.isoformat()}\x1f{time}\x1f{words}")
    return Draft(
        id=identity,
        day=when.day,
        sections=(
            Section(natural_identity("section", f"{identity}/body"), body),
            Section(natural_identity("section", f"{identity}/kept"), kept, prompt_id=FRONT_MATTER),
        ),
        happened_at=when.happened_at,
        title=title,
        origin=ORIGIN,
    )
