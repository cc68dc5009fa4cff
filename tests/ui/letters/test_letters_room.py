"""The room of the letters by keyboard, on a real journal: groups, menus, search, and a thousand letters."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from heartjournal.model.letter import Felt, LetterState
from heartjournal.ui.letters.letters_room import LettersRoom
from heartjournal.ui.wanted import EntryWanted, LetterWanted, ReadingWanted
from heartjournal.ui.widgets import DayPopover, LetterRow, SearchField
from heartjournal.vault import Connection
from tests.ui.letters.correspondent import Correspondent, letter
from tests.ui.writing import ask

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from heartjournal.journal import Journal
    from heartjournal.ui.surroundings import Surroundings
    from tests.clock import FixedClock

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")

Key = Qt.Key
TODAY = date(2026, 11, 12)


class Visitor(Correspondent):
    """A person in the room."""

    def __init__(self, room: LettersRoom, surroundings: Surroundings, clock: FixedClock, qtbot: QtBot) -> None:
        super().__init__(room, surroundings, clock, qtbot)
        self.room = room
        surroundings.tasks.changed.connect(room.refresh)

    def arrive(self) -> None:
        self.sit_down()
        self.room.arrive()
        self.settle()

    def rows(self) -> list[str]:
        """The titles that are listed, from above."""
        rows = [row for row in self.room.findChildren(LetterRow) if row.isVisible()]
        rows.sort(key=lambda row: row.mapTo(self.room, row.rect().topLeft()).y())
        return [row.face.accessibleName() for row in rows]

    def row(self, title: str) -> LetterRow:
        (row,) = (
            row for row in self.room.findChildren(LetterRow) if row.isVisible() and row.face.accessibleName() == title
        )
        return row

    def is_at(self, title: str) -> bool:
        """Whether the keyboard goes to the menu of this row once no menu is open."""
        return self.room.focusWidget() is self.row(title).menu_button

    def open_menu(self, title: str) -> None:
        button = self.row(title).menu_button
        button.setFocus()
        self.qtbot.keyClick(button, Key.Key_Space)

    def look_for(self, words: str) -> None:
        field = self.part(SearchField)
        field.setFocus()
        field.setText(words)
        self.settle()


@pytest.fixture
def visitor(opened: Surroundings, clock: FixedClock, qtbot: QtBot) -> Visitor:
    room = LettersRoom(opened)
    qtbot.addWidget(room)
    return Visitor(room, opened, clock, qtbot)


# what is there


def test_an_empty_room_says_what_it_is_for_and_its_first_thing_is_one_key_away(visitor: Visitor) -> None:
    visitor.arrive()
    assert "No letters waiting" in visitor.read()
    assert "Never more than one in a day" not in visitor.read()
    visitor.click("See how it works")
    assert "Never more than one in a day" in visitor.read()
    with visitor.qtbot.waitSignal(visitor.room.letter_wanted) as wanted:
        visitor.button("Write a letter").setFocus()
        visitor.press(Key.Key_Return)
    assert wanted.args == [LetterWanted()]


def test_letters_lie_in_groups_by_where_they_are(visitor: Visitor) -> None:
    visitor.keep(letter("A draft.", title="Begun"))
    visitor.put_away(letter("Late.", title="Later"), first_in=40)
    visitor.put_away(letter("Soon.", title="Sooner"), first_in=4)
    visitor.put_away(letter("Shut.", title="Shut"), first_in=9, sealed=True)
    visitor.rest(visitor.put_away(letter("Rests.", title="Resting")))
    visitor.receive(letter("Here.", title="Here", hurt="The review."))
    visitor.arrive()
    assert visitor.rows() == ["Begun", "Sooner", "Later", "Shut", "Resting"]
    said = visitor.read()
    for words in (
        "Here now",
        "Not put away yet",
        "On their way back",
        "Sealed",
        "At rest",
        "Written 9 November · The review.",
        "Comes back 16 November",
        "in four days",
        "Comes back 22 December",
        "Sealed until 21 November",
        "Resting since 12 November",
        "comes only if you ask",
    ):
        assert words in said
    assert visitor.has_focus(visitor.button("Read it"))


def test_the_letter_of_the_day_is_read_with_one_key_or_another_evening(visitor: Visitor) -> None:
    identity = visitor.receive(letter("Here.", title="Here"))
    visitor.arrive()
    with visitor.qtbot.waitSignal(visitor.room.reading_wanted) as wanted:
        visitor.press(Key.Key_Return)
    assert wanted.args == [ReadingWanted(identity)]
    visitor.click("Another evening")
    visitor.qtbot.waitUntil(lambda: visitor.rows() == ["Here"])
    assert "Here now" not in visitor.read()
    assert "Comes back 13 November\ntomorrow" in visitor.read()
    visitor.clock.advance(timedelta(days=1))
    visitor.arrive()
    assert "Here now" in visitor.read()


def test_what_came_of_reading_is_said_below_the_title(visitor: Visitor) -> None:
    for title, felt in (("One", Felt.HARD), ("Two", Felt.REACHED), ("Three", None)):
        identity = visitor.receive(letter("Words.", title=title))
        read(visitor, identity, felt)
    read(visitor, identity, None)
    visitor.arrive()
    said = visitor.read()
    assert "It was hard to take in. No hurry." in said
    assert "Read once · It reached me" in said
    assert "Read twice" in said


def test_a_letter_without_a_title_is_called_by_its_first_words_and_a_sealed_one_by_its_day(visitor: Visitor) -> None:
    visitor.put_away(letter("Dear you, sit down."))
    visitor.put_away(letter("Secret."), sealed=True)
    visitor.arrive()
    assert visitor.rows() == ["Dear you, sit down.", "A letter of 12 November"]


# the menu of each state


def test_the_menu_offers_what_can_be_done_with_a_letter_where_it_is(visitor: Visitor) -> None:
    visitor.keep(letter("A draft.", title="Begun"))
    visitor.put_away(letter("Soon.", title="Awake"))
    visitor.put_away(letter("Shut.", title="Shut"), sealed=True)
    visitor.rest(visitor.put_away(letter("Rests.", title="Resting")))
    visitor.arrive()
    offered = {}
    for title in ("Begun", "Awake", "Shut", "Resting"):
        visitor.open_menu(title)
        offered[title] = visitor.menu()
        visitor.shut_menu()
    assert offered == {
        "Begun": ["Write on", "Move to the bin"],
        "Awake": [
            "Read it now",
            "Bring it back sooner",
            "in a week",
            "in two weeks",
            "in four weeks",
            "in eight weeks",
            "in half a year",
            "On a day you choose…",
            "Let it rest",
            "Change its words",
            "Print…",
            "Move to the bin",
        ],
        "Shut": ["Open it before its day…", "Move to the bin"],
        "Resting": ["Read it now", "Wake it again", "Change its words", "Print…", "Move to the bin"],
    }


def test_a_row_opens_what_it_is_by_enter(visitor: Visitor) -> None:
    draft = visitor.keep(letter("A draft.", title="Begun"))
    awake = visitor.put_away(letter("Soon.", title="Awake"))
    visitor.put_away(letter("Shut.", title="Shut"), sealed=True)
    visitor.arrive()
    for title, signal, expected in (
        ("Begun", visitor.room.letter_wanted, LetterWanted(draft)),
        ("Awake", visitor.room.reading_wanted, ReadingWanted(awake)),
    ):
        with visitor.qtbot.waitSignal(signal) as wanted:
            visitor.qtbot.keyClick(visitor.row(title).face, Key.Key_Return)
        assert wanted.args == [expected]
    visitor.qtbot.keyClick(visitor.row("Shut").face, Key.Key_Return)
    assert visitor.menu() == ["Open it before its day…", "Move to the bin"]
    visitor.shut_menu()


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("Bring it back sooner", TODAY + timedelta(days=20)),
        ("in a week", date(2026, 11, 19)),
        ("in two weeks", date(2026, 11, 26)),
        ("in four weeks", date(2026, 12, 10)),
        ("in eight weeks", date(2027, 1, 7)),
        ("in half a year", date(2027, 5, 13)),
    ],
)
def test_a_letter_is_brought_back_at_another_time_and_the_keyboard_stays_with_it(
    visitor: Visitor, words: str, on: date
) -> None:
    identity = visitor.put_away(letter("Words.", title="Mine"), first_in=40)
    visitor.put_away(letter("Words.", title="Other"), first_in=30)
    visitor.arrive()
    visitor.open_menu("Mine")
    visitor.choose(words)
    visitor.settle()
    assert visitor.letter(identity).line.next_on == on
    assert visitor.is_at("Mine")


def test_a_letter_is_brought_back_on_a_day_that_is_chosen(visitor: Visitor) -> None:
    identity = visitor.put_away(letter("Words.", title="Mine"), first_in=40)
    visitor.arrive()
    visitor.open_menu("Mine")
    visitor.choose("On a day you choose…")
    popover = visitor.room.findChild(DayPopover)
    assert isinstance(popover, DayPopover)
    visitor.qtbot.waitUntil(lambda: visitor.has_focus(popover.calendar.grid))
    visitor.press(Key.Key_Down)
    visitor.press(Key.Key_Return)
    visitor.settle()
    line = visitor.letter(identity).line
    assert (line.next_on, line.is_named) == (date(2026, 11, 19), True)


def test_a_letter_rests_and_undo_brings_it_back_on_its_day(visitor: Visitor) -> None:
    identity = visitor.put_away(letter("Words.", title="Mine"), first_in=40)
    before = visitor.letter(identity).line
    visitor.arrive()
    visitor.open_menu("Mine")
    with visitor.qtbot.waitSignal(visitor.room.told) as told:
        visitor.choose("Let it rest")
    visitor.settle()
    assert visitor.letter(identity).line.state is LetterState.RESTING
    told.args[0].undo()
    visitor.settle()
    assert visitor.letter(identity).line.next_on == before.next_on


def test_a_letter_at_rest_is_woken(visitor: Visitor) -> None:
    identity = visitor.put_away(letter("Words.", title="Mine"))
    visitor.rest(identity)
    visitor.arrive()
    visitor.open_menu("Mine")
    visitor.choose("Wake it again")
    visitor.settle()
    assert visitor.letter(identity).line.next_on == date(2026, 11, 15)


@pytest.mark.parametrize("state", list(LetterState))
def test_a_letter_goes_to_the_bin_from_every_state_and_the_keyboard_to_the_next(
    visitor: Visitor, state: LetterState
) -> None:
    draft = letter("Words.", title="Mine")
    if state is LetterState.DRAFT:
        identity = visitor.keep(draft)
    else:
        identity = visitor.put_away(draft, sealed=state is LetterState.SEALED)
    if state is LetterState.RESTING:
        visitor.rest(identity)
    visitor.rest(visitor.put_away(letter("Words.", title="Other")))
    visitor.arrive()
    visitor.open_menu("Mine")
    with visitor.qtbot.waitSignal(visitor.room.trashed) as trashed:
        visitor.choose("Move to the bin")
    assert trashed.args == [EntryWanted(identity)]
    visitor.settle()
    assert visitor.rows() == ["Other"]
    assert visitor.is_at("Other")


# search


@pytest.mark.parametrize(
    "typed", ["r", "ri", "riv", "river", "RIVER mud", "ashamed", "chair", "bridg", "  river "], ids=str
)
def test_letters_are_found_by_the_first_letters_of_their_words_hurt_feelings_and_title(
    visitor: Visitor, typed: str
) -> None:
    visitor.put_away(letter("The river, and its mud.", title="The chair", hurt="The bridge.", feelings=("ashamed",)))
    visitor.put_away(letter("Something else.", title="Other"))
    visitor.arrive()
    visitor.look_for(typed)
    assert visitor.rows() == ["The chair"]


def test_a_search_that_finds_nothing_says_so_and_esc_shows_all_again(visitor: Visitor) -> None:
    visitor.receive(letter("The river."))
    visitor.put_away(letter("The sea.", title="Sea"))
    visitor.arrive()
    visitor.look_for("mountain")
    assert visitor.rows() == []
    assert "Nothing found." in visitor.read()
    assert "Here now" not in visitor.read()
    assert visitor.room.back()
    visitor.settle()
    assert "Nothing found." not in visitor.read()
    assert visitor.rows() == ["Sea"]
    assert not visitor.room.back()


def test_the_letter_of_the_day_is_found_too(visitor: Visitor) -> None:
    visitor.receive(letter("The river.", title="River"))
    visitor.arrive()
    visitor.look_for("riv")
    assert visitor.rows() == ["River"]


def test_a_sealed_letter_is_found_by_its_title_only(visitor: Visitor) -> None:
    visitor.put_away(letter("The river.", title="The chair", hurt="A bridge."), sealed=True)
    visitor.arrive()
    for typed, found in (("river", []), ("bridge", []), ("chai", ["The chair"])):
        visitor.look_for(typed)
        assert visitor.rows() == found


HOSTILE = "<b>bold</b> {words} %s \u202e\u0000 \U0001f469\u200d\U0001f9d2 &amp; " + "A" * 4000


def test_hostile_words_are_shown_as_they_are_and_nothing_leaves_its_place(visitor: Visitor) -> None:
    visitor.put_away(letter(HOSTILE, title=HOSTILE, hurt=HOSTILE))
    visitor.receive(letter(HOSTILE, hurt=HOSTILE))
    visitor.arrive()
    assert "<b>bold</b> {words} %s" in visitor.rows()[0]
    assert max(part.width() for part in visitor.room.findChildren(LetterRow)) <= visitor.room.width()
    for typed in ('"', "NEAR(", "%s", "<b>", "*", "\x00", "AND OR NOT", "''; --"):
        visitor.look_for(typed)
    visitor.look_for("bold")
    assert len(visitor.rows()) == 2


# many letters


def fill(visitor: Visitor, count: int) -> None:
    """Letters that come one a day, a hundred at a time so that no wait is a long one."""
    for start in range(0, count, 100):
        ask(visitor.surroundings, visitor.qtbot, partial(write, numbers=range(start, min(start + 100, count))))


def write(journal: Journal, *, numbers: range) -> None:
    for number in numbers:
        draft = letter(f"Words {number}.", title=f"Letter {number:04}", hurt="A hurt.")
        journal.pages.save(draft)
        journal.letters.put_away(draft.id, TODAY + timedelta(days=2 + number))


def test_more_than_forty_letters_are_shown_when_they_are_asked_for(visitor: Visitor) -> None:
    fill(visitor, 43)
    visitor.arrive()
    assert visitor.rows() == [f"Letter {number:04}" for number in range(40)]
    visitor.click("Show more letters")
    visitor.settle()
    assert len(visitor.rows()) == 43
    assert not visitor.can_press("Show more letters")


def test_a_thousand_letters_take_no_more_queries_and_widgets_than_fifty(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = {}
    for count in (50, 1000):
        fill(visitor, count - len(visitor.lines()))
        visitor.arrive()
        visitor.arrive()
        asked: list[str] = []
        with monkeypatch.context() as ear:
            listen(ear, asked)
            visitor.room.arrive()
            visitor.settle()
        counted[count] = len(asked), len(visitor.room.findChildren(QWidget))
    assert counted[50][0] > 0
    assert counted[1000] == counted[50]


def listen(ear: pytest.MonkeyPatch, asked: list[str]) -> None:
    """From here on every statement that reaches the database is heard."""
    real = Connection.execute

    def execute(self: Connection, sql: str, *parameters: object) -> object:
        asked.append(sql)
        return real(self, sql, *parameters)  # type: ignore[arg-type]  # passed through

    ear.setattr(Connection, "execute", execute)


def test_so_many_letters_that_they_crowd_each_other_are_offered_rest_and_undo(visitor: Visitor) -> None:
    visitor.clock.advance(-timedelta(days=400))
    identity = visitor.put_away(letter("Old.", day=visitor.today))
    visitor.clock.advance(timedelta(days=4))
    read(visitor, identity, None)
    visitor.clock.advance(timedelta(days=396))
    for _ in range(40):
        visitor.put_away(letter("New."), first_in=30)
    before = visitor.letter(identity).line
    visitor.arrive()
    assert "older than four weeks" in visitor.read()
    with visitor.qtbot.waitSignal(visitor.room.told) as told:
        visitor.click("Let them rest")
    visitor.settle()
    assert visitor.letter(identity).line.state is LetterState.RESTING
    assert len([line for line in visitor.lines() if line.state is LetterState.RESTING]) == 1
    told.args[0].undo()
    visitor.settle()
    assert visitor.letter(identity).line.next_on == before.next_on


def test_few_letters_are_offered_no_rest(visitor: Visitor) -> None:
    fill(visitor, 5)
    visitor.arrive()
    assert not visitor.can_press("Let them rest")


def test_a_clock_set_back_shows_the_letters_all_the_same(visitor: Visitor) -> None:
    visitor.put_away(letter("Words.", title="Mine"))
    visitor.rest(visitor.put_away(letter("Words.", title="Rests")))
    visitor.clock.set("2025-01-01 20:00")
    visitor.arrive()
    assert visitor.rows() == ["Mine", "Rests"]
    assert "Comes back in November 2026" in visitor.read()


def read(visitor: Visitor, identity: UUID, felt: Felt | None) -> None:
    ask(visitor.surroundings, visitor.qtbot, lambda journal: journal.letters.read(identity, felt=felt))
