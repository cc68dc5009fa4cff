"""The reading side of the desk of letters: the list, one letter, search, links, and the seals that open by date."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from heartjournal.journal.index import Index
from heartjournal.journal.keeping import entry_from, mark_due, no_such_page
from heartjournal.journal.letter_rows import (
    Standing,
    awake_of,
    line_of,
    lines_of,
    links_of,
    phrases_of,
    rereadings_of,
    standing_of,
)
from heartjournal.journal.matching import matching
from heartjournal.journal.settings import Settings
from heartjournal.journal.truth import Truth
from heartjournal.journal.truth_tables import TruthTable
from heartjournal.journal.versions import versions_of
from heartjournal.journal.wanted import folded, wanted_from
from heartjournal.model.changes import Changes
from heartjournal.model.clock import Clock
from heartjournal.model.identity import natural_identity
from heartjournal.model.journal_day import journal_day
from heartjournal.model.letter import (
    Letter,
    LetterLine,
    LetterLink,
    LetterState,
    is_too_many,
    next_return,
    widening,
)
from heartjournal.model.problems import NoSuchPage
from heartjournal.model.text import whole_characters
from heartjournal.model.version import Version
from heartjournal.vault import Connection

HearsDespair = Callable[[str], bool]
"""Whether a text speaks of not wanting to live."""

_ORDER = tuple(LetterState)


class LetterShelf:
    """Blocking; used in the connection's thread. `day` is everywhere the journal day of the clock."""

    def __init__(self, connection: Connection, truth: Truth, clock: Clock, *, hears_despair: HearsDespair) -> None:
        self._connection = connection
        self._truth = truth
        self._clock = clock
        self._hears_despair = hears_despair
        self._index = Index(connection)
        self._settings = Settings(connection, truth)

    def lines(self) -> tuple[LetterLine, ...]:
        """Every letter outside the trash: drafts, awake by their next day, sealed by their date, resting.

        Of a sealed one no word but its title is there.
        """
        return tuple(sorted(lines_of(self._connection), key=_place))

    def search(self, words: str) -> tuple[LetterLine, ...]:
        """The lines of the letters with every word typed, in title, words, hurt or feelings; sealed ones by title.

        The last word may be unfinished, and signs alone are found as they stand. Raises Interrupted.
        """
        wanted = wanted_from(words)
        if wanted is None:
            return ()
        lines = self.lines()
        for _ in self._index.catch_up():
            pass
        rows = matching(self._connection, wanted, columns="entry.id", letters_only=True)
        found = {UUID(bytes=row[0]) for row in rows}
        return tuple(line for line in lines if line.id in found or _is_sealed_and_named(line, words))

    def letter(self, letter: UUID) -> Letter:
        """The whole of a letter, also of one in the trash. Raises NoSuchPage."""
        entry, line = entry_from(self._connection, letter), line_of(self._connection, letter)
        if entry is None or line is None:
            raise no_such_letter()
        if line.state is LetterState.SEALED:
            return Letter(entry, line)
        return Letter(
            entry,
            line,
            links=links_of(self._connection, letter),
            phrases=phrases_of(self._connection, letter),
            rereadings=rereadings_of(self._connection, letter),
            suggested=self._suggested(letter),
        )

    def versions(self, letter: UUID) -> tuple[Version, ...]:
        """What a letter said before it was edited, newest first; nothing of a sealed one. Raises NoSuchPage."""
        sealed = self._standing(letter).state is LetterState.SEALED
        return () if sealed else versions_of(self._connection, letter)

    def many_awake(self) -> bool:
        """Whether letters that come for the first time alone ask for more than half of the days."""
        return is_too_many(awake_of(self._connection, self._day()))

    def link(self, letter: UUID, link: LetterLink) -> Changes:
        """Keep what a letter answers; nothing happens to a sealed one.

        Raises NoSuchPage, also where the page to answer is not in the journal any more.
        """
        if self._standing(letter).state is LetterState.SEALED:
            return Changes()
        with self._truth.writing() as writing:
            if not writing.has(TruthTable.ENTRY, link.entry):
                raise no_such_page()
            linked = writing.put(
                TruthTable.LETTER_LINK,
                _link_identity(letter, link),
                letter=letter.bytes,
                entry=link.entry.bytes,
                section=link.section.bytes if link.section else None,
                quote=link.quote,
            )
        return Changes(letters=linked)

    def unlink(self, letter: UUID, link: LetterLink) -> Changes:
        """Let a letter answer this no more."""
        with self._truth.writing() as writing:
            return Changes(letters=writing.remove(TruthTable.LETTER_LINK, _link_identity(letter, link)))

    _UNSEALED = "SELECT id FROM letter WHERE sealed_until <= :day ORDER BY id"

    def unseal_due(self) -> Changes:
        """Open what was sealed until today or earlier: it can be found, linked and heard again.

        Happens where a day begins: when the journal is opened, and when the letter of the day is asked for.
        """
        day = self._day().isoformat()
        due = [UUID(bytes=row[0]) for row in self._connection.execute(self._UNSEALED, {"day": day}).fetchall()]
        return self._unseal(due)

    def _unseal(self, letters: list[UUID]) -> Changes:
        if not letters:
            return Changes()
        with self._truth.writing() as writing:
            for letter in letters:
                writing.change(TruthTable.LETTER, letter, sealed_until=None)
                mark_due(writing.connection, letter)
        return Changes(entries=frozenset(letters), letters=True)

    def _day(self) -> date:
        return journal_day(self._clock.now())

    def _standing(self, letter: UUID) -> Standing:
        standing = standing_of(self._connection, letter)
        if standing is None:
            raise no_such_letter()
        return standing

    def _suggested(self, letter: UUID) -> date | None:
        standing, day = self._standing(letter), self._day()
        if standing.course is None or standing.state is not LetterState.AWAKE:
            return None
        if standing.course.next_on > day:
            return standing.course.next_on
        return next_return(standing.course, day, self._widened()).next_on

    def _widened(self) -> float:
        return widening(awake_of(self._connection, self._day()))


def no_such_letter() -> NoSuchPage:
    """The problem of a letter that is not here."""
    return NoSuchPage("There is no such letter in this journal.", "Look for it in the list of letters.")


def _place(line: LetterLine) -> tuple[int, int]:
    """Where a line stands among the others, which come in the order they were written, newest first."""
    day = line.next_on or (
        line.resting_since and date.fromordinal(date.max.toordinal() - line.resting_since.toordinal())
    )
    return _ORDER.index(line.state), day.toordinal() if day else 0


def _is_sealed_and_named(line: LetterLine, words: str) -> bool:
    title = folded(line.title)[0]
    return line.state is LetterState.SEALED and all(word in title for word in folded(words)[0].split())


def _link_identity(letter: UUID, link: LetterLink) -> UUID:
    section = link.section.hex if link.section else ""
    key = "\x1f".join((letter.hex, link.entry.hex, section, whole_characters(link.quote)))
    return natural_identity("letter_link", key)
