"""What is chosen on the page of one phrase, each at once and with its undo; nothing here is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartjournal.ui.phrases.decisions import Decisions

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from PySide6.QtCore import QObject

    from heartjournal.journal import Journal
    from heartjournal.model.changes import Changes
    from heartjournal.model.phrase import Occurrence, Phrase, PhrasePage, Variant
    from heartjournal.ui.critic.phrase_page.how_it_sounds import TonesChosen
    from heartjournal.ui.critic.phrase_page.working_with_it import StepReached
    from heartjournal.ui.surroundings import Surroundings


class Choices(Decisions):
    """Decides about the phrase that is shown; its undo holds for that one, whatever is shown then."""

    def __init__(self, surroundings: Surroundings, *, parent: QObject | None = None) -> None:
        super().__init__(surroundings, parent=parent)
        self._phrase: UUID | None = None
        self._resting_since: date | None = None

    def take(self, page: PhrasePage) -> None:
        """The phrase that is chosen about from here on."""
        self._phrase = page.line.phrase.id
        self._resting_since = page.line.phrase.resting_since

    def sound(self, chosen: TonesChosen) -> None:
        """Keep how it sounds."""
        self._about(lambda journal, phrase: journal.phrases.describe(phrase, tones=chosen.tones))

    def reach(self, reached: StepReached) -> None:
        """Keep where the practice is."""
        self._about(lambda journal, phrase: journal.phrases.reach(phrase, reached.step))

    def pin(self, *, pinned: bool) -> None:
        """Let it stand before the others, or no more."""
        self._about(lambda journal, phrase: journal.phrases.pin(phrase, pinned=pinned))

    def rest(self) -> None:
        """Fold it away."""
        self._about(
            lambda journal, phrase: journal.phrases.rest(phrase),
            self.tr("The phrase is at rest."),
            lambda journal, phrase: journal.phrases.wake(phrase),
        )

    def wake(self) -> None:
        """Bring it back."""
        since = self._resting_since
        self._about(
            lambda journal, phrase: journal.phrases.wake(phrase),
            self.tr("The phrase is awake again."),
            lambda journal, phrase: journal.phrases.rest(phrase, since=since),
        )

    def let_go(self) -> None:
        """Let it be no phrase any more; the question was asked before."""
        self._about(
            lambda journal, phrase: journal.phrases.let_go(phrase, for_good=True), self.tr("The phrase is let go.")
        )

    def refuse_place(self, occurrence: Occurrence) -> None:
        """One sentence is none of it."""
        self.refuse(occurrence.key, occurrence.quotation.words, section=occurrence.section)

    def join(self, other: UUID) -> None:
        """Another phrase is one with this one."""
        self._about(
            lambda journal, phrase: journal.phrases.merge(other, phrase),
            self.tr("They are one phrase now."),
            lambda journal, _phrase: journal.phrases.unmerge(other),
        )

    def take_apart(self, joined: Phrase) -> None:
        """A phrase that was joined is one of its own again."""
        self._about(
            lambda journal, _phrase: journal.phrases.unmerge(joined.id),
            self.tr("They are two phrases again."),
            lambda journal, phrase: journal.phrases.merge(joined.id, phrase),
        )

    def make_its_own(self, variant: Variant) -> None:
        """A wording is a phrase of its own."""
        own = self._new_id()
        self._about(
            lambda journal, _phrase: journal.phrases.split(variant.key, phrase=own),
            self.tr("That wording is a phrase of its own now."),
            lambda journal, phrase: journal.phrases.move(variant.key, phrase),
        )

    def _about(
        self,
        work: Callable[[Journal, UUID], Changes],
        said: str = "",
        undo: Callable[[Journal, UUID], Changes] | None = None,
    ) -> None:
        if (phrase := self._phrase) is not None:
            self._do(
                lambda journal: work(journal, phrase),
                said,
                (lambda journal: undo(journal, phrase)) if undo else None,
            )
