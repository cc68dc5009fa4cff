"""One lane without words: where a phrase came up, for the page about it."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from heartjournal.ui.critic.timeline.drawing import LaneDrawing, drawing_of
from heartjournal.ui.critic.timeline.look import TimelineLook, look_of
from heartjournal.ui.critic.timeline.painter import lines_of, paint_lane
from heartjournal.ui.critic.timeline.scale import TimeScale
from heartjournal.ui.critic.timeline.words import lane_said
from heartjournal.ui.widgets import Themed
from heartjournal.ui.widgets.painting import painter_on

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from heartjournal.model.timeline import Axis, DayCount, Lane
    from heartjournal.ui.theme import Theme


class LaneStrip(Themed, QWidget):
    """A picture only: the sentences stand below it. A screen reader is told how often and when it came."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Lane, Axis] | None = None
        self._pages: tuple[DayCount, ...] | None = None
        self._drawing: LaneDrawing | None = None
        self._scale: TimeScale | None = None
        self._look: TimelineLook = look_of(theme)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._follow(theme)

    def show_lane(
        self, lane: Lane, axis: Axis, *, today: date | None = None, pages: tuple[DayCount, ...] | None = None
    ) -> None:
        """Show when a phrase stood. `pages` lets the line be interrupted where nothing was written."""
        self._shown, self._pages = (lane, axis), pages
        self.setAccessibleName(self.tr("When it came up"))
        self.setAccessibleDescription(lane_said(lane, today=today or axis.buckets[-1].last))
        self._work_out()

    def forget(self) -> None:
        """Drop the lane."""
        self._shown = self._pages = None
        self.setAccessibleDescription("")
        self._work_out()

    def sizeHint(self) -> QSize:
        """As wide as there is room, and as high as a lamp and its ring need."""
        return QSize(self._theme.size("sectionNarrow"), round(self._look.size("stripHeight")))

    def minimumSizeHint(self) -> QSize:
        """A strip may become narrow."""
        return QSize(self._theme.size("minTarget"), round(self._look.size("stripHeight")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay time out anew."""
        super().resizeEvent(event)
        self._work_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lane on its line."""
        if self._drawing is None or self._scale is None or self._shown is None:
            return
        painter = painter_on(self)
        painter.translate(0, self._line_place())
        scale = self._scale
        stretches = scale.stretches(scale.axis.filled(self._pages)) if self._pages else ((scale.left, scale.right),)
        paint_lane(painter, self._drawing, self._look, written=lines_of(stretches, self._look), right=scale.right)

    def _line_place(self) -> int:
        """In the middle, or lower where a lamp stands above the line."""
        middle = self.height() // 2
        if self._drawing is None or all(lamp.y() == 0 for lamp in self._drawing.lamps):
            return middle
        look = self._look
        above = look.size("raise") + look.size("reframeRadius") + look.size("reframeStroke") + look.hairline
        return max(middle, ceil(above))

    def _work_out(self) -> None:
        self._drawing = self._scale = None
        if self._shown is not None and self._shown[1].buckets:
            lane, axis = self._shown
            self._scale = TimeScale(axis, 0, self.width())
            self._drawing = drawing_of(lane, self._scale, self._look)
        self.update()

    def _retheme(self) -> None:
        self._look = look_of(self._theme, ratio=self.devicePixelRatioF())
        self._work_out()
        super()._retheme()
