"""The numbers to call and the things that help: written down, changed, taken away, and each of it undone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from heartjournal.model.problems import DiskFull
from heartjournal.model.support import Contact
from heartjournal.ui.settings import Section, Settings
from heartjournal.ui.settings.adding import Adding
from heartjournal.ui.settings.numbers import Numbers
from heartjournal.ui.settings.row import Row
from tests.ui.person import Person
from tests.ui.writing import ask

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from heartjournal.model.support import Comfort
    from heartjournal.ui.surroundings import Surroundings
    from tests.clock import FixedClock

Key = Qt.Key


class AtTheNumbers(Person):
    """A person in the settings, at the numbers to call."""

    def __init__(self, settings: Settings, surroundings: Surroundings, *, clock: FixedClock, qtbot: QtBot) -> None:
        super().__init__(settings, qtbot)
        self.clock = clock
        self.settings = settings
        self.surroundings = surroundings
        self.qtbot = qtbot

    def contacts(self) -> tuple[Contact, ...]:
        return ask(self.surroundings, self.qtbot, lambda journal: journal.support.contacts())

    def comforts(self) -> tuple[Comfort, ...]:
        return ask(self.surroundings, self.qtbot, lambda journal: journal.support.comforts())

    def rows(self) -> list[tuple[str, str]]:
        rows = [row for row in self.settings.findChildren(Row) if row.isVisible() and type(row.parent()) is not Adding]
        return [(row.heading.text(), row.text.text()) for row in rows]

    def wait_for_rows(self, *rows: tuple[str, str]) -> None:
        self.qtbot.waitUntil(lambda: self.rows() == list(rows))

    def go_to(self, field: str) -> QLineEdit:
        line = next(line for line in self.settings.findChildren(QLineEdit) if line.accessibleName() == field)
        line.setFocus()
        return line

    def write_number(self, name: str, number: str, note: str = "") -> None:
        """Fill the form by keyboard, Enter after each field; it takes a while."""
        self.clock.advance(timedelta(seconds=20))
        if self.can_press("Add a number"):
            self.click("Add a number")
        self.go_to("Name")
        for words in (name, number, note):
            self.type_in(words)
            self.press(Key.Key_Return)

    def write_comfort(self, words: str) -> None:
        if self.can_press("Add something that helps"):
            self.click("Add something that helps")
        self.go_to("Something that helps")
        self.type_in(words)
        self.press(Key.Key_Return)

    def written(self) -> list[str]:
        return [line.text() for line in self.settings.findChildren(QLineEdit) if line.isVisible()]


@pytest.fixture
def at(opened: Surroundings, journal_folder: Path, clock: FixedClock, qtbot: QtBot) -> Iterator[AtTheNumbers]:
    settings = Settings(opened, folder=journal_folder)
    qtbot.addWidget(settings)
    opened.tasks.changed.connect(settings.refresh)
    person = AtTheNumbers(settings, opened, clock=clock, qtbot=qtbot)
    person.sit_down(width=1056)
    settings.show_numbers()
    person.contacts()
    yield person
    settings.hide()


def refuse_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_desk: object, *_anything: object) -> None:
        raise DiskFull("The disk is full.", "Make some room, then try again.")

    for name in ("save_contact", "save_comfort", "remove_contact", "remove_comfort"):
        monkeypatch.setattr(f"heartjournal.journal.support.Support.{name}", full)


def test_a_number_is_written_down_by_keyboard_and_the_form_gives_its_place_back(at: AtTheNumbers) -> None:
    assert at.focus.accessibleName() == "Name"
    at.write_number("Ines", "01632 960 017", "after eight")
    at.wait_for_rows(("Ines", "01632 960 017 · after eight"))
    (contact,) = at.contacts()
    assert (contact.name, contact.number, contact.note) == ("Ines", "01632 960 017", "after eight")
    assert at.written() == []
    assert at.has_focus(at.button("Add a number"))
    at.press(Key.Key_Return)
    assert at.written() == ["", "", ""]
    assert at.focus.accessibleName() == "Name"


def test_no_form_stands_open_between_what_is_kept(at: AtTheNumbers) -> None:
    at.click("Not now")
    assert at.written() == []
    at.write_number("Ines", "1")
    at.write_comfort("The blue blanket")
    at.wait_for_rows(("Ines", "1"), ("The blue blanket", ""))
    assert at.written() == []


def test_not_now_forgets_a_change_and_leaves_a_new_number_for_later(at: AtTheNumbers) -> None:
    at.write_number("Ines", "1")
    at.wait_for_rows(("Ines", "1"))
    at.click("Change Ines")
    at.click("Not now")
    at.click("Add a number")
    assert at.written() == ["", "", ""]
    at.type_in("Tom")
    at.click("Not now")
    assert at.has_focus(at.button("Add a number"))
    at.click("Add a number")
    assert at.written() == ["Tom", "", ""]
    at.clock.advance(timedelta(seconds=20))
    at.click("Keep this number")
    at.wait_for_rows(("Ines", "1"), ("Tom", ""))


def test_a_number_without_a_name_is_called_by_its_number(at: AtTheNumbers) -> None:
    at.write_number("", "01632 960 017")
    at.wait_for_rows(("01632 960 017", "01632 960 017"))


def test_blanks_around_are_no_part_of_a_number(at: AtTheNumbers) -> None:
    at.write_number("  Ines ", " 01632 ")
    at.wait_for_rows(("Ines", "01632"))


@pytest.mark.parametrize("note", ["", "only a note"])
def test_with_neither_name_nor_number_nothing_is_kept_and_the_caret_goes_back(at: AtTheNumbers, note: str) -> None:
    at.write_number("", "  ", note)
    assert at.focus.accessibleName() == "Name"
    assert at.contacts() == ()
    assert note in at.written()


def test_a_number_is_changed_in_the_form_and_stays_the_same_one(at: AtTheNumbers) -> None:
    at.write_number("Ines", "01632 960 017")
    at.wait_for_rows(("Ines", "01632 960 017"))
    before = at.contacts()
    at.click("Change Ines")
    assert at.focus.accessibleName() == "Name"
    at.press(Key.Key_Return)
    at.go_to("Number").selectAll()
    at.type_in("01632 960 018")
    at.press(Key.Key_Return)
    at.press(Key.Key_Return)
    at.wait_for_rows(("Ines", "01632 960 018"))
    assert [contact.id for contact in at.contacts()] == [contact.id for contact in before]


def test_after_a_change_the_form_writes_a_new_number_down(at: AtTheNumbers) -> None:
    at.write_number("Ines", "1")
    at.wait_for_rows(("Ines", "1"))
    at.click("Change Ines")
    at.click("Keep this number")
    at.write_number("Tom", "2")
    at.wait_for_rows(("Ines", "1"), ("Tom", "2"))


def test_a_change_can_be_undone(at: AtTheNumbers) -> None:
    at.write_number("Ines", "1")
    at.wait_for_rows(("Ines", "1"))
    at.click("Change Ines")
    at.go_to("Name").selectAll()
    at.type_in("Tom")
    at.click("Keep this number")
    at.wait_for_rows(("Tom", "1"))
    assert "The number is changed." in at.read()
    at.click("Undo")
    at.wait_for_rows(("Ines", "1"))


def test_keeping_a_number_as_it_was_says_nothing(at: AtTheNumbers) -> None:
    at.write_number("Ines", "1")
    at.wait_for_rows(("Ines", "1"))
    at.click("Change Ines")
    at.click("Keep this number")
    at.contacts()
    assert not at.can_press("Undo")


def test_a_number_is_taken_away_and_comes_back_with_undo(at: AtTheNumbers) -> None:
    at.write_number("Ines", "1", "after eight")
    at.wait_for_rows(("Ines", "1 · after eight"))
    before = at.contacts()
    at.click("Take away Ines")
    at.wait_for_rows()
    assert at.contacts() == ()
    at.wait_to_read("The number is taken away.")
    at.click("Undo")
    at.wait_for_rows(("Ines", "1 · after eight"))
    assert at.contacts() == before


def test_undo_is_in_sight_also_where_the_list_is_longer_than_the_window(at: AtTheNumbers) -> None:
    people = [Contact(UUID(int=number), f"Person {number}", "1") for number in range(8)]
    ask(at.surroundings, at.qtbot, lambda journal: [journal.support.save_contact(person) for person in people])
    at.settings.show_section(Section.NUMBERS)
    at.wait_for_rows(*((person.name, "1") for person in people))
    at.click("Take away Person 0")
    at.wait_to_read("The number is taken away.")
    assert not at.button("Undo").visibleRegion().isEmpty()


def test_something_that_helps_is_written_down_changed_and_taken_away_and_each_is_undone(at: AtTheNumbers) -> None:
    at.write_comfort("The blue blanket")
    at.wait_for_rows(("The blue blanket", ""))
    (comfort,) = at.comforts()
    at.click("Change The blue blanket")
    at.press(Key.Key_End)
    at.type_in(", by the stove")
    at.click("Keep this")
    at.wait_for_rows(("The blue blanket, by the stove", ""))
    assert [each.id for each in at.comforts()] == [comfort.id]
    assert "It is changed." in at.read()
    at.click("Undo")
    at.wait_for_rows(("The blue blanket", ""))
    at.click("Take away The blue blanket")
    at.wait_for_rows()
    at.wait_to_read("It is taken away.")
    at.click("Undo")
    at.wait_for_rows(("The blue blanket", ""))
    assert at.comforts() == (comfort,)


def test_nothing_written_keeps_nothing_that_helps(at: AtTheNumbers) -> None:
    at.write_comfort("   ")
    assert at.focus.accessibleName() == "Something that helps"
    assert at.comforts() == ()


def test_on_a_full_disk_what_was_written_stays_in_the_form_and_is_kept_once_there_is_room(
    at: AtTheNumbers, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    at.surroundings.tasks.troubled.connect(told.append)
    with monkeypatch.context() as disk:
        refuse_writes(disk)
        at.write_number("Ines", "1", "after eight")
        at.qtbot.waitUntil(lambda: len(told) == 1)
        at.write_comfort("The blue blanket")
        at.qtbot.waitUntil(lambda: len(told) == 2)

    assert at.written() == ["Ines", "1", "after eight", "The blue blanket"]
    at.click("Keep this number")
    at.click("Keep this")
    at.wait_for_rows(("Ines", "1 · after eight"), ("The blue blanket", ""))


def test_what_could_not_be_taken_away_is_not_said_to_be_gone(at: AtTheNumbers, monkeypatch: pytest.MonkeyPatch) -> None:
    at.write_number("Ines", "1")
    at.wait_for_rows(("Ines", "1"))
    with monkeypatch.context() as disk, at.qtbot.waitSignal(at.surroundings.tasks.troubled):
        refuse_writes(disk)
        at.click("Take away Ines")
    assert "taken away" not in at.read()
    assert at.rows() == [("Ines", "1")]


def test_a_number_written_down_elsewhere_appears(at: AtTheNumbers) -> None:
    at.settings.show_section(Section.APPEARANCE)
    numbers = at.settings.findChild(Numbers)
    assert isinstance(numbers, Numbers)
    numbers.contact_form._name.setText("Ines")
    numbers.contact_form.submit()
    at.contacts()
    at.settings.show_section(Section.NUMBERS)
    at.wait_for_rows(("Ines", ""))


def test_it_is_said_that_they_are_kept_encrypted(at: AtTheNumbers) -> None:
    assert "Kept encrypted with your pages" in at.read()
