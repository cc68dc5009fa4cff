"""From the note on a sentence into the rest of the window, and from there to the very sentence in the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartjournal.ui.critic import CriticRoom
from heartjournal.ui.editor import PageEditor
from heartjournal.ui.open_journal import OpenJournal
from heartjournal.ui.wanted import EntryWanted, PageWanted
from heartjournal.ui.widgets import PassingNotice
from tests.ui.writing import ask, keep, page

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from heartjournal.ui.editor.marked_text import MarkedText
    from heartjournal.ui.surroundings import Surroundings

WORDS = "I always let people down"


@pytest.fixture
def home(opened: Surroundings, journal_folder: Path, qtbot: QtBot) -> OpenJournal:
    """The open journal; what is still written on is saved when its window closes."""
    journal = OpenJournal(opened, folder=journal_folder)
    qtbot.addWidget(journal)
    journal.resize(1280, 800)
    journal.show()
    qtbot.waitExposed(journal)
    return journal


def editor(home: OpenJournal) -> PageEditor:
    found = home.findChild(PageEditor)
    assert isinstance(found, PageEditor)
    return found


def text(home: OpenJournal) -> MarkedText:
    found = editor(home)._column.sections[0].text
    assert found is not None
    return found


def write(home: OpenJournal, qtbot: QtBot, words: str) -> None:
    """A page with these words, in which a sentence is marked."""
    home.open_page(PageWanted())
    qtbot.waitUntil(lambda: bool(editor(home)._column.sections))
    text(home).insertPlainText(words)
    editor(home)._critic.look()
    qtbot.waitUntil(lambda: bool(text(home).marks.shown))


def test_what_was_decided_is_said_at_the_bottom_and_undone_there(
    home: OpenJournal, opened: Surroundings, qtbot: QtBot
) -> None:
    write(home, qtbot, f"{WORDS}. ")
    notes = editor(home)._critic.notes
    notes.open_near()
    assert notes._open is not None
    notes._open.note.keep.click()
    notice = home.findChild(PassingNotice)
    assert isinstance(notice, PassingNotice)
    qtbot.waitUntil(notice.isVisible)
    assert "Kept" in notice.text()
    notice._undo_now()
    qtbot.waitUntil(lambda: ask(opened, qtbot, lambda journal: journal.phrases.lines()) == ())


def test_the_page_of_a_phrase_opens_in_its_room_with_the_words_saved(
    home: OpenJournal, opened: Surroundings, qtbot: QtBot
) -> None:
    ask(opened, qtbot, lambda journal: journal.phrases.keep(WORDS))
    write(home, qtbot, f"{WORDS}. ")
    notes = editor(home)._critic.notes
    notes.open_near()
    assert notes._open is not None
    notes._open.note.keep.click()
    room = home.findChild(CriticRoom)
    assert isinstance(room, CriticRoom)
    qtbot.waitUntil(room.isVisible)
    (line,) = ask(opened, qtbot, lambda journal: journal.pages.lines())
    assert line.opening.startswith(WORDS)


def test_a_page_opens_for_writing_at_the_very_sentence(home: OpenJournal, opened: Surroundings, qtbot: QtBot) -> None:
    draft = page(f"Rain. {WORDS}, it went.")
    keep(opened, qtbot, draft)
    home.open_entry(EntryWanted(draft.id, draft.sections[0].id, 6, 6 + len(WORDS)))
    qtbot.waitUntil(lambda: bool(editor(home)._column.sections))
    tinted = text(home)._tinted
    assert tinted is not None
    assert text(home).words_at(tinted) == WORDS


def test_the_way_out_by_key_makes_the_day_quiet(home: OpenJournal, opened: Surroundings, qtbot: QtBot) -> None:
    write(home, qtbot, f"{WORDS}. ")
    home.be_quiet()
    qtbot.waitUntil(lambda: not text(home).marks)
    assert ask(opened, qtbot, lambda journal: journal.critic.wishes()).is_quiet
