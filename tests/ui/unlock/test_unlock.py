"""Unlock: what is typed opens the journal or says in one calm sentence why not, and changes nothing on the disk."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from heartjournal import paths
from heartjournal.__main__ import doorway
from heartjournal.ui.unlock import FirstRun, Unlock
from heartjournal.vault.slots import canonical_json
from tests.ui.person import CONTROL, SHIFT, Person
from tests.ui.ways_in import PASSPHRASE, WaysIn

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from heartjournal.journal import Journal
    from heartjournal.ui.surroundings import Surroundings
    from tests.clock import FixedClock

Key = Qt.Key


class AtTheDoor(Person):
    """A person in front of Unlock."""

    def __init__(self, unlock: Unlock, qtbot: QtBot) -> None:
        super().__init__(unlock, qtbot)
        self.unlock = unlock
        self.qtbot = qtbot
        self.opened: list[None] = []
        unlock.opened.connect(lambda: self.opened.append(None))

    @property
    def field(self) -> QLineEdit:
        return self.part(QLineEdit)

    def enter(self, passphrase: str) -> None:
        """Paste a passphrase over what is selected and press Enter."""
        self.paste(passphrase)
        self.press(Key.Key_Return)

    def wait_until_open(self) -> None:
        self.qtbot.waitUntil(lambda: bool(self.opened))

    def wait_until_refused(self) -> None:
        self.qtbot.waitUntil(lambda: self.can_press("Try again") and self.button("Try again").isEnabled())
        assert not self.opened


@pytest.fixture
def door(surroundings: Surroundings, ways_in: WaysIn, qtbot: QtBot) -> AtTheDoor:
    unlock = Unlock(surroundings, ways_in.opener)
    qtbot.addWidget(unlock)
    person = AtTheDoor(unlock, qtbot)
    person.sit_down()
    unlock.arrive()
    return person


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def test_the_passphrase_and_enter_open_the_journal_and_leave_an_empty_field(door: AtTheDoor, ways_in: WaysIn) -> None:
    ways_in.make()
    door.type_in(PASSPHRASE)
    door.press(Key.Key_Return)
    door.wait_until_open()
    assert door.field.text() == ""
    assert not door.field.isUndoAvailable()


def test_the_button_opens_it_too(door: AtTheDoor, ways_in: WaysIn) -> None:
    ways_in.make()
    door.type_in(PASSPHRASE)
    door.click("Open my journal")
    door.wait_until_open()


@pytest.mark.parametrize("passphrase", ["'; -- \"", "🌧️ rain", "  leading", "trailing ", "x" * 1024, "été"])
def test_any_passphrase_opens_what_was_made_with_it_however_its_letters_are_composed(
    door: AtTheDoor, ways_in: WaysIn, passphrase: str
) -> None:
    ways_in.make(unicodedata.normalize("NFD", passphrase))
    door.enter(unicodedata.normalize("NFC", passphrase))
    door.wait_until_open()


def test_blanks_are_part_of_the_passphrase(door: AtTheDoor, ways_in: WaysIn) -> None:
    ways_in.make(f" {PASSPHRASE}")
    door.enter(PASSPHRASE)
    door.wait_until_refused()


def test_a_wrong_passphrase_is_told_calmly_kept_selected_and_changes_nothing(door: AtTheDoor, ways_in: WaysIn) -> None:
    ways_in.make()
    before = contents(ways_in.folder)
    door.type_in("the kettle hums in novembr")
    door.press(Key.Key_Return)
    door.wait_until_refused()

    assert "That isn’t the passphrase." in door.read()
    assert "Check Caps Lock and keyboard layout, then try again. Nothing has been lost." in door.read()
    assert door.has_focus(door.field)
    assert door.field.selectedText()
    assert door.field.text() == "the kettle hums in novembr"
    assert contents(ways_in.folder) == before

    door.type_in(PASSPHRASE)
    door.press(Key.Key_Return)
    assert "That isn’t the passphrase." not in door.read()
    door.wait_until_open()
    assert door.can_press("Open my journal")


def test_no_passphrase_at_all_is_a_wrong_one(door: AtTheDoor, ways_in: WaysIn) -> None:
    ways_in.make()
    door.press(Key.Key_Return)
    door.wait_until_refused()
    assert "That isn’t the passphrase." in door.read()


def damage_headers(folder: Path) -> None:
    for name in ("vault.json", "vault.json.2"):
        whole = (folder / name).read_bytes()
        (folder / name).write_bytes(whole[: len(whole) // 2])


def make_newer(folder: Path) -> None:
    entry = json.loads((folder / "vault.json").read_bytes())
    rest = {key: value for key, value in entry.items() if key != "sum"} | {"version": 2}
    whole = canonical_json(rest | {"sum": hashlib.sha256(canonical_json(rest).encode()).hexdigest()})
    for name in ("vault.json", "vault.json.2"):
        (folder / name).write_text(f"{whole}\n")


def damage_pages(folder: Path) -> None:
    (database,) = folder.glob("journal-*.db")
    database.write_bytes(b"junk" * 16384)


def lose_pages(folder: Path) -> None:
    (database,) = folder.glob("journal-*.db")
    database.unlink()


def lose_everything(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()


def keep_something_else(folder: Path) -> None:
    lose_everything(folder)
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")


def stop_the_making(folder: Path) -> None:
    (folder / "vault.json").rename(folder / "vault.json.new")
    (folder / "vault.json.2").unlink()


TROUBLES: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "damaged keys": (damage_headers, "key file and its second copy can't be read", "Keep the whole folder as it is"),
    "newer": (make_newer, "made by a newer version of HeartJournal", "Update HeartJournal"),
    "damaged pages": (damage_pages, "The passphrase is right", "Keep the whole folder as it is"),
    "pages gone": (lose_pages, "the file with the pages is missing", "bring over the rest of it"),
    "all gone": (lose_everything, "There is no journal in this folder yet", "Start a new one here"),
    "foreign": (keep_something_else, "holds other files and no journal", "Nothing here was changed"),
    "unfinished": (stop_the_making, "was interrupted before anything was written", "Nothing is lost by that"),
}


@pytest.mark.parametrize("name", TROUBLES)
def test_whatever_is_wrong_with_the_folder_has_its_own_sentence_and_advice(
    door: AtTheDoor, ways_in: WaysIn, name: str
) -> None:
    befall, sentence, advice = TROUBLES[name]
    ways_in.make()
    befall(ways_in.folder)
    before = contents(ways_in.folder)
    door.enter(PASSPHRASE)
    door.wait_until_refused()

    assert sentence in door.read()
    assert advice in door.read()
    assert door.field.selectedText()
    assert contents(ways_in.folder) == before
    assert door.can_press("Set up the journal here") == (name in {"all gone", "unfinished"})


def test_a_journal_that_is_open_elsewhere_says_so_and_opens_once_that_is_closed(
    door: AtTheDoor, ways_in: WaysIn
) -> None:
    ways_in.make()
    elsewhere = ways_in.open_now()
    door.enter(PASSPHRASE)
    door.wait_until_refused()
    assert "It is open in another window of this computer. Lock it there first." in door.read()
    assert "open in the window" not in door.read()

    elsewhere.close()
    door.press(Key.Key_Return)
    door.wait_until_open()


def test_setting_up_is_asked_for_with_a_press_and_offered_no_longer_once_it_opens(
    door: AtTheDoor, ways_in: WaysIn, qtbot: QtBot
) -> None:
    door.enter(PASSPHRASE)
    door.wait_until_refused()
    with qtbot.waitSignal(door.unlock.set_up_wanted):
        door.click("Set up the journal here")
    ways_in.make()
    door.click("Try again")
    door.wait_until_open()
    assert not door.can_press("Set up the journal here")


def test_while_it_opens_the_button_says_so_and_nothing_can_be_asked_twice(
    surroundings: Surroundings, ways_in: WaysIn, qtbot: QtBot
) -> None:
    asked: list[str] = []

    def opener(passphrase: str) -> Callable[[], Journal]:
        asked.append(passphrase)
        return ways_in.opener(passphrase)

    unlock = Unlock(surroundings, opener)
    qtbot.addWidget(unlock)
    door = AtTheDoor(unlock, qtbot)
    door.sit_down()
    unlock.arrive()
    ways_in.make()
    ways_in.hold()
    door.type_in(PASSPHRASE)
    door.press(Key.Key_Return)
    assert not door.button("Opening…").isEnabled()
    door.press(Key.Key_Return)
    door.type_in("more")
    door.click("Opening…")
    assert door.field.text() == PASSPHRASE

    ways_in.let_go()
    door.wait_until_open()
    assert asked == [PASSPHRASE]


def test_a_mistake_of_ours_while_it_opens_says_so_and_can_be_tried_again(
    surroundings: Surroundings, ways_in: WaysIn, qtbot: QtBot
) -> None:
    mistakes = [ZeroDivisionError("a private word")]

    def opener(passphrase: str) -> Callable[[], Journal]:
        def open_it() -> Journal:
            if mistakes:
                raise mistakes.pop()
            return ways_in.opener(passphrase)()

        return open_it

    unlock = Unlock(surroundings, opener)
    qtbot.addWidget(unlock)
    door = AtTheDoor(unlock, qtbot)
    door.sit_down()
    unlock.arrive()
    ways_in.make()
    with qtbot.captureExceptions() as raised:
        door.enter(PASSPHRASE)
        door.wait_until_refused()
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]
    assert "Something went wrong inside HeartJournal." in door.read()
    assert "a private word" not in door.read()

    door.press(Key.Key_Return)
    door.wait_until_open()


def test_what_is_typed_is_hidden_until_it_is_shown_and_again_when_it_opens(door: AtTheDoor, ways_in: WaysIn) -> None:
    ways_in.make()
    door.type_in(PASSPHRASE)
    assert PASSPHRASE not in door.field.displayText()
    door.click("Show")
    assert door.field.displayText() == PASSPHRASE
    door.click("Hide")
    assert PASSPHRASE not in door.field.displayText()
    door.click("Show")
    ways_in.hold()
    door.click("Open my journal")
    assert PASSPHRASE not in door.field.displayText()
    ways_in.let_go()
    door.wait_until_open()


def test_a_hidden_passphrase_cannot_be_copied(door: AtTheDoor) -> None:
    door.type_in(PASSPHRASE)
    door.press(Key.Key_A, CONTROL)
    door.press(Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == ""


@pytest.mark.parametrize(
    ("keys", "is_on"),
    [
        ((("A", False),), True),
        ((("a", True),), True),
        ((("É", False),), True),
        ((("A", True),), False),
        ((("a", False),), False),
        ((("A", False), ("a", False)), False),
        ((("A", False), ("7", False)), True),
        ((("A", False), ("日", False)), True),
        ((("7", True), ("!", True)), False),
    ],
)
def test_caps_lock_is_told_from_the_letters_themselves(
    door: AtTheDoor, keys: tuple[tuple[str, bool], ...], is_on: bool
) -> None:
    for letter, with_shift in keys:
        modifiers = SHIFT if with_shift else Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(door.field, QKeyEvent(QEvent.Type.KeyPress, 0, modifiers, letter))
    assert ("Caps Lock is on" in door.read()) is is_on
    assert door.field.text() == "".join(letter for letter, _ in keys)


def test_pressing_caps_lock_makes_it_uncertain_again(door: AtTheDoor) -> None:
    QApplication.sendEvent(door.field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "A"))
    assert "Caps Lock is on" in door.read()
    door.press(Key.Key_CapsLock)
    assert "Caps Lock is on" not in door.read()


def test_the_greeting_goes_by_the_hour_at_which_one_arrives(door: AtTheDoor, clock: FixedClock) -> None:
    assert "Good evening" in door.read()
    clock.set("2026-11-13 07:10")
    door.unlock.arrive()
    assert "Good morning" in door.read()


def test_a_break_and_the_way_out_need_no_journal(door: AtTheDoor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(door.unlock.break_wanted):
        door.click("Three-step break")
    with qtbot.waitSignal(door.unlock.too_much_wanted):
        door.click("Too much right now")


def test_the_tab_key_reaches_everything_in_reading_order_and_comes_round(door: AtTheDoor) -> None:
    reached = []
    for _ in range(5):
        door.press(Key.Key_Tab)
        reached.append(getattr(door.focus, "text", str)())
    assert reached == ["Show", "Open my journal", "Three-step break", "Too much right now", ""]
    assert door.has_focus(door.field)


def test_a_journal_whose_stick_is_not_plugged_in_is_said_so_and_opens_once_it_is(
    surroundings: Surroundings, ways_in: WaysIn, clock: FixedClock, qtbot: QtBot
) -> None:
    ways_in.make()
    away = ways_in.folder.rename(ways_in.folder.with_name("away"))
    place = paths.journal_place(named=None, preferred=ways_in.folder)
    unlock = Unlock(surroundings, doorway(place, clock, demo=False).opener)
    qtbot.addWidget(unlock)
    door = AtTheDoor(unlock, qtbot)
    door.sit_down()
    unlock.arrive()
    door.enter(PASSPHRASE)
    door.wait_until_refused()
    assert "The folder of your journal isn't there." in door.read()
    assert not door.can_press("Set up the journal here")
    away.rename(ways_in.folder)
    door.click("Try again")
    door.wait_until_open()


def test_the_text_grows_when_this_screen_is_gone(surroundings: Surroundings, ways_in: WaysIn, qtbot: QtBot) -> None:
    for screen in (
        Unlock(surroundings, ways_in.opener),
        FirstRun(surroundings, creator=ways_in.creator, folder=ways_in.folder),
    ):
        with qtbot.waitSignal(screen.destroyed):
            screen.deleteLater()
    with qtbot.captureExceptions() as met:
        surroundings.theme.set_text_scale(1.5)
    assert met == []
