"""The one connection to an encrypted database: how it is opened, and how its errors leave without private words."""

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self, TypeVar, cast

from sqlcipher3 import dbapi2

from heartjournal.model.problems import KnownProblem
from heartjournal.vault.verdicts import cannot_write, damaged_journal, disk_full, journal_in_use

T = TypeVar("T")
Row = tuple[Any, ...]

_NOTHING: Mapping[str, object] = MappingProxyType({})
# UnicodeEncodeError (a ValueError) carries the whole text it could not encode.
_ERRORS = (dbapi2.Error, dbapi2.Warning, ValueError, OverflowError)

_PROBLEMS: dict[int, Callable[[], KnownProblem]] = {
    dbapi2.SQLITE_FULL: disk_full,
    dbapi2.SQLITE_READONLY: cannot_write,
    dbapi2.SQLITE_IOERR: cannot_write,
    dbapi2.SQLITE_CANTOPEN: cannot_write,
    dbapi2.SQLITE_PERM: cannot_write,
    dbapi2.SQLITE_BUSY: journal_in_use,
    dbapi2.SQLITE_LOCKED: journal_in_use,
    dbapi2.SQLITE_CORRUPT: damaged_journal,
    dbapi2.SQLITE_NOTADB: damaged_journal,
}

# Everything after the key. locking_mode comes before the first read, so that no shared-memory file is ever made.
_SETTINGS = (
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA temp_store = MEMORY",
    "SELECT count(*) FROM sqlite_master",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",  # macOS: fsync alone stops at the drive's cache
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA cache_size = -16384",
)


class Interrupted(Exception):  # noqa: N818  asked for by `Connection.interrupt`, no Error
    """A statement was stopped because `interrupt` was called."""


class VaultBug(RuntimeError):  # noqa: N818  the two kinds are KnownProblem and Bug
    """A statement of ours is wrong. Names SQLite's error code, never the statement, its parameters or its data."""


class Cursor:
    """The rows of one statement, as tuples; raises what `Connection` raises.

    SQLCipher gives zeros for a page whose HMAC is wrong and tells it only with the next page. For the last page of a
    long text there is none: the text comes back with its end as NULs. So a text that ends in one is not believed until
    every page has been checked.
    """

    def __init__(self, cursor: Any, *, has_damage: Callable[[], bool]) -> None:
        self._cursor = cursor
        self._has_damage = has_damage

    @property
    def rowcount(self) -> int:
        """How many rows the statement changed, -1 if that is no question."""
        return cast(int, self._cursor.rowcount)

    def fetchone(self) -> Row | None:
        """The next row, or None."""
        row = cast("Row | None", _guarded(self._cursor.fetchone))
        self._refuse_zeroed([row] if row else [])
        return row

    def fetchall(self) -> list[Row]:
        """All rows that are left."""
        rows = cast("list[Row]", _guarded(self._cursor.fetchall))
        self._refuse_zeroed(rows)
        return rows

    def __iter__(self) -> Iterator[Row]:
        while (row := self.fetchone()) is not None:
            yield row

    def _refuse_zeroed(self, rows: list[Row]) -> None:
        for row in rows:
            for value in row:
                if type(value) is str and value.endswith("\0") and self._has_damage():
                    raise damaged_journal()


class Connection:
    """An open database. Used in the thread that opened it; `interrupt` alone may come from any.

    Every method raises DiskFull, CannotWrite, DamagedJournal, JournalInUse, Interrupted or VaultBug, and nothing else.
    """

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self._closing = threading.Lock()
        self._closed = False

    @classmethod
    def opened(cls, path: Path, *, key: bytes, salt: bytes, page_bytes: int) -> Self:
        """Open the existing file at `path` with its raw key (32 bytes) and salt (16 bytes)."""
        raw = _guarded(lambda: _connected(path))
        connection = cls(raw)
        with contextlib.ExitStack() as on_failure:
            on_failure.callback(connection.close)
            connection._unlock(key.hex() + salt.hex(), page_bytes)
            on_failure.pop_all()
        return connection

    def _unlock(self, raw_key: str, page_bytes: int) -> None:
        self.execute("PRAGMA cipher_log_level = NONE")
        if self.execute("PRAGMA cipher_version").fetchone() is None:
            raise VaultBug("SQLCipher is missing: nothing is ever written without it")
        self.execute(f"PRAGMA key = \"x'{raw_key}'\"")
        # SQLCipher knows of a page size only once it has a key, and reads the first page only when asked for a row.
        self.execute(f"PRAGMA cipher_page_size = {page_bytes:d}")
        for setting in _SETTINGS:
            self.execute(setting).fetchall()
        self._raw.enable_load_extension(False)  # noqa: FBT003  its only form

    def execute(self, sql: str, parameters: Mapping[str, object] = _NOTHING) -> Cursor:
        """Run one statement with parameters by name."""
        cursor = _guarded(lambda: self._raw.execute(sql, dict(parameters)))
        return Cursor(cursor, has_damage=self.has_damage)

    def executemany(self, sql: str, rows: Iterable[Mapping[str, object]]) -> Cursor:
        """Run one statement for each set of parameters."""
        each = [dict(row) for row in rows]
        return Cursor(_guarded(lambda: self._raw.executemany(sql, each)), has_damage=self.has_damage)

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Run the block as one BEGIN IMMEDIATE ... COMMIT; any exception rolls it back. Not to be nested."""
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        # A full disk has ended the transaction already; what went wrong first is what is to be told.
        with contextlib.suppress(*_ERRORS):
            if self._raw.in_transaction:
                self._raw.execute("ROLLBACK")

    def interrupt(self) -> None:
        """Stop the running statement, if there is one. From any thread, also after `close`."""
        with self._closing:
            if not self._closed:
                self._raw.interrupt()

    def has_damage(self) -> bool:
        """Whether the HMAC of any page in the database file is wrong; reads the whole file."""
        return _guarded(lambda: self._raw.execute("PRAGMA cipher_integrity_check").fetchone()) is not None

    def checkpoint(self) -> None:
        """Move everything from the -wal file into the database file."""
        self.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def settle(self) -> None:
        """Move everything from the -wal file into the database file, and keep its room for what is written next.

        For when the hand rests: so no save waits for it, and writing over room that is there takes a disk half as
        long as making more.
        """
        self.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def close(self) -> None:
        """Close the file; a second call does nothing."""
        with self._closing:
            if not self._closed:
                _guarded(self._raw.close)
                self._closed = True


def _connected(path: Path) -> Any:
    # mode=rw: a missing file is never made. One second is for other programs; our own hold the vault lock.
    return dbapi2.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=1)


def _guarded(call: Callable[[], T]) -> T:
    """Run `call`; what sqlcipher3 raises leaves as ours, without a link back to it."""
    try:
        return call()
    except _ERRORS as error:
        problem = _translated(error)
    raise problem


def _translated(error: Exception) -> Exception:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return VaultBug(type(error).__name__)
    primary = code & 0xFF
    if primary == dbapi2.SQLITE_INTERRUPT:
        return Interrupted()
    if primary in _PROBLEMS:
        return _PROBLEMS[primary]()
    return VaultBug(f"SQLite error {code}")
