"""The desk of search: pages by the words in them, newest first."""

import contextlib
from collections.abc import Iterator

from heartjournal.journal.index import Index
from heartjournal.journal.matching import matching
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

    _COLUMNS = f"{LINE_COLUMNS}, entry_text.title, entry_text.body, entry_text.feelings"

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
        rows = matching(self._connection, wanted, columns=self._COLUMNS, limit=limit)
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
