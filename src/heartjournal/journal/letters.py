"""The desk of letters, whole: beside what returns by itself, letters called by need or offered after a page."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import chain
from secrets import SystemRandom
from uuid import UUID

from heartjournal.journal.letter_returns import LetterReturns, day_identity
from heartjournal.journal.letter_rows import Bringable, any_bringable, bringable
from heartjournal.journal.letter_shelf import HearsDespair
from heartjournal.journal.letters_alike import letters_about, letters_alike, letters_with_its_words, words_near
from heartjournal.journal.truth import Truth
from heartjournal.journal.truth_tables import TruthTable
from heartjournal.model.changes import Changes
from heartjournal.model.clock import Clock
from heartjournal.model.identity import natural_identity
from heartjournal.model.letter import FIRST_DAYS, Drawn, ReasonKind
from heartjournal.vault import Connection

HearDue = Callable[[Iterable[UUID]], bool]
"""Hears the inner critic at once in those of these entries that were written since; whether there was any."""

OFFERED_APART = timedelta(days=30)
"""How long a letter that was offered after a page is not offered after another."""


class Letters(LetterReturns):
    """Blocking; used in the connection's thread."""

    def __init__(
        self, connection: Connection, truth: Truth, clock: Clock, *, hears_despair: HearsDespair, hear_due: HearDue
    ) -> None:
        super().__init__(connection, truth, clock, hears_despair=hears_despair)
        self._hear_due = hear_due
        self._drawn_last: UUID | None = None

    def draw(self, near: UUID | None = None) -> Drawn | None:
        """The letter that fits, for whoever asks for one, also of those at rest; None when there is none.

        Best one written about the entry `near`, then one that shares a sentence, a feeling or a word with it, else any.
        A letter about one of the person's phrases shares the sentence where that stands.
        Never one that is sealed, kept closed or trashed or in which despair is heard; the one drawn last only when
        there is no other. Raises Interrupted.
        """
        letters = {known.letter for known in bringable(self._connection)} - {near}
        drawn = self._best(near, letters - {self._drawn_last}) or self._best(near, letters)
        self._drawn_last = drawn.letter if drawn else None
        return drawn

    def any_to_call(self) -> bool:
        """Whether there is a letter to call; `draw` may still find none, where despair is heard in each."""
        return any_bringable(self._connection)

    def _best(self, near: UUID | None, letters: set[UUID]) -> Drawn | None:
        by_chance = SystemRandom().sample(sorted(letters), len(letters))
        drawn = chain(
            self._fitting(near) if near else (),
            (Drawn(letter, ReasonKind.BY_CHANCE) for letter in by_chance),
        )
        return self._first(drawn, letters)

    def _fitting(self, near: UUID) -> Iterator[Drawn]:
        yield from letters_about(self._connection, near)
        self._hear_due((near,))
        yield from letters_alike(self._connection, near)
        for _ in self._index.catch_up():
            pass
        yield from letters_with_its_words(self._connection, near)

    def _first(self, drawn: Iterable[Drawn], letters: set[UUID]) -> Drawn | None:
        """The first of these letters that may be brought back."""
        fit = (found for found in drawn if found.letter in letters and not self._is_despair_heard(found.letter))
        return next(fit, None)

    _MAY_OFFER = """
        SELECT NOT EXISTS (SELECT 1 FROM letter_offer WHERE id = :offer)
            AND NOT EXISTS (SELECT 1 FROM letter_day WHERE id = :today)
            AND EXISTS (SELECT 1 FROM entry
                WHERE id = :entry AND kind <> 'letter' AND closed = 0 AND trashed_at IS NULL)
    """

    def offer_after(self, entry: UUID) -> Drawn | None:
        """A letter that shares a sentence or a feeling with a page just written; asked again for it, none.

        None where despair is heard in the page, on a day that has its letter, and in quiet weeks. Never a letter that
        was declined, was offered in the last thirty days, was read today or was put away within three days.
        """
        if not self._may_offer(entry):
            return None
        day = self._day()
        offered = self._not_to_offer(day)
        letters = {known.letter for known in bringable(self._connection) if _is_away(known, day)} - offered
        self._hear_due((entry,))
        drawn = self._first(letters_alike(self._connection, entry), letters)
        if drawn:
            self._keep_offer(entry, drawn.letter, declined=False)
        return drawn

    def _may_offer(self, entry: UUID) -> bool:
        parameters = {
            "offer": _offer_identity(entry).bytes,
            "today": day_identity(self._day()).bytes,
            "entry": entry.bytes,
        }
        (is_free,) = self._connection.execute(self._MAY_OFFER, parameters).fetchone() or (0,)
        if not is_free or self.quiet_until():
            return False
        return not self._hears_despair(words_near(self._connection, entry))

    _NOT_TO_OFFER = "SELECT letter FROM letter_offer WHERE declined = 1 OR day > :since"

    def _not_to_offer(self, day: date) -> set[UUID]:
        since = {"since": (day - OFFERED_APART).isoformat()}
        return {UUID(bytes=letter) for (letter,) in self._connection.execute(self._NOT_TO_OFFER, since).fetchall()}

    def decline(self, letter: UUID, entry: UUID) -> Changes:
        """Say no to a letter offered after a page: it is not offered after any page again."""
        return self._keep_offer(entry, letter, declined=True)

    def _keep_offer(self, entry: UUID, letter: UUID, *, declined: bool) -> Changes:
        with self._truth.writing() as writing:
            kept = writing.put(
                TruthTable.LETTER_OFFER,
                _offer_identity(entry),
                entry=entry.bytes,
                letter=letter.bytes,
                day=self._day().isoformat(),
                declined=int(declined),
            )
        return Changes(letters=kept)


def _is_away(known: Bringable, day: date) -> bool:
    return known.read_on != day and (day - known.put_away_on).days >= FIRST_DAYS


def _offer_identity(entry: UUID) -> UUID:
    return natural_identity("letter_offer", entry.hex)
