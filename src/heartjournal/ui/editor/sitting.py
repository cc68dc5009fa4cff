"""One page while it is written: what was answered so far, and the saving of it; knows nothing of how it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from heartjournal.model.practice import Saves
from heartjournal.ui.editor.autosave import Autosave, qt_timer

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from heartjournal.model.entry import Draft
    from heartjournal.model.practice_run import PracticeRun
    from heartjournal.model.problems import KnownProblem
    from heartjournal.ui.editor.autosave import TimerMaker
    from heartjournal.ui.tasks import Tasks


class Sitting(QObject):
    """Holds the `PracticeRun` of a page and its `Autosave`. On the window's thread.

    `answered` gives a run as it is answered on the screen at this moment.

    Attributes:
        writing: there are words that are not saved yet.
        saved: everything written is durable.
        troubled: a `KnownProblem`; the words stay where they are and saving is tried again.
    """

    writing = Signal()
    saved = Signal()
    troubled = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        *,
        answered: Callable[[PracticeRun], PracticeRun],
        timer: TimerMaker = qt_timer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._answered = answered
        self._run: PracticeRun | None = None
        self._keeps = False
        self._autosave = Autosave(draft=self._draft, save=self._save, timer=timer, parent=self)
        self._autosave.writing.connect(self.writing)
        self._autosave.saved.connect(self.saved)
        self._autosave.troubled.connect(self.troubled)

    @property
    def run(self) -> PracticeRun | None:
        """The run as it is answered now; None while no page is open."""
        return None if self._run is None else self._answered(self._run)

    @property
    def keeps(self) -> bool:
        """Whether what is written is saved at all."""
        return self._keeps

    @property
    def is_kept(self) -> bool:
        """Whether the journal holds this page, in whatever wording."""
        return self._keeps and self._autosave.kept is not None

    @property
    def kept_id(self) -> UUID | None:
        """The page, if the journal holds it."""
        return self._run.draft.id if self._run is not None and self.is_kept else None

    def shows(self, identity: UUID) -> bool:
        """Whether this page is the one that is open."""
        return self._run is not None and self._run.draft.id == identity

    @property
    def has_unsaved(self) -> bool:
        """Whether a word on the page is not durable yet."""
        return self._keeps and self._autosave.has_unsaved

    @property
    def is_emptied(self) -> bool:
        """Whether every word of a page that the journal holds was taken out; it holds the last ones still."""
        return self._keeps and self._autosave.is_emptied

    def begin(self, run: PracticeRun, *, kept: Draft | None) -> None:
        """Take up a page: `kept` is how the journal holds it, None when it does not yet."""
        self._run = run
        saves = run.practice.saves if run.practice else Saves.PAGE
        self._keeps = self._tasks.is_open and saves is not Saves.NOTHING
        self._autosave.begin(kept)

    def change(self, run: PracticeRun) -> None:
        """The run is another one now, as with another prompt or title."""
        self._run = run
        self.touched()

    def end(self) -> None:
        """Let go of the page; what is to be kept of it must have been saved."""
        self._run, self._keeps = None, False
        self._autosave.begin(None)

    def touched(self) -> None:
        """Tell that an answer has changed."""
        if self._keeps:
            self._autosave.touched()

    def save_now(self, then: Callable[[], None] = lambda: None, otherwise: Callable[[], None] = lambda: None) -> None:
        """Save at once, then go on; `otherwise` when it could not be saved, which `troubled` has told."""
        if self._keeps:
            self._autosave.save_now(then, otherwise)
        else:
            then()

    def stop(self) -> Draft | None:
        """Save no more, as when the page is moved to the bin; how the journal holds it, for `go_on`."""
        kept, self._keeps = self._autosave.kept, False
        self._autosave.stop()
        return kept

    def go_on(self, kept: Draft | None) -> None:
        """Save again, as when the page stayed after all."""
        self._keeps = True
        self._autosave.begin(kept)
        if self.has_unsaved:
            self.touched()

    def _draft(self) -> Draft:
        run = self.run
        if run is None:
            raise RuntimeError("no page is open")
        return run.as_draft()

    def _save(self, draft: Draft, *, then: Callable[[], None], trouble: Callable[[KnownProblem], None]) -> None:
        self._tasks.run(
            lambda journal: journal.pages.save(draft), then=lambda _: then(), trouble=trouble, owner=self, urgent=True
        )
