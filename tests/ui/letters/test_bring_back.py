"""When a letter first comes back: a day of one's own by keyboard, and a choice that was not made changes nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from heartjournal.ui.letters.bring_back import BringBack
from heartjournal.ui.widgets import DayPopover
from tests.ui.person import Person

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from heartjournal.ui.theme import Theme
    from tests.clock import FixedClock

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")

Key = Qt.Key
OWN = "on a day you choose…"


class Choosing(Person):
    """A person at the choice."""

    def __init__(self, choice: BringBack, qtbot: QtBot) -> None:
        super().__init__(choice, qtbot)
        self.choice = choice
        self._choice_bot = qtbot

    def choose(self, words: str) -> None:
        box = self.part(QComboBox)
        box.setCurrentText(words)
        box.activated.emit(box.currentIndex())

    def popover(self) -> DayPopover:
        shown = [each for each in self.choice.findChildren(DayPopover) if each.isVisible()]
        assert len(shown) == 1
        self._choice_bot.waitUntil(lambda: self.has_focus(shown[0].calendar.grid))
        return shown[0]

    def shows(self) -> str:
        return self.part(QComboBox).currentText()


@pytest.fixture
def choosing(theme: Theme, clock: FixedClock, qtbot: QtBot) -> Choosing:
    choice = BringBack(theme, clock)
    qtbot.addWidget(choice)
    person = Choosing(choice, qtbot)
    person.sit_down()
    return person


def test_a_day_of_ones_own_is_chosen_by_the_arrow_keys(choosing: Choosing) -> None:
    choosing.choose(OWN)
    choosing.popover()
    choosing.press(Key.Key_Down)
    choosing.press(Key.Key_Down)
    choosing.press(Key.Key_Return)
    assert (choosing.choice.first_on, choosing.choice.is_named) == (date(2026, 11, 26), True)
    assert choosing.shows() == OWN
    assert "on 26 November" in choosing.read()


def test_today_and_the_days_before_are_no_choice(choosing: Choosing) -> None:
    choosing.choose(OWN)
    popover = choosing.popover()
    choosing.press(Key.Key_Return)
    choosing.press(Key.Key_Up)
    choosing.press(Key.Key_Return)
    assert popover.isVisible()
    choosing.press(Key.Key_Escape)
    assert not choosing.choice.is_named


def test_esc_leaves_the_wait_that_was_chosen_before(choosing: Choosing) -> None:
    choosing.choose("in a week")
    choosing.choose(OWN)
    choosing.popover()
    choosing.press(Key.Key_Escape)
    assert choosing.shows() == "in a week"
    assert (choosing.choice.first_on, choosing.choice.is_named) == (date(2026, 11, 19), False)


def test_a_day_chosen_before_stays_when_another_is_not_chosen_and_goes_with_a_usual_wait(choosing: Choosing) -> None:
    choosing.choose(OWN)
    choosing.popover()
    choosing.press(Key.Key_Down)
    choosing.press(Key.Key_Return)
    choosing.choose(OWN)
    choosing.popover()
    choosing.press(Key.Key_Escape)
    assert (choosing.shows(), choosing.choice.first_on) == (OWN, date(2026, 11, 19))
    choosing.choose("in three days")
    assert (choosing.choice.first_on, choosing.choice.is_named) == (date(2026, 11, 15), False)


def test_a_sealed_letter_is_told_its_exact_day(choosing: Choosing) -> None:
    assert "around 15 November, in the evening" in choosing.read()
    choosing.click("Closed until then")
    assert choosing.choice.is_sealed
    assert "on 15 November" in choosing.read()
