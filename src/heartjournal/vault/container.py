"""A journal's folder as a whole: making one in the durable order, and opening one without changing it."""

import contextlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from heartjournal.model.problems import KnownProblem
from heartjournal.vault import durable, layout, verdicts
from heartjournal.vault.connection import Connection, VaultBug
from heartjournal.vault.header import VAULT_ID_BYTES, Header, Unreadable, encode, sealed
from heartjournal.vault.keys import (
    KEY_BYTES,
    NONCE_BYTES,
    SALT_BYTES,
    USUAL_COST,
    KdfCost,
    Purpose,
    derived_key,
    key_from_passphrase,
    unwrap,
    wrap,
)
from heartjournal.vault.lockfile import VaultLock
from heartjournal.vault.slots import SLOT_ID_BYTES, Argon2Kdf, Slot, SlotKind, bound_bytes
from heartjournal.vault.state import (
    HeaderCopies,
    VaultState,
    file_names,
    leftover_database,
    read_copies,
    read_header,
    vault_state,
)

_DATABASE_ID_BYTES = 8
_KEY_CHECK = "heartjournal"

_CREATE_META = "CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID"
_PUT_META = "INSERT INTO meta (name, value) VALUES (:name, :value)"
_GET_META = "SELECT value FROM meta WHERE name = :name"
_CHECKPOINT = "PRAGMA wal_checkpoint(TRUNCATE)"


class Vault:
    """An open journal: its connection, and the lock held beside it. Lives in the thread that opened it."""

    def __init__(self, connection: Connection, *, vault_id: bytes, lock: VaultLock) -> None:
        self.connection = connection
        self.vault_id = vault_id
        self._lock = lock

    def close(self) -> None:
        """Move everything into the database file, close it and free the lock; a second call does nothing."""
        try:
            close_database(self.connection)
        finally:
            self._lock.release()


@dataclass(frozen=True)
class _Opening:
    """A header and the data key its slot gave."""

    header: Header
    data_key: bytes = field(repr=False)


def create_vault(
    folder: Path,
    passphrase: str,
    *,
    furnish: Callable[[Connection], None],
    cost: KdfCost = USUAL_COST,
    created: datetime,
) -> None:
    """Make a journal in a missing, empty or unfinished folder; `furnish` fills the new database before it has a name.

    Blocking, most of two seconds at the usual cost. A process that dies on the way leaves an unfinished folder, never
    something that opens. Raises EmptyPassphrase, JournalExists, ForeignFolder, JournalInUse, CannotRead, CannotWrite,
    DiskFull, or what `furnish` raises.
    """
    if not passphrase:
        raise verdicts.empty_passphrase()
    _refuse_to_create_over(folder)
    with verdicts.writing():
        durable.make_private_folder(folder)
    lock = VaultLock.taken(folder)
    try:
        _refuse_to_create_over(folder)  # another process may have made one meanwhile
        _create_or_clean(folder, _new_opening(passphrase, cost, created), passphrase, furnish)
    finally:
        lock.release()


def open_vault(folder: Path, passphrase: str) -> Vault:
    """Open the journal in `folder`. Nothing on the disk changes before it is open; then the header copies are levelled.

    Blocking, most of a second. The calling thread owns the connection. Raises NoJournal, UnfinishedJournal,
    ForeignFolder, NewerJournal, DamagedHeader, WrongPassphrase, DamagedJournal, JournalInUse, CannotRead, CannotWrite.
    """
    _refuse_to_open(vault_state(folder))
    copies = read_copies(folder)
    opening = _unwrapped(copies, passphrase)
    _check_database_file(folder / opening.header.database, opening.header.page_bytes)
    lock = VaultLock.taken(folder)
    try:
        _expect_unchanged(folder, copies)
        connection = _open_database(folder / opening.header.database, opening)
        _level(folder, copies, opening.header)
    except BaseException:
        lock.release()
        raise
    return Vault(connection, vault_id=opening.header.vault_id, lock=lock)


