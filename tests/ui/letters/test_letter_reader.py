"""Reading a letter by keyboard, on a real journal: a reading counts once, a reply is durable while it is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser

from heartjournal.model.letter import Felt, LetterLink, LetterState, Wish, WishKind
from heartjournal.model.problems import DiskFull
from heartjournal.ui.editor.writing_text import WritingText
from heartjournal.ui.letters.letter_reader import LetterReader, read_letter
from heartjournal.ui.wanted import EntryWanted, LetterWanted
from heartjournal.ui.widgets import DayPopover, Segments
from tests.ui.letters.correspondent import Correspondent, letter
from tests.ui.person import CONTROL
from tests.ui.still_timer import StandingTime
from tests.ui.writing import ask, keep, page

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from heartjournal.model.letter import Rereading
    from heartjournal.ui.surroundings import Surroundings
    from tests.clock import FixedClock

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")

Key = Qt.Key
TODAY = date(2026, 11, 12)
WORDS = "Dear you,\n\nsit down first."


class Reader(Correspondent):
    """A person with a letter to read."""

    def __init__(self, reader: LetterReader, surroundings: Surroundings, clock: FixedClock, qtbot: QtBot) -> None:
        super().__init__(reader, surroundings, clock, qtbot)
        self.reader = reader

    def open(self, identity: UUID, *, reason: str = "") -> None:
        found = ask(self.surroundings, self.qtbot, lambda journal: read_letter(journal, identity))
        self.reader.open_letter(found, reason=reason)
        self.sit_down()
        self.reader.arrive()

    def letter_words(self) -> str:
        browsers = [each for each in self.reader.findChildren(QTextBrowser) if each.isVisible()]
        return browsers[0].toPlainText()

    def turn_round(self, identity: UUID) -> None:
        """Let what hurts and the feelings stand behind the letter."""
        draft = self.letter(identity).entry.as_draft()
        turned = replace(draft, sections=draft.sections[::-1])
        ask(self.surroundings, self.qtbot, lambda journal: journal.pages.save(turned))

    def close(self) -> None:
        with self.qtbot.waitSignal(self.reader.closed):
            self.press(Key.Key_Escape)

    def step_out(self) -> None:
        """As when another screen comes in front."""
        kept: list[None] = []
        self.reader.save_now(lambda: kept.append(None))
        self.qtbot.waitUntil(lambda: bool(kept))

    def write_back(self, words: str) -> None:
        self.click("Write back")
        self.type_in(words)

    def bring_back(self, key: Key) -> None:
        segments = self.part(Segments)
        segments.setFocus()
        self.qtbot.keyClick(segments, key)

    def readings(self, identity: UUID) -> tuple[Rereading, ...]:
        return self.letter(identity).rereadings

    def course(self, identity: UUID) -> date | None:
        return self.letter(identity).line.next_on


@pytest.fixture
def time() -> StandingTime:
    return StandingTime()


@pytest.fixture
def reader(opened: Surroundings, clock: FixedClock, time: StandingTime, qtbot: QtBot) -> Reader:
    screen = LetterReader(opened, timer=time)
    qtbot.addWidget(screen)
    return Reader(screen, opened, clock, qtbot)


# the letter


def test_a_letter_is_shown_with_its_words_alone_and_what_it_answers_folded_away(reader: Reader) -> None:
    identity = reader.receive(letter(WORDS, title="The chair", hurt="The review.", feelings=("ashamed",)))
    reader.open(identity)
    assert reader.letter_words() == "Dear you,\nsit down first."
    assert "You wrote this on Monday 9 November, three days ago" in reader.read()
    assert "The chair" in reader.read()
    assert "ashamed" not in reader.read()
    reader.click("What it answers")
    assert "ashamed" in reader.read()
    shown = [each.toPlainText() for each in reader.reader.findChildren(QTextBrowser) if each.isVisible()]
    assert shown[1:] == ["The review."]


def test_a_letter_is_read_by_the_arrow_keys_alone(reader: Reader) -> None:
    reader.open(reader.receive(letter("A line of the letter.\n\n" * 60)))
    bar = reader.reader._page._area.verticalScrollBar()
    assert bar.value() == 0
    reader.press(Key.Key_PageDown)
    assert bar.value() > 0
    reader.press(Key.Key_Home)
    assert reader.focus is not reader.reader


def test_the_reason_why_it_was_brought_is_said_above_it(reader: Reader) -> None:
    reader.open(reader.receive(letter(WORDS)), reason="Drawn by chance, from your own letters.")
    assert "Drawn by chance, from your own letters." in reader.read()


def test_the_page_it_answers_is_one_press_away(reader: Reader) -> None:
    (about,) = keep(reader.surroundings, reader.qtbot, page("I always let people down."))
    identity = reader.receive(letter(WORDS))
    link = LetterLink(about, quote="let people down")
    ask(reader.surroundings, reader.qtbot, lambda journal: journal.letters.link(identity, link))
    reader.open(identity)
    reader.click("What it answers")
    assert "“let people down”" in reader.read()
    with reader.qtbot.waitSignal(reader.reader.entry_wanted) as wanted:
        reader.click("Open the page it answers")
    assert wanted.args == [EntryWanted(about)]


def test_its_words_are_changed_with_one_key(reader: Reader) -> None:
    identity = reader.receive(letter(WORDS))
    reader.open(identity)
    with reader.qtbot.waitSignal(reader.reader.letter_wanted) as wanted:
        reader.press(Key.Key_E, CONTROL)
    assert wanted.args == [LetterWanted(identity)]


HOSTILE = "<script>alert(1)</script> <img src='file:///etc/passwd'> [x](javascript:alert(1)) {words} %s \u202e **a**"


def test_hostile_words_do_nothing_and_are_shown(reader: Reader) -> None:
    identity = reader.receive(letter(HOSTILE, title=HOSTILE, hurt=HOSTILE))
    ask(
        reader.surroundings,
        reader.qtbot,
        lambda journal: journal.letters.read(identity, felt=None, reply=HOSTILE),
    )
    reader.open(identity)
    shown = reader.letter_words()
    assert "<script>alert(1)</script>" in shown
    assert "{words} %s" in shown
    assert reader.read().count(HOSTILE) == 2  # the title and the earlier reply


# how it was, and when it comes back


def test_closed_without_a_word_it_counts_as_read_and_keeps_the_day_that_was_shown(reader: Reader) -> None:
    identity = reader.receive(letter(WORDS))
    suggested = reader.letter(identity).suggested
    assert suggested is not None
    reader.open(identity)
    assert f"Next: about {suggested.day} November, unless you change it." in reader.read()
    reader.close()
    assert [(each.day, each.felt, each.reply) for each in reader.readings(identity)] == [(TODAY, None, "")]
    assert reader.course(identity) == suggested
    assert reader.due() is None


@pytest.mark.parametrize(
    ("words", "felt"),
    [("It reached me", Felt.REACHED), ("Hard to take in", Felt.HARD), ("Not much, today", Felt.NOT_MUCH)],
)
def test_how_it_was_is_one_press_and_kept_before_it_is_closed(
    reader: Reader, time: StandingTime, words: str, felt: Felt
) -> None:
    identity = reader.receive(letter(WORDS))
    reader.open(identity)
    reader.click(words)
    time.pass_by(800)
    reader.settle()
    assert [each.felt for each in reader.readings(identity)] == [felt]
    reader.close()
    assert [each.felt for each in reader.readings(identity)] == [felt]


def test_how_it_was_can_be_changed_and_taken_back(reader: Reader, time: StandingTime) -> None:
    identity = reader.receive(letter(WORDS))
    reader.open(identity)
    for words in ("Hard to take in", "It reached me", "It reached me"):
        reader.click(words)
        time.pass_by(800)
        reader.settle()
    assert [each.felt for each in reader.readings(identity)] == [None]


def test_sooner_halves_the_wait(reader: Reader) -> None:
    identity = reader.receive(letter(WORDS))
    suggested = reader.letter(identity).suggested
    assert suggested is not None
    reader.open(identity)
    reader.bring_back(Key.Key_Left)
    assert "Next: about half as long as it would be." in reader.read()
    reader.close()
    assert reader.course(identity) == TODAY + timedelta(days=max(3, (suggested - TODAY).days // 2))


def test_it_can_rest(reader: Reader) -> None:
    identity = reader.receive(letter(WORDS))
    reader.open(identity)
    reader.bring_back(Key.Key_Right)
    assert "It comes only if you ask for it." in reader.read()
    reader.close()
    line = reader.letter(identity).line
    assert (line.state, line.resting_since, line.times_read) == (LetterState.RESTING, TODAY, 1)


def test_it_comes_in_so_many_weeks(reader: Reader) -> None:
    identity = reader.receive(letter(WORDS))
    reader.open(identity)
    reader.bring_back(Key.Key_Return)
    assert reader.menu()[:2] == ["in a week", "in two weeks"]
    reader.choose("in eight weeks")
    assert "Next: about 7 January 2027." in reader.read()
    reader.close()
    assert reader.course(identity) == date(2027, 1, 7)


def test_it_comes_on_a_date(reader: Reader) -> None:
    identity = reader.receive(letter(WORDS))
    reader.open(identity)
    reader.bring_back(Key.Key_Return)
    reader.choose("On a day you choose…")
    popover = reader.reader.findChild(DayPopover)
    assert isinstance(popover, DayPopover)
    reader.qtbot.waitUntil(lambda: reader.has_focus(popover.calendar.grid))
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Return):
        reader.press(key)
    reader.settle()
    assert "Next: on 20 November." in reader.read()
    reader.close()
    line = reader.letter(identity).line
    assert (line.next_on, line.is_named) == (date(2026, 11, 20), True)


def test_a_wish_taken_back_leaves_what_was_suggested(reader: Reader) -> None:
    identity = reader.receive(letter(WORDS))
    suggested = reader.letter(identity).suggested
    reader.open(identity)
    reader.bring_back(Key.Key_Left)
    reader.bring_back(Key.Key_Right)
    assert "unless you change it" in reader.read()
    reader.close()
    line = reader.letter(identity).line
    assert (line.next_on, line.is_named) == (suggested, False)


def test_a_letter_read_before_its_day_keeps_its_day_also_after_a_wish_that_was_taken_back(reader: Reader) -> None:
    identity = reader.put_away(letter(WORDS), first_in=40)
    reader.open(identity)
    assert "Next: about 22 December, unless you change it." in reader.read()
    reader.bring_back(Key.Key_Left)
    reader.bring_back(Key.Key_Right)
    reader.close()
    assert reader.course(identity) == date(2026, 12, 22)
    assert len(reader.readings(identity)) == 1


def test_a_letter_at_rest_is_read_and_rests_on_and_can_be_woken(reader: Reader) -> None:
    identity = reader.receive(letter(WORDS))
    reader.rest(identity)
    reader.open(identity)
    assert "It comes only if you ask for it." in reader.read()
    reader.close()
    assert reader.letter(identity).line.state is LetterState.RESTING
    reader.open(identity)
    reader.bring_back(Key.Key_Left)
    assert "It comes back by itself again." in reader.read()
    reader.close()
    line = reader.letter(identity).line
    assert (line.state, line.times_read) == (LetterState.AWAKE, 2)
    assert line.next_on is not None
    assert line.next_on > TODAY


# the reply


def test_a_reply_is_durable_while_it_is_written(reader: Reader, time: StandingTime) -> None:
    identity = reader.receive(letter(WORDS))
    reader.open(identity)
    reader.write_back("I read this standing")
    time.pass_by(800)
    reader.settle()
    assert [each.reply for each in reader.readings(identity)] == ["I read this standing"]
    reader.type_in(" up.")
    time.pass_by(1500)
    reader.settle()
    assert [each.reply for each in reader.readings(identity)] == ["I read this standing up."]
    assert reader.due() is not None
    reader.close()
    assert [each.reply for each in reader.readings(identity)] == ["I read this standing up."]
    assert reader.due() is None


def test_the_caret_of_a_long_reply_stays_in_sight(reader: Reader) -> None:
    reader.open(reader.receive(letter(WORDS * 20)))
    reader.write_back("Line.")
    area = reader.reader._page._area
    for _ in range(40):
        reader.press(Key.Key_Return)
        reader.type_in("Line.")

    def caret_is_in_sight() -> bool:
        text = reader.part(WritingText)
        line = text.caret_rect()
        top = text.mapTo(area.viewport(), line.topLeft()).y()
        return top >= 0 and top + line.height() <= area.viewport().height()

    reader.qtbot.waitUntil(caret_is_in_sight)


def test_a_reply_that_is_taken_out_again_is_not_kept(reader: Reader, time: StandingTime) -> None:
    identity = reader.receive(letter(WORDS))
    reader.open(identity)
    reader.write_back("No.")
    time.pass_by(800)
    reader.settle()
    reader.press(Key.Key_A, CONTROL)
    reader.press(Key.Key_Delete)
    time.pass_by(800)
    reader.settle()
    assert [each.reply for each in reader.readings(identity)] == [""]


def test_read_twice_it_shows_the_earlier_reading_and_its_reply(reader: Reader) -> None:
    identity = reader.receive(letter(WORDS))
    reader.open(identity)
    reader.click("It reached me")
    reader.write_back("Thank you.")
    reader.close()
    reader.clock.advance(timedelta(days=8))
    reader.open(identity)
    reader.wait_to_read("When you read it before")
    assert "Thursday 12 November · It reached me\nThank you." in reader.read()
    reader.write_back("Again.")
    reader.close()
    assert [each.reply for each in reader.readings(identity)] == ["Thank you.", "Again."]


def test_on_a_full_disk_the_reply_stays_and_is_kept_when_there_is_room(
    reader: Reader, time: StandingTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    identity = reader.receive(letter(WORDS))
    reader.open(identity)
    reader.write_back("Thank you.")
    with monkeypatch.context() as disk, reader.qtbot.assertNotEmitted(reader.reader.closed):
        fill_the_disk(disk)
        time.pass_by(800)
        reader.wait_to_read("Not saved yet.")
        stayed: list[None] = []
        reader.reader.save_now(otherwise=lambda: stayed.append(None))
        reader.qtbot.waitUntil(lambda: bool(stayed))
    assert reader.part(WritingText).words == "Thank you."
    time.pass_by(5000)
    reader.settle()
    assert [each.reply for each in reader.readings(identity)] == ["Thank you."]
    assert "Not saved yet." not in reader.read()
    reader.close()
    assert len(reader.readings(identity)) == 1


def test_on_a_full_disk_a_letter_of_which_nothing_was_said_is_left_all_the_same(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    identity = reader.receive(letter(WORDS))
    reader.open(identity)
    with monkeypatch.context() as disk:
        fill_the_disk(disk)
        reader.close()
    assert reader.readings(identity) == ()
    assert reader.due() is not None


# once


@pytest.mark.parametrize("wish", [Key.Key_Left, None])
def test_closed_twice_it_counts_once_and_moves_once(reader: Reader, wish: Key | None) -> None:
    identity = reader.receive(letter(WORDS))
    once = reader.receive(letter(WORDS))
    reader.open(identity)
    told: list[None] = []
    reader.reader.closed.connect(lambda: told.append(None))
    if wish is not None:
        reader.bring_back(wish)
    reader.press(Key.Key_Escape)
    reader.press(Key.Key_Escape)
    reader.settle()
    assert len(told) == 1
    assert len(reader.readings(identity)) == 1
    kind = WishKind.SUGGESTED if wish is None else WishKind.SOONER
    ask(reader.surroundings, reader.qtbot, lambda journal: journal.letters.read(once, felt=None, wish=Wish(kind)))
    # Two letters of the same day differ by their jitter alone.
    mine, its = reader.course(identity), reader.course(once)
    assert mine is not None
    assert its is not None
    assert abs((mine - its).days) <= 2


def test_left_and_come_back_to_it_counts_once_and_the_last_wish_holds(reader: Reader) -> None:
    identity = reader.receive(letter(WORDS))
    suggested = reader.letter(identity).suggested
    reader.open(identity)
    for key, expected in ((Key.Key_Left, None), (Key.Key_Right, suggested)):
        reader.bring_back(key)
        reader.step_out()
        if expected is not None:
            assert reader.course(identity) == expected
    reader.write_back("Thank you.")
    reader.bring_back(Key.Key_Right)
    reader.close()
    assert [each.reply for each in reader.readings(identity)] == ["Thank you."]
    assert reader.letter(identity).line.state is LetterState.RESTING


def test_no_word_of_a_letter_stays_on_the_screen(reader: Reader) -> None:
    identity = reader.receive(letter(WORDS, title="The chair", hurt="The review."))
    reader.open(identity, reason="Drawn by chance, from your own letters.")
    reader.write_back("Thank you.")
    reader.close()
    reader.settle()
    assert not reader.reader.findChildren(QTextBrowser)
    assert not reader.reader.findChildren(WritingText)
    for words in ("The chair", "chance", "You wrote this"):
        assert words not in reader.read()


def test_a_clock_set_back_while_it_is_read_loses_nothing(reader: Reader) -> None:
    identity = reader.receive(letter(WORDS))
    reader.open(identity)
    reader.write_back("Thank you.")
    reader.clock.advance(-timedelta(days=30))
    reader.close()
    assert [each.reply for each in reader.readings(identity)] == ["Thank you."]
    reader.open(identity)
    assert "You wrote this on Monday 9 November, today" in reader.read()


# sealed


def test_a_sealed_letter_shows_its_title_and_date_and_no_word(reader: Reader) -> None:
    identity = reader.put_away(letter(WORDS, title="The chair", hurt="The review."), sealed=True)
    reader.open(identity)
    assert "“The chair” is sealed" in reader.read()
    assert "closed until 15 November" in reader.read()
    assert not [each for each in reader.reader.findChildren(QTextBrowser) if each.isVisible()]
    for words in ("Write back", "Change its words", "Print this letter", "It reached me"):
        assert not reader.can_press(words)
    assert reader.has_focus(reader.button("Leave it closed"))
    with reader.qtbot.waitSignal(reader.reader.closed):
        reader.press(Key.Key_Return)
    assert reader.letter(identity).line.state is LetterState.SEALED
    assert reader.readings(identity) == ()


def test_a_sealed_letter_is_not_changed_by_a_key(reader: Reader) -> None:
    reader.open(reader.put_away(letter(WORDS), sealed=True))
    with reader.qtbot.assertNotEmitted(reader.reader.letter_wanted):
        reader.press(Key.Key_E, CONTROL)
    with reader.qtbot.waitSignal(reader.reader.closed):
        reader.press(Key.Key_Escape)


def test_opened_early_it_is_read_and_keeps_its_day(reader: Reader) -> None:
    identity = reader.put_away(letter(WORDS), sealed=True)
    reader.open(identity)
    assert "It cannot be sealed again." in reader.read()
    reader.click("Open it now")
    reader.qtbot.waitUntil(lambda: reader.can_press("Write back"))
    assert reader.letter_words() == "Dear you,\nsit down first."
    reader.close()
    line = reader.letter(identity).line
    assert (line.state, line.next_on, line.times_read) == (LetterState.AWAKE, date(2026, 11, 15), 1)


def test_closed_before_it_was_opened_early_it_leaves_no_word_on_the_hidden_screen(reader: Reader) -> None:
    identity = reader.put_away(letter(WORDS), sealed=True)
    reader.open(identity)
    reader.click("Open it now")
    reader.close()
    reader.settle()
    assert reader.letter(identity).line.state is LetterState.AWAKE
    assert not reader.reader.findChildren(QTextBrowser)


def fill_the_disk(disk: pytest.MonkeyPatch) -> None:
    """From here on nothing that is said of a letter can be kept."""

    def full(*_anything: object, **_named: object) -> None:
        raise DiskFull("The disk is full.", "Make some room, then try again.")

    for verb in ("read", "say"):
        disk.setattr(f"heartjournal.journal.letters.Letters.{verb}", full)


def test_the_letter_is_read_wherever_its_words_stand_among_the_steps(reader: Reader) -> None:
    identity = reader.receive(letter(WORDS, hurt="The review.", feelings=("ashamed",)))
    reader.turn_round(identity)
    reader.open(identity)
    assert reader.letter_words() == "Dear you,\nsit down first."
    reader.click("What it answers")
    shown = [each.toPlainText() for each in reader.reader.findChildren(QTextBrowser) if each.isVisible()]
    assert "The review." in shown[1:]
    words = reader.letter(identity).entry.sections
    found = ask(reader.surroundings, reader.qtbot, lambda journal: read_letter(journal, identity))
    assert [section.body for section in words][-1] == "The review."
    assert ["sit down first" in wording.html for wording in found.earlier] == [True]
