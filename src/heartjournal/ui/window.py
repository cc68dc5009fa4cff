"""The one window: Unlock or First run, then the open journal, and the way out to grounding from each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from heartjournal.model.problems import KnownProblem
from heartjournal.resources.theme import TEXT_SCALES
from heartjournal.ui.problem_words import problem_line, problem_words
from heartjournal.ui.unlock import Unlock
from heartjournal.ui.wanted import BREAK
from heartjournal.ui.widgets import NoticeBox, PassingNotice
from heartjournal.ui.widgets.place_of_writing import PlaceOfWriting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent

    from heartjournal.journal import Journal
    from heartjournal.model.changes import Changes
    from heartjournal.model.support import Contact
    from heartjournal.ui.doorway import Doorway
    from heartjournal.ui.grounding import Grounding
    from heartjournal.ui.last_words import LastWords
    from heartjournal.ui.open_journal import OpenJournal
    from heartjournal.ui.shipped import Shipped
    from heartjournal.ui.surroundings import Surroundings


class Window(QWidget):
    """Shows one stage at a time; locks, closes, and steps out to grounding.

    Attributes:
        locked: every word is saved and the journal closed; a fresh process is to take over.
        left: the same, and the program is to end.
    """

    locked = Signal()
    left = Signal()

    def __init__(self, surroundings: Surroundings, doorway: Doorway, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self._doorway = doorway
        self._chosen_folder: Path | None = None
        self._open_journal: OpenJournal | None = None
        self._before_stepping_out: QWidget | None = None
        self._before_the_break: QWidget | None = None
        self._grounding: Grounding | None = None
        self._half_written: Contact | None = None
        self._place_of_writing = PlaceOfWriting(None)
        self._is_closing = False
        self._is_leaving = False
        self._notice: PassingNotice | None = None
        self._question: LastWords | None = None
        self._had_to_stay = False
        self._told: set[tuple[str, str]] = set()
        self.setWindowTitle("HeartJournal")
        self._stages = QStackedWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._stages)
        breakpoint_of = surroundings.theme.breakpoint
        self.setMinimumSize(breakpoint_of("minimumWidth"), breakpoint_of("minimumHeight"))
        self._bind_keys()
        for source in (surroundings.preferences, surroundings.tasks):
            source.troubled.connect(self._tell_in_passing)
        surroundings.tasks.changed.connect(self._look_behind)

    @property
    def stage(self) -> QWidget | None:
        """The stage that is shown."""
        return self._stages.currentWidget()

    def begin(self) -> None:
        """Show the first stage: the sample, First run where there is no journal, else Unlock."""
        if self._doorway.demo is not None:
            self._open_sample(self._doorway.demo)
        elif self._doorway.is_new:
            self._show_first_run()
        else:
            self._show_unlock()

    def step_out(self) -> None:
        """Show grounding over whatever is in front; every unsaved word is saved first, nothing is lost behind it."""
        from heartjournal.ui.grounding import Grounding

        if isinstance(self.stage, Grounding):
            return
        self._drop_question()
        over_page = self._open_journal is not None and self._open_journal.is_writing
        grounding = Grounding(self._surroundings, over_page=over_page, half_written=self._half_written)
        grounding.closed.connect(self._step_back)
        grounding.lock_wanted.connect(self._stop_for_today)
        grounding.numbers_wanted.connect(lambda: self._go_on_with(lambda journal: journal.show_numbers()))
        grounding.letter_wanted.connect(lambda: self._go_on_with(lambda journal: journal.call_letter()))
        self._before_stepping_out, self._place_of_writing = self.stage, PlaceOfWriting.present()
        self._show(grounding)
        self._grounding = grounding
        self._save_behind()
        if self._open_journal is not None:
            self._open_journal.be_quiet()

    def lock(self) -> None:
        """Save, close the journal and let a fresh process take over; stays on the page if its words cannot be saved."""
        self._close_journal(leaving=False)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave only when every word is saved and the journal closed."""
        if self._open_journal is None and not self._is_closing:
            event.accept()
            self.left.emit()
            return
        event.ignore()
        self._close_journal(leaving=True)

    def _bind_keys(self) -> None:
        self._bind("ground", self.step_out)
        self._bind("lock", self._lock_if_open)
        self._bind("window.full", self._toggle_full_screen)
        self._bind("text.larger", lambda: self._step_text_scale(1))
        self._bind("text.smaller", lambda: self._step_text_scale(-1))
        self._bind("text.usual", lambda: self._surroundings.preferences.change(text_scale=1.0))

    def _bind(self, name: str, action: Callable[[], object]) -> None:
        QShortcut(self._surroundings.theme.shortcut(name), self).activated.connect(action)

    def _open_sample(self, sample: Callable[[], Journal]) -> None:
        door = NoticeBox(self._surroundings.theme)
        door.hide()
        room = QWidget()
        QVBoxLayout(room).addWidget(door, 0, Qt.AlignmentFlag.AlignCenter)

        def tell(problem: KnownProblem) -> None:
            door.say(*problem_words(problem))
            door.show()

        self._show(room)
        self._surroundings.tasks.open(sample, then=lambda _: self._enter(room), trouble=tell, owner=self)

    def _show_first_run(self) -> None:
        from heartjournal.ui.unlock import FirstRun

        first_run = FirstRun(self._surroundings, creator=self._doorway.creator, folder=self._doorway.folder)
        first_run.opened.connect(lambda: self._enter(first_run))
        first_run.offer_elsewhere(is_foreign=self._doorway.is_foreign, can_choose=self._doorway.elsewhere is not None)
        first_run.elsewhere_wanted.connect(lambda: self._choose_folder(first_run))
        first_run.unlock_wanted.connect(lambda: self._instead_of(first_run, self._show_unlock))
        self._show(first_run)

    def _show_unlock(self) -> None:
        unlock = Unlock(self._surroundings, opener=self._doorway.opener, can_choose=self._doorway.elsewhere is not None)
        unlock.elsewhere_wanted.connect(lambda: self._choose_folder(unlock))
        unlock.opened.connect(lambda: self._enter(unlock))
        unlock.too_much_wanted.connect(self.step_out)
        unlock.break_wanted.connect(self._take_a_break)
        unlock.set_up_wanted.connect(lambda: self._instead_of(unlock, self._show_first_run))
        self._show(unlock)

    def _choose_folder(self, door: QWidget) -> None:
        """Ask where the journal lies, or is to lie, and show its door; it is remembered once a journal opened there."""
        from heartjournal.ui.file_dialog import ask_for_folder

        elsewhere = self._doorway.elsewhere
        if elsewhere is None:
            return

        def go(folder: Path) -> None:
            self._doorway = elsewhere(folder)
            self._chosen_folder = folder
            self._instead_of(door, self.begin)

        ask_for_folder(self, self.tr("The folder of your journal"), then=go)

    def _instead_of(self, door: QWidget, show_another: Callable[[], None]) -> None:
        show_another()
        self._discard(door)

    def _enter(self, door: QWidget) -> None:
        """The journal is open: it takes the place of the stage it was opened from, also behind grounding or a break."""
        from heartjournal.ui.open_journal import OpenJournal

        if self._chosen_folder is not None:
            self._surroundings.preferences.change(journal_folder=self._chosen_folder)
        self._open_journal = OpenJournal(self._surroundings, folder=self._doorway.folder)
        self._open_journal.grounding_wanted.connect(self.step_out)
        self._open_journal.lock_wanted.connect(self.lock)
        if self._before_the_break is door:
            self._before_the_break = self._open_journal
        elif self._before_stepping_out is door:
            self._before_stepping_out = self._open_journal
        else:
            self._show(self._open_journal)
        self._discard(door)
        if self._grounding is not None:
            self._grounding.look_behind()
        self._tell_bad_files(self._open_journal.shipped)

    def _take_a_break(self) -> None:
        """The three-step break without unlocking; it keeps nothing."""
        from heartjournal.ui.editor import PageEditor
        from heartjournal.ui.shipped import read_shipped

        shipped = read_shipped()
        try:
            practice = shipped.practices.required(BREAK)
        except KnownProblem as problem:
            self._tell_in_passing(problem)
            return
        runner = PageEditor(self._surroundings, practices=shipped.practices.good, feelings=shipped.families)
        self._before_the_break = self.stage
        runner.closed.connect(self._end_the_break)
        runner.too_much_wanted.connect(self.step_out)
        runner.open_new(practice)
        self._show(runner)
        self._tell_bad_files(shipped)

    def _end_the_break(self) -> None:
        runner, before = self.stage, self._before_the_break
        self._before_the_break = None
        if before is not None:
            self._show(before)
        self._discard(runner)

    def _step_back(self) -> None:
        grounding, before = self.stage, self._before_stepping_out
        self._before_stepping_out = None
        if before is not None:
            self._show(before)
            self._place_of_writing.give_back(within=before)
        self._discard(grounding)

    def _save_behind(self) -> None:
        """Save the page behind grounding, and say there what became of it."""
        grounding = self._grounding
        if self._open_journal is None or grounding is None:
            return

        def tell(*, is_saved: bool) -> None:
            if self._grounding is grounding:
                grounding.tell_saved(is_saved=is_saved)

        self._open_journal.save_now(lambda: tell(is_saved=True), lambda: tell(is_saved=False))

    def _look_behind(self, _changes: Changes) -> None:
        """A write came through again: it may have been that of the page."""
        if self._grounding is not None and self._grounding.is_page_unsaved:
            self._save_behind()

    def _go_on_with(self, action: Callable[[OpenJournal], None]) -> None:
        """Leave grounding, and a break behind it, for something in the open journal."""
        self._step_back()
        if self._before_the_break is not None:
            self._end_the_break()
        if self._open_journal is not None:
            action(self._open_journal)

    def _stop_for_today(self) -> None:
        """Stop for today: lock an open journal; from Unlock, close the program."""
        if self._open_journal is None:
            self.close()
        else:
            self.lock()

    def _lock_if_open(self) -> None:
        if self._open_journal is not None:
            self.lock()

    def _close_journal(self, *, leaving: bool) -> None:
        """Save, blank the window, close the journal; on trouble the page comes to the front with its words.

        On a disk that stays full, the second try asks whether to leave without the words that cannot be saved.
        """
        journal = self._open_journal
        if journal is None:
            # Somebody who closes the window while it locks wants to be gone, not to see Unlock.
            self._is_leaving = self._is_leaving or leaving
            return

        def stay() -> None:
            self._come_back_to(journal)
            if self._had_to_stay:
                self._ask_about_last_words(journal, leaving=leaving)
            self._had_to_stay = True

        journal.save_now(lambda: self._blank_and_close(journal, leaving=leaving), stay)

    def _blank_and_close(self, journal: OpenJournal, *, leaving: bool) -> None:
        """Let go of every screen with words on it, then of the journal."""
        self._is_leaving = self._is_leaving or leaving
        if self._is_closing:
            return
        self._open_journal, self._is_closing = None, True
        self._drop_question()
        self._before_stepping_out = self._before_the_break = None
        screens = [self._stages.widget(place) for place in range(self._stages.count())]
        self._show(QWidget())
        journal.clear()
        for screen in screens:
            self._discard(screen)
        self._half_written = None
        # What was saved is safe however the closing ends, so nothing keeps a person before a blank window.
        self._surroundings.tasks.close(then=lambda _: self._end(), trouble=lambda _: self._end(), owner=self)

    def _ask_about_last_words(self, journal: OpenJournal, *, leaving: bool) -> None:
        from heartjournal.ui.last_words import LastWords

        self._drop_question()
        self._question = LastWords(self._surroundings.theme)
        self._question.stay_chosen.connect(journal.arrive)
        self._question.leave_chosen.connect(lambda: self._blank_and_close(journal, leaving=leaving))
        self._column.insertWidget(0, self._question)
        self._question.ask()

    def _drop_question(self) -> None:
        if self._question is not None:
            self._question.hide()
            self._question.deleteLater()
            self._question = None

    def _end(self) -> None:
        self._is_closing = False
        if self._is_leaving:
            self.close()
        else:
            self.locked.emit()

    def _come_back_to(self, journal: OpenJournal) -> None:
        over = self.stage
        if over is not journal:
            self._before_stepping_out = self._before_the_break = None
            self._show(journal)
            self._discard(over)

    def _tell_bad_files(self, shipped: Shipped) -> None:
        """Say what is wrong with shipped files, once; everything else works without them."""
        told, self._told = self._told, {*self._told, *map(problem_words, shipped.problems)}
        said = [words for words in map(problem_words, shipped.problems) if words not in told]
        if said:
            self._say_in_passing(" ".join(" ".join(words) for words in said))

    def _tell_in_passing(self, problem: KnownProblem) -> None:
        """Say it over whatever stage is in front."""
        self._say_in_passing(problem_line(problem))

    def _say_in_passing(self, words: str) -> None:
        if self._notice is None:
            self._notice = PassingNotice(self._surroundings.theme, parent=self)
        self._notice.show_words(words)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _step_text_scale(self, steps: int) -> None:
        scales = TEXT_SCALES
        present = self._surroundings.preferences.present.text_scale
        nearest = min(range(len(scales)), key=lambda index: abs(scales[index] - present))
        wanted = scales[max(0, min(nearest + steps, len(scales) - 1))]
        self._surroundings.preferences.change(text_scale=wanted)

    def _show(self, stage: QWidget) -> None:
        if self._stages.indexOf(stage) < 0:
            self._stages.addWidget(stage)
        self._stages.setCurrentWidget(stage)
        arrive: Callable[[], None] = getattr(stage, "arrive", stage.setFocus)
        arrive()

    def _discard(self, stage: QWidget | None) -> None:
        if self._grounding is not None and stage is self._grounding:
            self._half_written = self._grounding.half_written
            self._grounding = None
        if stage is not None:
            self._stages.removeWidget(stage)
            stage.deleteLater()
