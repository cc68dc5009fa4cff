"""The note of the month on Today: what came, what answered it, and that it goes when it was read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt

from heartjournal.model.phrase import MonthNote
from heartjournal.ui.critic import CriticRoom
from heartjournal.ui.open_journal import OpenJournal
from heartjournal.ui.today import Today
from heartjournal.ui.today.month_note import MonthNoteCard
from heartjournal.ui.widgets import Menu, TextLabel
from tests.ui.person import Person
from tests.ui.writing import ask, keep, page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from heartjournal.journal import Journal
    from heartjournal.ui.surroundings import Surroundings
    from heartjournal.ui.theme import Theme
    from heartjournal.ui.wanted import PassingWords
    from tests.clock import FixedClock

OCTOBER = date(2026, 10, 1)
NOTE = MonthNote(
    OCTOBER,
    (("I always let people down", 3), ("Everyone else manages", 2), ("That was stupid", 1)),
    ("They manage in public, like me.",),
)
MANY = MonthNote(
    OCTOBER, tuple((f"Sentence {number}", 12) for number in range(6)), tuple(f"Answer {number}" for number in range(4))
)


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> MonthNoteCard:
    made = MonthNoteCard(theme)
    qtbot.addWidget(made)
    return made


def sit_before(card: MonthNoteCard, qtbot: QtBot, *, width: int = 900) -> Person:
    person = Person(card, qtbot)
    person.sit_down(width=width, height=320)
    return person


def test_without_a_note_there_is_no_card_and_no_word_of_it(card: MonthNoteCard) -> None:
    assert card.isHidden()
    card.show_note(NOTE)
    assert not card.isHidden()
    card.show_note(None)
    assert card.isHidden()
    assert not any("people" in label.text() or "October" in label.text() for label in shown_words(card))


def test_the_sentences_of_a_month_are_told_with_how_often_in_words_and_the_kinder_lines_beside_them(
    card: MonthNoteCard, qtbot: QtBot
) -> None:
    card.show_note(NOTE)
    person = sit_before(card, qtbot)
    assert person.read().splitlines() == [
        "Looking back at October",
        "“I always let people down”, three times",
        "“Everyone else manages”, twice",
        "“That was stupid”, once",
        "They manage in public, like me.",
    ]


def test_a_full_month_stays_short(card: MonthNoteCard, qtbot: QtBot) -> None:
    card.show_note(MANY)
    said = sit_before(card, qtbot).read()
    assert said.count("Sentence") == 4
    assert "and two others" in said
    assert said.count("Answer") == 3
    assert "and one kinder line more" in said


def test_a_month_without_a_kinder_line_says_nothing_of_them(card: MonthNoteCard, qtbot: QtBot) -> None:
    card.show_note(replace(NOTE, reframes=()))
    assert sit_before(card, qtbot).read().splitlines()[-1] == "“That was stupid”, once"


def test_a_month_of_kinder_lines_alone_is_told_too(card: MonthNoteCard, qtbot: QtBot) -> None:
    card.show_note(replace(NOTE, phrases=()))
    said = sit_before(card, qtbot).read()
    assert said.splitlines() == ["Looking back at October", "They manage in public, like me."]


def test_the_kinder_lines_stand_beside_the_sentences_and_below_them_where_it_is_narrow(
    card: MonthNoteCard, qtbot: QtBot
) -> None:
    card.show_note(NOTE)
    sit_before(card, qtbot)
    sentence, answer = (place_of(card, words) for words in ("“That was stupid”, once", NOTE.reframes[0]))
    assert answer.left() > sentence.right()
    card.set_narrow(True)
    qtbot.waitUntil(lambda: place_of(card, NOTE.reframes[0]).top() > place_of(card, "“That was stupid”, once").bottom())


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Close this note", lambda card: card.read),
        ("To the inner critic’s room", lambda card: card.critic_wanted),
    ],
)
def test_the_note_is_worked_by_keyboard(
    card: MonthNoteCard, qtbot: QtBot, words: str, wanted: Callable[[MonthNoteCard], object]
) -> None:
    card.show_note(NOTE)
    person = sit_before(card, qtbot)
    with qtbot.waitSignal(wanted(card)):
        person.button(words).setFocus()
        person.press(Qt.Key.Key_Space)


# On Today, with a real journal ------------------------------------------------------------------------------------


@pytest.fixture
def lived(opened: Surroundings, clock: FixedClock, qtbot: QtBot) -> Surroundings:
    """The third of November, after an October in which a sentence came and was answered."""
    clock.set("2026-10-29 21:40")
    sentence = "I always let people down."
    days = [date(2026, 10, 7), date(2026, 10, 20)]
    keep(opened, qtbot, *[page(sentence, day=day) for day in days], page(sentence, day=date(2026, 9, 3)))
    ask(opened, qtbot, lambda journal: answer(journal, sentence))
    clock.set("2026-11-03 21:40")
    return opened


@pytest.fixture
def today(lived: Surroundings, qtbot: QtBot) -> Today:
    room = Today(lived)
    qtbot.addWidget(room)
    Person(room, qtbot).sit_down()
    room.arrive()
    lived.tasks.changed.connect(room.refresh)
    Person(room, qtbot).wait_to_read("Looking back at October")
    return room


def answer(journal: Journal, sentence: str) -> None:
    (kept,) = journal.phrases.keep(sentence).phrases
    journal.phrases.reframe(kept, "I let one thing slip. I also kept eleven.")
    for _ in journal.critic.catch_up():
        pass


def test_today_looks_back_at_the_month_before(today: Today, qtbot: QtBot) -> None:
    said = Person(today, qtbot).read()
    assert "“I always let people down.”, twice" in said
    assert "I let one thing slip. I also kept eleven." in said


def test_a_note_that_was_closed_is_read_and_does_not_come_again(
    today: Today, opened: Surroundings, qtbot: QtBot
) -> None:
    person = Person(today, qtbot)
    person.button("Close this note").setFocus()
    person.press(Qt.Key.Key_Space)
    assert "Looking back" not in person.read()
    assert person.focus is person.button("Open tonight’s page"), "the focus fell out of the room"
    assert ask(opened, qtbot, lambda journal: journal.critic.month_note()) is None
    today.arrive()
    ask(opened, qtbot, lambda journal: journal.critic.wishes())
    assert "Looking back" not in person.read()


def test_the_pointer_closes_a_note_and_leaves_the_focus_where_it_is(today: Today, qtbot: QtBot) -> None:
    person = Person(today, qtbot)
    begin = person.button("Begin the three-step break")
    begin.setFocus()
    person.part(MonthNoteCard).read.emit()
    assert "Looking back" not in person.read()
    assert person.has_focus(begin)


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
def test_notes_are_switched_off_from_the_note_and_on_again_by_the_undo(
    today: Today, opened: Surroundings, qtbot: QtBot
) -> None:
    told: list[PassingWords] = []
    today.told.connect(told.append)
    choose(today, qtbot, "Don’t show this each month")
    assert not ask(opened, qtbot, lambda journal: journal.critic.wishes()).month_note
    assert "Looking back" not in Person(today, qtbot).read()
    (words,) = told
    assert "Settings" in words.words
    assert words.undo
    words.undo()
    Person(today, qtbot).wait_to_read("Looking back at October")


def test_the_link_asks_for_the_inner_critics_room(today: Today, qtbot: QtBot) -> None:
    with qtbot.waitSignal(today.critic_wanted):
        Person(today, qtbot).click("To the inner critic’s room")


def test_what_is_heard_meanwhile_comes_into_the_note(today: Today, opened: Surroundings, qtbot: QtBot) -> None:
    def hear_one_more(journal: Journal) -> object:
        for _ in journal.critic.catch_up():
            pass
        return journal.phrases.keep("Typical me.")

    keep(opened, qtbot, page("Typical me.", day=date(2026, 10, 9)))
    opened.tasks.changed.emit(ask(opened, qtbot, hear_one_more))
    ask(opened, qtbot, lambda journal: list(journal.critic.catch_up()))
    Person(today, qtbot).wait_to_read("“Typical me.”, once")


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
def test_in_the_open_journal_the_note_leads_to_the_room_and_what_it_tells_is_heard(
    lived: Surroundings, journal_folder: Path, qtbot: QtBot
) -> None:
    journal = OpenJournal(lived, folder=journal_folder)
    qtbot.addWidget(journal)
    person = Person(journal, qtbot)
    person.sit_down()
    journal.arrive()
    person.wait_to_read("Looking back at October")
    choose(journal, qtbot, "Don’t show this each month")
    person.wait_to_read("Settings can bring it back")
    person.click("Undo")
    person.wait_to_read("Looking back at October")
    person.click("To the inner critic’s room")
    qtbot.waitUntil(lambda: person.part(CriticRoom).isVisible())
    # Nothing is left under way when the window goes.
    ask(lived, qtbot, lambda _journal: None)


def choose(today: QWidget, qtbot: QtBot, words: str) -> None:
    """Open the note's menu and choose from it."""
    Person(today, qtbot).click("Options of this note")
    (menu,) = (menu for menu in today.findChildren(Menu) if menu.isVisible())
    action: QAction = next(action for action in menu.actions() if action.text() == words)
    action.trigger()
    menu.close()


def shown_words(card: MonthNoteCard) -> list[TextLabel]:
    return [label for label in card.findChildren(TextLabel) if not label.isHidden() and not is_going(label)]


def is_going(label: TextLabel) -> bool:
    parent = label.parentWidget()
    return parent is not None and not isinstance(parent, MonthNoteCard) and parent.isHidden()


def place_of(card: MonthNoteCard, words: str) -> QRect:
    label = next(label for label in card.findChildren(TextLabel) if label.isVisible() and label.text() == words)
    return QRect(label.mapTo(card, label.rect().topLeft()), label.size())


def test_a_kind_answer_that_stood_in_a_page_is_shown_like_a_kinder_line(card: MonthNoteCard, qtbot: QtBot) -> None:
    card.show_note(MonthNote(OCTOBER, (), (), answers=("but everyone does sometimes",)))
    sit_before(card, qtbot)
    assert "but everyone does sometimes" in [label.text() for label in card.findChildren(TextLabel)]
