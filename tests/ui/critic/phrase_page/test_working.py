"""The practice of working with a sentence, on its page: four steps over weeks, each of which may be skipped."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit

from heartjournal import resources
from heartjournal.model.phrase import CriticStep
from heartjournal.ui.critic.phrase_page import PhraseRoom
from heartjournal.ui.widgets import Segments
from tests.ui.critic.phrase_page.reader import DOWN, IDIOT

if TYPE_CHECKING:
    from tests.ui.critic.phrase_page.reader import Reader

PRACTICE = resources.practices().required("critic")
NOTICE, KNOW, SOFTEN, REFRAME = PRACTICE.steps


def step(reader: Reader) -> CriticStep:
    return reader.kept().line.phrase.step


def test_it_waits_quietly_and_begins_with_the_exact_words(reader: Reader) -> None:
    reader.open()
    assert reader.reads(PRACTICE.summary)
    assert not reader.reads(NOTICE.prompt)
    reader.click("Begin")
    assert reader.reads(NOTICE.prompt)
    assert reader.has_focus(reader.text("The exact words"))


def test_a_wording_as_it_stood_can_be_what_the_phrase_is_called(reader: Reader) -> None:
    reader.do(lambda journal: journal.phrases.keep(IDIOT, into=reader.phrase))
    reader.open()
    reader.click("Begin")
    reader.settle()
    reader.click(f"“{IDIOT}”")
    reader.rest_hand()
    assert reader.kept().line.phrase.words == IDIOT
    assert reader.text("The exact words").toPlainText() == IDIOT


def test_every_answer_belongs_to_the_phrase_and_is_seen_on_its_page_at_once(reader: Reader) -> None:
    reader.open()
    reader.click("Begin")
    reader.click("Next, or skip")
    working = reader.room._cards.working
    assert working is not None
    assert working.answers._tones is not None
    working.answers._tones._chips["anxious"].click()
    reader.write_in("Whose voice", "Mine")
    reader.click("Next, or skip")
    reader.write_in("What it may want to spare you", "Being left out.")
    reader.settle()
    assert reader.text("What it may be trying to spare you").toPlainText() == "Being left out."
    reader.write_in("What you would say to it", "I hear that.")
    reader.click("Next, or skip")
    reader.write_in("A kinder line for it", "I let one thing slip.")
    reader.click("Close it for now")
    reader.settle()
    kept = reader.kept()
    phrase = kept.line.phrase
    assert (phrase.tones, phrase.whose_voice) == (("anxious",), "Mine")
    assert (phrase.protecting, phrase.softening) == ("Being left out.", "I hear that.")
    assert [line.words for line in kept.reframes] == ["I let one thing slip."]
    assert phrase.step is CriticStep.DONE
    assert reader.reads(PRACTICE.closing)


def test_every_step_may_be_skipped_and_leaves_nothing(reader: Reader) -> None:
    reader.open()
    before = reader.kept()
    reader.click("Begin")
    for words in ("Next, or skip", "Next, or skip", "Next, or skip", "Close it for now"):
        reader.click(words)
    reader.settle()
    after = reader.kept()
    assert step(reader) is CriticStep.DONE
    assert (after.line.phrase.words, after.reframes, after.line.phrase.tones) == (before.line.phrase.words, (), ())


def test_after_weeks_it_says_where_it_was_left_and_goes_on_there(reader: Reader) -> None:
    reader.open()
    reader.click("Begin")
    reader.click("Next, or skip")
    reader.click("Next, or skip")
    reader.settle()
    assert step(reader) is CriticStep.SOFTEN
    reader.room.forget()
    reader.clock.advance(timedelta(days=30))
    reader.open()
    assert reader.reads(f"Last time you stopped here: {SOFTEN.short}.")
    reader.click("Go on")
    assert reader.reads(SOFTEN.prompt)


def test_one_goes_back_and_to_any_step(reader: Reader) -> None:
    reader.open()
    reader.click("Begin")
    assert not reader.can_press("Back")
    reader.click("Next, or skip")
    reader.click("Back")
    assert reader.reads(NOTICE.prompt)
    segments = reader.part(Segments)
    segments.setFocus()
    reader.press(Qt.Key.Key_End)
    assert reader.reads(REFRAME.prompt)
    reader.settle()
    assert step(reader) is CriticStep.REFRAME


def test_stopping_folds_the_step_away_and_keeps_what_was_written(reader: Reader) -> None:
    reader.do(lambda journal: journal.phrases.reach(reader.phrase, CriticStep.KNOW))
    reader.open()
    reader.click("Go on")
    reader.write_in("Whose voice", "Mine")
    assert reader.room.back()
    reader.settle()
    assert not reader.reads(KNOW.prompt)
    assert reader.kept().line.phrase.whose_voice == "Mine"
    assert reader.has_focus(reader.button("Go on"))
    reader.click("Go on")
    reader.click("Stop here for now")
    assert not reader.reads(KNOW.prompt)


def test_gone_through_it_can_be_begun_again_with_the_earlier_line_in_sight(reader: Reader) -> None:
    reader.do(lambda journal: journal.phrases.reframe(reader.phrase, "I let one thing slip."))
    reader.do(lambda journal: journal.phrases.reach(reader.phrase, CriticStep.DONE))
    reader.open()
    reader.click("Go through it again")
    assert reader.reads(NOTICE.prompt)
    for _ in range(3):
        reader.click("Next, or skip")
    assert reader.reads("“I let one thing slip.”")
    reader.type_in("I also kept eleven.")
    reader.click("Close it for now")
    reader.settle()
    assert [line.words for line in reader.kept().reframes] == ["I also kept eleven.", "I let one thing slip."]


def test_the_steps_of_another_phrase_are_its_own(reader: Reader) -> None:
    other = reader.keep_phrase(IDIOT)
    reader.do(lambda journal: journal.phrases.reach(other, CriticStep.SOFTEN))
    reader.open()
    reader.click("Begin")
    reader.open(other)
    assert reader.reads(f"Last time you stopped here: {SOFTEN.short}.")
    assert not reader.reads(NOTICE.prompt)
    assert not reader.reads(DOWN)


def test_no_two_texts_have_one_name_while_a_step_is_open(reader: Reader) -> None:
    reader.do(lambda journal: journal.phrases.describe(reader.phrase, protecting="Of us."))
    reader.open()
    reader.click("Begin")
    for _ in range(4):
        names = [text.accessibleName() for text in reader.room.findChildren(QTextEdit) if text.isVisible()]
        assert len(names) == len(set(names))
        reader.click("Next, or skip" if reader.can_press("Next, or skip") else "Close it for now")


def test_it_praises_nobody() -> None:
    said = " ".join((PRACTICE.summary, PRACTICE.closing, *(f"{each.prompt} {each.hint}" for each in PRACTICE.steps)))
    assert not [word for word in ("!", "well done", "great", "proud", "congrat", "good job") if word in said.lower()]


def test_without_its_file_the_page_works_and_has_no_such_card(reader: Reader) -> None:
    room = PhraseRoom(reader.surroundings, practice=None)
    reader.qtbot.addWidget(room)
    assert room._cards.working is None
    room.show_phrase(reader.phrase)
    reader.settle()
    assert not room.back()
