"""The inner critic's room by keyboard, on a real journal: empty, filled, narrow, quiet, and the ways out of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from heartjournal import resources
from heartjournal.model.changes import Changes
from heartjournal.ui.critic import CriticRoom
from heartjournal.ui.critic.phrase_page import PhraseRoom
from heartjournal.ui.critic.range_bar import RangeBar
from heartjournal.ui.critic.sentences import Sentence, SentencesPopover
from heartjournal.ui.critic.suggestion_row import SuggestionRow
from heartjournal.ui.critic.suggestions import Suggestions
from heartjournal.ui.critic.timeline import PhraseDays, TimelineTable, TimelineView
from heartjournal.ui.critic.timeline_card import TimelineCard
from heartjournal.ui.printing import PrintPane
from heartjournal.ui.wanted import EntryWanted
from heartjournal.ui.widgets import EmptyRoom
from tests.ui.critic.sorter import DOWN, FAILURE, Sorter
from tests.ui.writing import ask

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from heartjournal.journal import Journal
    from heartjournal.model.phrase import CriticWishes
    from heartjournal.ui.surroundings import Surroundings
    from tests.clock import FixedClock

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")

Key = Qt.Key
Span = ("Month", "3 months", "6 months", "Year", "All")


class Visitor(Sorter):
    """A person in the room."""

    def __init__(self, room: CriticRoom, surroundings: Surroundings, clock: FixedClock, qtbot: QtBot) -> None:
        super().__init__(room, surroundings, clock, qtbot)
        self.room = room
        surroundings.tasks.changed.connect(room.refresh)
        room.told.connect(self.told.append)

    def arrive(self, *, width: int = 1280, height: int = 800) -> None:
        self.sit_down(width=width, height=height)
        self.room.arrive()
        self.settle()

    def is_shown(self, kind: type[QWidget]) -> bool:
        return any(part.isVisible() for part in self.room.findChildren(kind))

    def lanes(self) -> list[str]:
        """The words of the lanes that are shown, from above."""
        rows = self.part(TimelineView).lanes.rows
        return [row.lane.phrase.words for row in (rows[index] for index in range(len(rows))) if row.lane]

    def marks(self, words: str) -> int:
        """How many pages the marks of a lane stand for."""
        rows = self.part(TimelineView).lanes.rows
        lanes = [row.lane for row in (rows[index] for index in range(len(rows))) if row.lane]
        (lane,) = (lane for lane in lanes if lane.phrase.words == words)
        return sum(mark.count for mark in lane.marks)

    def choose_span(self, name: str) -> None:
        """By keyboard, wherever it is now."""
        spans = self.part(RangeBar).spans
        spans.setFocus()
        self.press(Key.Key_Home)
        for _ in range(Span.index(name)):
            self.press(Key.Key_Right)
        self.settle()

    def open_menu(self) -> None:
        self.button("More for this room").setFocus()
        self.press(Key.Key_Space)

    def do(self, words: str) -> None:
        """Choose something from the menu of the room."""
        self.open_menu()
        self.choose(words)
        self.settle()

    def wishes(self) -> CriticWishes:
        return ask(self.surroundings, self.qtbot, lambda journal: journal.critic.wishes())

    def describe(self, phrase: UUID, *, voice: str = "", tones: tuple[str, ...] = ()) -> None:
        def work(journal: Journal) -> Changes:
            return journal.phrases.describe(phrase, whose_voice=voice, tones=tones)

        ask(self.surroundings, self.qtbot, work)


@pytest.fixture
def visitor(opened: Surroundings, clock: FixedClock, qtbot: QtBot) -> Visitor:
    room = CriticRoom(opened, practices=resources.practices().good)
    qtbot.addWidget(room)
    return Visitor(room, opened, clock, qtbot)


@pytest.fixture
def kept(visitor: Visitor) -> Visitor:
    """In a room with one phrase of three days, and one suggestion."""
    visitor.write(DOWN, 3, 10, 40)
    visitor.keep_phrase("I always let people down")
    visitor.write(FAILURE, 2, 9)
    visitor.arrive()
    return visitor


# nothing there


def test_an_empty_room_says_what_happens_and_its_first_thing_is_one_key_away(visitor: Visitor) -> None:
    visitor.arrive()
    said = visitor.read()
    assert "Nothing here, nothing to hunt for" in said
    assert "You can say no." in said
    assert "Sentences that come round again" not in said
    visitor.press(Key.Key_Return)
    assert isinstance(visitor.focus, QLineEdit)
    visitor.type_in("I should be further along")
    visitor.press(Key.Key_Return)
    visitor.settle()
    assert [phrase.words for phrase in visitor.phrases()] == ["I should be further along"]
    assert visitor.lanes() == ["I should be further along"]
    visitor.undo()
    assert visitor.phrases() == []
    assert visitor.is_shown(EmptyRoom)


def test_words_without_a_letter_are_not_kept_and_esc_leaves_the_form(visitor: Visitor) -> None:
    visitor.arrive()
    visitor.press(Key.Key_Return)
    visitor.type_in("  -, ")
    visitor.press(Key.Key_Return)
    visitor.settle()
    assert "There is no word in this yet." in visitor.read()
    assert visitor.phrases() == []
    assert visitor.room.back()
    visitor.settle()
    assert visitor.is_shown(EmptyRoom)
    assert not visitor.room.back()


def test_suggestions_can_be_turned_off_in_an_empty_room_and_on_again_in_place(visitor: Visitor) -> None:
    visitor.arrive()
    visitor.click("Turn suggestions off")
    visitor.settle()
    assert not visitor.wishes().suggestions
    assert "You’ll be asked nothing." in visitor.read()
    visitor.click("Turn suggestions on")
    visitor.settle()
    assert visitor.wishes().suggestions
    assert "You can say no." in visitor.read()


def test_suggestions_stand_beside_an_empty_timeline_while_nothing_is_kept(visitor: Visitor) -> None:
    visitor.write(FAILURE, 1, 2)
    visitor.arrive()
    assert "Nothing is kept yet." in visitor.read()
    assert "Is this one of them?" in visitor.read()
    assert not visitor.is_shown(RangeBar)
    assert isinstance(visitor.focus.parentWidget(), SuggestionRow)
    visitor.press(Key.Key_K)
    visitor.settle()
    assert visitor.lanes() == ["I am such a failure"]
    assert visitor.is_shown(RangeBar)


# the timeline


def test_the_timeline_shows_what_was_kept_with_the_keyboard_on_its_lanes(kept: Visitor) -> None:
    assert kept.lanes() == ["I always let people down"]
    assert kept.has_focus(kept.part(TimelineView).lanes)
    assert kept.marks("I always let people down") == 3


@pytest.mark.parametrize(
    ("span", "marks", "said"),
    [("Month", 2, "in a day"), ("3 months", 3, "in a week"), ("Year", 3, "in a week"), ("All", 3, "in a week")],
)
def test_another_span_shows_other_days_and_the_legend_says_what_a_mark_stands_for(
    kept: Visitor, span: str, marks: int, said: str
) -> None:
    kept.choose_span(span)
    assert kept.marks("I always let people down") == marks
    assert f"once, twice, more {said}" in kept.read()


def test_a_voice_or_tone_leaves_only_its_lanes(kept: Visitor) -> None:
    other = kept.keep_phrase("Everyone else manages")
    assert not kept.part(RangeBar).voices.isVisible()
    kept.describe(other, voice="my teacher", tones=("cold",))
    kept.surroundings.tasks.changed.emit(Changes(phrases=frozenset({other})))
    kept.settle()
    voices = kept.part(RangeBar).voices
    assert [voices.itemText(index) for index in range(voices.count())] == ["Any voice", "my teacher", "cold"]
    voices.setFocus()
    kept.press(Key.Key_Down)
    kept.settle()
    assert kept.lanes() == ["Everyone else manages"]
    kept.press(Key.Key_Up)
    kept.settle()
    assert len(kept.lanes()) == 2


def test_one_sentence_behind_a_mark_opens_its_page_at_the_very_words(kept: Visitor) -> None:
    (phrase,) = kept.phrases()
    newest = kept.phrase_page(phrase.id).occurrences[0]
    with kept.qtbot.waitSignal(kept.room.entry_wanted) as wanted:
        kept.part(TimelineView).sentences_wanted.emit(PhraseDays(phrase.id, newest.day, newest.day))
    assert wanted.args == [EntryWanted(newest.entry, newest.section, newest.start, newest.end)]


def test_of_several_sentences_the_person_chooses_one(kept: Visitor) -> None:
    (phrase,) = kept.phrases()
    newest, second, _ = kept.phrase_page(phrase.id).occurrences
    kept.part(TimelineView).sentences_wanted.emit(PhraseDays(phrase.id, second.day, newest.day))
    kept.settle()
    popover = kept.part(SentencesPopover)
    assert len(popover.findChildren(Sentence)) == 2
    with kept.qtbot.waitSignal(kept.room.entry_wanted) as wanted:
        kept.qtbot.keyClick(popover.sentences[1], Key.Key_Return)
    assert wanted.args == [EntryWanted(second.entry, second.section, second.start, second.end)]
    kept.settle()
    assert not kept.is_shown(SentencesPopover)


def test_days_without_a_sentence_lead_to_the_phrase(kept: Visitor) -> None:
    (phrase,) = kept.phrases()
    kept.part(TimelineView).sentences_wanted.emit(PhraseDays(phrase.id, kept.today, kept.today))
    kept.settle()
    assert kept.is_shown(PhraseRoom)


def test_the_detail_of_a_mark_is_read_when_the_keyboard_comes_to_it(kept: Visitor) -> None:
    kept.part(TimelineView).lanes.setFocus(Qt.FocusReason.TabFocusReason)
    kept.press(Key.Key_Right)
    kept.settle()
    assert DOWN in kept.part(TimelineView).detail


def test_the_same_as_a_table_and_back_again(kept: Visitor) -> None:
    kept.click("As a table")
    assert kept.has_focus(kept.part(TimelineTable))
    assert not kept.is_shown(TimelineView)
    kept.click("As lanes")
    assert kept.has_focus(kept.part(TimelineView).lanes)
    kept.click("As a table")
    assert kept.room.back()
    assert kept.is_shown(TimelineView)
    assert not kept.room.back()


def test_the_number_of_pages_is_shown_and_hidden_from_the_menu(kept: Visitor) -> None:
    assert not kept.part(TimelineCard).has_ground
    kept.do("Show how many pages there were")
    assert kept.part(TimelineCard).has_ground
    kept.do("Hide how many pages there were")
    assert not kept.part(TimelineCard).has_ground


def test_a_page_written_and_heard_meanwhile_is_on_the_timeline_at_once(kept: Visitor) -> None:
    kept.write(DOWN, 0)
    kept.settle()
    assert kept.marks("I always let people down") == 4


# the page of a phrase


def test_a_phrase_opens_its_page_and_one_step_back_is_the_timeline(kept: Visitor) -> None:
    (phrase,) = kept.phrases()
    kept.part(TimelineView).phrase_wanted.emit(phrase.id)
    kept.settle()
    assert kept.is_shown(PhraseRoom)
    kept.room.arrive()
    kept.settle()
    assert kept.is_shown(PhraseRoom)
    assert kept.room.back()
    kept.settle()
    assert not kept.is_shown(PhraseRoom)
    assert kept.has_focus(kept.part(TimelineView).lanes)


def test_a_phrase_can_be_shown_from_elsewhere_before_the_room_was_ever_entered(visitor: Visitor) -> None:
    phrase = visitor.keep_phrase("I always let people down")
    visitor.sit_down()
    visitor.room.show_phrase(phrase)
    visitor.settle()
    assert visitor.is_shown(PhraseRoom)
    assert visitor.room.back()
    visitor.settle()
    assert visitor.lanes() == ["I always let people down"]


# wishes


def test_on_a_quiet_day_nothing_is_asked_until_it_is_ended_in_place(kept: Visitor) -> None:
    assert kept.is_shown(SuggestionRow)
    kept.do("Quiet today")
    assert kept.wishes().is_quiet
    assert not kept.is_shown(SuggestionRow)
    assert "Quiet today: nothing is asked until tomorrow." in kept.read()
    kept.click("End the quiet day")
    kept.settle()
    assert not kept.wishes().is_quiet
    assert kept.is_shown(SuggestionRow)


def test_a_quiet_day_is_over_when_the_day_is(kept: Visitor) -> None:
    kept.do("Quiet today")
    assert not kept.is_shown(SuggestionRow)
    kept.clock.advance(timedelta(days=1))
    kept.room.refresh(Changes(settings=True))
    kept.settle()
    assert kept.is_shown(SuggestionRow)


def test_suggestions_are_turned_off_in_the_menu_and_on_again_in_place(kept: Visitor) -> None:
    kept.do("Turn suggestions off")
    assert not kept.wishes().suggestions
    assert not kept.is_shown(SuggestionRow)
    kept.click("Turn suggestions on")
    kept.settle()
    assert kept.wishes().suggestions
    assert kept.is_shown(SuggestionRow)


def test_what_is_less_sure_is_shown_only_on_request(visitor: Visitor) -> None:
    visitor.write("I am average.", 1, 2)
    assert visitor.suggested() == ()
    assert len(visitor.suggested(maybe_too=True)) == 1
    visitor.keep_phrase("I always let people down")
    visitor.arrive()
    assert not visitor.is_shown(SuggestionRow)
    visitor.click("Show what is less sure")
    visitor.settle()
    assert visitor.is_shown(SuggestionRow)
    visitor.do("Show only what is sure")
    assert not visitor.is_shown(SuggestionRow)


def test_a_wish_that_was_made_in_the_settings_shows_here(kept: Visitor) -> None:
    def wish(journal: Journal) -> Changes:
        return journal.critic.wish(replace(journal.critic.wishes(), suggestions=False))

    kept.surroundings.tasks.run(wish, owner=kept.room)
    kept.settle()
    assert "Suggestions are off" in kept.read()


# a narrow window


def test_in_a_narrow_window_the_suggestions_are_a_drawer_behind_a_button_with_their_number(kept: Visitor) -> None:
    kept.arrive(width=836, height=600)
    assert not kept.is_shown(Suggestions)
    kept.click("To sort: 1")
    assert kept.is_shown(Suggestions)
    assert isinstance(kept.focus.parentWidget(), SuggestionRow)
    assert kept.room.back()
    assert not kept.is_shown(Suggestions)
    assert kept.has_focus(kept.button("To sort: 1"))
    kept.click("To sort: 1")
    kept.press(Key.Key_N)
    kept.settle()
    assert kept.suggested() == ()
    assert kept.can_press("To sort")
    kept.arrive()
    assert kept.is_shown(Suggestions)
    assert not kept.can_press("To sort")


def test_with_large_letters_the_timeline_has_the_width_to_itself(kept: Visitor) -> None:
    kept.surroundings.theme.set_text_scale(1.75)
    kept.settle()
    assert not kept.is_shown(Suggestions)
    assert kept.can_press("To sort: 1")
    kept.surroundings.theme.set_text_scale(1.0)
    kept.settle()
    assert kept.is_shown(Suggestions)


# paper and picture


def test_the_timeline_goes_to_the_print_pane_and_esc_comes_back(kept: Visitor) -> None:
    kept.do("Print…")
    assert kept.is_shown(PrintPane)
    assert kept.has_focus(kept.button("Print…"))
    assert kept.room.back()
    kept.settle()
    assert kept.is_shown(TimelineView)


def test_a_picture_is_saved_where_it_is_asked_for_and_said_to_be_readable_by_anybody(
    kept: Visitor, tmp_path: Path
) -> None:
    kept.do("Save as a picture…")
    dialog = kept.part(QFileDialog)
    assert "not encrypted" in dialog.windowTitle()
    place = tmp_path / "phrases.png"
    with kept.qtbot.waitSignal(kept.room.told) as told:
        dialog.fileSelected.emit(str(place))
    dialog.reject()
    picture = QImage(str(place))
    assert picture.width() == 1240
    assert picture.height() > 72
    assert place.stat().st_mode & 0o077 == 0
    assert "not encrypted" in told.args[0].words


def test_a_picture_that_cannot_be_written_is_told(kept: Visitor, tmp_path: Path) -> None:
    kept.do("Save as a picture…")
    dialog = kept.part(QFileDialog)
    with kept.qtbot.waitSignal(kept.surroundings.tasks.troubled) as troubled:
        dialog.fileSelected.emit(str(tmp_path / "nowhere" / "phrases.png"))
    dialog.reject()
    assert troubled.args[0].sentence == "The picture could not be written there."


# leaving


def test_nothing_of_the_sentences_is_left_once_it_forgets(kept: Visitor) -> None:
    kept.room.forget()
    kept.settle()
    assert "let people down" not in kept.read()
    assert "failure" not in kept.read()
    assert kept.lanes() == []
