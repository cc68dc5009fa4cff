"""A letter begun from one of the person’s own phrases: linked once it is kept, it tells what it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from heartjournal.model.letter import LetterLink
from heartjournal.ui.letters.letter_editor import LetterEditor
from heartjournal.ui.letters.letter_reader import LetterReader
from heartjournal.ui.open_journal import OpenJournal
from heartjournal.ui.shell import RoomName
from heartjournal.ui.wanted import LetterWanted, ReadingWanted
from tests.ui.letters.correspondent import Correspondent, letter
from tests.ui.writing import ask

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from heartjournal.model.phrase import LinkedLetter
    from heartjournal.ui.surroundings import Surroundings
    from tests.clock import FixedClock

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")

WORDS = "I always let people down"


class AtHome(Correspondent):
    """A person in the open journal who has kept a phrase."""

    def __init__(self, journal: OpenJournal, surroundings: Surroundings, clock: FixedClock, qtbot: QtBot) -> None:
        super().__init__(journal, surroundings, clock, qtbot)
        self.journal = journal
        (self.phrase,) = ask(surroundings, qtbot, lambda kept: kept.phrases.keep(WORDS)).phrases

    def begin(self, wanted: LetterWanted) -> LetterEditor:
        """Begin a letter and go straight to its sheet."""
        self.journal._letters.write(wanted)
        self.qtbot.waitUntil(lambda: isinstance(self.journal.currentWidget(), LetterEditor))
        self.click("Straight to a blank letter")
        return self.part(LetterEditor)

    def write(self, editor: LetterEditor, words: str) -> None:
        self.type_in(words)
        saved: list[None] = []
        editor.save_now(lambda: saved.append(None))
        self.qtbot.waitUntil(lambda: bool(saved))

    def linked(self) -> tuple[LinkedLetter, ...]:
        return ask(self.surroundings, self.qtbot, lambda kept: kept.phrases.page(self.phrase).letters)


@pytest.fixture
def home(opened: Surroundings, clock: FixedClock, journal_folder: Path, qtbot: QtBot) -> AtHome:
    journal = OpenJournal(opened, folder=journal_folder)
    qtbot.addWidget(journal)
    person = AtHome(journal, opened, clock, qtbot)
    person.sit_down()
    journal.arrive()
    return person


def test_it_shows_the_phrase_while_it_is_written_and_is_linked_when_it_is_first_kept(home: AtHome) -> None:
    editor = home.begin(LetterWanted(phrase=home.phrase))
    assert f"In answer to “{WORDS}”" in home.read()
    assert not home.linked()
    home.write(editor, "Dear you,")
    (linked,) = home.linked()
    assert home.letter(linked.letter).phrases == (WORDS,)


def test_a_page_that_it_answers_too_is_linked_beside_the_phrase_unless_it_is_gone(home: AtHome) -> None:
    home.write(home.begin(LetterWanted(about=LetterLink(uuid4()), phrase=home.phrase)), "Dear you,")
    (linked,) = home.linked()
    assert not home.letter(linked.letter).links


def test_taken_up_again_it_still_shows_what_it_answers(home: AtHome) -> None:
    home.write(home.begin(LetterWanted(phrase=home.phrase)), "Dear you,")
    (linked,) = home.linked()
    home.journal.go(RoomName.LETTERS)
    home.settle()
    assert "In answer to" not in home.read()
    home.journal._letters.write(LetterWanted(linked.letter))
    home.wait_to_read(f"In answer to “{WORDS}”")


def test_without_the_phrase_no_letter_is_opened_and_that_is_said(home: AtHome) -> None:
    told: list[object] = []
    home.surroundings.tasks.troubled.connect(told.append)
    home.journal._letters.write(LetterWanted(phrase=uuid4()))
    home.qtbot.waitUntil(lambda: bool(told))
    assert not home.journal.is_writing


def linked_letter(home: AtHome) -> UUID:
    identity = home.put_away(letter("Dear you.", title="The chair"))
    ask(home.surroundings, home.qtbot, lambda kept: kept.phrases.link_letter(home.phrase, identity))
    return identity


def test_the_list_of_letters_says_what_it_answers(home: AtHome) -> None:
    linked_letter(home)
    home.journal.go(RoomName.LETTERS)
    home.wait_to_read(WORDS)


def test_read_it_has_what_it_answers_folded_away_below_the_letter(home: AtHome) -> None:
    home.journal._letters.read(ReadingWanted(linked_letter(home)))
    home.qtbot.waitUntil(lambda: isinstance(home.journal.currentWidget(), LetterReader))
    assert WORDS not in home.read()
    home.click("What it answers")
    assert f"“{WORDS}”" in home.read()
