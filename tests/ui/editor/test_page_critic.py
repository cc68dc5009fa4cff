"""The inner critic in the page, on a real journal: what is underlined, the note on it, and what is decided there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from heartjournal import resources
from heartjournal.model.element import Element
from heartjournal.model.entry import Draft, Entry, Section
from heartjournal.model.support import Contact
from heartjournal.ui.editor import PageEditor
from heartjournal.ui.editor.page_menu import PageMenu
from heartjournal.ui.editor.phrase_note import PhraseNote
from heartjournal.ui.wanted import EntryWanted
from heartjournal.ui.widgets import Menu, TextLabel
from tests.ui.sight import faults
from tests.ui.still_timer import StandingTime
from tests.ui.writing import ask, keep, page, refuse_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from heartjournal.journal import Journal
    from heartjournal.model.changes import Changes
    from heartjournal.model.phrase import PhraseLine
    from heartjournal.ui.editor.marked_text import MarkedText
    from heartjournal.ui.surroundings import Surroundings
    from heartjournal.ui.wanted import PassingWords

WORDS = "I always let people down"
OTHER = "I am such a failure"
DESPAIR = "I don’t want to be here any more. I wish I was dead."
LINE = "Some days I keep eleven"
FULL = "The disk is full. Make some room, then try again."
REST = 1200
MENUS = pytest.mark.qt_log_ignore("This plugin does not support (grabbing the keyboard|raise|propagateSizeHints)")


@dataclass
class Desk:
    """A page on a real journal, with the time in the hand of the test."""

    editor: PageEditor
    surroundings: Surroundings
    qtbot: QtBot
    time: StandingTime
    told: list[PassingWords] = field(default_factory=list)

    def begin(self, words: str = "") -> None:
        """A free page with these words, the caret behind them."""
        self.editor.open_new(None)
        # A menu that was open has taken the window's place.
        self.editor.activateWindow()
        self.qtbot.waitUntil(self.text().hasFocus)
        self.text().insertPlainText(words)

    def open(self, draft: Draft, *, at: EntryWanted | None = None) -> None:
        keep(self.surroundings, self.qtbot, draft)
        self.editor.open_entry(self.ask_entry(draft.id), at=at)

    def ask_entry(self, entry: UUID) -> Entry:
        return ask(self.surroundings, self.qtbot, lambda journal: journal.pages.entry(entry))

    def text(self, place: int = 0) -> MarkedText:
        text = self.editor._column.sections[place].text
        assert text is not None
        return text

    def settle(self) -> None:
        """Every answer of the journal, and what was asked because of it."""
        for _ in range(3):
            ask(self.surroundings, self.qtbot, lambda _journal: None)

    def rest(self) -> None:
        """The hand rests long enough."""
        self.time.pass_by(REST)
        self.settle()

    def marked(self, place: int = 0) -> list[str]:
        return [self.text(place).words_at(each) for each in self.text(place).marks.shown]

    def click_on_mark(self) -> None:
        text = self.text()
        middle = text.pieces(text.marks.shown[0])[0].box.center().toPoint()
        self.qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        self.qtbot.keyClick(focused, key, modifier)

    def open_by_keyboard(self) -> PhraseNote:
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        return self.note()

    def note(self) -> PhraseNote:
        notes = self.notes()
        assert len(notes) == 1
        return notes[0]

    def notes(self) -> list[PhraseNote]:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return self.editor.findChildren(PhraseNote)

    def phrases(self) -> tuple[PhraseLine, ...]:
        return ask(self.surroundings, self.qtbot, lambda journal: journal.phrases.lines())

    def undo(self) -> None:
        undo = self.told[-1].undo
        assert undo is not None
        undo()
        self.settle()

    def evenings(self, *days: date) -> None:
        """Pages of other days with the words in them, heard."""
        keep(self.surroundings, self.qtbot, *(page(f"{WORDS}. It rained.", day=day) for day in days))
        done: list[None] = []
        tasks = self.surroundings.tasks
        tasks.slices(lambda journal: journal.search.catch_up(), owner=tasks)
        tasks.slices(lambda journal: journal.critic.catch_up(), then=done.append, owner=tasks)
        self.qtbot.waitUntil(lambda: bool(done))


@pytest.fixture
def desk(opened: Surroundings, qtbot: QtBot) -> Iterator[Desk]:
    time = StandingTime()
    editor = PageEditor(opened, practices=resources.practices().good, timer=time)
    qtbot.addWidget(editor)
    editor.resize(1280, 800)
    editor.show()
    qtbot.waitExposed(editor)
    made = Desk(editor, opened, qtbot, time)
    editor.told.connect(made.told.append)
    yield made
    editor._sitting.end()
    editor.clear()


def labels(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(TextLabel) if label.isVisibleTo(widget))


# what is underlined, and when


def test_a_sentence_is_underlined_once_the_hand_rests_and_not_before(desk: Desk) -> None:
    desk.begin(f"I forgot the call. {WORDS}, it went. ")
    desk.time.pass_by(REST - 100)
    desk.settle()
    assert desk.marked() == []
    desk.rest()
    assert desk.marked() == [WORDS]


def test_a_key_asks_the_journal_for_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.begin(f"{WORDS}, it went. ")
    desk.rest()
    asked: list[object] = []
    monkeypatch.setattr(desk.surroundings.tasks, "run", lambda *work, **named: asked.append(work))
    monkeypatch.setattr(PageEditor, "_answered", lambda _editor, run: asked.append(run))
    desk.qtbot.keyClicks(desk.text(), "and I did the washing-up")
    monkeypatch.undo()
    assert asked == []
    assert desk.marked() == [WORDS]


def test_a_quiet_day_begins_at_once_also_while_the_hand_moves(desk: Desk) -> None:
    desk.begin(f"{WORDS}, it went. ")
    desk.rest()
    desk.qtbot.keyClicks(desk.text(), "So")
    desk.editor.be_quiet()
    assert desk.marked() == []
    desk.rest()
    assert desk.marked() == []


def test_an_answer_to_words_that_were_changed_since_is_dropped(desk: Desk) -> None:
    desk.begin(f"{WORDS}, it went. ")
    desk.time.pass_by(REST)
    desk.text().insertPlainText("So")
    desk.settle()
    assert desk.marked() == []
    desk.rest()
    assert desk.marked() == [WORDS]


def test_nothing_is_underlined_in_the_word_being_written(desk: Desk) -> None:
    desk.begin(f"Today {WORDS}")
    desk.rest()
    assert desk.marked() == []
    desk.qtbot.keyClicks(desk.text(), ", it went.")
    desk.rest()
    assert desk.marked() == [WORDS]


def test_words_of_kindness_are_not_listened_to(desk: Desk) -> None:
    sections = (
        Section(uuid4(), f"{WORDS}. ", element=Element.SELF_KINDNESS),
        Section(uuid4(), f"{WORDS}. ", element=Element.MINDFULNESS),
    )
    desk.open(Draft(uuid4(), date(2026, 11, 12), sections))
    desk.rest()
    assert (desk.marked(0), desk.marked(1)) == ([], [WORDS])


def test_marks_over_emoji_and_strange_line_ends_stand_under_their_words(desk: Desk) -> None:
    desk.open(page(f"😀 a\x00b\r\nשלום\r\n🎈🎈 {WORDS}, it went.\r\n"))
    desk.rest()
    assert desk.marked() == [WORDS]
    desk.text().moveCursor(QTextCursor.MoveOperation.Start)
    desk.text().insertPlainText("🎈 ")
    assert desk.marked() == [WORDS]


def test_no_more_than_two_sentences_of_a_page_are_underlined(desk: Desk) -> None:
    desk.begin(f"{WORDS}. {OTHER}. I am so stupid. I am worthless. ")
    desk.rest()
    assert len(desk.marked()) == 2


def test_a_page_that_is_not_kept_is_not_listened_to(surroundings: Surroundings, qtbot: QtBot) -> None:
    time = StandingTime()
    editor = PageEditor(surroundings, practices=resources.practices().good, timer=time)
    qtbot.addWidget(editor)
    editor.open_new(next(known for known in resources.practices().good if known.id == "break"))
    text = next(section.text for section in editor._column.sections if section.text is not None)
    text.insertPlainText(f"{WORDS}. ")
    time.pass_by(REST)
    assert not text.marks
    assert not text.keeps_phrases
    assert editor._critic._entry is None


def test_a_page_put_away_leaves_no_mark_and_no_note(desk: Desk) -> None:
    desk.begin(f"{WORDS}. ")
    desk.rest()
    desk.open_by_keyboard()
    text = desk.text()
    desk.editor._sitting.end()
    desk.editor.clear()
    assert not desk.notes()
    assert not text.marks


# the note


def test_alt_enter_opens_the_note_and_esc_gives_the_keyboard_back_to_the_caret(desk: Desk) -> None:
    desk.begin(f"{WORDS}, it went. And then ")
    desk.rest()
    caret = desk.text().textCursor().position()
    note = desk.open_by_keyboard()
    assert note.isVisible()
    assert note.soften.hasFocus()
    assert note.soften.has_ring()
    desk.press(Qt.Key.Key_Escape)
    assert not desk.notes()
    assert desk.text().hasFocus()
    assert desk.text().textCursor().position() == caret
    assert desk.editor._sitting.run is not None, "the page stays open"


def test_alt_enter_takes_the_sentence_at_the_caret_else_the_one_before_it_else_the_first(desk: Desk) -> None:
    sections = (Section(uuid4(), "Rain. "), Section(uuid4(), f"{WORDS}. Then: {OTHER}. "), Section(uuid4(), "Sun. "))
    desk.open(Draft(uuid4(), date(2026, 11, 12), sections))
    desk.rest()
    assert len(desk.marked(1)) == 2

    def opened_from(section: int, position: int) -> str:
        desk.editor._column.go_to(section)
        cursor = desk.text(section).textCursor()
        cursor.setPosition(position)
        desk.text(section).setTextCursor(cursor)
        desk.open_by_keyboard()
        place = desk.editor._critic.notes._open
        assert place is not None
        desk.press(Qt.Key.Key_Escape)
        return place.words

    assert opened_from(0, 2) == WORDS
    assert opened_from(1, 3) == WORDS
    assert opened_from(1, len(WORDS) + 3) == WORDS
    assert opened_from(1, len(WORDS) + 14) == OTHER
    assert opened_from(2, 0) == OTHER


def test_a_click_opens_the_note_and_leaves_the_keyboard_in_the_text(desk: Desk) -> None:
    desk.begin(f"{WORDS}, it went. ")
    desk.rest()
    desk.click_on_mark()
    assert desk.note().isVisible()
    assert desk.text().hasFocus()
    desk.press(Qt.Key.Key_Escape)
    assert not desk.notes()
    assert desk.editor._sitting.run is not None


def test_a_letter_key_in_a_note_opened_by_click_is_written_and_chooses_nothing(desk: Desk) -> None:
    desk.begin(f"{WORDS}, it went. ")
    desk.rest()
    desk.click_on_mark()
    before = desk.text().words
    desk.press(Qt.Key.Key_K)
    desk.settle()
    assert desk.phrases() == ()
    assert len(desk.text().words) == len(before) + 1
    assert not desk.notes(), "its words were touched"


def test_writing_on_closes_the_note(desk: Desk) -> None:
    desk.begin(f"{WORDS}, it went. ")
    desk.rest()
    desk.click_on_mark()
    desk.text().moveCursor(QTextCursor.MoveOperation.End)
    desk.qtbot.keyClicks(desk.text(), "So")
    assert not desk.notes()


def test_the_note_closes_when_its_words_go_with_the_line_begun_in_it_kept(desk: Desk) -> None:
    begin_line(desk)
    desk.text().selectAll()
    desk.text().insertPlainText("Rain.")
    desk.settle()
    assert not desk.notes()
    assert kinder_lines(desk) == [LINE]
    desk.undo()
    assert desk.phrases() == ()


def test_a_line_that_is_begun_stays_while_one_writes_elsewhere(desk: Desk) -> None:
    desk.begin(f"{WORDS}, it went. ")
    desk.rest()
    note = desk.open_by_keyboard()
    note.soften.click()
    note.line.setText("Not always")
    desk.text().insertPlainText("More. ")
    desk.rest()
    assert desk.note() is note
    assert note.line.text() == "Not always"


def test_f6_goes_between_the_words_and_their_note(desk: Desk) -> None:
    desk.begin(f"{WORDS}, it went. ")
    desk.rest()
    desk.click_on_mark()
    desk.press(Qt.Key.Key_F6)
    assert desk.note().soften.hasFocus()
    desk.press(Qt.Key.Key_F6)
    assert desk.text().hasFocus()
    assert desk.note().isVisible()


def test_a_sentence_met_before_says_how_often_and_since_when(desk: Desk) -> None:
    desk.evenings(date(2026, 11, 3), date(2026, 11, 5))
    desk.begin(f"{WORDS}, it went. ")
    desk.rest()
    said = labels(desk.open_by_keyboard())
    assert "You’ve met this sentence before" in said
    assert "It has turned up on two days since 3 November. Shall it join the others?" in said


def test_a_sentence_met_for_the_first_time_says_why_and_counts_nothing(desk: Desk) -> None:
    desk.begin(f"{OTHER}, it went. ")
    desk.rest()
    said = labels(desk.open_by_keyboard())
    assert "Is this the inner critic?" in said
    assert "“I am”" in said
    assert "evening" not in said


def test_a_kept_sentence_shows_the_kinder_line_and_leads_to_its_page(desk: Desk) -> None:
    desk.evenings(date(2026, 8, 3), date(2026, 11, 5))
    kept = ask(desk.surroundings, desk.qtbot, lambda journal: journal.phrases.keep(WORDS))
    (phrase,) = kept.phrases
    ask(desk.surroundings, desk.qtbot, lambda journal: journal.phrases.reframe(phrase, "Some days I keep eleven."))
    desk.begin(f"{WORDS}, it went. ")
    desk.rest()
    note = desk.open_by_keyboard()
    said = labels(note)
    assert "It has turned up on two days since August." in said
    assert "Shall it join" not in said
    assert "Some days I keep eleven." in said
    assert note.keep.text() == "Open its page"
    with desk.qtbot.waitSignal(desk.editor.phrase_wanted) as wanted:
        note.keep.click()
    assert wanted.args == [phrase]


def test_everything_in_the_note_has_a_name_of_its_own(desk: Desk) -> None:
    desk.begin(f"{WORDS}, it went. ")
    desk.rest()
    note = desk.open_by_keyboard()
    named = [note, note.soften, note.line, note.keep_line, note.keep, note.refuse, note.more]
    names = [widget.accessibleName() or getattr(widget, "text", str)() for widget in named]
    assert all(names)
    assert len(set(names)) == len(names)
    assert names[1] == "Soften it – write a kinder line"


def test_with_a_note_open_all_of_a_long_page_can_be_scrolled_to(desk: Desk) -> None:
    desk.begin(f"{WORDS}, it went. " + "\nIt rained." * 80)
    desk.rest()
    paper, bar = desk.editor._column.paper, desk.editor._column.verticalScrollBar()
    desk.qtbot.waitUntil(lambda: bar.maximum() > desk.editor.height())
    furthest = bar.maximum()
    note = desk.open_by_keyboard()
    QCoreApplication.sendPostedEvents(paper, QEvent.Type.LayoutRequest)
    desk.settle()
    assert paper.height() > desk.text().height()
    assert bar.maximum() == furthest
    note.soften.click()
    note.line.setText(LINE)
    desk.text().moveCursor(QTextCursor.MoveOperation.End)
    desk.text().insertPlainText("\nIt rained." * 40)
    desk.qtbot.waitUntil(lambda: bar.maximum() > furthest)
    assert desk.note() is note


# a line that is half written


def begin_line(desk: Desk) -> PhraseNote:
    """A note with a line in it that nobody has finished."""
    desk.begin(f"{WORDS}, it went. ")
    desk.rest()
    note = desk.open_by_keyboard()
    desk.press(Qt.Key.Key_S)
    desk.qtbot.keyClicks(note.line, LINE)
    return note


def kinder_lines(desk: Desk) -> list[str]:
    return [line.reframe.words for line in desk.phrases() if line.reframe is not None]


def saved(desk: Desk) -> list[bool]:
    """Whether what waited for the page to be saved could go on."""
    done: list[bool] = []
    desk.editor.save_now(lambda: done.append(True), lambda: done.append(False))
    desk.qtbot.waitUntil(lambda: bool(done))
    return done


def test_whoever_waits_for_the_page_waits_for_the_line_in_its_note(desk: Desk) -> None:
    begin_line(desk)
    done: list[list[str]] = []
    desk.editor.save_now(lambda: done.append([each.words for each in desk.told]))
    desk.qtbot.waitUntil(lambda: bool(done))
    assert done == [["Your kinder line is kept."]]
    assert not desk.notes()
    assert kinder_lines(desk) == [LINE]
    desk.undo()
    assert desk.phrases() == ()


def test_a_page_that_is_closed_keeps_the_line_in_its_note(desk: Desk) -> None:
    begin_line(desk)
    with desk.qtbot.waitSignal(desk.editor.closed):
        desk.editor.leave()
    assert kinder_lines(desk) == [LINE]


def test_a_page_taken_away_unasked_keeps_the_line_in_its_note(desk: Desk) -> None:
    begin_line(desk)
    desk.editor._sitting.end()
    desk.editor.clear()
    assert not desk.notes()
    desk.settle()
    assert kinder_lines(desk) == [LINE]


def test_too_much_right_now_keeps_the_line_in_the_note(desk: Desk) -> None:
    begin_line(desk)
    desk.editor._bottom.too_much.emit()
    desk.settle()
    assert not desk.notes()
    assert kinder_lines(desk) == [LINE]


def test_a_quiet_day_keeps_the_line_in_the_note(desk: Desk) -> None:
    begin_line(desk)
    desk.editor.be_quiet()
    desk.settle()
    assert not desk.notes()
    assert kinder_lines(desk) == [LINE]


def test_keep_with_a_line_begun_keeps_both(desk: Desk) -> None:
    begin_line(desk).keep.click()
    desk.settle()
    assert kinder_lines(desk) == [LINE]
    desk.undo()
    assert desk.phrases() == ()


def test_the_note_on_another_sentence_opens_once_the_line_in_the_first_is_kept(desk: Desk) -> None:
    desk.begin(f"{OTHER}. Then: {WORDS}, it went. ")
    desk.rest()
    note = desk.open_by_keyboard()
    desk.press(Qt.Key.Key_S)
    desk.qtbot.keyClicks(note.line, LINE)
    desk.click_on_mark()
    desk.qtbot.waitUntil(lambda: desk.notes() != [note] and len(desk.notes()) == 1)
    opened = desk.editor._critic.notes._open
    assert opened is not None
    assert opened.words == OTHER
    assert kinder_lines(desk) == [LINE]


def test_a_line_goes_on_being_written_when_the_window_was_left_meanwhile(desk: Desk) -> None:
    note = begin_line(desk)
    another = QWidget()
    desk.qtbot.addWidget(another)
    another.show()
    another.activateWindow()
    desk.qtbot.waitUntil(lambda: not desk.editor.isActiveWindow())
    desk.settle()
    assert desk.editor.kept_id is not None, "the page itself is saved"
    assert desk.note() is note
    assert note.line.text() == LINE
    assert desk.phrases() == ()


def test_a_folded_line_counts_as_written_and_only_esc_once_more_drops_it(desk: Desk) -> None:
    note = begin_line(desk)
    desk.press(Qt.Key.Key_Escape)
    desk.text().insertPlainText("More. ")
    assert desk.note() is note
    assert saved(desk) == [True]
    assert kinder_lines(desk) == [LINE]
    desk.undo()
    desk.rest()

    begin_line(desk)
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_Escape)
    assert not desk.notes()
    assert saved(desk) == [True]
    assert desk.phrases() == ()


def test_esc_in_the_page_folds_a_line_before_it_drops_it(desk: Desk) -> None:
    note = begin_line(desk)
    desk.press(Qt.Key.Key_F6)
    assert desk.text().hasFocus()
    desk.press(Qt.Key.Key_Escape)
    assert desk.note() is note
    assert note.line.text() == LINE


def test_the_keyboard_back_in_a_line_overwrites_nothing(desk: Desk) -> None:
    note = begin_line(desk)
    desk.press(Qt.Key.Key_F6)
    desk.press(Qt.Key.Key_F6)
    desk.qtbot.keyClicks(note.line, "!")
    assert note.line.text() == f"{LINE}!"


def test_not_this_drops_the_line_with_the_sentence(desk: Desk) -> None:
    begin_line(desk).refuse.click()
    desk.settle()
    assert not desk.notes()
    assert desk.phrases() == ()


def test_who_leaves_nothing_of_a_page_leaves_no_line_of_its_note_either(desk: Desk) -> None:
    begin_line(desk)
    with desk.qtbot.waitSignal(desk.editor.closed):
        desk.editor._leave_nothing()
    desk.settle()
    assert desk.phrases() == ()


def test_on_a_full_disk_a_finished_line_stays_in_its_field_which_says_so_and_is_tried_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = begin_line(desk)
    refuse_lines(monkeypatch)
    troubles: list[object] = []
    desk.surroundings.tasks.troubled.connect(troubles.append)
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert desk.note() is note
    assert note.line.text() == LINE
    assert note.line.hasFocus()
    assert FULL in labels(note)
    assert note.height() == note.height_at(note.width())
    assert not troubles
    assert saved(desk) == [False]
    assert desk.note() is note

    monkeypatch.undo()
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert not desk.notes()
    assert kinder_lines(desk) == [LINE]
    desk.undo()
    assert desk.phrases() == (), "the sentence that was kept at the first try goes, too"


def test_on_a_full_disk_who_could_not_leave_the_page_sees_the_line_that_was_not_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = begin_line(desk)
    desk.text().moveCursor(QTextCursor.MoveOperation.End)
    desk.text().insertPlainText("\n" + "It rained.\n" * 80)
    bar = desk.editor._column.verticalScrollBar()
    desk.qtbot.waitUntil(lambda: bar.maximum() > desk.editor.height())
    bar.setValue(bar.maximum())
    desk.qtbot.waitUntil(lambda: note.line.visibleRegion().isEmpty())
    refuse_lines(monkeypatch)
    assert saved(desk) == [False]
    desk.qtbot.waitUntil(lambda: note.line.visibleRegion().boundingRect() == note.line.rect())


def test_on_a_full_disk_a_quiet_day_leaves_the_line_where_it_is(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    note = begin_line(desk)
    refuse_lines(monkeypatch)
    desk.editor.be_quiet()
    desk.settle()
    assert desk.marked() == []
    assert desk.note() is note
    assert note.line.text() == LINE
    assert FULL in labels(note)
    desk.text().selectAll()
    desk.text().insertPlainText("Rain.")
    desk.editor.resize(1000, 700)
    desk.rest()
    assert desk.note() is note
    monkeypatch.undo()
    assert saved(desk) == [True]
    assert kinder_lines(desk) == [LINE]


# what is decided


def test_keep_keeps_the_sentence_and_undo_lets_it_go(desk: Desk) -> None:
    desk.begin(f"{WORDS}, it went. ")
    desk.rest()
    desk.open_by_keyboard()
    desk.press(Qt.Key.Key_K)
    desk.settle()
    assert [line.phrase.words for line in desk.phrases()] == [WORDS]
    assert not desk.notes()
    assert desk.text().hasFocus()
    desk.undo()
    assert desk.phrases() == ()


def test_soften_keeps_the_line_and_the_sentence_and_undo_takes_both_back(desk: Desk) -> None:
    desk.begin(f"{WORDS}, it went. ")
    desk.rest()
    note = desk.open_by_keyboard()
    desk.press(Qt.Key.Key_S)
    assert note.line.hasFocus()
    desk.qtbot.keyClicks(note.line, "Sometimes I forget, knk")
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    (line,) = desk.phrases()
    assert line.reframe is not None
    assert line.reframe.words == "Sometimes I forget, knk"
    desk.undo()
    assert desk.phrases() == ()


def test_softening_a_kept_sentence_is_undone_without_letting_it_go(desk: Desk) -> None:
    ask(desk.surroundings, desk.qtbot, lambda journal: journal.phrases.keep(WORDS))
    desk.begin(f"{WORDS}, it went. ")
    desk.rest()
    note = desk.open_by_keyboard()
    note.soften.click()
    note.line.setText("Not always.")
    note.keep_line.click()
    desk.settle()
    assert desk.phrases()[0].reframe is not None
    desk.undo()
    (line,) = desk.phrases()
    assert line.reframe is None


def test_not_this_takes_the_mark_away_at_once_and_it_does_not_come_back(desk: Desk) -> None:
    desk.begin(f"{WORDS}, it went. ")
    desk.rest()
    desk.open_by_keyboard()
    desk.press(Qt.Key.Key_N)
    assert desk.marked() == []
    done: list[None] = []
    desk.editor.save_now(lambda: done.append(None))
    desk.qtbot.waitUntil(lambda: bool(done))
    identity = desk.editor.kept_id
    assert identity is not None
    desk.editor.open_entry(desk.ask_entry(identity))
    desk.rest()
    assert desk.marked() == []

    desk.begin(f"{WORDS}, another day. ")
    desk.rest()
    assert desk.marked() == [WORDS], "refused in that place only"


def test_undo_of_not_this_brings_the_mark_back(desk: Desk) -> None:
    desk.begin(f"{WORDS}, it went. ")
    desk.rest()
    desk.open_by_keyboard()
    desk.press(Qt.Key.Key_N)
    desk.settle()
    desk.undo()
    assert desk.marked() == [WORDS]


def choose(desk: Desk, words: str) -> None:
    """Choose in the menu that is open."""
    menu = next(each for each in desk.editor.findChildren(Menu) if each.isVisible())
    action = next(each for each in menu.actions() if each.text().split("\t")[0] == words)
    action.trigger()
    menu.close()
    desk.settle()


@MENUS
def test_never_holds_on_every_page(desk: Desk) -> None:
    desk.begin(f"{WORDS}, it went. ")
    desk.rest()
    desk.open_by_keyboard().more.click()
    choose(desk, "Never ask about this sentence")
    assert desk.marked() == []
    desk.begin(f"{WORDS}, another day. ")
    desk.rest()
    assert desk.marked() == []


@MENUS
def test_a_kept_sentence_is_never_asked_about_anyway(desk: Desk) -> None:
    ask(desk.surroundings, desk.qtbot, lambda journal: journal.phrases.keep(WORDS))
    desk.begin(f"{WORDS}, it went. ")
    desk.rest()
    desk.open_by_keyboard().more.click()
    menu = next(each for each in desk.editor.findChildren(Menu) if each.isVisible())
    assert [action.text() for action in menu.actions()] == ["Quiet today"]
    menu.close()


def test_not_this_says_that_it_holds_in_this_place(desk: Desk) -> None:
    desk.begin(f"{WORDS}, it went. ")
    desk.rest()
    assert desk.open_by_keyboard().refuse.toolTip() == "Not in this place (N)"


@MENUS
def test_a_quiet_day_takes_every_underline_away_and_the_page_menu_brings_them_back(desk: Desk) -> None:
    desk.begin(f"{WORDS}. {OTHER}. ")
    desk.rest()
    assert len(desk.marked()) == 2
    desk.open_by_keyboard().more.click()
    choose(desk, "Quiet today")
    assert desk.marked() == []
    assert not desk.notes()
    desk.editor._top.menu_wanted.emit()
    choose(desk, "End the quiet day")
    assert len(desk.marked()) == 2
    desk.editor._top.menu_wanted.emit()
    choose(desk, "Quiet today")
    assert desk.marked() == []
    desk.undo()
    assert len(desk.marked()) == 2


def test_after_too_much_right_now_the_day_is_quiet(desk: Desk) -> None:
    desk.begin(f"{WORDS}. ")
    desk.rest()
    with desk.qtbot.waitSignal(desk.editor.too_much_wanted):
        desk.editor._bottom.too_much.emit()
    desk.settle()
    assert desk.marked() == []
    assert ask(desk.surroundings, desk.qtbot, lambda journal: journal.critic.wishes()).is_quiet


@MENUS
def test_a_person_who_wants_no_underlines_is_not_asked_about_the_day(desk: Desk) -> None:
    ask(
        desk.surroundings,
        desk.qtbot,
        lambda journal: journal.critic.wish(replace(journal.critic.wishes(), underlines=False)),
    )
    desk.begin(f"{WORDS}. ")
    desk.rest()
    assert desk.marked() == []
    desk.editor._top.menu_wanted.emit()
    menu = next(each for each in desk.editor.findChildren(PageMenu) if each.isVisible())
    assert not [action.text() for action in menu.actions() if "nderline" in action.text()]
    menu.close()


@MENUS
def test_selected_words_of_any_language_can_be_kept_with_an_undo(desk: Desk) -> None:
    desk.begin("Ich bin zu viel für alle.")
    desk.text().selectAll()
    desk.editor._top.menu_wanted.emit()
    choose(desk, "This is one of mine")
    assert [line.phrase.words for line in desk.phrases()] == ["Ich bin zu viel für alle."]
    desk.undo()
    assert desk.phrases() == ()


def test_words_that_are_kept_already_have_no_undo_that_would_let_them_go(desk: Desk) -> None:
    ask(desk.surroundings, desk.qtbot, lambda journal: journal.phrases.keep(WORDS))
    desk.begin(f"{WORDS}")
    desk.text().selectAll()
    desk.text().phrase_chosen.emit()
    desk.settle()
    assert desk.told[-1].undo is None
    assert len(desk.phrases()) == 1


# the way out


def ways_out(desk: Desk) -> str:
    bar = desk.editor._ways_out
    return labels(bar) if bar.isVisible() else ""


def save_contact(contact: Contact, journal: Journal) -> Changes:
    return journal.support.save_contact(contact)


def people(desk: Desk, *names: str) -> None:
    for place, name in enumerate(names):
        contact = Contact(UUID(int=place + 1), name, "07700 900 142")
        ask(desk.surroundings, desk.qtbot, partial(save_contact, contact))


def test_despair_shows_the_persons_own_people_and_marks_nothing(desk: Desk) -> None:
    people(desk, "Ines", "Night line", "Tom")
    desk.begin(f"{WORDS}. {DESPAIR} ")
    desk.rest()
    assert desk.marked() == []
    assert ways_out(desk) == "Ines 07700 900 142 Night line 07700 900 142"
    assert desk.text().hasFocus(), "nothing takes the keyboard"


def test_the_way_out_goes_when_the_words_go(desk: Desk) -> None:
    people(desk, "Ines")
    desk.begin(DESPAIR + " ")
    desk.rest()
    assert ways_out(desk)
    assert not desk.editor._bottom._too_much.isVisible()
    desk.text().selectAll()
    desk.text().insertPlainText("Rain. ")
    desk.rest()
    assert not ways_out(desk)
    assert desk.editor._bottom._too_much.isVisible()


def test_with_nobody_kept_it_says_the_plain_sentence_and_leads_to_the_form(desk: Desk) -> None:
    desk.begin(DESPAIR + " ")
    desk.rest()
    assert resources.grounding().danger.text in ways_out(desk)
    with desk.qtbot.waitSignal(desk.editor.too_much_wanted):
        desk.editor._ways_out.too_much.emit()


def test_the_way_out_can_be_switched_off(desk: Desk) -> None:
    ask(
        desk.surroundings,
        desk.qtbot,
        lambda journal: journal.critic.wish(replace(journal.critic.wishes(), ways_out=False)),
    )
    desk.begin(DESPAIR + " ")
    desk.rest()
    assert not ways_out(desk)


@pytest.mark.parametrize("names", [(), ("Ines, who lives three doors down the road", "Night line")])
@pytest.mark.parametrize("scale", [1.0, 1.75])
def test_the_way_out_fits_the_smallest_window(desk: Desk, names: tuple[str, ...], scale: float) -> None:
    people(desk, *names)
    desk.surroundings.theme.set_text_scale(scale)
    desk.editor.resize(900, 600)
    desk.begin(DESPAIR + " ")
    desk.rest()
    desk.editor.grab()
    assert faults(desk.editor) == []
    assert desk.editor._column.height() > 6 * desk.surroundings.theme.line("reading")
    desk.surroundings.theme.set_text_scale(1.0)


# where the note stands


@pytest.mark.parametrize("size", [(1280, 800), (1180, 800), (900, 600)])
@pytest.mark.parametrize("scale", [1.0, 1.3, 1.75])
def test_the_note_is_whole_and_inside_of_the_page(desk: Desk, size: tuple[int, int], scale: float) -> None:
    desk.evenings(date(2026, 11, 3))
    desk.surroundings.theme.set_text_scale(scale)
    desk.editor.resize(*size)
    desk.begin(f"{WORDS}, it went. ")
    desk.rest()
    note = desk.open_by_keyboard()
    desk.editor.grab()
    assert faults(note) == []
    paper = desk.editor._column.paper
    assert paper.rect().contains(note.geometry())
    assert note.height() == note.height_at(note.width())
    beside = scale == 1.0 and size[0] >= desk.surroundings.theme.breakpoint("marginNotes")
    words = desk.text().mapTo(paper, desk.text().rect().topRight())
    assert (note.geometry().left() > words.x()) == beside
    desk.surroundings.theme.set_text_scale(1.0)


def test_the_note_moves_with_the_window_and_keeps_clear_of_its_line(desk: Desk) -> None:
    desk.begin(f"{WORDS}, it went. ")
    desk.rest()
    note = desk.open_by_keyboard()
    left = note.x()
    desk.editor.resize(900, 600)
    desk.qtbot.waitUntil(lambda: note.x() < left)
    line = desk.text().pieces(desk.text().marks.shown[0])[0].box
    assert note.y() > desk.text().mapTo(desk.editor._column.paper, line.bottomLeft().toPoint()).y()


# the very sentence


def test_a_page_opens_at_the_very_sentence_tinted_until_the_next_key(desk: Desk) -> None:
    body = "Rain. 😀\r\n" * 60 + f"{WORDS}, it went."
    draft = page(body)
    start = body.index(WORDS)
    desk.open(draft, at=EntryWanted(draft.id, draft.sections[0].id, start, start + len(WORDS)))
    desk.editor.arrive()
    text = desk.text()
    assert text._tinted is not None
    assert text.words_at(text._tinted) == WORDS
    assert text.textCursor().position() == text._tinted.start
    bar = desk.editor._column.verticalScrollBar()
    desk.qtbot.waitUntil(lambda: bar.value() > 0)
    desk.press(Qt.Key.Key_Right)
    assert text._tinted is None


def test_words_that_are_not_there_any_more_open_the_page_as_ever(desk: Desk) -> None:
    draft = page("Rain.")
    desk.open(draft, at=EntryWanted(draft.id, draft.sections[0].id, 400, 420))
    assert desk.text()._tinted is None
    assert desk.text().textCursor().atEnd()
