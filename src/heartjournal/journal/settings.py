"""The desk of settings: the person's choices that belong to the journal, not to this machine."""

import re

from heartjournal.journal.truth import Truth
from heartjournal.journal.truth_tables import TruthTable
from heartjournal.model.changes import Changes
from heartjournal.model.identity import natural_identity
from heartjournal.vault import Connection

_KEY = re.compile(r"person(\.[a-z][a-z0-9_]*)+")


class Settings:
    """Blocking; used in the connection's thread. Keys are "person." and lower-case words between dots."""

    def __init__(self, connection: Connection, truth: Truth) -> None:
        self._connection = connection
        self._truth = truth

    _GET = "SELECT value FROM setting WHERE id = :id"

    def get(self, key: str) -> str | None:
        """The value, or None where none was ever put. Raises ValueError for a key outside the list."""
        row = self._connection.execute(self._GET, {"id": natural_identity("setting", _allowed(key)).bytes}).fetchone()
        return row[0] if row else None

    def put(self, key: str, value: str) -> Changes:
        """Keep a value. Raises ValueError for a key outside the list."""
        identity = natural_identity("setting", _allowed(key))
        with self._truth.writing() as writing:
            return Changes(settings=writing.put(TruthTable.SETTING, identity, name=key, value=value))


def _allowed(key: str) -> str:
    if not _KEY.fullmatch(key):
        raise ValueError("a setting of the journal is named person.something")
    return key
