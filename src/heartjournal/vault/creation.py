"""Making a journal in the durable order: whatever stops it on the way, no empty journal opens afterwards."""

import contextlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from heartjournal.model.problems import KnownProblem
from heartjournal.vault import durable
from heartjournal.vault.connection import Connection
from heartjournal.vault.copies import HeaderCopies, level, read_header
from heartjournal.vault.header import encode
from heartjournal.vault.identity import write_identity
from heartjournal.vault.keys import USUAL_COST, KdfCost
from heartjournal.vault.layout import HEADER, NEW_HEADER, new_name
from heartjournal.vault.lockfile import VaultLock
from heartjournal.vault.state import VaultState, file_names, leftovers, vault_state
from heartjournal.vault.unlocking import Opening, data_key_of, new_opening
from heartjournal.vault.verdicts import cannot_write, empty_passphrase, foreign_folder, journal_exists, writing


def create_vault(
    folder: Path,
    passphrase: str,
    *,
    furnish: Callable[[Connection], None],
    cost: KdfCost = USUAL_COST,
    created: datetime,
) -> VaultLock:
    """Make a journal in a missing, empty or unfinished folder; `furnish` fills the new database before it has a name.

    Blocking, about half a second at the usual cost. The lock, held since before the first file, is the caller's to
    release or to open the journal with. If it is stopped on the way it leaves an unfinished folder, never
    something that opens. Raises EmptyPassphrase, JournalExists, ForeignFolder, JournalInUse, CannotRead, CannotWrite,
    DiskFull, or what `furnish` raises.
    """
    if not passphrase:
        raise empty_passphrase()
    _refuse_to_create_over(folder)
    with writing():
        durable.make_private_folder(folder)
    lock = VaultLock.taken(folder)
    try:
        _refuse_to_create_over(folder)  # another process may have made one meanwhile
        _create_or_clean(folder, new_opening(passphrase, cost=cost, created=created), passphrase, furnish)
    except BaseException:
        lock.release()
        raise
    return lock


def _refuse_to_create_over(folder: Path) -> None:
    state = vault_state(folder)
    if state is VaultState.READY:
        raise journal_exists()
    if state is VaultState.FOREIGN:
        raise foreign_folder()


def _create_or_clean(folder: Path, opening: Opening, passphrase: str, furnish: Callable[[Connection], None]) -> None:
    try:
        with writing():
            _clean_unfinished(folder)
            _create_durably(folder, opening, passphrase, furnish)
    finally:
        with contextlib.suppress(OSError, KnownProblem):
            _clean_unfinished(folder)


def _create_durably(folder: Path, opening: Opening, passphrase: str, furnish: Callable[[Connection], None]) -> None:
    """Each line is on the disk before the next; docs/file-format.md says what a stop after each one leaves."""
    database = folder / opening.header.database
    _furnish_database(new_name(database), opening, furnish)
    durable.write_private_file(folder / NEW_HEADER, encode(opening.header))
    _prove(folder / NEW_HEADER, opening, passphrase)
    durable.rename(new_name(database), database)
    durable.rename(folder / NEW_HEADER, folder / HEADER)
    level(folder, HeaderCopies(opening.header, None), opening.header)


def _furnish_database(path: Path, opening: Opening, furnish: Callable[[Connection], None]) -> None:
    durable.make_private_file(path)
    connection = opening.connect(path)
    try:
        write_identity(connection, opening.header)
        furnish(connection)
        connection.checkpoint()
    finally:
        connection.close()
    durable.sync_file(path)


def _prove(new_header: Path, opening: Opening, passphrase: str) -> None:
    """Read the header back and unwrap it, before anything has its final name."""
    if read_header(new_header) != opening.header or data_key_of(opening.header, passphrase) != opening.data_key:
        raise cannot_write()


def _clean_unfinished(folder: Path) -> None:
    """Remove what an interrupted creation left; nothing in a folder that is anything else."""
    if vault_state(folder) is not VaultState.UNFINISHED:
        return
    for name in leftovers(folder, file_names(folder) or ()):
        (folder / name).unlink(missing_ok=True)
    durable.sync_folder(folder)
