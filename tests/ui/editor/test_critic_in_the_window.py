"""From the note on a sentence into the rest of the window, and from there to the very sentence in the page."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from heartjournal.model.problems import DiskFull
from heartjournal.ui.critic import CriticRoom
from heartjournal.ui.critic.adding import AddingForm
from heartjournal.ui.critic.empty_critic import EmptyCritic
from heartjournal.ui.critic.soften_form import SoftenForm
from heartjournal.ui.critic.suggestion_row import SuggestionRow
from heartjournal.ui.editor import PageEditor
from heartjournal.ui.open_journal import OpenJournal
from heartjournal.ui.shell import RoomName
from heartjournal.ui.wanted import EntryWanted, LetterWanted, PageWanted
from heartjournal.ui.widgets import PassingNotice
from tests.ui.writing import ask, keep, page, refuse_lines

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from heartjournal.ui.editor.marked_text import MarkedText
    from heartjournal.ui.surroundings import Surroundings

WORDS = "I always let people down"
LINE = "Some days I keep eleven"
FULL = "The disk is full. Make some room, then try again."


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


def begin_line(home: OpenJournal, qtbot: QtBot) -> None:
    """A note with a kinder line in it that nobody has finished."""
    write(home, qtbot, f"{WORDS}. ")
    notes = editor(home)._critic.notes
    notes.open_near()
    assert notes._open is not None
    notes._open.note.soften.click()
    notes._open.note.line.setText(LINE)


def kinder_lines(opened: Surroundings, qtbot: QtBot) -> list[str]:
    lines = ask(opened, qtbot, lambda journal: journal.phrases.lines())
    return [line.reframe.words for line in lines if line.reframe is not None]


def to_the_first_room(home: OpenJournal) -> None:
    home.go(RoomName.TODAY)


def to_another_page(home: OpenJournal) -> None:
    home.open_page(PageWanted())


def to_a_new_letter(home: OpenJournal) -> None:
    home._letters.write(LetterWanted())


@pytest.mark.parametrize("leave", [to_the_first_room, to_another_page, to_a_new_letter])
def test_a_line_half_written_in_a_note_is_kept_on_every_way_out_and_told_with_its_undo(
    home: OpenJournal, opened: Surroundings, qtbot: QtBot, leave: Callable[[OpenJournal], None]
) -> None:
    begin_line(home, qtbot)
    leave(home)
    qtbot.waitUntil(lambda: kinder_lines(opened, qtbot) == [LINE])
    notice = home.findChild(PassingNotice)
    assert isinstance(notice, PassingNotice)
    qtbot.waitUntil(notice.isVisible)
    assert notice.text() == "Your kinder line is kept."
    notice._undo_now()
    qtbot.waitUntil(lambda: ask(opened, qtbot, lambda journal: journal.phrases.lines()) == ())


def test_on_a_full_disk_the_page_stays_in_front_with_the_line_in_its_note(
    home: OpenJournal, opened: Surroundings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin_line(home, qtbot)
    refuse_lines(monkeypatch)
    done: list[bool] = []
    home.go(RoomName.TODAY)
    home.save_now(lambda: done.append(True), lambda: done.append(False))
    qtbot.waitUntil(lambda: done == [False])
    assert home.currentWidget() is editor(home)
    opened_note = editor(home)._critic.notes._open
    assert opened_note is not None
    assert opened_note.note.line.text() == LINE


def into_the_room(home: OpenJournal, qtbot: QtBot) -> CriticRoom:
    home.go(RoomName.CRITIC)
    room = home.findChild(CriticRoom)
    assert isinstance(room, CriticRoom)
    qtbot.waitUntil(room.isVisible)
    return room


def begin_line_of_suggestion(home: OpenJournal, opened: Surroundings, qtbot: QtBot) -> SuggestionRow:
    """In the room: a suggestion kept with S, and its line half written."""
    keep(opened, qtbot, *(page(f"{WORDS}. It rained.", day=date(2026, 11, day)) for day in (3, 5)))
    room = into_the_room(home, qtbot)
    qtbot.waitUntil(lambda: bool(room.findChildren(SuggestionRow)))
    (row,) = room.findChildren(SuggestionRow)
    row.softened.emit()
    qtbot.waitUntil(lambda: row.is_softening)
    (form,) = row.findChildren(SoftenForm)
    qtbot.keyClicks(form._field.line, LINE)
    return row


def test_a_line_half_written_in_the_room_is_there_when_one_comes_back(
    home: OpenJournal, opened: Surroundings, qtbot: QtBot
) -> None:
    row = begin_line_of_suggestion(home, opened, qtbot)
    home.go(RoomName.TODAY)
    into_the_room(home, qtbot)
    ask(opened, qtbot, lambda _journal: None)
    assert row.isVisible()
    assert row.line == LINE


def test_a_line_half_written_in_the_room_is_kept_before_the_journal_goes_also_behind_a_page(
    home: OpenJournal, opened: Surroundings, qtbot: QtBot
) -> None:
    begin_line_of_suggestion(home, opened, qtbot)
    home.open_page(PageWanted())
    done: list[bool] = []
    home.save_now(lambda: done.append(True), lambda: done.append(False))
    qtbot.waitUntil(lambda: done == [True])
    assert kinder_lines(opened, qtbot) == [LINE]


def test_a_sentence_being_added_stays_in_its_field_over_another_room_and_goes_when_the_journal_is_locked(
    home: OpenJournal, opened: Surroundings, qtbot: QtBot
) -> None:
    room = into_the_room(home, qtbot)
    form = room.findChild(AddingForm)
    assert isinstance(form, AddingForm)
    begin = room.findChild(EmptyCritic)
    assert isinstance(begin, EmptyCritic)
    begin.begun.emit()
    line = form._field.line
    qtbot.waitUntil(line.isVisible)
    qtbot.keyClicks(line, "I should be")
    home.go(RoomName.TODAY)
    into_the_room(home, qtbot)
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, " further along")
    assert line.text() == "I should be further along"
    home.clear()
    assert line.text() == ""
    assert ask(opened, qtbot, lambda journal: journal.phrases.lines()) == ()


def test_on_a_full_disk_a_sentence_being_added_stays_in_its_field_which_says_so(
    home: OpenJournal, opened: Surroundings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = into_the_room(home, qtbot)
    form = room.findChild(AddingForm)
    assert isinstance(form, AddingForm)
    form._field.setText(WORDS)
    monkeypatch.setattr("heartjournal.journal.phrases.Phrases.keep", full)
    form._keep.click()
    qtbot.waitUntil(lambda: form._field.note.text() == FULL)
    assert form._field.text() == WORDS
    monkeypatch.undo()
    form._keep.click()
    qtbot.waitUntil(lambda: form._field.text() == "")
    assert len(ask(opened, qtbot, lambda journal: journal.phrases.lines())) == 1


def full(*_what: object, **_named: object) -> None:
    raise DiskFull("The disk is full.", "Make some room, then try again.")


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
