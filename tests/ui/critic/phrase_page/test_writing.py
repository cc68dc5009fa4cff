"""What is written on the page of a phrase: saved by itself after a pause, and never lost on the way out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from heartjournal.model.problems import DiskFull
from tests.ui.critic.phrase_page.reader import DOWN, IDIOT
from tests.ui.person import CONTROL

if TYPE_CHECKING:
    from tests.ui.critic.phrase_page.reader import Reader

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")

Key = Qt.Key
VOICE = "Whose voice it is a little like; only you see this"
WANTS = "What it may be trying to spare you"
SAYS = "What you say to it"
LINE = "A kinder line"
NAME = "The words of this phrase"


def test_whose_voice_is_kept_once_the_hand_rests_and_not_before(reader: Reader) -> None:
    reader.open()
    reader.write_in(VOICE, "Mine, at eleven.")
    reader.time.pass_by(700)
    reader.settle()
    assert not reader.kept().line.phrase.whose_voice
    reader.time.pass_by(200)
    reader.settle()
    assert reader.kept().line.phrase.whose_voice == "Mine, at eleven."


def test_whoever_goes_on_typing_is_saved_all_the_same(reader: Reader) -> None:
    reader.open()
    for word in ("Mine, ", "at ", "about "):
        reader.write_in(VOICE, word)
        reader.time.pass_by(500)
    reader.settle()
    assert reader.kept().line.phrase.whose_voice.startswith("Mine, at")


def test_what_it_wants_is_written_where_it_stands_and_then_the_answer_is_asked_for(reader: Reader) -> None:
    reader.open()
    assert not reader.reads("What you say to it")
    reader.click("Edit what it wants for you")
    reader.type_in("Being left out.")
    assert reader.reads("What you say to it")
    reader.write_in(SAYS, "I hear that.")
    reader.rest_hand()
    phrase = reader.kept().line.phrase
    assert (phrase.protecting, phrase.softening) == ("Being left out.", "I hear that.")


def test_a_text_that_is_emptied_is_kept_empty(reader: Reader) -> None:
    reader.do(lambda journal: journal.phrases.describe(reader.phrase, protecting="Being left out."))
    reader.open()
    reader.write_in(WANTS, "")
    reader.press(Key.Key_A, CONTROL)
    reader.press(Key.Key_Backspace)
    reader.rest_hand()
    assert not reader.kept().line.phrase.protecting


def test_reading_again_does_not_disturb_what_is_being_written(reader: Reader) -> None:
    reader.open()
    reader.write_in(VOICE, "Mi")
    reader.do(lambda journal: journal.phrases.describe(reader.phrase, whose_voice="His", softening="I hear."))
    assert reader.text(VOICE).toPlainText() == "Mi"
    assert reader.text(SAYS).toPlainText() == "I hear."
    reader.type_in("ne")
    reader.rest_hand()
    assert reader.kept().line.phrase.whose_voice == "Mine"


# the name


def test_f2_renames_it_in_place_and_enter_ends_that(reader: Reader) -> None:
    reader.open()
    reader.press(Key.Key_F2)
    assert reader.has_focus(reader.text(NAME))
    reader.press(Key.Key_A, CONTROL)
    reader.type_in("Letting people down")
    reader.press(Key.Key_Return)
    reader.settle()
    assert reader.kept().line.phrase.words == "Letting people down"
    assert reader.reads("“Letting people down”")
    assert reader.has_focus(reader.button("More for this phrase"))


def test_a_name_that_was_emptied_is_what_it_was(reader: Reader) -> None:
    reader.open()
    reader.click("More for this phrase")
    reader.choose("Rename\tF2")
    reader.press(Key.Key_A, CONTROL)
    reader.press(Key.Key_Backspace)
    assert reader.room.back()
    reader.settle()
    assert reader.kept().line.phrase.words == DOWN
    assert reader.reads(f"“{DOWN}”")


# the kinder line


def test_the_first_kinder_line_is_written_on_the_warm_card_and_becomes_one_line(reader: Reader) -> None:
    reader.open()
    reader.write_in(LINE, "I let one thing")
    reader.rest_hand()
    reader.type_in(" slip.")
    reader.rest_hand()
    (line,) = reader.kept().reframes
    assert (line.words, line.written_on) == ("I let one thing slip.", date(2026, 11, 12))
    reader.button("Inner critic").setFocus()
    reader.settle()
    assert reader.reads("I let one thing slip.")
    assert reader.reads("Written today.")


def old_line(reader: Reader, words: str = "I let one thing slip.") -> None:
    reader.clock.advance(-timedelta(days=14))
    reader.do(lambda journal: journal.phrases.reframe(reader.phrase, words))
    reader.clock.advance(timedelta(days=14))


def test_another_line_leaves_the_one_before_among_the_earlier_lines(reader: Reader) -> None:
    old_line(reader)
    reader.open()
    assert reader.reads("Written 29 October.")
    reader.click("Another line")
    reader.type_in("I also kept eleven.")
    reader.click("Done with the line")
    reader.settle()
    assert [line.words for line in reader.kept().reframes] == ["I also kept eleven.", "I let one thing slip."]
    assert reader.reads("I also kept eleven.")
    assert not reader.reads("I let one thing slip.")
    reader.click("Earlier lines")
    assert reader.reads("I let one thing slip.")
    assert reader.reads("Written 29 October.")


def test_an_edited_line_is_the_same_line_of_its_own_day(reader: Reader) -> None:
    old_line(reader)
    reader.open()
    reader.click("Edit your kinder line")
    reader.type_in(" I mend it.")
    reader.click("Done with the line")
    reader.settle()
    (line,) = reader.kept().reframes
    assert (line.words, line.written_on) == ("I let one thing slip. I mend it.", date(2026, 10, 29))


def test_another_line_without_a_word_and_one_that_was_emptied_change_nothing(reader: Reader) -> None:
    old_line(reader)
    reader.open()
    reader.click("Another line")
    assert reader.room.back()
    reader.click("Edit your kinder line")
    reader.press(Key.Key_A, CONTROL)
    reader.press(Key.Key_Backspace)
    assert reader.room.back()
    reader.settle()
    assert [line.words for line in reader.kept().reframes] == ["I let one thing slip."]
    assert reader.reads("I let one thing slip.")


# never lost


@pytest.mark.parametrize("way", ["link", "back", "hide", "forget", "another", "save"])
def test_on_every_way_out_the_last_words_are_kept(reader: Reader, way: str) -> None:
    other = reader.keep_phrase(IDIOT)
    reader.open()
    reader.write_in(VOICE, "Mine")
    ways = {
        "link": lambda: reader.click("Inner critic"),
        "back": reader.room.back,
        "hide": reader.room.hide,
        "forget": reader.room.forget,
        "another": lambda: reader.room.show_phrase(other),
        "save": reader.room.save_now,
    }
    ways[way]()
    reader.settle()
    assert reader.kept().line.phrase.whose_voice == "Mine"


def test_back_with_something_unsaved_leaves_once_it_is_kept(reader: Reader) -> None:
    reader.open()
    assert not reader.room.back()
    reader.write_in(VOICE, "Mine")
    assert reader.room.back()
    assert not reader.left
    reader.settle()
    assert reader.left


def test_words_typed_while_others_are_on_their_way_are_kept_too(reader: Reader) -> None:
    reader.open()
    reader.write_in(VOICE, "Mi")
    reader.time.pass_by(900)
    reader.type_in("ne")
    reader.write_in(WANTS, "Of us.")
    reader.rest_hand()
    phrase = reader.kept().line.phrase
    assert (phrase.whose_voice, phrase.protecting) == ("Mine", "Of us.")


def test_on_a_full_disk_the_words_stay_it_is_said_and_tried_again(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.open()
    with monkeypatch.context() as full:

        def refuse(*_: object, **__: object) -> None:
            raise DiskFull("The disk is full.", "Make some room, then try again.")

        full.setattr("heartjournal.journal.phrases.Phrases.describe", refuse)
        reader.write_in(VOICE, "Mine")
        reader.rest_hand()
        assert reader.reads("Not saved yet. The disk is full.")
        reader.click("Inner critic")
        reader.settle()
        assert not reader.left
        assert reader.text(VOICE).toPlainText() == "Mine"
    reader.time.pass_by(5000)
    reader.settle()
    assert reader.kept().line.phrase.whose_voice == "Mine"
    assert not reader.reads("Not saved yet.")


def test_what_is_written_of_a_phrase_that_is_gone_holds_nobody_back(reader: Reader) -> None:
    reader.open()
    reader.write_in(VOICE, "Mine")
    went_on: list[None] = []
    reader.surroundings.tasks.run(lambda journal: journal.phrases.let_go(reader.phrase), owner=reader.room)
    reader.room.save_now(lambda: went_on.append(None))
    reader.settle()
    assert went_on
