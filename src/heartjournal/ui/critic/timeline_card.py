"""The timeline beside the suggestions: its lanes, or an equal table, or a plain word while nothing is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from heartjournal.model.timeline import axis
from heartjournal.ui.critic.sentences import SentencesPopover, wanted_at
from heartjournal.ui.critic.timeline import PhraseDays, TimelineTable, TimelineView
from heartjournal.ui.wanted import EntryWanted
from heartjournal.ui.widgets import Card, Link, Separator, TextLabel

if TYPE_CHECKING:
    from datetime import date

    from heartjournal.model.phrase import Occurrence
    from heartjournal.model.timeline import Axis, Timeline, Unit
    from heartjournal.ui.surroundings import Surroundings


class TimelineCard(QWidget):
    """Reads the sentences behind a mark when they are looked at, and opens the page of the very sentence.

    Attributes:
        phrase_wanted: carries the id of the phrase whose page is to be opened.
        entry_wanted: carries the `EntryWanted` of a sentence.
        marks_sized: carries the factor on the size of every mark.
    """

    phrase_wanted = Signal(object)
    entry_wanted = Signal(EntryWanted)
    marks_sized = Signal(float)

    def __init__(self, surroundings: Surroundings, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = surroundings.theme
        self._tasks = surroundings.tasks
        self._timeline: Timeline | None = None
        self._axis: Axis | None = None
        self._today: date | None = None
        self._is_table = False
        self.has_ground = False
        self.view = TimelineView(surroundings)
        self._table = TimelineTable(self._theme)
        self._as_lanes = Link(self._theme, self.tr("As lanes"))
        self._pages = QStackedWidget()
        self._table_page = self._make_table_page()
        self._nothing = self._make_nothing()
        for page in (self.view, self._table_page, self._nothing):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self._connect()

    def show_timeline(self, timeline: Timeline, *, today: date) -> Unit:
        """Show these lanes; the answer is what one mark stands for."""
        first_weekday = QLocale().firstDayOfWeek().value - 1
        over_time = axis(timeline.since, timeline.until, first_weekday=first_weekday)
        self._timeline, self._axis, self._today = timeline, over_time, today
        self.view.show_timeline(timeline, axis=over_time, today=today)
        self._arrange()
        return over_time.unit

    def hasHeightForWidth(self) -> bool:
        """As high as there is room for: many lanes scroll inside it, under the names of the months."""
        return False

    def take_focus(self) -> None:
        """Wait on the lanes, or in the table."""
        (self._table if self._is_table else self.view.lanes).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def back(self) -> bool:
        """From a mark’s detail, or from the table to the lanes; whether either was shown."""
        if not self._is_table:
            return self.view.dismiss_detail()
        self._turn()
        return True

    def turn_ground(self) -> None:
        """Show or hide how many pages there were, so that a week with more of them does not look harsher."""
        self.has_ground = not self.has_ground
        self.view.set_ground_shown(self.has_ground)

    def forget(self) -> None:
        """Let go of every phrase."""
        self._timeline = self._axis = None
        self.view.forget()
        self._table.forget()

    def _arrange(self) -> None:
        """Show one of the pages; the table is filled only while it is the one: it takes far longer than the lanes."""
        if not self._is_table:
            self._table.forget()
        elif self._timeline is not None and self._axis is not None and self._today is not None:
            self._table.show_timeline(self._timeline, axis=self._axis, today=self._today)
        has_lanes = self._timeline is not None and bool(self._timeline.lanes)
        page = self._table_page if self._is_table else self.view
        self._pages.setCurrentWidget(page if has_lanes else self._nothing)
        self.updateGeometry()

    def _turn(self) -> None:
        """From lanes to table and back, with the keyboard."""
        self._is_table = not self._is_table
        self._arrange()
        self.take_focus()

    def _ask_for_detail(self, days: PhraseDays) -> None:
        self._tasks.run(
            lambda journal: journal.critic.behind(days.phrase, days.first, days.last),
            then=lambda found: self.view.show_detail(days, found.occurrences, answers=found.answers),
            owner=self,
            replaces="detail",
        )

    def _ask_for_sentences(self, days: PhraseDays) -> None:
        self._tasks.run(
            lambda journal: journal.critic.behind(days.phrase, days.first, days.last),
            then=lambda found: self._open(days, found.occurrences),
            owner=self,
            replaces="sentences",
        )

    def _open(self, days: PhraseDays, found: tuple[Occurrence, ...]) -> None:
        """One sentence opens its page; of several the person chooses one."""
        if not found:
            self.phrase_wanted.emit(days.phrase)
        elif len(found) == 1:
            self.entry_wanted.emit(wanted_at(found[0]))
        elif self._today is not None:
            words = self._words_of(days)
            popover = SentencesPopover(self._theme, words, found, today=self._today, parent=self)
            popover.entry_wanted.connect(self.entry_wanted)
            popover.open_at(self._pages)

    def _words_of(self, days: PhraseDays) -> str:
        lanes = self._timeline.lanes if self._timeline is not None else ()
        return next((lane.phrase.words for lane in lanes if lane.phrase.id == days.phrase), "")

    def _connect(self) -> None:
        self.view.lanes.laid_out.connect(lambda: self.marks_sized.emit(self.view.lanes.canvas.shrink))
        self.view.detail_wanted.connect(self._ask_for_detail)
        self.view.sentences_wanted.connect(self._ask_for_sentences)
        self.view.phrase_wanted.connect(self.phrase_wanted)
        self.view.table_wanted.connect(self._turn)
        self._table.phrase_wanted.connect(self.phrase_wanted)
        self._as_lanes.clicked.connect(self._turn)

    def _make_table_page(self) -> Card:
        theme = self._theme
        card = Card(theme, bare=True)
        whole = QVBoxLayout(card)
        edge = round(theme.stroke("hairline"))
        # The square corners of the table stand clear of the round ones of its card.
        whole.setContentsMargins(edge, theme.space(1), edge, edge)
        whole.setSpacing(0)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.space(5), theme.space(1), theme.space(5), theme.space(1))
        foot.addStretch(1)
        foot.addWidget(self._as_lanes)
        whole.addWidget(self._table, 1)
        whole.addWidget(Separator(theme))
        whole.addLayout(foot)
        return card

    def _make_nothing(self) -> QWidget:
        """A card no higher than its words."""
        card = Card(self._theme)
        words = self.tr("Nothing is kept yet. What you keep stands here over the weeks, with the answers you find.")
        card.body.addWidget(TextLabel(self._theme, words, role="ink2", wrap=True))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        return page
