"""The returning side of the desk of letters: put away, the letter of the day, what was wished for the next time."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from heartjournal.journal.index import forget_words
from heartjournal.journal.keeping import mark_due
from heartjournal.journal.letter_rows import Standing, courses_due, is_due, last_letter, line_of, standing_of, words_of
from heartjournal.journal.letter_shelf import LetterShelf
from heartjournal.journal.rows import instant_text
from heartjournal.journal.truth import Value, Writing
from heartjournal.journal.truth_tables import TruthTable
from heartjournal.model.changes import Changes
from heartjournal.model.identity import natural_identity, new_identity
from heartjournal.model.letter import (
    Course,
    Felt,
    LetterLine,
    LetterState,
    Wish,
    another_evening,
    as_wished,
    brought_back,
    first_course,
    letters_of,
    woken,
)

QUIET_UNTIL = "person.letters.quiet_until"


class LetterReturns(LetterShelf):
    """Blocking; used in the connection's thread. Every verb about one letter raises NoSuchPage."""

    def put_away(self, letter: UUID, first_on: date, *, sealed: bool = False, is_named: bool = False) -> Changes:
        """Give a draft its course: it comes on `first_on`, tomorrow at the earliest. Nothing happens to any other.

        Sealed, its words are hidden until that day. `is_named` says that the person chose this very day, which then
        goes before any other letter's; a sealed one's always is.
        """
        if self._standing(letter).state is not LetterState.DRAFT:
            return Changes()
        day = self._day()
        course = first_course(letter, put_away_on=day, first_on=first_on, is_named=sealed or is_named)
        with self._truth.writing() as writing:
            writing.add(
                TruthTable.LETTER,
                letter,
                put_away_at=instant_text(writing.moment.instant),
                put_away_on=day.isoformat(),
                sealed_until=course.next_on.isoformat() if sealed else None,
                resting_since=None,
                is_hard=0,
                **_course_columns(course),
            )
            mark_due(writing.connection, letter)
            if sealed:
                # At once, so that not even a process that is killed now leaves a word of it in the index.
                forget_words(writing.connection, letter)
        return _changed(letter)

    def take_back(self, letter: UUID) -> Changes:
        """The undo of `put_away`: a draft again, whose words are seen."""
        if self._standing(letter).state is LetterState.DRAFT:
            return Changes()
        with self._truth.writing() as writing:
            writing.remove(TruthTable.LETTER, letter)
            mark_due(writing.connection, letter)
        return _changed(letter)

    def open_early(self, letter: UUID) -> Changes:
        """Open a sealed letter before its date: it is awake, found and heard, and keeps the day it comes on."""
        sealed = self._standing(letter).state is LetterState.SEALED
        return self._unseal([letter]) if sealed else Changes()

    def today(self) -> LetterLine | None:
        """The one letter of this journal day, chosen when first asked and the same all day.

        None when there is none, and when it was read, put off, trashed, kept closed or laid to rest since. In quiet
        weeks none is chosen. One in which despair is heard is never chosen, and none comes that has become one since.
        What it answers is not told with it when despair is heard in that.
        """
        self.unseal_due()
        day = self._day()
        if self.quiet_until():
            return None
        chosen = self._chosen(day)
        if chosen and (not is_due(self._connection, chosen, day) or self._is_despair_heard(chosen)):
            return None
        letter = chosen or self._choose(day)
        line = line_of(self._connection, letter) if letter else None
        return replace(line, about="") if line and self._hears_despair(line.about) else line

    _CHOSEN = "SELECT letter FROM letter_day WHERE id = :id"

    def _chosen(self, day: date) -> UUID | None:
        row = self._connection.execute(self._CHOSEN, {"id": day_identity(day).bytes}).fetchone()
        return UUID(bytes=row[0]) if row else None

    def _choose(self, day: date) -> UUID | None:
        fit = letters_of(day, courses_due(self._connection, day), last_letter(self._connection, day))
        letter = next((letter for letter in fit if not self._is_despair_heard(letter)), None)
        if letter:
            with self._truth.writing() as writing:
                writing.put(TruthTable.LETTER_DAY, day_identity(day), day=day.isoformat(), letter=letter.bytes)
        return letter

    def _is_despair_heard(self, letter: UUID) -> bool:
        return self._hears_despair(words_of(self._connection, letter))

    def read(
        self,
        letter: UUID,
        *,
        felt: Felt | None,
        wish: Wish | None = None,
        reply: str = "",
        rereading: UUID | None = None,
    ) -> Changes:
        """Keep that it was read, how it was (None: not said) and what was replied.

        One that was due goes on to its next return, the suggested one unless another is wished. One that was not due,
        or rests, stays as it is unless something is wished. A draft or a sealed letter cannot be read. `rereading`
        is the id under which `say` kept what was said meanwhile.
        """
        standing, day = self._standing(letter), self._day()
        if standing.course is None or standing.state is LetterState.SEALED:
            return Changes()
        if wish is None and standing.state is LetterState.AWAKE and standing.course.next_on <= day:
            wish = Wish()
        following = as_wished(standing.course, wish, day, self._widened()) if wish else None
        with self._truth.writing() as writing:
            _put_rereading(writing, letter, rereading, day, felt, reply)
            if wish:
                _write_course(writing, standing, following, day)
        return Changes(letters=True)

    def say(self, letter: UUID, rereading: UUID, *, felt: Felt | None, reply: str = "") -> Changes:
        """Keep what is said while a letter is read, under an id of this sitting; said again, it takes its place.

        The letter keeps its course until `read` ends the sitting.
        """
        standing = self._standing(letter)
        if standing.course is None or standing.state is LetterState.SEALED:
            return Changes()
        with self._truth.writing() as writing:
            return Changes(letters=_put_rereading(writing, letter, rereading, self._day(), felt, reply))

    def another_evening(self, letter: UUID, until: date | None = None) -> Changes:
        """Put a letter that is awake off to the next journal day, or to a later one."""
        standing, day = self._standing(letter), self._day()
        if standing.state is not LetterState.AWAKE or standing.course is None:
            return Changes()
        return self._move(standing, another_evening(standing.course, day, until), day)

    def bring_back(self, letter: UUID, wish: Wish) -> Changes:
        """Move the return of a letter that is awake or rests, without reading it; a resting one wakes."""
        standing, day = self._standing(letter), self._day()
        if standing.course is None or standing.state is LetterState.SEALED:
            return Changes()
        course = woken(standing.course, day) if standing.state is LetterState.RESTING else standing.course
        return self._move(standing, brought_back(course, wish, day), day)

    def rest(self, letter: UUID) -> Changes:
        """Let a letter that is awake rest: it comes only if it is asked for."""
        standing = self._standing(letter)
        if standing.state is not LetterState.AWAKE:
            return Changes()
        return self._move(standing, None, self._day())

    def take_back_rest(self, letter: UUID) -> Changes:
        """The undo of `rest`: it is awake on the very course it had, due or not."""
        standing = self._standing(letter)
        return Changes() if standing.course is None else self._move(standing, standing.course, self._day())

    def rest_all(self, letters: Iterable[UUID]) -> Changes:
        """Let all of these that are awake rest, in one go; one that is not here is passed over."""
        return self._move_all(letters, LetterState.AWAKE)

    def wake_all(self, letters: Iterable[UUID]) -> Changes:
        """The undo of `rest_all`: each is awake on the very course it had."""
        return self._move_all(letters, LetterState.RESTING)

    def _move_all(self, letters: Iterable[UUID], state: LetterState) -> Changes:
        found = (standing_of(self._connection, letter) for letter in letters)
        standings = [standing for standing in found if standing and standing.state is state]
        day = self._day()
        with self._truth.writing() as writing:
            for standing in standings:
                _write_course(writing, standing, standing.course if state is LetterState.RESTING else None, day)
        return Changes(letters=bool(standings))

    def wake(self, letter: UUID, on: date | None = None) -> Changes:
        """Wake a letter that rests: it comes back in three days, or on the day that is named."""
        standing, day = self._standing(letter), self._day()
        if standing.state is not LetterState.RESTING or standing.course is None:
            return Changes()
        return self._move(standing, woken(standing.course, day, on), day)

    def _move(self, standing: Standing, course: Course | None, day: date) -> Changes:
        with self._truth.writing() as writing:
            return Changes(letters=_write_course(writing, standing, course, day))

    def quiet_until(self) -> date | None:
        """The day on which letters begin to come again; None when that is not ahead."""
        kept = self._settings.get(QUIET_UNTIL)
        until = date.fromisoformat(kept) if kept else None
        return until if until and until > self._day() else None

    def be_quiet_until(self, day: date | None) -> Changes:
        """Let no letter come before this day, or let them come again."""
        put = self._settings.put(QUIET_UNTIL, day.isoformat() if day else "")
        return replace(put, letters=put.settings)


