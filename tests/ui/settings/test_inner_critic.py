"""The inner critic's part of the settings: each switch is kept, and the quiet day is none of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from heartjournal.model.phrase import CriticWishes
from heartjournal.ui.settings import Settings
from heartjournal.ui.settings.inner_critic import InnerCritic
from heartjournal.ui.settings.settings import Section
from tests.ui.writing import ask

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from heartjournal.journal import Journal
    from heartjournal.model.changes import Changes
    from heartjournal.ui.surroundings import Surroundings


def shown(opened: Surroundings, qtbot: QtBot) -> InnerCritic:
    part = InnerCritic(opened)
    qtbot.addWidget(part)
    part.show()
    qtbot.waitExposed(part)
    part.read()
    ask(opened, qtbot, lambda _journal: None)
    return part


def wishes(opened: Surroundings, qtbot: QtBot) -> CriticWishes:
    return ask(opened, qtbot, lambda journal: journal.critic.wishes())


def test_everything_is_on_and_two_days_are_asked_for_until_it_is_chosen_otherwise(
    opened: Surroundings, qtbot: QtBot
) -> None:
    part = shown(opened, qtbot)
    assert all(each.isChecked() for each in (part.underlines, part.suggestions, part.month_note, part.ways_out))
    assert part.days.currentText() == "two days"


@pytest.mark.parametrize("name", ["underlines", "suggestions", "month_note", "ways_out"])
def test_each_switch_is_kept_and_leaves_the_others(opened: Surroundings, qtbot: QtBot, name: str) -> None:
    part = shown(opened, qtbot)
    toggle = getattr(part, name)
    qtbot.keyClick(toggle, Qt.Key.Key_Space)
    assert wishes(opened, qtbot) == replace(CriticWishes(), **{name: False})
    again = shown(opened, qtbot)
    assert not getattr(again, name).isChecked()
    qtbot.keyClick(getattr(again, name), Qt.Key.Key_Space)
    assert wishes(opened, qtbot) == CriticWishes()


def test_the_days_before_a_sentence_is_suggested_go_from_the_first_to_five(opened: Surroundings, qtbot: QtBot) -> None:
    part = shown(opened, qtbot)
    assert [part.days.itemText(index) for index in range(part.days.count())] == [
        "the first day",
        "two days",
        "three days",
        "four days",
        "five days",
    ]
    for key, days in ((Qt.Key.Key_End, 5), (Qt.Key.Key_Home, 1)):
        part.days.setFocus()
        qtbot.keyClick(part.days, key)
        assert wishes(opened, qtbot).days_before_suggested == days


def test_a_choice_here_does_not_end_a_quiet_day(opened: Surroundings, qtbot: QtBot) -> None:
    ask(opened, qtbot, lambda journal: journal.critic.wish(replace(journal.critic.wishes(), is_quiet=True)))
    part = shown(opened, qtbot)
    qtbot.keyClick(part.month_note, Qt.Key.Key_Space)
    kept = wishes(opened, qtbot)
    assert kept.is_quiet
    assert not kept.month_note


def test_it_is_said_that_sentences_are_found_in_english_only_and_added_in_every_language(
    opened: Surroundings, qtbot: QtBot
) -> None:
    said = " ".join(label.text() for label in shown(opened, qtbot).findChildren(QLabel))
    assert "found by themselves in English only" in said
    assert "In every language you can select words in a page and add them" in said
    assert "as if living is too hard" in said


def test_what_is_wished_in_the_room_meanwhile_shows_here(
    opened: Surroundings, journal_folder: Path, qtbot: QtBot
) -> None:
    settings = Settings(opened, folder=journal_folder)
    qtbot.addWidget(settings)
    settings.show()
    qtbot.waitExposed(settings)
    opened.tasks.changed.connect(settings.refresh)
    settings.show_section(Section.CRITIC)
    part = settings.findChild(InnerCritic)
    assert isinstance(part, InnerCritic)
    qtbot.waitUntil(part.suggestions.isChecked)

    def wish(journal: Journal) -> Changes:
        return journal.critic.wish(replace(journal.critic.wishes(), suggestions=False))

    opened.tasks.run(wish, owner=settings)
    qtbot.waitUntil(lambda: not part.suggestions.isChecked())
