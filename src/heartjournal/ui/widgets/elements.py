"""The elements drawn: a tag of colour, icon and word together, and a row of icons for lists."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from heartjournal.ui.widgets.labels import IconLabel
from heartjournal.ui.widgets.painting import draw_box, draw_icon, draw_words, painter_on, width_of
from heartjournal.ui.widgets.themed import Themed

if TYPE_CHECKING:
    from heartjournal.ui.theme import ElementKey, Theme


class ElementTag(Themed, QWidget):
    """A pill naming an element; None and "event" are what happened, "critic" the inner critic.

    `word` says something else in its place, in the element's colours.
    """

    def __init__(self, theme: "Theme", element: "ElementKey", *, word: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = theme.element(element)
        self._word = word or self._look.word
        self.setAccessibleName(self._word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._follow(theme)

    def sizeHint(self) -> QSize:
        """Padding, icon and word."""
        size = self._theme.size
        start, end = size("tagStart"), size("tagEnd")
        width = start + self._side() + size("tagGap") + width_of(self._word, self.font()) + end
        return QSize(width, self._theme.grown("tag", "compact"))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw tint, icon and word."""
        painter = painter_on(self)
        theme, middle = self._theme, self.height() / 2
        draw_box(painter, self.rect(), radius=middle, fill=theme.color(self._look.tint))
        x = theme.size("tagStart")
        at = QPointF(x, middle - self._side() / 2)
        draw_icon(painter, theme, self._look.icon, role=self._look.color, size=self._side(), at=at)
        x += self._side() + theme.size("tagGap")
        color = theme.color(self._look.color)
        draw_words(painter, self._word, font=self.font(), color=color, at=QPointF(x, middle))

    def _side(self) -> int:
        return self._theme.scaled("iconSmall")

    def _retheme(self) -> None:
        self.setFont(self._theme.font("compact", strong=True))
        super()._retheme()


class ElementIcons(QWidget):
    """A row of element icons, each with its word as tool tip and name. `size` 0 is 18 pixels."""

    def __init__(
        self,
        theme: "Theme",
        elements: Sequence["ElementKey"] = (),
        *,
        size: int = 0,
        spacing: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size or theme.size("iconInRow")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing or theme.size("rowIconGap"))
        self.set_elements(elements)

    def set_elements(self, elements: Sequence["ElementKey"]) -> None:
        """Show other elements."""
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for element in elements:
            look = self._theme.element(element)
            self._row.addWidget(IconLabel(self._theme, look.icon, role=look.color, size=self._size, name=look.word))
