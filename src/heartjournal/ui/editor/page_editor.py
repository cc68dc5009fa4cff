"""The screen for writing: the one runner of every practice, and free writing, saved while it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heartjournal import resources
from heartjournal.model.identity import new_identity
from heartjournal.model.letter import LetterLink
from heartjournal.model.practice import Saves
from heartjournal.model.practice_run import begin, can_run, reopen
from heartjournal.ui.editor.autosave import Autosave, qt_timer
from heartjournal.ui.editor.keys import is_pressed
from heartjournal.ui.editor.own_words_of_page import OwnWordsOfPage
from heartjournal.ui.editor.page_bars import BottomBar, TopBar, title_of
from heartjournal.ui.editor.page_column import PageColumn
from heartjournal.ui.editor.page_end import PageEnd
from heartjournal.ui.editor.page_menu import PageMenu
from heartjournal.ui.problem_words import problem_line
from heartjournal.ui.selection import let_go_of_selection
from heartjournal.ui.wanted import EntryWanted, LetterWanted
from heartjournal.ui.widgets import Ground, NoticeBox, SaveState

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent

    from heartjournal.journal import Journal
    from heartjournal.model.changes import Changes
    from heartjournal.model.entry import Draft, Entry
    from heartjournal.model.feeling import FeelingFamily
    from heartjournal.model.practice import Practice
    from heartjournal.model.practice_run import PracticeRun
    from heartjournal.model.problems import KnownProblem
    from heartjournal.ui.editor.autosave import TimerMaker
    from heartjournal.ui.editor.section_view import SectionView
    from heartjournal.ui.surroundings import Surroundings


class PageEditor(Ground):
    """One page at a time, on the window's thread.

    Attributes:
        closed: the page is saved and put away.
        too_much_wanted: "Too much right now" was asked for; the page stays as it is and is being saved.
        trashed: carries the `EntryWanted` of a page that was moved to the bin.
        page_left: carries the `EntryWanted` of a page that was kept and put away.
        letter_wanted: carries the `LetterWanted` about this page, or about the sentence that is selected.
    """

    closed = Signal()
    too_much_wanted = Signal()
    trashed = Signal(EntryWanted)
    page_left = Signal(EntryWanted)
    letter_wanted = Signal(LetterWanted)

    def __init__(
        self,
        surroundings: Surroundings,
        *,
        practices: tuple[Practice, ...],
        feelings: tuple[FeelingFamily, ...] | None = None,
        timer: TimerMaker = qt_timer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(surroundings.theme, "paper", parent=parent)
        self._surroundings = surroundings
        self._practices = practices
        self._families = resources.feelings() if feelings is None else feelings
        self._run: PracticeRun | None = None
        self._keeps = False
        self._own_words: OwnWordsOfPage | None = None
        self._autosave = Autosave(draft=self._draft, save=self._save, timer=timer, parent=self)
        self._top = TopBar(surroundings.theme)
        self._notice = NoticeBox(surroundings.theme)
        self._column = PageColumn(surroundings.theme)
        self._bottom = BottomBar(surroundings.theme)
        self._lay_out()
        self._connect()

    # the page

    def open_new(self, practice: Practice | None) -> None:
        """Begin a page: guided by a practice, or free. What is on the screen must have been saved before."""
        if practice is not None and not can_run(practice):
            self._refuse(practice)
            return
        run = begin(practice, moment=self._surroundings.clock.now(), identify=new_identity)
        self._show(run, kept=None)
        self._column.go_to(0)

    def open_entry(self, entry: Entry) -> None:
        """Take up a page that is kept."""
        known = tuple(practice for practice in self._practices if can_run(practice))
        run = reopen(entry, known, moment=self._surroundings.clock.now(), identify=new_identity)
        self._show(run, kept=entry.as_draft())
        self._top.say(SaveState.SAVED)
        self._column.go_to(0)

    def arrive(self) -> None:
        """Give the keyboard back to where it was."""
        self._column.resume()

    def clear(self) -> None:
        """Drop every word from the screen, its undo and the X11 selection.

        A page that was emptied goes to the bin with the words it was last kept with, and `trashed` tells it.
        """
        self._put_emptied_in_bin()
        let_go_of_selection()
        self._run, self._keeps, self._own_words = None, False, None
        self._autosave.begin(None)
        self._column.show_parts((), (), end=None)
        self._bottom.show_steps(())
        self._top.begin("", keeps=False)
        self._notice.hide()

    # saving

    @property
    def has_unsaved(self) -> bool:
        """Whether a word on the page is not durable yet."""
        return self._keeps and self._autosave.has_unsaved

    @property
    def kept_id(self) -> UUID | None:
        """The page that is open, if the journal holds it."""
        return self._run.draft.id if self._run is not None and self._keeps and self._autosave.is_kept else None

    def save_now(self, then: Callable[[], None] = lambda: None, otherwise: Callable[[], None] = lambda: None) -> None:
        """Save at once, then go on; `otherwise` when it could not be saved, which the page says by itself."""
        if self._keeps:
            self._autosave.save_now(then, otherwise)
        else:
            then()

    def leave(self) -> None:
        """Save, put the page away and tell that it is closed."""
        self.save_now(self._close)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the page, where nothing in it and no shortcut of the window wanted them."""
        actions: dict[str, Callable[[], object]] = {
            "back": self.leave,
            "page.close": self.leave,
            "page.save": self._save_wanted,
            "ground": self._step_out,
            "section.next": lambda: self._column.go_to(self._column.current + 1, by_keyboard=True),
            "section.previous": lambda: self._column.go_to(self._column.current - 1, by_keyboard=True),
        }
        for name, action in actions.items():
            if is_pressed(self._surroundings.theme, event, name):
                action()
                return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Save when the window is left."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.save_now()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save when another screen is shown."""
        super().hideEvent(event)
        self.save_now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the page out for its width; a low window gets lower bars."""
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        self._notice_row = QVBoxLayout()
        self._notice_row.addWidget(self._notice)
        self._notice.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addLayout(self._notice_row)
        column.addWidget(self._column, 1)
        column.addWidget(self._bottom)

    def _connect(self) -> None:
        self._top.left.connect(self.leave)
        self._top.menu_wanted.connect(self._open_menu)
        self._bottom.closed.connect(self.leave)
        self._bottom.too_much.connect(self._step_out)
        self._bottom.step_chosen.connect(self._column.go_to)
        self._column.current_changed.connect(self._bottom.show_current)
        self._autosave.writing.connect(self._say_writing)
        self._autosave.saved.connect(self._say_saved)
        self._autosave.troubled.connect(self._say_trouble)
        self._surroundings.theme.changed.connect(self._arrange)

    def _show(self, run: PracticeRun, *, kept: Draft | None) -> None:
        self.clear()
        self._run = run
        saves = run.practice.saves if run.practice else Saves.PAGE
        self._keeps = self._surroundings.tasks.is_open and saves is not Saves.NOTHING
        self._autosave.begin(kept)
        self._top.begin(title_of(run.draft, now=self._surroundings.clock.now()), keeps=self._keeps)
        for section in self._column.show_parts(run.shown, self._families, end=self._page_end(run)):
            self._connect_section(section)
        self._bottom.show_steps(run.shown)
        self._arrange()
        if self._keeps:
            self._own_words = OwnWordsOfPage(self._surroundings.tasks, run, self._column.sections, owner=self)

    def _page_end(self, run: PracticeRun) -> PageEnd | None:
        if run.practice is None:
            return None
        end = PageEnd(self._surroundings.theme, run.practice, keeps=self._keeps)
        end.kept.connect(self.leave)
        end.dropped.connect(self._leave_nothing)
        return end

    def _connect_section(self, section: SectionView) -> None:
        section.changed.connect(self._touched)
        section.asked_otherwise.connect(lambda prompt: self._ask_otherwise(section, prompt))

    def _arrange(self) -> None:
        theme = self._surroundings.theme
        low = self.height() < theme.size("lowWindow")
        self._top.setFixedHeight(theme.size("barHeightLow") if low else theme.size("topBar"))
        self._bottom.setFixedHeight(theme.size("barHeightLow") if low else theme.size("bottomBar"))
        layout = self._column.arrange(self.width())
        self._bottom.set_narrow(narrow=layout.narrow)
        self._notice_row.setContentsMargins(layout.side, 0, layout.side, 0)

    def _refuse(self, practice: Practice) -> None:
        """Say that a practice asks for something that cannot be asked, and show nothing of it."""
        self.clear()
        self._arrange()
        heading = self.tr("{practice} cannot be opened here.").format(practice=practice.title)
        self._notice.say(heading, self.tr("It asks in a way that this version does not know. Nothing has been lost."))
        self._notice.show()

    # words

    def _draft(self) -> Draft:
        """The page as it stands on the screen at this moment; reading it changes nothing."""
        if self._run is None:
            raise RuntimeError("no page is open")
        return self._answered(self._run).as_draft()

    def _answered(self, run: PracticeRun) -> PracticeRun:
        for section in self._column.sections:
            run = run.with_answer(section.section_id, section.answer, section.feelings)
        return run

    def _save_wanted(self) -> None:
        self.save_now()

    def _save(self, draft: Draft, *, then: Callable[[], None], trouble: Callable[[KnownProblem], None]) -> None:
        self._surroundings.tasks.run(
            lambda journal: journal.pages.save(draft), then=lambda _: then(), trouble=trouble, owner=self, urgent=True
        )

    def _touched(self) -> None:
        if self._keeps:
            self._autosave.touched()

    def _ask_otherwise(self, section: SectionView, prompt: str) -> None:
        if self._run is not None:
            self._run = self._run.with_prompt(section.section_id, prompt)
            self._touched()

    # ways out

    def _step_out(self) -> None:
        self.save_now()
        self.too_much_wanted.emit()

    def _close(self) -> None:
        kept = self._run is not None and self._keeps and self._autosave.is_kept and not self._autosave.is_emptied
        left = EntryWanted(self._run.draft.id) if self._run is not None and kept else None
        self.clear()
        self.closed.emit()
        if left is not None:
            self.page_left.emit(left)

    def _ask_for_letter(self) -> None:
        """A letter that answers this page, or the words selected in it; the page is saved first."""
        section, quote = self._column.selected

        def ask() -> None:
            # A page without a word is not in the journal, and nothing can answer it.
            about = LetterLink(self.kept_id, section, quote) if self.kept_id else None
            self.letter_wanted.emit(LetterWanted(about=about))

        self.save_now(ask)

    def _open_menu(self) -> None:
        is_sentence = bool(self._column.selected[1])
        words = (
            self.tr("Write a letter about this sentence") if is_sentence else self.tr("Write a letter about this page")
        )
        menu = PageMenu(self._surroundings.theme, keeps=self._keeps, letter_words=words, parent=self)
        menu.save_wanted.connect(self._save_wanted)
        menu.close_wanted.connect(self.leave)
        menu.letter_wanted.connect(self._ask_for_letter)
        menu.bin_wanted.connect(self._move_to_bin)
        menu.open_below(self._top.menu_button)

    def _put_emptied_in_bin(self) -> None:
        if self._run is not None and self._keeps and self._autosave.is_emptied:
            told = EntryWanted(self._run.draft.id)
            self._surroundings.tasks.run(
                lambda journal: journal.pages.trash(told.entry_id), then=lambda _: self.trashed.emit(told), owner=self
            )

    def _move_to_bin(self) -> None:
        """Put the page in the bin with its last word; one that was never kept just goes."""
        self.save_now(self._move_kept_to_bin)

    def _move_kept_to_bin(self) -> None:
        run = self._run
        if run is None or not self._keeps or not self._autosave.is_kept:
            self._close()
            return
        identity = run.draft.id
        told = EntryWanted(identity)
        self._close_after(lambda journal: journal.pages.trash(identity), identity, lambda: self.trashed.emit(told))

    def _leave_nothing(self) -> None:
        """Take the page and the words made on it out of the journal for good; a save under way is waited for."""
        run, own_words = self._run, self._own_words
        if run is None or own_words is None:
            self._close()
            return
        self._surroundings.tasks.run(own_words.take_back, owner=self)
        identity = run.draft.id
        self._close_after(lambda journal: journal.pages.remove(identity), identity)

    def _close_after(
        self, work: Callable[[Journal], Changes], identity: UUID, then: Callable[[], None] = lambda: None
    ) -> None:
        """Save no more and close once the journal has let the page go; if it cannot, the page goes on as it was."""
        kept = self._autosave.kept

        def close(_changes: Changes) -> None:
            if self._shows(identity):
                self._close()
            then()

        def go_on(problem: KnownProblem) -> None:
            if self._shows(identity):
                self._go_on_saving(kept)
                self._tell(self.tr("The page is still in the journal."), problem)

        # Without this the save on losing the focus would bring the page back behind the work.
        self._keeps = False
        self._autosave.stop()
        self._surroundings.tasks.run(work, then=close, trouble=go_on, owner=self)

    def _shows(self, identity: UUID) -> bool:
        return self._run is not None and self._run.draft.id == identity

    def _go_on_saving(self, kept: Draft | None) -> None:
        self._keeps = True
        self._autosave.begin(kept)
        if self._autosave.has_unsaved:
            self._touched()

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
