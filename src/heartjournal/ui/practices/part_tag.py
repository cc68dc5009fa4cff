"""The tag beside a part of a page, the same where it is written and where it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartjournal.ui.widgets import ElementTag

if TYPE_CHECKING:
    from heartjournal.model.practice_run import Part
    from heartjournal.ui.theme import Theme


def part_tag(theme: Theme, part: Part) -> ElementTag | None:
    """A tag with the part's element, else the word of its step; None for free writing and for steps of long ago."""
    if part.section.element is not None:
        return ElementTag(theme, part.section.element)
    return ElementTag(theme, "event", word=part.word) if part.word else None
