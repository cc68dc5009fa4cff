"""A page made ready for reading, off the window's thread: its sections with safe HTML in place of Markdown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from heartjournal.rendering import safe_html

if TYPE_CHECKING:
    from uuid import UUID

    from heartjournal.journal import Journal
    from heartjournal.model.entry import Entry


@dataclass(frozen=True, slots=True)
class Readable:
    """An entry and the HTML of each of its sections, in their order."""

    entry: Entry
    html: tuple[str, ...] = field(repr=False)


def read(journal: Journal, entry_id: UUID) -> Readable:
    """Fetch an entry and render it. Run in the worker; raises NoSuchPage."""
    entry = journal.pages.entry(entry_id)
    return Readable(entry, tuple(safe_html(section.body) for section in entry.sections))
