"""A timeline laid out for a width: its rows, its scale, and what is drawn of the lanes that were looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF

from heartjournal.ui.critic.timeline.drawing import LaneDrawing, drawing_of
from heartjournal.ui.critic.timeline.painter import (
    broken,
    head_height,
    lines_of,
    paint_ground,
    paint_kinder,
    paint_lane,
    paint_names,
    paint_ticks,
    paint_words,
)
from heartjournal.ui.critic.timeline.rows import Place, Row, Rows
from heartjournal.ui.critic.timeline.scale import Tick, TimeScale
from heartjournal.ui.critic.timeline.words import ground_words, lane_words
from heartjournal.ui.widgets.painting import draw_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QPainter

    from heartjournal.model.timeline import Axis, Timeline
    from heartjournal.ui.critic.timeline.drawing import Stop
    from heartjournal.ui.critic.timeline.look import TimelineLook


@dataclass(frozen=True, slots=True)
class Shown:
    """What a timeline is asked to show."""

    timeline: Timeline
    axis: Axis
    today: date


class Canvas:
    """Paints head and lanes at their places; works a lane out when it is first needed and keeps that.

    `drawn` counts the lanes that were worked out. To be used on one thread, which may be any with a look on paper.
    """

    def __init__(
        self, shown: Shown | None, look: TimelineLook, *, width: int, unfolded: bool = False, words: bool = True
    ) -> None:
        self.look = look
        self.width = width
        self.shown = shown
        self.has_words = words
        fold = round(look.size("restingRow")) + look.lane_height - look.lane
        timeline = shown.timeline if shown else None
        self.rows = Rows(timeline, lane=look.lane_height, fold=fold, unfolded=unfolded)
        self.column = look.column(width) if words else 0
        self._drawings: dict[int, LaneDrawing] = {}
        self._lines: dict[int, tuple[str, ...]] = {}
        self.scale: TimeScale | None = None
        self.ticks: tuple[Tick, ...] = ()
        self._written: list[QRectF] = []
        self.pages: tuple[int, ...] = ()
        if shown and shown.axis.buckets:
            self._lay_time(shown)

    def _lay_time(self, shown: Shown) -> None:
        look = self.look
        left, right = self.column + look.size("lineStart"), self.width - look.size("lineEnd")
        self.scale = TimeScale(shown.axis, left, max(right, left + 1))
        self.ticks = self.scale.ticks(room=look.grown("leastLabel"))
        filled = shown.axis.filled(shown.timeline.pages)
        self.pages = tuple(bucket.count for bucket in filled)
        self._written = lines_of(self.scale.stretches(filled), look)

    @property
    def drawn(self) -> int:
        """How many lanes were worked out so far."""
        return len(self._drawings)

    @property
    def shrink(self) -> float:
        """The factor on every mark, for what says what they mean."""
        return self.look.shrink(self.scale.step) if self.scale is not None else 1.0

    def drawing(self, row: int) -> LaneDrawing | None:
        """What is drawn of a lane; None for the row that folds."""
        lane = self.rows[row].lane
        if lane is None or self.scale is None:
            return None
        if row not in self._drawings:
            self._drawings[row] = drawing_of(lane, self.scale, self.look)
        return self._drawings[row]

    def stops(self, row: int) -> tuple[Stop, ...]:
        """Where something stands on a row."""
        drawing = self.drawing(row)
        return drawing.stops if drawing else ()

    def stop(self, place: Place) -> Stop | None:
        """What stands at a place; None on words, and where there is nothing any more."""
        stops = self.stops(place.row) if place.row < len(self.rows) else ()
        return stops[place.stop] if place.stop is not None and place.stop < len(stops) else None

    def phrase(self, row: int) -> UUID | None:
        """Whose lane a row is; None for the row that folds, and beyond the last."""
        lane = self.rows[row].lane if row < len(self.rows) else None
        return lane.phrase.id if lane else None

    def place_at(self, x: float, y: float) -> Place | None:
        """What is painted at a point, the origin being the top of the first row."""
        row = self.rows.at(y)
        if row is None:
            return None
        drawing = self.drawing(row)
        if drawing is None or x < self.column:
            return Place(row)
        stop = drawing.stop_near(x, y - self.middle(row).y(), reach=self.look.size("hitRadius"))
        return None if stop is None else Place(row, stop)

    def box(self, place: Place) -> QRect:
        """Where a place can be hit, the origin being the top of the first row."""
        stop, row = self.stop(place), self.rows[place.row]
        if stop is None:
            box = self.words_box(place.row).toRect()
        else:
            reach = round(self.look.size("hitRadius"))
            x, y = round(stop.mark.x), round(self.middle(place.row).y() + stop.mark.y)
            box = QRect(x - reach, y - reach, 2 * reach, 2 * reach)
        return box.intersected(QRect(0, row.top, self.width, row.height))

    def words_box(self, row: int) -> QRectF:
        """The words of a row, for what goes round them."""
        look, place = self.look, self.rows[row]
        start, gap = look.size("laneStart"), look.size("wordsGap")
        width = (self.column if place.lane else self.width) - start
        return QRectF(start - gap, place.top + gap / 2, width + gap / 2, place.height - gap)

    def paint_lanes(self, painter: QPainter, rows: Iterable[int]) -> None:
        """Some rows, the origin being the top of the first of all."""
        for number in rows:
            row = self.rows[number]
            painter.fillRect(QRectF(0, row.top, self.width, self.look.hairline), self.look.colors["hairline"])
            if row.lane is not None:
                self._paint_lane(painter, number, row)

    def paint_verticals(self, painter: QPainter, *, top: int, bottom: int) -> None:
        """The dotted starts of months or years, behind the lanes."""
        paint_ticks(painter, self.ticks, self.look, top=top, bottom=min(bottom, self.rows.height))

    def paint_head(self, painter: QPainter, *, ground: bool) -> None:
        """The names of months or years, and where it is wished how many pages there were."""
        if self.scale is None:
            return
        paint_names(painter, self.ticks, self.look, end=self.width)
        if ground:
            bottom, look = self.head(ground=True), self.look
            paint_ground(painter, self.pages, self.scale, look, bottom=bottom)
            if self.has_words:
                at = QPointF(look.size("laneStart"), bottom - look.small_line / 2)
                draw_words(painter, ground_words(), font=look.small, color=look.colors["ink3"], at=at)

    def head(self, *, ground: bool) -> int:
        """The height of the head."""
        return head_height(self.look) + (round(self.look.size("ground")) if ground else 0)

    def _paint_lane(self, painter: QPainter, number: int, row: Row) -> None:
        drawing, lane = self.drawing(number), row.lane
        if drawing is None or lane is None or self.scale is None or self.shown is None:
            return
        look = self.look
        painter.translate(0, row.top)
        if self.has_words:
            below = lane_words(lane, today=self.shown.today)
            paint_words(painter, self._broken(number), below, look, left=look.size("laneStart"))
        painter.translate(0, look.line_place)
        paint_lane(painter, drawing, look, written=self._written, right=self.scale.right)
        painter.translate(0, -look.line_place)
        if drawing.kinder and self.has_words:
            right = self.width - look.size("kinderEnd")
            paint_kinder(painter, drawing.kinder, look, left=self.scale.left, right=right)
        painter.translate(0, -row.top)

    def _broken(self, number: int) -> tuple[str, ...]:
        if number not in self._lines:
            lane = self.rows[number].lane
            width = self.column - self.look.size("laneStart") - self.look.size("wordsGap")
            self._lines[number] = broken(lane.phrase.words, self.look.words, width) if lane else ()
        return self._lines[number]

    def middle(self, row: int) -> QPointF:
        """Where the line of a row begins, for what is counted from it."""
        return QPointF(0, self.rows[row].top + self.look.line_place)
