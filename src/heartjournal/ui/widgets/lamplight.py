"""Lamplight: three flat discs behind what stands on them; no gradient."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from heartjournal.ui.widgets.painting import painter_on
from heartjournal.ui.widgets.themed import Themed

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme

ON_PAPER = (0.10, 0.14, 0.22)


class Lamplight(Themed, QWidget):
    """A desk with lamplight on it. The centre is a fraction of width and height plus an offset in pixels.

    `radii` from the outside in, in pixels; without them those of the design's door. `fills` False leaves the ground
    as it is, for light laid on paper, which then is the lamp's colour in three strengths.
    """

    def __init__(
        self,
        theme: "Theme",
        *,
        center: tuple[float, float] = (0.5, 0.5),
        offset: tuple[int, int] = (0, 0),
        radii: tuple[int, int, int] | None = None,
        fills: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._center = center
        self._offset = offset
        self._radii = radii or (theme.size("doorPool1"), theme.size("doorPool2"), theme.size("doorPool3"))
        self._fills = fills
        self._follow(theme)

    def set_light(
        self,
        *,
        center: tuple[float, float],
        offset: tuple[int, int] = (0, 0),
        radii: tuple[int, int, int] | None = None,
    ) -> None:
        """Move the light."""
        self._center, self._offset = center, offset
        self._radii = radii or self._radii
        self.update()

    def sizeHint(self) -> QSize:
        """On paper the light takes its own size; as a ground it takes what there is."""
        side = 0 if self._fills else 2 * self._radii[0]
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the three discs."""
        painter = painter_on(self)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._fills:
            # Not fillRect, among whose overloads PySide sets up the presets of QGradient: 1 ms before the first paint.
            painter.setBrush(self._theme.color("desk"))
            painter.drawRect(self.rect())
        across, down = self._center
        middle = QPointF(self.width() * across + self._offset[0], self.height() * down + self._offset[1])
        for index, radius in enumerate(self._radii):
            color = self._theme.color(f"pool{index + 1}") if self._fills else self._theme.color("lamp")
            if not self._fills:
                color.setAlphaF(ON_PAPER[index])
            painter.setBrush(color)
            painter.drawEllipse(middle, radius, radius)


class LampMark(Lamplight):
    """The small drawn light beside "One quiet minute": three discs on a card."""

    def __init__(self, theme: "Theme", *, parent: QWidget | None = None) -> None:
        radii = (theme.size("lampMark1"), theme.size("lampMark2"), theme.size("lampMark3"))
        super().__init__(theme, radii=radii, fills=False, parent=parent)
        self.setFixedSize(self.sizeHint())
