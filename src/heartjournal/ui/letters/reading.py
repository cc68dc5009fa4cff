"""One reading of a letter: what is said of it is kept while it is said, and the reading ends once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from heartjournal.model.letter import Wish, WishKind
from heartjournal.ui.editor.autosave import LIMIT_MILLISECONDS, REST_MILLISECONDS, RETRY_MILLISECONDS, qt_timer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from heartjournal.journal import Journal
    from heartjournal.model.changes import Changes
    from heartjournal.model.letter import Felt, Letter
    from heartjournal.model.problems import KnownProblem
    from heartjournal.ui.editor.autosave import TimerMaker
    from heartjournal.ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Said:
    """What a person has said of a reading so far; None where nothing was said."""

    felt: Felt | None = None
    wish: Wish | None = None
    reply: str = field(default="", repr=False)

    @property
    def is_nothing(self) -> bool:
        """Whether nothing of the person's would be lost."""
        return self.felt is None and self.wish is None and not self.reply.strip()


class Reading(QObject):
    """Under one id, however often it is kept. On the window's thread; one write is under way at a time.

    A reply and how it was are kept soon after they are said. Only ending counts as having read the letter where
    nothing was said, and sends it on its way; ended again, what was said since is kept and the last wish holds.
    `said` gives what is said on the screen at this moment.

    Attributes:
        kept: everything that was said is durable.
        troubled: a `KnownProblem`; what was said stays on the screen and is tried again.
    """

    kept = Signal()
    troubled = Signal(object)

    def __init__(
        self, tasks: Tasks, *, said: Callable[[], Said], timer: TimerMaker = qt_timer, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._said = said
        self._letter: UUID | None = None
        self._rereading: UUID | None = None
        self._suggested: date | None = None
        self._kept: Said | None = None
        self._ended: Said | None = None
        self._is_to_end = False
        self._is_under_way = False
        self._waiting: list[tuple[Callable[[], None], Callable[[], None]]] = []
        self._rest = timer(REST_MILLISECONDS, self._go_on, self)
        self._limit = timer(LIMIT_MILLISECONDS, self._go_on, self)
        self._retry = timer(RETRY_MILLISECONDS, self._go_on, self)

    def begin(self, letter: Letter, rereading: UUID) -> None:
        """Begin to read a letter, under the id its rereading is to have."""
        self.forget()
        self._letter, self._rereading, self._suggested = letter.entry.id, rereading, letter.suggested

    def forget(self) -> None:
        """Let go of the letter; what is to be kept of the reading must have been kept."""
        for timer in (self._rest, self._limit, self._retry):
            timer.stop()
        self._letter = self._rereading = self._suggested = self._kept = self._ended = None
        self._is_to_end = self._is_under_way = False
        self._waiting = []

    def touched(self) -> None:
        """Tell that something else is said."""
        self._rest.start()
        if not self._limit.isActive():
            self._limit.start()

    def keep(self) -> None:
        """Keep what was said at once; the reading goes on."""
        self._go_on()

    def end(self, then: Callable[[], None], otherwise: Callable[[], None]) -> None:
        """Keep the reading, then go on; `otherwise` when what was said could not be kept, which `troubled` has told."""
        self._waiting.append((then, otherwise))
        self._is_to_end = True
        self._go_on()

    def _go_on(self) -> None:
        if self._is_under_way:
            return
        for timer in (self._rest, self._limit, self._retry):
            timer.stop()
        said = self._said()
        if not self._is_news(said):
            self._settle()
            return
        self._is_under_way = True
        rereading, ends = self._rereading, self._is_to_end
        self._tasks.run(
            self._work(said, ends=ends),
            then=lambda _changes: self._arrive(said, rereading, ends=ends),
            trouble=lambda problem: self._fail(problem, said, rereading),
            owner=self,
            urgent=True,
        )

    def _is_news(self, said: Said) -> bool:
        if self._letter is None:
            return False
        if self._is_to_end:
            return said != self._ended
        so_far = self._kept or Said()
        return (said.felt, said.reply) != (so_far.felt, so_far.reply)

    def _work(self, said: Said, *, ends: bool) -> Callable[[Journal], Changes]:
        letter, rereading, ended = self._letter, self._rereading, self._ended
        if letter is None or rereading is None:
            raise RuntimeError("no letter is read")
        if ends and ended is None:
            return lambda journal: journal.letters.read(
                letter, felt=said.felt, wish=said.wish, reply=said.reply, rereading=rereading
            )
        wish = self._wish_now(said) if ends and ended is not None and ended.wish != said.wish else None

        def work(journal: Journal) -> Changes:
            if wish is not None and wish.kind is WishKind.REST:
                journal.letters.rest(letter)
            elif wish is not None:
                journal.letters.bring_back(letter, wish)
            return journal.letters.say(letter, rereading, felt=said.felt, reply=said.reply)

        return work

    def _wish_now(self, said: Said) -> Wish | None:
        """What is wished of a letter that is on its way already: nothing in particular is the day first suggested."""
        if said.wish is None and self._suggested is not None:
            return Wish(WishKind.ON_DATE, on=self._suggested)
        return said.wish

    def _arrive(self, said: Said, rereading: UUID | None, *, ends: bool) -> None:
        if self._rereading != rereading:
            return
        self._is_under_way, self._kept = False, said
        if ends:
            self._ended = said
        self.kept.emit()
        self._go_on()

    def _fail(self, problem: KnownProblem, said: Said, rereading: UUID | None) -> None:
        if self._rereading != rereading:
            return
        self._is_under_way = self._is_to_end = False
        waiting, self._waiting = self._waiting, []
        if said.is_nothing and self._kept is None:
            # Nobody is kept before a letter for the sake of a date.
            for then, _ in waiting:
                then()
            return
        self._retry.start()
        self.troubled.emit(problem)
        for _, otherwise in waiting:
            otherwise()

    def _settle(self) -> None:
        self._is_to_end = False
        waiting, self._waiting = self._waiting, []
        for then, _ in waiting:
            then()
