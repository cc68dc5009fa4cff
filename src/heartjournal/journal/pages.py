"""The desk of pages: keeping what is written, reading it back, lists by day, the trash.

Letters are kept, read and trashed here like any page; they have a list of their own, at the desk of letters.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from heartjournal.journal.findings import forget_heard
from heartjournal.journal.index import forget_words
from heartjournal.journal.keeping import entry_from, keep, mark_due, no_such_page, put_in_trash
from heartjournal.journal.rows import LINE_COLUMNS, instant_text, line_from
from heartjournal.journal.truth import Truth
from heartjournal.journal.truth_tables import TruthTable
from heartjournal.model.changes import Changes
from heartjournal.model.entry import Draft, Entry, EntryKind, EntryLine
from heartjournal.vault import Connection


@dataclass(frozen=True, slots=True)
class WrittenDays:
    """The nearest days with a page on either side of a day."""

    previous: date | None
    next: date | None


class Pages:
    """Blocking; used in the connection's thread."""

    def __init__(self, connection: Connection, truth: Truth) -> None:
        self._connection = connection
        self._truth = truth

    def save(self, draft: Draft) -> Changes:
        """Make the words durable; the index follows later. An unchanged draft writes nothing and changes nothing.

        Empty sections are not kept. A page whose every word was taken out goes to the trash with the words it was last
        kept with, and comes back with other words. Raises SealedLetter for a letter that is sealed, DiskFull,
        CannotWrite and what else the disk does; then nothing of it is written.
        """
        with self._truth.writing() as writing:
            saved = keep(writing, draft)
        return _touched(draft.id, draft.kind) if saved else Changes()

    def entry(self, identity: UUID) -> Entry:
        """The whole of a page, also of one in the trash; of a sealed letter no section. Raises NoSuchPage."""
        entry = entry_from(self._connection, identity)
        if entry is None:
            raise no_such_page()
        return entry

    _LISTED = f"""
        SELECT {LINE_COLUMNS} FROM entry
        WHERE trashed_at IS NULL AND kind <> 'letter' AND day BETWEEN :since AND :until
            AND (day, happened_at, id) < (:day, :happened_at, :id)
        ORDER BY day DESC, happened_at DESC, id DESC LIMIT :limit
    """  # noqa: S608  columns of the schema
    # The trash holds letters too; of one that is sealed it shows no word.
    _TRASHED = _LISTED.replace("trashed_at IS NULL AND kind <> 'letter'", "trashed_at IS NOT NULL").replace(
        "entry.opening",
        """
        CASE WHEN EXISTS (SELECT 1 FROM letter WHERE letter.id = entry.id AND sealed_until IS NOT NULL)
            THEN '' ELSE entry.opening END
        """,
    )

    def lines(
        self,
        *,
        day: date | None = None,
        since: date | None = None,
        until: date | None = None,
        trashed: bool = False,
        limit: int | None = None,
        below: EntryLine | None = None,
    ) -> tuple[EntryLine, ...]:
        """The rows of a list, newest first, in one query: of a day, or from `since` to `until`, both included.

        Letters are among them in the trash only.
        `below` goes on where a list of `limit` rows ended: pass its last row.
        """
        since, until = (day, day) if day else (since, until)
        if below:
            until = min(until or below.day, below.day)
        bounds = {
            "since": since.isoformat() if since else "",
            "until": until.isoformat() if until else "9999-12-31",
            "day": below.day.isoformat() if below else "9999-12-32",
            "happened_at": instant_text(below.happened_at.instant) if below and below.happened_at else "",
            "id": below.id.bytes if below else b"",
            "limit": -1 if limit is None else limit,
        }
        rows = self._connection.execute(self._TRASHED if trashed else self._LISTED, bounds).fetchall()
        return tuple(line_from(row) for row in rows)

    _DAYS = """
        SELECT DISTINCT day FROM entry
        WHERE trashed_at IS NULL AND kind <> 'letter' AND day BETWEEN :since AND :until
    """

    def days(self, since: date, until: date) -> frozenset[date]:
        """The days from `since` to `until`, both included, that have a page."""
        bounds = {"since": since.isoformat(), "until": until.isoformat()}
        return frozenset(date.fromisoformat(day) for (day,) in self._connection.execute(self._DAYS, bounds).fetchall())

    _AROUND = """
        SELECT (SELECT max(day) FROM entry WHERE trashed_at IS NULL AND kind <> 'letter' AND day < :day),
               (SELECT min(day) FROM entry WHERE trashed_at IS NULL AND kind <> 'letter' AND day > :day)
    """

    def days_written_around(self, day: date) -> WrittenDays:
        """The nearest day before and the nearest after `day` that have a page."""
        row = self._connection.execute(self._AROUND, {"day": day.isoformat()}).fetchall()[0]
        return WrittenDays(*(date.fromisoformat(found) if found else None for found in row))

    _COUNT = "SELECT count(*) FROM entry WHERE trashed_at IS NULL AND kind <> 'letter'"

    def count(self) -> int:
        """How many pages there are outside the trash."""
        return int(self._connection.execute(self._COUNT).fetchall()[0][0])

    _REFUSALS = """
        SELECT refusal.id FROM section CROSS JOIN refusal ON refusal.section = section.id WHERE section.entry = :entry
    """

    def remove(self, identity: UUID) -> Changes:
        """Remove a page for good, from the trash too: no word of it is left, only its ids in `gone`. No undo.

        What was refused of the inner critic in it goes with it, since a refusal keeps its sentence; a sentence that was
        kept, or refused for ever, is the person's own by now. Nothing if there is no such page.
        """
        entry = entry_from(self._connection, identity)
        if entry is None:
            return Changes()
        with self._truth.writing() as writing:
            for (refusal,) in self._connection.execute(self._REFUSALS, {"entry": identity.bytes}).fetchall():
                writing.remove(TruthTable.REFUSAL, UUID(bytes=refusal))
            writing.remove(TruthTable.ENTRY, identity)
            forget_words(writing.connection, identity)
            forget_heard(writing.connection, identity)
        return _touched(identity, entry.kind)

    def trash(self, identity: UUID) -> Changes:
        """Put a page in the trash, where it keeps every word and is found by no search."""
        entry = self.entry(identity)
        if entry.trashed_at:
            return Changes()
        with self._truth.writing() as writing:
            put_in_trash(writing, identity)
        return _touched(identity, entry.kind)

    def restore(self, identity: UUID) -> Changes:
        """Take a page out of the trash, as it was. Raises NoSuchPage."""
        entry = self.entry(identity)
        if not entry.trashed_at:
            return Changes()
        with self._truth.writing() as writing:
            writing.change(TruthTable.ENTRY, identity, trashed_at=None)
            mark_due(writing.connection, identity)
        return _touched(identity, entry.kind)


def _touched(identity: UUID, kind: EntryKind) -> Changes:
    return Changes(entries=frozenset({identity}), letters=kind is EntryKind.LETTER)
