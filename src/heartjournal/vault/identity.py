"""What a database says about itself in its table `meta`: whose it is, and that its key is right."""

from heartjournal.vault.connection import Connection, VaultBug
from heartjournal.vault.header import Header
from heartjournal.vault.layout import database_identity

_CREATE = "CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID"
_PUT = "INSERT INTO meta (name, value) VALUES (:name, :value)"
_GET = "SELECT name, value FROM meta WHERE name IN ('vault_id', 'database_id', 'key_check')"


def write_identity(connection: Connection, header: Header) -> None:
    """Make the table `meta` with the three rows of the vault; the journal keeps its own rows beside them."""
    with connection.transaction():
        connection.execute(_CREATE)
        connection.executemany(_PUT, [{"name": name, "value": value} for name, value in _rows(header).items()])


def has_identity(connection: Connection, header: Header) -> bool:
    """Whether this database is the one the header names."""
    try:
        return dict(connection.execute(_GET).fetchall()) == _rows(header)
    except VaultBug:
        return False  # no table of that name


def _rows(header: Header) -> dict[str, object]:
    return {
        "vault_id": header.vault_id,
        "database_id": database_identity(header.database),
        "key_check": "heartjournal",
    }
