"""Vaults made for tests at the least cost, and what a test asks of their folders."""

from datetime import UTC, datetime
from pathlib import Path

from heartjournal.vault import LEAST_COST, Connection, create_vault, open_vault
from heartjournal.vault.copies import read_header
from heartjournal.vault.header import Header

PASSPHRASE = "rain on the window"
CREATED = datetime(2026, 11, 12, 21, 40, 7, 123456, tzinfo=UTC)
WHOLE = ["journal.db", "lock", "vault.json", "vault.json.2"]


def furnish(connection: Connection) -> None:
    """One table with one row."""
    with connection.transaction():
        connection.execute("CREATE TABLE note (words TEXT NOT NULL)")
        connection.execute("INSERT INTO note VALUES ('furnished')")


def make(folder: Path, passphrase: str = PASSPHRASE) -> Path:
    """A new vault in `folder`, nobody has it open."""
    create_vault(folder, passphrase, furnish=furnish, cost=LEAST_COST, created=CREATED).release()
    return folder


def notes(folder: Path, passphrase: str = PASSPHRASE) -> list[str]:
    """All notes in the vault, by the shipped way in."""
    vault = open_vault(folder, passphrase)
    try:
        return [row[0] for row in vault.connection.execute("SELECT words FROM note")]
    finally:
        vault.close()


def add_note(folder: Path, words: str) -> None:
    """Write one more note and close."""
    vault = open_vault(folder, PASSPHRASE)
    with vault.connection.transaction():
        vault.connection.execute("INSERT INTO note VALUES (:words)", {"words": words})
    vault.close()


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with its bytes and the time of its last change."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def names(folder: Path) -> list[str]:
    """The names in the folder, the database's without its identity."""
    found = (path.name for path in folder.iterdir())
    return sorted(f"journal{name[24:]}" if name.startswith("journal-") else name for name in found)


def database(folder: Path) -> Path:
    """The one database file."""
    (path,) = folder.glob("journal-*.db")
    return path


def header(folder: Path) -> Header:
    """The first copy of the header."""
    found = read_header(folder / "vault.json")
    assert isinstance(found, Header)
    return found
