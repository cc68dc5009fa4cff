"""A sentence as it stands in a page, with the dots below its words; pressed, its page opens there."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from heartjournal.ui.editor.mark_painting import Dots, LinePiece
from heartjournal.ui.editor.positions import to_units
from heartjournal.ui.widgets import Pressable
from heartjournal.ui.widgets.painting import draw_box, painter_on

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QTextLine
    from PySide6.QtWidgets import QWidget

    from heartjournal.model.phrase import Quotation
    from heartjournal.ui.theme import Theme

_STYLE = "excerpt"


class QuotedSentence(Pressable, QAbstractButton):
    """The sentence in the reading face, as high as it needs; `dotted` puts the dots below the words themselves."""

    def __init__(
        self, theme: Theme, quotation: Quotation, *, name: str, dotted: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = quotation.whole
        start = len(quotation.before)
        self._start = to_units(self._words, start)
        self._end = to_units(self._words, start + len(quotation.words))
        self._dotted = dotted
        self._dots = Dots()
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.tr("Opens the page"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._follow(theme)

    @property
    def words(self) -> str:
        """The whole sentence as it is shown."""
        return self._words

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The lines of the sentence."""
        return self._laid_out(width).lineCount() * self._theme.line(_STYLE) + self._room_for_dots()

    def sizeHint(self) -> QSize:
        """On one line if there is room."""
        return QSize(self.fontMetrics().horizontalAdvance(self._words), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """It may become a narrow column."""
        return QSize(self.fontMetrics().averageCharWidth() * 8, self._theme.line(_STYLE) + self._room_for_dots())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground while pointed at or pressed, the words, and the dots below them."""
        painter, theme = painter_on(self), self._theme
        if self._hovered or self.isDown():
            fill = theme.color("eventTint" if self.isDown() else "sunken")
            draw_box(painter, self.rect(), radius=self._ring_radius(), fill=fill)
        layout = self._laid_out(self.width())
        painter.setPen(theme.color("ink"))
        layout.draw(painter, QPointF())
        if self._dotted:
            lines = (layout.lineAt(number) for number in range(layout.lineCount()))
            self._dots.draw(painter, theme, [piece for line in lines if (piece := self._piece(line)) is not None])

    def _room_for_dots(self) -> int:
        """Below the last line, whose height is measured for words alone."""
        return ceil(self._theme.stroke("phraseUnderline")) if self._dotted else 0

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self._words, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        height = self._theme.line(_STYLE)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, line.lineNumber() * height + (height - line.height()) / 2))
        layout.endLayout()
        return layout

    def _piece(self, line: QTextLine) -> LinePiece | None:
        """What of the words stands on a line; from right to left its ends change sides."""
        first, last = line.textStart(), line.textStart() + line.textLength()
        start, end = max(self._start, first), min(self._end, last)
        if start >= end:
            return None
        ends = [_x_of(line, start), _x_of(line, end)]
        natural = line.naturalTextRect()
        left, right = max(min(ends), natural.left()), min(max(ends), natural.right())
        return LinePiece(QRectF(left, line.y(), right - left, line.height()), line.y() + line.ascent())

    def _ring_radius(self) -> float:
        return self._theme.size("buttonRadiusSmall")

    def _retheme(self) -> None:
        self.setFont(self._theme.font(_STYLE))
        super()._retheme()


def _x_of(line: QTextLine, unit: int) -> float:
    # The stubs have not noticed that PySide hands the position back as well.
    x, _ = cast("tuple[float, int]", line.cursorToX(unit))
    return x
