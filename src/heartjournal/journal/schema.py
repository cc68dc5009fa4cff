"""The tables of a journal, and whether an opened journal has the ones this program writes."""

from heartjournal.journal.derived_tables import DROP_HEARD_TABLES, DROP_INDEX_TABLES, HEARD_TABLES, INDEX_TABLES
from heartjournal.journal.truth_tables import TRUTH_TABLES, TruthTable
from heartjournal.model.clock import Clock
from heartjournal.model.identity import new_identity
from heartjournal.model.problems import NewerJournal, OlderJournal
from heartjournal.model.stamp import Stamp
from heartjournal.vault import Connection, VaultBug

USER_VERSION = 1
# Until the first released file the schema is edited in place, and this is counted up with every edit.
GENERATION = 4
_WRITER_BYTES = 8

_PUT_META = "INSERT INTO meta (name, value) VALUES (:name, :value)"
_GET_META = "SELECT value FROM meta WHERE name = :name"
_INSERT_WRITER = "INSERT INTO writer (id, since, stamp) VALUES (:id, :since, :stamp)"


def furnish(connection: Connection, clock: Clock) -> None:
    """Fill a new database, whose `meta` the vault has made, with an empty journal's tables and its first writer."""
    now = clock.now().instant
    writer = new_identity(now).bytes
    first = Stamp(0, writer[-_WRITER_BYTES:]).to_bytes()
    with connection.transaction():
        for statement in (*TRUTH_TABLES, *INDEX_TABLES, *HEARD_TABLES):
            connection.execute(statement)
        for table in TruthTable:
            connection.execute(_remember_gone(table))
        connection.executemany(
            _PUT_META,
            [
                {"name": "generation", "value": GENERATION},
                {"name": "writer_id", "value": writer},
                {"name": "stamp", "value": first},
                {"name": "index_version", "value": 0},
                {"name": "hearing_version", "value": 0},
            ],
        )
        connection.execute(_INSERT_WRITER, {"id": writer, "since": now.isoformat(), "stamp": first})
        connection.execute(f"PRAGMA user_version = {USER_VERSION:d}")


def check(connection: Connection) -> None:
    """Raise NewerJournal or OlderJournal unless the journal has the very tables this program writes."""
    row = connection.execute("PRAGMA user_version").fetchone()
    found = (row[0] if row else 0, _generation(connection))
    if found > (USER_VERSION, GENERATION):
        raise NewerJournal(
            "This journal was written by a newer version of HeartJournal.",
            "Update HeartJournal, then open it again. Nothing here was changed.",
        )
    if found < (USER_VERSION, GENERATION):
        raise OlderJournal(
            "This journal was written by an early development version that is no longer read.",
            "Open it with the version that wrote it, or start a new one in another folder. Nothing here was changed.",
        )


def make_index_anew(connection: Connection) -> None:
    """Throw the index away and make its tables empty; to be called inside a transaction."""
    for statement in (*DROP_INDEX_TABLES, *INDEX_TABLES):
        connection.execute(statement)


def make_heard_anew(connection: Connection) -> None:
    """Throw away what was heard in the pages and make its tables empty; to be called inside a transaction."""
    for statement in (*DROP_HEARD_TABLES, *HEARD_TABLES):
        connection.execute(statement)


def _generation(connection: Connection) -> int:
    try:
        row = connection.execute(_GET_META, {"name": "generation"}).fetchone()
    except VaultBug:  # another version's meta may look otherwise
        row = None
    return row[0] if row else 0


def _remember_gone(table: TruthTable) -> str:
    """The trigger that leaves a row in `gone` for every row removed, under the stamp of the transaction at work."""
    return f"""
        CREATE TRIGGER {table}_gone AFTER DELETE ON {table} BEGIN
            INSERT OR REPLACE INTO gone (table_name, id, stamp)
            VALUES ('{table}', OLD.id, (SELECT value FROM meta WHERE name = 'stamp'));
        END
    """  # noqa: S608  names of the schema
