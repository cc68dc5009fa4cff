"""The words found, drawn on two lines with each hit on a tint; the first hit is always to be seen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption

from heartjournal.model.entry import Snippet

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme

LINES = 2


def draw_snippet(painter: QPainter, theme: "Theme", snippet: Snippet, *, box: QRect) -> None:
    """Draw the snippet from the top of a box, two lines at most."""
    layout = QTextLayout(snippet.text.replace("\n", " "), theme.font("excerpt"))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_marks(theme, snippet))
    height = theme.line("excerpt")
    layout.beginLayout()
    for number in range(LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(box.width())
        line.setPosition(QPointF(0, number * height + (height - line.height()) / 2))
    layout.endLayout()
    painter.setPen(theme.color("ink"))
    layout.draw(painter, QPointF(box.topLeft()))


def _marks(theme: "Theme", snippet: Snippet) -> list[QTextLayout.FormatRange]:
    found = QTextCharFormat()
    found.setBackground(theme.color("lampTint"))
    found.setForeground(theme.color("ink"))
    found.setFontWeight(theme.font("excerpt", strong=True).weight())
    marks, start = [], 0
    for text, is_hit in snippet.pieces:
        length = len(text.encode("utf-16-le")) // 2  # Qt counts UTF-16
        if is_hit:
            mark = QTextLayout.FormatRange()
            mark.start, mark.length, mark.format = start, length, found
            marks.append(mark)
        start += length
    return marks
