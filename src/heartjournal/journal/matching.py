"""The one query by words that pages and letters share; what of an entry is told, and in what order, is the desks'."""

import json
from typing import Any

from heartjournal.journal.wanted import Wanted
from heartjournal.vault import Connection

# CROSS JOIN keeps the index outermost: it holds the entries in time's order, so that no sort reads them all.
_ENTRIES = """
    CROSS JOIN index_row ON index_row.position = entry_text.rowid
    CROSS JOIN entry ON entry.id = index_row.entry
"""
_WORDS = f"FROM entry_text {_ENTRIES} WHERE entry_text MATCH :wanted"
_PAIR = f"""
    FROM entry_pair CROSS JOIN entry_text ON entry_text.rowid = entry_pair.rowid {_ENTRIES}
    WHERE entry_pair MATCH :wanted
"""
# FTS5 keeps letters and digits only: what has neither is looked for in every entry.
_SIGNS = f"""
    FROM entry_text {_ENTRIES} WHERE NOT EXISTS (
        SELECT 1 FROM json_each(:wanted)
        WHERE instr(entry_text.title, value) + instr(entry_text.body, value) + instr(entry_text.feelings, value) = 0
    )
"""  # noqa: S608  names of the schema


def matching(
    connection: Connection, wanted: Wanted, *, columns: str, letters_only: bool = False, limit: int = -1
) -> list[tuple[Any, ...]]:
    """These columns of the entries outside the trash that hold what is wanted, newest first; -1 is without a limit.

    `columns` are those of `entry` and of `entry_text`. The index must have caught up. Raises Interrupted.
    """
    found, index = (_PAIR, "entry_pair") if wanted.is_pair else (_SIGNS if wanted.signs else _WORDS, "entry_text")
    kind = "AND entry.kind = 'letter'" if letters_only else ""
    sql = f"""
        SELECT {columns} {found} AND entry.trashed_at IS NULL {kind} ORDER BY {index}.rowid DESC LIMIT :limit
    """
    query = json.dumps(wanted.signs) if wanted.signs else wanted.query
    return connection.execute(sql, {"wanted": query, "limit": limit}).fetchall()
