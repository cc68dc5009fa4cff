"""Buttons and links: primary, secondary, quiet, small, icon only, and underlined words."""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from heartjournal.ui.widgets.focus_ring import KeyboardFocus
from heartjournal.ui.widgets.painting import draw_box, draw_icon, draw_words, painter_on, width_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from heartjournal.ui.theme import Theme

    _Button = QAbstractButton
else:
    # At run time the Qt class comes second in the list of bases, and only once.
    _Button = object

_ACTIVATING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ButtonKind(StrEnum):
    """How much a button asks to be pressed; at most one primary a screen."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"


class _Look(NamedTuple):
    fill: str
    line: str
    ink: str


_REST = {
    ButtonKind.PRIMARY: _Look("accent", "", "onAccent"),
    ButtonKind.SECONDARY: _Look("raised", "control", "ink"),
    ButtonKind.QUIET: _Look("", "", "ink2"),
}
_HOVER = {
    ButtonKind.PRIMARY: _Look("accentHover", "", "onAccent"),
    ButtonKind.SECONDARY: _Look("sunken", "control", "ink"),
    ButtonKind.QUIET: _Look("sunken", "", "ink"),
}
_PRESSED = {
    ButtonKind.PRIMARY: _Look("accentPressed", "", "onAccent"),
    ButtonKind.SECONDARY: _Look("eventTint", "control", "ink"),
    ButtonKind.QUIET: _Look("eventTint", "", "ink"),
}
_DISABLED = _Look("sunken", "hairline", "ink3")


class Pressable(KeyboardFocus, _Button):
    """Mixed in before a Qt button that paints itself: knows hover, answers Enter as well as Space."""

    _hovered = False

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the hover state."""
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Back to rest."""
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does; with another key held it is a key of the screen."""
        if event.key() not in _ACTIVATING:
            super().keyPressEvent(event)
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            # Not left to Qt, which on some desktops presses a button with Enter whatever else is held.
            event.ignore()
        else:
            self.click()

    def changeEvent(self, event: QEvent) -> None:
        """Paint again when enabled or disabled."""
        super().changeEvent(event)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()


class Button(Pressable, QPushButton):
    """A verb that says its outcome. `icon` and `trailing` are icon names, before and after the words.

    Signals: `clicked`.
    """

    def __init__(
        self,
        theme: "Theme",
        text: str,
        *,
        kind: ButtonKind = ButtonKind.SECONDARY,
        small: bool = False,
        icon: str = "",
        trailing: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._small = small
        self._icon = icon
        self._trailing = trailing
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._follow(theme)

    @property
    def kind(self) -> ButtonKind:
        """How much it asks to be pressed."""
        return self._kind

    def set_kind(self, kind: ButtonKind) -> None:
        """Change how much it asks to be pressed."""
        self._kind = kind
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str) -> None:
        """Change the icon before the words; "" for none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Padding, icons and words; the height of the kind, grown with the text."""
        return QSize(self._content_width() + 2 * self._padding(), self._height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the icons and the words in the middle."""
        painter = painter_on(self)
        look = self._look()
        draw_box(
            painter,
            self.rect(),
            radius=self._ring_radius(),
            fill=self._theme.color(look.fill) if look.fill else None,
            line=self._theme.color(look.line) if look.line else None,
        )
        self._draw_content(painter, look.ink)

    def _draw_content(self, painter: QPainter, ink: str) -> None:
        middle = self.height() / 2
        x = (self.width() - self._content_width()) / 2
        size = self._icon_size()
        if self._icon:
            draw_icon(painter, self._theme, self._icon, role=ink, size=size, at=QPointF(x, middle - size / 2))
            x += size + self._gap(self._icon)
        draw_words(painter, self._words(), font=self.font(), color=self._theme.color(ink), at=QPointF(x, middle))
        x += width_of(self._words(), self.font()) + self._gap(self._trailing)
        if self._trailing:
            draw_icon(painter, self._theme, self._trailing, role=ink, size=size, at=QPointF(x, middle - size / 2))

    def _content_width(self) -> int:
        icons = [name for name in (self._icon, self._trailing) if name]
        width = width_of(self._words(), self.font()) if self._words() else 0
        return width + sum(self._icon_size() + self._gap(name) for name in icons)

    def _words(self) -> str:
        return self.text().replace("&", "")

    def _gap(self, icon: str) -> int:
        return self._theme.size("buttonGap") if icon and self._words() else 0

    def _icon_size(self) -> int:
        return self._theme.scaled("iconInButtonSmall" if self._small else "iconInButton")

    def _padding(self) -> int:
        if self._small:
            return self._theme.size("buttonPaddingSmall")
        return self._theme.size("buttonPaddingQuiet" if self._kind is ButtonKind.QUIET else "buttonPadding")

    def _height(self) -> int:
        name, style = ("buttonSmall", "compact") if self._small else ("button", "label")
        return self._theme.grown(name, style)

    def _look(self) -> _Look:
        if not self.isEnabled():
            return _DISABLED
        if self.isDown() or self.isChecked():
            return _PRESSED[self._kind]
        return (_HOVER if self._hovered else _REST)[self._kind]

    def _ring_radius(self) -> float:
        return self._theme.size("buttonRadiusSmall") if self._small else self._theme.radius("control")

    def _retheme(self) -> None:
        self.setFont(self._theme.font("compact" if self._small else "label", strong=True))
        super()._retheme()


class IconButton(Button):
    """A button that is an icon only; `name` is its accessible name and tool tip."""

    def __init__(
        self,
        theme: "Theme",
        icon: str,
        name: str,
        *,
        kind: ButtonKind = ButtonKind.QUIET,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", kind=kind, small=small, icon=icon, parent=parent)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """What it does, in words, for the tool tip and the screen reader."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        """Square."""
        return QSize(self._height(), self._height())


class Link(Pressable, QPushButton):
    """Underlined words that lead somewhere. `style` is a type style. Signals: `clicked`."""

    def __init__(self, theme: "Theme", text: str, *, style: str = "small", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._follow(theme)

    def sizeHint(self) -> QSize:
        """The words and at least the least target high."""
        return QSize(
            width_of(self.text(), self.font()), max(self._theme.line(self._style), self._theme.size("minTarget"))
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words and a thin line under them."""
        painter = painter_on(self)
        color = self._ink()
        middle = self.height() / 2
        draw_words(painter, self.text(), font=self.font(), color=color, at=QPointF(0, middle))
        under = round(middle + self.fontMetrics().ascent() / 2 + 1) + 0.5
        painter.setPen(QPen(color, self._theme.stroke("hairline")))
        painter.drawLine(QPointF(0, under), QPointF(width_of(self.text(), self.font()), under))

    def _ink(self) -> QColor:
        if not self.isEnabled():
            return self._theme.color("ink3")
        return self._theme.color("accentHover" if self._hovered or self.isDown() else "accent")

    def _font(self) -> QFont:
        return self._theme.font(self._style)

    def _retheme(self) -> None:
        self.setFont(self._font())
        super()._retheme()
