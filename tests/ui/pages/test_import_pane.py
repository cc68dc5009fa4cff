"""Bringing in old pages: what is said is always about the folder that was chosen last."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog

from heartjournal.exchange.markdown import read_folder
from heartjournal.ui.pages import import_pane
from heartjournal.ui.pages.import_pane import ImportPane
from heartjournal.ui.pages.import_row import ImportRow
from heartjournal.ui.widgets import TextLabel
from tests.ui.person import Person
from tests.ui.writing import ask

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from heartjournal.model.clock import Moment
    from heartjournal.model.importing import ImportLine
    from heartjournal.ui.surroundings import Surroundings


@pytest.fixture
def pane(opened: Surroundings, qtbot: QtBot) -> ImportPane:
    made = ImportPane(opened)
    qtbot.addWidget(made)
    made.resize(1056, 900)
    made.show()
    made.begin()
    return made


def folder_of(parent: Path, name: str, *, pages: int) -> Path:
    folder = parent / name
    folder.mkdir()
    for number in range(1, pages + 1):
        (folder / f"2026-10-{number:02}.md").write_text(f"{name} {number}")
    return folder


def test_what_would_come_is_told_and_then_brought_in(
    pane: ImportPane, opened: Surroundings, qtbot: QtBot, tmp_path: Path
) -> None:
    person = Person(pane, qtbot)
    pane.look_at(folder_of(tmp_path, "old", pages=2))
    person.wait_to_read("Two new pages")
    assert ask(opened, qtbot, lambda journal: journal.pages.count()) == 0
    person.click("Bring in two pages")
    person.wait_to_read("Two pages brought in.")
    assert ask(opened, qtbot, lambda journal: journal.pages.count()) == 2


def test_many_pages_are_told_in_figures_and_those_that_stay_away_are_counted_too(
    pane: ImportPane, qtbot: QtBot, tmp_path: Path
) -> None:
    person = Person(pane, qtbot)
    folder = folder_of(tmp_path, "old", pages=12)
    (folder / "no day.md").write_text("nowhere")
    pane.look_at(folder)
    person.wait_to_read("12 new pages, one left out, with the reason below.")
    (folder / "no day either.md").write_text("nowhere")
    person.click("Bring in 12 pages")
    person.wait_to_read("12 pages brought in")
    pane.look_at(folder)
    person.wait_to_read("No new pages, 12 already here, two left out, with the reasons below.")


def test_every_file_is_shown_with_its_day_and_its_first_words_or_the_reason_why_it_stays_away(
    pane: ImportPane, qtbot: QtBot, tmp_path: Path
) -> None:
    person = Person(pane, qtbot)
    pane.look_at(folder_of(tmp_path, "old", pages=2))
    person.wait_to_read("Two new pages")
    person.click("Bring in two pages")
    person.wait_to_read("Two pages brought in")
    mixed = folder_of(tmp_path, "old again", pages=0)
    for name, words in (
        ("2026-10-01.md", "old 1"),
        ("1901-03-02.md", "## The kettle\n\nhums {on}."),
        ("1901-03-03.md", "---\ntitle: A title\n---\nwords below"),
        ("no day.md", "nowhere"),
    ):
        (mixed / name).write_text(words)
    pane.look_at(mixed)
    person.wait_to_read("Two new pages, one already here, one left out")
    rows = [row.findChildren(TextLabel) for row in pane.findChildren(ImportRow) if row.isVisible()]
    assert [[label.text() for label in labels] for labels in rows] == [
        ["no day.md", "It has no date: name it like 2026-11-12.md, or write date: 2026-11-12 in its front matter."],
        ["2 March 1901", "1901-03-02.md", "The kettle hums {on}."],
        ["3 March 1901", "1901-03-03.md", "A title"],
        ["1 October", "already here", "2026-10-01.md", "old 1"],
    ]


def test_a_folder_that_takes_long_to_read_says_nothing_once_another_is_chosen(
    pane: ImportPane, opened: Surroundings, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, quick = folder_of(tmp_path, "slow", pages=3), folder_of(tmp_path, "quick", pages=2)
    gate = threading.Event()

    def read(path: Path, *, now: Moment) -> tuple[ImportLine, ...]:
        if path == slow:
            gate.wait(10)
        return tuple(read_folder(path, now=now))

    monkeypatch.setattr(import_pane, "read_folder", read)
    person = Person(pane, qtbot)
    pane.look_at(slow)
    pane.look_at(quick)
    person.wait_to_read("Two new pages")
    gate.set()
    opened.tasks._pool.waitForDone()
    answered: list[None] = []
    opened.tasks.aside(lambda: None, then=answered.append, owner=pane)
    qtbot.waitUntil(lambda: bool(answered))
    ask(opened, qtbot, lambda journal: journal.pages.count())
    assert "Two new pages" in person.read()
    person.click("Bring in two pages")
    person.wait_to_read("Two pages brought in.")


def test_nothing_of_an_earlier_folder_can_be_brought_in_while_another_is_read(
    pane: ImportPane, qtbot: QtBot, tmp_path: Path
) -> None:
    person = Person(pane, qtbot)
    pane.look_at(folder_of(tmp_path, "first", pages=3))
    person.wait_to_read("Three new pages")
    pane.look_at(folder_of(tmp_path, "second", pages=1))
    assert not person.can_press("Bring in three pages")
    person.wait_to_read("One new page")


def test_a_folder_and_a_file_are_chosen_in_a_dialog(
    pane: ImportPane, opened: Surroundings, qtbot: QtBot, tmp_path: Path
) -> None:
    person = Person(pane, qtbot)
    chosen = folder_of(tmp_path, "old", pages=2)
    for words, path, found in (
        ("Choose a folder…", chosen, "Two new pages"),
        ("Choose one file…", chosen / "2026-10-01.md", "One new page"),
    ):
        person.click(words)
        dialog = pane.findChild(QFileDialog)
        assert isinstance(dialog, QFileDialog)
        dialog.selectFile(str(path))
        dialog.accept()
        qtbot.waitUntil(lambda: pane.findChild(QFileDialog) is None)
        person.wait_to_read(found)
