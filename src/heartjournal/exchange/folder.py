"""Reading files that a person points to: nothing outside the folder, nothing endless, nothing that is no text."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from heartjournal.model.problems import BadImport, CannotRead, source_text

LARGEST_FILE = 5 * 1024 * 1024
"""Bytes; some 900,000 words, far beyond any page, and small enough for a window to show."""

_LINK = source_text("It is a link, and links are not followed: bring in the file it points to instead.")
_TOO_LARGE = source_text("It is larger than 5 MB, which is too large for one page.")
_UNREADABLE = source_text("It cannot be read: check its permissions.")
_NOT_A_FILE = source_text("It is not an ordinary file.")
_NOT_UTF_8 = source_text("It is not UTF-8 text: save it as UTF-8 and bring it in again.")
_NOT_TEXT = source_text("It is not plain text: save it as UTF-8 text and bring it in again.")
_BYTE_ORDER_MARK = "\ufeff"
# A file changed into a pipe or a link after it was looked at must neither hang nor lead elsewhere.
_CAREFUL = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Refused(Exception):  # noqa: N818  a refused file is an answer, no error
    """One file that cannot be brought in; `reason` is one plain sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Found:
    """A file to look at: its name from the folder named by the person, with forward slashes, and where it is.

    `refusal` is a plain sentence where the file, or a whole folder, is not to be opened at all.
    """

    name: str = field(repr=False)
    path: Path = field(repr=False)
    refusal: str = ""


def files_at(path: Path, *, suffixes: frozenset[str]) -> Iterator[Found]:
    """The files of these suffixes in a folder and in the folders below it, by name; or the one file named.

    Names that begin with a dot are left out. A named folder may be reached by a link; a named file that is one is
    refused, as it is within a folder. Raises CannotRead or BadImport when `path` itself is no file or folder.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            root = path.resolve(strict=True)
            return iter(sorted(_walk(root, suffixes), key=lambda found: found.name))
    except (OSError, ValueError):
        raise CannotRead(
            "That file or folder cannot be read.", "Check that it is there and that you may read it."
        ) from None
    if not stat.S_ISREG(mode):
        raise BadImport("That is neither a folder nor an ordinary file.", "Choose a folder of Markdown files.")
    if path.is_symlink():
        return iter((Found(path.name, path, _LINK),))
    return iter((Found(path.name, path.resolve()),))


def text_of(path: Path) -> str:
    """The text of a file, every character as it stands but for a byte order mark at the head. Raises Refused."""
    try:
        descriptor = os.open(path, os.O_RDONLY | _CAREFUL)
    except (OSError, ValueError):
        raise Refused(_LINK if path.is_symlink() else _UNREADABLE) from None
    try:
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise Refused(_NOT_A_FILE)
            raw = file.read(LARGEST_FILE + 1)
    except OSError:
        raise Refused(_UNREADABLE) from None
    return text_from(raw).removeprefix(_BYTE_ORDER_MARK)


def text_from(raw: bytes) -> str:
    """Bytes as text, unchanged. Raises Refused when they are too many, no UTF-8, or no text at all."""
    if len(raw) > LARGEST_FILE:
        raise Refused(_TOO_LARGE)
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        raise Refused(_NOT_UTF_8) from None
    if "\0" in text:
        raise Refused(_NOT_TEXT)
    return text


def _walk(root: Path, suffixes: frozenset[str]) -> Iterator[Found]:
    """Without recursion, so that no depth of folders can end it."""
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as scanned:
                entries = [entry for entry in scanned if not entry.name.startswith(".")]
        except OSError:
            yield _found(folder, root, _UNREADABLE)
            continue
        for entry in entries:
            path = folder / entry.name
            is_wanted = path.suffix.lower() in suffixes
            if _leads_elsewhere(entry, path):
                if is_wanted or path.is_dir():
                    yield _found(path, root, _LINK)
            elif entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif is_wanted:
                yield _found(path, root, "" if entry.is_file(follow_symlinks=False) else _NOT_A_FILE)


def _found(path: Path, root: Path, refusal: str) -> Found:
    return Found(path.relative_to(root).as_posix(), path, refusal)


def _leads_elsewhere(entry: "os.DirEntry[str]", path: Path) -> bool:
    """Whether it is a link, or one of the other ways (Windows has several) to stand for a place that is not here."""
    try:
        return entry.is_symlink() or path.resolve() != path
    except OSError:
        return True
