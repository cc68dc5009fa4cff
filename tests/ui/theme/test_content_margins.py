"""The margins of a room: narrow below the breakpoint, high in a wide window, and never wider lines than one reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartjournal.ui.theme.content_margins import content_margins

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme


@pytest.mark.parametrize(
    ("beyond", "is_narrow", "side"), [(-1, True, "contentPaddingXNarrow"), (0, False, "contentPaddingX")]
)
def test_below_the_breakpoint_the_sides_are_narrower(
    theme: Theme,
    beyond: int,
    is_narrow: bool,
    side: str,
) -> None:
    margins = content_margins(theme, window=theme.breakpoint("rail") + beyond, own=800)
    assert (margins.narrow, margins.wide) == (is_narrow, False)
    assert margins.side == theme.size(side)


def test_above_is_as_the_window_is_wide(theme: Theme) -> None:
    narrow, wide = theme.breakpoint("rail"), theme.breakpoint("wide")
    tops = [content_margins(theme, window=window, own=800).top for window in (narrow - 1, narrow, wide - 1, wide)]
    names = ("contentPaddingTopNarrow", "contentPaddingTop", "contentPaddingTop", "contentPaddingTopWide")
    assert tops == [theme.size(name) for name in names]


def test_what_stands_in_a_room_is_never_wider_than_one_reads(theme: Theme) -> None:
    own = 2 * theme.breakpoint("maxContentWidth")
    assert own - 2 * content_margins(theme, window=own, own=own).side == theme.breakpoint("maxContentWidth")
