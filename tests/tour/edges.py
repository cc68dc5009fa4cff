"""Checks the tour's pictures against the places of the design's boxes and the exact colours of its surfaces."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QImage

from heartjournal.resources.theme import theme_tokens
from heartjournal.ui.theme import Mode, Theme
from tests.tour.look import Look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NEAR = 4
_EDGES = Path(__file__).with_name("edges.json")
# Where to look across a standing edge (a height) or a lying one (a distance from the left): never where words are.
_ACROSS = {
    ("01-unlock", "card left"): 520,
    ("01-unlock", "card right"): 520,
    ("01-unlock", "card top"): 700,
    ("01-unlock", "card bottom"): 700,
    ("01-unlock", "field top"): 650,
    ("01-unlock", "field bottom"): 650,
    ("01-unlock", "button top"): 500,
    ("01-unlock", "button bottom"): 500,
    ("03-today", "navigation right"): 400,
    ("03-today", "tonight left"): 300,
    ("03-today", "tonight right"): 300,
    ("03-today", "tonight top"): 570,
    ("03-today", "side column left"): 300,
    ("03-today", "side column right"): 300,
    ("03-today", "side column top"): 1066,
    ("03-today", "first page left"): 640,
    ("05-entry-editor", "bottom bar top"): 250,
    ("06a-letters", "navigation right"): 400,
    ("06a-letters", "here left"): 206,
    ("06a-letters", "here right"): 206,
    ("06a-letters", "here top"): 700,
    ("06a-letters", "here bottom"): 700,
    ("06a-letters", "group left"): 346,
    ("06a-letters", "group top"): 700,
    ("06a-letters", "group bottom"): 800,
    ("06b-letter-writing", "sheet left"): 620,
    ("06b-letter-writing", "sheet right"): 620,
    ("06b-letter-writing", "sheet top"): 800,
    ("06b-letter-writing", "sheet bottom"): 800,
    ("06b-letter-writing", "bottom bar top"): 1000,
    ("07-letter-returned", "panel top"): 100,
    ("08-critic-timeline", "navigation right"): 400,
    ("08-critic-timeline", "ranges left"): 134,
    ("08-critic-timeline", "ranges top"): 276,
    ("08-critic-timeline", "ranges bottom"): 276,
    ("08-critic-timeline", "timeline left"): 600,
    ("08-critic-timeline", "timeline right"): 600,
    ("08-critic-timeline", "timeline top"): 400,
    ("08-critic-timeline", "first lane top"): 274,
    ("08-critic-timeline", "first lane bottom"): 274,
    ("08-critic-timeline", "suggestions left"): 600,
    ("08-critic-timeline", "suggestions right"): 600,
    ("08-critic-timeline", "suggestions top"): 1120,
    ("09-phrase", "navigation right"): 400,
    ("09-phrase", "sounds left"): 160,
    ("09-phrase", "sounds right"): 160,
    ("09-phrase", "sounds top"): 800,
    ("09-phrase", "sounds bottom"): 800,
    ("09-phrase", "where top"): 800,
    ("09-phrase", "wants left"): 160,
    ("09-phrase", "wants right"): 160,
    ("09-phrase", "wants top"): 1150,
}
_LYING = ("top", "bottom")
_PAGE = range(80, 720)  # the heights between the two bars of a page


@dataclass(frozen=True)
class Fill:
    """A point of a screen that shows nothing but a surface."""

    screen: str
    x: int
    y: int
    role: str


FILLS = (
    Fill("01-unlock", 20, 20, "desk"),
    Fill("01-unlock", 434, 450, "paper"),
    Fill("03-today", 6, 400, "room"),
    Fill("03-today", 246, 400, "desk"),
    Fill("03-today", 280, 300, "paper"),
    Fill("03-today", 1228, 300, "lampTint"),
    Fill("05-entry-editor", 20, 400, "paper"),
    Fill("06a-letters", 246, 400, "desk"),
    Fill("06a-letters", 900, 176, "lampTint"),
    Fill("06a-letters", 900, 346, "paper"),
    Fill("06b-letter-writing", 20, 400, "desk"),
    Fill("06b-letter-writing", 460, 620, "paper"),
    Fill("06b-letter-writing", 20, 790, "paper"),
    Fill("08-critic-timeline", 246, 400, "desk"),
    Fill("08-critic-timeline", 274, 330, "paper"),
    Fill("08-critic-timeline", 1012, 660, "paper"),
    Fill("09-phrase", 246, 400, "desk"),
    Fill("09-phrase", 280, 320, "paper"),
    Fill("09-phrase", 1228, 460, "lampTint"),
    Fill("07-letter-returned", 20, 400, "paper"),
    Fill("07-letter-returned", 20, 700, "desk"),
)


def elsewhere(pictures: Path) -> list[str]:
    """A line for each edge that is further than 4 px from its place and for each surface of another colour."""
    return [*_edges_elsewhere(pictures), *_other_fills(pictures)]


def _edges_elsewhere(pictures: Path) -> Iterator[str]:
    look = Look(Mode.LIGHT, 1280, 800)
    theme = Theme(theme_tokens(), mode=look.mode)
    for screen, edges in json.loads(_EDGES.read_text()).items():
        image = QImage(str(pictures / look.file_name(screen)))
        for name, place in edges.items():
            found = _place(image, screen, name, place, theme)
            if found is None or abs(found - place) > NEAR:
                yield f"{screen}, {name}: {place} in the design, {found} in the picture"


def _place(image: QImage, screen: str, name: str, place: int, theme: Theme) -> int | None:
    if name == "tags left":
        return _first_mark(image)
    if name in {"text left", "text right"}:
        return _end_of_line(image, theme.color("hairline"), right=name == "text right")
    across = _ACROSS[screen, name]
    if name.startswith("field"):
        return _line(
            lambda at: image.pixelColor(across, at), place, theme.color("control"), last=name == "field bottom"
        )
    if name.endswith(_LYING):
        return _change(lambda at: image.pixelColor(across, at), place)
    return _change(lambda at: image.pixelColor(at, across), place)


def _change(color: Callable[[int], QColor], place: int) -> int | None:
    """The place nearest to `place` where one colour ends and another begins."""
    near = sorted(range(place - 2 * NEAR, place + 2 * NEAR + 1), key=lambda at: abs(at - place))
    return next((at for at in near if color(at - 1) != color(at)), None)


def _line(color: Callable[[int], QColor], place: int, wanted: QColor, *, last: bool) -> int | None:
    """Where a box begins or ends, told by the colour of its line: its ring has edges of its own close by."""
    near = range(place - 2 * NEAR, place + 2 * NEAR + 1)
    return next((at + int(last) for at in near if color(at) == wanted), None)


def _first_mark(image: QImage) -> int | None:
    """How far from the left the first thing on the page stands."""
    paper = image.pixelColor(4, _PAGE.start)
    return next((x for x in range(4, 200) if any(image.pixelColor(x, y) != paper for y in _PAGE)), None)


def _end_of_line(image: QImage, hairline: QColor, *, right: bool) -> int | None:
    """Where the first line between two sections begins or ends; a line is a row of nothing else."""
    inside = range(300, 860)
    for y in _PAGE:
        if all(image.pixelColor(x, y) == hairline for x in inside):
            outward = range(inside.stop, image.width()) if right else range(inside.start, 0, -1)
            end = next((x for x in outward if image.pixelColor(x, y) != hairline), None)
            return end if right or end is None else end + 1
    return None


def _other_fills(pictures: Path) -> Iterator[str]:
    for mode in (Mode.LIGHT, Mode.DARK):
        look, theme = Look(mode, 1280, 800), Theme(theme_tokens(), mode=mode)
        for fill in FILLS:
            shown = QImage(str(pictures / look.file_name(fill.screen))).pixelColor(fill.x, fill.y)
            if shown.rgb() != theme.color(fill.role).rgb():
                yield f"{fill.screen} {mode.value}: not {fill.role} at {fill.x}, {fill.y} but {shown.name()}"
