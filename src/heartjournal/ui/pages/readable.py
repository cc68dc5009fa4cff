"""A page made ready for reading, off the window's thread: its sections with safe HTML in place of Markdown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from heartjournal.model.practice_run import read_parts
from heartjournal.rendering import safe_html

if TYPE_CHECKING:
    from uuid import UUID

    from heartjournal.journal import Journal
    from heartjournal.model.entry import Entry
    from heartjournal.model.practice import Practice
    from heartjournal.model.practice_run import Part


@dataclass(frozen=True, slots=True)
class Readable:
    """An entry, the parts of it that are read, and the HTML of each, in their order."""

    entry: Entry
    parts: tuple[Part, ...]
    html: tuple[str, ...] = field(repr=False)


def read(journal: Journal, entry_id: UUID, *, practices: tuple[Practice, ...]) -> Readable:
    """Fetch an entry and render it. Run in the worker; raises NoSuchPage."""
    entry = journal.pages.entry(entry_id)
    parts = read_parts(entry, practices)
    return Readable(entry, parts, tuple(safe_html(part.section.body) for part in parts))
