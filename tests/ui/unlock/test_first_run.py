"""First run: a few words, a passphrase typed twice, and a real journal that opens with it; Back always works."""

from __future__ import annotations

import errno
import unicodedata
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from heartjournal.resources import passphrase_words
from heartjournal.ui.unlock import FirstRun
from heartjournal.ui.unlock.strength_line import StrengthLine
from tests.ui.person import Person
from tests.ui.ways_in import PASSPHRASE, WaysIn

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from heartjournal.ui.surroundings import Surroundings

Key = Qt.Key


class Newcomer(Person):
    """A person in front of First run."""

    def __init__(self, first_run: FirstRun, qtbot: QtBot) -> None:
        super().__init__(first_run, qtbot)
        self.first_run = first_run
        self.qtbot = qtbot
        self.opened: list[None] = []
        first_run.opened.connect(lambda: self.opened.append(None))

    @property
    def fields(self) -> tuple[QLineEdit, QLineEdit]:
        first, second = (line for line in self.first_run.findChildren(QLineEdit) if line.isVisible())
        return first, second

    @property
    def strength(self) -> str:
        return self.part(StrengthLine).words

    def go_to_passphrase(self) -> None:
        self.click("Next: your passphrase")

    def go_to_begin(self, passphrase: str = PASSPHRASE) -> None:
        """Paste the passphrase twice, Enter after each, as a person does."""
        self.go_to_passphrase()
        for _ in range(2):
            self.paste(passphrase)
            self.press(Key.Key_Return)

    def wait_until_open(self) -> None:
        self.qtbot.waitUntil(lambda: bool(self.opened))

    def wait_until_refused(self) -> None:
        self.qtbot.waitUntil(lambda: self.can_press("Try again") and self.button("Try again").isEnabled())
        assert not self.opened


@pytest.fixture
def newcomer(surroundings: Surroundings, ways_in: WaysIn, qtbot: QtBot) -> Newcomer:
    first_run = FirstRun(surroundings, ways_in.creator, folder=ways_in.folder)
    qtbot.addWidget(first_run)
    person = Newcomer(first_run, qtbot)
    person.sit_down()
    first_run.arrive()
    return person


def opens_with(ways_in: WaysIn, newcomer: Newcomer, passphrase: str) -> bool:
    """Whether the journal just made opens with it, once the worker has closed it."""
    closed: list[None] = []
    newcomer.first_run._tasks.close(then=closed.append, owner=newcomer.first_run)
    newcomer.qtbot.waitUntil(lambda: bool(closed))
    ways_in.open_now(passphrase).close()
    return True


def test_the_keyboard_alone_leads_from_the_first_words_to_an_open_journal(newcomer: Newcomer, ways_in: WaysIn) -> None:
    assert "Not therapy" in newcomer.read()
    assert newcomer.has_focus(newcomer.button("Next: your passphrase"))
    newcomer.press(Key.Key_Space)
    assert newcomer.has_focus(newcomer.fields[0])
    newcomer.type_in(PASSPHRASE)
    newcomer.press(Key.Key_Return)
    assert newcomer.has_focus(newcomer.fields[1])
    newcomer.type_in(PASSPHRASE)
    newcomer.press(Key.Key_Return)
    assert newcomer.has_focus(newcomer.button("Begin"))
    newcomer.press(Key.Key_Space)
    newcomer.wait_until_open()
    assert all(line.text() == "" for line in newcomer.first_run.findChildren(QLineEdit))
    assert opens_with(ways_in, newcomer, PASSPHRASE)


@pytest.mark.parametrize(
    "passphrase", ["'; DROP TABLE entry; -- \"", "🌧️ rain", "  leading", "x" * 1024, "e\u0301te\u0301", "7", " "]
)
def test_any_passphrase_makes_a_journal_that_opens_with_it(
    newcomer: Newcomer, ways_in: WaysIn, passphrase: str
) -> None:
    newcomer.go_to_begin(passphrase)
    newcomer.click("Begin")
    newcomer.wait_until_open()
    assert opens_with(ways_in, newcomer, unicodedata.normalize("NFC", passphrase))


def test_nothing_is_made_before_begin_is_pressed(newcomer: Newcomer, ways_in: WaysIn) -> None:
    newcomer.go_to_begin()
    assert str(ways_in.folder) in newcomer.read()
    assert not ways_in.folder.exists()


