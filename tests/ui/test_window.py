"""The one window, from the door to the last word saved: what is in front, and what a person can always do."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar
from uuid import uuid4

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QTextEdit, QWidget

from heartjournal.journal import Journal
from heartjournal.journal.sample import open_sample
from heartjournal.model.problems import CannotWrite, DiskFull
from heartjournal.model.support import Contact
from heartjournal.ui.editor import PageEditor
from heartjournal.ui.editor.marked_text import MarkedText
from heartjournal.ui.editor.writing_text import WritingText
from heartjournal.ui.grounding import Grounding
from heartjournal.ui.open_journal import OpenJournal
from heartjournal.ui.pages import JournalRoom
from heartjournal.ui.settings import Settings
from heartjournal.ui.today import Today
from heartjournal.ui.unlock import FirstRun, Unlock
from heartjournal.ui.widgets import PassingNotice
from heartjournal.ui.window import Window
from tests.ui.person import CONTROL, SHIFT, Person
from tests.ui.ways_in import PASSPHRASE, WaysIn
from tests.ui.writing import ask, keep, page, refuse_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from heartjournal.model.clock import Clock
    from heartjournal.ui.doorway import Doorway
    from heartjournal.ui.surroundings import Surroundings

W = TypeVar("W", bound=QWidget)
Key = Qt.Key


class Evening(Person):
    """A person with the window in front of them."""

    def __init__(self, window: Window, surroundings: Surroundings, qtbot: QtBot) -> None:
        super().__init__(window, qtbot)
        self.window = window
        self.surroundings = surroundings
        self.qtbot = qtbot
        self.ended: list[str] = []
        window.locked.connect(lambda: self.ended.append("locked"))
        window.left.connect(lambda: self.ended.append("left"))

    def stage(self, kind: type[W]) -> W:
        """The stage in front, once it is of this kind and has the keyboard."""
        self.qtbot.waitUntil(lambda: isinstance(self.window.stage, kind))
        stage = self.window.stage
        assert isinstance(stage, kind)
        self.qtbot.waitUntil(lambda: stage.isVisible() and (stage.isAncestorOf(self.focus) or stage is self.focus))
        return stage

    def arrives_in(self, kind: type[QWidget]) -> None:
        """Wait until this part is shown and has the keyboard."""
        self.qtbot.waitUntil(lambda: self.part(kind).isAncestorOf(self.focus))

    def wait_until_gone(self, kind: type[QWidget]) -> None:
        """Wait until the window holds no such part, hidden ones neither: what is deleted later is deleted then."""
        self.qtbot.waitUntil(lambda: not self.window.findChildren(kind))

    def unlock(self) -> OpenJournal:
        """Type the passphrase, press Enter, and be in."""
        self.stage(Unlock)
        self.type_in(PASSPHRASE)
        self.press(Key.Key_Return)
        return self.stage(OpenJournal)

    def write(self, words: str) -> None:
        """Begin a blank page and write on it."""
        self.press(Key.Key_N, CONTROL | SHIFT)
        self.qtbot.waitUntil(lambda: isinstance(self.focus, WritingText))
        self.type_in(words)

    def wait_for_end(self, *ended: str) -> None:
        self.qtbot.waitUntil(lambda: bool(self.ended))
        self.settle()
        assert self.ended == list(ended)

    def wait_until_open(self) -> None:
        """Wait until the journal is open, whatever is in front."""
        self.qtbot.waitUntil(lambda: self.surroundings.tasks.is_open)
        ask(self.surroundings, self.qtbot, lambda _journal: None)

    def settle(self) -> None:
        """Wait until everything that was asked for before has come home."""
        answered: list[None] = []
        self.surroundings.tasks.aside(lambda: None, then=answered.append, owner=self.window)
        self.qtbot.waitUntil(lambda: bool(answered))


class Opening:
    """Opens windows for a test, and closes what is still open after it."""

    def __init__(self, surroundings: Surroundings, qtbot: QtBot) -> None:
        self._surroundings = surroundings
        self._qtbot = qtbot
        self._windows: list[Window] = []

    def __call__(self, doorway: Doorway) -> Evening:
        window = Window(self._surroundings, doorway)
        self._windows.append(window)
        evening = Evening(window, self._surroundings, self._qtbot)
        window.begin()
        evening.sit_down()
        return evening

    def close(self) -> None:
        for window in self._windows:
            window.close()
        self._qtbot.waitUntil(lambda: not any(window.isVisible() for window in self._windows))
        for window in self._windows:
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def open_window(surroundings: Surroundings, ways_in: WaysIn, qtbot: QtBot) -> Iterator[Opening]:
    """Opens the window of a test, and closes it and its journal afterwards."""
    opening = Opening(surroundings, qtbot)
    yield opening
    ways_in.let_go()
    opening.close()


@pytest.fixture
def at_the_door(open_window: Opening, ways_in: WaysIn) -> Evening:
    """The window at Unlock, with a journal behind it."""
    ways_in.make()
    return open_window(ways_in.doorway())


@pytest.fixture
def inside(at_the_door: Evening) -> Evening:
    """The window with its journal open, on Today."""
    at_the_door.unlock()
    return at_the_door


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def bodies(ways_in: WaysIn) -> list[str]:
    """The words of every page, read from the closed journal."""
    journal = ways_in.open_now()
    try:
        entries = [journal.pages.entry(line.id) for line in journal.pages.lines()]
        return [section.body for entry in entries for section in entry.sections]
    finally:
        journal.close()


def refuse_saves(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on every save of a page meets a full disk."""

    def full(_desk: object, _draft: object) -> None:
        raise DiskFull("The disk is full.", "Make some room, then try again.")

    monkeypatch.setattr("heartjournal.journal.pages.Pages.save", full)


