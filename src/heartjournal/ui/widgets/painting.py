"""Strokes that components share: crisp boxes, icons and words at a height."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBitmap, QColor, QFont, QFontMetricsF, QGuiApplication, QPainter, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme


def painter_on(widget: QWidget) -> QPainter:
    """A painter with smooth edges."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def draw_box(
    painter: QPainter,
    box: QRect,
    *,
    radius: float,
    fill: QColor | None = None,
    line: QColor | None = None,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """A rounded box whose line lies inside `box`, so that it falls on whole pixels."""
    inner = QRectF(box)
    painter.setPen(Qt.PenStyle.NoPen)
    if line is not None:
        inset = width / 2
        inner = inner.adjusted(inset, inset, -inset, -inset)
        radius = max(0.0, radius - inset)
        painter.setPen(_pen(line, width, dashed=dashed))
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inner, radius, radius)


def cut_corners(window: QWidget, *, radius: float) -> None:
    """Leave what lies outside the round of a popup to what is behind it; again whenever its size changes.

    Its background is clear, which X11 without a compositor shows as black. Elsewhere clear is clear, and cutting would
    only cost the smooth edge.
    """
    if QGuiApplication.platformName() != "xcb":
        return
    shape = QBitmap(window.size())
    shape.clear()
    painter = QPainter(shape)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.SolidPattern)
    painter.drawRoundedRect(shape.rect(), radius, radius)
    painter.end()
    window.setMask(shape)


def _pen(line: QColor, width: float, *, dashed: bool) -> QPen:
    pen = QPen(line, width)
    if dashed:
        pen.setDashPattern([3, 2])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def draw_icon(painter: QPainter, theme: "Theme", name: str, *, role: str, size: int, at: QPointF) -> None:
    """An icon with its top left corner at a point, on whole pixels."""
    ratio = painter.device().devicePixelRatioF() if painter.device() is not None else 1.0
    corner = QPointF(round(at.x()), round(at.y()))
    painter.drawPixmap(corner, theme.pixmap(name, role, size=size, ratio=ratio))


def draw_words(painter: QPainter, words: str, *, font: QFont, color: QColor, at: QPointF) -> None:
    """One line of words from the left, centred on the height of a point."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(color)
    baseline = at.y() + (metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(at.x(), round(baseline)), words)


def width_of(words: str, font: QFont) -> int:
    """The width one line of words takes."""
    return round(QFontMetricsF(font).horizontalAdvance(words) + 0.49)


def elided(words: str, font: QFont, width: float) -> str:
    """The words cut at the end with an ellipsis to fit a width."""
    return QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width)
