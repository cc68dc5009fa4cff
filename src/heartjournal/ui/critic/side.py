"""Where the suggestions are: beside the timeline, or where that leaves too little room in a drawer behind a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from heartjournal.ui.widgets.themed import retheme_moved

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout, QWidget

    from heartjournal.ui.critic.suggestions import Suggestions
    from heartjournal.ui.theme import Theme
    from heartjournal.ui.widgets import Button


class Side:
    """Moves the card between the row it stands in and a drawer over the room, which `button` opens and shuts."""

    def __init__(self, theme: Theme, card: Suggestions, row: QHBoxLayout, button: Button, *, room: QWidget) -> None:
        self._theme = theme
        self._card = card
        self._row = row
        self._button = button
        self._room = room
        self._is_open = False
        self.is_drawer = False
        row.addWidget(card)
        button.hide()
        button.setCheckable(True)
        button.clicked.connect(self._turn)

    def fit(self, *, is_drawer: bool, is_needed: bool) -> None:
        """Take the place that this width gives; a drawer has none while its page is not shown."""
        if is_drawer != self.is_drawer:
            self.is_drawer = is_drawer
            self._is_open = False
            self._move()
        self._is_open = self._is_open and is_needed
        self._button.setVisible(is_drawer and is_needed)
        self._button.setChecked(self._is_open)
        self._card.setVisible(not is_drawer or self._is_open)
        self._place()

    def shut(self) -> bool:
        """Shut the drawer, and give the keyboard back to its button; whether it was open."""
        if not self._is_open:
            return False
        had_focus = self._card.isAncestorOf(self._card.window().focusWidget())
        self._is_open = False
        self._button.setChecked(False)
        if had_focus:
            self._button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._card.hide()
        return True

    def _turn(self) -> None:
        if not self.shut():
            self._is_open = True
            self._button.setChecked(True)
            self._place()
            self._card.show()
            self._card.raise_()
            self._card.take_focus()

    def _move(self) -> None:
        self._card.hide()
        if self.is_drawer:
            self._row.removeWidget(self._card)
            self._card.setParent(self._room)
        else:
            self._row.addWidget(self._card)
        retheme_moved(self._card)

    def _place(self) -> None:
        width = self._theme.scaled("criticSide")
        if not self.is_drawer:
            self._card.setFixedWidth(width)
            return
        gap = self._theme.space(3)
        width = max(width, self._theme.size("criticDrawer"))
        top = self._button.mapTo(self._room, QPoint(0, self._button.height())).y() + gap
        self._card.setFixedWidth(min(width, self._room.width() - 2 * gap))
        self._card.setGeometry(
            self._room.width() - self._card.width() - gap,
            top,
            self._card.width(),
            max(self._card.minimumSizeHint().height(), self._room.height() - top - gap),
        )
