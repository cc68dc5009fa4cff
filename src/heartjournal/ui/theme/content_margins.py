"""How far from its edges a room keeps what stands in it: less in a narrow window, and never wider than one reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from heartjournal.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class ContentMargins:
    """In logical pixels; `side` is left and right. Whether the window is narrow or wide decides more than these."""

    side: int
    top: int
    bottom: int
    narrow: bool
    wide: bool


def content_margins(theme: Theme, *, window: int, own: int) -> ContentMargins:
    """The margins of a room that is `own` wide in a window that is `window` wide."""
    narrow, wide = window < theme.breakpoint("rail"), window >= theme.breakpoint("wide")
    least = theme.size("contentPaddingXNarrow" if narrow else "contentPaddingX")
    top = "contentPaddingTopNarrow" if narrow else "contentPaddingTopWide" if wide else "contentPaddingTop"
    return ContentMargins(
        side=max(least, (own - theme.breakpoint("maxContentWidth")) // 2),
        top=theme.size(top),
        bottom=theme.size("contentPaddingBottom"),
        narrow=narrow,
        wide=wide,
    )
