"""What paper and PDF are not is said first; then a letter is printed, saved, or nothing is left of having asked."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QWidget
from shiboken6 import isValid

from heartjournal.ui.printing import Printout, PrintPane
from tests.leaks.canaries import canary, leaks_below
from tests.ui.person import Person
from tests.ui.printing.poppler import words_in

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from heartjournal.ui.surroundings import Surroundings

pytestmark = pytest.mark.platform("linux")

W = TypeVar("W", bound=QWidget)
WORD = canary("p")
LETTER = Printout("For tonight", "Thursday 12 November 2026", (f"My dear {WORD},\n\nyou are home.",))


@pytest.fixture
def pane(surroundings: Surroundings, qtbot: QtBot) -> PrintPane:
    """The pane with a letter on offer."""
    made = PrintPane(surroundings)
    qtbot.addWidget(made)
    made.offer((LETTER,), file_name="letter.pdf")
    return made


@pytest.fixture
def person(pane: PrintPane, qtbot: QtBot) -> Person:
    made = Person(pane, qtbot)
    made.sit_down()
    return made


def test_what_paper_is_not_is_said_before_anything_else(person: Person) -> None:
    assert "A printed page is not encrypted" in person.read()
    assert WORD not in person.read()


def test_a_letter_is_saved_where_it_was_wished(pane: PrintPane, person: Person, qtbot: QtBot, tmp_path: Path) -> None:
    person.click("Save as PDF…")
    dialog = shown(pane, QFileDialog)
    assert dialog.selectedFiles()[0].endswith("/letter.pdf")
    shown(dialog, QLineEdit).setText(str(tmp_path / "mine.pdf"))
    dialog.accept()
    person.wait_to_read("Saved. The file can be read by whoever finds it.")
    saved = tmp_path / "mine.pdf"
    assert words_in(saved).split() == [
        "For",
        "tonight",
        "Thursday",
        "12",
        "November",
        "2026",
        "My",
        "dear",
        f"{WORD},",
        "you",
        "are",
        "home.",
    ]
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600


def test_a_file_dialog_that_is_left_leaves_nothing(
    pane: PrintPane, person: Person, qtbot: QtBot, tmp_path: Path
) -> None:
    person.click("Save as PDF…")
    dialog = shown(pane, QFileDialog)
    shown(dialog, QLineEdit).setText(str(tmp_path / "mine.pdf"))
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert not list(tmp_path.iterdir())
    assert leaks_below(Path.home(), [WORD]) == []


def test_a_place_that_takes_no_file_is_said(pane: PrintPane, person: Person, tmp_path: Path) -> None:
    pane.save_to(tmp_path / "nowhere" / "mine.pdf")
    person.wait_to_read("The PDF could not be written there.")
    assert "Saved" not in person.read()


def test_the_system_s_own_dialog_prints(pane: PrintPane, person: Person, qtbot: QtBot, tmp_path: Path) -> None:
    """Qt's printer that writes a file stands in for paper."""
    dialog = opened_dialog(pane, person)
    printer = dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    dialog.done(QDialog.DialogCode.Accepted)
    qtbot.waitUntil(lambda: not isValid(dialog))
    person.wait_to_read("It is on its way to the printer.")
    assert WORD in words_in(tmp_path / "paper.pdf")


def test_a_print_dialog_that_is_left_prints_nothing(pane: PrintPane, person: Person, qtbot: QtBot) -> None:
    dialog = opened_dialog(pane, person)
    assert not dialog.testOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile)
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert "on its way" not in person.read()
    assert leaks_below(Path.home(), [WORD]) == []


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_answer_is_said(pane: PrintPane, person: Person, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened_dialog(pane, person)
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / "nowhere" / "paper.pdf"))
    dialog.done(QDialog.DialogCode.Accepted)
    qtbot.waitUntil(lambda: not isValid(dialog))
    person.wait_to_read("The printer did not answer.")


def test_it_lets_go_of_the_words_when_it_is_closed(pane: PrintPane, person: Person, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.closed):
        person.click("Close")
    assert pane._printouts == ()


def test_the_keys_alone_are_enough(pane: PrintPane, person: Person, qtbot: QtBot) -> None:
    assert person.has_focus(person.button("Print…"))
    person.press(Qt.Key.Key_Tab)
    assert person.has_focus(person.button("Save as PDF…"))
    person.press(Qt.Key.Key_Tab)
    with qtbot.waitSignal(pane.closed):
        person.press(Qt.Key.Key_Space)


def opened_dialog(pane: PrintPane, person: Person) -> QPrintDialog:
    person.click("Print…")
    return shown(pane, QPrintDialog)


def shown(parent: QWidget, kind: type[W]) -> W:
    found = [part for part in parent.findChildren(kind) if part.isVisible()]
    assert len(found) == 1
    return found[0]
