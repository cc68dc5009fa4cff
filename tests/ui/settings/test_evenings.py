"""Evenings and letters: weeks in which no letter comes, and whether one may be read aloud."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from heartjournal.ui.settings.evenings import Evenings
from tests.ui.writing import ask

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from heartjournal.ui.surroundings import Surroundings


def shown(opened: Surroundings, qtbot: QtBot, *, has_voice: bool = True) -> Evenings:
    evenings = Evenings(opened, has_voice=has_voice)
    qtbot.addWidget(evenings)
    evenings.show()
    qtbot.waitExposed(evenings)
    evenings.read()
    return evenings


def test_letters_come_and_nobody_reads_aloud_until_it_is_chosen(opened: Surroundings, qtbot: QtBot) -> None:
    evenings = shown(opened, qtbot)
    ask(opened, qtbot, lambda journal: journal.letters.quiet_until())
    assert evenings.quiet.currentText() == "Letters come"
    assert not evenings.aloud.isChecked()


def test_quiet_weeks_are_kept_and_told_with_their_last_day(opened: Surroundings, qtbot: QtBot) -> None:
    evenings = shown(opened, qtbot)
    evenings.quiet.setFocus()
    qtbot.keyClick(evenings.quiet, Qt.Key.Key_Down)
    qtbot.keyClick(evenings.quiet, Qt.Key.Key_Down)
    assert ask(opened, qtbot, lambda journal: journal.letters.quiet_until()) == date(2026, 11, 26)
    qtbot.waitUntil(lambda: "26 November" in evenings._quiet_row.text.text())
    again = shown(opened, qtbot)
    qtbot.waitUntil(lambda: again.quiet.currentText() == "for two weeks")


def test_letters_come_again_when_that_is_chosen(opened: Surroundings, qtbot: QtBot) -> None:
    evenings = shown(opened, qtbot)
    evenings._be_quiet(3)
    evenings._be_quiet(0)
    assert ask(opened, qtbot, lambda journal: journal.letters.quiet_until()) is None
    qtbot.waitUntil(lambda: evenings.quiet.currentIndex() == 0)


def test_reading_aloud_is_allowed_by_hand_and_kept(opened: Surroundings, qtbot: QtBot) -> None:
    evenings = shown(opened, qtbot)
    qtbot.keyClick(evenings.aloud, Qt.Key.Key_Space)
    assert ask(opened, qtbot, lambda journal: journal.reading_aloud.is_allowed())
    again = shown(opened, qtbot)
    qtbot.waitUntil(again.aloud.isChecked)
    qtbot.keyClick(again.aloud, Qt.Key.Key_Space)
    assert not ask(opened, qtbot, lambda journal: journal.reading_aloud.is_allowed())


@pytest.mark.parametrize(("has_voice", "said"), [(True, "hears the words"), (False, "No voice was found")])
def test_what_a_voice_means_is_said_and_one_that_is_not_here_cannot_be_chosen(
    opened: Surroundings, qtbot: QtBot, *, has_voice: bool, said: str
) -> None:
    evenings = shown(opened, qtbot, has_voice=has_voice)
    assert evenings.aloud.isEnabled() is has_voice
    assert any(said in label.text() for label in evenings.findChildren(type(evenings._quiet_row.text)))
