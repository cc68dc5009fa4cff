import sqlite3
import threading
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlcipher3 import dbapi2

from heartjournal.model.problems import CannotWrite, DamagedJournal, DiskFull, JournalInUse
from heartjournal.vault import Connection, Cursor, Interrupted, VaultBug, create_vault, open_vault
from heartjournal.vault import connection as module
from heartjournal.vault.copies import HeaderCopies
from heartjournal.vault.keys import LEAST_COST
from heartjournal.vault.unlocking import unlocked
from tests.vault.folders import CREATED, PASSPHRASE, database, furnish, header, names, notes

CANARY = "tell-nobody"
ENDLESS = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture
def connection(folder: Path) -> Iterator[Connection]:
    vault = open_vault(folder, PASSPHRASE)
    yield vault.connection
    vault.close()


def one(connection: Connection, sql: str) -> object:
    row = connection.execute(sql).fetchone()
    assert row is not None
    return row[0]


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("page_size", "16384"),
        ("cipher_page_size", "16384"),
        ("cache_size", -16384),
        ("journal_mode", "wal"),
        ("locking_mode", "exclusive"),
        ("synchronous", 2),
        ("fullfsync", 1),
        ("temp_store", 2),
        ("secure_delete", 1),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("cipher_status", "1"),
    ],
)
def test_the_connection_is_set_up_as_the_file_format_says(connection: Connection, pragma: str, value: object) -> None:
    assert one(connection, f"PRAGMA {pragma}") == value


def test_temporary_tables_stay_in_memory_whatever_sqlcipher_was_built_with(connection: Connection) -> None:
    built_with = {row[0] for row in connection.execute("PRAGMA compile_options")}

    assert "TEMP_STORE=0" not in built_with


def test_no_page_is_of_plain_sqlite(connection: Connection) -> None:
    assert str(one(connection, "PRAGMA cipher_version")).startswith("4.")
    assert one(connection, "PRAGMA cipher_hmac_algorithm") == "HMAC_SHA512"


def test_no_extension_can_be_loaded(connection: Connection) -> None:
    with pytest.raises(VaultBug):
        connection.execute("SELECT load_extension('anything')")


def test_without_sqlcipher_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(module, "dbapi2", sqlite3)
        with pytest.raises(VaultBug, match="SQLCipher is missing"):
            create_vault(tmp_path / "journal", PASSPHRASE, furnish=furnish, cost=LEAST_COST, created=CREATED)

    assert names(tmp_path / "journal") == ["lock"]


def test_without_sqlcipher_nothing_is_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = database(folder).read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(module, "dbapi2", sqlite3)
        with pytest.raises(VaultBug, match="SQLCipher is missing"):
            open_vault(folder, PASSPHRASE)

    assert database(folder).read_bytes() == before
    assert notes(folder) == ["furnished"]


def test_a_missing_file_is_never_made(folder: Path) -> None:
    opening = unlocked(HeaderCopies(header(folder), None), PASSPHRASE)

    with pytest.raises(CannotWrite):
        opening.connect(folder / "gone.db")

    assert not (folder / "gone.db").exists()


# --- Statements ------------------------------------------------------------------------------------------------------


def test_rows_come_one_by_one_or_all_or_in_a_loop(connection: Connection) -> None:
    cursor = connection.executemany("INSERT INTO note VALUES (:words)", [{"words": "a"}, {"words": "b"}])
    assert cursor.rowcount == 2

    asked = connection.execute("SELECT words FROM note ORDER BY words")
    assert asked.fetchone() == ("a",)
    assert asked.fetchall() == [("b",), ("furnished",)]
    assert asked.fetchone() is None
    assert list(connection.execute("SELECT words FROM note WHERE words = :w", {"w": "a"})) == [("a",)]


