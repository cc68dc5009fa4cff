"""The tables of a journal, and whether an opened journal has the ones this program writes."""

from enum import StrEnum

from heartjournal.model.clock import Clock
from heartjournal.model.identity import new_identity
from heartjournal.model.problems import NewerJournal, OlderJournal
from heartjournal.model.stamp import Stamp
from heartjournal.vault import Connection, VaultBug

USER_VERSION = 1
# Until the first released file the schema is edited in place, and this is counted up with every edit.
GENERATION = 4
_WRITER_BYTES = 8


class TruthTable(StrEnum):
    """The tables of truth: rows known by a 16-byte id, stamped at every write, remembered in `gone` when removed."""

    WRITER = "writer"
    ENTRY = "entry"
    SECTION = "section"
    FEELING = "feeling"
    SENTENCE = "sentence"
    CONTACT = "contact"
    COMFORT = "comfort"
    FEELING_WORD = "feeling_word"
    SETTING = "setting"
    LETTER = "letter"
    LETTER_LINK = "letter_link"
    LETTER_DAY = "letter_day"
    LETTER_OFFER = "letter_offer"
    REREADING = "rereading"
    REVISION = "revision"
    PHRASE = "phrase"
    REFRAME = "reframe"
    VARIANT = "variant"
    REFUSAL = "refusal"
    LETTER_PHRASE = "letter_phrase"


