"""The timeline of the inner critic's phrases: head, lanes and foot on one card, with the detail of a mark over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from heartjournal.ui.critic.timeline.ancestry import Ancestry
from heartjournal.ui.critic.timeline.canvas import Shown
from heartjournal.ui.critic.timeline.detail import Detail
from heartjournal.ui.critic.timeline.head import Head
from heartjournal.ui.critic.timeline.lanes import Lanes
from heartjournal.ui.critic.timeline.phrase_days import PhraseDays
from heartjournal.ui.critic.timeline.sheet import TimelinePicture, TimelineSheet
from heartjournal.ui.critic.timeline.table import TimelineTable
from heartjournal.ui.widgets import Card, Link, TextLabel

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QHideEvent, QKeyEvent

    from heartjournal.model.phrase import Occurrence
    from heartjournal.model.timeline import Axis, Timeline
    from heartjournal.ui.critic.timeline.drawing import Stop
    from heartjournal.ui.critic.timeline.rows import Place
    from heartjournal.ui.surroundings import Surroundings


class TimelineView(Card):
    """Shows what it is given and asks by signals for everything else; holds no words after `forget`.

    Signals:
        detail_wanted(PhraseDays): the pointer or the keyboard is on a mark; answer with `show_detail`.
        sentences_wanted(PhraseDays): a mark was opened.
        phrase_wanted(UUID): a lane's words were opened, or a lamp of it.
        table_wanted: the same as a table is wished.
    """

    detail_wanted = Signal(PhraseDays)
    sentences_wanted = Signal(PhraseDays)
    phrase_wanted = Signal(object)
    table_wanted = Signal()

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        theme = surroundings.theme
        super().__init__(theme, bare=True, parent=parent)
        self._surroundings = surroundings
        self._shown: Shown | None = None
        self._awaited: PhraseDays | None = None
        self._dismissed: PhraseDays | None = None
        self._detail: Detail | None = None
        self._mark = QRect()
        self.lanes = Lanes(theme)
        self._head = Head(theme, self.lanes)
        self._hint = TextLabel(theme, style="small", role="ink3", wrap=True)
        self._hint.setText(self.tr("Arrow keys move between lanes and weeks · Enter opens a phrase"))
        self._as_table = Link(theme, self.tr("As a table"))
        self._foot = QWidget()
        self._ancestry = Ancestry(self.lanes)
        self._lay_out()
        self._ancestry.moved.connect(self._follow_mark)
        self.lanes.place_changed.connect(self._pointed)
        self.lanes.chosen.connect(self._open)
        self._as_table.clicked.connect(self.table_wanted)
        theme.changed.connect(self._fit)
        self._fit()

    # what is shown

    def show_timeline(self, timeline: Timeline, *, axis: Axis, today: date) -> None:
        """Show these lanes on this axis; the place of the keyboard is kept where its phrase is still there."""
        self._shown = Shown(timeline, axis, today)
        self.lanes.show_timeline(self._shown)
        self.updateGeometry()

    def set_ground_shown(self, shown: bool) -> None:  # noqa: FBT001  a setter of one truth
        """Show quietly how many pages each week had, or do not."""
        self._head.set_ground_shown(shown)
        self.updateGeometry()

    def show_detail(
        self, days: PhraseDays, occurrences: tuple[Occurrence, ...], *, answers: tuple[Occurrence, ...] = ()
    ) -> None:
        """The sentences that `detail_wanted` asked for; those of another mark than the one pointed at are dropped."""
        place = self.lanes.pointed
        stop = self.lanes.canvas.stop(place) if place else None
        detail, shown = self._detail, self._shown
        if days != self._awaited or place is None or stop is None or shown is None or detail is None:
            return
        detail.fill(stop, shown.axis.unit, occurrences, answers=answers)
        self._place_detail(place)

    def forget(self) -> None:
        """Drop every word."""
        self._shown = None
        self._close_detail()
        self.lanes.show_timeline(None)

    @property
    def detail(self) -> str:
        """The words of the detail that is open; empty when none is."""
        return "" if self._detail is None or self._detail.isHidden() else self._detail.said()

    def dismiss_detail(self) -> bool:
        """Close the detail until the pointer or the keyboard comes to another mark; whether it was open."""
        dismissed = self._awaited
        self._close_detail()
        self._dismissed = dismissed
        return dismissed is not None

    # the same in other ways

    def as_table(self) -> TimelineTable:
        """The same as a table, which holds its own words from now on."""
        table = TimelineTable(self._surroundings.theme)
        if self._shown is not None:
            table.show_timeline(self._shown.timeline, axis=self._shown.axis, today=self._shown.today)
        return table

    def picture(self, *, with_words: bool = True) -> TimelinePicture:
        """The timeline in light colours, with or without the person's words, to be painted on any thread."""
        return TimelinePicture(
            self._shown,
            self._surroundings.theme,
            with_words=with_words,
            ground=self._head.has_ground,
            unfolded=self.lanes.is_unfolded,
        )

    def sheet(self, *, title: str, with_words: bool = True) -> TimelineSheet:
        """The timeline to be printed, for the print pane."""
        return TimelineSheet(
            self._shown,
            self._surroundings.theme,
            title=title,
            with_words=with_words,
            ground=self._head.has_ground,
            unfolded=self.lanes.is_unfolded,
        )

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the detail; whatever else the lanes leave goes on to the room."""
        event.setAccepted(event.key() == Qt.Key.Key_Escape and self.dismiss_detail())

    def hideEvent(self, event: QHideEvent) -> None:
        """A detail is about what is seen."""
        super().hideEvent(event)
        self._close_detail()

    # inside

    def _lay_out(self) -> None:
        theme = self._theme
        row = QHBoxLayout(self._foot)
        start = round(theme.tokens.timeline.sizes["laneStart"])
        row.setContentsMargins(start, 0, start, 0)
        row.setSpacing(theme.space(2))
        row.addWidget(self._hint, 1)
        row.addWidget(self._as_table)
        column = QVBoxLayout(self)
        edge = round(theme.stroke("hairline"))
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.lanes, 1)
        column.addWidget(self._foot)

    def _fit(self) -> None:
        sizes = self._theme.tokens.timeline.sizes
        usual = round(self._theme.line("small") / self._theme.text_scale)
        self._foot.setMinimumHeight(round(sizes["foot"]) + self._theme.line("small") - usual)
        if self._awaited is not None:
            self._ancestry.moved_soon()

    def _pointed(self) -> None:
        """Begin the detail of what is pointed at, and ask for its sentences."""
        place = self.lanes.pointed
        stop = self.lanes.canvas.stop(place) if place else None
        days = self._days(place, stop) if place and stop else None
        if days is None or place is None or stop is None or self._shown is None or not self._is_in_sight(place):
            self._close_detail()
            return
        if days == self._dismissed:
            return
        self._dismissed = None
        if days == self._awaited:
            self._place_detail(place)
            return
        self._awaited = days
        self._detail_here().begin(stop, self._shown.axis.unit, today=self._shown.today)
        self._place_detail(place)
        self._ancestry.watch()
        if stop.count or stop.answers:
            self.detail_wanted.emit(days)

    def _follow_mark(self) -> None:
        """What is around the lanes was moved: a pointer that stands still is on another mark now, if on any."""
        place = self.lanes.pointed
        if place is not None and self._mark_of(place) != self._mark:
            self.lanes.leave()
        self._pointed()

    def _is_in_sight(self, place: Place) -> bool:
        return self.lanes.viewport().visibleRegion().contains(self.lanes.box_of(place).center())

    def _mark_of(self, place: Place) -> QRect:
        """Where a mark is in the window."""
        box = self.lanes.box_of(place)
        return QRect(self.lanes.viewport().mapTo(self.window(), box.topLeft()), box.size())

    def _detail_here(self) -> Detail:
        """A child of the window, since a card of one lane would cut it off."""
        window = self.window()
        if self._detail is None or self._detail.parentWidget() is not window:
            self._detail = Detail(self._theme, window=window)
            self.destroyed.connect(self._detail.deleteLater)
        return self._detail

    def _place_detail(self, place: Place) -> None:
        self._mark = self._mark_of(place)
        beside = QRect(self.mapTo(self.window(), self.rect().topLeft()), self.size())
        self._detail_here().open_at(self._mark, beside=beside)

    def _close_detail(self) -> None:
        self._awaited = self._dismissed = None
        self._ancestry.rest()
        if self._detail is not None and isValid(self._detail):
            self._detail.forget()

    def _days(self, place: Place, stop: Stop) -> PhraseDays | None:
        lane = self.lanes.rows[place.row].lane
        return PhraseDays(lane.phrase.id, stop.bucket.first, stop.bucket.last) if lane else None

    def _open(self, place: Place) -> None:
        lane, stop = self.lanes.rows[place.row].lane, self.lanes.canvas.stop(place)
        if lane is None:
            return
        if stop is not None and stop.count:
            self.sentences_wanted.emit(PhraseDays(lane.phrase.id, stop.bucket.first, stop.bucket.last))
        else:
            self.phrase_wanted.emit(lane.phrase.id)
