"""Looks for words in the clear: in every file of a folder, in every spelling a program may leave them in."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
_WRITE = re.compile(r"\w+\([0-9]+<(?P<file>(?:\\x[0-9a-f]{2})*)>(?P<rest>.*)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True, order=True)
class Leak:
    """A file that holds a word in the clear, as it is written there."""

    file: str
    word: str
    encoding: str


def canary(initial: str) -> str:
    """A word that nobody has ever written, with an initial of its own.

    A search index keeps of a word only what differs from the word before it, so no two may begin alike.
    """
    return initial.upper() + secrets.token_hex(8).upper()


def spellings(word: str) -> Iterator[tuple[str, str]]:
    """A word as it was written and in small letters, as a search index keeps it, with each encoding of a database."""
    return product(dict.fromkeys((word, word.lower())), ENCODINGS)


def leaks_in(data: bytes, file: str, words: Iterable[str]) -> set[Leak]:
    """How the words are written in these bytes; `file` names them."""
    return {
        Leak(file, written, encoding)
        for word in words
        for written, encoding in spellings(word)
        if written.encode(encoding) in data
    }


def leaks_below(folder: Path, words: Iterable[str]) -> list[Leak]:
    """The same for every regular file below a folder; links are not followed."""
    wanted, found = tuple(words), set[Leak]()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            found |= leaks_in(path.read_bytes(), str(path.relative_to(folder)), wanted)
    return sorted(found)


def watching_writes(log: Path) -> tuple[str, ...]:
    """The beginning of a command whose every write is to be noted in `log`, also to files that are gone at once."""
    calls = "trace=write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg"
    return ("strace", "-f", "-qq", "-y", "-xx", "-s", "1000000", "-e", calls, "-o", str(log))


def leaks_written(log: Path, words: Iterable[str]) -> list[Leak]:
    """How the words stand in what was written, but for what went into a pipe: a test that listens is no disk."""
    wanted, found = tuple(words), set[Leak]()
    for line in log.read_text().splitlines():
        call = _WRITE.search(line)
        if call is None:
            continue
        file = _from_hex(call["file"]).decode()
        if not file.startswith("pipe:"):
            found |= leaks_in(b"".join(map(_from_hex, _TEXT.findall(call["rest"]))), file, wanted)
    return sorted(found)


def _from_hex(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
