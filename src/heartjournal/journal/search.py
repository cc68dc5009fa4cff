"""The desk of search: pages by the words in them, newest first."""

import contextlib
import json
from collections.abc import Iterator

from heartjournal.journal.index import Index
from heartjournal.journal.rows import LINE_COLUMNS, line_from
from heartjournal.journal.snippet import snippet_of
from heartjournal.journal.wanted import wanted_from
from heartjournal.model.entry import SearchHit
from heartjournal.model.problems import KnownProblem
from heartjournal.vault import Connection


class Search:
    """Blocking; used in the connection's thread. `Journal.interrupt` stops a running search."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._index = Index(connection)

    # CROSS JOIN keeps the index outermost: it holds the pages in time's order, so that no sort reads them all.
    _FOUND = f"""
        SELECT {LINE_COLUMNS}, entry_text.title, entry_text.body, entry_text.feelings
        FROM entry_text
        CROSS JOIN index_row ON index_row.position = entry_text.rowid
        CROSS JOIN entry ON entry.id = index_row.entry
        WHERE entry_text MATCH :query AND entry.trashed_at IS NULL
        ORDER BY entry_text.rowid DESC LIMIT :limit
    """  # noqa: S608  columns of the schema
    _FOUND_PAIR = (
        _FOUND.replace(
            "FROM entry_text", "FROM entry_pair CROSS JOIN entry_text ON entry_text.rowid = entry_pair.rowid"
        )
        .replace("entry_text MATCH :query", "entry_pair MATCH :query")
        .replace("ORDER BY entry_text.rowid", "ORDER BY entry_pair.rowid")
    )

    # FTS5 keeps letters and digits only: what has neither is looked for in every page.
    _FOUND_SIGNS = _FOUND.replace(
        "entry_text MATCH :query",
        """NOT EXISTS (
            SELECT 1 FROM json_each(:query)
            WHERE instr(entry_text.title, value) + instr(entry_text.body, value) + instr(entry_text.feelings, value) = 0
        )""",
    )

    def pages(self, words: str, *, limit: int = 50) -> tuple[SearchHit, ...]:
        """The pages outside the trash with every word typed, in title, text or feelings; the last may be unfinished.

        Case and accents do not matter, and no sign typed is an operator: signs alone are found as they stand. What is
        due is indexed first. Raises Interrupted.
        """
        wanted = wanted_from(words)
        if wanted is None:
            return ()
        for _ in self._index.catch_up():
            pass
        found, query = self._FOUND_PAIR if wanted.is_pair else self._FOUND, wanted.query
        if wanted.signs:
            found, query = self._FOUND_SIGNS, json.dumps(wanted.signs)
        rows = self._connection.execute(found, {"query": query, "limit": limit}).fetchall()
        return tuple(
            SearchHit(line_from(row[:-3]), snippet_of(wanted, title=row[-3], body=row[-2], feelings=row[-1]))
            for row in rows
        )

    def catch_up(self) -> Iterator[None]:
        """Index what was written since, in slices of some milliseconds; stopping between two loses nothing.

        For when the hand rests: at the end everything is moved into the database file, which no save then waits for.
        """
        yield from self._index.catch_up()
        # Where it finds no room, everything stays safe in the -wal file.
        with contextlib.suppress(KnownProblem):
            self._connection.settle()
