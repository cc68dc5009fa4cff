"""Search as it is typed over 10,000 pages, against the same query on plain SQLite and against a scan with LIKE."""

from __future__ import annotations

import sqlite3
import time
from functools import partial
from statistics import mean
from typing import TYPE_CHECKING, cast

from bench.corpus import PASSPHRASE, make_journal, vocabulary
from bench.measure import Row, percentile
from heartjournal.journal.search import Search
from heartjournal.vault import open_vault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from heartjournal.vault import Connection

PAGES = 10_000
LONG_PAGES = 100_000
ROUNDS = 5
_SCANS = 3
# Common, usual and rare words, by their rank.
_RANKS = (0, 3, 12, 40, 150, 500, 1500, 4000, 7500)
_SCAN = "SELECT entry FROM section WHERE body LIKE :like ORDER BY rowid DESC"


def rows(folder: Path) -> tuple[Row, ...]:
    """Every letter of every query, on both in turn."""
    make_journal(folder / "journal", PAGES)
    vault = open_vault(folder / "journal", PASSPHRASE)
    plain = _plain_copy(vault.connection, folder / "plain.db")
    # sqlite3's own connection answers the same calls.
    encrypted_search, plain_search = Search(vault.connection), Search(cast("Connection", plain))
    floor, ours = [], []
    queries = tuple(_typed())
    for number in range(ROUNDS + 1):
        for query in queries:
            taken_plain = _seconds(partial(plain_search.pages, query))
            taken = _seconds(partial(encrypted_search.pages, query))
            if number:
                floor.append(taken_plain)
                ours.append(taken)
    common_to_rare = [vocabulary()[rank] for rank in _RANKS] * _SCANS
    scan = [_seconds(partial(_scan, vault.connection, word)) for word in common_to_rare]
    plain.close()
    vault.close()
    slow = percentile(ours, 95)
    return (
        Row("search, every letter, against plain SQLite", mean(floor) * 1000, mean(ours) * 1000, 1.1),
        Row("search, 95 of 100 letters, against 8 ms", 8.0, slow, 1.0),
        Row("search, 95 of 100 letters, against LIKE", percentile(scan, 50), slow, 0.1),
    )


def long_rows(folder: Path) -> tuple[Row, ...]:
    """Every letter of every query in a large journal."""
    make_journal(folder / "journal", LONG_PAGES)
    vault = open_vault(folder / "journal", PASSPHRASE)
    search = Search(vault.connection)
    queries = tuple(_typed())
    rounds = [[_seconds(partial(search.pages, query)) for query in queries] for _ in range(ROUNDS + 1)]
    vault.close()
    taken = [seconds for later in rounds[1:] for seconds in later]
    return (Row("search, 95 of 100 letters, 100,000 pages", 50.0, percentile(taken, 95), 1.0),)


def _typed() -> Iterator[str]:
    """What stands in the field after each letter of each word, alone and behind another word."""
    words = vocabulary()
    for rank in _RANKS:
        word = words[rank]
        yield from (word[:length] for length in range(1, len(word) + 1))
    first, second = words[12], words[150]
    yield from (f"{first} {second[:length]}" for length in range(1, len(second) + 1))


def _plain_copy(source: Connection, file: Path) -> sqlite3.Connection:
    """The same tables, rows and index without encryption, with pages and a cache of the same size."""
    plain = _plain(file)
    plain.execute("PRAGMA page_size = 16384")
    plain.execute("PRAGMA journal_mode = WAL")
    made = source.execute("SELECT name, type, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    virtual = tuple(name for name, _, sql in made if sql.startswith("CREATE VIRTUAL"))
    plain.execute("BEGIN")
    for name, kind, sql in made:
        # A virtual table makes those that hold it.
        if not name.startswith(("sqlite_", *(f"{table}_" for table in virtual))):
            plain.execute(sql)
        if kind == "table" and name not in virtual:
            _copy_rows(source, plain, name)
    plain.execute("COMMIT")
    plain.close()
    # A new connection, since one that made an index remembers it as it was.
    return _plain(file)


def _plain(file: Path) -> sqlite3.Connection:
    plain = sqlite3.connect(file, isolation_level=None)
    plain.execute("PRAGMA cache_size = -16384")
    return plain


def _copy_rows(source: Connection, plain: sqlite3.Connection, name: str) -> None:
    columns = [column for _, column, *_ in plain.execute(f"PRAGMA table_info({name})").fetchall()]
    listed, places = ", ".join(columns), ", ".join("?" * len(columns))
    rows = source.execute(f"SELECT {listed} FROM {name}").fetchall()  # noqa: S608  names out of the schema
    plain.executemany(f"INSERT OR REPLACE INTO {name} ({listed}) VALUES ({places})", rows)  # noqa: S608


def _scan(connection: Connection, word: str) -> None:
    connection.execute(_SCAN, {"like": f"%{word}%"}).fetchall()


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
