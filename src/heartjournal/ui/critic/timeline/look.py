"""How the timeline looks just now: colours, type and sizes together, for the screen as for paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from heartjournal.resources.theme import icon_source
from heartjournal.ui.widgets.painting import draw_icon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QColor

    from heartjournal.resources.theme import TimelineToken
    from heartjournal.ui.theme import Theme

_ROLES: Final = (
    "criticMark",
    "focus",
    "hairline",
    "ink",
    "ink2",
    "ink3",
    "kindness",
    "kindnessMark",
    "kindnessTint",
    "paper",
    "sunken",
)
_LAMP: Final = "lamp"
_WIDEST_COLUMN: Final = 0.42
"""The most that the words may take of the width."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A disc as a picture whose middle lies `reach` from its corner."""

    pixmap: QPixmap
    reach: float


@dataclass(frozen=True)
class TimelineLook:
    """Everything that the timeline is drawn with. Without a `theme` for its icon it may be used on any thread."""

    colors: Mapping[str, QColor]
    words: QFont
    small: QFont
    strong: QFont
    kinder: QFont
    token: TimelineToken
    scale: float
    hairline: float
    lane: int
    small_line: int
    theme: Theme | None = field(default=None, repr=False)
    ratio: float = 1.0
    _stamps: dict[tuple[str, float], Stamp] = field(default_factory=dict, repr=False)

    def size(self, name: str) -> float:
        """A size of the timeline's tokens, in logical pixels; never scaled."""
        return self.token.sizes[name]

    def grown(self, name: str) -> int:
        """A size that goes along with the text."""
        return round(self.token.sizes[name] * self.scale)

    @property
    def words_line(self) -> int:
        """The height of a line of a lane's words."""
        return self.grown("wordsLine")

    @property
    def lane_height(self) -> int:
        """A lane: as the design has it, or taller where the words have grown."""
        return max(self.lane, self.lane + 2 * self.words_line + self.small_line - self._usual_words)

    @property
    def line_place(self) -> int:
        """How far below the top of a lane its line runs."""
        return self.lane_height // 2 - round(self.size("lineRise"))

    @property
    def _usual_words(self) -> int:
        return round(2 * self.size("wordsLine") + self.small_line / self.scale)

    def column(self, width: int) -> int:
        """Where the words end and time begins, in a timeline of this width."""
        wanted = self.size("laneStart") + self.grown("labelColumn")
        return round(min(wanted, max(width * _WIDEST_COLUMN, self.size("laneStart"))))

    def radius(self, count: int, *, step: float) -> float:
        """The radius of a mark by what it counts; smaller, all alike, where the buckets are narrower than a mark."""
        radii = self.token.radii
        return radii[min(max(count, 1), len(radii)) - 1] * self.shrink(step)

    def shrink(self, step: float) -> float:
        """The factor on every mark where a bucket is `step` wide."""
        return min(1.0, max(self.size("leastMark"), step / self.size("leastStep")))

    def snapped(self, x: float) -> float:
        """The nearest place on whole pixels of the device for the middle of a mark; on paper x itself."""
        if self.theme is None:
            return x
        half = self.hairline / 2
        return round((x - half) * self.ratio) / self.ratio + half

    def stamp(self, role: str, radius: float) -> Stamp:
        """A disc of the screen, drawn once: to put that down is ten times faster than to fill it anew."""
        if (role, radius) not in self._stamps:
            reach = ceil(radius) + self.hairline + self.hairline / 2
            side = ceil(2 * reach * self.ratio)
            pixmap = QPixmap(side, side)
            pixmap.setDevicePixelRatio(self.ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colors[role])
            painter.drawEllipse(QPointF(reach, reach), radius, radius)
            painter.end()
            self._stamps[role, radius] = Stamp(pixmap, reach)
        return self._stamps[role, radius]

    def dashed(self, role: str, width: float, dash: tuple[float, ...]) -> QPen:
        """A dashed pen whose dash is given in pixels."""
        pen = QPen(self.colors[role], width, c=Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([part / width for part in dash])
        return pen

    def draw_lamp(self, painter: QPainter, centre: QPointF) -> None:
        """The lamp of a reframe: a picture on the screen, lines on paper."""
        side = round(self.size("reframeIcon"))
        corner = QPointF(centre.x() - side / 2, centre.y() - side / 2)
        if self.theme is not None:
            draw_icon(painter, self.theme, _LAMP, role="kindness", size=side, at=corner)
            return
        source = icon_source(_LAMP).replace("currentColor", self.colors["kindness"].name())
        QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(corner.x(), corner.y(), side, side))


def look_of(theme: Theme, *, ratio: float = 1.0, on_paper: bool = False) -> TimelineLook:
    """The look by a theme, for a screen of a device pixel ratio, or `on_paper`, where nothing is a picture."""
    kinder = QFont(theme.font("small", italic=True))
    kinder.setFamilies(theme.font("excerpt").families())
    fonts = [theme.font("excerpt"), theme.font("small"), theme.font("small", strong=True), kinder]
    if on_paper:
        for font in fonts:
            for ligatures in ("liga", "dlig", "clig"):  # in a PDF their letters could be neither found nor copied
                font.setFeature(QFont.Tag(ligatures), 0)
    words, small, strong, kinder = fonts
    return TimelineLook(
        colors={role: theme.color(role) for role in _ROLES},
        words=words,
        small=small,
        strong=strong,
        kinder=kinder,
        token=theme.tokens.timeline,
        scale=theme.text_scale,
        hairline=theme.stroke("hairline"),
        lane=theme.size("timelineLane"),
        small_line=theme.line("small"),
        theme=None if on_paper else theme,
        ratio=ratio,
    )
