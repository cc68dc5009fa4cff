"""The widths of the page: where tags, words and notes stand at a window's width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class PageLayout:
    """All in logical pixels; `side` is the empty margin on both sides of the page."""

    side: int
    tag_width: int
    gap: int
    text_width: int
    tag_beside: bool
    narrow: bool


def page_layout(theme: Theme, *, width: int, widest_tag: int) -> PageLayout:
    """The layout at the width of the window; a tag grown too wide for its column goes above its words."""
    narrow = width < theme.breakpoint("rail")
    padding, tag = theme.size("barPadding"), theme.size("editorTag")
    side = max(padding, (width - theme.size("editorWidth")) // 2)
    gap = theme.size("editorGapNarrow" if narrow else "editorGap")
    beside = widest_tag <= tag
    room = width - 2 * side - (tag + gap if beside else 0)
    text = room if narrow else min(room, _measure(theme))
    return PageLayout(side, tag, gap, text, beside, narrow)


def _measure(theme: Theme) -> int:
    """The text grows with its letters so that a line holds as many of them, up to the widest reading column."""
    return min(round(theme.size("editorText") * max(1.0, theme.text_scale)), theme.breakpoint("maxReadingWidth"))
