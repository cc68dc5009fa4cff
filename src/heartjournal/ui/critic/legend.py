"""What the marks of the timeline mean: three dots of fog, and the lamp of a kinder line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from heartjournal.model.timeline import Unit
from heartjournal.ui.widgets import IconLabel, TextLabel, Themed
from heartjournal.ui.widgets.painting import painter_on

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from heartjournal.ui.theme import Theme

_DOTS = ("legendDotOnce", "legendDotTwice", "legendDotMore")


class _Dots(Themed, QWidget):
    """Three dots, as the marks are drawn for one, two and more."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._shrink = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._follow(theme)

    def set_shrink(self, shrink: float) -> None:
        """Draw them smaller, each in the middle of its place."""
        self._shrink = shrink
        self.update()

    def sizeHint(self) -> QSize:
        """The dots side by side, at their full size."""
        sides = [self._theme.size(name) for name in _DOTS]
        gaps = (len(_DOTS) - 1) * self._theme.size("legendDotGap")
        return QSize(sum(sides) + gaps, max(sides))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        painter = painter_on(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("criticMark"))
        x = 0.0
        for name in _DOTS:
            radius = self._theme.size(name) / 2
            drawn = radius * self._shrink
            painter.drawEllipse(QPointF(x + radius, self.height() / 2), drawn, drawn)
            x += 2 * radius + self._theme.size("legendDotGap")


class Legend(QWidget):
    """One line beside the choice of a range."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = TextLabel(theme, style="small", role="ink2")
        lamp = IconLabel(theme, "lamp", role="kindness", size=theme.size("iconInButtonSmall"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(2))
        self._dots = _Dots(theme)
        row.addWidget(self._dots)
        row.addWidget(self._words)
        row.addSpacing(theme.space(2))
        row.addWidget(lamp)
        row.addWidget(TextLabel(theme, self.tr("kinder line"), style="small", role="ink2"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_unit(Unit.WEEK)

    def show_size(self, shrink: float) -> None:
        """Draw the dots as the marks are drawn, which are smaller where years have little room."""
        self._dots.set_shrink(shrink)

    def show_unit(self, unit: Unit) -> None:
        """Say what one mark stands for."""
        self._words.setText(
            {
                Unit.DAY: self.tr("once, twice, more in a day"),
                Unit.WEEK: self.tr("once, twice, more in a week"),
                Unit.MONTH: self.tr("once, twice, more in a month"),
            }[unit]
        )
