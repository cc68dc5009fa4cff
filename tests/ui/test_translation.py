"""Every sentence of the window stands where `lupdate` finds it, so that somebody can translate it."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import PySide6
import pytest

import heartjournal.ui

SOURCES = Path(heartjournal.ui.__file__).parent
# What a known problem says is translated where it is shown; tools/problem_sentences.py finds it where it is made.
ELSEWHERE = {"problem_words.py", "translation.py"}


class Sentences(ast.NodeVisitor):
    """The context and text of every sentence in a module, and the lines where one is no literal."""

    def __init__(self) -> None:
        self.found: set[tuple[str, str]] = set()
        self.lost: list[int] = []
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        match node:
            case ast.Call(func=ast.Attribute(attr="tr"), args=[ast.Constant(value=str(text)), *_]):
                self.found.add((self._classes[-1], text))
            case ast.Call(
                func=ast.Name(id="translate"), args=[ast.Constant(value=str(context)), ast.Constant(value=str(text))]
            ):
                self.found.add((context, text))
            case ast.Call(func=ast.Attribute(attr="tr") | ast.Name(id="translate" | "_tr")):
                self.lost.append(node.lineno)
            case ast.Call(func=ast.Attribute(value=ast.Name(id="QCoreApplication"), attr="translate")):
                self.lost.append(node.lineno)
        self.generic_visit(node)


def sentences_in(source: str) -> Sentences:
    sentences = Sentences()
    sentences.visit(ast.parse(source))
    return sentences


def modules() -> list[Path]:
    return [path for path in sorted(SOURCES.rglob("*.py")) if path.name not in ELSEWHERE]


def read_by_lupdate(paths: list[Path], folder: Path) -> set[tuple[str, str]]:
    written = folder / "all.ts"
    lupdate = Path(PySide6.__file__).parent / "lupdate"
    subprocess.run([lupdate, *paths, "-ts", written], check=True, capture_output=True)
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ET.parse(written).iter("context")  # noqa: S314  it was written here
        for message in context.iter("message")
    }


def test_no_sentence_is_put_together_where_it_is_translated() -> None:
    lost = {path.name: sentences_in(path.read_text(encoding="utf-8")).lost for path in modules()}
    assert {name: lines for name, lines in lost.items() if lines} == {}


@pytest.mark.parametrize(
    "source",
    [
        "self.tr(words)",
        "self.tr(f'{day} evening')",
        "translate('dates', words)",
        "translate(context, 'today')",
        "QCoreApplication.translate('dates', words)",
        "_tr('today')",
    ],
)
def test_what_nobody_could_translate_is_found_out(source: str) -> None:
    assert sentences_in(f"class Screen:\n    def show(self):\n        {source}\n").lost == [3]


def test_lupdate_reads_every_sentence(tmp_path: Path) -> None:
    said = {each for path in modules() for each in sentences_in(path.read_text(encoding="utf-8")).found}
    assert {("dates", "Good evening"), ("counting", "eleven"), ("letters", "in a week"), ("forms", "Name")} <= said
    assert said - read_by_lupdate(modules(), tmp_path) == set()
