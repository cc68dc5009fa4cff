"""The shell: navigation column or rail, and the room that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from heartjournal.ui.shell.navigation import Navigation
from heartjournal.ui.shell.room import RoomName
from heartjournal.ui.widgets import KeyboardFocus

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from heartjournal.model.changes import Changes
    from heartjournal.ui.shell.room import Room
    from heartjournal.ui.surroundings import Surroundings


class Shell(QWidget):
    """Shows one room at a time beside the navigation, which becomes a rail in a narrow window.

    Attributes:
        grounding_wanted: "Too much right now" was asked for.
        lock_wanted: Lock was asked for.
    """

    grounding_wanted = Signal()
    lock_wanted = Signal()

    def __init__(
        self, surroundings: Surroundings, rooms: dict[RoomName, QWidget], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = surroundings.theme
        self._rooms = rooms
        self._before: list[RoomName] = []
        self._present = RoomName.TODAY
        self._navigation = Navigation(surroundings.theme, parent=self)
        self._navigation.room_chosen.connect(self.go)
        self._navigation.grounding_wanted.connect(self.grounding_wanted)
        self._navigation.lock_wanted.connect(self.lock_wanted)
        self._stack = QStackedWidget(self)
        for room in rooms.values():
            self._stack.addWidget(room)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._navigation)
        layout.addWidget(self._stack, stretch=1)

    @property
    def present(self) -> RoomName:
        """The room that is shown."""
        return self._present

    def go(self, name: RoomName) -> None:
        """Show a room and remember the one before it."""
        if name is not self._present:
            self._before.append(self._present)
        self._show(name)

    def arrive(self) -> None:
        """The shell itself is shown again: let the present room take the focus."""
        self._show(self._present)

    def back(self) -> None:
        """Leave what lies in front in the room, else show the room before it; in the first one, nothing happens."""
        if not cast("Room", self._rooms[self._present]).back() and self._before:
            self._show(self._before.pop())

    def refresh(self, changes: Changes) -> None:
        """Tell every room what has changed."""
        for room in self._rooms.values():
            cast("Room", room).refresh(changes)

    def show_note(self, name: RoomName, words: str) -> None:
        """Show a few warm words beside a room in the navigation; "" takes them away."""
        self._navigation.show_note(name, words)

    def next_region(self) -> None:
        """Move the focus from the navigation to the room and back."""
        if self._navigation.isAncestorOf(self.focusWidget()):
            cast("Room", self._rooms[self._present]).arrive()
        else:
            self._navigation.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Between the minimum width and the breakpoint the navigation is a rail."""
        self._navigation.set_rail(self.width() < self._theme.breakpoint("rail"))
        super().resizeEvent(event)

    def _show(self, name: RoomName) -> None:
        self._present = name
        self._navigation.mark(name)
        room = self._rooms[name]
        self._stack.setCurrentWidget(room)
        cast("Room", room).arrive()
        self._ring_focus(room)

    def _ring_focus(self, room: QWidget) -> None:
        """Show where the keyboard is: the stack gives a room its focus back by itself, which brings no ring."""
        focused = self.focusWidget()
        if isinstance(focused, KeyboardFocus) and room.isAncestorOf(focused):
            focused.show_ring()
