"""The page of a phrase in the open journal: its letter is written and comes back, and locking loses no word."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from heartjournal.ui.critic.phrase_page import PhraseRoom
from heartjournal.ui.letters.letter_editor import LetterEditor
from heartjournal.ui.letters.letter_reader import LetterReader
from heartjournal.ui.open_journal import OpenJournal
from heartjournal.ui.pages import JournalRoom
from heartjournal.ui.shell import RoomName
from tests.ui.critic.phrase_page.reader import DOWN
from tests.ui.critic.sorter import Sorter
from tests.ui.writing import ask, keep, page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from heartjournal.model.phrase import PhrasePage
    from heartjournal.ui.surroundings import Surroundings
    from tests.clock import FixedClock

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")


class AtHome(Sorter):
    """A person in the open journal, on the page of a phrase."""

    def __init__(self, journal: OpenJournal, surroundings: Surroundings, clock: FixedClock, qtbot: QtBot) -> None:
        super().__init__(journal, surroundings, clock, qtbot)
        self.journal = journal
        self.write(f"On the bus. {DOWN}.", 40, 20, 5)
        self.phrase = self.keep_phrase(DOWN)
        self.sit_down()
        journal.arrive()

    def kept(self) -> PhrasePage:
        return self.phrase_page(self.phrase)

    def go_to_phrase(self, phrase: UUID) -> PhraseRoom:
        self.journal.go(RoomName.CRITIC)
        self.journal._critic.show_phrase(phrase)
        self.settle()
        return self.part(PhraseRoom)

    def is_in(self, kind: type[QWidget]) -> bool:
        return any(part.isVisible() for part in self.journal.findChildren(kind))

    def wait_for(self, kind: type[QWidget]) -> None:
        self.qtbot.waitUntil(lambda: self.is_in(kind))

    def until_done(self, work: Callable[[Callable[[], None]], None]) -> None:
        done: list[None] = []
        work(lambda: done.append(None))
        self.qtbot.waitUntil(lambda: bool(done))


@pytest.fixture
def home(opened: Surroundings, clock: FixedClock, journal_folder: Path, qtbot: QtBot) -> AtHome:
    journal = OpenJournal(opened, folder=journal_folder)
    qtbot.addWidget(journal)
    return AtHome(journal, opened, clock, qtbot)


def test_its_letter_is_written_read_there_and_offered_after_a_page_where_it_stands(home: AtHome) -> None:
    home.go_to_phrase(home.phrase)
    home.click("Write a letter about this")
    home.wait_for(LetterEditor)
    home.click("Straight to a blank letter")
    home.type_in("Dear you,")
    editor = home.part(LetterEditor)
    home.until_done(editor.save_now)
    editor.leave()
    home.qtbot.waitUntil(lambda: home.is_in(PhraseRoom))
    home.settle()
    (linked,) = home.kept().letters
    home.click("A letter without a title: read")
    home.wait_for(LetterReader)
    home.part(LetterReader).leave()
    ask(
        home.surroundings,
        home.qtbot,
        lambda journal: journal.letters.put_away(linked.letter, home.today + timedelta(days=60)),
    )
    home.clock.advance(timedelta(days=5))
    (near,) = keep(home.surroundings, home.qtbot, page(f"{DOWN}, again.", day=home.today))
    drawn = ask(home.surroundings, home.qtbot, lambda journal: journal.letters.offer_after(near))
    assert drawn is not None
    assert (drawn.letter, drawn.shared) == (linked.letter, DOWN)


def test_a_sentence_opens_its_page_in_the_journal(home: AtHome) -> None:
    room = home.go_to_phrase(home.phrase)
    room._cards.where.rows._rows[0][1].quoted.click()
    home.wait_for(JournalRoom)


def test_saving_before_the_journal_is_locked_keeps_the_last_words_and_clearing_drops_them(home: AtHome) -> None:
    room = home.go_to_phrase(home.phrase)
    room._cards.sounds.voice.setFocus()
    home.type_in("Mine, at eleven.")
    home.until_done(home.journal.save_now)
    assert home.kept().line.phrase.whose_voice == "Mine, at eleven."
    home.journal.clear()
    assert not room._cards.sounds.voice.toPlainText()


def test_in_another_room_and_back_the_phrase_is_still_there_and_its_words_are_kept(home: AtHome) -> None:
    room = home.go_to_phrase(home.phrase)
    room._cards.sounds.voice.setFocus()
    home.type_in("Mine")
    home.journal.go(RoomName.TODAY)
    home.settle()
    assert home.kept().line.phrase.whose_voice == "Mine"
    home.journal.go(RoomName.CRITIC)
    home.settle()
    assert room.isVisible()
    assert f"“{DOWN}”" in home.read()
