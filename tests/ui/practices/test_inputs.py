"""What a step asks with: chips for feelings and sentences, a quiet timer, other anchors, starters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from heartjournal.model.feeling import FeelingFamily
from heartjournal.model.practice import InputKind, Step, StepInput, Timer, Variant
from heartjournal.ui.practices import ChoiceInput, FeelingsInput, Prompt, Starters, TimerInput
from heartjournal.ui.widgets import Button, Chip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from heartjournal.ui.theme import Theme

FAMILIES = (
    FeelingFamily("sad", "sad", ("low", "tearful")),
    FeelingFamily("ashamed", "ashamed", ("small", "exposed")),
)
SENTENCES = StepInput(InputKind.CHOICE, label="A sentence", options=("This hurts.", "This is hard."), own=True)


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(640, 400)
    widget.show()
    qtbot.waitExposed(widget)


def chip(widget: QWidget, word: str) -> Chip:
    return next(found for found in widget.findChildren(Chip) if found.text() == word and found.isVisible())


def offered(widget: QWidget) -> list[str]:
    return [found.text() for found in widget.findChildren(Chip) if not found.isHidden() and found.isVisible()]


def write_own(qtbot: QtBot, asked: FeelingsInput | ChoiceInput, word: str) -> None:
    field = asked.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, word)
    qtbot.keyClick(field, Qt.Key.Key_Return)


@pytest.fixture
def feelings(qtbot: QtBot, theme: Theme) -> FeelingsInput:
    asked = FeelingsInput(theme, FAMILIES, feelings=("tired",))
    shown(qtbot, asked)
    return asked


def test_feelings_named_before_are_chips_that_can_be_taken_away(feelings: FeelingsInput, qtbot: QtBot) -> None:
    assert tuple(feelings.feelings) == ("tired",)
    with qtbot.waitSignal(feelings.changed):
        chip(feelings, "tired").click()

    assert list(feelings.feelings) == []
    assert chip(feelings, "name a feeling").isVisible()


@pytest.mark.parametrize("word", ["sad", "tired", "another word"])
def test_esc_from_any_chip_closes_the_words_to_choose_from_and_then_is_the_page_s(
    feelings: FeelingsInput, qtbot: QtBot, word: str
) -> None:
    chip(feelings, "another word").click()
    chip(feelings, word).setFocus()
    qtbot.keyClick(chip(feelings, word), Qt.Key.Key_Escape)
    assert sorted(offered(feelings)) == ["another word", "tired"]
    assert chip(feelings, "another word").hasFocus()

    left = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    feelings.keyPressEvent(left)
    assert not left.isAccepted()


def test_a_family_opens_its_shades_and_a_shade_is_named_once(feelings: FeelingsInput, qtbot: QtBot) -> None:
    chip(feelings, "another word").click()
    chip(feelings, "sad").click()
    qtbot.waitUntil(lambda: "tearful" in offered(feelings))
    chip(feelings, "tearful").click()
    assert feelings.feelings == ("tired", "tearful")

    chip(feelings, "sad").click()
    qtbot.waitUntil(lambda: "low" not in offered(feelings))


def test_pressing_a_named_shade_takes_it_away_again(feelings: FeelingsInput) -> None:
    feelings._words.chosen.emit("low")
    feelings._words.chosen.emit("low")

    assert tuple(feelings.feelings) == ("tired",)


def test_letters_narrow_the_words_and_a_beginning_comes_first(feelings: FeelingsInput, qtbot: QtBot) -> None:
    chip(feelings, "another word").click()
    feelings._words.narrow("S")

    assert feelings._words._offered() == ("sad", "small", "ashamed", "exposed")
    assert not feelings._words._family_chips["sad"].isVisible()
    feelings._words.narrow("")
    assert feelings._words._family_chips["sad"].isVisible()


def test_a_known_word_is_named_as_it_is_spelled_and_a_new_one_is_made(feelings: FeelingsInput, qtbot: QtBot) -> None:
    made: list[str] = []
    feelings.word_made.connect(made.append)
    chip(feelings, "another word").click()
    write_own(qtbot, feelings, "TEARFUL")
    write_own(qtbot, feelings, "wob  bly ")
    write_own(qtbot, feelings, "  ")

    assert feelings.feelings == ("tired", "tearful", "wob bly")
    assert made == ["wob bly"]


def test_a_word_named_twice_stays_named(feelings: FeelingsInput, qtbot: QtBot) -> None:
    chip(feelings, "another word").click()
    write_own(qtbot, feelings, "sad")
    write_own(qtbot, feelings, "sad")

    assert feelings.feelings == ("tired", "sad")


def test_a_word_of_one_s_own_is_offered_and_not_made_again(feelings: FeelingsInput, qtbot: QtBot) -> None:
    feelings.know_own(("wobbly",))
    chip(feelings, "another word").click()
    qtbot.waitUntil(lambda: "wobbly" in offered(feelings))
    with qtbot.assertNotEmitted(feelings.word_made):
        write_own(qtbot, feelings, "Wobbly")

    assert feelings.feelings == ("tired", "wobbly")


def test_esc_closes_the_words_and_nothing_else(feelings: FeelingsInput, qtbot: QtBot) -> None:
    more = chip(feelings, "another word")
    more.click()
    field = feelings.focusWidget()
    assert field is not None
    qtbot.keyClick(field, Qt.Key.Key_Escape)

    assert set(offered(feelings)) == {"another word", "tired"}
    assert feelings.focusWidget() is more
    more.click()
    more.click()
    assert not feelings._words.isVisible()


def type_own(qtbot: QtBot, asked: FeelingsInput | ChoiceInput, word: str) -> None:
    field = asked.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, word)


def test_a_word_still_being_typed_is_named_already_and_no_word_to_offer_yet(
    feelings: FeelingsInput, qtbot: QtBot
) -> None:
    chip(feelings, "another word").click()
    with qtbot.waitSignal(feelings.changed), qtbot.assertNotEmitted(feelings.word_made):
        type_own(qtbot, feelings, " wob  bly")
    assert feelings.feelings == ("tired", "wob bly")

    with qtbot.assertNotEmitted(feelings.word_made):
        chip(feelings, "another word").click()
    assert feelings.feelings == ("tired", "wob bly")
    qtbot.waitUntil(lambda: "wob bly" in offered(feelings))


def test_letters_typed_to_find_a_word_are_no_feeling_once_it_is_found(feelings: FeelingsInput, qtbot: QtBot) -> None:
    chip(feelings, "another word").click()
    type_own(qtbot, feelings, "SAD")
    assert feelings.feelings == ("tired", "sad")
    type_own(qtbot, feelings, "x")
    assert feelings.feelings == ("tired", "SADx")
    feelings._words.chosen.emit("small")
    assert feelings.feelings == ("tired", "small")


@pytest.fixture
def choice(qtbot: QtBot, theme: Theme) -> ChoiceInput:
    asked = ChoiceInput(theme, SENTENCES, chosen=("This hurts.", "My own."))
    shown(qtbot, asked)
    return asked


def test_what_was_chosen_before_is_on_own_words_too(choice: ChoiceInput) -> None:
    assert choice.chosen == ("This hurts.", "My own.")


def test_one_sentence_is_chosen_and_can_be_let_go(choice: ChoiceInput, qtbot: QtBot) -> None:
    with qtbot.waitSignal(choice.changed):
        chip(choice, "This is hard.").click()
    assert tuple(choice.chosen) == ("This is hard.",)

    chip(choice, "This is hard.").click()
    assert list(choice.chosen) == []


def test_several_may_be_chosen_where_the_practice_says_so(qtbot: QtBot, theme: Theme) -> None:
    asked = ChoiceInput(theme, replace(SENTENCES, several=True, own=False))
    shown(qtbot, asked)
    chip(asked, "This is hard.").click()
    chip(asked, "This hurts.").click()

    assert asked.chosen == ("This hurts.", "This is hard.")
    assert not asked.takes_own_words


def test_own_words_are_chosen_and_told_once(choice: ChoiceInput, qtbot: QtBot) -> None:
    made: list[str] = []
    choice.sentence_made.connect(made.append)
    chip(choice, "in your own words").click()
    write_own(qtbot, choice, "Steady now.")
    write_own(qtbot, choice, "This hurts.")
    assert tuple(choice.chosen) == ("This hurts.",)

    write_own(qtbot, choice, "Steady now.")
    assert tuple(choice.chosen) == ("Steady now.",)
    assert made == ["Steady now."]


def test_a_sentence_still_being_typed_counts_beside_what_was_chosen_and_closing_the_line_chooses_it(
    choice: ChoiceInput, qtbot: QtBot
) -> None:
    chip(choice, "in your own words").click()
    with qtbot.waitSignal(choice.changed), qtbot.assertNotEmitted(choice.sentence_made):
        type_own(qtbot, choice, "Steady now.")
    assert list(choice.chosen) == ["This hurts.", "My own.", "Steady now."]
    chip(choice, "This is hard.").click()
    assert list(choice.chosen) == ["This is hard.", "Steady now."]

    field = choice.focusWidget()
    assert field is not None
    with qtbot.assertNotEmitted(choice.sentence_made):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert list(choice.chosen) == ["Steady now."]


def test_own_sentences_are_offered_first(choice: ChoiceInput, qtbot: QtBot) -> None:
    choice.offer_first(("Steady now.", "My own."))

    assert list(choice._chips) == ["Steady now.", "My own.", "This hurts.", "This is hard."]
    assert choice.chosen == ("My own.", "This hurts.")


def timer(qtbot: QtBot, theme: Theme, *seconds: int, breathing: bool = False, label: str = "") -> TimerInput:
    asked = TimerInput(theme, Timer(seconds, breathing=breathing, label=label))
    shown(qtbot, asked)
    return asked


def buttons(widget: QWidget) -> list[str]:
    return [found.text() for found in widget.findChildren(Button) if found.isVisible()]


def test_a_timer_runs_for_its_length_and_says_quietly_that_it_is_over(qtbot: QtBot, theme: Theme) -> None:
    asked = timer(qtbot, theme, 3, breathing=True, label="Three slow breaths")
    assert buttons(asked) == ["Three slow breaths"]
    asked.findChildren(Button)[0].click()
    assert asked.clock.isActive()
    assert buttons(asked) == ["Stop"]
    assert asked.said == "about a few breaths left"

    asked.clock.timeout.emit()
    asked.clock.timeout.emit()
    with qtbot.waitSignal(asked.finished):
        asked.clock.timeout.emit()
    assert not asked.clock.isActive()
    assert asked.said == "That is the time. Stay as long as you like."


def test_a_timer_can_be_stopped_at_any_time(qtbot: QtBot, theme: Theme) -> None:
    asked = timer(qtbot, theme, 60, 180)
    assert buttons(asked) == ["a minute", "3 minutes"]
    with qtbot.assertNotEmitted(asked.finished):
        asked.begin(180)
        assert asked.said == "about 3 minutes left"
        asked.stop()

    assert not asked.clock.isActive()
    assert asked.said == ""


def test_a_timer_out_of_sight_stops(qtbot: QtBot, theme: Theme) -> None:
    asked = timer(qtbot, theme, 30, breathing=True)
    asked.begin(30)
    assert asked.said == "about half a minute left"
    asked.hide()

    assert not asked.clock.isActive()


STEP = Step(
    "body",
    "Where in the body?",
    hint="A word will do.",
    variants=(
        Variant("sounds", "Sounds instead", "What can be heard?"),
        Variant("feet", "Feet instead", "The floor?", "Here."),
    ),
)


def test_another_anchor_asks_in_other_words_and_back(qtbot: QtBot, theme: Theme) -> None:
    prompt = Prompt(theme, STEP.prompt, STEP)
    shown(qtbot, prompt)
    asked: list[str] = []
    prompt.asked_otherwise.connect(asked.append)
    chip(prompt, "Sounds instead").click()
    assert prompt.hint == "A word will do."
    chip(prompt, "Feet instead").click()
    assert prompt.hint == "Here."
    assert not chip(prompt, "Sounds instead").isChecked()
    chip(prompt, "Feet instead").click()

    assert asked == ["What can be heard?", "The floor?", "Where in the body?"]
    assert prompt.text == "Where in the body?"


def test_a_prompt_answered_by_another_anchor_shows_it(qtbot: QtBot, theme: Theme) -> None:
    prompt = Prompt(theme, "The floor?", STEP)
    shown(qtbot, prompt)

    assert chip(prompt, "Feet instead").isChecked()


def test_a_prompt_no_practice_has_any_more_stands_as_it_was(qtbot: QtBot, theme: Theme) -> None:
    prompt = Prompt(theme, "An old question?", None)
    shown(qtbot, prompt)

    assert prompt.text == "An old question?"
    assert offered(prompt) == []


def test_a_starter_writes_itself_without_its_ellipsis(qtbot: QtBot, theme: Theme) -> None:
    starters = Starters(theme, ("It makes sense that…",))
    shown(qtbot, starters)
    with qtbot.waitSignal(starters.chosen) as chosen:
        chip(starters, "It makes sense that…").click()

    assert chosen.args == ["It makes sense that "]
