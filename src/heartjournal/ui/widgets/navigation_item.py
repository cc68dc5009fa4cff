"""One item of the navigation: icon and word, or the icon alone in the rail."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from heartjournal.ui.widgets.buttons import Pressable
from heartjournal.ui.widgets.painting import draw_box, draw_icon, draw_words, elided, painter_on, width_of

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme


class NavigationItem(Pressable, QPushButton):
    """A place to go, or a thing to do (`setCheckable(False)`). `keys` are shown at the end; so is a lamp note.

    Signals: `clicked`.
    """

    def __init__(
        self,
        theme: "Theme",
        text: str,
        *,
        icon: str = "",
        keys: str = "",
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._keys = keys
        self._note = note
        self._is_rail = False
        self.setText(text)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._retheme)
        self._follow(theme)

    def set_rail(self, rail: bool) -> None:  # noqa: FBT001  a setter of one truth
        """Show the icon only, with the word as tool tip, or both."""
        self._is_rail = rail
        self._name()
        self.updateGeometry()
        self.update()

    def set_note(self, note: str) -> None:
        """Show a few warm words at the end, "1 back"; "" takes them away."""
        self._note = note
        self._name()
        self.update()

    def sizeHint(self) -> QSize:
        """Icon, word and padding."""
        theme = self._theme
        height = theme.grown("navItem", "body")
        if self._is_rail:
            return QSize(theme.size("navItem"), height)
        width = 2 * theme.size("navPadding") + width_of(self.text(), self.font())
        return QSize(width + (theme.scaled("icon") + theme.size("navGap") if self._icon else 0), height)

    def minimumSizeHint(self) -> QSize:
        """At least the icon."""
        return QSize(self._theme.size("navItem"), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, icon, word and what stands at the end."""
        painter = painter_on(self)
        theme, ink = self._theme, self._draw_ground(painter)
        side, middle, x = theme.scaled("icon"), self.height() / 2, float(theme.size("navPadding") + 1)
        if self._is_rail:
            x = (self.width() - side) / 2
        if self._icon:
            draw_icon(painter, theme, self._icon, role=ink, size=side, at=QPointF(x, middle - side / 2))
            x += side + theme.size("navGap")
        if not self._is_rail:
            end = self._draw_end(painter)
            words = elided(self.text(), self.font(), end - x + 2)
            draw_words(painter, words, font=self.font(), color=theme.color(ink), at=QPointF(x, middle))

    def _draw_ground(self, painter: QPainter) -> str:
        theme = self._theme
        if self.isChecked():
            fill, line = theme.color("paper"), theme.color("hairline")
            draw_box(painter, self.rect(), radius=theme.radius("control"), fill=fill, line=line)
            return "ink"
        if self._hovered or self.isDown():
            fill = theme.color("eventTint" if self.isDown() else "sunken")
            draw_box(painter, self.rect(), radius=theme.radius("control"), fill=fill)
            return "ink"
        return "ink2" if self.isEnabled() else "ink3"

    def _draw_end(self, painter: QPainter) -> float:
        """Draw the note or the keys; returns where they begin."""
        theme, font, middle = self._theme, self._theme.font("small"), self.height() / 2
        right = self.width() - theme.size("navPadding") - 1
        if self._note:
            width = width_of(self._note, font) + 2 * theme.space(2)
            height = theme.grown("navNote", "small")
            box = QRect(right - width, round(middle - height / 2), width, height)
            draw_box(painter, box, radius=theme.radius("control"), fill=theme.color("lampTint"))
            at = QPointF(box.x() + theme.space(2), middle)
            draw_words(painter, self._note, font=font, color=theme.color("kindness"), at=at)
            return box.x() - theme.space(2)
        if self._keys:
            x = right - width_of(self._keys, font)
            draw_words(painter, self._keys, font=font, color=theme.color("ink3"), at=QPointF(x, middle))
            return x - theme.space(2)
        return right

    def _name(self) -> None:
        said = f"{self.text()}, {self._note}" if self._note else self.text()
        self.setAccessibleName(said)
        self.setToolTip(said if self._is_rail else "")

    def _retheme(self) -> None:
        self.setFont(self._theme.font("body", strong=self.isChecked()))
        self._name()
        super()._retheme()
