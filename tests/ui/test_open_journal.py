"""The rooms and the page in front of them, on a real journal: no page is opened over words that are newer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from heartjournal.ui.editor.writing_text import WritingText
from heartjournal.ui.open_journal import OpenJournal
from heartjournal.ui.wanted import EntryWanted, PageWanted
from tests.ui.person import CONTROL, Person
from tests.ui.writing import ask, keep, page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from heartjournal.journal import Journal
    from heartjournal.ui.surroundings import Surroundings


@pytest.fixture
def rooms(opened: Surroundings, journal_folder: Path, qtbot: QtBot) -> Iterator[OpenJournal]:
    """The open journal with the person in front of it; what is still written on at the end is saved."""
    made = OpenJournal(opened, folder=journal_folder)
    qtbot.addWidget(made)
    Person(made, qtbot).sit_down()
    yield made
    saved: list[None] = []
    made.save_now(lambda: saved.append(None))
    qtbot.waitUntil(lambda: bool(saved))


@pytest.fixture
def person(rooms: OpenJournal, qtbot: QtBot) -> Person:
    return Person(rooms, qtbot)


def wait_for_text(person: Person, qtbot: QtBot, words: str) -> WritingText:
    """The text in front, once it has the keyboard and says this."""

    def text() -> WritingText | None:
        focus = person.focus
        return focus if isinstance(focus, WritingText) and focus.words == words else None

    qtbot.waitUntil(lambda: text() is not None)
    found = text()
    assert found is not None
    return found


def kept(opened: Surroundings, qtbot: QtBot) -> list[str]:
    """The words of every page, as the journal holds them."""

    def bodies(journal: Journal) -> list[str]:
        entries = [journal.pages.entry(line.id) for line in journal.pages.lines()]
        return [section.body for entry in entries for section in entry.sections]

    return ask(opened, qtbot, bodies)


def test_a_page_asked_for_again_while_it_is_written_on_shows_its_newest_words(
    rooms: OpenJournal, person: Person, opened: Surroundings, qtbot: QtBot
) -> None:
    (known,) = keep(opened, qtbot, page("Rain."))
    rooms.open_entry(EntryWanted(known))
    wait_for_text(person, qtbot, "Rain.")
    person.type_in(" Then sun.")
    before = person.focus

    rooms.open_entry(EntryWanted(known))

    qtbot.waitUntil(lambda: person.focus is not before)
    wait_for_text(person, qtbot, "Rain. Then sun.")
    person.type_in(" Then wind.")
    person.press(Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: kept(opened, qtbot) == ["Rain. Then sun. Then wind."])


def test_a_page_that_was_opened_and_written_on_while_it_was_being_fetched_shows_its_newest_words(
    rooms: OpenJournal, person: Person, opened: Surroundings, qtbot: QtBot
) -> None:
    draft = page("Rain.")
    (known,) = keep(opened, qtbot, draft)
    entry = ask(opened, qtbot, lambda journal: journal.pages.entry(known))
    rooms.open_entry(EntryWanted(known))
    wait_for_text(person, qtbot, "Rain.")
    person.type_in(" Then sun.")
    before = person.focus

    rooms._write_in(entry)

    qtbot.waitUntil(lambda: person.focus is not before)
    wait_for_text(person, qtbot, "Rain. Then sun.")


def test_a_page_asked_for_from_another_page_puts_that_one_away_with_its_words(
    rooms: OpenJournal, person: Person, opened: Surroundings, qtbot: QtBot
) -> None:
    (known,) = keep(opened, qtbot, page("Rain."))
    rooms.open_page(PageWanted())
    wait_for_text(person, qtbot, "")
    person.type_in("Sun.")
    rooms.open_entry(EntryWanted(known))
    wait_for_text(person, qtbot, "Rain.")
    assert sorted(kept(opened, qtbot)) == ["Rain.", "Sun."]
