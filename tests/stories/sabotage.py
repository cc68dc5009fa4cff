"""What a control of the stories breaks on purpose, so that a test which could not fail would be seen to be one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from unittest.mock import patch

from heartjournal.journal.pages import Pages
from heartjournal.ui.editor import autosave
from heartjournal.vault import connection
from heartjournal.vault.connection import Connection

if TYPE_CHECKING:
    from heartjournal.model.changes import Changes
    from heartjournal.model.entry import Draft

VARIABLE = "STORY_SABOTAGE"
_NEVER_MILLISECONDS = 3_600_000
_LARGE_SORT = """
    WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 10000)
    SELECT body, printf('%0500d', x) FROM section, n ORDER BY substr(body, 1, 1), (x * 7919) % 10007
"""


def commit() -> None:
    """Break what the environment names, and nothing else."""
    for name in os.environ.get(VARIABLE, "").split():
        _DEEDS[name]()


def no_key() -> None:
    """The database is opened without its key: plain SQLite."""

    def unlock(self: Connection, raw_key: str, page_bytes: int) -> None:
        for setting in connection._SETTINGS:
            self.execute(setting).fetchall()

    patch.object(Connection, "_unlock", unlock).start()


def sort_on_disk() -> None:
    """What SQLite has no room for while it sorts goes into temporary files; after every save there is much to sort."""
    in_memory, on_disk = "PRAGMA temp_store = MEMORY", "PRAGMA temp_store = FILE"
    settings = tuple(on_disk if setting == in_memory else setting for setting in connection._SETTINGS)
    assert settings != connection._SETTINGS
    patch.object(connection, "_SETTINGS", settings).start()
    save = Pages.save

    def save_and_sort(self: Pages, draft: Draft) -> Changes:
        changes = save(self, draft)
        self._connection.execute("PRAGMA cache_size = 10")
        self._connection.execute(_LARGE_SORT).fetchall()
        return changes

    patch.object(Pages, "save", save_and_sort).start()


def no_limit() -> None:
    """A page is saved only when the hand rests, however long it does not."""
    patch.object(autosave, "LIMIT_MILLISECONDS", _NEVER_MILLISECONDS).start()


_DEEDS = {deed.__name__: deed for deed in (no_key, sort_on_disk, no_limit)}
