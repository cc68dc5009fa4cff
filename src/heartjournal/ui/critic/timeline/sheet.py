"""The timeline as a picture and on sheets of paper, always in light colours and at the usual size."""

from __future__ import annotations

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


def picture_size(shown: Shown | None, theme: Theme, *, width: int, unfolded: bool) -> QSize:
    """How high a picture of this width is when it holds every lane."""
    canvas = Canvas(shown, _light_look(theme), width=width, unfolded=unfolded)
    return QSize(width, canvas.head(ground=False) + canvas.rows.height)


def picture_of(
    shown: Shown | None, theme: Theme, *, size: QSize, with_words: bool, ground: bool, unfolded: bool
) -> QImage:
    """The head and as many lanes as there is room for."""
    canvas = Canvas(shown, _light_look(theme), width=size.width(), unfolded=unfolded, words=with_words)
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(canvas.look.colors["paper"])
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint(painter, canvas, canvas.rows.between(0, size.height()), ground=ground)
    painter.end()
    return image


class TimelineSheet:
    """Lanes on paper, as many on a sheet as it holds, each sheet under the names of its months. Any thread.

    It stands beside printouts in what the print pane is offered.
    """

    def __init__(
        self, shown: Shown | None, theme: Theme, *, title: str, with_words: bool, ground: bool, unfolded: bool
    ) -> None:
        look = _light_look(theme)
        self._title = title
        self._ground = ground
        width = round(look.size("printWidth"))
        self._canvas = Canvas(shown, look, width=width, unfolded=unfolded, words=with_words)
        self._canvas.work_out()

    def __repr__(self) -> str:
        return f"TimelineSheet({len(self._canvas.rows)} rows)"

    @property
    def words(self) -> str:
        """What stands on it, lane by lane, for whoever cannot see the preview."""
        shown, rows = self._canvas.shown, self._canvas.rows
        lanes = (rows[number].lane for number in range(len(rows)))
        said = (
            [lane_said(lane, today=shown.today) for lane in lanes if lane and shown] if self._canvas.has_words else []
        )
        return "\n".join([self._title, *said])

    def set_on(self, look: PrintLook, size: QSizeF) -> DrawnSheets:
        """Lay the lanes on sheets whose printed part is of this size, in the units of print."""
        return DrawnSheets(self._canvas, look, size, title=self._title, ground=self._ground, words=self.words)


class DrawnSheets:
    """The lanes of each sheet."""

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
