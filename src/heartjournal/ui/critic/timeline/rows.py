"""Which rows the timeline has, from top to bottom, and how the keyboard walks over them; it draws nothing."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Callable

    from heartjournal.model.timeline import Lane, Timeline
    from heartjournal.ui.critic.timeline.drawing import Stop

HORIZONTAL: Final = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End})
VERTICAL: Final = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


@dataclass(frozen=True, slots=True)
class Row:
    """A lane, or without one the row that the resting lanes are folded into."""

    top: int
    height: int
    lane: Lane | None

    @property
    def bottom(self) -> int:
        """The first pixel below it."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Place:
    """Where the pointer or the keyboard is: on a row's words, or on one of its stops."""

    row: int
    stop: int | None = None


class Rows:
    """The rows of a timeline in its own order, with one row before those that rest, which are there where unfolded."""

    def __init__(self, timeline: Timeline | None, *, lane: int, fold: int, unfolded: bool) -> None:
        lanes = timeline.lanes if timeline else ()
        awake = [each for each in lanes if not each.is_resting]
        resting = lanes[len(awake) :]
        self.resting = len(resting)
        shown: list[Lane | None] = list(awake)
        if self.resting:
            shown.append(None)
            shown += resting if unfolded else ()
        self._rows: list[Row] = []
        top = 0
        for each in shown:
            height = fold if each is None else lane
            self._rows.append(Row(top, height, each))
            top += height
        self._tops = [row.top for row in self._rows]
        self.height = top

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, place: int) -> Row:
        return self._rows[place]

    def at(self, y: float) -> int | None:
        """Which row lies at a height; None below the last."""
        return bisect_right(self._tops, y) - 1 if 0 <= y < self.height else None

    def between(self, top: int, bottom: int) -> range:
        """The rows of which something lies between two heights."""
        if not self._rows:
            return range(0)
        return range(max(0, bisect_right(self._tops, top) - 1), bisect_right(self._tops, bottom))


def walked(
    rows: Rows, place: Place, key: int, *, stops_of: Callable[[int], tuple[Stop, ...]], page: int
) -> Place | None:
    """Where an arrow, Home, End or Page key leads from a place; None for a key that leads nowhere.

    Up and Down keep to the nearest week. Home goes to a lane's words, End to its last mark. `page` is by how many rows
    the Page keys go.
    """
    if not len(rows):
        return None
    stops = stops_of(place.row)
    if key in HORIZONTAL:
        last = len(stops) - 1
        current = -1 if place.stop is None else place.stop
        targets = {
            Qt.Key.Key_Left: current - 1,
            Qt.Key.Key_Right: current + 1,
            Qt.Key.Key_Home: -1,
            Qt.Key.Key_End: last,
        }
        wanted = max(-1, min(targets[Qt.Key(key)], last))
        return Place(place.row, None if wanted < 0 else wanted)
    if key in VERTICAL:
        far = page if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown} else 1
        step = -far if key in {Qt.Key.Key_Up, Qt.Key.Key_PageUp} else far
        row = max(0, min(place.row + step, len(rows) - 1))
        if row == place.row:
            return place
        return Place(row, _nearest(stops, place.stop, stops_of(row)))
    return None


def _nearest(stops: tuple[Stop, ...], stop: int | None, others: tuple[Stop, ...]) -> int | None:
    """The stop of another lane that is nearest in time."""
    if stop is None or not others:
        return None
    x = stops[stop].mark.x
    return min(range(len(others)), key=lambda place: abs(others[place].mark.x - x))