def test_a_transaction_is_kept_whole(connection: Connection) -> None:
    with connection.transaction():
        connection.execute("INSERT INTO note VALUES ('kept')")

    assert one(connection, "SELECT count(*) FROM note") == 2


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_transaction_that_fails_leaves_nothing(connection: Connection, error: type[BaseException]) -> None:
    with pytest.raises(error), connection.transaction():
        connection.execute("INSERT INTO note VALUES ('gone')")
        raise error

    assert one(connection, "SELECT count(*) FROM note") == 1


def test_a_transaction_is_not_nested(connection: Connection) -> None:
    with pytest.raises(VaultBug), connection.transaction(), connection.transaction():
        pass

    assert one(connection, "SELECT count(*) FROM note") == 1


def test_the_connection_stays_in_its_thread(connection: Connection) -> None:
    told: list[BaseException] = []

    def ask() -> None:
        try:
            connection.execute("SELECT 1")
        except VaultBug as error:
            told.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()

    assert [str(error) for error in told] == ["ProgrammingError"]


def test_another_thread_can_interrupt(connection: Connection) -> None:
    running = threading.Event()

    def begun() -> int:
        running.set()
        return 1

    connection._raw.create_function("begun", 0, begun)

    def interrupt() -> None:
        running.wait()
        connection.interrupt()

    thread = threading.Thread(target=interrupt)
    thread.start()
    with pytest.raises(Interrupted):
        connection.execute(f"SELECT begun() + ({ENDLESS})").fetchone()
    thread.join()

    assert one(connection, "SELECT count(*) FROM note") == 1


def test_interrupting_when_nothing_runs_or_all_is_closed_does_nothing(folder: Path) -> None:
    vault = open_vault(folder, PASSPHRASE)
    vault.connection.interrupt()
    assert one(vault.connection, "SELECT 1") == 1
    vault.close()

    vault.connection.interrupt()


def test_closing_in_the_middle_of_a_transaction_frees_the_journal(folder: Path) -> None:
    vault = open_vault(folder, PASSPHRASE)
    vault.connection.execute("BEGIN IMMEDIATE")
    vault.connection.execute("INSERT INTO note VALUES ('half')")
    vault.close()

    assert notes(folder) == ["furnished"]


# --- Errors ----------------------------------------------------------------------------------------------------------


def failing(connection: Connection) -> dict[str, Callable[[], object]]:
    connection.execute("CREATE TABLE odd (words TEXT)")
    connection.execute("INSERT INTO odd VALUES (CAST(:bytes AS TEXT))", {"bytes": CANARY.encode() + b"\xff"})
    connection.execute("CREATE VIRTUAL TABLE found USING fts5 (words)")
    return {
        "statement": lambda: connection.execute("SELECT 'tell-nobody' FROM nowhere"),
        "column": lambda: connection.execute('SELECT "tell-nobody".x FROM note'),
        "query words": lambda: connection.execute("SELECT * FROM found WHERE found MATCH :q", {"q": CANARY}).fetchall(),
        "missing parameter": lambda: connection.execute("SELECT :words", {CANARY: 1}),
        "wrong parameter": lambda: connection.execute("SELECT :words", {"words": {CANARY}}),
        "half a character": lambda: connection.execute("SELECT :words", {"words": CANARY + "\ud800"}),
        "large number": lambda: connection.execute("SELECT :words", {"words": 1 << 80}),
        "two statements": lambda: connection.execute(f"SELECT 1; SELECT '{CANARY}'"),
        "stored bytes that are no text": lambda: connection.execute("SELECT words FROM odd").fetchall(),
        "constraint": lambda: connection.executemany("INSERT INTO note VALUES (:w)", [{"w": CANARY}, {"w": None}]),
    }


def test_no_error_carries_a_word_of_statement_parameters_or_rows(connection: Connection) -> None:
    for name, call in failing(connection).items():
        with pytest.raises(VaultBug) as told:
            call()
        error = told.value
        assert CANARY not in f"{error!r} {error.args} {error.__dict__}", name
        assert error.__cause__ is None, name
        assert error.__context__ is None, name
        assert CANARY not in "".join(traceback.format_exception_only(error)), name


