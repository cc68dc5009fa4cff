"""Today: tonight's page, a short break, a way out, and the last pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.model.journal_day import journal_day
from heartjournal.ui.dates import full_day, greeting
from heartjournal.ui.theme.content_margins import content_margins
from heartjournal.ui.today.last_pages import LastPages
from heartjournal.ui.today.month_note import MonthNoteCard
from heartjournal.ui.today.step_aside import StepAside
from heartjournal.ui.today.tonight import Tonight
from heartjournal.ui.wanted import BREAK, PageWanted, PassingWords, ReadingWanted
from heartjournal.ui.widgets import Ground, IconLabel, ScrollArea, TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from heartjournal.journal import Journal
    from heartjournal.model.changes import Changes
    from heartjournal.model.letter import LetterLine
    from heartjournal.model.phrase import MonthNote
    from heartjournal.ui.surroundings import Surroundings

_PAGES_SHOWN = 4


@dataclass(frozen=True, slots=True)
class _Letters:
    """What Today needs to know of the letters."""

    today: LetterLine | None
    any_to_call: bool


class Today(QWidget):
    """The room a person arrives in, with the focus on tonight's page.

    Attributes:
        page_wanted: carries `PageWanted`.
        entry_wanted: carries the `EntryWanted` of a page to look at.
        all_pages_wanted: the journal is to be shown.
        grounding_wanted: "Too much right now".
        reading_wanted: carries the `ReadingWanted` of the letter that came back.
        letter_called: a letter of the person's own is asked for.
        critic_wanted: the inner critic's room is to be shown.
        told: carries the `PassingWords` for what was done here.
    """

    page_wanted = Signal(object)
    entry_wanted = Signal(object)
    all_pages_wanted = Signal()
    grounding_wanted = Signal()
    reading_wanted = Signal(ReadingWanted)
    letter_called = Signal()
    critic_wanted = Signal()
    told = Signal(PassingWords)

    def __init__(self, surroundings: Surroundings, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = surroundings.theme
        self._tasks = surroundings.tasks
        self._clock = surroundings.clock
        self._day = TextLabel(self._theme, role="ink2")
        self._greeting = TextLabel(self._theme, style="display")
        self._tonight = Tonight(self._theme)
        self._aside = StepAside(self._theme)
        self._last_pages = LastPages(surroundings)
        self._month = MonthNoteCard(self._theme)
        self._letter: LetterLine | None = None
        self._note: MonthNote | None = None
        self._connect()
        self._lay_out()
        self._theme.changed.connect(self._fit)

    def arrive(self) -> None:
        """Say the day and the greeting anew, read the last pages, and put the focus on tonight's page."""
        self._read()
        self._tonight.take_focus()

    def back(self) -> bool:
        """Nothing lies in front here."""
        return False

    def refresh(self, changes: Changes) -> None:
        """Read again what is shown here and has changed."""
        if not self.isVisible():
            return
        if changes.entries or changes.letters:
            self._read()
        elif changes.phrases or changes.heard or changes.settings:
            self._read_note()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window: narrower sides and three pages below the breakpoint, wide margins far above it."""
        super().resizeEvent(event)
        self._fit()

    def _connect(self) -> None:
        self._tonight.page_wanted.connect(self.page_wanted)
        self._aside.break_wanted.connect(lambda: self.page_wanted.emit(PageWanted(BREAK)))
        self._aside.grounding_wanted.connect(self.grounding_wanted)
        self._aside.letter_wanted.connect(self.letter_called)
        self._aside.reading_wanted.connect(self._ask_to_read)
        self._aside.evening_wanted.connect(self._put_off)
        self._last_pages.entry_wanted.connect(self.entry_wanted)
        self._last_pages.all_pages_wanted.connect(self.all_pages_wanted)
        self._month.critic_wanted.connect(self.critic_wanted)
        self._month.read.connect(self._put_note_away)
        self._month.unwanted.connect(self._look_back_no_more)

    def _lay_out(self) -> None:
        theme = self._theme
        ground = Ground(theme)
        self._column = QVBoxLayout(ground)
        self._column.setSpacing(0)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._day)
        words.addWidget(self._greeting)
        # The letters of the display face hang below their line; the room for them is taken from the gap.
        self._greeting.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._greeting.setMinimumHeight(theme.line("display") + theme.size("displayOverhang"))
        self._head.addLayout(words)
        self._head.addStretch()
        private = QHBoxLayout()
        private.setSpacing(theme.space(2))
        private.addWidget(IconLabel(theme, "lock", role="ink3", size=theme.size("iconSmall")))
        private.addWidget(TextLabel(theme, self.tr("Private to this computer"), style="small", role="ink3"))
        beside = QVBoxLayout()
        beside.addStretch()
        beside.addLayout(private)
        beside.addSpacing(theme.size("displayOverhang"))
        self._head.addLayout(beside)
        self._private = beside
        self._column.addLayout(self._head)
        self._column.addSpacing(theme.size("todayGap") - theme.size("displayOverhang"))
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.addWidget(self._tonight, stretch=1)
        self._cards.addWidget(self._aside)
        self._column.addLayout(self._cards)
        self._column.addSpacing(theme.size("todayPagesGap"))
        self._column.addWidget(self._last_pages)
        self._column.addSpacing(theme.space(4))
        self._column.addWidget(self._month)
        self._column.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(ScrollArea(theme, ground))

    def _fit(self) -> None:
        theme = self._theme
        margins = content_margins(theme, window=self.window().width(), own=self.width())
        narrow = margins.narrow
        self._column.setContentsMargins(margins.side, margins.top, margins.side, margins.bottom)
        self._cards.setSpacing(theme.space(4) if narrow else theme.space(6))
        width = "todaySideNarrow" if narrow else "todaySideWide" if margins.wide else "todaySide"
        beside = self._stand(self.width() - 2 * margins.side - self._cards.spacing(), theme.scaled(width))
        self._aside.set_narrow(narrow)
        self._tonight.set_narrow(narrow)
        self._month.set_narrow(not beside)
        self._last_pages.set_shown(_PAGES_SHOWN - narrow - (not beside))

    def _stand(self, room: int, aside: int) -> bool:
        """Put the side beside tonight's page, or below it where larger letters leave no room; which it was."""
        beside = room >= self._theme.scaled("todayTonight") + aside
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._cards.setDirection(direction)
        self._head.setDirection(direction)
        self._head.setAlignment(self._private, Qt.AlignmentFlag(0) if beside else Qt.AlignmentFlag.AlignLeft)
        self._aside.setMinimumWidth(aside if beside else 0)
        self._aside.setMaximumWidth(aside if beside else self._theme.size("unbounded"))
        return beside

    def _read(self) -> None:
        now = self._clock.now()
        self._day.setText(full_day(journal_day(now)))
        self._greeting.setText(greeting(now))
        self._tasks.run(
            lambda journal: journal.pages.lines(limit=_PAGES_SHOWN),
            then=self._last_pages.show_lines,
            owner=self,
            replaces="last pages",
        )
        self._tasks.run(_look, then=self._show_letter, owner=self, replaces="letter of the day")
        self._read_note()

    def _read_note(self) -> None:
        # By itself and last: in the first days of a month it waits for the ear of despair to be made.
        self._tasks.run(
            lambda journal: journal.critic.month_note(), then=self._show_note, owner=self, replaces="note of the month"
        )

    def _show_note(self, note: MonthNote | None) -> None:
        if note != self._note:
            self._note = note
            self._month.show_note(note)

    def _put_note_away(self) -> None:
        if (note := self._note) is not None:
            self._let_note_go()
            self._tasks.run(lambda journal: journal.critic.month_note_read(note), owner=self)

    def _look_back_no_more(self) -> None:
        self._let_note_go()
        self._wish_for_notes(shown=False)
        words = self.tr("No month will be looked back at here. Settings can bring it back.")
        self.told.emit(PassingWords(words, undo=lambda: self._wish_for_notes(shown=True)))

    def _let_note_go(self) -> None:
        """The note goes at once, and what had the focus in it leaves it to tonight's page."""
        had_focus = self._month.isAncestorOf(self.focusWidget())
        self._show_note(None)
        if had_focus:
            self._tonight.take_focus()

    def _wish_for_notes(self, *, shown: bool) -> None:
        self._tasks.run(
            lambda journal: journal.critic.wish(replace(journal.critic.wishes(), month_note=shown)), owner=self
        )

    def _show_letter(self, found: _Letters) -> None:
        self._letter = found.today
        today = journal_day(self._clock.now())
        self._aside.show_letter(found.today, has_letters=found.any_to_call, today=today)

    def _ask_to_read(self) -> None:
        if self._letter is not None:
            self.reading_wanted.emit(ReadingWanted(self._letter.id))

    def _put_off(self) -> None:
        if self._letter is not None:
            letter = self._letter.id
            self._tasks.run(lambda journal: journal.letters.another_evening(letter), owner=self)


def _look(journal: Journal) -> _Letters:
    """The letter of the day, and whether there is one to call for. Run in the worker."""
    return _Letters(journal.letters.today(), any_to_call=journal.letters.any_to_call())
