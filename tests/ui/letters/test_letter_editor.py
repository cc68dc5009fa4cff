"""A letter written by keyboard on a real journal: three steps in any order, saved meanwhile, put away at the end."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from heartjournal.model.element import Element
from heartjournal.model.entry import Draft, EntryKind, Section
from heartjournal.model.letter import LetterLink, LetterState
from heartjournal.model.problems import DiskFull
from heartjournal.ui.editor.writing_text import WritingText
from heartjournal.ui.letters.letter_editor import LetterEditor
from heartjournal.ui.letters.letter_steps import StarterChosen
from heartjournal.ui.letters.step_column import StepBox
from heartjournal.ui.practices import FeelingsInput
from heartjournal.ui.wanted import EntryWanted, LetterPutAway
from heartjournal.ui.widgets import TitleLine
from tests.ui.letters.correspondent import FEELINGS, HURT, LETTER, Correspondent, letter
from tests.ui.person import CONTROL, SHIFT
from tests.ui.still_timer import StandingTime
from tests.ui.writing import ask, keep, page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from heartjournal.ui.surroundings import Surroundings
    from tests.clock import FixedClock

Key = Qt.Key
TODAY = date(2026, 11, 12)


class Writer(Correspondent):
    """A person at a letter."""

    def __init__(self, editor: LetterEditor, surroundings: Surroundings, clock: FixedClock, qtbot: QtBot) -> None:
        super().__init__(editor, surroundings, clock, qtbot)
        self.editor = editor

    @property
    def text(self) -> WritingText:
        return self.part(WritingText)

    def begin(self, about: LetterLink | None = None) -> None:
        self.editor.open_new(about)
        self.sit_down()
        self.editor.arrive()

    def take_up(self, identity: object) -> None:
        (line,) = (line for line in self.lines() if line.id == identity)
        self.editor.open_letter(self.letter(line.id))
        self.sit_down()
        self.editor.arrive()

    def next_step(self) -> None:
        self.press(Key.Key_PageDown, CONTROL)

    def step_before(self) -> None:
        self.press(Key.Key_PageUp, CONTROL)

    def save(self) -> None:
        saved: list[None] = []
        self.editor.save_now(lambda: saved.append(None))
        self.qtbot.waitUntil(lambda: bool(saved))

    def put_it_away(self) -> LetterPutAway:
        with self.qtbot.waitSignal(self.editor.put_away) as put:
            self.press(Key.Key_Return, CONTROL)
        told: LetterPutAway = put.args[0]
        return told

    def choose_wait(self, words: str) -> None:
        box = self.part(QComboBox)
        box.setCurrentText(words)
        box.activated.emit(box.currentIndex())


@pytest.fixture
def time() -> StandingTime:
    return StandingTime()


@pytest.fixture
def writer(opened: Surroundings, clock: FixedClock, time: StandingTime, qtbot: QtBot) -> Writer:
    editor = LetterEditor(opened, timer=time)
    qtbot.addWidget(editor)
    return Writer(editor, opened, clock, qtbot)


# three steps


def test_a_letter_is_written_in_three_steps_with_what_hurts_in_view(writer: Writer) -> None:
    writer.begin()
    assert HURT.prompt in writer.read()
    writer.type_in("I forgot her birthday.")
    writer.next_step()
    assert "“I forgot her birthday.”" in writer.read()
    assert FEELINGS.prompt in writer.read()
    writer.part(FeelingsInput)._words.chosen.emit("ashamed")
    writer.type_in("A stone in the chest.")
    writer.next_step()
    assert LETTER.prompt in writer.read()
    for said in ("“I forgot her birthday.”", "ashamed", "“A stone in the chest.”"):
        assert said in writer.read()
    writer.type_in("Love, you forgot a call.")
    put = writer.put_it_away()

    kept = writer.letter(put.letter_id)
    assert [(section.prompt_id, section.body) for section in kept.entry.sections] == [
        ("letter/hurt", "I forgot her birthday."),
        ("letter/feelings", "A stone in the chest."),
        ("letter/letter", "Love, you forgot a call."),
    ]
    assert kept.entry.sections[1].feelings == ("ashamed",)
    assert [section.element for section in kept.entry.sections] == [None, Element.MINDFULNESS, Element.SELF_KINDNESS]
    assert kept.entry.day == TODAY
    assert (kept.line.state, kept.line.next_on) == (LetterState.AWAKE, date(2026, 11, 15))


def test_the_steps_can_be_answered_in_any_order_and_gone_back_to(writer: Writer) -> None:
    writer.begin()
    writer.next_step()
    writer.next_step()
    writer.next_step()
    writer.type_in("Love,")
    writer.step_before()
    writer.step_before()
    writer.step_before()
    writer.type_in("The stairs.")
    writer.next_step()
    writer.next_step()
    assert writer.text.words == "Love,"
    writer.type_in(" sleep first.")
    kept = writer.letter(writer.put_it_away().letter_id)
    assert [section.body for section in kept.entry.sections] == ["The stairs.", "Love, sleep first."]


def test_the_column_beside_the_sheet_leads_to_every_step(writer: Writer) -> None:
    writer.begin()
    writer.click("Go there: The letter")
    assert writer.has_focus(writer.text)
    assert LETTER.prompt in writer.read()
    writer.click("Change: What hurts")
    assert HURT.prompt in writer.read()


def test_one_can_go_straight_to_a_blank_letter(writer: Writer) -> None:
    writer.begin()
    writer.click("Straight to a blank letter")
    assert writer.has_focus(writer.text)
    writer.type_in("Love,")
    assert not writer.can_press("Straight to a blank letter")
    kept = writer.letter(writer.put_it_away().letter_id)
    assert [section.body for section in kept.entry.sections] == ["Love,"]


def test_another_voice_asks_for_the_letter_in_its_own_words_which_are_kept(writer: Writer) -> None:
    grandmother = next(variant for variant in LETTER.variants if variant.id == "grandmother")
    writer.begin()
    writer.click("Straight to a blank letter")
    writer.click(grandmother.label)
    assert grandmother.prompt in writer.read()
    writer.text.put_caret(at_end=True)
    writer.type_in("Sit down, dear.")
    kept = writer.letter(writer.put_it_away().letter_id)
    assert kept.entry.sections[0].prompt_text == grandmother.prompt


def test_a_starter_is_written_into_the_letter_and_the_caret_waits_behind_it(writer: Writer) -> None:
    writer.begin()
    writer.click("Straight to a blank letter")
    writer.click(LETTER.starters[0])
    assert writer.has_focus(writer.text)
    writer.type_in("is how tired you are.")
    assert writer.text.words == f"{LETTER.starters[0]} is how tired you are."


def test_a_starter_is_told_as_a_record_without_its_dots(writer: Writer) -> None:
    writer.begin()
    writer.click("Straight to a blank letter")
    with writer.qtbot.waitSignal(writer.editor._steps.starter_chosen) as chosen:
        writer.click(LETTER.starters[0])
    assert chosen.args == [StarterChosen(LETTER.starters[0].rstrip("… ") + " ")]


def test_a_letter_can_have_a_title(writer: Writer) -> None:
    writer.begin()
    writer.click("Straight to a blank letter")
    writer.type_in("Love,")
    writer.part(TitleLine).setFocus()
    writer.type_in("The chair")
    kept = writer.letter(writer.put_it_away().letter_id)
    assert (kept.line.title, kept.entry.title) == ("The chair", "The chair")


# drafts


def test_esc_keeps_a_draft_which_is_taken_up_at_the_letter(writer: Writer) -> None:
    writer.begin()
    writer.type_in("The stairs.")
    with writer.qtbot.waitSignal(writer.editor.closed):
        writer.press(Key.Key_Escape)
    (line,) = writer.lines()
    assert line.state is LetterState.DRAFT
    writer.take_up(line.id)
    assert writer.text.words == ""
    assert "“The stairs.”" in writer.read()
    writer.type_in("Love,")
    assert writer.put_it_away().letter_id == line.id


def test_a_letter_left_empty_leaves_nothing_behind(writer: Writer) -> None:
    writer.begin()
    writer.type_in("  ")
    with writer.qtbot.waitSignal(writer.editor.closed):
        writer.press(Key.Key_Escape)
    assert writer.lines() == ()


def test_a_draft_taken_up_and_left_alone_writes_nothing(writer: Writer) -> None:
    words = "one\r\ntwo\u2028three\xa0four\x00\n\n"
    identity = writer.keep(letter(words, title="The chair", hurt=words, feelings=("ashamed",)))
    before = writer.letter(identity)
    writer.take_up(identity)
    assert not writer.editor.has_unsaved
    with (
        writer.qtbot.assertNotEmitted(writer.surroundings.tasks.changed),
        writer.qtbot.waitSignal(writer.editor.closed),
    ):
        writer.press(Key.Key_Escape)
    assert writer.letter(identity) == before


def test_a_draft_from_which_every_word_was_taken_goes_to_the_bin_with_its_last_words(writer: Writer) -> None:
    identity = writer.keep(letter("Love,"))
    writer.take_up(identity)
    writer.press(Key.Key_A, CONTROL)
    writer.press(Key.Key_Delete)
    with writer.qtbot.waitSignal(writer.editor.trashed) as trashed:
        writer.press(Key.Key_Escape)
    assert trashed.args == [EntryWanted(identity)]
    assert writer.lines() == ()
    assert writer.letter(identity).entry.sections[0].body == "Love,"


def test_an_empty_letter_cannot_be_put_away(writer: Writer) -> None:
    writer.begin()
    writer.type_in("The stairs.")
    with writer.qtbot.assertNotEmitted(writer.editor.put_away):
        writer.press(Key.Key_Return, CONTROL)
        writer.save()
        writer.settle()
    assert not writer.button("Put it away").isEnabled()
    assert writer.text.words == "The stairs."


# saving


def test_words_are_saved_eight_tenths_of_a_second_after_the_last_key(writer: Writer, time: StandingTime) -> None:
    writer.begin()
    writer.type_in("Rain")
    time.pass_by(700)
    writer.settle()
    assert writer.lines() == ()
    time.pass_by(100)
    writer.settle()
    (line,) = writer.lines()
    assert line.about == "Rain"
    assert not writer.editor.has_unsaved


def test_words_are_saved_a_second_and_a_half_after_the_first_key_however_fast_one_types(
    writer: Writer, time: StandingTime
) -> None:
    writer.begin()
    for letters in ("Ra", "in ", "on"):
        writer.type_in(letters)
        time.pass_by(500)
    writer.settle()
    (line,) = writer.lines()
    assert line.about == "Rain on"


@pytest.mark.parametrize("part", ["title", "feeling"])
def test_a_title_and_a_feeling_are_saved_while_they_are_made(writer: Writer, time: StandingTime, part: str) -> None:
    writer.begin()
    writer.next_step()
    writer.type_in("A stone.")
    if part == "title":
        writer.part(TitleLine).setFocus()
        writer.type_in("Kept")
    else:
        writer.part(FeelingsInput)._words.chosen.emit("Kept")
    time.pass_by(1500)
    writer.settle()
    (line,) = writer.lines()
    entry = writer.letter(line.id).entry
    assert (entry.title if part == "title" else entry.sections[0].feelings[0]) == "Kept"


def test_on_a_full_disk_the_words_stay_and_are_saved_when_there_is_room(
    writer: Writer, time: StandingTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.begin()
    writer.type_in("Rain")
    with monkeypatch.context() as disk:
        fill(disk, "heartjournal.journal.pages.Pages.save")
        time.pass_by(800)
        writer.wait_to_read("Not saved yet.")
    assert writer.text.words == "Rain"
    time.pass_by(5000)
    writer.settle()
    assert len(writer.lines()) == 1
    assert "Not saved yet." not in writer.read()


# putting away


def test_on_a_full_disk_a_letter_is_not_put_away_and_stays_on_the_sheet(
    writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.begin()
    writer.click("Straight to a blank letter")
    writer.type_in("Love,")
    with monkeypatch.context() as disk, writer.qtbot.assertNotEmitted(writer.editor.put_away):
        fill(disk, "heartjournal.journal.letters.Letters.put_away")
        writer.press(Key.Key_Return, CONTROL)
        writer.wait_to_read("Not saved yet.")
    assert writer.text.words == "Love,"
    writer.put_it_away()
    (line,) = writer.lines()
    assert line.state is LetterState.AWAKE


def test_pressed_twice_a_letter_is_put_away_once(writer: Writer) -> None:
    writer.begin()
    writer.click("Straight to a blank letter")
    writer.type_in("Love,")
    told: list[object] = []
    writer.editor.put_away.connect(told.append)
    writer.press(Key.Key_Return, CONTROL)
    writer.press(Key.Key_Return, CONTROL)
    writer.settle()
    assert len(told) == 1


def test_a_word_typed_while_the_letter_is_put_away_is_kept(writer: Writer) -> None:
    writer.begin()
    writer.click("Straight to a blank letter")
    writer.type_in("Love,")
    with writer.qtbot.waitSignal(writer.editor.put_away) as put:
        writer.press(Key.Key_Return, CONTROL)
        writer.type_in(" sleep.")
    assert writer.letter(put.args[0].letter_id).entry.sections[0].body == "Love, sleep."


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("in three days", date(2026, 11, 15)),
        ("in a week", date(2026, 11, 19)),
        ("in about six weeks", date(2026, 12, 24)),
    ],
)
def test_the_usual_waits_are_one_choice_away(writer: Writer, words: str, on: date) -> None:
    writer.begin()
    writer.click("Straight to a blank letter")
    writer.type_in("Love,")
    writer.choose_wait(words)
    assert f"around {on.day} {on:%B}, in the evening" in writer.read()
    put = writer.put_it_away()
    assert (put.first_on, put.is_sealed) == (on, False)
    line = writer.letter(put.letter_id).line
    assert (line.next_on, line.is_named) == (on, False)


def test_a_letter_is_sealed_only_if_that_is_asked_for_and_the_button_says_so(writer: Writer) -> None:
    writer.begin()
    writer.click("Straight to a blank letter")
    writer.type_in("Love,")
    assert writer.can_press("Put it away")
    writer.click("Closed until then")
    assert writer.can_press("Seal the letter")
    put = writer.put_it_away()
    assert put.is_sealed
    assert writer.letter(put.letter_id).line.state is LetterState.SEALED


def test_words_typed_while_a_letter_is_being_sealed_are_in_it(writer: Writer) -> None:
    writer.begin()
    writer.click("Straight to a blank letter")
    writer.type_in("Love,")
    writer.click("Closed until then")
    writer.save()
    with writer.qtbot.waitSignal(writer.editor.put_away) as put:
        writer.press(Key.Key_Return, CONTROL)
        writer.text.insert_words("sleep.")
    identity = put.args[0].letter_id
    assert writer.letter(identity).line.state is LetterState.SEALED
    ask(writer.surroundings, writer.qtbot, lambda journal: journal.letters.open_early(identity))
    assert writer.letter(identity).entry.sections[-1].body == "Love, sleep."


def test_the_next_letter_is_suggested_the_usual_wait_and_is_not_sealed(writer: Writer) -> None:
    writer.begin()
    writer.click("Straight to a blank letter")
    writer.type_in("Love,")
    writer.choose_wait("in a week")
    writer.click("Closed until then")
    writer.put_it_away()
    writer.begin()
    assert writer.part(QComboBox).currentText() == "in three days"
    writer.click("Straight to a blank letter")
    writer.type_in("Again,")
    assert not writer.put_it_away().is_sealed


def test_the_evening_of_a_letter_goes_on_until_four_in_the_morning(writer: Writer) -> None:
    writer.clock.set("2026-11-13 02:00")
    writer.begin()
    writer.click("Straight to a blank letter")
    writer.type_in("Love,")
    put = writer.put_it_away()
    assert put.first_on == date(2026, 11, 15)
    assert writer.letter(put.letter_id).entry.day == TODAY


# what it answers


@pytest.mark.parametrize("quote", ["I always let people down", ""])
def test_what_a_letter_answers_is_kept_with_it(writer: Writer, quote: str) -> None:
    (about,) = keep(writer.surroundings, writer.qtbot, page("She cried. I always let people down."))
    link = LetterLink(about, quote=quote)
    writer.begin(link)
    if quote:
        assert f"In answer to “{quote}”" in writer.read()
    writer.click("Straight to a blank letter")
    writer.type_in("Love,")
    put = writer.put_it_away()
    kept = writer.letter(put.letter_id)
    assert kept.links == (link,)
    assert kept.line.about == (quote or "She cried. I always let people down.")


def test_a_letter_about_a_page_that_is_left_empty_leaves_no_link_behind(writer: Writer) -> None:
    (about,) = keep(writer.surroundings, writer.qtbot, page("She cried."))
    writer.begin(LetterLink(about))
    with writer.qtbot.waitSignal(writer.editor.closed):
        writer.press(Key.Key_Escape)
    writer.begin()
    writer.type_in("The stairs.")
    writer.save()
    (line,) = writer.lines()
    assert writer.letter(line.id).links == ()


def test_a_link_that_could_not_be_kept_is_kept_with_the_next_words(
    writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    (about,) = keep(writer.surroundings, writer.qtbot, page("She cried."))
    writer.begin(LetterLink(about))
    writer.type_in("The stairs.")
    stayed: list[None] = []
    with monkeypatch.context() as disk:
        fill(disk, "heartjournal.journal.letters.Letters.link")
        writer.editor.save_now(otherwise=lambda: stayed.append(None))
        writer.qtbot.waitUntil(lambda: bool(stayed))
    writer.wait_to_read("Not saved yet.")
    writer.save()
    (line,) = writer.lines()
    assert writer.letter(line.id).links == (LetterLink(about),)


def test_a_letter_about_a_page_that_is_gone_is_put_away_without_it(writer: Writer) -> None:
    writer.begin(LetterLink(uuid4()))
    writer.click("Straight to a blank letter")
    writer.type_in("Love,")
    put = writer.put_it_away()
    assert writer.letter(put.letter_id).links == ()
    assert "Not saved yet." not in writer.read()


# a letter from elsewhere


def from_elsewhere(*words: str) -> Draft:
    """As the command line and an import leave it: no practice and no prompts."""
    return Draft(uuid4(), TODAY, tuple(Section(uuid4(), each) for each in words), kind=EntryKind.LETTER)


def boxes(writer: Writer) -> list[StepBox]:
    return [box for box in writer.editor.findChildren(StepBox) if box.isVisible()]


def test_a_letter_of_one_part_is_shown_as_the_letter_alone_with_the_help_below_it(writer: Writer) -> None:
    writer.take_up(writer.keep(from_elsewhere("Dear you.")))
    (box,) = boxes(writer)
    assert writer.text.words == "Dear you."
    assert "The letter" in writer.read()
    assert "What hurts" not in writer.read()
    assert not writer.can_press("Straight to a blank letter")
    assert box.isAncestorOf(writer.button(LETTER.starters[0]))
    writer.type_in(" Sit down.")
    put = writer.put_it_away()
    assert [section.body for section in writer.letter(put.letter_id).entry.sections] == ["Dear you. Sit down."]


def test_a_letter_of_five_parts_has_a_place_for_each(writer: Writer) -> None:
    writer.take_up(writer.keep(from_elsewhere("One.", "Two.", "Three.", "Four.", "Dear you.")))
    assert len(boxes(writer)) == 5
    assert writer.text.words == "Dear you."
    for said in ("“One.”", "“Four.”"):
        assert said in writer.read()
    for _ in range(4):
        writer.step_before()
    assert writer.text.words == "One."


def test_after_a_letter_from_elsewhere_the_next_has_its_three_steps(writer: Writer) -> None:
    writer.take_up(writer.keep(from_elsewhere("Dear you.")))
    with writer.qtbot.waitSignal(writer.editor.closed):
        writer.press(Key.Key_Escape)
    writer.begin()
    assert len(boxes(writer)) == 3
    writer.click("Straight to a blank letter")
    assert boxes(writer)[-1].isAncestorOf(writer.button(LETTER.starters[0]))


# a letter that was put away


def test_a_letter_that_was_put_away_is_changed_and_keeps_its_course_and_its_earlier_words(writer: Writer) -> None:
    identity = writer.put_away(letter("Love,"))
    before = writer.letter(identity)
    writer.clock.advance(timedelta(hours=20))
    writer.take_up(identity)
    assert not writer.can_press("Keep as a draft")
    assert not writer.can_press("Closed until then")
    writer.type_in(" sleep.")
    with writer.qtbot.assertNotEmitted(writer.editor.put_away), writer.qtbot.waitSignal(writer.editor.closed):
        writer.press(Key.Key_Return, CONTROL)
    after = writer.letter(identity)
    assert after.entry.sections[-1].body == "Love, sleep."
    assert (after.line.next_on, after.line.state) == (before.line.next_on, LetterState.AWAKE)
    versions = ask(writer.surroundings, writer.qtbot, lambda journal: journal.letters.versions(identity))
    assert [version.sections[0].body for version in versions] == ["Love,"]


# no word stays behind


def test_no_word_of_a_letter_stays_on_the_screen_or_in_its_undo(writer: Writer) -> None:
    writer.begin()
    writer.type_in("The stairs.")
    writer.part(TitleLine).setFocus()
    writer.type_in("The chair")
    with writer.qtbot.waitSignal(writer.editor.closed):
        writer.press(Key.Key_Escape)
    writer.settle()
    assert not writer.editor.findChildren(WritingText)
    title = writer.editor.findChild(TitleLine)
    assert isinstance(title, TitleLine)
    assert not title.text()
    assert not title.isUndoAvailable()
    assert "stairs" not in writer.read()


def test_beside_a_long_letter_the_caret_and_what_hurts_stay_in_sight_and_the_sheet_where_it_is(writer: Writer) -> None:
    writer.begin()
    writer.type_in("The stairs.")
    writer.next_step()
    writer.next_step()
    sheet, area = writer.editor._sheet, writer.editor._sheet_area
    before = sheet.mapTo(writer.editor, sheet.rect().topLeft()).x(), sheet.width()
    for line in range(40):
        writer.type_in(f"Line {line}.")
        writer.press(Key.Key_Return)
    writer.qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)

    def caret_is_in_sight() -> bool:
        line = writer.text.caret_rect()
        top = writer.text.mapTo(area.viewport(), line.topLeft()).y()
        return top >= 0 and top + line.height() <= area.viewport().height()

    writer.qtbot.waitUntil(caret_is_in_sight)
    assert (sheet.mapTo(writer.editor, sheet.rect().topLeft()).x(), sheet.width()) == before
    said = writer.editor._steps._column.boxes[0]
    assert said.mapTo(writer.editor, said.rect().topLeft()).y() > 0


def test_coming_back_from_elsewhere_the_caret_is_where_it_was(writer: Writer) -> None:
    writer.begin()
    writer.type_in("The stairs.")
    writer.press(Key.Key_Home)
    writer.editor.arrive()
    writer.type_in("On ")
    assert writer.text.words == "On The stairs."
    writer.part(TitleLine).setFocus()
    writer.editor.arrive()
    assert writer.has_focus(writer.part(TitleLine))


HOSTILE = "<img src=x onerror=alert(1)><b>bold</b> {words} %s \u202e\U0001f469\u200d\U0001f9d2 &amp; " + "A" * 300


def test_hostile_words_are_shown_and_kept_as_they_are(writer: Writer) -> None:
    writer.begin()
    writer.paste(HOSTILE)
    writer.next_step()
    writer.next_step()
    writer.paste(HOSTILE)
    writer.part(TitleLine).setFocus()
    writer.paste(HOSTILE)
    kept = writer.letter(writer.put_it_away().letter_id)
    assert [section.body for section in kept.entry.sections] == [HOSTILE, HOSTILE]
    assert kept.entry.title == HOSTILE


def test_tab_reaches_every_control_of_a_letter_and_comes_round(writer: Writer) -> None:
    writer.begin()
    writer.click("Straight to a blank letter")
    writer.type_in("Love,")
    passed = []
    start = writer.focus
    for _ in range(60):
        writer.press(Key.Key_Backtab, SHIFT)
        if writer.has_focus(start):
            break
        passed.append(writer.focus)
    for words in ("Put it away", "Keep as a draft", "Closed until then", "Back to letters"):
        assert writer.button(words) in passed
    assert writer.part(TitleLine) in passed


def fill(disk: pytest.MonkeyPatch, verb: str) -> None:
    """From here on a verb of the journal meets a full disk."""

    def full(*_anything: object, **_named: object) -> None:
        raise DiskFull("The disk is full.", "Make some room, then try again.")

    disk.setattr(verb, full)