# the first stage


def test_a_start_without_a_journal_shows_first_run_and_ends_in_the_new_journal(
    open_window: Opening, ways_in: WaysIn
) -> None:
    evening = open_window(ways_in.doorway(is_new=True))
    evening.stage(FirstRun)
    evening.press(Key.Key_Space)
    for _ in range(2):
        evening.type_in(PASSPHRASE)
        evening.press(Key.Key_Return)
    evening.press(Key.Key_Space)

    evening.stage(OpenJournal)
    assert evening.part(Today).isVisible()
    evening.wait_until_gone(FirstRun)


def test_a_start_with_a_journal_asks_for_its_passphrase_and_nothing_of_the_door_is_left(at_the_door: Evening) -> None:
    at_the_door.unlock()
    at_the_door.wait_until_gone(Unlock)


def test_a_journal_found_while_making_one_can_be_opened_instead(open_window: Opening, ways_in: WaysIn) -> None:
    evening = open_window(ways_in.doorway(is_new=True))
    ways_in.make()
    evening.stage(FirstRun)
    evening.press(Key.Key_Space)
    for _ in range(2):
        evening.type_in("another one")
        evening.press(Key.Key_Return)
    evening.press(Key.Key_Space)
    evening.wait_to_read("There is a journal in this folder already.")

    evening.click("Open the journal that is here")
    evening.unlock()


def test_a_journal_whose_making_was_interrupted_can_be_set_up_once_more(open_window: Opening, ways_in: WaysIn) -> None:
    ways_in.make()
    (ways_in.folder / "vault.json").rename(ways_in.folder / "vault.json.new")
    (ways_in.folder / "vault.json.2").unlink()
    evening = open_window(ways_in.doorway())
    evening.stage(Unlock)
    evening.type_in(PASSPHRASE)
    evening.press(Key.Key_Return)
    evening.wait_to_read("Set it up once more. Nothing is lost by that.")

    evening.click("Set up the journal here")
    evening.stage(FirstRun)


def choose_folder(evening: Evening, folder: Path) -> None:
    """Press the button and choose in the dialog."""
    evening.click("Choose another folder…")
    evening.qtbot.waitUntil(lambda: evening.window.findChild(QFileDialog) is not None)
    dialog = evening.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.selectFile(str(folder))
    dialog.accept()
    # What a desktop does by itself once a dialog is gone.
    evening.qtbot.waitUntil(lambda: evening.window.findChild(QFileDialog) is None)
    evening.window.activateWindow()
    evening.qtbot.waitUntil(evening.window.isActiveWindow)


def remembers(evening: Evening, folder: Path) -> bool:
    return evening.surroundings.preferences.present.journal_folder == folder


def test_a_folder_with_other_things_in_it_is_said_on_the_first_page_and_another_can_be_chosen(
    open_window: Opening, ways_in: WaysIn, tmp_path: Path, clock: Clock
) -> None:
    elsewhere = WaysIn(tmp_path / "elsewhere", clock)
    elsewhere.folder.mkdir()
    there = elsewhere.doorway(is_new=True)
    here = replace(ways_in.doorway(is_new=True), is_foreign=True, elsewhere=lambda _folder: there)
    evening = open_window(here)
    evening.stage(FirstRun)
    assert "This folder holds other files and no journal." in evening.read()
    assert not evening.button("Next: your passphrase").isEnabled()
    assert evening.has_focus(evening.button("Choose another folder…"))

    choose_folder(evening, elsewhere.folder)
    evening.qtbot.waitUntil(lambda: "This folder holds" not in evening.read())
    evening.stage(FirstRun)
    evening.press(Key.Key_Space)
    for _ in range(2):
        evening.type_in(PASSPHRASE)
        evening.press(Key.Key_Return)
    assert str(elsewhere.folder) in evening.read()
    assert not remembers(evening, elsewhere.folder)
    evening.press(Key.Key_Space)
    evening.stage(OpenJournal)
    assert remembers(evening, elsewhere.folder)
    assert not ways_in.folder.exists()


def test_where_nothing_opens_another_folder_can_be_chosen_at_unlock(
    open_window: Opening, ways_in: WaysIn, tmp_path: Path, clock: Clock
) -> None:
    elsewhere = WaysIn(tmp_path / "elsewhere", clock)
    elsewhere.make()
    ways_in.folder.mkdir()
    (ways_in.folder / "notes.md").touch()
    evening = open_window(replace(ways_in.doorway(), elsewhere=lambda _folder: elsewhere.doorway()))
    evening.stage(Unlock)
    assert not evening.can_press("Choose another folder…")
    evening.type_in(PASSPHRASE)
    evening.press(Key.Key_Return)
    evening.wait_to_read("This folder holds other files and no journal.")
    choose_folder(evening, elsewhere.folder)
    evening.qtbot.waitUntil(lambda: "This folder holds" not in evening.read())
    assert not remembers(evening, elsewhere.folder)
    evening.unlock()
    assert remembers(evening, elsewhere.folder)


