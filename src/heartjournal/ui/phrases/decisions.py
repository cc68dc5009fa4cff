"""What a person decides about the inner critic's sentences, done in the journal and told with its undo.

One thing has one name on every screen:

- sentence: words as they stand in a page, kept or not;
- phrase: what was kept of them, one of the person's own;
- kinder line: what the person wrote to answer a phrase;
- days: how often a sentence stood, for a page is not always written in the evening;
- "Quiet today" and "End the quiet day": neither underlines nor suggestions until the journal day ends;
- "Not this": what is shown is no phrase. Of a place in a page it holds there, of a suggestion everywhere and for ever;
  the tooltip says which, and so does what is told then.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from heartjournal.model.changes import Changes
from heartjournal.model.identity import new_identity
from heartjournal.ui.wanted import PassingWords

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from heartjournal.journal import Journal
    from heartjournal.model.problems import KnownProblem
    from heartjournal.ui.surroundings import Surroundings


class LineIds(NamedTuple):
    """The id of a kinder line, and that of the phrase that is made for it where its sentence was not kept."""

    phrase: UUID
    reframe: UUID


class Decisions(QObject):
    """Nothing here asks back. On the window's thread; an undo works as long as the window that was told of it.

    Attributes:
        told: carries the `PassingWords` of what was done.
    """

    told = Signal(PassingWords)

    def __init__(self, surroundings: Surroundings, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = surroundings.tasks
        self._clock = surroundings.clock

    def keep(
        self,
        words: str,
        *,
        key: str = "",
        then: Callable[[], None] | None = None,
        trouble: Callable[[KnownProblem], None] | None = None,
    ) -> None:
        """Keep a sentence as a phrase, under its key where that is known; `then` is called when it is kept."""
        phrase = self._new_id()
        self._do(
            lambda journal: journal.phrases.keep(words, key=key, phrase=phrase),
            self.tr("Kept as one of your own phrases."),
            lambda journal: journal.phrases.let_go(phrase),
            otherwise=self.tr("This is one of your own phrases already."),
            then=then,
            trouble=trouble,
        )

    def keep_within(self, phrase: UUID, words: str, *, key: str) -> None:
        """Keep a sentence as one more wording of a phrase that is kept."""
        self._do(
            lambda journal: journal.phrases.keep(words, into=phrase, key=key),
            self.tr("Kept as one more way of saying it."),
            lambda journal: journal.phrases.let_go_of_wording(key),
            otherwise=self.tr("This is one of your own phrases already."),
        )

    def new_line(self) -> LineIds:
        """The ids of a kinder line that is being begun: kept again under them, it is the same line."""
        return LineIds(self._new_id(), self._new_id())

    def soften(
        self,
        words: str,
        line: str,
        *,
        key: str,
        ids: LineIds | None = None,
        then: Callable[[], None] | None = None,
        trouble: Callable[[KnownProblem], None] | None = None,
    ) -> None:
        """Keep a kinder line for a sentence, and the sentence with it if it was not kept; blanks are cleaned here."""
        phrase, reframe = ids or self.new_line()
        line = " ".join(line.split())

        def undo(journal: Journal) -> Changes:
            taken, gone = journal.phrases.remove_reframe(reframe), journal.phrases.let_go(phrase)
            return Changes(phrases=taken.phrases | gone.phrases)

        said = self.tr("Your kinder line is kept.")
        self._do(
            lambda journal: journal.phrases.soften(words, line, key=key, phrase=phrase, reframe=reframe),
            said,
            undo,
            otherwise=said,
            then=then,
            trouble=trouble,
        )

    def refuse(self, key: str, words: str, *, section: UUID | None) -> None:
        """Never ask about a wording in this section again, or with None anywhere."""
        here = self.tr("It does not count here, and won’t be underlined here again.")
        self._do(
            lambda journal: journal.critic.refuse(key, words, section=section),
            here if section else self.tr("You won’t be asked about it again."),
            lambda journal: journal.critic.take_back_refusal(key, section=section),
        )

    def be_quiet(self, *, quiet: bool = True, tells: bool = True) -> None:
        """Let nothing be underlined or suggested for the rest of this day, or again; the end of it tells itself."""
        said = self.tr("Quiet today: nothing is underlined and nothing suggested until tomorrow.")
        self._do(
            lambda journal: _wish(journal, quiet=quiet),
            said if quiet and tells else "",
            lambda journal: _wish(journal, quiet=False),
            # Who was not told of it is not told either that it could not be kept.
            trouble=None if tells else lambda _problem: None,
        )

    def _do(
        self,
        work: Callable[[Journal], Changes],
        said: str = "",
        undo: Callable[[Journal], Changes] | None = None,
        *,
        otherwise: str = "",
        then: Callable[[], None] | None = None,
        trouble: Callable[[KnownProblem], None] | None = None,
    ) -> None:
        """Do it, and tell it with its undo; `otherwise` is told where there was nothing to do any more."""

        def done(changes: Changes) -> None:
            words, way_back = (said, undo) if changes else (otherwise, None)
            if words:
                self.told.emit(PassingWords(words, self._undoing(way_back) if way_back else None))
            if then is not None:
                then()

        self._tasks.run(work, then=done, trouble=trouble, owner=self)

    def _undoing(self, undo: Callable[[Journal], Changes]) -> Callable[[], None]:
        """Asked for by the tasks themselves, for the room it was decided in may be gone by then."""
        tasks = self._tasks
        return lambda: tasks.run(undo, owner=tasks)

    def _new_id(self) -> UUID:
        return new_identity(self._clock.now().instant)


def _wish(journal: Journal, *, quiet: bool) -> Changes:
    return journal.critic.wish(replace(journal.critic.wishes(), is_quiet=quiet))
