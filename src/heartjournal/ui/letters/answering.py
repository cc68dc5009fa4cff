"""What a letter answers that is only being begun: kept with it as soon as there is a letter."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from heartjournal.model.changes import Changes
from heartjournal.model.problems import NoSuchPage

if TYPE_CHECKING:
    from uuid import UUID

    from heartjournal.journal import Journal
    from heartjournal.model.letter import LetterLink
    from heartjournal.model.phrase import Phrase


@dataclass(frozen=True, slots=True, eq=False)
class Answering:
    """A page or a sentence of it, or one of the person's own phrases; compared by identity."""

    about: LetterLink | None = None
    phrase: Phrase | None = None

    @property
    def is_nothing(self) -> bool:
        """Whether the letter answers nothing that is kept."""
        return self.about is None and self.phrase is None

    @property
    def quote(self) -> str:
        """The words that it answers, to be in sight while it is written; "" for a whole page."""
        if self.about is not None and self.about.quote:
            return self.about.quote
        return self.phrase.words if self.phrase is not None else ""

    def keep(self, journal: Journal, letter: UUID) -> Changes:
        """Keep it with the letter; what is not in the journal any more cannot be answered. Run in the worker."""
        phrases = linked = Changes()
        if self.phrase is not None:
            with suppress(NoSuchPage):
                phrases = journal.phrases.link_letter(self.phrase.id, letter)
        if self.about is not None:
            with suppress(NoSuchPage):
                journal.pages.entry(self.about.entry)
                linked = journal.letters.link(letter, self.about)
        return Changes(
            entries=phrases.entries | linked.entries,
            letters=phrases.letters or linked.letters,
            phrases=phrases.phrases,
        )
