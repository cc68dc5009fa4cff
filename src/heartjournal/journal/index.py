"""Keeps the full-text index true to the pages: what is due, in slices, and all of it anew when its version differs."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from heartjournal.journal.pairs import Standing, move_pairs
from heartjournal.journal.position import position_of
from heartjournal.journal.rows import moment_from
from heartjournal.journal.schema import make_index_anew
from heartjournal.journal.wanted import beginnings_of
from heartjournal.vault import Connection

# Counted up whenever what is indexed, or how, changes.
INDEX_VERSION = 4
# One slice ends after this many characters or pages; an ordinary page takes about a millisecond.
SLICE_CHARACTERS = 12_000
SLICE_PAGES = 16

_VERSION = "SELECT value FROM meta WHERE name = 'index_version'"
_PUT_VERSION = "UPDATE meta SET value = :version WHERE name = 'index_version'"
_ALL_DUE = "INSERT INTO index_due (entry) SELECT id FROM entry"
_ANY_DUE = "SELECT EXISTS (SELECT 1 FROM index_due)"
_DUE = """
    SELECT index_due.entry, index_row.position, entry.day, entry.happened_at, entry.zone,
        entry.trashed_at IS NOT NULL OR letter.sealed_until IS NOT NULL,
        entry.title,
        (SELECT group_concat(body, char(10, 10)) FROM
            (SELECT body FROM section WHERE section.entry = index_due.entry ORDER BY rank, id)),
        (SELECT group_concat(word, ', ') FROM
            section CROSS JOIN feeling ON feeling.section = section.id WHERE section.entry = index_due.entry)
    FROM index_due
    LEFT JOIN entry ON entry.id = index_due.entry
    LEFT JOIN index_row ON index_row.entry = index_due.entry
    LEFT JOIN letter ON letter.id = index_due.entry
    LIMIT :limit
"""
_TEXTS = "SELECT title, body, feelings FROM entry_text WHERE rowid = :position"
_FORGET_TEXT = "DELETE FROM entry_text WHERE rowid = :position"
_FORGET_ROW = "DELETE FROM index_row WHERE position = :position"
_FREE = """
    SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM index_row WHERE position = :position) THEN :position ELSE (
        SELECT taken.position + 1 FROM index_row AS taken
        WHERE taken.position >= :position
            AND NOT EXISTS (SELECT 1 FROM index_row AS next WHERE next.position = taken.position + 1)
        ORDER BY taken.position LIMIT 1
    ) END
"""
_PUT_ROW = "INSERT INTO index_row (position, entry) VALUES (:position, :entry)"
_PUT_TEXT = """
    INSERT INTO entry_text (rowid, title, body, feelings, beginnings)
    VALUES (:position, :title, :body, :feelings, :beginnings)
"""
_HAND_ON = "INSERT OR IGNORE INTO hearing_due (entry) VALUES (:entry)"
_DONE = "DELETE FROM index_due WHERE entry = :entry"
_POSITION = "SELECT position FROM index_row WHERE entry = :entry"


def forget_words(connection: Connection, identity: UUID) -> None:
    """Take what the index has of an entry out of it; to be called in the transaction that removes the entry."""
    for (position,) in connection.execute(_POSITION, {"entry": identity.bytes}).fetchall():
        move_pairs(connection, was=_take_out(connection, position), now=None)
    connection.execute(_DONE, {"entry": identity.bytes})


def _take_out(connection: Connection, position: int) -> Standing:
    """Remove the row and the words at a position, but not yet its pairs; what stood there."""
    texts = [text for row in connection.execute(_TEXTS, {"position": position}).fetchall() for text in row]
    connection.execute(_FORGET_TEXT, {"position": position})
    connection.execute(_FORGET_ROW, {"position": position})
    return Standing(position, _whole_text(*texts))


def _whole_text(*texts: str) -> str:
    return "\n".join(texts)


class Index:
    """Blocking; used in the connection's thread. Each slice is one transaction, so that stopping loses nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def catch_up(self) -> Iterator[None]:
        """Index what is due, a slice at a time; a slice is a few pages, or one if it is long."""
        self._start_over_if_outdated()
        while self._any_due():
            self._slice()
            yield

    def _start_over_if_outdated(self) -> None:
        if self._number(_VERSION) == INDEX_VERSION:
            return
        with self._connection.transaction():
            make_index_anew(self._connection)
            self._connection.execute(_ALL_DUE)
            self._connection.execute(_PUT_VERSION, {"version": INDEX_VERSION})

    def _any_due(self) -> bool:
        return bool(self._number(_ANY_DUE))

    def _number(self, sql: str) -> int:
        return int(self._connection.execute(sql).fetchall()[0][0])

    def _slice(self) -> None:
        with self._connection.transaction():
            characters = 0
            for row in self._connection.execute(_DUE, {"limit": SLICE_PAGES}).fetchall():
                self._index(row)
                characters += len(row[7] or "")
                if characters > SLICE_CHARACTERS:
                    break

    def _index(self, row: tuple[Any, ...]) -> None:
        entry, position, day, happened_at, zone, is_hidden, title, body, feelings = row
        was = None if position is None else _take_out(self._connection, position)
        now = None
        if day is not None and not is_hidden:
            wanted = position_of(date.fromisoformat(day), moment_from(happened_at, zone), UUID(bytes=entry))
            texts = {"title": title, "body": body or "", "feelings": feelings or ""}
            position = self._free_from(wanted)
            self._connection.execute(_PUT_ROW, {"position": position, "entry": entry})
            now = Standing(position, _whole_text(*texts.values()))
            beginnings = beginnings_of(now.text)
            self._connection.execute(_PUT_TEXT, {"position": position, "beginnings": beginnings, **texts})
        move_pairs(self._connection, was=was, now=now)
        self._connection.execute(_HAND_ON, {"entry": entry})
        self._connection.execute(_DONE, {"entry": entry})

    def _free_from(self, position: int) -> int:
        return int(self._connection.execute(_FREE, {"position": position}).fetchall()[0][0])
