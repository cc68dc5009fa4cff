"""Draws the dots under marked words and the tint behind them, from the lines as the document has laid them out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

    from heartjournal.ui.theme import Theme

# Round ends make a dot of what is next to no line; the gap is counted from middle to middle, in widths of the pen.
_DOTS = (0.01, 1.99)


class LinePiece(NamedTuple):
    """What of some words stands on one line: its place in the document's pixels, and the height of its baseline."""

    box: QRectF
    baseline: float


def pieces_of(document: QTextDocument, start: int, end: int) -> list[LinePiece]:
    """The words from `start` to before `end`, in UTF-16 units, line by line."""
    pieces = []
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        pieces += _pieces_of_block(block, start - block.position(), end - block.position())
        block = block.next()
    return pieces


def draw_tint(painter: QPainter, theme: Theme, pieces: list[LinePiece]) -> None:
    """A flat tint behind the words."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("criticTint"))
    radius = theme.size("phraseTintRadius")
    for piece in pieces:
        painter.drawRoundedRect(piece.box, radius, radius)


def draw_dots(painter: QPainter, theme: Theme, pieces: list[LinePiece]) -> None:
    """Dots under the words."""
    width = theme.stroke("phraseUnderline")
    pen = QPen(theme.color("criticMark"), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern(list(_DOTS))
    painter.setPen(pen)
    for piece in pieces:
        under = piece.baseline + theme.scaled("phraseDots") + width / 2
        left, right = piece.box.left() + width / 2, piece.box.right() - width / 2
        painter.drawLine(QLineF(QPointF(left, under), QPointF(max(left, right), under)))


def _pieces_of_block(block: QTextBlock, start: int, end: int) -> list[LinePiece]:
    layout = block.layout()
    first = layout.lineForTextPosition(max(start, 0))
    if not first.isValid():
        return []
    pieces = []
    for number in range(first.lineNumber(), layout.lineCount()):
        line = layout.lineAt(number)
        if line.textStart() >= end:
            break
        pieces.append(_piece(line, start, end, at=layout.position()))
    return pieces


def _piece(line: QTextLine, start: int, end: int, *, at: QPointF) -> LinePiece:
    """The stretch of one line; from right to left its ends change sides."""
    first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
    ends = _x_of(line, first), _x_of(line, last)
    natural = line.naturalTextRect()
    left, right = max(min(ends), natural.left()), min(max(ends), natural.right())
    box = QRectF(left, line.y(), right - left, line.height()).translated(at)
    return LinePiece(box, at.y() + line.y() + line.ascent())


def _x_of(line: QTextLine, unit: int) -> float:
    # The stubs have not noticed that PySide hands the position back as well.
    x, _ = cast("tuple[float, int]", line.cursorToX(unit))
    return x
