"""What lies in a folder, told from its file names and the shape of its header: no key, no lock, nothing written."""

from enum import Enum
from pathlib import Path

from heartjournal.vault.copies import read_copies, read_header
from heartjournal.vault.header import Header
from heartjournal.vault.layout import HEADERS, NEW_HEADER, is_database, is_left_by_creation, is_nothing
from heartjournal.vault.verdicts import cannot_read


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


def vault_state(folder: Path) -> VaultState:
    """Say what `folder` is to us; raise CannotRead if it cannot be listed."""
    names = file_names(folder)
    if names is None:
        return VaultState.FOREIGN
    if any(name in HEADERS for name in names):
        return VaultState.FOREIGN if read_copies(folder).are_foreign() else VaultState.READY
    others = [name for name in names if not is_nothing(name)]
    if not others:
        return VaultState.MISSING
    return _state_without_header(others, leftovers(folder, names))


def file_names(folder: Path) -> tuple[str, ...] | None:
    """The names in `folder`, empty if it does not exist, None if it is no folder; raise CannotRead."""
    try:
        return tuple(sorted(path.name for path in folder.iterdir()))
    except FileNotFoundError:
        return ()
    except NotADirectoryError:
        return None
    except OSError:
        raise cannot_read() from None


def leftovers(folder: Path, names: tuple[str, ...]) -> tuple[str, ...]:
    """The files among `names` that only an interrupted creation leaves, the header last.

    A database that already had its name counts only if the header beside it is a first one that names it: the database
    of a journal whose headers were lost is never taken for a left-over.
    """
    header = read_header(folder / NEW_HEADER)
    first = header.database if isinstance(header, Header) and header.sequence == 1 else None
    found = [name for name in names if is_left_by_creation(name) or name == first]
    return tuple(sorted(found, key=lambda name: name == NEW_HEADER))


def _state_without_header(names: list[str], left: tuple[str, ...]) -> VaultState:
    unexplained = [name for name in names if name not in left]
    if any(is_database(name) for name in unexplained):
        return VaultState.READY  # its headers are lost: a damaged journal, never an empty folder
    return VaultState.FOREIGN if unexplained else VaultState.UNFINISHED
