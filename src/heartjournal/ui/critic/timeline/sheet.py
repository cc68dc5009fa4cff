"""The timeline as a picture and on sheets of paper, always in light colours and at the usual size."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QImage, QPainter

from heartjournal.ui.critic.timeline.canvas import Canvas, Shown
from heartjournal.ui.critic.timeline.look import TimelineLook, look_of
from heartjournal.ui.critic.timeline.words import lane_said, resting_words
from heartjournal.ui.theme import Mode, Theme
from heartjournal.ui.widgets.painting import draw_words

if TYPE_CHECKING:
    from PySide6.QtCore import QSizeF

    from heartjournal.ui.theme.print_look import PrintLook


@dataclass(frozen=True)
class _Asked:
    """What is to be drawn and how; made on the window's thread, and used on any."""

    shown: Shown | None = field(repr=False)
    look: TimelineLook = field(repr=False)
    unfolded: bool
    words: bool
    ground: bool

    def canvas(self, width: int) -> Canvas:
        """A canvas of its own for each that asks, since a canvas works its lanes out while it paints."""
        return Canvas(self.shown, self.look, width=width, unfolded=self.unfolded, words=self.words)


class TimelinePicture:
    """The timeline as a picture. To be made on the window's thread; everything else may be done on any."""

    def __init__(self, shown: Shown | None, theme: Theme, *, with_words: bool, ground: bool, unfolded: bool) -> None:
        self._asked = _Asked(shown, _light_look(theme), unfolded, with_words, ground)

    def size(self, width: int) -> QSize:
        """How high a picture of this width is when it holds every lane."""
        canvas = self._asked.canvas(width)
        return QSize(width, canvas.head(ground=self._asked.ground) + canvas.rows.height)

    def painted(self, size: QSize) -> QImage:
        """The head and as many lanes as there is room for."""
        canvas = self._asked.canvas(size.width())
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(canvas.look.colors["paper"])
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint(painter, canvas, canvas.rows.between(0, size.height()), ground=self._asked.ground)
        painter.end()
        return image


class TimelineSheet:
    """Lanes on paper, as many on a sheet as it holds, each sheet under the names of its months.

    It stands beside printouts in what the print pane is offered. To be made on the window's thread; to be set on
    sheets on any, where each lane is worked out when its sheet is painted.
    """

    def __init__(
        self, shown: Shown | None, theme: Theme, *, title: str, with_words: bool, ground: bool, unfolded: bool
    ) -> None:
        self._asked = _Asked(shown, _light_look(theme), unfolded, with_words, ground)
        self._title = title

    def __repr__(self) -> str:
        return f"TimelineSheet({len(self._canvas().rows)} rows)"

    @property
    def words(self) -> str:
        """What stands on it, lane by lane, for whoever cannot see the preview."""
        return self._words(self._canvas())

    def set_on(self, look: PrintLook, size: QSizeF) -> DrawnSheets:
        """Lay the lanes on sheets whose printed part is of this size, in the units of print."""
        canvas = self._canvas()
        return DrawnSheets(canvas, look, size, title=self._title, ground=self._asked.ground, words=self._words(canvas))

    def _canvas(self) -> Canvas:
        return self._asked.canvas(round(self._asked.look.size("printWidth")))

    def _words(self, canvas: Canvas) -> str:
        shown, rows = canvas.shown, canvas.rows
        lanes = (rows[number].lane for number in range(len(rows)))
        said = [lane_said(lane, today=shown.today) for lane in lanes if lane and shown] if canvas.has_words else []
        return "\n".join([self._title, *said])


class DrawnSheets:
    """The lanes of each sheet. To be used on the thread that made it, which may be any."""

    def __init__(self, canvas: Canvas, look: PrintLook, size: QSizeF, *, title: str, ground: bool, words: str) -> None:
        self._canvas = canvas
        self._look = look
        self._title = title
        self._ground = ground
        self.words = words
        self._zoom = size.width() / canvas.width
        above = self._title_height() / self._zoom
        room = size.height() / self._zoom - canvas.head(ground=ground)
        self._pages = _pages(canvas, first=room - above, others=room)

    @property
    def count(self) -> int:
        """How many sheets there are."""
        return len(self._pages)

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint one sheet, counted from 0, from the corner of its printed part."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if page == 0 and self._title:
            painter.setFont(self._look.font("title"))
            painter.setPen(self._canvas.look.colors["ink"])
            painter.drawText(QPointF(0, self._look.size("title")), self._title)
            painter.translate(0, self._title_height())
        painter.scale(self._zoom, self._zoom)
        _paint(painter, self._canvas, self._pages[page], ground=self._ground)
        painter.restore()

    def _title_height(self) -> float:
        return self._look.line("title") + self._look.line("reading") if self._title else 0.0


def _pages(canvas: Canvas, *, first: float, others: float) -> list[range]:
    """Which rows stand on which sheet; at least one on each, so that paper of any size will do."""
    rows, pages, start, room = canvas.rows, [], 0, first
    for number in range(len(rows)):
        if number > start and rows[number].bottom - rows[start].top > room:
            pages.append(range(start, number))
            start, room = number, others
    return [*pages, range(start, len(rows))]


def _paint(painter: QPainter, canvas: Canvas, rows: range, *, ground: bool) -> None:
    """The head and these rows below it."""
    canvas.paint_head(painter, ground=ground)
    if not rows:
        return
    top, bottom = canvas.rows[rows[0]].top, canvas.rows[rows[-1]].bottom
    painter.save()
    painter.translate(0, canvas.head(ground=ground) - top)
    canvas.paint_verticals(painter, top=top, bottom=bottom)
    canvas.paint_lanes(painter, rows)
    for number in rows:
        if canvas.rows[number].lane is None:
            _paint_fold(painter, canvas, number)
    painter.restore()


def _paint_fold(painter: QPainter, canvas: Canvas, number: int) -> None:
    row, look = canvas.rows[number], canvas.look
    at = QPointF(look.size("laneStart"), row.top + row.height / 2)
    draw_words(painter, resting_words(canvas.rows.resting), font=look.small, color=look.colors["ink2"], at=at)


def _light_look(theme: Theme) -> TimelineLook:
    return look_of(Theme(theme.tokens, mode=Mode.LIGHT), on_paper=True)
