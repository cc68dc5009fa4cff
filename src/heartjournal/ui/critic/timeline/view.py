"""The timeline of the inner critic's phrases: head, lanes and foot on one card, with the detail of a mark over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

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
        self.lanes = Lanes(theme)
        self._head = Head(theme, self.lanes)
        self._hint = TextLabel(theme, style="small", role="ink3", wrap=True)
        self._hint.setText(self.tr("Arrow keys move between lanes and weeks · Enter opens a phrase"))
        self._as_table = Link(theme, self.tr("As a table"))
        self._foot = QWidget()
        self._detail = Detail(theme, parent=self)
        self._lay_out()
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
        if days != self._awaited or place is None or stop is None or self._shown is None:
            return
        self._detail.fill(stop, self._shown.axis.unit, occurrences, answers=answers)
        self._place_detail(place)

    def forget(self) -> None:
        """Drop every word."""
        self._shown = self._awaited = None
        self._detail.forget()
        self.lanes.show_timeline(None)

    @property
    def detail(self) -> str:
        """The words of the detail that is open; empty when none is."""
        return "" if self._detail.isHidden() else self._detail.said()

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
        """Whatever the lanes leave goes on to the room."""
        event.ignore()

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

    def _pointed(self) -> None:
        """Begin the detail of what is pointed at, and ask for its sentences."""
        place = self.lanes.pointed
        stop = self.lanes.canvas.stop(place) if place else None
        days = self._days(place, stop) if place and stop else None
        if days is None or place is None or stop is None or self._shown is None:
            self._close_detail()
            return
        if days == self._awaited:
            return
        self._awaited = days
        self._detail.begin(stop, self._shown.axis.unit, today=self._shown.today)
        self._place_detail(place)
        if stop.count or stop.answers:
            self.detail_wanted.emit(days)

    def _place_detail(self, place: Place) -> None:
        box = self.lanes.box_of(place)
        corner = self.lanes.viewport().mapTo(self, box.topLeft())
        self._detail.open_at(box.translated(corner - box.topLeft()))

    def _close_detail(self) -> None:
        self._awaited = None
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
