"""The focus ring: two pixels wide, two clear of its control, for the keyboard only.

The ring is a sibling laid above the control, so a control's rectangle is what is drawn and layouts stay exact.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from shiboken6 import isValid

from heartjournal.ui.widgets.themed import Themed

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme

KEYBOARD_REASONS = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)
RETURNING_REASONS = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})
_MOVING = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.ParentChange})


class FocusRing(Themed, QWidget):
    """A ring around `target` that follows it; `radius` is the target's own corner radius.

    `place` is the part of the target that is ringed, in the target's coordinates; the whole by default.
    """

    def __init__(
        self, theme: "Theme", target: QWidget, *, radius: float, place: Callable[[], QRect] | None = None
    ) -> None:
        self._host = _host_of(target)
        super().__init__(self._host)
        self._target = target
        self._radius = radius
        self._ringed = place or target.rect
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._watched: list[QWidget] = []
        self._follow(theme)
        target.destroyed.connect(self.hide)
        target.destroyed.connect(self.deleteLater)

    def set_radius(self, radius: float) -> None:
        """Change the corner radius of the target."""
        self._radius = radius
        self.update()

    def appear(self) -> None:
        """Show around the target wherever it is now."""
        self._host = _host_of(self._target)
        if self.parentWidget() is not self._host:
            self.setParent(self._host)
        self._watch()
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay with the target when it or something it stands in moves or goes."""
        if not isValid(self._target):
            self.hide()  # what is gone is still watched through its parents until the ring is gone too
        elif event.type() in _MOVING:
            self._place()
        elif event.type() == QEvent.Type.Hide:
            self.hide()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        width = self._theme.stroke("focusRing")
        clear = self._theme.stroke("focusOffset")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("focus"), width))
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        corner = min(self._radius + clear + width / 2, box.height() / 2)
        painter.drawRoundedRect(box, corner, corner)

    def _watch(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = _chain(self._target, self._host)
        for widget in self._watched:
            widget.installEventFilter(self)

    def _place(self) -> None:
        reach = self._theme.size("ringReach")
        corner = self._target.mapTo(self._host, QPoint())
        self.setGeometry(self._ringed().translated(corner).adjusted(-reach, -reach, reach, reach))


def _host_of(target: QWidget) -> QWidget:
    """The window, or the contents of the nearest scroll area, so that the ring is neither cut nor left behind."""
    host = target.parentWidget() or target
    while not host.isWindow():
        above = host.parentWidget()
        if above is None or isinstance(above.parentWidget(), QAbstractScrollArea):
            break
        host = above
    return host


def _chain(target: QWidget, host: QWidget) -> list[QWidget]:
    chain: list[QWidget] = []
    widget: QWidget | None = target
    while widget is not None and widget is not host:
        chain.append(widget)
        widget = widget.parentWidget()
    return chain


class KeyboardFocus(Themed):
    """A component that can be focused: the ring comes by keyboard, or always where `_always_ringed` is set."""

    _always_ringed = False
    _ring: FocusRing | None = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the keyboard brought the focus, or brought it before the window was left."""
        super().focusInEvent(event)
        reason = event.reason()
        if self._always_ringed or reason in KEYBOARD_REASONS:
            self.show_ring()
        elif reason not in RETURNING_REASONS:
            self.hide_ring()
        elif self._ring is not None and self._ring_waits:
            self.show_ring()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring, remembering it when the window or a menu will give the focus back."""
        super().focusOutEvent(event)
        waits = self.has_ring() and event.reason() in RETURNING_REASONS
        self.hide_ring()
        self._ring_waits = waits

    _ring_waits = False

    def has_ring(self) -> bool:
        """Whether the ring is to be seen."""
        return self._ring is not None and isValid(self._ring) and self._ring.isVisible()

    def show_ring(self) -> None:
        """Show the ring around this component."""
        if self._ring is None or not isValid(self._ring):
            self._ring = FocusRing(self._theme, self, radius=self._ring_radius(), place=self._ring_place)
        self._ring.set_radius(self._ring_radius())
        self._ring.appear()

    def hide_ring(self) -> None:
        """Take the ring away."""
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()

    def _ring_place(self) -> QRect:
        """The part that is ringed, in this component's coordinates."""
        return self.rect()

    def _ring_radius(self) -> float:
        return self._theme.radius("control")
