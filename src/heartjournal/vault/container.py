"""An open journal, and how one is opened without changing a byte until it is."""

import contextlib
from pathlib import Path

from heartjournal.model.problems import KnownProblem
from heartjournal.vault.connection import Connection, Interrupted, VaultBug
from heartjournal.vault.copies import HeaderCopies, level, read_copies
from heartjournal.vault.identity import has_identity
from heartjournal.vault.lockfile import VaultLock
from heartjournal.vault.state import VaultState, vault_state
from heartjournal.vault.unlocking import Opening, unlocked
from heartjournal.vault.verdicts import (
    damaged_journal,
    foreign_folder,
    journal_in_use,
    missing_database,
    no_journal,
    unfinished_journal,
    unreadable_database,
)

_NOTHING_TO_OPEN = {
    VaultState.MISSING: no_journal,
    VaultState.UNFINISHED: unfinished_journal,
    VaultState.FOREIGN: foreign_folder,
}


class Vault:
    """An open journal: its connection, and the lock held beside it. Lives in the thread that opened it."""

    def __init__(self, connection: Connection, *, vault_id: bytes, lock: VaultLock) -> None:
        self.connection = connection
        self.vault_id = vault_id
        self._lock = lock

    def close(self) -> None:
        """Move everything into the database file, close it and free the lock; a second call does nothing."""
        try:
            # Where it finds no room, everything stays safe in the -wal file.
            with contextlib.suppress(KnownProblem, Interrupted, VaultBug):
                self.connection.checkpoint()
            self.connection.close()
        finally:
            self._lock.release()


def open_vault(folder: Path, passphrase: str, *, lock: VaultLock | None = None) -> Vault:
    """Open the journal in `folder`. Nothing on the disk changes before it is open; then the header copies are levelled.

    Blocking, about a quarter of a second at the usual cost. The calling thread owns the connection. Raises NoJournal,
    UnfinishedJournal, ForeignFolder, NewerJournal, DamagedHeader, WrongPassphrase, DamagedJournal, JournalInUse,
    CannotRead, CannotWrite. A `lock` already held becomes the vault's own; if opening fails it is released.
    """
    with contextlib.ExitStack() as on_failure:
        if lock is not None:
            on_failure.callback(lock.release)
        vault = _opened(folder, passphrase, lock)
        on_failure.pop_all()
    return vault


def _opened(folder: Path, passphrase: str, held: VaultLock | None) -> Vault:
    state = vault_state(folder)
    if state is not VaultState.READY:
        verdict = _NOTHING_TO_OPEN[state]
        raise verdict()
    copies = read_copies(folder)
    opening = unlocked(copies, passphrase)
    _check_database_file(folder / opening.header.database, opening.header.page_bytes)
    with contextlib.ExitStack() as on_failure:
        lock = held or VaultLock.taken(folder)
        on_failure.callback(lock.release)
        vault = Vault(_open_locked(folder, copies, opening), vault_id=opening.header.vault_id, lock=lock)
        on_failure.pop_all()
    return vault


def _check_database_file(path: Path, page_bytes: int) -> None:
    """SQLite would make a missing file, take an empty one for a new journal, and say no more than "cannot open"."""
    try:
        is_one = path.stat().st_size >= page_bytes and path.is_file()
        if is_one:
            path.open("rb").close()
    except FileNotFoundError:
        raise missing_database() from None
    except OSError:
        raise unreadable_database() from None
    if not is_one:
        raise damaged_journal()


def _open_locked(folder: Path, copies: HeaderCopies, opening: Opening) -> Connection:
    if read_copies(folder) != copies:
        # Another process changed the keys while ours were derived; levelling would undo that.
        raise journal_in_use()
    with contextlib.ExitStack() as on_failure:
        connection = opening.connect(folder / opening.header.database)
        on_failure.callback(connection.close)
        if not has_identity(connection, opening.header):
            raise damaged_journal()
        level(folder, copies, opening.header)
        on_failure.pop_all()
    return connection
