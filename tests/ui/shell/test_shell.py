"""The shell: one room beside the navigation, ways between them by key, and a rail where the window is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from heartjournal.model.changes import Changes
from heartjournal.ui.shell import RoomName, Shell
from tests.ui.person import Person

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from heartjournal.ui.surroundings import Surroundings
    from heartjournal.ui.widgets import NavigationItem

Key = Qt.Key


class Stillness(QWidget):
    """A room with one field, which notes what the shell asks of it."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)
        self.arrivals = 0
        self.told: list[Changes] = []
        self.in_front = False

    def arrive(self) -> None:
        self.arrivals += 1
        self.field.setFocus()

    def back(self) -> bool:
        was, self.in_front = self.in_front, False
        return was

    def refresh(self, changes: Changes) -> None:
        self.told.append(changes)


class InTheHouse(Person):
    """A person in a shell of quiet rooms."""

    def __init__(self, shell: Shell, rooms: dict[RoomName, Stillness], qtbot: QtBot) -> None:
        super().__init__(shell, qtbot)
        self.shell = shell
        self.rooms = rooms
        self.qtbot = qtbot

    def shown(self) -> RoomName:
        (name,) = (name for name, room in self.rooms.items() if room.isVisible())
        return name

    def item(self, words: str) -> NavigationItem:
        return cast("NavigationItem", self.button(words))


@pytest.fixture
def inside(surroundings: Surroundings, qtbot: QtBot) -> InTheHouse:
    rooms = {name: Stillness() for name in RoomName}
    shell = Shell(surroundings, dict(rooms))
    qtbot.addWidget(shell)
    person = InTheHouse(shell, rooms, qtbot)
    person.sit_down()
    shell.arrive()
    return person


def test_one_arrives_in_today_with_the_keyboard_in_the_room(inside: InTheHouse) -> None:
    assert inside.shown() is inside.shell.present is RoomName.TODAY
    assert inside.item("Today").isChecked()
    assert inside.has_focus(inside.rooms[RoomName.TODAY].field)


@pytest.mark.parametrize("words", ["Journal", "Settings"])
def test_a_press_in_the_navigation_shows_that_room_and_marks_it(inside: InTheHouse, words: str) -> None:
    inside.click(words)
    assert inside.shown() is RoomName(words.lower())
    assert inside.item(words).isChecked()
    assert not inside.item("Today").isChecked()
    assert inside.rooms[inside.shown()].arrivals == 1


def test_esc_goes_back_through_the_rooms_one_came_through_and_stays_in_the_first(inside: InTheHouse) -> None:
    for name in (RoomName.JOURNAL, RoomName.SETTINGS, RoomName.JOURNAL):
        inside.shell.go(name)
    seen = []
    for _ in range(4):
        inside.shell.back()
        seen.append(inside.shown())
    assert seen == [RoomName.SETTINGS, RoomName.JOURNAL, RoomName.TODAY, RoomName.TODAY]
    assert inside.item("Today").isChecked()


def test_what_lies_in_front_inside_a_room_goes_before_the_room(inside: InTheHouse) -> None:
    inside.shell.go(RoomName.JOURNAL)
    inside.rooms[RoomName.JOURNAL].in_front = True
    inside.shell.back()
    assert inside.shown() is RoomName.JOURNAL
    inside.shell.back()
    assert inside.shown() is RoomName.TODAY


def test_going_where_one_is_adds_no_step_to_the_way_back(inside: InTheHouse) -> None:
    inside.shell.go(RoomName.JOURNAL)
    inside.shell.go(RoomName.JOURNAL)
    inside.shell.back()
    assert inside.shown() is RoomName.TODAY


def test_the_next_region_is_the_navigation_and_then_the_room_again(inside: InTheHouse) -> None:
    inside.shell.go(RoomName.JOURNAL)
    inside.shell.next_region()
    assert inside.has_focus(inside.item("Journal"))
    inside.shell.next_region()
    assert inside.has_focus(inside.rooms[RoomName.JOURNAL].field)


def test_every_room_is_told_of_a_change_also_the_hidden_ones(inside: InTheHouse) -> None:
    changes = Changes()
    inside.shell.refresh(changes)
    assert [room.told for room in inside.rooms.values()] == [[changes]] * len(inside.rooms)


def test_the_way_out_and_the_lock_are_always_in_the_navigation(inside: InTheHouse, qtbot: QtBot) -> None:
    with qtbot.waitSignal(inside.shell.grounding_wanted):
        inside.click("Too much right now")
    with qtbot.waitSignal(inside.shell.lock_wanted):
        inside.click("Lock")
    assert inside.item("Today").isChecked()


@pytest.mark.parametrize(("width", "navigation"), [(900, 64), (1059, 64), (1060, 224), (1280, 224)])
def test_below_1060_the_navigation_is_a_rail_with_tool_tips(inside: InTheHouse, width: int, navigation: int) -> None:
    inside.shell.resize(width, 700)
    item = inside.item("Journal")
    inside.qtbot.waitUntil(lambda: inside.rooms[RoomName.TODAY].mapTo(inside.shell, QPoint(0, 0)).x() == navigation)
    assert item.toolTip() == ("Journal" if navigation == 64 else "")
    assert ("HeartJournal" in inside.read()) is (navigation == 224)


def test_every_item_of_the_rail_can_still_be_pressed(inside: InTheHouse) -> None:
    inside.shell.resize(900, 600)
    inside.click("Settings")
    assert inside.shown() is RoomName.SETTINGS
