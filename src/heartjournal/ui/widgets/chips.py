"""Chips: a word that can be on or off, taken away, or added."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from heartjournal.ui.widgets.buttons import Pressable
from heartjournal.ui.widgets.painting import draw_box, draw_icon, draw_words, painter_on, width_of

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme


class Chip(Pressable, QToolButton):
    """A pill with a word. On: a two pixel line, a tint, weight 600 and a check or cross.

    `on_icon` is "check" for a choice, "x" where pressing again takes the word away, "" for none. A `dashed` chip adds
    something and is never on. `icon` stands before the word. Signals: `clicked`, `toggled`.
    """

    def __init__(
        self,
        theme: "Theme",
        text: str,
        *,
        checkable: bool = True,
        dashed: bool = False,
        on_icon: str = "x",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._dashed = dashed
        self._on_icon = on_icon
        self._icon = icon
        self.setText(text)
        self.setCheckable(checkable and not dashed)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._retheme)
        self._follow(theme)

    def sizeHint(self) -> QSize:
        """Padding, icons and word; a chip does not change its height when on."""
        icons = [name for name in (self._icon, self._end_icon()) if name]
        width = width_of(self.text(), self.font()) + len(icons) * (self._side() + self._theme.size("chipGap"))
        return QSize(width + 2 * self._theme.size("chipPadding") + 2, self._theme.grown("chip", "compact"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw pill, icons and word."""
        painter = painter_on(self)
        theme, middle = self._theme, self.height() / 2
        ink = self._draw_pill(painter, middle)
        x: float = theme.size("chipPadding") + 1
        if self._icon:
            at = QPointF(x, middle - self._side() / 2)
            draw_icon(painter, theme, self._icon, role=ink, size=self._side(), at=at)
            x += self._side() + theme.size("chipGap")
        draw_words(painter, self.text(), font=self.font(), color=theme.color(ink), at=QPointF(x, middle))
        x += width_of(self.text(), self.font()) + theme.size("chipGap")
        if self._end_icon():
            at = QPointF(x, middle - self._side() / 2)
            draw_icon(painter, theme, self._end_icon(), role=ink, size=self._side(), at=at)

    def _draw_pill(self, painter: QPainter, radius: float) -> str:
        theme = self._theme
        if not self.isEnabled():
            draw_box(painter, self.rect(), radius=radius, fill=theme.color("sunken"), line=theme.color("hairline"))
            return "ink3"
        if self.isChecked():
            fill, line, width = theme.color("accentTint"), theme.color("accent"), theme.stroke("selected")
            draw_box(painter, self.rect(), radius=radius, fill=fill, line=line, width=width)
            return "ink"
        rest = theme.color(self._fill()) if self._fill() else None
        draw_box(painter, self.rect(), radius=radius, fill=rest, line=theme.color("control"), dashed=self._dashed)
        return "ink2" if self._dashed else "ink"

    def _fill(self) -> str:
        if self.isDown():
            return "eventTint"
        if self._hovered:
            return "sunken"
        return "" if self._dashed else "paper"

    def _end_icon(self) -> str:
        return self._on_icon if self.isChecked() else ""

    def _side(self) -> int:
        return self._theme.scaled("iconSmall")

    def _ring_radius(self) -> float:
        return self.height() / 2

    def _retheme(self) -> None:
        self.setFont(self._theme.font("compact", strong=self.isChecked()))
        super()._retheme()