def _expect_unchanged(folder: Path, copies: HeaderCopies) -> None:
    """Another process may have changed the keys while ours were derived; levelling would then undo it."""
    if read_copies(folder) != copies:
        raise verdicts.journal_in_use()


def close_database(connection: Connection) -> None:
    """Checkpoint and close; if the checkpoint finds no room, the pages stay safe in the -wal file."""
    with contextlib.suppress(KnownProblem, VaultBug):
        connection.execute(_CHECKPOINT).fetchall()
    connection.close()


def _refuse_to_create_over(folder: Path) -> None:
    state = vault_state(folder)
    if state is VaultState.READY:
        raise verdicts.journal_exists()
    if state is VaultState.FOREIGN:
        raise verdicts.foreign_folder()


def _refuse_to_open(state: VaultState) -> None:
    if state is VaultState.MISSING:
        raise verdicts.no_journal()
    if state is VaultState.UNFINISHED:
        raise verdicts.unfinished_journal()
    if state is VaultState.FOREIGN:
        raise verdicts.foreign_folder()


def _new_opening(passphrase: str, cost: KdfCost, created: datetime) -> _Opening:
    vault_id, slot_id = secrets.token_bytes(VAULT_ID_BYTES), secrets.token_bytes(SLOT_ID_BYTES)
    data_key, nonce = secrets.token_bytes(KEY_BYTES), secrets.token_bytes(NONCE_BYTES)
    kdf = Argon2Kdf(salt=secrets.token_bytes(SALT_BYTES), cost=cost)
    key = key_from_passphrase(passphrase, salt=kdf.salt, cost=cost)
    bound_to = bound_bytes(vault_id, slot_id, kind=SlotKind.PASSPHRASE, kdf=kdf)
    wrapped = wrap(data_key, key, nonce=nonce, bound_to=bound_to)
    slot = Slot(slot_id=slot_id, kind=SlotKind.PASSPHRASE, kdf=kdf, nonce=nonce, wrapped=wrapped)
    header = Header(
        vault_id=vault_id,
        sequence=1,
        created=created.astimezone(UTC).replace(microsecond=0),
        database=layout.database_name(secrets.token_bytes(_DATABASE_ID_BYTES)),
        database_salt=secrets.token_bytes(SALT_BYTES),
        slots=(slot,),
    )
    return _Opening(sealed(header, data_key), data_key)


def _create_or_clean(folder: Path, opening: _Opening, passphrase: str, furnish: Callable[[Connection], None]) -> None:
    try:
        with verdicts.writing():
            _clean_unfinished(folder)
            _create_durably(folder, opening, passphrase, furnish)
    finally:
        with contextlib.suppress(OSError, KnownProblem):
            _clean_unfinished(folder)


def _create_durably(folder: Path, opening: _Opening, passphrase: str, furnish: Callable[[Connection], None]) -> None:
    """Each line is on the disk before the next; see the table in docs/file-format.md."""
    database = folder / opening.header.database
    new_database, new_header = layout.new_name(database), folder / layout.NEW_HEADER
    _furnish_database(new_database, opening, furnish)
    durable.sync_file(new_database)
    durable.write_private_file(new_header, encode(opening.header))
    _prove(new_header, opening, passphrase)
    durable.rename(new_database, database)
    durable.rename(new_header, folder / layout.HEADER)
    _level(folder, HeaderCopies(opening.header, None), opening.header)


def _furnish_database(path: Path, opening: _Opening, furnish: Callable[[Connection], None]) -> None:
    durable.make_private_file(path)
    connection = _connect(path, opening)
    try:
        rows: dict[str, object] = {
            "vault_id": opening.header.vault_id,
            "database_id": layout.database_identity(opening.header.database),
            "key_check": _KEY_CHECK,
        }
        with connection.transaction():
            connection.execute(_CREATE_META)
            connection.executemany(_PUT_META, [{"name": name, "value": value} for name, value in rows.items()])
        furnish(connection)
        connection.execute(_CHECKPOINT).fetchall()
    finally:
        connection.close()


