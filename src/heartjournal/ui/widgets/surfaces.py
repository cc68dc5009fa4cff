"""What things lie on: cards, the one lamp card, scroll areas, menus."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from heartjournal.ui.widgets.painting import draw_box, painter_on
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
        self.viewport().setAutoFillBackground(False)
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
    """A menu with rounded corners; its looks come from the theme's style sheet."""

    def __init__(self, theme: "Theme", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        # The corners outside the round are left clear; no shadow is asked for.
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)

    def add(self, text: str, *, icon: str = "", shortcut: str = "") -> QAction:
        """Add an entry; connect to its `triggered`. `shortcut` is an id of tokens.json, shown and not bound."""
        action = self.addAction(text)
        if icon:
            action.setIcon(self._theme.icon(icon, "ink", size=self._theme.size("iconInButtonSmall")))
        if shortcut:
            action.setText(f"{text}\t{self._theme.shortcut_words(shortcut)}")
        return action
