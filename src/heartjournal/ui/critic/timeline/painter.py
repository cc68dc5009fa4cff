"""Paints lanes: on the screen, in a picture, on paper; it knows no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from heartjournal.ui.critic.timeline.drawing import LaneDrawing, Part
    from heartjournal.ui.critic.timeline.look import TimelineLook
    from heartjournal.ui.critic.timeline.scale import Tick, TimeScale

MOST_LINES = 2
"""On how many lines the words of a lane stand at most."""


def paint_lane(
    painter: QPainter, drawing: LaneDrawing, look: TimelineLook, *, written: list[QRectF], right: float
) -> None:
    """A lane's line, marks and lamps, the painter's origin being on its line."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colors["hairline"])
    # On whole pixels of the screen; on paper, whose units are no pixels, it would come and go.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=look.theme is None)
    painter.drawRects(written)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle = look.hairline / 2
    if drawing.kind_from is not None:
        painter.setPen(_lamp_dots(look))
        painter.drawLine(QLineF(drawing.kind_from, middle, right, middle))
    for radius, centres in drawing.fog:
        _paint_discs(painter, centres, look, role="criticMark", radius=radius)
    radius, centres = drawing.answers
    _paint_discs(painter, centres, look, role="kindnessMark", radius=radius)
    for centre in drawing.lamps:
        painter.setPen(QPen(look.colors["kindnessMark"], look.size("reframeStroke")))
        painter.setBrush(look.colors["kindnessTint"])
        painter.drawEllipse(centre, look.size("reframeRadius"), look.size("reframeRadius"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        look.draw_lamp(painter, centre)


def _lamp_dots(look: TimelineLook) -> QPen:
    """The dots of the lamp line. Flat ends that are as long as round ones cost a tenth and look the same."""
    width = look.size("dashWidth")
    on, off = look.token.dash
    return look.dashed("kindnessMark", width, (on + width, off - width))


def _paint_discs(painter: QPainter, centres: list[QPointF], look: TimelineLook, *, role: str, radius: float) -> None:
    """Discs of one size: put down as a picture on the screen, drawn on paper."""
    if not centres:
        return
    if look.theme is None:
        painter.setPen(QPen(look.colors[role], 2 * radius, c=Qt.PenCapStyle.RoundCap))
        painter.drawPoints(centres)
        return
    stamp = look.stamp(role, radius)
    draw, pixmap = painter.drawPixmap, stamp.pixmap
    painter.translate(-stamp.reach, -stamp.reach)
    for centre in centres:
        draw(centre, pixmap)
    painter.translate(stamp.reach, stamp.reach)


def paint_ring(painter: QPainter, part: Part, look: TimelineLook) -> None:
    """The ring round a mark that the pointer or the keyboard is on, the origin being on the lane's line."""
    width = look.size("ringWidth")
    radius = part.radius + look.size("ringGap") + width / 2
    painter.setPen(QPen(look.colors["focus"], width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(part.x, part.y + look.hairline / 2), radius, radius)


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
    at = _baseline(look.small, look.hairline, head_height(look))
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


def lines_of(stretches: tuple[tuple[float, float], ...], look: TimelineLook) -> list[QRectF]:
    """A lane's line where something was written. An absence of less than half a pixel cannot be drawn truly."""
    runs: list[tuple[float, float]] = []
    for begin, end in stretches:
        if runs and begin - runs[-1][1] < look.hairline / 2:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((begin, end))
    return [QRectF(begin, 0, end - begin, look.hairline) for begin, end in runs]


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