def _prove(new_header: Path, opening: _Opening, passphrase: str) -> None:
    """Read the header back and unwrap it, before anything has its final name."""
    found = read_header(new_header)
    if found != opening.header or _data_key(opening.header, passphrase) != opening.data_key:
        raise verdicts.cannot_write()


def _clean_unfinished(folder: Path) -> None:
    """Remove what an interrupted creation left; nothing in a folder that has a header."""
    if vault_state(folder) is not VaultState.UNFINISHED:
        return
    leftover = leftover_database(folder)
    names = [name for name in file_names(folder) or () if layout.is_left_by_creation(name)]
    # The header goes last: it is what tells the database beside it from one whose header was lost.
    for path in [leftover, *(folder / name for name in sorted(names, key=lambda name: name == layout.NEW_HEADER))]:
        if path:
            path.unlink(missing_ok=True)
    durable.sync_folder(folder)


def _unwrapped(copies: HeaderCopies, passphrase: str) -> _Opening:
    """Unwrap the newest copy; the other one only if the newest turns out not to be sealed by its own key."""
    sound = copies.sound()
    if not sound:
        raise copies.problem()
    for header in sound:
        data_key = _data_key(header, passphrase)
        if data_key is None:
            raise verdicts.wrong_passphrase()
        if header.is_sealed_by(data_key):
            return _Opening(header, data_key)
    raise verdicts.damaged_header()


def _data_key(header: Header, passphrase: str) -> bytes | None:
    slot = header.slot(SlotKind.PASSPHRASE)
    if slot is None or not isinstance(slot.kdf, Argon2Kdf) or not passphrase:
        return None
    key = key_from_passphrase(passphrase, salt=slot.kdf.salt, cost=slot.kdf.cost)
    bound_to = bound_bytes(header.vault_id, slot.slot_id, kind=slot.kind, kdf=slot.kdf)
    return unwrap(slot.wrapped, key, nonce=slot.nonce, bound_to=bound_to)


def _check_database_file(path: Path, page_bytes: int) -> None:
    """A missing or empty file would become a new empty journal under SQLite's hands."""
    try:
        size = path.stat().st_size if path.is_file() else None
    except OSError:
        size = -1
    if size is None:
        raise verdicts.missing_database()
    if size < 0:
        raise verdicts.cannot_read()
    if size < page_bytes:
        raise verdicts.damaged_journal()


def _connect(path: Path, opening: _Opening) -> Connection:
    return Connection.opened(
        path,
        key=derived_key(opening.data_key, Purpose.DATABASE),
        salt=opening.header.database_salt,
        page_bytes=opening.header.page_bytes,
    )


def _open_database(path: Path, opening: _Opening) -> Connection:
    connection = _connect(path, opening)
    try:
        row = connection.execute(_GET_META, {"name": "vault_id"}).fetchone()
    except VaultBug:
        row = None
    except BaseException:
        connection.close()
        raise
    if row != (opening.header.vault_id,):
        connection.close()
        raise verdicts.damaged_journal()
    return connection


def _level(folder: Path, copies: HeaderCopies, header: Header) -> None:
    """Give a missing, damaged or older copy the content of the one that opened; another program's file is left alone.

    A failure is no reason to keep anybody out: one good copy opens, and every opening tries again.
    """
    with contextlib.suppress(OSError):
        for name, copy in zip(layout.HEADERS, (copies.first, copies.second), strict=True):
            if copy not in (header, Unreadable.FOREIGN):
                durable.write_private_file(folder / layout.NEXT_HEADER, encode(header))
                durable.rename(folder / layout.NEXT_HEADER, folder / name)