# entry.happened_at is UTC in ISO 8601, "" for a page that has a day but no time (it sorts below those of its day).
# entry.opening and entry.elements are derived from the sections whenever those are written: a list reads one table.
# letter.id is the id of its entry: a letter without that row is a draft. sealed_until is NULL once it is open.
# letter_day.letter and letter_offer.entry name rows that may be gone: a day has had its letter, a letter was declined,
# whatever is removed afterwards.
# variant: the wordings that a person keeps as theirs; refusal: those they said no to, in one section or ("" there)
# everywhere. Both keep the sentence itself: a rescan under new rules hears it again and gives it its new key.
# Tables that hold whole texts keep SQLite's own rowid, which identifies nothing: long rows make a slow index.
_TRUTH = (
    """
    CREATE TABLE writer (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        since TEXT NOT NULL,
        stamp BLOB NOT NULL CHECK (length(stamp) = 16)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE entry (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        kind TEXT NOT NULL,
        practice_id TEXT NOT NULL,
        day TEXT NOT NULL,
        happened_at TEXT NOT NULL,
        zone TEXT NOT NULL,
        title TEXT NOT NULL,
        origin TEXT NOT NULL,
        pinned INTEGER NOT NULL DEFAULT 0,
        closed INTEGER NOT NULL DEFAULT 0,
        created TEXT NOT NULL,
        changed TEXT NOT NULL,
        trashed_at TEXT,
        opening TEXT NOT NULL,
        elements TEXT NOT NULL,
        stamp BLOB NOT NULL CHECK (length(stamp) = 16)
    ) STRICT
    """,
    "CREATE INDEX entry_listed ON entry (day, happened_at, id) WHERE trashed_at IS NULL AND kind <> 'letter'",
    "CREATE INDEX entry_letters ON entry (day, id) WHERE trashed_at IS NULL AND kind = 'letter'",
    "CREATE INDEX entry_trashed ON entry (day, happened_at, id) WHERE trashed_at IS NOT NULL",
    """
    CREATE TABLE section (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        entry BLOB NOT NULL REFERENCES entry ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        rank TEXT NOT NULL,
        prompt_id TEXT NOT NULL,
        prompt_text TEXT NOT NULL,
        element TEXT,
        body TEXT NOT NULL,
        stamp BLOB NOT NULL CHECK (length(stamp) = 16)
    ) STRICT
    """,
    "CREATE INDEX section_in_order ON section (entry, rank, id)",
    """
    CREATE TABLE feeling (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        section BLOB NOT NULL REFERENCES section ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        rank TEXT NOT NULL,
        word TEXT NOT NULL,
        stamp BLOB NOT NULL CHECK (length(stamp) = 16)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX feeling_in_order ON feeling (section, rank, id)",
    """
    CREATE TABLE sentence (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        practice_id TEXT NOT NULL,
        step_id TEXT NOT NULL,
        words TEXT NOT NULL,
        used_at TEXT NOT NULL,
        stamp BLOB NOT NULL CHECK (length(stamp) = 16)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX sentence_of_step ON sentence (practice_id, step_id, used_at)",
    """
    CREATE TABLE contact (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        name TEXT NOT NULL,
        number TEXT NOT NULL,
        note TEXT NOT NULL,
        stamp BLOB NOT NULL CHECK (length(stamp) = 16)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE comfort (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        words TEXT NOT NULL,
        stamp BLOB NOT NULL CHECK (length(stamp) = 16)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE feeling_word (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        word TEXT NOT NULL,
        added TEXT NOT NULL,
        stamp BLOB NOT NULL CHECK (length(stamp) = 16)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE setting (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        stamp BLOB NOT NULL CHECK (length(stamp) = 16)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE letter (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16)
            REFERENCES entry ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        put_away_at TEXT NOT NULL,
        put_away_on TEXT NOT NULL,
        next_on TEXT NOT NULL,
        interval INTEGER NOT NULL,
        rung INTEGER NOT NULL,
        is_named INTEGER NOT NULL,
        is_hard INTEGER NOT NULL,
        sealed_until TEXT,
        resting_since TEXT,
        stamp BLOB NOT NULL CHECK (length(stamp) = 16)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX letter_due ON letter (next_on) WHERE resting_since IS NULL AND sealed_until IS NULL",
    "CREATE INDEX letter_sealed ON letter (sealed_until) WHERE sealed_until IS NOT NULL",
    """
    CREATE TABLE letter_link (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        letter BLOB NOT NULL REFERENCES entry ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        entry BLOB NOT NULL REFERENCES entry ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        section BLOB,
        quote TEXT NOT NULL,
        stamp BLOB NOT NULL CHECK (length(stamp) = 16)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX letter_link_of_letter ON letter_link (letter, id)",
    "CREATE INDEX letter_link_of_entry ON letter_link (entry, id)",
    """
    CREATE TABLE letter_day (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        day TEXT NOT NULL,
        letter BLOB NOT NULL,
        stamp BLOB NOT NULL CHECK (length(stamp) = 16)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX letter_day_in_order ON letter_day (day)",
    """
    CREATE TABLE letter_offer (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        entry BLOB NOT NULL,
        letter BLOB NOT NULL REFERENCES entry ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        day TEXT NOT NULL,
        declined INTEGER NOT NULL,
        stamp BLOB NOT NULL CHECK (length(stamp) = 16)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX letter_offer_of_letter ON letter_offer (letter)",
    """
    CREATE TABLE rereading (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        letter BLOB NOT NULL REFERENCES entry ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        read_at TEXT NOT NULL,
        zone TEXT NOT NULL,
        day TEXT NOT NULL,
        felt TEXT,
        reply TEXT NOT NULL,
        stamp BLOB NOT NULL CHECK (length(stamp) = 16)
    ) STRICT
    """,
    "CREATE INDEX rereading_in_order ON rereading (letter, read_at, id)",
    """
    CREATE TABLE revision (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        entry BLOB NOT NULL REFERENCES entry ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        taken_at TEXT NOT NULL,
        content TEXT NOT NULL,
        stamp BLOB NOT NULL CHECK (length(stamp) = 16)
    ) STRICT
    """,
    "CREATE INDEX revision_in_order ON revision (entry, taken_at)",
    """
    CREATE TABLE phrase (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        words TEXT NOT NULL,
        kept_on TEXT NOT NULL,
        tones TEXT NOT NULL,
        whose_voice TEXT NOT NULL,
        protecting TEXT NOT NULL,
        softening TEXT NOT NULL,
        pinned INTEGER NOT NULL,
        resting_since TEXT,
        step TEXT NOT NULL,
        merged_into BLOB,
        stamp BLOB NOT NULL CHECK (length(stamp) = 16)
    ) STRICT
    """,
    """
    CREATE TABLE reframe (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        phrase BLOB NOT NULL REFERENCES phrase ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        words TEXT NOT NULL,
        written_on TEXT NOT NULL,
        stamp BLOB NOT NULL CHECK (length(stamp) = 16)
    ) STRICT
    """,
    "CREATE INDEX reframe_in_order ON reframe (phrase, written_on, id)",
    """
    CREATE TABLE variant (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        phrase BLOB NOT NULL REFERENCES phrase ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        key TEXT NOT NULL,
        example TEXT NOT NULL,
        stamp BLOB NOT NULL CHECK (length(stamp) = 16)
    ) STRICT
    """,
    "CREATE INDEX variant_of_key ON variant (key)",
    "CREATE INDEX variant_of_phrase ON variant (phrase)",
    """
    CREATE TABLE refusal (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        key TEXT NOT NULL,
        section BLOB NOT NULL,
        example TEXT NOT NULL,
        refused_on TEXT NOT NULL,
        stamp BLOB NOT NULL CHECK (length(stamp) = 16)
    ) STRICT
    """,
    "CREATE INDEX refusal_of_key ON refusal (key, section)",
    """
    CREATE TABLE letter_phrase (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        letter BLOB NOT NULL REFERENCES entry ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        phrase BLOB NOT NULL REFERENCES phrase ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        stamp BLOB NOT NULL CHECK (length(stamp) = 16)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX letter_phrase_of_phrase ON letter_phrase (phrase, letter)",
    "CREATE INDEX letter_phrase_of_letter ON letter_phrase (letter, phrase)",
    """
    CREATE TABLE gone (
        table_name TEXT NOT NULL,
        id BLOB NOT NULL CHECK (length(id) = 16),
        stamp BLOB NOT NULL CHECK (length(stamp) = 16),
        PRIMARY KEY (table_name, id)
    ) STRICT, WITHOUT ROWID
    """,
)

TOKENIZER = "unicode61 remove_diacritics 2"
"""What a word is, to FTS5."""

# Thrown away and rebuilt freely. index_row.position is entry_text's rowid and rises with the time of the page.
_DERIVED = (
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
_DROP_DERIVED = (
    "DROP TABLE IF EXISTS entry_word",
    "DROP TABLE IF EXISTS entry_pair",
    "DROP TABLE IF EXISTS entry_text",
    "DROP TABLE IF EXISTS index_row",
    "DROP TABLE IF EXISTS index_due",
)

# What was heard in the pages: thrown away and heard again freely, and whenever the rules change.
_HEARD = (
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
        PRIMARY KEY (section, start)
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
        PRIMARY KEY (section, start)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX answer_of_key ON answer (key, entry)",
    "CREATE INDEX answer_of_entry ON answer (entry)",
)
_DROP_HEARD = (
    "DROP TABLE IF EXISTS answer",
    "DROP TABLE IF EXISTS finding",
    "DROP TABLE IF EXISTS hearing_due",
)

_PUT_META = "INSERT INTO meta (name, value) VALUES (:name, :value)"
_GET_META = "SELECT value FROM meta WHERE name = :name"
_INSERT_WRITER = "INSERT INTO writer (id, since, stamp) VALUES (:id, :since, :stamp)"


def furnish(connection: Connection, clock: Clock) -> None:
    """Fill a new database, whose `meta` the vault has made, with an empty journal's tables and its first writer."""
    now = clock.now().instant
    writer = new_identity(now).bytes
    first = Stamp(0, writer[-_WRITER_BYTES:]).to_bytes()
    with connection.transaction():
        for statement in (*_TRUTH, *_DERIVED, *_HEARD):
            connection.execute(statement)
        for table in TruthTable:
            connection.execute(_remember_gone(table))
        connection.executemany(
            _PUT_META,
            [
                {"name": "generation", "value": GENERATION},
                {"name": "writer_id", "value": writer},
                {"name": "stamp", "value": first},
                {"name": "index_version", "value": 0},
                {"name": "hearing_version", "value": 0},
            ],
        )
        connection.execute(_INSERT_WRITER, {"id": writer, "since": now.isoformat(), "stamp": first})
        connection.execute(f"PRAGMA user_version = {USER_VERSION:d}")


def check(connection: Connection) -> None:
    """Raise NewerJournal or OlderJournal unless the journal has the very tables this program writes."""
    row = connection.execute("PRAGMA user_version").fetchone()
    found = (row[0] if row else 0, _generation(connection))
    if found > (USER_VERSION, GENERATION):
        raise NewerJournal(
            "This journal was written by a newer version of HeartJournal.",
            "Update HeartJournal, then open it again. Nothing here was changed.",
        )
    if found < (USER_VERSION, GENERATION):
        raise OlderJournal(
            "This journal was written by an early development version that is no longer read.",
            "Open it with the version that wrote it, or start a new one in another folder. Nothing here was changed.",
        )


def make_derived_anew(connection: Connection) -> None:
    """Throw the derived tables away and make them empty; to be called inside a transaction."""
    for statement in (*_DROP_DERIVED, *_DERIVED):
        connection.execute(statement)


def make_heard_anew(connection: Connection) -> None:
    """Throw away what was heard in the pages and make its tables empty; to be called inside a transaction."""
    for statement in (*_DROP_HEARD, *_HEARD):
        connection.execute(statement)


def _generation(connection: Connection) -> int:
    try:
        row = connection.execute(_GET_META, {"name": "generation"}).fetchone()
    except VaultBug:  # another version's meta may look otherwise
        row = None
    return row[0] if row else 0


def _remember_gone(table: TruthTable) -> str:
    """The trigger that leaves a row in `gone` for every row removed, under the stamp of the transaction at work."""
    return f"""
        CREATE TRIGGER {table}_gone AFTER DELETE ON {table} BEGIN
            INSERT OR REPLACE INTO gone (table_name, id, stamp)
            VALUES ('{table}', OLD.id, (SELECT value FROM meta WHERE name = 'stamp'));
        END
    """  # noqa: S608  names of the schema
