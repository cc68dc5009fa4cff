"""Bringing in old pages: what is said is always about the folder that was chosen last."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog

from heartjournal.exchange.markdown import read_folder
from heartjournal.ui.pages import import_pane
from heartjournal.ui.pages.import_pane import ImportPane
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
    person.wait_to_read("2 new page(s)")
    assert ask(opened, qtbot, lambda journal: journal.pages.count()) == 0
    person.click("Bring in 2 page(s)")
    person.wait_to_read("2 page(s) brought in.")
    assert ask(opened, qtbot, lambda journal: journal.pages.count()) == 2


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
    person.wait_to_read("2 new page(s)")
    gate.set()
    opened.tasks._pool.waitForDone()
    answered: list[None] = []
    opened.tasks.aside(lambda: None, then=answered.append, owner=pane)
    qtbot.waitUntil(lambda: bool(answered))
    ask(opened, qtbot, lambda journal: journal.pages.count())
    assert "2 new page(s)" in person.read()
    person.click("Bring in 2 page(s)")
    person.wait_to_read("2 page(s) brought in.")


def test_nothing_of_an_earlier_folder_can_be_brought_in_while_another_is_read(
    pane: ImportPane, qtbot: QtBot, tmp_path: Path
) -> None:
    person = Person(pane, qtbot)
    pane.look_at(folder_of(tmp_path, "first", pages=3))
    person.wait_to_read("3 new page(s)")
    pane.look_at(folder_of(tmp_path, "second", pages=1))
    assert not person.can_press("Bring in 3 page(s)")
    person.wait_to_read("1 new page(s)")


def test_a_folder_and_a_file_are_chosen_in_a_dialog(
    pane: ImportPane, opened: Surroundings, qtbot: QtBot, tmp_path: Path
) -> None:
    person = Person(pane, qtbot)
    chosen = folder_of(tmp_path, "old", pages=2)
    for words, path, found in (
        ("Choose a folder…", chosen, "2 new page(s)"),
        ("Choose one file…", chosen / "2026-10-01.md", "1 new page(s)"),
    ):
        person.click(words)
        dialog = pane.findChild(QFileDialog)
        assert isinstance(dialog, QFileDialog)
        dialog.selectFile(str(path))
        dialog.accept()
        qtbot.waitUntil(lambda: pane.findChild(QFileDialog) is None)
        person.wait_to_read(found)
