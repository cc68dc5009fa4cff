"""What lies in a folder, told from its file names and the shape of its header: no key, no lock, nothing written."""

import os
import stat
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from heartjournal.model.problems import KnownProblem
from heartjournal.vault.header import MOST_HEADER_BYTES, Header, Unreadable, decode
from heartjournal.vault.layout import HEADERS, NEW_HEADER, is_database, is_left_by_creation, is_nothing
from heartjournal.vault.verdicts import cannot_read, damaged_header, foreign_folder, newer_journal


class VaultState(Enum):
    """What a folder is to us."""

    MISSING = "missing"
    """No folder, or nothing in it."""
    READY = "ready"
    """A journal; only opening it tells whether it is whole."""
    UNFINISHED = "unfinished"
    """Creation was interrupted; creating again cleans up."""
    FOREIGN = "foreign"
    """Something else."""


@dataclass(frozen=True)
class HeaderCopies:
    """Both copies of the header as they were found; None for a copy that is not there."""

    first: Header | Unreadable | OSError | None
    second: Header | Unreadable | OSError | None

    def sound(self) -> tuple[Header, ...]:
        """The copies that can be used, newest first, the first copy before the second."""
        found = [copy for copy in (self.first, self.second) if isinstance(copy, Header)]
        return tuple(sorted(found, key=lambda header: -header.sequence))

    def has(self, verdict: Unreadable) -> bool:
        """Whether one of the copies got this verdict."""
        return verdict in (self.first, self.second)

    def problem(self) -> KnownProblem:
        """The verdict when no copy is sound."""
        if any(isinstance(copy, OSError) for copy in (self.first, self.second)):
            return cannot_read()
        only_foreign = self.has(Unreadable.FOREIGN) and not self.has(Unreadable.DAMAGED)
        return foreign_folder() if only_foreign else damaged_header()


def vault_state(folder: Path) -> VaultState:
    """Say what `folder` is to us; raise CannotRead if it cannot be listed."""
    names = file_names(folder)
    if names is None:
        return VaultState.FOREIGN
    if any(name in HEADERS for name in names):
        return _state_of_headers(folder)
    if any(is_left_by_creation(name) for name in names):
        return _state_of_leftovers(folder, names)
    if any(is_database(name) for name in names):
        return VaultState.READY  # its headers are lost: a damaged journal, never an empty folder
    return VaultState.MISSING if all(is_nothing(name) for name in names) else VaultState.FOREIGN


def file_names(folder: Path) -> tuple[str, ...] | None:
    """The names in `folder`, empty if it does not exist, None if it is no folder; raise CannotRead."""
    try:
        return tuple(sorted(path.name for path in folder.iterdir()))
    except FileNotFoundError:
        return ()
    except NotADirectoryError:
        return None
    except OSError:
        pass
    raise cannot_read()


def read_copies(folder: Path) -> HeaderCopies:
    """Read both copies; raise NewerJournal if one was written by a newer version."""
    copies = HeaderCopies(*(_read_copy(folder / name) for name in HEADERS))
    if copies.has(Unreadable.NEWER):
        raise newer_journal()
    return copies


def read_header(path: Path) -> Header | Unreadable:
    """Read one header file; raise OSError if it cannot be read."""
    # O_NONBLOCK: a named pipe put in the file's place must not keep us waiting for a writer.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return Unreadable.DAMAGED
        return decode(file.read(MOST_HEADER_BYTES + 1))


def leftover_database(folder: Path) -> Path | None:
    """The database an interrupted creation had already renamed: the one its header names, and never a later one."""
    try:
        header = read_header(folder / NEW_HEADER)
    except OSError:
        return None
    return folder / header.database if isinstance(header, Header) and header.sequence == 1 else None


def _read_copy(path: Path) -> Header | Unreadable | OSError | None:
    try:
        return read_header(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        return error


def _state_of_headers(folder: Path) -> VaultState:
    copies = HeaderCopies(*(_read_copy(folder / name) for name in HEADERS))
    found = {copy for copy in (copies.first, copies.second) if copy is not None}
    return VaultState.FOREIGN if found == {Unreadable.FOREIGN} else VaultState.READY


def _state_of_leftovers(folder: Path, names: tuple[str, ...]) -> VaultState:
    leftover = leftover_database(folder)
    ours = {leftover.name, f"{leftover.name}-wal"} if leftover else set()
    others = [name for name in names if not (is_left_by_creation(name) or is_nothing(name) or name in ours)]
    if any(is_database(name) for name in others):
        return VaultState.READY
    return VaultState.FOREIGN if others else VaultState.UNFINISHED