def test_a_wrong_passphrase_offers_no_other_folder(open_window: Opening, ways_in: WaysIn) -> None:
    ways_in.make()
    evening = open_window(replace(ways_in.doorway(), elsewhere=lambda _folder: ways_in.doorway()))
    evening.stage(Unlock)
    evening.type_in("not this")
    evening.press(Key.Key_Return)
    evening.wait_to_read("That isn’t the passphrase.")
    assert not evening.can_press("Choose another folder…")


def test_the_sample_opens_without_a_question(
    open_window: Opening, ways_in: WaysIn, clock: Clock, tmp_path: Path
) -> None:
    evening = open_window(ways_in.doorway(demo=lambda: open_sample(tmp_path / "sample", clock=clock)))
    evening.stage(OpenJournal)
    assert not ways_in.folder.exists()


def test_a_sample_that_cannot_be_made_says_why_and_can_be_left(open_window: Opening, ways_in: WaysIn) -> None:
    def full() -> Journal:
        raise DiskFull("The disk is full.", "Make some room, then try again.")

    evening = open_window(ways_in.doorway(demo=full))
    evening.wait_to_read("The disk is full.")
    assert "Make some room, then try again." in evening.read()
    evening.window.close()
    evening.wait_for_end("left")


# a shipped file that is broken


def spoil(file: Path) -> None:
    """Put a number where the title was."""
    words = file.read_text(encoding="utf-8")
    file.write_text(re.sub("(?m)^title = .*$", "title = 3", words, count=1), encoding="utf-8")


def test_a_broken_practice_shuts_nobody_out_and_is_told_once(
    at_the_door: Evening, shipped_files: Path, ways_in: WaysIn
) -> None:
    told = "The file “evening_journal.toml” cannot be used. “title” must be text."
    spoil(shipped_files / "practices" / "en" / "evening_journal.toml")
    at_the_door.click("Three-step break")
    at_the_door.stage(PageEditor)
    at_the_door.wait_to_read(told)
    at_the_door.part(PassingNotice).hide()
    at_the_door.press(Key.Key_Escape)
    at_the_door.unlock()
    assert told not in at_the_door.read()

    at_the_door.press(Key.Key_N, CONTROL)
    at_the_door.wait_to_read(told)
    at_the_door.stage(OpenJournal)
    at_the_door.write("Rain.")
    at_the_door.press(Key.Key_L, CONTROL)
    at_the_door.wait_for_end("locked")
    assert bodies(ways_in) == ["Rain."]


def test_every_broken_file_is_told_after_unlocking_in_one_breath(at_the_door: Evening, shipped_files: Path) -> None:
    spoil(shipped_files / "practices" / "en" / "letter.toml")
    (shipped_files / "feelings" / "en.toml").write_text("families = 1", encoding="utf-8")
    at_the_door.unlock()
    said = at_the_door.read()
    assert "“letter.toml” cannot be used. “title” must be text." in said
    assert "“en.toml” cannot be used. “families” must be a list." in said
    at_the_door.press(Key.Key_N, CONTROL)
    at_the_door.qtbot.waitUntil(lambda: isinstance(at_the_door.focus, WritingText))


def test_a_broken_break_is_told_at_the_door_and_the_door_stays(at_the_door: Evening, shipped_files: Path) -> None:
    spoil(shipped_files / "practices" / "en" / "break.toml")
    at_the_door.click("Three-step break")
    at_the_door.wait_to_read("“break.toml” cannot be used. “title” must be text.")
    at_the_door.stage(Unlock)


def test_a_broken_letter_is_told_where_one_is_wanted(inside: Evening, shipped_files: Path) -> None:
    spoil(shipped_files / "practices" / "en" / "letter.toml")
    inside.press(Key.Key_L, CONTROL | SHIFT)
    inside.wait_to_read("“letter.toml” cannot be used. “title” must be text.")
    inside.stage(OpenJournal)


# a break and grounding on the way in


def test_the_break_before_unlocking_leads_back_to_the_field_and_changes_nothing(
    at_the_door: Evening, ways_in: WaysIn
) -> None:
    before = contents(ways_in.folder)
    at_the_door.click("Three-step break")
    at_the_door.stage(PageEditor)
    at_the_door.type_in("rain")
    at_the_door.press(Key.Key_Escape)

    at_the_door.stage(Unlock)
    assert isinstance(at_the_door.focus, QLineEdit)
    assert contents(ways_in.folder) == before


def test_grounding_before_unlocking_says_where_the_numbers_are_and_leads_back(at_the_door: Evening) -> None:
    at_the_door.click("Too much right now")
    at_the_door.stage(Grounding)
    assert "Your numbers are inside; unlock to see them." in at_the_door.read()
    at_the_door.press(Key.Key_Escape)
    at_the_door.stage(Unlock)
    assert isinstance(at_the_door.focus, QLineEdit)


@pytest.mark.parametrize("way", ["Three-step break", "Too much right now"])
def test_a_journal_opened_meanwhile_waits_behind_until_the_person_comes_back(
    at_the_door: Evening, ways_in: WaysIn, way: str
) -> None:
    ways_in.hold()
    at_the_door.type_in(PASSPHRASE)
    at_the_door.press(Key.Key_Return)
    at_the_door.click(way)
    aside = at_the_door.window.stage
    ways_in.let_go()
    at_the_door.wait_until_open()

    assert at_the_door.window.stage is aside
    if isinstance(aside, Grounding):
        at_the_door.wait_to_read("No numbers are kept here yet.")
        assert "Nothing needs an answer tonight." in at_the_door.read()
        assert not any(words in at_the_door.read() for words in ("stays closed", "unlock to see them"))
    at_the_door.press(Key.Key_Escape)
    at_the_door.stage(OpenJournal)


