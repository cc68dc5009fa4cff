"""The screen for writing a letter to oneself: three steps on a sheet of paper, saved while they are written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heartjournal import resources
from heartjournal.model.identity import new_identity
from heartjournal.model.journal_day import journal_day
from heartjournal.model.letter import LetterState
from heartjournal.model.practice_run import begin, reopen
from heartjournal.ui.dates import dated_day
from heartjournal.ui.editor.autosave import qt_timer
from heartjournal.ui.editor.caret_area import CaretArea
from heartjournal.ui.editor.page_menu import PageMenu
from heartjournal.ui.editor.writing_screen import WritingScreen
from heartjournal.ui.letters.answering import Answering
from heartjournal.ui.letters.letter_bar import LetterBar
from heartjournal.ui.letters.letter_steps import LetterSteps
from heartjournal.ui.letters.sheet import Sheet
from heartjournal.ui.selection import let_go_of_selection
from heartjournal.ui.translation import translate
from heartjournal.ui.wanted import LetterPutAway
from heartjournal.ui.widgets import SaveState, ScrollArea

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from heartjournal.model.entry import Draft
    from heartjournal.model.letter import Letter, LetterLink
    from heartjournal.model.phrase import Phrase
    from heartjournal.model.practice_run import PracticeRun
    from heartjournal.model.problems import KnownProblem
    from heartjournal.ui.editor.autosave import TimerMaker
    from heartjournal.ui.letters.letter_steps import PromptChosen, StarterChosen
    from heartjournal.ui.surroundings import Surroundings

LETTER = "letter"


class LetterEditor(WritingScreen):
    """One letter at a time, on the window's thread; the practice "letter" shown on a sheet.

    Attributes:
        put_away: carries the `LetterPutAway` of a letter that will come back.
    """

    put_away = Signal(LetterPutAway)

    def __init__(
        self, surroundings: Surroundings, *, timer: TimerMaker = qt_timer, parent: QWidget | None = None
    ) -> None:
        leave_words = translate("LetterEditor", "Back to letters")
        super().__init__(surroundings, "desk", leave_words=leave_words, has_way_out=True, timer=timer, parent=parent)
        self._practice = resources.practices().required(LETTER)
        self._about = Answering()
        self._is_draft = True
        self._has_arrived = False
        self._sheet = Sheet(surroundings.theme)
        self._steps = LetterSteps(surroundings.theme, self._practice)
        self._bar = LetterBar(surroundings)
        self._lay_out()
        self._connect()

    # the letter

    def open_new(self, about: LetterLink | None = None, *, phrase: Phrase | None = None) -> None:
        """Begin a letter; what it answers, a page or a phrase, is kept with it and in sight while it is written."""
        run = begin(self._practice, moment=self._surroundings.clock.now(), identify=new_identity)
        answering = Answering(about, phrase)
        self._show(run, kept=None, about=answering, quote=answering.quote, is_draft=True)

    def open_letter(self, letter: Letter) -> None:
        """Take up a letter that is kept, a draft or one that is to be changed."""
        run = reopen(letter.entry, (self._practice,), moment=self._surroundings.clock.now(), identify=new_identity)
        is_draft = letter.line.state is LetterState.DRAFT
        quotes = (*(link.quote for link in letter.links[:1]), *letter.phrases)
        quote = next(filter(None, quotes), "")
        self._show(run, kept=letter.entry.as_draft(), about=Answering(), quote=quote, is_draft=is_draft)
        self._top.say(SaveState.SAVED)
        self._go_to(len(self._sheet.steps) - 1)

    def arrive(self) -> None:
        """Give the keyboard to the step that is shown, or back to where it was on the sheet."""
        had_it: QWidget | None = self.focusWidget()  # none where nothing had it yet, whatever the stubs say
        if self._has_arrived and had_it is not None and self._sheet.isAncestorOf(had_it):
            had_it.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._sheet.steps:
            self._sheet.steps[self._steps.current].text.take_keyboard()
        self._has_arrived = True

    def clear(self) -> None:
        """Drop every word from the screen, its undo and the X11 selection.

        A letter that was emptied goes to the bin with the words it was last kept with, and `trashed` tells it.
        """
        self._put_emptied_in_bin()
        let_go_of_selection()
        self._sitting.end()
        self._about = Answering()
        self._sheet.show_steps(())
        self._sheet_area.let_go()
        self._sheet.title.setText("")  # unlike clear() it lets go of the undo, too
        self._steps.clear()
        self._top.begin("", keeps=False)
        self._notice.hide()

    def save_now(self, then: Callable[[], None] = lambda: None, otherwise: Callable[[], None] = lambda: None) -> None:
        """Save at once, then go on; `otherwise` when it could not be saved, which the screen says by itself."""
        self._sitting.save_now(lambda: self._keep_link(then, otherwise), otherwise)

    def _keys(self) -> Mapping[str, Callable[[], object]]:
        return {
            "back": self.leave,
            "page.close": self._finish,
            "page.save": self.save_now,
            "section.next": lambda: self._go_to(self._steps.current + 1),
            "section.previous": lambda: self._go_to(self._steps.current - 1),
        }

    # putting away

    def _finish(self) -> None:
        """Put a draft away; close a letter that was put away before."""
        if not self._is_draft:
            self.leave()
        elif self._has_letter():
            self.save_now(self._put_away_now)

    def _put_away_now(self) -> None:
        run, when = self._sitting.run, self._bar.when
        if run is None:
            return
        put = LetterPutAway(run.draft.id, when.first_on, is_sealed=when.is_sealed)
        is_named = when.is_named
        self._surroundings.tasks.run(
            lambda journal: journal.letters.put_away(
                put.letter_id, put.first_on, sealed=put.is_sealed, is_named=is_named
            ),
            then=lambda _changes: self._add_late_words(put),
            trouble=self._say_trouble,
            owner=self,
        )

    def _add_late_words(self, put: LetterPutAway) -> None:
        """What was typed meanwhile belongs to the letter, too; a sealed one takes no word, so it is opened for them."""
        if not put.is_sealed or not self._sitting.has_unsaved:
            self._sitting.save_now(lambda: self._leave_put_away(put))
            return
        self._surroundings.tasks.run(
            lambda journal: journal.letters.take_back(put.letter_id),
            then=lambda _changes: self.save_now(self._put_away_now),
            trouble=self._say_trouble,
            owner=self,
        )

    def _leave_put_away(self, put: LetterPutAway) -> None:
        if self._sitting.shows(put.letter_id):
            self.clear()
            self.put_away.emit(put)

    def _keep_link(self, then: Callable[[], None], otherwise: Callable[[], None]) -> None:
        """Keep what the letter answers, once there is a letter, and what was typed meanwhile; then go on."""
        run, about = self._sitting.run, self._about
        if run is None or about.is_nothing or not self._sitting.is_kept:
            then()
            return
        letter = run.draft.id

        def settle() -> None:
            if self._about is about:
                self._about = Answering()
            self._sitting.save_now(then, otherwise)

        def trouble(problem: KnownProblem) -> None:
            self._say_trouble(problem)
            otherwise()

        self._surroundings.tasks.run(
            lambda journal: about.keep(journal, letter),
            then=lambda _changes: settle(),
            trouble=trouble,
            owner=self,
        )

    def _say_it_stayed(self, problem: KnownProblem) -> None:
        self._tell(self.tr("The letter is still in the journal."), problem)

    # what is shown

    def _show(self, run: PracticeRun, *, kept: Draft | None, about: Answering, quote: str, is_draft: bool) -> None:
        self.clear()
        self._about, self._is_draft = about, is_draft
        self._has_arrived = False
        self._sitting.begin(run, kept=kept)
        self._top.begin(self.tr("A letter to myself"), keeps=self._sitting.keeps)
        today = journal_day(self._surroundings.clock.now())
        self._sheet.title.setText(run.draft.title)
        self._sheet.date.setText(dated_day(run.draft.day, today=today))
        self._sheet.show_steps(self._steps.make_sheets(run, quote=quote))
        for step in self._sheet.steps:
            self._sheet_area.follow(step.text)
        self._bar.begin(is_draft=is_draft)
        self._arrange()
        self._go_to(0)

    def _go_to(self, place: int) -> None:
        if not 0 <= place < len(self._sheet.steps):
            return
        self._steps.show_current(place, self._sheet.steps)
        self._sheet.show_step(place)
        self._sheet.steps[place].text.put_caret(at_end=True)
        self._tell_bar()

    def _answered(self, run: PracticeRun) -> PracticeRun:
        for step in self._sheet.steps:
            run = run.with_answer(step.section_id, step.answer, step.named)
        return replace(run, draft=replace(run.draft, title=self._sheet.title.text()))

    def _has_letter(self) -> bool:
        return bool(self._sheet.steps) and bool(self._sheet.steps[-1].text.words.strip())

    def _tell_bar(self) -> None:
        self._bar.allow(self._has_letter())

    def _changed(self) -> None:
        self._steps.tell(self._sheet.steps)
        self._tell_bar()
        self._sitting.touched()

    def _connect(self) -> None:
        self._bar.finished.connect(self._finish)
        self._bar.kept_as_draft.connect(self.leave)
        self._steps.step_chosen.connect(lambda chosen: self._go_to(chosen.index))
        self._steps.starter_chosen.connect(self._write_starter)
        self._steps.voice_chosen.connect(self._take_voice)
        self._sheet.changed.connect(self._changed)

    def _take_voice(self, chosen: PromptChosen) -> None:
        run = self._sitting.run
        if run is not None:
            self._sitting.change(run.with_prompt(chosen.section_id, chosen.prompt_text))

    def _write_starter(self, chosen: StarterChosen) -> None:
        self._sheet.steps[-1].text.insert_words(chosen.words)

    def _open_menu(self) -> None:
        menu = PageMenu(self._surroundings.theme, keeps=self._sitting.keeps, parent=self)
        menu.save_wanted.connect(self.save_now)
        menu.close_wanted.connect(self.leave)
        menu.bin_wanted.connect(self._move_to_bin)
        menu.open_below(self._top.menu_button)

    def _say_saved(self) -> None:
        super()._say_saved()
        self._keep_link(lambda: None, lambda: None)

    def _lay_out(self) -> None:
        theme = self._surroundings.theme
        # Two areas, so that what hurts stays in view beside a long letter.
        beside, desk = QWidget(), QWidget()
        self._beside = QVBoxLayout(beside)
        self._beside.addWidget(self._steps, 0, Qt.AlignmentFlag.AlignTop)
        self._on_desk = QVBoxLayout(desk)
        self._on_desk.addWidget(self._sheet, 0, Qt.AlignmentFlag.AlignTop)
        self._steps_area, self._sheet_area = ScrollArea(theme, beside), CaretArea(theme, desk)
        self._sheet_area.bar_changed.connect(self._arrange)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self._steps_area)
        across.addWidget(self._sheet_area, 1)
        self._notice_row = QVBoxLayout()
        self._notice_row.addWidget(self._notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addLayout(self._notice_row)
        column.addLayout(across, 1)
        column.addWidget(self._bar)

    def _arrange(self) -> None:
        theme = self._surroundings.theme
        low, narrow = self.height() < theme.size("lowWindow"), self.width() < theme.breakpoint("rail")
        self._top.setFixedHeight(theme.size("barHeightLow" if low else "topBar"))
        self._bar.set_size(low=low, narrow=narrow)
        steps = max(theme.scaled("sheetColumnNarrow" if narrow else "sheetColumn"), self._steps.least_width)
        gap = theme.size("sheetGapNarrow" if narrow else "sheetGap")
        whole = steps + gap + theme.size("sheetWidth")
        side = max(theme.size("contentPaddingXNarrow"), (self.width() - whole) // 2)
        below, bar = theme.size("sheetBottom"), theme.size("scrollBar")
        # The dots of the steps stand astride the line at which the column begins.
        out = theme.size("stepBoxOut")
        self._steps.setFixedWidth(steps + out)
        self._beside.setContentsMargins(side - out, theme.size("sheetTop"), 0, below)
        self._steps_area.setFixedWidth(side + steps + bar)
        self._on_desk.setContentsMargins(gap - bar, theme.size("sheetTop"), side - self._sheet_area.bar_width, below)
        self._sheet.set_padding(theme.size("sheetPaddingXNarrow" if narrow else "sheetPaddingX"))
        self._notice_row.setContentsMargins(side, 0, side, 0)
