"""What is drawn around the lanes where pointer and keyboard are, and the row that folds the resting ones away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPen

from heartjournal.ui.critic.timeline.painter import paint_ring
from heartjournal.ui.critic.timeline.words import resting_words
from heartjournal.ui.widgets.painting import draw_icon, draw_words

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from heartjournal.ui.critic.timeline.canvas import Canvas
    from heartjournal.ui.critic.timeline.rows import Place
    from heartjournal.ui.theme import Theme


def paint_hovered_words(painter: QPainter, canvas: Canvas, row: int) -> None:
    """The words of a row with the pointer on them, behind them."""
    radius = canvas.look.size("ringRadius")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(canvas.look.colors["sunken"])
    painter.drawRoundedRect(canvas.words_box(row), radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_place(painter: QPainter, canvas: Canvas, place: Place) -> None:
    """The ring round a mark or round a row's words."""
    look, stops = canvas.look, canvas.stops(place.row)
    if place.stop is not None and place.stop < len(stops):
        middle = canvas.middle(place.row)
        painter.translate(middle)
        paint_ring(painter, stops[place.stop].mark, look)
        painter.translate(-middle)
        return
    radius = look.size("ringRadius")
    painter.setPen(QPen(look.colors["focus"], look.size("ringWidth")))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(canvas.words_box(place.row), radius, radius)


def paint_fold(painter: QPainter, canvas: Canvas, theme: Theme, *, row: int, unfolded: bool) -> None:
    """The row that the resting lanes are folded into."""
    place, look, side = canvas.rows[row], canvas.look, theme.scaled("iconSmall")
    left, middle = look.size("laneStart"), place.top + place.height / 2
    icon = "chevron-down" if unfolded else "chevron-right"
    draw_icon(painter, theme, icon, role="ink2", size=side, at=QPointF(left, middle - side / 2))
    at = QPointF(left + side + look.size("wordsGap"), middle)
    draw_words(painter, resting_words(canvas.rows.resting), font=look.small, color=look.colors["ink2"], at=at)