def open_behind_grounding_and_the_break(evening: Evening, ways_in: WaysIn) -> None:
    ways_in.hold()
    evening.stage(Unlock)
    evening.type_in(PASSPHRASE)
    evening.press(Key.Key_Return)
    evening.click("Three-step break")
    evening.stage(PageEditor)
    ways_in.let_go()
    evening.wait_until_open()
    evening.press(Key.Key_Period, CONTROL)
    evening.stage(Grounding)


def test_from_grounding_over_the_break_the_way_back_is_the_break_and_then_the_journal(
    at_the_door: Evening, ways_in: WaysIn
) -> None:
    open_behind_grounding_and_the_break(at_the_door, ways_in)
    at_the_door.press(Key.Key_Escape)
    at_the_door.stage(PageEditor)
    at_the_door.press(Key.Key_Escape)
    at_the_door.stage(OpenJournal)


def test_the_numbers_are_reached_also_from_grounding_over_the_break(at_the_door: Evening, ways_in: WaysIn) -> None:
    ways_in_with_a_number(ways_in)
    open_behind_grounding_and_the_break(at_the_door, ways_in)
    at_the_door.qtbot.waitUntil(lambda: at_the_door.can_press("Change these numbers"))
    at_the_door.click("Change these numbers")
    at_the_door.stage(OpenJournal)
    assert at_the_door.part(Settings).isVisible()


def ways_in_with_a_number(ways_in: WaysIn) -> None:
    journal = ways_in.open_now()
    journal.support.save_contact(Contact(uuid4(), "Ines", "01632 960 017"))
    journal.close()


def test_a_wrong_passphrase_is_told_when_the_person_comes_back_with_what_was_typed_selected(
    at_the_door: Evening, ways_in: WaysIn
) -> None:
    ways_in.hold()
    at_the_door.type_in("not these words")
    at_the_door.press(Key.Key_Return)
    at_the_door.press(Key.Key_Period, CONTROL)
    at_the_door.stage(Grounding)
    ways_in.let_go()
    at_the_door.settle()
    at_the_door.press(Key.Key_Escape)

    at_the_door.stage(Unlock)
    at_the_door.wait_to_read("That isn’t the passphrase.")
    assert isinstance(at_the_door.focus, QLineEdit)
    at_the_door.type_in("x")
    assert at_the_door.focus.text() == "x"


def test_a_journal_made_behind_grounding_waits_there(open_window: Opening, ways_in: WaysIn) -> None:
    evening = open_window(ways_in.doorway(is_new=True))
    evening.stage(FirstRun)
    evening.press(Key.Key_Space)
    for _ in range(2):
        evening.type_in(PASSPHRASE)
        evening.press(Key.Key_Return)
    ways_in.hold()
    evening.press(Key.Key_Space)
    evening.press(Key.Key_Period, CONTROL)
    evening.stage(Grounding)
    ways_in.let_go()
    evening.wait_until_open()
    evening.press(Key.Key_Escape)
    evening.stage(OpenJournal)


def test_what_could_not_be_made_behind_grounding_takes_no_key_from_it_and_is_told_on_return(
    open_window: Opening, ways_in: WaysIn
) -> None:
    evening = open_window(ways_in.doorway(is_new=True))
    evening.stage(FirstRun)
    evening.press(Key.Key_Space)
    for _ in range(2):
        evening.type_in(PASSPHRASE)
        evening.press(Key.Key_Return)
    ways_in.make()
    ways_in.hold()
    evening.press(Key.Key_Space)
    evening.press(Key.Key_Period, CONTROL)
    evening.stage(Grounding)
    first_run = evening.window.findChild(FirstRun)
    assert isinstance(first_run, FirstRun)
    ways_in.let_go()
    evening.qtbot.waitUntil(lambda: not first_run._is_making)
    evening.press(Key.Key_Escape)

    evening.stage(FirstRun)
    assert "There is a journal in this folder already." in evening.read()
    assert evening.has_focus(evening.button("Try again"))


# the way out


@dataclass(frozen=True)
class Place:
    """Where somebody is inside, and the keys that lead there from Today."""

    key: Key
    modifiers: Qt.KeyboardModifier
    shows: type[QWidget]


PLACES = {
    "today": Place(Key.Key_1, CONTROL, Today),
    "journal": Place(Key.Key_2, CONTROL, JournalRoom),
    "settings": Place(Key.Key_Comma, CONTROL, Settings),
    "evening page": Place(Key.Key_N, CONTROL, PageEditor),
    "blank page": Place(Key.Key_N, CONTROL | SHIFT, PageEditor),
    "break": Place(Key.Key_B, CONTROL | SHIFT, PageEditor),
    "search": Place(Key.Key_F, CONTROL, JournalRoom),
}


def test_too_much_is_one_key_from_every_place_inside_and_esc_leads_back_to_it(inside: Evening) -> None:
    for place in PLACES.values():
        inside.press(place.key, place.modifiers)
        inside.arrives_in(place.shows)
        focus = inside.focus
        inside.press(Key.Key_Period, CONTROL)
        grounding = inside.stage(Grounding)
        assert "nothing needs an answer tonight" in inside.read().lower()

        inside.press(Key.Key_Period, CONTROL)
        assert inside.window.stage is grounding
        inside.press(Key.Key_Escape)
        inside.stage(OpenJournal)
        assert inside.part(place.shows).isAncestorOf(inside.focus)
        if isinstance(focus, QLineEdit | QTextEdit):
            assert inside.focus is focus