def _course_columns(course: Course) -> dict[str, Value]:
    return {
        "next_on": course.next_on.isoformat(),
        "interval": course.interval,
        "rung": course.rung,
        "is_named": int(course.is_named),
    }


def _write_course(writing: Writing, standing: Standing, course: Course | None, day: date) -> bool:
    """Write where a letter goes from here; without a course it rests, or goes on resting."""
    if course is not None:
        return writing.change(TruthTable.LETTER, course.letter, resting_since=None, **_course_columns(course))
    if standing.course is None or standing.state is LetterState.RESTING:
        return False
    return writing.change(TruthTable.LETTER, standing.course.letter, resting_since=day.isoformat())


def _put_rereading(
    writing: Writing, letter: UUID, rereading: UUID | None, day: date, felt: Felt | None, reply: str
) -> bool:
    said: dict[str, Value] = {"felt": felt, "reply": reply}
    if felt:
        writing.change(TruthTable.LETTER, letter, is_hard=int(felt is Felt.HARD))
    if rereading and writing.has(TruthTable.REREADING, rereading):
        return writing.change(TruthTable.REREADING, rereading, **said)
    writing.add(
        TruthTable.REREADING,
        rereading or new_identity(writing.moment.instant),
        letter=letter.bytes,
        read_at=instant_text(writing.moment.instant),
        zone=writing.moment.zone,
        day=day.isoformat(),
        **said,
    )
    return True


def _changed(letter: UUID) -> Changes:
    return Changes(entries=frozenset({letter}), letters=True)


def day_identity(day: date) -> UUID:
    """The id that two machines give to the letter of a day."""
    return natural_identity("letter_day", day.isoformat())