@pytest.mark.parametrize("with_key", [True, False])
def test_back_leads_to_the_page_before_and_what_was_typed_stays(newcomer: Newcomer, with_key: bool) -> None:
    def back() -> None:
        if with_key:
            newcomer.press(Key.Key_Escape)
        else:
            newcomer.click("Back")

    newcomer.go_to_begin()
    back()
    assert [line.text() for line in newcomer.fields] == [PASSPHRASE, PASSPHRASE]
    assert newcomer.has_focus(newcomer.fields[0])
    back()
    assert "A few words first" in newcomer.read()
    assert not newcomer.can_press("Back")
    newcomer.go_to_passphrase()
    assert [line.text() for line in newcomer.fields] == [PASSPHRASE, PASSPHRASE]


def test_esc_on_the_first_page_stays_there(newcomer: Newcomer) -> None:
    newcomer.press(Key.Key_Escape)
    assert "A few words first" in newcomer.read()
    assert newcomer.first_run.isVisible()


def test_without_a_passphrase_one_sentence_says_what_is_needed_until_something_is_typed(newcomer: Newcomer) -> None:
    newcomer.go_to_passphrase()
    newcomer.click("Next: begin")
    assert "A passphrase needs at least one character." in newcomer.read()
    assert newcomer.has_focus(newcomer.fields[0])
    newcomer.type_in("r")
    assert "A passphrase needs at least one character." not in newcomer.read()


def test_two_that_differ_do_not_go_on_and_the_second_is_typed_anew(newcomer: Newcomer) -> None:
    newcomer.go_to_passphrase()
    newcomer.type_in(PASSPHRASE)
    newcomer.press(Key.Key_Return)
    newcomer.type_in("the kettle hums in novembr")
    newcomer.press(Key.Key_Return)
    assert "The two are not the same yet. Type it here once more." in newcomer.read()
    assert newcomer.has_focus(newcomer.fields[1])
    newcomer.type_in(PASSPHRASE)
    newcomer.press(Key.Key_Return)
    assert newcomer.can_press("Begin")


def test_while_the_second_is_typed_it_is_said_how_it_compares(newcomer: Newcomer) -> None:
    newcomer.go_to_passphrase()
    newcomer.type_in("rain")
    newcomer.press(Key.Key_Return)

    def said_after(*words: str) -> str:
        for word in words:
            newcomer.type_in(word)
        notes = ("Matches so far", "Both are the same", "Different from the one above")
        return next((note for note in notes if note in newcomer.read()), "")

    assert said_after("ra") == "Matches so far"
    assert said_after("in") == "Both are the same"
    assert said_after("s") == "Different from the one above"
    newcomer.fields[1].selectAll()
    newcomer.press(Key.Key_Delete)
    assert said_after() == ""
    newcomer.paste("rain")
    newcomer.fields[0].setFocus()
    assert said_after("y") == "Matches so far"


def test_a_letter_and_its_accent_are_the_same_as_one_character(newcomer: Newcomer) -> None:
    newcomer.go_to_passphrase()
    newcomer.paste("\u00e9t\u00e9")
    newcomer.press(Key.Key_Return)
    newcomer.paste("e\u0301te\u0301")
    assert "Both are the same" in newcomer.read()
    newcomer.press(Key.Key_Return)
    assert newcomer.can_press("Begin")


def test_how_hard_it_is_to_guess_is_a_hint_about_the_words_that_stand_there(newcomer: Newcomer) -> None:
    newcomer.go_to_passphrase()
    assert newcomer.strength == "Any passphrase works."
    newcomer.type_in("password")
    newcomer.qtbot.waitUntil(lambda: newcomer.strength == "Very weak. Quickly guessed. It works all the same.")
    newcomer.fields[0].selectAll()
    newcomer.type_in(PASSPHRASE)
    newcomer.qtbot.waitUntil(lambda: newcomer.strength == "Very strong. Would take a very long time to guess.")
    newcomer.fields[0].selectAll()
    newcomer.press(Key.Key_Delete)
    assert newcomer.strength == "Any passphrase works."
    answered: list[None] = []
    newcomer.first_run._tasks.aside(lambda: None, then=answered.append, owner=newcomer.first_run)
    newcomer.qtbot.waitUntil(lambda: bool(answered))
    assert newcomer.strength == "Any passphrase works."


def test_a_suggestion_is_five_words_shown_to_be_learnt_and_typed_once_more(newcomer: Newcomer, ways_in: WaysIn) -> None:
    newcomer.go_to_passphrase()
    newcomer.type_in("old")
    newcomer.press(Key.Key_Return)
    newcomer.type_in("old")
    newcomer.click("Suggest one")
    first, second = newcomer.fields
    newcomer.qtbot.waitUntil(lambda: first.text() != "old")

    words = first.text().split()
    assert len(words) == 5
    assert set(words) <= set(passphrase_words())
    assert first.displayText() == first.text()
    assert second.text() == ""
    assert newcomer.has_focus(second)
    newcomer.qtbot.waitUntil(lambda: newcomer.strength.startswith("Very strong."))

    suggested = first.text()
    newcomer.type_in(suggested)
    newcomer.press(Key.Key_Return)
    newcomer.click("Begin")
    newcomer.wait_until_open()
    assert all(line.echoMode() is QLineEdit.EchoMode.Password for line in newcomer.first_run.findChildren(QLineEdit))
    assert opens_with(ways_in, newcomer, suggested)


