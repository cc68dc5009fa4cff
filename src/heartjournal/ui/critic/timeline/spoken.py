"""What a screen reader finds in the lanes: each lane, and in it each mark, though nothing of it is a widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from shiboken6 import isValid

from heartjournal.ui.critic.timeline.rows import Place
from heartjournal.ui.critic.timeline.words import lane_said, resting_words, stop_said
from heartjournal.ui.widgets.spoken_factory import SpokenWhole

if TYPE_CHECKING:
    from heartjournal.ui.critic.timeline.lanes import Lanes


class LanesSpoken(SpokenWhole):
    """The lanes as a list. A lane's interface is made when it is asked for, and gone when other lanes are shown."""

    def __init__(self, lanes: Lanes) -> None:
        super().__init__(lanes, QAccessible.Role.List)
        self._lanes = lanes
        self._made: dict[Place, PlaceSpoken] = {}

    def childCount(self) -> int:
        """One for each row."""
        return len(self._lanes.rows)

    def child(self, index: int) -> QAccessibleInterface:
        """A row."""
        return self.at(Place(index)) if 0 <= index < self.childCount() else None  # type: ignore[return-value]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which row it is."""
        place = child.place if isinstance(child, PlaceSpoken) else None
        return place.row if place is not None and place.stop is None else -1

    def focusChild(self) -> QAccessibleInterface:
        """Where the keyboard is."""
        return self.at(self._lanes.focused) if self._lanes.hasFocus() and self.childCount() else self

    def at(self, place: Place) -> PlaceSpoken:
        """What is said of a place."""
        if place not in self._made:
            made = PlaceSpoken(self, self._lanes, place)
            QAccessible.registerAccessibleInterface(made)
            self._made[place] = made
        return self._made[place]

    def tell(self, place: Place) -> None:
        """Let a screen reader say where the keyboard has come to."""
        QAccessible.updateAccessibility(QAccessibleEvent(self.at(place), QAccessible.Event.Focus))

    def renew(self) -> None:
        """Other lanes are shown: what was said of these is no more."""
        for made in self._made.values():
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(made))
        self._made.clear()


class PlaceSpoken(QAccessibleInterface):
    """A lane's words, the row that folds, or a mark."""

    def __init__(self, whole: LanesSpoken, lanes: Lanes, place: Place) -> None:
        super().__init__()
        self._whole = whole
        self._lanes = lanes
        self.place = place

    def isValid(self) -> bool:
        """Whether it is still there."""
        return isValid(self._lanes) and self.place.row < len(self._lanes.rows)

    def object(self) -> QObject:
        """No widget of its own."""
        return None  # type: ignore[return-value]

    def window(self) -> QWindow:
        """The window of the lanes."""
        return self._whole.window()

    def role(self) -> QAccessible.Role:
        """A lane is an item of the list and holds its marks."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Focused where the keyboard is."""
        state = QAccessible.State()
        state.focusable = 1
        state.selectable = 1
        if self._lanes.hasFocus() and self.place == self._lanes.focused:
            state.focused = 1
        if not self._lanes.viewport().rect().intersects(self._lanes.box_of(self.place)):
            state.offscreen = 1
        return state

    def rect(self) -> QRect:
        """Where it is painted on the screen."""
        box = self._lanes.box_of(self.place)
        return QRect(self._lanes.viewport().mapToGlobal(box.topLeft()), box.size())

    def text(self, which: QAccessible.Text) -> str:
        """Its name; there is no more to say."""
        return self._said() if which == QAccessible.Text.Name and self.isValid() else ""

    def setText(self, which: QAccessible.Text, text: str) -> None:
        """Nothing can be written here."""

    def parent(self) -> QAccessibleInterface:
        """A mark is in its lane, a lane in the list."""
        return self._whole if self.place.stop is None else self._whole.at(Place(self.place.row))

    def childCount(self) -> int:
        """The marks of a lane."""
        is_lane = self.place.stop is None and self.isValid()
        return len(self._lanes.canvas.stops(self.place.row)) if is_lane else 0

    def child(self, index: int) -> QAccessibleInterface:
        """A mark of a lane."""
        is_there = 0 <= index < self.childCount()
        return self._whole.at(Place(self.place.row, index)) if is_there else None  # type: ignore[return-value]

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """The mark at a point of the screen."""
        inside = (each for each in range(self.childCount()) if self.child(each).rect().contains(x, y))
        found = next(inside, None)
        return None if found is None else self.child(found)  # type: ignore[return-value]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which mark it is."""
        place = child.place if isinstance(child, PlaceSpoken) else None
        is_mine = place is not None and place.row == self.place.row and place.stop is not None
        return place.stop if is_mine and place is not None and place.stop is not None else -1

    def _said(self) -> str:
        lane, shown, stop = (
            self._lanes.rows[self.place.row].lane,
            self._lanes.canvas.shown,
            self._lanes.canvas.stop(self.place),
        )
        if lane is None or shown is None:
            return resting_words(self._lanes.rows.resting)
        if stop is None:
            return lane_said(lane, today=shown.today)
        return stop_said(lane, stop, shown.axis.unit, today=shown.today)
