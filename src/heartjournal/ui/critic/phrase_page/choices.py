"""What is chosen about one phrase, each at once and with its undo; nothing here is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from heartjournal.ui.wanted import PassingWords

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from heartjournal.journal import Journal
    from heartjournal.model.changes import Changes
    from heartjournal.model.phrase import Occurrence, Phrase, PhrasePage, Variant
    from heartjournal.ui.critic.phrase_page.how_it_sounds import TonesChosen
    from heartjournal.ui.critic.phrase_page.working_with_it import StepReached
    from heartjournal.ui.tasks import Tasks


class Choices(QObject):
    """On the window's thread. Undo works as long as the window that was told of it, whatever phrase is shown then.

    Attributes:
        told: carries the `PassingWords` of what was done.
    """

    told = Signal(PassingWords)

    def __init__(self, tasks: Tasks, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._phrase: UUID | None = None

    def take(self, page: PhrasePage) -> None:
        """The phrase that is chosen about from here on."""
        self._phrase = page.line.phrase.id

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
            said=self.tr("The phrase is at rest."),
            undo=lambda journal, phrase: journal.phrases.wake(phrase),
        )

    def wake(self) -> None:
        """Bring it back."""
        self._about(
            lambda journal, phrase: journal.phrases.wake(phrase),
            said=self.tr("The phrase is awake again."),
            undo=lambda journal, phrase: journal.phrases.rest(phrase),
        )

    def let_go(self) -> None:
        """Let it be no phrase any more; the question was asked before."""
        self._about(lambda journal, phrase: journal.phrases.let_go(phrase), said=self.tr("The phrase is let go."))

    def refuse(self, occurrence: Occurrence) -> None:
        """One sentence is none of it."""
        key, example, section = occurrence.key, occurrence.quotation.words, occurrence.section
        self._do(
            lambda journal: journal.critic.refuse(key, example, section=section),
            said=self.tr("That sentence does not count here."),
            undo=lambda journal: journal.critic.take_back_refusal(key, section=section),
        )

    def join(self, other: UUID) -> None:
        """Another phrase is one with this one."""
        self._about(
            lambda journal, phrase: journal.phrases.merge(other, phrase),
            said=self.tr("They are one phrase now."),
            undo=lambda journal, _phrase: journal.phrases.unmerge(other),
        )

    def take_apart(self, joined: Phrase) -> None:
        """A phrase that was joined is one of its own again."""
        self._about(
            lambda journal, _phrase: journal.phrases.unmerge(joined.id),
            said=self.tr("They are two phrases again."),
            undo=lambda journal, phrase: journal.phrases.merge(joined.id, phrase),
        )

    def make_its_own(self, variant: Variant) -> None:
        """A wording is a phrase of its own."""
        self._about(
            lambda journal, _phrase: journal.phrases.split(variant.key),
            said=self.tr("That wording is a phrase of its own now."),
            undo=lambda journal, phrase: journal.phrases.move(variant.key, phrase),
        )

    def _about(
        self,
        work: Callable[[Journal, UUID], Changes],
        *,
        said: str = "",
        undo: Callable[[Journal, UUID], Changes] | None = None,
    ) -> None:
        phrase = self._phrase
        if phrase is None:
            return
        self._do(
            lambda journal: work(journal, phrase),
            said=said,
            undo=(lambda journal: undo(journal, phrase)) if undo else None,
        )

    def _do(
        self,
        work: Callable[[Journal], Changes],
        *,
        said: str,
        undo: Callable[[Journal], Changes] | None,
    ) -> None:
        def done(_changes: Changes) -> None:
            if said:
                take_back = partial(self._tasks.run, undo, owner=self) if undo else None
                self.told.emit(PassingWords(said, undo=take_back))

        self._tasks.run(work, then=done, owner=self)