def test_too_much_is_one_key_from_every_page_of_first_run_and_what_was_typed_stays(
    open_window: Opening, ways_in: WaysIn
) -> None:
    evening = open_window(ways_in.doorway(is_new=True))

    def step_out_and_back() -> None:
        evening.stage(FirstRun)
        evening.press(Key.Key_Period, CONTROL)
        evening.stage(Grounding)
        evening.press(Key.Key_Escape)
        evening.stage(FirstRun)

    step_out_and_back()
    evening.press(Key.Key_Space)
    evening.type_in(PASSPHRASE)
    step_out_and_back()
    assert isinstance(evening.focus, QLineEdit)
    assert evening.focus.text() == PASSPHRASE
    evening.press(Key.Key_Return)
    evening.type_in(PASSPHRASE)
    evening.press(Key.Key_Return)
    step_out_and_back()
    evening.press(Key.Key_Space)
    evening.stage(OpenJournal)


def test_stepping_out_of_a_page_saves_it_and_says_so(inside: Evening) -> None:
    inside.write("Rain.")
    inside.press(Key.Key_Period, CONTROL)
    inside.stage(Grounding)
    inside.wait_to_read("Your page is saved")
    assert inside.can_press("Back to my page")
    [line] = ask(inside.surroundings, inside.qtbot, lambda journal: journal.pages.lines())
    assert line.opening == "Rain."
    inside.click("Back to my page")
    inside.stage(OpenJournal)
    assert isinstance(inside.focus, WritingText)
    assert inside.focus.words == "Rain."


def test_a_number_half_written_in_grounding_is_there_on_coming_back(inside: Evening) -> None:
    def step_out() -> list[QLineEdit]:
        inside.press(Key.Key_Period, CONTROL)
        grounding = inside.stage(Grounding)
        fields = grounding.findChildren(QLineEdit)
        inside.qtbot.waitUntil(lambda: all(field.isVisible() for field in fields))
        return fields

    name, number, _note = step_out()
    name.setFocus()
    inside.type_in("Ines")
    number.setFocus()
    inside.type_in("0163")
    inside.press(Key.Key_Escape)
    inside.stage(OpenJournal)

    name, number, note = step_out()
    assert [field.text() for field in (name, number, note)] == ["Ines", "0163", ""]
    number.setFocus()
    inside.press(Key.Key_End)
    inside.type_in("2")
    inside.press(Key.Key_Return)
    inside.press(Key.Key_Return)
    inside.wait_to_read("01632")
    [contact] = ask(inside.surroundings, inside.qtbot, lambda journal: journal.support.contacts())
    assert (contact.name, contact.number) == ("Ines", "01632")
    inside.press(Key.Key_Escape)
    inside.stage(OpenJournal)
    inside.press(Key.Key_Period, CONTROL)
    inside.wait_to_read("01632")
    assert not any(field.isVisible() for field in inside.stage(Grounding).findChildren(QLineEdit))


def test_a_number_half_written_in_the_settings_has_the_caret_again_after_grounding(inside: Evening) -> None:
    inside.press(Key.Key_Comma, CONTROL)
    inside.part(Settings).show_numbers()
    inside.type_in("Ine")
    field = inside.focus
    inside.press(Key.Key_Period, CONTROL)
    inside.stage(Grounding)
    inside.press(Key.Key_Escape)
    inside.stage(OpenJournal)
    inside.settle()
    assert inside.focus is field
    inside.type_in("s")
    assert isinstance(field, QLineEdit)
    assert field.text() == "Ines"


