"""Draws the dots under marked words and the tint behind them, from the lines as the document has laid them out."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

    from heartjournal.ui.theme import Theme


class LinePiece(NamedTuple):
    """What of some words stands on one line: its place in the document's pixels, and the height of its baseline."""

    box: QRectF
    baseline: float


def pieces_of(document: QTextDocument, start: int, end: int, *, both_ways: bool = False) -> list[LinePiece]:
    """The words from `start` to before `end`, in UTF-16 units, line by line.

    With `both_ways` the text is also written from right to left: then one stretch of it may lie in several places.
    """
    pieces = []
    block = document.findBlock(start)
    piece = _pieces_both_ways if both_ways else _piece
    while block.isValid() and block.position() < end:
        for line in _lines(block, start - block.position(), end - block.position()):
            pieces += piece(line, start - block.position(), end - block.position(), at=block.layout().position())
        block = block.next()
    return pieces


def is_near(document: QTextDocument, start: int, end: int, *, box: QRect) -> bool:
    """Whether the paragraphs of some words reach into a box of the document; next to nothing of a whole paint."""
    first, last = document.findBlock(start), document.findBlock(end - 1)
    layout = last.layout()
    top = first.layout().position().y()
    bottom = layout.position().y() + layout.boundingRect().bottom()
    return top <= box.bottom() + 1 and box.top() <= bottom


def draw_tint(painter: QPainter, theme: Theme, pieces: list[LinePiece]) -> None:
    """A flat tint behind the words."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("criticTint"))
    radius = theme.size("phraseTintRadius")
    for piece in pieces:
        painter.drawRoundedRect(piece.box, radius, radius)


class Dots:
    """Draws dots under words with one picture of a dot, laid side by side: a line of dots costs a key too much."""

    def __init__(self) -> None:
        self._made_of: tuple[int, float] | None = None
        self._dot = QPixmap()

    def draw(self, painter: QPainter, theme: Theme, pieces: list[LinePiece]) -> None:
        """Dots under these words."""
        dot = self._picture(painter, theme)
        for piece in pieces:
            top, height = round(piece.baseline) + theme.scaled("phraseDots"), ceil(dot.deviceIndependentSize().height())
            painter.drawTiledPixmap(QRect(round(piece.box.left()), top, round(piece.box.width()), height), dot)

    def _picture(self, painter: QPainter, theme: Theme) -> QPixmap:
        ratio, color = painter.device().devicePixelRatioF(), theme.color("criticMark")
        if self._made_of == (color.rgba(), ratio):
            return self._dot
        self._made_of = color.rgba(), ratio
        # A dot and as much room beside it, on whole pixels of the screen.
        pixels = ceil(theme.stroke("phraseUnderline") * ratio)
        self._dot = QPixmap(2 * pixels, pixels)
        self._dot.setDevicePixelRatio(ratio)
        self._dot.fill(Qt.GlobalColor.transparent)
        on_dot = QPainter(self._dot)
        on_dot.setRenderHint(QPainter.RenderHint.Antialiasing)
        on_dot.setPen(Qt.PenStyle.NoPen)
        on_dot.setBrush(color)
        on_dot.drawRoundedRect(QRectF(0, 0, pixels / ratio, pixels / ratio), 1, 1)
        on_dot.end()
        return self._dot


def _lines(block: QTextBlock, start: int, end: int) -> Iterator[QTextLine]:
    layout = block.layout()
    first = layout.lineForTextPosition(max(start, 0))
    if first.isValid():
        for number in range(first.lineNumber(), layout.lineCount()):
            line = layout.lineAt(number)
            if line.textStart() >= end:
                return
            yield line


def _piece(line: QTextLine, start: int, end: int, *, at: QPointF) -> list[LinePiece]:
    first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
    left, right = _x_of(line, first), min(_x_of(line, last), line.naturalTextRect().right())
    return [_on_line(line, left, right, at=at)]


def _pieces_both_ways(line: QTextLine, start: int, end: int, *, at: QPointF) -> list[LinePiece]:
    first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
    runs = (run.boundingRect() for run in line.glyphRuns(first, last - first))
    return [_on_line(line, run.left(), run.right(), at=at) for run in runs]


def _on_line(line: QTextLine, left: float, right: float, *, at: QPointF) -> LinePiece:
    box = QRectF(left, line.y(), right - left, line.height()).translated(at)
    return LinePiece(box, at.y() + line.y() + line.ascent())


def _x_of(line: QTextLine, unit: int) -> float:
    # The stubs have not noticed that PySide hands the position back as well.
    x, _ = cast("tuple[float, int]", line.cursorToX(unit))
    return x
