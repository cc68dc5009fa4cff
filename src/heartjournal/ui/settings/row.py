"""Rows of settings: a few words at the left, what can be done about them at the right, several in one card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.ui.widgets import Card, Separator, TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from heartjournal.ui.theme import Theme

_OWN_PARTS = 2  # of a card: its rows, and the line below them
_LEAST_CHARACTERS = 18  # of the words beside a control, before the control goes below them


class Row(QWidget):
    """One line of a card; its controls go below the words when there is no room beside them."""

    def __init__(self, theme: Theme, heading: str, text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.heading = TextLabel(theme, heading, style="label", wrap=True)
        self.text = TextLabel(theme, text, style="small", role="ink2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.heading)
        words.addWidget(self.text)
        self._controls = QHBoxLayout()
        self._controls.setSpacing(theme.space(2))
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        across, down = theme.size("settingsRowPaddingX"), theme.size("settingsRowPaddingY")
        self._line.setContentsMargins(across, down, across, down)
        self._line.setSpacing(theme.space(5))
        self._line.addLayout(words, 1)
        self._line.addLayout(self._controls)
        self.text.setVisible(bool(text))

    def add_control(self, control: QWidget) -> None:
        """Put something that can be operated at the end of the row."""
        self._controls.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between beside and below."""
        super().resizeEvent(event)
        wanted = self._controls.sizeHint().width() + self._line.spacing() + 2 * self._theme.size("settingsRowPaddingX")
        least = self.heading.fontMetrics().averageCharWidth() * _LEAST_CHARACTERS
        below = self._controls.count() > 0 and self.width() - wanted < least
        direction = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        if direction != self._line.direction():
            self._line.setDirection(direction)
            self._line.setSpacing(self._theme.space(2 if below else 5))
            self._controls.setAlignment(Qt.AlignmentFlag.AlignLeft if below else Qt.AlignmentFlag.AlignRight)


class RowCard(Card):
    """A card of rows with a hairline between them."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, bare=True, parent=parent)
        self._rows, self._end = QVBoxLayout(), QVBoxLayout(self)
        for layout in (self._rows, self._end):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self._end.addLayout(self._rows)
        self._line = Separator(theme)
        self._line.hide()
        self._end.addWidget(self._line)

    def add_row(self, row: QWidget) -> None:
        """Put a row at the end."""
        if self._rows.count():
            self._rows.addWidget(Separator(self._theme))
        self._rows.addWidget(row)
        self._line.setVisible(self._end.count() > _OWN_PARTS)

    def end_with(self, row: QWidget) -> None:
        """Put a row below all others, which stays when they are taken away."""
        self._end.addWidget(row)

    def clear(self) -> None:
        """Take every row away but the one it ends with."""
        self._line.hide()
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
