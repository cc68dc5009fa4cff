"""A problem speaks the person's language, and every screen lets it speak through one place."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTranslator

import heartjournal.ui
from heartjournal.model.problems import BadResource, DiskFull
from heartjournal.ui.problem_words import problem_line, problem_words, reason_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

SCREENS = Path(heartjournal.ui.__file__).parent
SAID = frozenset({"sentence", "advice"})
GERMAN = {
    "The disk is full.": "Kein Platz.",
    "Make room.": "Schaffe Platz.",
    "{file} cannot be read.": "Unlesbar: {file}",
    "It is a link.": "Ein Verweis.",
}


class German(QTranslator):
    """A translation of what problems say, and of nothing else."""

    def translate(self, context: str, text: str, _which: str | None = None, _number: int = -1) -> str:
        return GERMAN.get(text, "") if context == "KnownProblem" else ""

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    translator = German()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_sentence_and_advice_are_told_apart(qapp: QApplication) -> None:
    assert problem_words(DiskFull("The disk is full.", "Make some room.")) == ("The disk is full.", "Make some room.")


def test_without_advice_nothing_is_made_up(qapp: QApplication) -> None:
    assert problem_words(DiskFull("The disk is full.")) == ("The disk is full.", "")
    assert problem_line(DiskFull("The disk is full.")) == "The disk is full."


@pytest.mark.usefixtures("german")
def test_a_problem_is_translated_with_its_values_in_their_places() -> None:
    assert problem_words(DiskFull("The disk is full.", "Make room.")) == ("Kein Platz.", "Schaffe Platz.")
    assert problem_words(DiskFull("The disk is full.")) == ("Kein Platz.", "")
    unreadable = BadResource("{file} cannot be read.", "Make room.", {"file": "{en}.toml"})
    assert problem_line(unreadable) == "Unlesbar: {en}.toml Schaffe Platz."
    assert reason_words("It is a link.") == "Ein Verweis."
    assert reason_words("") == ""


def spoken_past_it(source: str) -> list[int]:
    """The lines where the words of a problem are taken or made in another way."""
    tree = ast.parse(source)
    problems = {
        argument.arg
        for node in ast.walk(tree)
        if isinstance(node, ast.arguments)
        for argument in (*node.args, *node.kwonlyargs)
        if "problem" in argument.arg or "Problem" in ast.unparse(argument.annotation or ast.Constant(""))
    }
    return sorted(node.lineno for node in ast.walk(tree) if isinstance(node, ast.expr) and _speaks(node, problems))


def _speaks(node: ast.expr, problems: set[str]) -> bool:
    if isinstance(node, ast.Attribute):
        is_reason = node.attr == "reason" and isinstance(node.value, ast.Name) and node.value.id == "line"
        return node.attr in SAID or is_reason
    taken = node.args[0] if isinstance(node, ast.Call) and node.args and ast.unparse(node.func) == "str" else None
    if isinstance(node, ast.FormattedValue):
        taken = node.value
    return isinstance(taken, ast.Name) and taken.id in problems


@pytest.mark.parametrize(
    "line",
    ["problem.sentence", "str(problem)", "f'{problem}'", "given.advice", "str(given)", "f'{line.name}: {line.reason}'"],
)
def test_a_place_that_speaks_past_it_would_be_seen(line: str) -> None:
    assert spoken_past_it(f"def tell(problem: KnownProblem, given: KnownProblem) -> None:\n    say({line})\n") == [2]


def test_no_screen_takes_the_words_of_a_problem_in_another_way() -> None:
    found = {
        path.relative_to(SCREENS).as_posix(): lines
        for path in sorted(SCREENS.rglob("*.py"))
        if path.name != "problem_words.py" and (lines := spoken_past_it(path.read_text(encoding="utf-8")))
    }
    # A reason goes through `reason_words` on the very line.
    reasons = found.pop("pages/import_row.py")
    source = (SCREENS / "pages" / "import_row.py").read_text(encoding="utf-8").splitlines()
    assert all("reason_words(line.reason)" in source[number - 1] for number in reasons)
    assert found == {}
