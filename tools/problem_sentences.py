"""Finds every sentence that a known problem can say, for translation: standard library only, changes nothing.

    python tools/problem_sentences.py > build/problem_sentences.py
    pyside6-lupdate build/problem_sentences.py -ts ...

What is printed is Python that `lupdate` reads, in the context that `ui/problem_words.py` translates in.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CONTEXT = "KnownProblem"
MARK = "source_text"
_SOURCES = Path(__file__).parents[1] / "src" / "heartjournal"
_PROBLEMS = _SOURCES / "model" / "problems.py"
_SAID = 2


@dataclass(frozen=True)
class Found:
    """A sentence in the sources; `text` is None where it is no literal, so that nobody can translate it."""

    place: str
    text: str | None


def problem_kinds(problems: Path = _PROBLEMS) -> frozenset[str]:
    """The names of the classes of known problems."""
    tree = ast.parse(problems.read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.ClassDef))


def sentences_below(folder: Path = _SOURCES) -> Iterator[Found]:
    """What stands as sentence or advice where a problem is made, and what is marked, file by file."""
    kinds = problem_kinds()
    for path in sorted(folder.rglob("*.py")):
        yield from sentences_in(path.read_text(encoding="utf-8"), path.relative_to(folder).as_posix(), kinds)


def sentences_in(source: str, name: str, kinds: frozenset[str]) -> Iterator[Found]:
    """The same for the source of one module."""
    tree = ast.parse(source)
    constants = dict(_constants(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (called := _name_of(node.func)) in {*kinds, MARK}:
            place = f"{name}:{node.lineno}"
            if called != MARK and any(keyword.arg != "values" for keyword in node.keywords):
                yield Found(place, None)
            for said in node.args[: 1 if called == MARK else _SAID]:
                yield from (Found(place, text) for text in _texts(said, constants))


def _constants(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """What the module calls by a name once and for all."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id, node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            yield node.target.id, node.value


def _texts(said: ast.expr, constants: dict[str, ast.expr]) -> Iterator[str | None]:
    if isinstance(said, ast.Constant) and isinstance(said.value, str):
        yield said.value
    elif isinstance(said, ast.IfExp):
        yield from _texts(said.body, constants)
        yield from _texts(said.orelse, constants)
    elif isinstance(said, ast.Name) and said.id in constants:
        yield from _texts(constants[said.id], {})
    else:
        yield None


def _name_of(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


def for_lupdate(texts: Iterator[str]) -> str:
    """Python of one marked sentence a line, each once."""
    lines = (f"QT_TRANSLATE_NOOP({CONTEXT!r}, {text!r})" for text in sorted(set(texts)))
    return "\n".join(lines) + "\n"


def main() -> int:
    """Print them; fail where one is no literal."""
    found = list(sentences_below())
    lost = [each.place for each in found if each.text is None]
    sys.stdout.write(for_lupdate(each.text for each in found if each.text))
    sys.stderr.writelines(f"{place}: a sentence that nobody can translate\n" for place in lost)
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
