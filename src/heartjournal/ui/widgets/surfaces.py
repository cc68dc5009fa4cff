"""What things lie on: cards, the one lamp card, scroll areas, menus."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from heartjournal.ui.widgets.painting import cut_corners, draw_box, draw_icon, draw_words, painter_on, width_of
from heartjournal.ui.widgets.themed import Themed

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme


class Card(Themed, QFrame):
    """Paper with a hairline round it. Add to `body`, or set a layout of your own with `bare=True`."""

    _fill = "paper"

    def __init__(self, theme: "Theme", *, bare: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if not bare:
            self.body = QVBoxLayout(self)
            padding = theme.size("cardPadding")
            self.body.setContentsMargins(padding, padding, padding, padding)
            self.body.setSpacing(theme.space(2))
        self._follow(theme)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper."""
        fill, line = self._theme.color(self._fill), self._theme.color("hairline")
        draw_box(painter_on(self), self.rect(), radius=self._theme.radius("card"), fill=fill, line=line)


class LampCard(Card):
    """The one warm card of a screen."""

    _fill = "lampTint"


class Ground(Themed, QWidget):
    """A flat layer: "desk", "paper", "room" or "raised" behind everything that stands on it."""

    def __init__(self, theme: "Theme", role: str = "desk", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._follow(theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill."""
        painter_on(self).fillRect(event.rect(), self._theme.color(self._role))


class ScrollArea(Themed, QScrollArea):
    """Scrolls up and down only, without a frame, on the layer it stands on."""

    def __init__(self, theme: "Theme", contents: QWidget | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Our own viewport, unfilled. To hand out the one Qt made, PySide sets up every class of QtWidgets to find out
        # which it is: 7 ms before the first paint.
        self.setViewport(QWidget())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if contents is not None:
            self.setWidget(contents)
            contents.setAutoFillBackground(False)
        self._follow(theme)

    def _retheme(self) -> None:
        palette = self.palette()
        palette.setBrush(QPalette.ColorRole.Window, Qt.BrushStyle.NoBrush)
        self.setPalette(palette)
        super()._retheme()


class Menu(QMenu):
    """A menu that paints itself: icon, word, and the keys quietly at the end."""

    def __init__(self, theme: "Theme", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons: dict[QAction, str] = {}
        self._keys: dict[QAction, str] = {}
        # The corners outside the round are left clear; no shadow is asked for.
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)

    def add(self, text: str, *, icon: str = "", shortcut: str = "") -> QAction:
        """Add an entry; connect to its `triggered`. `shortcut` is an id of tokens.json, shown and not bound."""
        action = self.addAction(text)
        if icon:
            self._icons[action] = icon
            # Qt leaves room for it; the picture itself is drawn in the colours of the moment.
            action.setIcon(self._theme.icon(icon, "ink", size=self._side()))
        if shortcut:
            self._keys[action] = self._theme.shortcut_words(shortcut)
            action.setText(f"{text}\t{self._keys[action]}")
        return action

    def open_below(self, widget: QWidget) -> None:
        """Open under a button, right edges in line."""
        corner = widget.mapToGlobal(widget.rect().bottomRight())
        self.popup(corner - QPoint(self.sizeHint().width(), 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the corners clear."""
        super().resizeEvent(event)
        cut_corners(self, radius=self._theme.radius("popover"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the raised box and its entries."""
        painter = painter_on(self)
        fill, line = self._theme.color("raised"), self._theme.color("control")
        draw_box(painter, self.rect(), radius=self._theme.radius("popover"), fill=fill, line=line)
        for action in self.actions():
            box = self.actionGeometry(action)
            if action.isSeparator():
                inner = box.adjusted(self._theme.space(2), 0, -self._theme.space(2), 0)
                painter.fillRect(QRect(inner.x(), inner.center().y(), inner.width(), 1), self._theme.color("hairline"))
            else:
                self._draw_entry(painter, action, box)

    def _draw_entry(self, painter: QPainter, action: QAction, box: QRect) -> None:
        theme, ink = self._theme, "ink" if action.isEnabled() else "ink3"
        if action is self.activeAction() and action.isEnabled():
            draw_box(painter, box, radius=theme.size("menuItemRadius"), fill=theme.color("accentTint"))
        x, middle = float(box.x() + theme.size("menuItemPadding")), box.y() + box.height() / 2
        if self._icons:
            if action in self._icons:
                at = QPointF(x, middle - self._side() / 2)
                draw_icon(painter, theme, self._icons[action], role=ink, size=self._side(), at=at)
            x += self._side() + theme.size("navGap")
        words, _, keys = action.text().replace("&", "").partition("\t")
        draw_words(painter, words, font=theme.font("body"), color=theme.color(ink), at=QPointF(x, middle))
        font = theme.font("small")
        at = QPointF(box.right() + 1 - theme.size("menuItemPadding") - width_of(keys, font), middle)
        draw_words(painter, keys, font=font, color=theme.color("ink3"), at=at)

    def _side(self) -> int:
        return self._theme.scaled("iconInButtonSmall")
