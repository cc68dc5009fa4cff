"""Tiles: a large choice with a heading and a sentence, and cards that open something."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from heartjournal.ui.widgets.buttons import Pressable
from heartjournal.ui.widgets.labels import IconLabel, TextLabel
from heartjournal.ui.widgets.painting import draw_box, painter_on

if TYPE_CHECKING:
    from heartjournal.ui.theme import ElementKey, Theme

_BACK = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up})
_ON = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Paned(Pressable, QAbstractButton):
    """A button that holds labels; a press anywhere on it counts. `_let_through` and `_stretch` close `__init__`."""

    def sizeHint(self) -> QSize:
        """What its labels need."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else QSize()

    def minimumSizeHint(self) -> QSize:
        """The least its labels need."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else QSize()

    def heightForWidth(self, width: int) -> int:
        """Labels break their lines in a narrow tile."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else -1

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def _stretch(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _let_through(self) -> None:
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class ChoiceTile(Paned):
    """A checkable tile; tiles of one `ChoiceTiles` exclude each other. `path` draws element icons joined by arrows."""

    def __init__(
        self,
        theme: "Theme",
        heading: str,
        *,
        text: str = "",
        path: Sequence["ElementKey"] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(heading)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(text)
        self.setCheckable(True)
        self._theme = theme
        column = QVBoxLayout(self)
        across, down = theme.size("tilePaddingX"), theme.size("tilePaddingY")
        column.setContentsMargins(across, down, across, down)
        column.setSpacing(0)
        column.addWidget(TextLabel(theme, heading, style="heading", wrap=True))
        if text:
            column.addSpacing(theme.space(1))
            column.addWidget(TextLabel(theme, text, role="ink2", wrap=True))
        column.addStretch(1)
        if path:
            column.addSpacing(theme.size("tileGap"))
            column.addLayout(self._path(path))
        self._let_through()
        self._stretch()
        self._follow(theme)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tile; on has a two pixel line."""
        theme = self._theme
        fill = "sunken" if self._hovered or self.isDown() or not self.isEnabled() else "raised"
        line, width = ("accent", theme.stroke("selected")) if self.isChecked() else ("control", theme.stroke("control"))
        draw_box(
            painter_on(self),
            self.rect(),
            radius=self._ring_radius(),
            fill=theme.color(fill),
            line=theme.color(line if self.isEnabled() else "hairline"),
            width=width,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows and Enter to the group around it."""
        if event.key() in _BACK | _ON | _ENTER:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _path(self, path: Sequence["ElementKey"]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.space(3))
        for index, element in enumerate(path):
            if index:
                row.addWidget(IconLabel(self._theme, "arrow-right", role="ink3", size=self._theme.size("arrow")))
            look = self._theme.element(element)
            row.addWidget(IconLabel(self._theme, look.icon, role=look.color, name=look.word))
        row.addStretch(1)
        return row

    def _ring_radius(self) -> float:
        return self._theme.size("tileRadius")


class ChoiceTiles(QWidget):
    """Tiles side by side, one of them on; arrow keys switch, Enter is the caller's.

    Signals:
        chosen: another tile is on; ask `current`.
        entered: Enter was pressed on a tile.
    """

    chosen = Signal()
    entered = Signal()

    def __init__(
        self, theme: "Theme", tiles: Sequence[ChoiceTile], *, stacked: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.tiles = tuple(tiles)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        box = QVBoxLayout(self) if stacked else QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.space(4))
        for index, tile in enumerate(self.tiles):
            self._group.addButton(tile, index)
            box.addWidget(tile, 1)
        if self.tiles:
            self.tiles[0].setChecked(True)
        self._group.idToggled.connect(self._toggled)

    @property
    def current(self) -> int:
        """The index of the tile that is on."""
        return self._group.checkedId()

    def set_current(self, index: int) -> None:
        """Turn a tile on."""
        self.tiles[index].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows switch and take the focus along."""
        if event.key() in _ENTER:
            self.entered.emit()
            return
        if event.key() not in _BACK | _ON:
            super().keyPressEvent(event)
            return
        index = self.current + (-1 if event.key() in _BACK else 1)
        if 0 <= index < len(self.tiles):
            self.tiles[index].setChecked(True)
            self.tiles[index].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _toggled(self, _index: int, on: bool) -> None:  # noqa: FBT001  Qt's signal
        if on:
            self.chosen.emit()


class ActionCard(Paned):
    """A card that opens something: icon, heading, sentence, and the key that does it. Signals: `clicked`."""

    def __init__(
        self,
        theme: "Theme",
        heading: str,
        *,
        text: str = "",
        icon: str = "",
        keys: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(heading)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(text)
        row = QHBoxLayout(self)
        side = theme.size("actionCardPadding")
        row.setContentsMargins(side, theme.space(4), side, theme.space(4))
        row.setSpacing(theme.space(4))
        if icon:
            row.addWidget(IconLabel(theme, icon, size=theme.size("iconLarge")))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(TextLabel(theme, heading, style="heading", wrap=True))
        if text:
            words.addWidget(TextLabel(theme, text, role="ink2", wrap=True))
        words.addStretch(1)
        row.addLayout(words, 1)
        if keys:
            row.addWidget(TextLabel(theme, keys, style="small", role="ink3"))
        self._let_through()
        self._stretch()
        self.setMinimumHeight(theme.size("actionCard"))
        self._follow(theme)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        fill = self._theme.color("eventTint" if self.isDown() else "sunken" if self._hovered else "paper")
        line = self._theme.color("hairline")
        draw_box(painter_on(self), self.rect(), radius=self._ring_radius(), fill=fill, line=line)

    def _ring_radius(self) -> float:
        return self._theme.radius("card")