def test_on_a_full_disk_grounding_says_that_the_page_is_not_saved_until_it_is(
    inside: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as disk:
        refuse_saves(disk)
        inside.write("Rain.")
        inside.press(Key.Key_Period, CONTROL)
        inside.stage(Grounding)
        assert "Your page is saved" not in inside.read()
        inside.wait_to_read("Not saved yet: your words are still on the page")
        assert "Your page is saved" not in inside.read()
    keep(inside.surroundings, inside.qtbot, page("What else comes through now."))
    inside.wait_to_read("Your page is saved")
    inside.press(Key.Key_Escape)
    inside.stage(OpenJournal)


def test_the_way_out_in_the_navigation_leads_to_grounding(inside: Evening) -> None:
    inside.press(Key.Key_2, CONTROL)
    inside.click("Too much right now")
    inside.stage(Grounding)


def test_stopping_for_today_from_the_door_closes_the_program(at_the_door: Evening) -> None:
    at_the_door.press(Key.Key_Period, CONTROL)
    at_the_door.stage(Grounding)
    at_the_door.press(Key.Key_4)
    at_the_door.wait_for_end("left")
    assert not at_the_door.window.isVisible()


def test_stopping_for_today_from_a_page_keeps_its_words_and_locks(inside: Evening, ways_in: WaysIn) -> None:
    inside.write("Rain.")
    inside.press(Key.Key_Period, CONTROL)
    inside.stage(Grounding)
    inside.press(Key.Key_4)
    inside.wait_for_end("locked")
    assert bodies(ways_in) == ["Rain."]


def test_the_numbers_are_changed_in_settings_with_the_caret_in_the_form_and_the_page_put_away(
    inside: Evening, ways_in: WaysIn
) -> None:
    contact = Contact(uuid4(), "Ines", "01632 960 017")
    ask(inside.surroundings, inside.qtbot, lambda journal: journal.support.save_contact(contact))
    inside.write("Rain.")
    inside.press(Key.Key_Period, CONTROL)
    inside.stage(Grounding)
    inside.wait_to_read("01632 960 017")
    inside.click("Change these numbers")

    inside.stage(OpenJournal)
    inside.qtbot.waitUntil(lambda: inside.part(Settings).isAncestorOf(inside.focus))
    assert isinstance(inside.focus, QLineEdit)
    assert inside.focus.accessibleName() == "Name"
    inside.press(Key.Key_L, CONTROL)
    inside.wait_for_end("locked")
    assert bodies(ways_in) == ["Rain."]


# locking and leaving


def test_locking_saves_the_last_word_and_closes_the_journal(inside: Evening, ways_in: WaysIn) -> None:
    inside.write("Rain.")
    inside.press(Key.Key_L, CONTROL)
    inside.wait_for_end("locked")
    assert not inside.surroundings.tasks.is_open
    assert bodies(ways_in) == ["Rain."]


def test_the_lock_in_the_navigation_locks(inside: Evening) -> None:
    inside.click("Lock")
    inside.wait_for_end("locked")


def test_while_the_journal_closes_nothing_of_it_is_on_the_screen(inside: Evening) -> None:
    keep(inside.surroundings, inside.qtbot, page("Rain on the stairs"))
    inside.press(Key.Key_2, CONTROL)
    inside.wait_to_read("10 November")
    busy = threading.Event()
    inside.surroundings.tasks.run(lambda _journal: busy.wait(60), owner=inside.window)
    inside.press(Key.Key_L, CONTROL)

    stage = inside.window.stage
    assert stage is not None
    assert stage.isVisible()
    assert not stage.children()
    assert inside.read() == ""
    busy.set()
    inside.wait_for_end("locked")


def shown_words(window: Window) -> str:
    """Every word that a text, a field or a label of the window holds, seen or not."""
    texts = [text.toPlainText() for text in window.findChildren(QTextEdit)]
    fields = [field.text() for field in window.findChildren(QLineEdit)]
    labels = [label.text() for label in window.findChildren(QLabel)]
    return "\n".join((*texts, *fields, *labels))


def test_while_the_journal_closes_no_screen_behind_holds_a_word_of_it(inside: Evening) -> None:
    keep(inside.surroundings, inside.qtbot, page("Rain on the stairs", title="Stairs"))
    inside.press(Key.Key_F, CONTROL)
    inside.type_in("stairs")
    inside.qtbot.waitUntil(lambda: "Rain on the stairs" in shown_words(inside.window))
    inside.write("Sun in the kitchen")
    inside.press(Key.Key_Period, CONTROL)
    inside.stage(Grounding)
    assert {"Rain on the stairs", "Sun in the kitchen", "stairs"} <= set(shown_words(inside.window).splitlines())

    busy = threading.Event()
    inside.surroundings.tasks.run(lambda _journal: busy.wait(60), owner=inside.window)
    inside.press(Key.Key_4)
    inside.qtbot.waitUntil(lambda: not inside.window.findChildren(OpenJournal))
    assert inside.ended == []
    held = shown_words(inside.window)
    assert not any(word in held for word in ("Rain", "Sun", "tairs"))
    busy.set()
    inside.wait_for_end("locked")


def test_a_page_emptied_before_locking_lies_in_the_bin_with_its_last_words(inside: Evening, ways_in: WaysIn) -> None:
    inside.write("Rain.")
    inside.press(Key.Key_S, CONTROL)
    ask(inside.surroundings, inside.qtbot, lambda _journal: None)
    inside.press(Key.Key_A, CONTROL)
    inside.press(Key.Key_Delete)
    inside.press(Key.Key_L, CONTROL)
    inside.wait_for_end("locked")

    journal = ways_in.open_now()
    openings = [line.opening for line in journal.pages.lines(trashed=True)]
    journal.close()
    assert openings == ["Rain."]
    assert bodies(ways_in) == []


def test_the_lock_key_before_unlocking_does_nothing(at_the_door: Evening) -> None:
    at_the_door.press(Key.Key_L, CONTROL)
    at_the_door.settle()
    assert at_the_door.ended == []
    at_the_door.stage(Unlock)


def test_two_locks_at_once_are_one(inside: Evening, ways_in: WaysIn) -> None:
    inside.write("Rain.")
    inside.press(Key.Key_L, CONTROL)
    inside.press(Key.Key_L, CONTROL)
    inside.wait_for_end("locked")
    assert bodies(ways_in) == ["Rain."]


def test_a_lock_whose_save_fails_stays_on_the_page_with_its_words(
    inside: Evening, ways_in: WaysIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside.write("Rain.")
    with monkeypatch.context() as full:
        refuse_saves(full)
        inside.press(Key.Key_L, CONTROL)
        inside.wait_to_read("Not saved yet.")

    inside.settle()
    assert inside.ended == []
    inside.stage(OpenJournal)
    assert isinstance(inside.focus, WritingText)
    assert inside.focus.words == "Rain."
    inside.type_in(" More.")
    inside.press(Key.Key_L, CONTROL)
    inside.wait_for_end("locked")
    assert bodies(ways_in) == ["Rain. More."]


LINE = "Some days I keep eleven"


def begin_line(inside: Evening, words: str = "I always let people down. ") -> QLineEdit:
    """Write on a page, open the note on what was heard there, and write half a kinder line in it."""
    inside.write(words)
    text = inside.focus
    assert isinstance(text, MarkedText)
    inside.qtbot.waitUntil(lambda: bool(text.marks.shown))
    inside.press(Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    inside.press(Key.Key_S)
    inside.type_in(LINE)
    line = inside.focus
    assert isinstance(line, QLineEdit)
    return line


def kinder_lines(ways_in: WaysIn) -> list[str]:
    """The kinder line of every phrase, read from the closed journal."""
    journal = ways_in.open_now()
    try:
        return [each.reframe.words for each in journal.phrases.lines() if each.reframe is not None]
    finally:
        journal.close()


def by_lock(inside: Evening) -> None:
    inside.press(Key.Key_L, CONTROL)
    inside.wait_for_end("locked")


def by_closing(inside: Evening) -> None:
    inside.window.close()
    inside.wait_for_end("left")


def by_stopping_for_today(inside: Evening) -> None:
    inside.press(Key.Key_Period, CONTROL)
    inside.stage(Grounding)
    inside.press(Key.Key_4)
    inside.wait_for_end("locked")


@pytest.mark.parametrize("end", [by_lock, by_closing, by_stopping_for_today])
def test_a_kinder_line_half_written_when_the_journal_goes_is_there_afterwards(
    inside: Evening, ways_in: WaysIn, end: Callable[[Evening], None]
) -> None:
    begin_line(inside)
    end(inside)
    assert kinder_lines(ways_in) == [LINE]


def test_a_kinder_line_half_written_when_it_is_too_much_is_kept_behind_grounding(inside: Evening) -> None:
    begin_line(inside)
    inside.press(Key.Key_Period, CONTROL)
    inside.stage(Grounding)
    inside.wait_to_read("Your page is saved")
    (phrase,) = ask(inside.surroundings, inside.qtbot, lambda journal: journal.phrases.lines())
    assert phrase.reframe is not None
    assert phrase.reframe.words == LINE
    inside.press(Key.Key_Escape)
    inside.stage(OpenJournal)


def test_on_a_full_disk_the_lock_is_refused_until_the_line_in_the_note_is_kept(
    inside: Evening, ways_in: WaysIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = begin_line(inside)
    with monkeypatch.context() as full:
        refuse_lines(full)
        inside.press(Key.Key_L, CONTROL)
        inside.wait_to_read("The disk is full. Make some room, then try again.")
        inside.settle()
        assert inside.ended == []
        inside.stage(OpenJournal)
        assert line.isVisible()
        assert line.text() == LINE
        inside.press(Key.Key_L, CONTROL)
        inside.wait_to_read("The last words could not be saved.")
        assert inside.ended == []
        inside.click("Stay with the page")
    by_lock(inside)
    assert kinder_lines(ways_in) == [LINE]


def test_on_a_full_disk_too_much_right_now_says_that_the_line_is_not_kept_yet(
    inside: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = begin_line(inside)
    with monkeypatch.context() as full:
        refuse_lines(full)
        inside.press(Key.Key_Period, CONTROL)
        inside.stage(Grounding)
        inside.wait_to_read("Not saved yet: your words are still on the page")
        assert line.text() == LINE
    keep(inside.surroundings, inside.qtbot, page("What else comes through now."))
    inside.wait_to_read("Your page is saved")
    inside.press(Key.Key_Escape)
    inside.stage(OpenJournal)


def test_stopping_for_today_whose_save_fails_brings_the_page_back_to_the_front(
    inside: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside.write("Rain.")
    with monkeypatch.context() as full:
        refuse_saves(full)
        inside.press(Key.Key_Period, CONTROL)
        inside.stage(Grounding)
        inside.press(Key.Key_4)
        inside.stage(OpenJournal)
        inside.wait_to_read("Not saved yet.")

    assert inside.ended == []
    assert isinstance(inside.focus, WritingText)
    assert inside.focus.words == "Rain."
    inside.press(Key.Key_Period, CONTROL)
    inside.stage(Grounding)
    inside.press(Key.Key_Escape)
    inside.stage(OpenJournal)


def test_closing_the_window_saves_the_last_word_first(inside: Evening, ways_in: WaysIn) -> None:
    inside.write("Rain.")
    inside.window.close()
    inside.wait_for_end("left")
    assert not inside.window.isVisible()
    assert bodies(ways_in) == ["Rain."]


def test_a_window_whose_words_cannot_be_saved_stays_open(inside: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    inside.write("Rain.")
    with monkeypatch.context() as full:
        refuse_saves(full)
        inside.window.close()
        inside.wait_to_read("Not saved yet.")
    assert inside.window.isVisible()
    assert inside.ended == []


def have_to_stay_twice(inside: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write, and try to close the window on a disk that stays full."""
    inside.write("Rain.")
    refuse_saves(monkeypatch)
    inside.window.close()
    inside.wait_to_read("Not saved yet.")
    inside.settle()
    assert not inside.can_press("Close without the last words")
    inside.window.close()
    inside.wait_to_read("The last words could not be saved.")
    assert inside.ended == []
    assert inside.focus is inside.button("Stay with the page")


def test_on_a_disk_that_stays_full_the_window_can_be_left_without_the_last_words(
    inside: Evening, ways_in: WaysIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        have_to_stay_twice(inside, full)
        inside.click("Close without the last words")
        inside.wait_for_end("left")
    assert not inside.window.isVisible()
    assert bodies(ways_in) == []


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Escape])
def test_on_a_disk_that_stays_full_one_can_stay_and_every_word_is_kept_once_there_is_room(
    inside: Evening, ways_in: WaysIn, monkeypatch: pytest.MonkeyPatch, key: Key
) -> None:
    with monkeypatch.context() as full:
        have_to_stay_twice(inside, full)
        inside.press(key)
        assert not inside.can_press("Stay with the page")
        inside.stage(OpenJournal)
        assert isinstance(inside.focus, WritingText)
        inside.press(Key.Key_L, CONTROL)
        inside.wait_to_read("The last words could not be saved.")
        inside.press(Key.Key_Period, CONTROL)
        inside.stage(Grounding)
        assert not inside.can_press("Stay with the page")
        inside.press(Key.Key_Escape)
        inside.stage(OpenJournal)
        ask(inside.surroundings, inside.qtbot, lambda _journal: None)
    inside.type_in(" More.")
    inside.press(Key.Key_L, CONTROL)
    inside.wait_for_end("locked")
    assert bodies(ways_in) == ["Rain. More."]


@pytest.mark.parametrize("problem", [CannotWrite("The folder can’t be written."), ZeroDivisionError()])
def test_a_journal_that_makes_trouble_while_it_closes_leaves_nobody_before_a_blank_window(
    inside: Evening, ways_in: WaysIn, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, problem: Exception
) -> None:
    inside.write("Rain.")
    with monkeypatch.context() as trouble, qtbot.captureExceptions() as raised:
        really_close = Journal.close

        def close(journal: Journal) -> None:
            really_close(journal)
            raise problem

        trouble.setattr(Journal, "close", close)
        inside.window.close()
        inside.wait_for_end("left")
    assert not inside.window.isVisible()
    assert len(raised) == isinstance(problem, ZeroDivisionError)
    assert bodies(ways_in) == ["Rain."]


def test_closing_the_window_while_it_locks_leaves(inside: Evening, ways_in: WaysIn) -> None:
    inside.write("Rain.")
    inside.press(Key.Key_L, CONTROL)
    inside.window.close()
    inside.wait_for_end("left")
    assert bodies(ways_in) == ["Rain."]


def test_closing_the_window_while_the_journal_opens_leaves_at_once(at_the_door: Evening, ways_in: WaysIn) -> None:
    ways_in.hold()
    at_the_door.type_in(PASSPHRASE)
    at_the_door.press(Key.Key_Return)
    at_the_door.window.close()
    assert at_the_door.ended == ["left"]
    assert not at_the_door.window.isVisible()


# what holds on every stage


def test_the_text_grows_and_shrinks_by_keys_between_its_bounds(at_the_door: Evening) -> None:
    preferences = at_the_door.surroundings.preferences
    scales = [preferences.present.text_scale]
    for _ in range(6):
        at_the_door.press(Key.Key_Plus, CONTROL)
        scales.append(preferences.present.text_scale)
    assert scales == [1.0, 1.15, 1.3, 1.5, 1.75, 1.75, 1.75]
    at_the_door.press(Key.Key_0, CONTROL)
    assert preferences.present.text_scale == 1.0
    for _ in range(2):
        at_the_door.press(Key.Key_Minus, CONTROL)
    assert preferences.present.text_scale == 0.9


def test_a_text_size_between_the_steps_goes_to_the_step_beside_it(at_the_door: Evening) -> None:
    at_the_door.surroundings.preferences.change(text_scale=1.2)
    at_the_door.press(Key.Key_Plus, CONTROL)
    assert at_the_door.surroundings.preferences.present.text_scale == 1.3


def test_f11_fills_the_screen_and_leaves_it_again(inside: Evening) -> None:
    inside.press(Key.Key_F11)
    assert inside.window.isFullScreen()
    inside.press(Key.Key_F11)
    assert not inside.window.isFullScreen()


def test_the_title_is_the_name_of_the_program_whatever_is_in_front(inside: Evening) -> None:
    inside.write("Rain.")
    assert inside.window.windowTitle() == "HeartJournal"


def test_the_window_never_becomes_smaller_than_the_screens_are_made_for(at_the_door: Evening) -> None:
    at_the_door.window.resize(300, 200)
    assert (at_the_door.window.width(), at_the_door.window.height()) == (900, 600)


@pytest.mark.parametrize("stage", [Unlock, OpenJournal, Grounding])
def test_preferences_that_cannot_be_written_are_told_on_every_stage(
    at_the_door: Evening, monkeypatch: pytest.MonkeyPatch, stage: type[QWidget]
) -> None:
    def refuse(_preferences: object) -> None:
        raise CannotWrite("Your settings could not be kept.", "Check that you may write to your settings folder.")

    monkeypatch.setattr(at_the_door.surroundings.preferences, "_save", refuse)
    if stage is OpenJournal:
        at_the_door.unlock()
    elif stage is Grounding:
        at_the_door.press(Key.Key_Period, CONTROL)
    at_the_door.stage(stage)
    at_the_door.press(Key.Key_Plus, CONTROL)
    assert "Your settings could not be kept." in at_the_door.read()
    assert at_the_door.surroundings.preferences.present.text_scale == 1.15