def test_the_raw_errors_do_carry_words(connection: Connection) -> None:
    """The control of the test above."""
    connection.execute("CREATE VIRTUAL TABLE found USING fts5 (words)")
    with pytest.raises(dbapi2.OperationalError, match="nobody"):
        connection._raw.execute("SELECT * FROM found WHERE found MATCH :q", {"q": CANARY}).fetchall()


@pytest.mark.parametrize(
    ("code", "verdict"),
    [
        (dbapi2.SQLITE_FULL, DiskFull),
        (dbapi2.SQLITE_READONLY, CannotWrite),
        (dbapi2.SQLITE_IOERR, CannotWrite),
        (dbapi2.SQLITE_IOERR | 3 << 8, CannotWrite),
        (dbapi2.SQLITE_CANTOPEN, CannotWrite),
        (dbapi2.SQLITE_PERM, CannotWrite),
        (dbapi2.SQLITE_BUSY, JournalInUse),
        (dbapi2.SQLITE_LOCKED, JournalInUse),
        (dbapi2.SQLITE_CORRUPT, DamagedJournal),
        (dbapi2.SQLITE_NOTADB, DamagedJournal),
        (dbapi2.SQLITE_INTERRUPT, Interrupted),
        (dbapi2.SQLITE_CONSTRAINT, VaultBug),
    ],
)
def test_each_code_of_sqlite_has_its_verdict(code: int, verdict: type[Exception]) -> None:
    def fail(*_: object) -> None:
        error = dbapi2.OperationalError(CANARY)
        error.sqlite_errorcode = code
        raise error

    with pytest.raises(verdict) as told:
        Connection(SimpleNamespace(execute=fail)).execute("SELECT 1")

    assert CANARY not in repr(told.value)


def test_a_write_that_finds_no_room_is_said_so_and_what_was_saved_stays(folder: Path) -> None:
    vault = open_vault(folder, PASSPHRASE)
    vault.connection.execute(f"PRAGMA max_page_count = {one(vault.connection, 'PRAGMA page_count')}").fetchall()

    with pytest.raises(DiskFull), vault.connection.transaction():
        vault.connection.execute("INSERT INTO note VALUES (:words)", {"words": "x" * 100_000})
    assert one(vault.connection, "SELECT count(*) FROM note") == 1
    vault.close()

    assert notes(folder) == ["furnished"]


def test_a_read_only_database_is_said_so(connection: Connection) -> None:
    connection.execute("PRAGMA query_only = ON")

    with pytest.raises(CannotWrite):
        connection.execute("INSERT INTO note VALUES ('no')")


def test_a_file_held_by_another_program_is_in_use(folder: Path) -> None:
    opening = unlocked(HeaderCopies(header(folder), None), PASSPHRASE)
    other = opening.connect(database(folder))

    with pytest.raises(JournalInUse):
        open_vault(folder, PASSPHRASE)
    other.close()

    assert notes(folder) == ["furnished"]


@pytest.mark.parametrize("page", range(3, 16))
def test_a_text_with_a_damaged_page_is_never_handed_out(folder: Path, page: int) -> None:
    vault = open_vault(folder, PASSPHRASE)
    with vault.connection.transaction():
        vault.connection.execute("INSERT INTO note VALUES (:words)", {"words": "x" * 200_000})
    vault.close()
    data = bytearray(database(folder).read_bytes())
    assert len(data) == 15 * 16384
    data[page * 16384 - 5000] ^= 1
    database(folder).write_bytes(data)

    vault = open_vault(folder, PASSPHRASE)
    for read in (Cursor.fetchall, list):
        with pytest.raises(DamagedJournal):
            read(vault.connection.execute("SELECT words FROM note"))
    vault.close()


def test_a_text_that_really_ends_in_a_nul_is_handed_out(connection: Connection) -> None:
    connection.execute("INSERT INTO note VALUES (:words)", {"words": "odd\0"})

    assert connection.execute("SELECT words FROM note").fetchall() == [("furnished",), ("odd\0",)]
    assert not connection.has_damage()
