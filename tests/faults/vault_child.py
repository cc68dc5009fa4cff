"""A process that makes, fills or holds a vault, to be stopped by a test: vault_child.py VERB FOLDER."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from heartjournal.model.problems import KnownProblem
from heartjournal.vault import LEAST_COST, Connection, create_vault, open_vault

PASSPHRASE = "rain on the window"
CANARY = "heron-by-the-weir"
_FILL = """
    WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 4000)
    INSERT INTO note SELECT printf('%s %06d %0500d', :canary, (x * 7919) % 4001, x) FROM n
"""
_SORT = "SELECT words FROM note ORDER BY substr(words, 19), words"


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def furnish(connection: Connection) -> None:
    with connection.transaction():
        connection.execute("CREATE TABLE note (words TEXT NOT NULL)")
        connection.execute("INSERT INTO note VALUES ('furnished')")


def create(folder: Path) -> None:
    create_vault(
        folder, PASSPHRASE, furnish=furnish, cost=LEAST_COST, created=datetime(2026, 11, 12, tzinfo=UTC)
    ).release()


def save(folder: Path) -> None:
    """Write numbered notes, saying each number once it is saved, until told that there is no room."""
    vault = open_vault(folder, PASSPHRASE)
    for number in range(20):
        with vault.connection.transaction():
            vault.connection.execute("INSERT INTO note VALUES (:words)", {"words": f"{number} {'x' * 20_000}"})
        say(str(number))
    vault.close()


def hold(folder: Path) -> None:
    """Save one note and keep the vault open until killed."""
    vault = open_vault(folder, PASSPHRASE)
    with vault.connection.transaction():
        vault.connection.execute("INSERT INTO note VALUES ('saved')")
    say("open")
    sys.stdin.read()


def sort(folder: Path) -> None:
    """Do what makes SQLite spill: a large sort with a small cache."""
    _sort(folder, "MEMORY")


def sort_on_disk(folder: Path) -> None:
    """The same with the one setting that must never be changed: the control."""
    _sort(folder, "FILE")


def _sort(folder: Path, store: str) -> None:
    vault = open_vault(folder, PASSPHRASE)
    vault.connection.execute("PRAGMA cache_size = 10")
    vault.connection.execute(f"PRAGMA temp_store = {store}")
    vault.connection.execute(_FILL, {"canary": CANARY})
    vault.connection.execute(_SORT).fetchall()
    vault.close()


VERBS: dict[str, Callable[[Path], None]] = {verb.__name__: verb for verb in (create, save, hold, sort, sort_on_disk)}

if __name__ == "__main__":
    try:
        VERBS[sys.argv[1]](Path(sys.argv[2]))
    except KnownProblem as problem:
        say(type(problem).__name__)
        sys.exit(1)
