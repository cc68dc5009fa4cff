"""Today: what can be begun from it, and the last pages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from heartjournal.model.changes import Changes
from heartjournal.ui.today import Today
from heartjournal.ui.today.last_pages import LastPages
from heartjournal.ui.wanted import BREAK, EVENING_JOURNAL, FREE_WRITING, EntryWanted, PageWanted
from heartjournal.ui.widgets import Link, PageCard, TextLabel
from tests.ui.writing import keep, page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from heartjournal.ui.surroundings import Surroundings
    from tests.clock import FixedClock


@pytest.fixture
def today(opened: Surroundings, qtbot: QtBot) -> Today:
    room = Today(opened)
    qtbot.addWidget(room)
    room.resize(1280, 800)
    room.show()
    qtbot.waitExposed(room)
    return room


def button(today: Today, words: str) -> QPushButton:
    return next(each for each in today.findChildren(QPushButton) if words in (each.text(), each.accessibleName()))


def cards(today: Today) -> list[PageCard]:
    return [card for card in today.findChildren(PageCard) if card.isVisible()]


def test_enter_on_arrival_opens_the_guided_page(today: Today, qtbot: QtBot) -> None:
    today.arrive()
    with qtbot.waitSignal(today.page_wanted) as wanted:
        qtbot.keyClick(button(today, "Open tonight’s page"), Qt.Key.Key_Return)
    assert wanted.args == [PageWanted(EVENING_JOURNAL)]


def test_the_right_key_switches_to_free_writing_and_the_left_key_back(today: Today, qtbot: QtBot) -> None:
    today.arrive()
    opening = button(today, "Open tonight’s page")
    qtbot.keyClick(opening, Qt.Key.Key_Right)
    with qtbot.waitSignal(today.page_wanted) as wanted:
        qtbot.keyClick(opening, Qt.Key.Key_Return)
    assert wanted.args == [PageWanted(FREE_WRITING)]
    qtbot.keyClick(opening, Qt.Key.Key_Left)
    with qtbot.waitSignal(today.page_wanted) as wanted:
        qtbot.keyClick(opening, Qt.Key.Key_Return)
    assert wanted.args == [PageWanted(EVENING_JOURNAL)]


def test_a_short_break_and_the_way_out_are_one_press_away(today: Today, qtbot: QtBot) -> None:
    with qtbot.waitSignal(today.page_wanted) as wanted:
        button(today, "Begin the three-step break").click()
    assert wanted.args == [PageWanted(BREAK)]
    with qtbot.waitSignal(today.grounding_wanted):
        button(today, "Too much right now").click()


@pytest.mark.parametrize(
    ("time", "words"),
    [("07:10", "Good morning"), ("14:00", "Good afternoon"), ("21:40", "Good evening"), ("02:30", "Good evening")],
)
def test_the_greeting_goes_by_the_hour(today: Today, clock: FixedClock, time: str, words: str) -> None:
    clock.set(f"2026-11-12 {time}")
    today.arrive()
    assert words in [label.text() for label in today.findChildren(TextLabel)]


def test_in_the_small_hours_it_is_still_the_evening_before(today: Today, clock: FixedClock) -> None:
    clock.set("2026-11-13 02:30")
    today.arrive()
    assert any("12 November" in label.text() for label in today.findChildren(TextLabel))


def test_an_empty_journal_is_told_kindly_and_offers_no_list(today: Today) -> None:
    today.arrive()
    assert cards(today) == []
    assert not any(link.isVisible() for link in today.findChildren(Link))


def test_the_last_pages_lie_below_newest_first_and_open_on_a_press(
    today: Today, opened: Surroundings, qtbot: QtBot
) -> None:
    days = [page(f"On the {number}th", day=date(2026, 11, number)) for number in (4, 5, 6, 7, 9)]
    ids = keep(opened, qtbot, *days)
    today.arrive()
    qtbot.waitUntil(lambda: len(cards(today)) == 4)
    assert [card.accessibleDescription() for card in cards(today)] == [
        "On the 9th",
        "On the 7th",
        "On the 6th",
        "On the 5th",
    ]
    with qtbot.waitSignal(today.entry_wanted) as wanted:
        cards(today)[0].click()
    assert wanted.args == [EntryWanted(ids[-1])]


def test_a_page_written_meanwhile_appears(today: Today, opened: Surroundings, qtbot: QtBot) -> None:
    [written] = keep(opened, qtbot, page("Just now"))
    today.refresh(Changes(entries=frozenset({written})))
    qtbot.waitUntil(lambda: len(cards(today)) == 1)


def test_a_narrow_window_shows_three_pages(today: Today, opened: Surroundings, qtbot: QtBot) -> None:
    keep(opened, qtbot, *[page(str(number)) for number in range(5)])
    today.resize(836, 600)
    today.arrive()
    qtbot.waitUntil(lambda: len(cards(today)) == 3)


def test_nobody_is_told_of_an_empty_journal_before_the_journal_has_answered(opened: Surroundings, qtbot: QtBot) -> None:
    pages = LastPages(opened)
    qtbot.addWidget(pages)
    pages.show()
    assert not told_that_there_are_none(pages)
    pages.show_lines(())
    assert told_that_there_are_none(pages)


def told_that_there_are_none(pages: LastPages) -> bool:
    return any(label.isVisible() and "will lie here" in label.text() for label in pages.findChildren(TextLabel))
