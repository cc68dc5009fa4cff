"""The screen for writing: the one runner of every practice, and free writing, saved while it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heartjournal import resources
from heartjournal.model.entry import EntryKind
from heartjournal.model.identity import new_identity
from heartjournal.model.letter import LetterLink
from heartjournal.model.practice_run import begin, can_run, reopen
from heartjournal.ui.editor.autosave import qt_timer
from heartjournal.ui.editor.found_words import FoundWords
from heartjournal.ui.editor.own_words_of_page import OwnWordsOfPage
from heartjournal.ui.editor.page_bars import BottomBar, title_of
from heartjournal.ui.editor.page_column import PageColumn
from heartjournal.ui.editor.page_critic import PageCritic
from heartjournal.ui.editor.page_end import PageEnd
from heartjournal.ui.editor.page_menu import PageMenu
from heartjournal.ui.editor.ways_out import WaysOutBar
from heartjournal.ui.editor.writing_screen import WritingScreen
from heartjournal.ui.selection import let_go_of_selection
from heartjournal.ui.wanted import EntryWanted, LetterWanted, PassingWords
from heartjournal.ui.widgets import SaveState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from heartjournal.model.entry import Draft, Entry
    from heartjournal.model.feeling import FeelingFamily
    from heartjournal.model.practice import Practice
    from heartjournal.model.practice_run import PracticeRun
    from heartjournal.model.problems import KnownProblem
    from heartjournal.ui.editor.autosave import TimerMaker
    from heartjournal.ui.editor.page_critic import WaysOut
    from heartjournal.ui.editor.section_view import SectionView
    from heartjournal.ui.surroundings import Surroundings


class PageEditor(WritingScreen):
    """One page at a time, on the window's thread.

    Attributes:
        page_left: carries the `EntryWanted` of a page that was kept and put away.
        letter_wanted: carries the `LetterWanted` about this page, or about the sentence that is selected.
        phrase_wanted: carries the id of the phrase whose page is to be opened in the inner critic's room.
        told: carries the `PassingWords` of what was decided about a sentence.
    """

    page_left = Signal(EntryWanted)
    letter_wanted = Signal(LetterWanted)
    phrase_wanted = Signal(object)
    told = Signal(PassingWords)

    def __init__(
        self,
        surroundings: Surroundings,
        *,
        practices: tuple[Practice, ...],
        feelings: tuple[FeelingFamily, ...] | None = None,
        timer: TimerMaker = qt_timer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(surroundings, "paper", timer=timer, parent=parent)
        self._practices = practices
        self._families = resources.feelings() if feelings is None else feelings
        self._own_words: OwnWordsOfPage | None = None
        self._column = PageColumn(surroundings.theme)
        self._critic = PageCritic(surroundings, self._column, timer=timer)
        self._found = FoundWords(self._column)
        self._ways_out = WaysOutBar(surroundings.theme)
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

    def open_entry(self, entry: Entry, *, at: EntryWanted | None = None) -> None:
        """Take up a page that is kept; `at` names words of it, which are then in sight until the next key or click."""
        known = tuple(practice for practice in self._practices if can_run(practice))
        run = reopen(entry, known, moment=self._surroundings.clock.now(), identify=new_identity)
        self._show(run, kept=entry.as_draft())
        self._top.say(SaveState.SAVED)
        self._column.go_to(0)
        if at is not None:
            self._found.show(entry, at)

    def save_now(self, then: Callable[[], None] = lambda: None, otherwise: Callable[[], None] = lambda: None) -> None:
        """Save the page and the kinder line in a note, then go on; `otherwise` where either stays, which it says."""
        self._critic.notes.save_now()
        super().save_now(lambda: self._critic.notes.save_now(then, otherwise), otherwise)

    def arrive(self) -> None:
        """Give the keyboard back to where it was."""
        self._column.resume()

    def clear(self) -> None:
        """Drop every word from the screen, its undo and the X11 selection.

        A page that was emptied goes to the bin with the words it was last kept with, and `trashed` tells it.
        """
        self._put_emptied_in_bin()
        let_go_of_selection()
        self._critic.end()
        self._found.let_go()
        self._sitting.end()
        self._own_words = None
        self._column.show_parts((), (), end=None)
        self._bottom.show_steps(())
        self._top.begin("", keeps=False)
        self._notice.hide()

    @property
    def kept_id(self) -> UUID | None:
        """The page that is open, if the journal holds it."""
        return self._sitting.kept_id

    def _keys(self) -> Mapping[str, Callable[[], object]]:
        return {
            "back": self._step_back,
            "phrase.note": self._critic.notes.open_near,
            "region.next": self._critic.notes.cross,
            "page.close": self.leave,
            "page.save": self.save_now,
            "ground": self._step_out,
            "section.next": lambda: self._column.go_to(self._column.current + 1, by_keyboard=True),
            "section.previous": lambda: self._column.go_to(self._column.current - 1, by_keyboard=True),
        }

    def _lay_out(self) -> None:
        self._notice_row = QVBoxLayout()
        self._notice_row.addWidget(self._notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addLayout(self._notice_row)
        column.addWidget(self._column, 1)
        column.addWidget(self._ways_out)
        column.addWidget(self._bottom)

    def _connect(self) -> None:
        self._bottom.closed.connect(self.leave)
        self._bottom.too_much.connect(self._step_out)
        self._bottom.step_chosen.connect(self._column.go_to)
        self._column.current_changed.connect(self._bottom.show_current)
        self._ways_out.too_much.connect(self._step_out)
        self._critic.told.connect(self.told)
        self._critic.phrase_wanted.connect(self.phrase_wanted)
        self._critic.ways_out_changed.connect(self._show_ways_out)

    def _show(self, run: PracticeRun, *, kept: Draft | None) -> None:
        self.clear()
        self._sitting.begin(run, kept=kept)
        self._top.begin(title_of(run.draft, now=self._surroundings.clock.now()), keeps=self._sitting.keeps)
        for section in self._column.show_parts(run.shown, self._families, end=self._page_end(run)):
            self._connect_section(section)
        self._bottom.show_steps(run.shown)
        self._arrange()
        if self._sitting.keeps:
            self._own_words = OwnWordsOfPage(self._surroundings.tasks, run, self._column.sections, owner=self)
            self._critic.begin(run.draft.id, is_letter=run.draft.kind is EntryKind.LETTER)

    def _page_end(self, run: PracticeRun) -> PageEnd | None:
        if run.practice is None:
            return None
        end = PageEnd(self._surroundings.theme, run.practice, keeps=self._sitting.keeps)
        end.kept.connect(self.leave)
        end.dropped.connect(self._leave_nothing)
        return end

    def _connect_section(self, section: SectionView) -> None:
        section.changed.connect(self._sitting.touched)
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

    def _save_meanwhile(self) -> None:
        """A line in a note goes on being written when the window is looked at again."""
        self._sitting.save_now()

    def _answered(self, run: PracticeRun) -> PracticeRun:
        for section in self._column.sections:
            run = run.with_answer(section.section_id, section.answer, section.feelings)
        return run

    def _ask_otherwise(self, section: SectionView, prompt: str) -> None:
        run = self._sitting.run
        if run is not None:
            self._sitting.change(run.with_prompt(section.section_id, prompt))

    # ways out

    def _step_back(self) -> None:
        """One step back in the note, or out of the page where there is none."""
        if self._critic.notes.is_open:
            self._critic.notes.step_back()
        else:
            self.leave()

    def be_quiet(self) -> None:
        """Underline nothing for the rest of the day, without a word about it."""
        self._critic.be_quiet(tells=False)

    def _step_out(self) -> None:
        """The rest of a day on which it was too much is quiet."""
        super()._step_out()
        self.be_quiet()

    def _show_ways_out(self, ways: WaysOut | None) -> None:
        self._ways_out.show_ways(ways)
        # With nobody to show, the quiet way stays beside the one to the form.
        self._bottom.set_way_out(shown=ways is None or not ways.contacts)

    def _close(self) -> None:
        kept = None if self._sitting.is_emptied else self.kept_id
        super()._close()
        if kept is not None:
            self.page_left.emit(EntryWanted(kept))

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
        wishes = self._critic.wishes
        menu = PageMenu(
            self._surroundings.theme,
            keeps=self._sitting.keeps,
            letter_words=words,
            has_phrase=is_sentence,
            is_quiet=wishes.is_quiet if wishes.underlines else None,
            parent=self,
        )
        menu.save_wanted.connect(self.save_now)
        menu.close_wanted.connect(self.leave)
        menu.letter_wanted.connect(self._ask_for_letter)
        menu.phrase_wanted.connect(self._critic.keep_selected)
        menu.quiet_wanted.connect(self._critic.be_quiet)
        menu.underlines_wanted.connect(lambda: self._critic.be_quiet(quiet=False))
        menu.bin_wanted.connect(self._move_to_bin)
        menu.open_below(self._top.menu_button)

    def _leave_nothing(self) -> None:
        """Take the page and the words made on it out of the journal for good; a save under way is waited for."""
        self._critic.notes.drop()
        run, own_words = self._sitting.run, self._own_words
        if run is None or own_words is None:
            self._close()
            return
        self._surroundings.tasks.run(own_words.take_back, owner=self)
        identity = run.draft.id
        self._close_after(lambda journal: journal.pages.remove(identity), identity)

    def _say_it_stayed(self, problem: KnownProblem) -> None:
        self._tell(self.tr("The page is still in the journal."), problem)
