"""The commands in docs/command-line.md do what the page says they do."""

import json
import re
import shlex
from itertools import zip_longest
from pathlib import Path

import pytest

from heartjournal.journal import open_journal
from tests.cli.terminal import PASSPHRASE, Terminal

PAGE = Path(__file__).parents[2] / "docs" / "command-line.md"
UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
PIPED = re.compile(r"echo '([^']*)' \| (.*)")


def documented() -> list[tuple[str, str]]:
    """Each command of the page with what it prints."""
    blocks = re.findall(r"```console\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    pieces = [piece for block in blocks for piece in re.split(r"^\$ ", block, flags=re.MULTILINE) if piece]
    return [(command, printed) for command, _, printed in (piece.partition("\n") for piece in pieces)]


def test_every_documented_command_prints_what_is_documented(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_the_files_of_the_page(tmp_path)
    monkeypatch.chdir(tmp_path)
    real: dict[str, str] = {}
    (first, *commands) = documented()
    assert first == ("heartjournal new", "Your journal is in /home/sam/journal\n")
    assert len(commands) > 8
    for command, printed in commands:
        if command == "heartjournal phrases":
            keep_the_phrase_of_the_page(terminal)
        said = typed(terminal, UUID.sub(lambda found: real[found[0]], command))
        assert said.isascii() or "--json" not in command
        for written, found in zip_longest(UUID.findall(printed), UUID.findall(said)):
            assert real.setdefault(written, found) == found, command
        assert UUID.sub(lambda found: real[found[0]], printed) == said, command


def typed(terminal: Terminal, command: str) -> str:
    piped = PIPED.fullmatch(command)
    words = shlex.split(piped[2] if piped else command)
    assert words.pop(0) == "heartjournal"
    said = terminal.type(*words, typed_in=f"{piped[1]}\n".encode() if piped else b"")
    assert said.code == 0, said.errors
    return said.text


def keep_the_phrase_of_the_page(terminal: Terminal) -> None:
    """What the page says was done in the window."""
    journal = open_journal(terminal.folder, PASSPHRASE, clock=terminal.clock)
    try:
        (phrase,) = journal.phrases.keep("I always let people down").phrases
        journal.phrases.reframe(phrase, "I let one thing slip. I also kept eleven.")
    finally:
        journal.close()


def write_the_files_of_the_page(folder: Path) -> None:
    (folder / "walk.txt").write_text("The long way home along the river.\n")
    (folder / "old-pages").mkdir()
    (folder / "old-pages" / "2025-03-02.md").write_text("Snow again.\n")
    (folder / "old-pages" / "gate.md").write_text("---\ndate: 2025-03-01\n---\n\nFirst crocus by the gate.\n")


def test_every_field_of_the_json_is_explained(terminal: Terminal, tmp_path: Path) -> None:
    write_the_files_of_the_page(tmp_path)
    added = json.loads(terminal.type("add", "--json", typed_in=b"Hello").text)
    keep_the_phrase_of_the_page(terminal)
    documents = [added] + [
        json.loads(terminal.type(*words, typed_in=b"Dear you").text)
        for words in (
            ("import", "--json", str(tmp_path / "old-pages")),
            ("list", "--json"),
            ("search", "--json", "Hello"),
            ("letter", "add", "--json"),
            ("letters", "--json"),
            ("phrases", "--json"),
            ("show", "--json", added["id"]),
        )
    ]
    page = PAGE.read_text(encoding="utf-8")
    assert {name for document in documents for name in names(document) if f"`{name}`" not in page} == set()


def names(document: object) -> set[str]:
    """Every field at every depth."""
    if isinstance(document, dict):
        return set(document) | {name for value in document.values() for name in names(value)}
    if isinstance(document, list):
        return {name for value in document for name in names(value)}
    return set()
