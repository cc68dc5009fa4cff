"""What a person decides about a sentence, done in the journal and told with its undo."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from heartjournal.model.changes import Changes
from heartjournal.ui.wanted import PassingWords

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from heartjournal.journal import Journal
    from heartjournal.model.problems import KnownProblem
    from heartjournal.ui.tasks import Tasks


class PhraseChoices(QObject):
    """Keeps, softens and refuses sentences, and lets a day be quiet. On the window's thread.

    Attributes:
        told: carries the `PassingWords` of what was done.
    """

    told = Signal(PassingWords)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks

    def keep(self, words: str) -> None:
        """Keep a sentence as one of the person's own."""
        keeping = _Keeping(words)

        def tell() -> None:
            if keeping.is_new:
                self._tell(self.tr("Kept. It is in the inner critic’s room."), keeping.undo)
            else:
                self._tell(self.tr("This is one of yours already."))

        self._do(keeping, then=tell)

    def soften(self, words: str, line: str) -> None:
        """Keep a kinder line for a sentence, and the sentence with it if it was not kept."""
        softening = _Softening(_Keeping(words), line)
        self._do(softening, then=lambda: self._tell(self.tr("Your kinder line is kept."), softening.undo))

    def refuse(self, key: str, words: str, *, section: UUID | None) -> None:
        """Never ask about a wording in this section again, or with None anywhere."""
        said = self.tr("It won’t be underlined here again.") if section else self.tr("It won’t be asked about again.")
        self._do(
            lambda journal: journal.critic.refuse(key, words, section=section),
            then=lambda: self._tell(said, lambda journal: journal.critic.take_back_refusal(key, section=section)),
        )

    def be_quiet(self, *, quiet: bool, tells: bool = True) -> None:
        """Let nothing be underlined for the rest of this day, or again."""

        def wish(journal: Journal, *, quiet: bool) -> Changes:
            return journal.critic.wish(replace(journal.critic.wishes(), is_quiet=quiet))

        def tell() -> None:
            if tells and quiet:
                words = self.tr("Nothing is underlined for the rest of today.")
                self._tell(words, lambda journal: wish(journal, quiet=False))

        # Who was not told of it is not told either that it could not be kept.
        self._do(
            lambda journal: wish(journal, quiet=quiet), then=tell, trouble=None if tells else lambda _problem: None
        )

    def _do(
        self,
        work: Callable[[Journal], Changes],
        *,
        then: Callable[[], None],
        trouble: Callable[[KnownProblem], None] | None = None,
    ) -> None:
        self._tasks.run(work, then=lambda _changes: then(), trouble=trouble, owner=self)

    def _tell(self, words: str, undo: Callable[[Journal], Changes] | None = None) -> None:
        undone = (lambda: self._tasks.run(undo, owner=self._tasks)) if undo is not None else None
        self.told.emit(PassingWords(words, undone))


@dataclass(slots=True)
class _Keeping:
    """Keeps a sentence, and remembers whether it was not kept before; called in the worker."""

    words: str = field(repr=False)
    phrase: UUID | None = None
    is_new: bool = False

    def __call__(self, journal: Journal) -> Changes:
        before = {line.phrase.id for line in journal.phrases.lines()}
        changes = journal.phrases.keep(self.words)
        self.phrase = next(iter(changes.phrases))
        self.is_new = self.phrase not in before
        return changes

    def undo(self, journal: Journal) -> Changes:
        return journal.phrases.let_go(self.phrase) if self.phrase is not None and self.is_new else Changes()


@dataclass(slots=True)
class _Softening:
    """Keeps a kinder line, and remembers which; called in the worker."""

    keeping: _Keeping
    line: str = field(repr=False)
    reframe: UUID | None = None

    def __call__(self, journal: Journal) -> Changes:
        kept = self.keeping(journal)
        phrase = self.keeping.phrase
        if phrase is None:
            return kept
        written = journal.phrases.reframe(phrase, self.line)
        self.reframe = journal.phrases.page(phrase).reframes[0].id if written else None
        return Changes(phrases=kept.phrases | written.phrases)

    def undo(self, journal: Journal) -> Changes:
        taken = journal.phrases.remove_reframe(self.reframe) if self.reframe is not None else Changes()
        gone = self.keeping.undo(journal)
        return Changes(phrases=taken.phrases | gone.phrases)
