"""What a person decides about a suggestion, done in the journal, each with its undo."""

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
    from heartjournal.model.phrase import Phrase, Suggestion
    from heartjournal.ui.tasks import Tasks


class Sorting(QObject):
    """Nothing here asks back: a choice is made with one key and undone with one.

    Attributes:
        told: carries the `PassingWords` of what was done.
    """

    told = Signal(PassingWords)

    def __init__(self, tasks: Tasks, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks

    def keep(self, suggestion: Suggestion, *, then: Callable[[UUID], None] | None = None) -> None:
        """Keep it as a phrase; `then` is called with the phrase."""
        self._keep(
            suggestion.words, words=self.tr("Kept. It has a lane of its own now."), undo=_let_go, then=then, into=None
        )

    def add(self, words: str, *, then: Callable[[UUID], None] | None = None) -> None:
        """Keep a sentence that the person knows by heart."""
        said = self.tr("Kept. Pages it stands in are found by and by.")
        self._keep(words, words=said, undo=_let_go, then=then, into=None)

    def join(self, suggestion: Suggestion, phrase: Phrase) -> None:
        """Keep it as one more wording of a phrase that is kept already."""

        def let_go(journal: Journal, _phrase: UUID) -> Changes:
            return journal.phrases.let_go_of_wording(suggestion.key)

        self._keep(
            suggestion.words,
            words=self.tr("Kept as one more way of saying it."),
            undo=let_go,
            then=None,
            into=phrase.id,
        )

    def refuse(self, suggestion: Suggestion) -> None:
        """Never ask about this wording again."""

        def told(_changes: Changes) -> None:
            undo = partial(
                self._tasks.run, lambda journal: journal.critic.take_back_refusal(suggestion.key), owner=self
            )
            self.told.emit(PassingWords(self.tr("Not this. You won’t be asked about it again."), undo=undo))

        self._tasks.run(lambda journal: journal.critic.refuse(suggestion.key, suggestion.words), then=told, owner=self)

    def soften(self, phrase: UUID, line: str) -> None:
        """Keep a kinder line for a phrase."""
        written: list[UUID] = []

        def reframe(journal: Journal) -> Changes:
            changes = journal.phrases.reframe(phrase, line)
            if changes:
                written.append(journal.phrases.page(phrase).reframes[0].id)
            return changes

        def told(changes: Changes) -> None:
            if changes:
                undo = partial(self._tasks.run, lambda journal: journal.phrases.remove_reframe(written[0]), owner=self)
                self.told.emit(PassingWords(self.tr("The kinder line stands beside it now."), undo=undo))

        self._tasks.run(reframe, then=told, owner=self)

    def _keep(
        self,
        example: str,
        *,
        words: str,
        undo: Callable[[Journal, UUID], Changes],
        then: Callable[[UUID], None] | None,
        into: UUID | None,
    ) -> None:
        were_there: set[UUID] = set()

        def keep(journal: Journal) -> Changes:
            were_there.update(line.phrase.id for line in journal.phrases.lines())
            return journal.phrases.keep(example, into=into)

        def told(changes: Changes) -> None:
            (phrase,) = changes.phrases
            if into is None and phrase in were_there:
                # To undo this would take away what the person kept another time.
                self.told.emit(PassingWords(self.tr("This one is kept already.")))
            else:
                take_back = partial(self._tasks.run, lambda journal: undo(journal, phrase), owner=self)
                self.told.emit(PassingWords(words, undo=take_back))
            if then is not None:
                then(phrase)

        self._tasks.run(keep, then=told, owner=self)


def _let_go(journal: Journal, phrase: UUID) -> Changes:
    return journal.phrases.let_go(phrase)
