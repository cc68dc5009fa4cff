"""The lanes of the timeline: scrolled up and down, walked by keyboard and pointer, drawn where they are in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QWidget

from heartjournal.ui.critic.timeline.canvas import Canvas, Shown
from heartjournal.ui.critic.timeline.look import TimelineLook, look_of
from heartjournal.ui.critic.timeline.pointing import paint_fold, paint_hovered_words, paint_place
from heartjournal.ui.critic.timeline.rows import Place, walked
from heartjournal.ui.critic.timeline.spoken import LanesSpoken
from heartjournal.ui.critic.timeline.whereabouts import Whereabouts
from heartjournal.ui.widgets import Themed
from heartjournal.ui.widgets.focus_ring import KEYBOARD_REASONS, RETURNING_REASONS
from heartjournal.ui.widgets.painting import painter_on
from heartjournal.ui.widgets.spoken_factory import spoken_factory

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

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
        self._at = Whereabouts()
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
        before = self.canvas.phrase(self.focused.row)
        self._shown = shown
        self._lay_out()
        self._at.go_to_phrase(self.canvas, before)
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
        return self._at.focused

    @property
    def pointed(self) -> Place | None:
        """The stop that the pointer is on, else the one that the keyboard is on, if either is."""
        return self._at.pointed(has_focus=self.hasFocus())

    def box_of(self, place: Place) -> QRect:
        """Where a place is painted, in the viewport."""
        return self.canvas.box(place).translated(0, -self._offset())

    def leave(self) -> None:
        """The pointer is on nothing any more."""
        self._hover(None)

    # Qt

    def sizeHint(self) -> QSize:
        """All rows, at a width that holds the words and half a year."""
        return QSize(self._theme.size("sectionNarrow"), self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        """One lane; the others are scrolled to."""
        return QSize(self._theme.size("minTarget"), min(self._wanted_height(), self._look.lane_height))

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
        self._hover(None)
        self.place_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lanes in sight."""
        painter = painter_on(self._ground)
        painter.fillRect(event.rect(), self._look.colors["paper"])
        offset = self._offset()
        painter.translate(0, -offset)
        top, bottom = event.rect().top() + offset, event.rect().bottom() + offset
        rows = self.rows.between(top, bottom)
        self.canvas.paint_verticals(painter, top=top, bottom=bottom)
        hovered = self._at.hovered
        if hovered is not None and hovered.stop is None:
            paint_hovered_words(painter, self.canvas, hovered.row)
        self.canvas.paint_lanes(painter, rows)
        for number in rows:
            if self.rows[number].lane is None:
                paint_fold(painter, self.canvas, self._theme, row=number, unfolded=self._unfolded)
        # Below the head and above the foot, also where a lane is cut there.
        for line in (offset, min(self.rows.height, offset + self._ground.height() - self._hairline())):
            painter.fillRect(0, line, self.canvas.width, self._hairline(), self._look.colors["hairline"])
        for place in self._at.ringed(self.canvas, has_focus=self.hasFocus()):
            paint_place(painter, self.canvas, place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk over lanes and weeks; Enter opens."""
        page = max(1, self._ground.height() // self._look.lane_height)
        if event.key() in _CHOOSING and len(self.rows):
            self._choose(self.focused)
            return
        place = walked(self.rows, self.focused, event.key(), stops_of=self.canvas.stops, page=page)
        if place is None:
            super().keyPressEvent(event)
            return
        self._go(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is if it brought the focus."""
        super().focusInEvent(event)
        if event.reason() not in RETURNING_REASONS:
            self._at.is_walked = event.reason() in KEYBOARD_REASONS
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
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._at.pressed = self._place_at(event.position()) if is_left else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press opens what it is on."""
        if self._at.release(self._place_at(event.position())):
            self._choose(self.focused)

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

    # inside

    def _speak(self) -> LanesSpoken:
        """Called when a screen reader first asks for the lanes."""
        self.spoken = LanesSpoken(self)
        return self.spoken

    def _wanted_height(self) -> int:
        """All rows, and the line below the last."""
        return self.rows.height + self._hairline()

    def _hairline(self) -> int:
        return round(self._look.hairline)

    def _offset(self) -> int:
        return self.verticalScrollBar().value()

    def _lay_out(self) -> None:
        self.canvas = Canvas(self._shown, self._look, width=self._ground.width(), unfolded=self._unfolded)
        self._at.keep_to(self.canvas)
        self._limit()
        if self.spoken is not None:
            self.spoken.renew()
        self.updateGeometry()
        self._ground.update()
        self.laid_out.emit()

    def _limit(self) -> None:
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._wanted_height() - self._ground.height()))
        bar.setPageStep(self._ground.height())
        bar.setSingleStep(self._look.lane_height // 2)

    def _place_at(self, point: QPointF) -> Place | None:
        return self.canvas.place_at(point.x(), point.y() + self._offset())

    def _hover(self, place: Place | None) -> None:
        if not self._at.hover(place):
            return
        shape = Qt.CursorShape.ArrowCursor if place is None else Qt.CursorShape.PointingHandCursor
        self._ground.setCursor(shape)
        self._renew()

    def _go(self, place: Place) -> None:
        self._at.walk(place)
        row, offset = self.rows[place.row], self._offset()
        bar, height = self.verticalScrollBar(), self._ground.height()
        bar.setValue(min(row.top, max(offset, row.bottom + 1 - height)))
        self._bring_into_sight(QRect(0, row.top - self._offset(), self.canvas.width, row.height))
        self._renew()
        if self.spoken is not None:
            self.spoken.tell(place)

    def _bring_into_sight(self, row: QRect) -> None:
        """Where the lanes themselves lie in something that scrolls."""
        around = self.parentWidget()
        while around is not None and not around.isWindow():
            if isinstance(around, QScrollArea) and (contents := around.widget()) is not None:
                middle = self._ground.mapTo(contents, row.center())
                around.ensureVisible(middle.x(), middle.y(), 0, row.height() // 2)
            around = around.parentWidget()

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
