"""The tables of truth: what a person wrote and chose, which nothing can make anew."""

from enum import StrEnum


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
TRUTH_TABLES = (
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
    "CREATE INDEX refusal_of_section ON refusal (section)",
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
