"""The two copies of the header in a folder: reading both without trusting either, and levelling them."""

import contextlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from heartjournal.model.problems import KnownProblem
from heartjournal.vault import durable
from heartjournal.vault.header import MOST_HEADER_BYTES, Header, Unreadable, decode, encode
from heartjournal.vault.layout import HEADERS, NEXT_HEADER
from heartjournal.vault.verdicts import cannot_read, damaged_header, foreign_folder


@dataclass(frozen=True)
class HeaderCopies:
    """Both copies of the header as they were found; None for a copy that is not there."""

    first: Header | Unreadable | None
    second: Header | Unreadable | None

    def sound(self) -> tuple[Header, ...]:
        """The copies that can be used, newest first, the first copy before the second."""
        found = [copy for copy in (self.first, self.second) if isinstance(copy, Header)]
        return tuple(sorted(found, key=lambda header: -header.sequence))

    def has(self, verdict: Unreadable) -> bool:
        """Whether one of the copies got this verdict."""
        return verdict in (self.first, self.second)

    def are_foreign(self) -> bool:
        """Whether all that is there belongs to another program."""
        return {self.first, self.second} - {None} == {Unreadable.FOREIGN}

    def problem(self) -> KnownProblem:
        """The verdict when no copy is sound."""
        if self.are_foreign():
            return foreign_folder()
        return cannot_read() if self.has(Unreadable.REFUSED) else damaged_header()


def read_copies(folder: Path) -> HeaderCopies:
    """Read both copies."""
    return HeaderCopies(*(read_header(folder / name) for name in HEADERS))


def read_header(path: Path) -> Header | Unreadable | None:
    """Read one header file; None if there is none."""
    try:
        return decode(_first_bytes(path))
    except FileNotFoundError:
        return None
    except OSError:
        return Unreadable.REFUSED


def level(folder: Path, copies: HeaderCopies, header: Header) -> None:
    """Give a missing, damaged or older copy the content of the one that opened; another program's file is left alone.

    A failure is no reason to keep anybody out: one good copy opens, and every opening tries again.
    """
    with contextlib.suppress(OSError):
        for name, copy in zip(HEADERS, (copies.first, copies.second), strict=True):
            if copy not in (header, Unreadable.FOREIGN):
                durable.write_private_file(folder / NEXT_HEADER, encode(header))
                durable.rename(folder / NEXT_HEADER, folder / name)


def _first_bytes(path: Path) -> bytes:
    # O_NONBLOCK: a named pipe put in the file's place must not keep us waiting for a writer.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return b""
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(MOST_HEADER_BYTES + 1)
    finally:
        os.close(descriptor)
