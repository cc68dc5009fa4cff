"""What every screen for writing does alike: save while one writes, leave, move to the bin, say how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal

from heartjournal.ui.editor.autosave import qt_timer
from heartjournal.ui.editor.keys import is_pressed
from heartjournal.ui.editor.page_bars import TopBar
from heartjournal.ui.editor.sitting import Sitting
from heartjournal.ui.problem_words import problem_line
from heartjournal.ui.wanted import EntryWanted
from heartjournal.ui.widgets import Ground, NoticeBox, SaveState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from heartjournal.journal import Journal
    from heartjournal.model.changes import Changes
    from heartjournal.model.practice_run import PracticeRun
    from heartjournal.model.problems import KnownProblem
    from heartjournal.ui.editor.autosave import TimerMaker
    from heartjournal.ui.surroundings import Surroundings


class WritingScreen(Ground):
    """One page or letter at a time, on the window's thread. Who builds on it shows the page and says what is answered.

    Attributes:
        closed: the page is saved and put away.
        trashed: carries the `EntryWanted` of a page that was moved to the bin.
        too_much_wanted: "Too much right now" was asked for; the page stays as it is and is being saved.
    """

    closed = Signal()
    trashed = Signal(EntryWanted)
    too_much_wanted = Signal()

    def __init__(
        self,
        surroundings: Surroundings,
        ground: str,
        *,
        leave_words: str = "",
        has_way_out: bool = False,
        timer: TimerMaker = qt_timer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(surroundings.theme, ground, parent=parent)
        self._surroundings = surroundings
        self._sitting = Sitting(surroundings.tasks, answered=self._answered, timer=timer, parent=self)
        self._top = TopBar(surroundings.theme, leave_words=leave_words, has_way_out=has_way_out)
        self._notice = NoticeBox(surroundings.theme)
        self._notice.hide()
        self._top.left.connect(self.leave)
        self._top.menu_wanted.connect(self._open_menu)
        self._top.too_much.connect(self._step_out)
        self._sitting.writing.connect(self._say_writing)
        self._sitting.saved.connect(self._say_saved)
        self._sitting.troubled.connect(self._say_trouble)
        surroundings.theme.changed.connect(self._arrange)

    def _step_out(self) -> None:
        self.save_now()
        self.too_much_wanted.emit()

    # what each screen has of its own

    def clear(self) -> None:
        """Drop every word from the screen, its undo and the X11 selection."""
        raise NotImplementedError

    def _answered(self, run: PracticeRun) -> PracticeRun:
        """The run as it is answered on the screen at this moment; reading it changes nothing."""
        raise NotImplementedError

    def _keys(self) -> Mapping[str, Callable[[], object]]:
        """What each shortcut does, by its name."""
        raise NotImplementedError

    def _open_menu(self) -> None:
        raise NotImplementedError

    def _arrange(self) -> None:
        """Lay out for the size of the window."""
        raise NotImplementedError

    def _say_it_stayed(self, problem: KnownProblem) -> None:
        """Say that the page could not be taken out of the journal."""
        raise NotImplementedError

    # saving

    @property
    def has_unsaved(self) -> bool:
        """Whether a word on the page is not durable yet."""
        return self._sitting.has_unsaved

    def save_now(self, then: Callable[[], None] = lambda: None, otherwise: Callable[[], None] = lambda: None) -> None:
        """Save at once, then go on; `otherwise` when it could not be saved, which the screen says by itself."""
        self._sitting.save_now(then, otherwise)

    def _save_meanwhile(self) -> None:
        """Save while the page stays as it is."""
        self.save_now()

    def leave(self) -> None:
        """Save, put the page away and tell that it is closed."""
        self.save_now(self._close)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the page, where nothing in it and no shortcut of the window wanted them."""
        for name, action in self._keys().items():
            if is_pressed(self._surroundings.theme, event, name):
                action()
                return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Save when the window is left."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._save_meanwhile()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save when another screen is shown."""
        super().hideEvent(event)
        self.save_now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the page out for its size."""
        super().resizeEvent(event)
        self._arrange()

    # ways out

    def _close(self) -> None:
        self.clear()
        self.closed.emit()

    def _put_emptied_in_bin(self) -> None:
        run = self._sitting.run
        if run is not None and self._sitting.is_emptied:
            told = EntryWanted(run.draft.id)
            self._surroundings.tasks.run(
                lambda journal: journal.pages.trash(told.entry_id), then=lambda _: self.trashed.emit(told), owner=self
            )

    def _move_to_bin(self) -> None:
        """Put the page in the bin with its last word; one that was never kept just goes."""
        self.save_now(self._move_kept_to_bin)

    def _move_kept_to_bin(self) -> None:
        identity = self._sitting.kept_id
        if identity is None:
            self._close()
            return
        told = EntryWanted(identity)
        self._close_after(lambda journal: journal.pages.trash(identity), identity, lambda: self.trashed.emit(told))

    def _close_after(
        self, work: Callable[[Journal], Changes], identity: UUID, then: Callable[[], None] = lambda: None
    ) -> None:
        """Save no more and close once the journal has let the page go; if it cannot, the page goes on as it was."""
        # Without this the save on losing the focus would bring the page back behind the work.
        kept = self._sitting.stop()

        def close(_changes: Changes) -> None:
            if self._sitting.shows(identity):
                self._close()
            then()

        def go_on(problem: KnownProblem) -> None:
            if self._sitting.shows(identity):
                self._sitting.go_on(kept)
                self._say_it_stayed(problem)

        self._surroundings.tasks.run(work, then=close, trouble=go_on, owner=self)

    # what is said of the saving

    def _say_writing(self) -> None:
        if self._notice.isHidden():
            self._top.say(SaveState.WRITING)

    def _say_saved(self) -> None:
        self._notice.hide()
        self._top.say(SaveState.SAVED)

    def _say_trouble(self, problem: KnownProblem) -> None:
        self._top.say(SaveState.NOT_SAVED)
        self._tell(self.tr("Not saved yet."), problem)

    def _tell(self, heading: str, problem: KnownProblem) -> None:
        self._notice.say(heading, problem_line(problem))
        self._notice.show()
