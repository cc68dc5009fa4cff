"""The tables that are derived from the truth: the index and what was heard; thrown away and made anew freely."""

TOKENIZER = "unicode61 remove_diacritics 2"
"""What a word is, to FTS5."""

# Thrown away and rebuilt freely. index_row.position is entry_text's rowid and rises with the time of the page.
INDEX_TABLES = (
    "CREATE TABLE index_due (entry BLOB NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID",
    "CREATE TABLE index_row (position INTEGER PRIMARY KEY, entry BLOB NOT NULL UNIQUE) STRICT",
    # FTS5's own prefix indexes would make changing a page seven times slower; `beginnings` serves single letters.
    f"""
    CREATE VIRTUAL TABLE entry_text USING fts5 (
        title, body, feelings, beginnings, columnsize = 0, tokenize = '{TOKENIZER}'
    )
    """,
    # Without it the words of a removed page stay in the index.
    "INSERT INTO entry_text (entry_text, rank) VALUES ('secure-delete', 1)",
    # Pairs of letters that words of a page begin with, under its rowid in entry_text.
    f"""
    CREATE VIRTUAL TABLE entry_pair USING fts5 (
        pairs, content = '', detail = none, columnsize = 0, tokenize = '{TOKENIZER}'
    )
    """,
    "INSERT INTO entry_pair (entry_pair, rank) VALUES ('secure-delete', 1)",
    # In how many pages each word of the index stands; it holds nothing of its own.
    "CREATE VIRTUAL TABLE entry_word USING fts5vocab (entry_text, row)",
)
DROP_INDEX_TABLES = (
    "DROP TABLE IF EXISTS entry_word",
    "DROP TABLE IF EXISTS entry_pair",
    "DROP TABLE IF EXISTS entry_text",
    "DROP TABLE IF EXISTS index_row",
    "DROP TABLE IF EXISTS index_due",
)

# What was heard in the pages: thrown away and heard again freely, and whenever the rules change.
HEARD_TABLES = (
    "CREATE TABLE hearing_due (entry BLOB NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID",
    """
    CREATE TABLE finding (
        section BLOB NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        key TEXT NOT NULL,
        entry BLOB NOT NULL,
        tier TEXT NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (section, start, key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX finding_of_key ON finding (key, entry)",
    "CREATE INDEX finding_of_entry ON finding (entry)",
    """
    CREATE TABLE answer (
        section BLOB NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        key TEXT NOT NULL,
        entry BLOB NOT NULL,
        PRIMARY KEY (section, start, key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX answer_of_key ON answer (key, entry)",
    "CREATE INDEX answer_of_entry ON answer (entry)",
)
DROP_HEARD_TABLES = (
    "DROP TABLE IF EXISTS answer",
    "DROP TABLE IF EXISTS finding",
    "DROP TABLE IF EXISTS hearing_due",
)
