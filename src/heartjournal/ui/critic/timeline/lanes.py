"""The lanes of the timeline: scrolled up and down, walked by keyboard and pointer, drawn where they are in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from heartjournal.ui.critic.timeline.canvas import Canvas, Shown
from heartjournal.ui.critic.timeline.look import TimelineLook, look_of
from heartjournal.ui.critic.timeline.pointing import paint_fold, paint_hovered_words, paint_place
from heartjournal.ui.critic.timeline.rows import Place, walked
from heartjournal.ui.critic.timeline.spoken import LanesSpoken
from heartjournal.ui.critic.timeline.words import resting_words
from heartjournal.ui.widgets import Themed
from heartjournal.ui.widgets.focus_ring import KEYBOARD_REASONS, RETURNING_REASONS
from heartjournal.ui.widgets.painting import painter_on
from heartjournal.ui.widgets.spoken_factory import spoken_factory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from heartjournal.ui.critic.timeline.drawing import Stop
    from heartjournal.ui.critic.timeline.rows import Rows
    from heartjournal.ui.theme import Theme

_CHOOSING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class Lanes(Themed, QAbstractScrollArea):
    """Keeps no more than it is given to show.

    Signals:
        laid_out: the width, the look or what is shown is another now.
        place_changed: the pointer or the keyboard is elsewhere; see `pointed`.
        chosen(Place): by Enter or a press.
    """

    laid_out = Signal()
    place_changed = Signal()
    chosen = Signal(Place)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spoken: LanesSpoken | None = None
        spoken_factory().speak_for(Lanes, Lanes._speak)
        self._shown: Shown | None = None
        self._unfolded = False
        self._hovered: Place | None = None
        self._pressed: Place | None = None
        self._focused = Place(0)
        self._is_ringed = False
        self._look: TimelineLook = look_of(theme)
        self.canvas = Canvas(None, self._look, width=0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ground = QWidget()
        self.setViewport(self._ground)
        self._ground.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._ground.setMouseTracking(True)
        self.setAccessibleName(self.tr("The lanes of your phrases"))
        self._follow(theme)

    # what is shown

    def show_timeline(self, shown: Shown | None) -> None:
        """Show other lanes; the keyboard stays with its phrase where that is still there."""
        before = self._phrase_at(self._focused)
        self._shown, self._hovered, self._pressed = shown, None, None
        self._lay_out()
        same = (row for row in range(len(self.rows)) if before and self._phrase_at(Place(row)) == before)
        self._focused = Place(next(same, 0))
        self.place_changed.emit()

    def fold(self, *, unfolded: bool) -> None:
        """Show or fold away the resting lanes."""
        self._unfolded = unfolded
        self._lay_out()

    @property
    def is_unfolded(self) -> bool:
        """Whether the resting lanes are shown."""
        return self._unfolded

    @property
    def rows(self) -> Rows:
        """The rows from top to bottom."""
        return self.canvas.rows

    @property
    def focused(self) -> Place:
        """Where the keyboard is."""
        return self._focused

    @property
    def pointed(self) -> Place | None:
        """The stop that the pointer is on, else the one that the keyboard is on, if either is."""
        if self._hovered is not None and self._hovered.stop is not None:
            return self._hovered
        return self._focused if self.is_ringed and self._focused.stop is not None else None

    @property
    def is_ringed(self) -> bool:
        """Whether the keyboard is here and to be seen."""
        return self._is_ringed and self.hasFocus()

    def stop(self, place: Place) -> Stop | None:
        """What stands at a place."""
        stops = self.canvas.stops(place.row) if place.row < len(self.rows) else ()
        return stops[place.stop] if place.stop is not None and place.stop < len(stops) else None

    def box_of(self, place: Place) -> QRect:
        """Where a place is painted, in the viewport."""
        stop, row = self.stop(place), self.rows[place.row]
        if stop is None:
            box = self.canvas.words_box(place.row).toRect()
        else:
            reach, middle = round(self._look.size("hitRadius")), self.canvas.middle(place.row)
            centre = QPoint(round(stop.mark.x), round(middle.y() + stop.mark.y))
            box = QRect(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)
        return box.translated(0, -self._offset()).intersected(
            QRect(0, row.top - self._offset(), self.width(), row.height)
        )

    def wanted_height(self) -> int:
        """All rows, and the line below the last."""
        return self.rows.height + self._hairline()

    # Qt

    def sizeHint(self) -> QSize:
        """All rows, at a width that holds the words and half a year."""
        return QSize(self._theme.size("sectionNarrow"), self.wanted_height())

    def minimumSizeHint(self) -> QSize:
        """One lane; the others are scrolled to."""
        return QSize(self._theme.size("minTarget"), min(self.wanted_height(), self._look.lane_height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay time out anew for another width."""
        super().resizeEvent(event)
        if self._ground.width() != self.canvas.width:
            self._lay_out()
        else:
            self._limit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Under a pointer that stands still there is another lane now."""
        super().scrollContentsBy(dx, dy)
        self._ground.update()
        self._hover(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lanes in sight."""
        painter = painter_on(self._ground)
        painter.fillRect(event.rect(), self._look.colors["paper"])
        offset = self._offset()
        painter.translate(0, -offset)
        top, bottom = event.rect().top() + offset, event.rect().bottom() + offset
        rows = self.rows.between(top, bottom)
        self.canvas.paint_verticals(painter, top=top, bottom=bottom)
        if self._hovered is not None and self._hovered.stop is None:
            paint_hovered_words(painter, self.canvas, self._hovered.row)
        self.canvas.paint_lanes(painter, rows)
        for number in rows:
            if self.rows[number].lane is None:
                paint_fold(painter, self.canvas, self._theme, row=number, unfolded=self._unfolded)
        line = min(self.rows.height, offset + self._ground.height() - self._hairline())
        painter.fillRect(0, line, self.canvas.width, self._hairline(), self._look.colors["hairline"])
        for place in self._ringed():
            paint_place(painter, self.canvas, place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk over lanes and weeks; Enter opens."""
        page = max(1, self._ground.height() // self._look.lane_height)
        if event.key() in _CHOOSING and len(self.rows):
            self._choose(self._focused)
            return
        place = walked(self.rows, self._focused, event.key(), stops_of=self.canvas.stops, page=page)
        if place is None:
            super().keyPressEvent(event)
            return
        self._go(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is if it brought the focus."""
        super().focusInEvent(event)
        if event.reason() not in RETURNING_REASONS:
            self._is_ringed = event.reason() in KEYBOARD_REASONS
        self._renew()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the focus."""
        super().focusOutEvent(event)
        self._renew()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what the pointer is on."""
        self._hover(self._place_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press counts where it began."""
        self._pressed = self._place_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press opens what it is on."""
        place, self._pressed = self._pressed, None
        if place is not None and place == self._place_at(event.position()):
            self._focused, self._is_ringed = place, False
            self._choose(place)

    def event(self, event: QEvent) -> bool:
        """A screen with other pixels needs other marks."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._retheme()
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Back to rest when the pointer leaves."""
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def fold_words(self) -> str:
        """What stands in the row that the resting lanes are folded into."""
        return resting_words(self.rows.resting)

    # inside

    def _speak(self) -> LanesSpoken:
        """Called when a screen reader first asks for the lanes."""
        self.spoken = LanesSpoken(self)
        return self.spoken

    def _ringed(self) -> Iterator[Place]:
        """Where a ring is: round what the keyboard is on, and round a mark under the pointer."""
        if self.is_ringed and self._focused.row < len(self.rows):
            yield self._focused
        if self._hovered is not None and self._hovered.stop is not None:
            yield self._hovered

    def _hairline(self) -> int:
        return round(self._look.hairline)

    def _offset(self) -> int:
        return self.verticalScrollBar().value()

    def _phrase_at(self, place: Place) -> object:
        lane = self.rows[place.row].lane if place.row < len(self.rows) else None
        return lane.phrase.id if lane else None

    def _lay_out(self) -> None:
        self.canvas = Canvas(self._shown, self._look, width=self._ground.width(), unfolded=self._unfolded)
        self._hovered = None
        self._focused = self._kept(self._focused)
        self._limit()
        if self.spoken is not None:
            self.spoken.renew()
        self.updateGeometry()
        self._ground.update()
        self.laid_out.emit()

    def _kept(self, place: Place) -> Place:
        """A place that still exists."""
        if place.row >= len(self.rows):
            return Place(max(0, len(self.rows) - 1))
        stops = self.canvas.stops(place.row) if place.stop is not None else ()
        return place if place.stop is None or place.stop < len(stops) else Place(place.row)

    def _limit(self) -> None:
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self.wanted_height() - self._ground.height()))
        bar.setPageStep(self._ground.height())
        bar.setSingleStep(self._look.lane_height // 2)

    def _place_at(self, point: QPointF) -> Place | None:
        y = point.y() + self._offset()
        row = self.rows.at(y)
        if row is None:
            return None
        drawing = self.canvas.drawing(row)
        if drawing is None or point.x() < self.canvas.column:
            return Place(row)
        inside = y - self.canvas.middle(row).y()
        stop = drawing.stop_near(point.x(), inside, reach=self._look.size("hitRadius"))
        return None if stop is None else Place(row, stop)

    def _hover(self, place: Place | None) -> None:
        if place == self._hovered:
            return
        self._hovered = place
        shape = Qt.CursorShape.ArrowCursor if place is None else Qt.CursorShape.PointingHandCursor
        self._ground.setCursor(shape)
        self._renew()

    def _go(self, place: Place) -> None:
        self._focused, self._is_ringed = place, True
        self._hovered = None
        row, offset = self.rows[place.row], self._offset()
        bar, height = self.verticalScrollBar(), self._ground.height()
        bar.setValue(min(row.top, max(offset, row.bottom + 1 - height)))
        self._renew()
        if self.spoken is not None:
            self.spoken.tell(place)

    def _renew(self) -> None:
        self._ground.update()
        self.place_changed.emit()

    def _choose(self, place: Place) -> None:
        if self.rows[place.row].lane is None:
            self.fold(unfolded=not self._unfolded)
            self.place_changed.emit()
        else:
            self.chosen.emit(place)

    def _retheme(self) -> None:
        self._look = look_of(self._theme, ratio=self.devicePixelRatioF())
        self._lay_out()
        super()._retheme()
