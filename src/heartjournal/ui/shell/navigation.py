"""The navigation column: the rooms that exist, and below them the way out, Settings and Lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.ui.shell.room import RoomName
from heartjournal.ui.widgets import AppMark, NavigationItem, Separator, TextLabel, Themed

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from heartjournal.ui.theme import Theme

_ICONS = {
    RoomName.TODAY: "moon-star",
    RoomName.JOURNAL: "book-open",
    RoomName.LETTERS: "mail",
    RoomName.CRITIC: "cloud-fog",
    RoomName.SETTINGS: "settings",
}


class Navigation(Themed, QWidget):
    """A column of 224, or a rail of 64 with tooltips; one item is marked as the present room.

    Attributes:
        room_chosen: carries the `RoomName`.
        grounding_wanted: "Too much right now".
        lock_wanted: Lock.
    """

    room_chosen = Signal(object)
    grounding_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAccessibleName(self.tr("Rooms"))
        self._theme = theme
        self._name = TextLabel(theme, "HeartJournal", style="heading")
        self._items: dict[RoomName, NavigationItem] = {}
        self._group = QButtonGroup(self)
        self._ground = NavigationItem(theme, self.tr("Too much right now"), icon="anchor")
        self._ground.setCheckable(False)
        self._ground.clicked.connect(self.grounding_wanted)
        self._lock = NavigationItem(theme, self.tr("Lock"), icon="lock", keys=theme.shortcut_words("lock"))
        self._lock.setCheckable(False)
        self._lock.clicked.connect(self.lock_wanted)
        self._lay_out()
        self.set_rail(False)
        self._follow(theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill, with a hairline at the side of the room."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("room"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._theme.color("hairline"))

    def set_rail(self, rail: bool) -> None:  # noqa: FBT001  the one thing it says
        """Become the rail of a narrow window, or the whole column again."""
        self.setFixedWidth(self._theme.size("navRailWidth" if rail else "navWidth"))
        self._name.setVisible(not rail)
        for item in (*self._items.values(), self._ground, self._lock):
            item.set_rail(rail)
        side = self._theme.space(2) if rail else self._theme.space(3)
        self._column.setContentsMargins(side, self._theme.space(6), side, self._theme.space(4))

    def mark(self, name: RoomName) -> None:
        """Show which room is the present one."""
        self._items[name].setChecked(True)

    def show_note(self, name: RoomName, words: str) -> None:
        """Show a few warm words at the end of an item; "" takes them away."""
        self._items[name].set_note(words)

    def take_focus(self) -> None:
        """Put the focus on the item of the present room, as a key press would."""
        item = self._group.checkedButton()
        if item is not None:
            item.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(self._theme.size("navSpacing"))
        brand = QHBoxLayout()
        brand.setContentsMargins(self._theme.space(3), 0, 0, self._theme.space(5))
        brand.setSpacing(self._theme.space(2))
        brand.addWidget(AppMark(self._theme))
        brand.addWidget(self._name)
        brand.addStretch()
        self._column.addLayout(brand)
        for name in (RoomName.TODAY, RoomName.JOURNAL, RoomName.LETTERS, RoomName.CRITIC):
            self._column.addWidget(self._item(name))
        self._column.addStretch()
        self._column.addWidget(Separator(self._theme))
        self._column.addSpacing(self._theme.space(3))
        self._column.addWidget(self._ground)
        self._column.addWidget(self._item(RoomName.SETTINGS))
        self._column.addWidget(self._lock)

    def _item(self, name: RoomName) -> NavigationItem:
        item = NavigationItem(self._theme, self._word(name), icon=_ICONS[name])
        item.setCheckable(True)
        self._group.addButton(item)
        item.clicked.connect(lambda: self.room_chosen.emit(name))
        self._items[name] = item
        return item

    def _word(self, name: RoomName) -> str:
        words = {
            RoomName.TODAY: self.tr("Today"),
            RoomName.JOURNAL: self.tr("Journal"),
            RoomName.LETTERS: self.tr("Letters"),
            RoomName.CRITIC: self.tr("Inner critic"),
            RoomName.SETTINGS: self.tr("Settings"),
        }
        return words[name]