def test_each_field_is_hidden_until_its_own_show_is_pressed(newcomer: Newcomer) -> None:
    newcomer.go_to_passphrase()
    newcomer.type_in("rain")
    first, second = newcomer.fields
    assert "rain" not in first.displayText()
    shows = [button for button in newcomer._buttons() if button.text() == "Show"]
    newcomer.qtbot.mouseClick(shows[0], Qt.MouseButton.LeftButton)
    assert first.displayText() == "rain"
    assert second.echoMode() is QLineEdit.EchoMode.Password
    newcomer.click("Hide")
    assert "rain" not in first.displayText()


def fail_with(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on the disk refuses the journal's files with this error."""

    def refuse(_path: Path, *_content: bytes) -> None:
        raise OSError(number, "refused by the test")

    monkeypatch.setattr("heartjournal.vault.durable.write_private_file", refuse)
    if number != errno.ENOSPC:
        monkeypatch.setattr("heartjournal.vault.durable.make_private_folder", refuse)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "The disk is full."),
        (errno.EACCES, "The journal's folder can't be written to."),
        (errno.EROFS, "The journal's folder can't be written to."),
    ],
)
def test_a_disk_that_refuses_is_told_on_the_spot_and_trying_again_makes_the_journal(
    newcomer: Newcomer, ways_in: WaysIn, monkeypatch: pytest.MonkeyPatch, number: int, sentence: str
) -> None:
    newcomer.go_to_begin()
    with monkeypatch.context() as disk:
        fail_with(number, disk)
        newcomer.click("Begin")
        newcomer.wait_until_refused()

    assert sentence in newcomer.read()
    assert "Making your journal" not in newcomer.read()
    assert not newcomer.can_press("Open the journal that is here")
    assert newcomer.has_focus(newcomer.button("Try again"))
    newcomer.press(Key.Key_Escape)
    assert [line.text() for line in newcomer.fields] == [PASSPHRASE, PASSPHRASE]
    newcomer.click("Next: begin")
    newcomer.click("Begin")
    assert sentence not in newcomer.read()
    newcomer.wait_until_open()
    assert opens_with(ways_in, newcomer, PASSPHRASE)


def test_a_folder_with_other_files_is_left_alone_and_told(newcomer: Newcomer, ways_in: WaysIn) -> None:
    ways_in.folder.mkdir()
    (ways_in.folder / "letter.txt").write_text("mine")
    newcomer.go_to_begin()
    newcomer.click("Begin")
    newcomer.wait_until_refused()
    assert "This folder holds other files and no journal." in newcomer.read()
    assert [path.name for path in ways_in.folder.iterdir()] == ["letter.txt"]


def test_a_journal_that_is_there_already_is_kept_and_offered_to_be_opened(
    newcomer: Newcomer, ways_in: WaysIn, qtbot: QtBot
) -> None:
    newcomer.go_to_begin("another passphrase")
    ways_in.make()
    newcomer.click("Begin")
    newcomer.wait_until_refused()
    assert "There is a journal in this folder already." in newcomer.read()
    with qtbot.waitSignal(newcomer.first_run.unlock_wanted):
        newcomer.click("Open the journal that is here")
    assert opens_with(ways_in, newcomer, PASSPHRASE)


def test_while_it_is_made_it_is_said_and_nothing_can_be_pressed_twice(newcomer: Newcomer, ways_in: WaysIn) -> None:
    newcomer.go_to_begin()
    ways_in.hold()
    newcomer.click("Begin")
    assert "Making your journal. This takes a moment." in newcomer.read()
    assert not newcomer.button("Begin").isEnabled()
    assert not newcomer.button("Back").isEnabled()
    newcomer.first_run.setFocus()
    newcomer.press(Key.Key_Escape)
    newcomer.click("Begin")
    assert newcomer.can_press("Begin")
    ways_in.let_go()
    newcomer.wait_until_open()
    assert newcomer.opened == [None]


def test_larger_text_takes_a_wider_column(newcomer: Newcomer, surroundings: Surroundings) -> None:
    newcomer.go_to_passphrase()
    width = newcomer.fields[0].width()
    surroundings.theme.set_text_scale(1.5)
    newcomer.qtbot.waitUntil(lambda: newcomer.fields[0].width() > width)
