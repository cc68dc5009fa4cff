"""The side of Today: the letter of the day in place of the way out, and the key to call for one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from heartjournal.model.letter import LetterLine, LetterState
from heartjournal.ui.today.step_aside import StepAside
from tests.ui.person import Person

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from heartjournal.ui.theme import Theme

TODAY = date(2026, 11, 12)
LINE = LetterLine(uuid4(), LetterState.AWAKE, date(2026, 8, 3), title="The chair", opening="Dear you, sit down.")


@pytest.fixture
def aside(theme: Theme, qtbot: QtBot) -> StepAside:
    side = StepAside(theme)
    qtbot.addWidget(side)
    return side


@pytest.fixture
def person(aside: StepAside, qtbot: QtBot) -> Person:
    sitting = Person(aside, qtbot)
    sitting.sit_down(width=340, height=400)
    return sitting


def test_without_a_letter_there_is_the_way_out(aside: StepAside, person: Person, qtbot: QtBot) -> None:
    assert not person.can_press("Read it")
    assert not person.can_press("I need a letter")
    with qtbot.waitSignal(aside.grounding_wanted):
        person.click("Too much right now")


def test_a_person_with_letters_can_call_for_one(aside: StepAside, person: Person, qtbot: QtBot) -> None:
    aside.show_letter(None, has_letters=True, today=TODAY)
    with qtbot.waitSignal(aside.letter_wanted):
        person.click("I need a letter")


def test_a_letter_that_came_back_is_shown_by_its_first_words_and_read_or_put_off(
    aside: StepAside, person: Person, qtbot: QtBot
) -> None:
    aside.show_letter(LINE, has_letters=True, today=TODAY)
    assert "“Dear you, sit down.”\nYou wrote it on 3 August." in person.read()
    assert "If tonight is a lot" not in person.read()
    for words, signal in (("Read it", aside.reading_wanted), ("Another evening", aside.evening_wanted)):
        with qtbot.waitSignal(signal):
            person.button(words).setFocus()
            person.press(Qt.Key.Key_Return)


def test_when_it_was_read_the_way_out_is_back(aside: StepAside, person: Person) -> None:
    aside.show_letter(LINE, has_letters=True, today=TODAY)
    aside.show_letter(None, has_letters=True, today=TODAY)
    assert "If tonight is a lot" in person.read()
    assert "Dear you" not in person.read()
