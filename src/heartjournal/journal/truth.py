"""The one writer of rows of truth: ids, stamps and `gone` are its business and no desk's."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from uuid import UUID

from heartjournal.journal.truth_tables import TruthTable
from heartjournal.model.clock import Clock, Moment
from heartjournal.model.stamp import Stamp, next_stamp
from heartjournal.model.text import whole_characters
from heartjournal.vault import Connection

Value = str | int | bytes | None

_GET_CLOCK = """
    SELECT newest.value, writer.value FROM meta AS newest CROSS JOIN meta AS writer
    WHERE newest.name = 'stamp' AND writer.name = 'writer_id'
"""
_PUT_STAMP = "UPDATE meta SET value = :stamp WHERE name = 'stamp'"


class Truth:
    """Opens transactions on the truth. Used in the connection's thread."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    @contextmanager
    def writing(self) -> Iterator["Writing"]:
        """One BEGIN IMMEDIATE under one stamp; nothing reaches the disk if nothing in it differs from what is there."""
        with self._connection.transaction():
            writing = Writing(self._connection, self._clock.now())
            yield writing
            writing.finish()


class Writing:
    """One transaction at work. `moment` is when it began; every row it writes carries the same stamp."""

    def __init__(self, connection: Connection, moment: Moment) -> None:
        self.connection = connection
        self.moment = moment
        self._stamp: bytes | None = None
        self._stamp_is_kept = False
        self._anything_written = False

    def add(self, table: TruthTable, identity: UUID, **columns: Value) -> None:
        """Write a row that is new; one of that id already there is a bug and nothing is written."""
        self._run(_insert(table, tuple(columns)), identity, columns)

    def put(self, table: TruthTable, identity: UUID, **columns: Value) -> bool:
        """Write a row, new or not; True if it was new or differed."""
        return self._run(_upsert(table, tuple(columns)), identity, columns)

    def change(self, table: TruthTable, identity: UUID, **columns: Value) -> bool:
        """Write some columns of a row; True if it is there and differed."""
        return self._run(_update(table, tuple(columns)), identity, columns)

    def has(self, table: TruthTable, identity: UUID) -> bool:
        """Whether there is a row of this id."""
        sql = f"SELECT 1 FROM {table} WHERE id = :id"  # noqa: S608  a name of the schema
        return self.connection.execute(sql, {"id": identity.bytes}).fetchone() is not None

    def remove(self, table: TruthTable, identity: UUID) -> bool:
        """Remove a row and those that belong to it; triggers leave their ids in `gone`. True if it was there."""
        parameters = {"id": identity.bytes}
        if not self.has(table, identity):
            return False
        self._keep_stamp()
        self.connection.execute(f"DELETE FROM {table} WHERE id = :id", parameters)  # noqa: S608  a name of the schema
        return True

    def finish(self) -> None:
        """Keep the high mark of the clock if anything was written."""
        if self._anything_written:
            self._keep_stamp()

    def _run(self, sql: str, identity: UUID, columns: dict[str, Value]) -> bool:
        kept = {name: whole_characters(value) if isinstance(value, str) else value for name, value in columns.items()}
        cursor = self.connection.execute(sql, {**kept, "id": identity.bytes, "stamp": self._new_stamp()})
        written = cursor.rowcount > 0
        self._anything_written = self._anything_written or written
        return written

    def _new_stamp(self) -> bytes:
        if self._stamp is None:
            newest, writer = self.connection.execute(_GET_CLOCK).fetchone() or (b"", b"")
            high_mark = Stamp.from_bytes(newest).clock
            self._stamp = next_stamp(high_mark, self.moment.instant, writer[-8:]).to_bytes()
        return self._stamp

    def _keep_stamp(self) -> None:
        if not self._stamp_is_kept:
            self.connection.execute(_PUT_STAMP, {"stamp": self._new_stamp()})
            self._stamp_is_kept = True


@cache
def _insert(table: TruthTable, columns: tuple[str, ...]) -> str:
    names = ", ".join(("id", *columns, "stamp"))
    values = ", ".join(f":{name}" for name in ("id", *columns, "stamp"))
    return f"INSERT INTO {table} ({names}) VALUES ({values})"  # noqa: S608  names of the schema


@cache
def _upsert(table: TruthTable, columns: tuple[str, ...]) -> str:
    change = ", ".join(f"{name} = excluded.{name}" for name in (*columns, "stamp"))
    differs = " OR ".join(f"{table}.{name} IS NOT excluded.{name}" for name in columns)
    return f"{_insert(table, columns)} ON CONFLICT (id) DO UPDATE SET {change} WHERE {differs}"


@cache
def _update(table: TruthTable, columns: tuple[str, ...]) -> str:
    change = ", ".join(f"{name} = :{name}" for name in (*columns, "stamp"))
    differs = " OR ".join(f"{name} IS NOT :{name}" for name in columns)
    return f"UPDATE {table} SET {change} WHERE id = :id AND ({differs})"  # noqa: S608  names of the schema
