"""Paints lanes: on the screen, in a picture, on paper; it knows no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPen, QTextLayout, QTextOption

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont, QPainter

    from heartjournal.ui.critic.timeline.drawing import LaneDrawing, Part
    from heartjournal.ui.critic.timeline.look import TimelineLook
    from heartjournal.ui.critic.timeline.scale import Tick, TimeScale

MOST_LINES = 2
"""On how many lines the words of a lane stand at most."""


def paint_lane(
    painter: QPainter,
    drawing: LaneDrawing,
    look: TimelineLook,
    *,
    stretches: tuple[tuple[float, float], ...],
    right: float,
) -> None:
    """A lane's line, marks and lamps, the painter's origin being on its line."""
    painter.setPen(QPen(look.colors["hairline"], look.hairline, c=Qt.PenCapStyle.FlatCap))
    # Half a pixel down, so that the hairline falls on whole ones.
    middle = look.hairline / 2
    painter.drawLines([QLineF(begin, middle, end, middle) for begin, end in stretches])
    if drawing.kind_from is not None:
        pen = look.dashed("kindnessMark", look.size("dashWidth"), look.token.dash)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QLineF(drawing.kind_from, middle, right, middle))
    for radius, lines in drawing.fog:
        painter.setPen(round_pen(look.colors["criticMark"], radius))
        painter.drawLines(lines)
    _paint_lamplight(painter, drawing, look)


def round_pen(color: QColor, radius: float) -> QPen:
    """A pen whose stroke without a length is a disc."""
    return QPen(color, 2 * radius, c=Qt.PenCapStyle.RoundCap)


def _paint_lamplight(painter: QPainter, drawing: LaneDrawing, look: TimelineLook) -> None:
    radius, lines = drawing.answers
    if lines:
        painter.setPen(round_pen(look.colors["kindnessMark"], radius))
        painter.translate(0, look.size("answerDrop"))
        painter.drawLines(lines)
        painter.translate(0, -look.size("answerDrop"))
    for centre in drawing.lamps:
        painter.setPen(QPen(look.colors["kindnessMark"], look.size("reframeStroke")))
        painter.setBrush(look.colors["kindnessTint"])
        painter.drawEllipse(centre, look.size("reframeRadius"), look.size("reframeRadius"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        look.draw_lamp(painter, centre)


def paint_ring(painter: QPainter, part: Part, look: TimelineLook) -> None:
    """The ring round a mark that the pointer or the keyboard is on, the origin being on the lane's line."""
    width = look.size("ringWidth")
    radius = part.radius + look.size("ringGap") + width / 2
    painter.setPen(QPen(look.colors["focus"], width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(part.x, part.y), radius, radius)


def paint_words(painter: QPainter, lines: tuple[str, ...], below: str, look: TimelineLook, *, left: float) -> None:
    """The words of a lane and what is said below them, in the middle of the lane whose corner is the origin."""
    top = (look.lane_height - len(lines) * look.words_line - look.small_line) / 2
    painter.setFont(look.words)
    painter.setPen(look.colors["ink"])
    for number, line in enumerate(lines):
        painter.drawText(QPointF(left, _baseline(look.words, top + number * look.words_line, look.words_line)), line)
    painter.setFont(look.small)
    painter.setPen(look.colors["ink3"])
    painter.drawText(QPointF(left, _baseline(look.small, top + len(lines) * look.words_line, look.small_line)), below)


def paint_kinder(painter: QPainter, words: str, look: TimelineLook, *, left: float, right: float) -> None:
    """The newest kinder line, at the foot of the lane whose corner is the origin, ending at `right`."""
    metrics = QFontMetricsF(look.kinder)
    shown = metrics.elidedText(words.replace("\n", " "), Qt.TextElideMode.ElideRight, right - left)
    height = look.grown("kinderLine")
    painter.setFont(look.kinder)
    painter.setPen(look.colors["kindness"])
    at = _baseline(look.kinder, look.lane_height - look.size("kinderBelow") - height, height)
    painter.drawText(QPointF(right - metrics.horizontalAdvance(shown), at), shown)


def paint_ticks(painter: QPainter, ticks: tuple[Tick, ...], look: TimelineLook, *, top: int, bottom: int) -> None:
    """Dotted verticals; their dots stay where they are when the lanes are scrolled."""
    painter.setPen(look.dashed("hairline", look.hairline, look.token.dot))
    period = sum(look.token.dot)
    start = top // period * period
    painter.drawLines(
        [QLineF(round(tick.x) + look.hairline / 2, start, round(tick.x) + look.hairline / 2, bottom) for tick in ticks]
    )


def paint_names(painter: QPainter, ticks: tuple[Tick, ...], look: TimelineLook, *, end: float) -> None:
    """The names of months or years in the head whose corner is the origin; one that would not fit is left out."""
    painter.setFont(look.small)
    painter.setPen(look.colors["ink3"])
    metrics = QFontMetricsF(look.small)
    at = _baseline(look.small, 0, head_height(look))
    for tick in ticks:
        if tick.x + metrics.horizontalAdvance(tick.name) <= end:
            painter.drawText(QPointF(tick.x, at), tick.name)


def paint_ground(
    painter: QPainter, pages: tuple[int, ...], scale: TimeScale, look: TimelineLook, *, bottom: float
) -> None:
    """How many pages each bucket has, as a quiet area that stands on `bottom`."""
    most = max(pages, default=0)
    if not most:
        return
    height = look.size("ground") - look.size("groundGap")
    boxes = []
    for bucket, count in zip(scale.axis.buckets, pages, strict=True):
        begin, end = scale.start_of(bucket.first), scale.start_of(bucket.last) + scale.day_width
        tall = height * count / most
        if count:
            boxes.append(QRectF(begin, bottom - tall, end - begin, tall))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colors["hairline"])
    painter.drawRects(boxes)


def head_height(look: TimelineLook) -> int:
    """The height of the line of names."""
    return round(look.size("head")) + look.small_line - round(look.small_line / look.scale)


def broken(words: str, font: QFont, width: float) -> tuple[str, ...]:
    """Words on at most two lines, the second cut with an ellipsis."""
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= MOST_LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        starts.append(line.textStart())
    layout.endLayout()
    # QTextLayout counts UTF-16; cutting there keeps its positions true beside emoji.
    units = words.encode("utf-16-le")
    ends = [*starts[1:MOST_LINES], len(units) // 2]
    pieces = [
        units[2 * start : 2 * end].decode("utf-16-le", "replace").rstrip()
        for start, end in zip(starts, ends, strict=False)
    ]
    if len(starts) > MOST_LINES:
        pieces[-1] = QFontMetricsF(font).elidedText(pieces[-1], Qt.TextElideMode.ElideRight, width)
    return tuple(pieces)


def _baseline(font: QFont, top: float, height: float) -> float:
    """The height on which words stand in the middle of their line, on a whole pixel."""
    metrics = QFontMetricsF(font)
    return round(top + (height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent())
