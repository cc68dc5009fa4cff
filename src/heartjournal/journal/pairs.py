"""The index of the two letters that words begin with, kept true to the index of words.

The second letter typed fits so many words that looking for them all takes milliseconds; of pairs there are few. What a
word is, is said by the tokenizer of the index itself, so that both find the same pages.
"""

from dataclasses import dataclass, field

from heartjournal.journal.derived_tables import TOKENIZER
from heartjournal.vault import Connection

# Holds one page for a moment. A temporary table lies in memory and never on the disk.
_PAGE = f"""
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.page_text USING fts5 (
        text, content = '', detail = none, columnsize = 0, tokenize = '{TOKENIZER}'
    )
"""
_WORDS = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.page_word USING fts5vocab (temp, page_text, row)"
_READ = "INSERT INTO temp.page_text (rowid, text) VALUES (1, :text)"
_PAIRS = "SELECT DISTINCT substr(term, 1, 2) FROM temp.page_word WHERE length(term) > 1"
_CLEAR = "INSERT INTO temp.page_text (page_text) VALUES ('delete-all')"
_FORGET = "INSERT INTO entry_pair (entry_pair, rowid, pairs) VALUES ('delete', :position, :pairs)"
_PUT = "INSERT INTO entry_pair (rowid, pairs) VALUES (:position, :pairs)"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where in the index a page stands, and the text it has there."""

    position: int
    text: str = field(repr=False)


def move_pairs(connection: Connection, *, was: Standing | None, now: Standing | None) -> None:
    """Bring a page's pairs from where it stood to where it stands; those that stay are not touched."""
    gone, new = _pairs_of(connection, was), _pairs_of(connection, now)
    if was and now and was.position == now.position:
        if gone == new:
            return
        gone, new = gone - new, new - gone
    # FTS5 counts a row more with every insertion and one less with every deletion, and calls it damage when they do not
    # match: while a page stays, one never goes without the other, be it empty.
    if was:
        connection.execute(_FORGET, {"position": was.position, "pairs": " ".join(sorted(gone))})
    if now:
        connection.execute(_PUT, {"position": now.position, "pairs": " ".join(sorted(new))})


def _pairs_of(connection: Connection, standing: Standing | None) -> frozenset[str]:
    if standing is None:
        return frozenset()
    connection.execute(_PAGE)
    connection.execute(_WORDS)
    connection.execute(_READ, {"text": standing.text})
    pairs = frozenset(pair for (pair,) in connection.execute(_PAIRS).fetchall())
    connection.execute(_CLEAR)
    return pairs
