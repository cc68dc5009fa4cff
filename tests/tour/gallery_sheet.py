"""A sheet of samples: three columns of headed groups, and the states a sample is shown in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from heartjournal.ui.widgets import Ground, TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from heartjournal.ui.theme import Theme
    from heartjournal.ui.widgets import KeyboardFocus

CAPTION = 74
STATE = 58


def hover(part: QWidget) -> None:
    """Let the pointer come over a part; it stays there until another event says that it left."""
    middle = QPointF(part.rect().center())
    QApplication.sendEvent(part, QEnterEvent(middle, middle, QPointF(part.mapToGlobal(middle))))


def inside(part: QWidget) -> QWidget:
    """A part that is a window of its own, shown where it is laid instead."""
    part.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    part.setWindowFlags(Qt.WindowType.Widget)
    return part


class Sheet(Ground):
    """Three columns of headed groups on the desk.

    Attributes:
        focused: the samples of the focus state; each has its ring while the sheet is shown.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "desk", parent=parent)
        row = QHBoxLayout(self)
        side = theme.size("contentPaddingX")
        row.setContentsMargins(side, theme.space(8), side, theme.space(8))
        row.setSpacing(theme.space(9))
        self._columns = tuple(QVBoxLayout() for _ in range(3))
        for column in self._columns:
            column.setSpacing(theme.space(3))
            row.addLayout(column, 1)
        self.focused: list[KeyboardFocus] = []

    def heading(self, column: int, words: str) -> None:
        """Begin a group."""
        layout = self._columns[column]
        if layout.count():
            layout.addSpacing(self._theme.space(2))
        layout.addWidget(TextLabel(self._theme, words, style="heading"))

    def row(self, column: int, parts: Sequence[QWidget], *, caption: str = "", stretch: bool = False) -> None:
        """Lay parts side by side, after a caption if there is one; `stretch` lets the last take what is left."""
        line = QHBoxLayout()
        line.setSpacing(self._theme.size("fieldGap"))
        if caption:
            label = TextLabel(self._theme, caption, style="small", role="ink3")
            label.setFixedWidth(self.scaled(CAPTION))
            line.addWidget(label)
        for part in parts:
            line.addWidget(part, int(stretch and part is parts[-1]))
        if not stretch:
            line.addStretch(1)
        self._columns[column].addLayout(line)

    def block(self, column: int, part: QWidget | QLayout) -> None:
        """Add one thing as wide as the column."""
        if isinstance(part, QWidget):
            self._columns[column].addWidget(part)
        else:
            self._columns[column].addLayout(part)

    def scaled(self, pixels: int) -> int:
        """A width that goes along with the words."""
        return round(pixels * self._theme.text_scale)

    def small(self, words: str) -> TextLabel:
        """A quiet caption."""
        return TextLabel(self._theme, words, style="small", role="ink3")

    def showEvent(self, event: QShowEvent) -> None:
        """Ring the samples of the focus state: only one of them could have the real focus."""
        super().showEvent(event)
        for part in self.focused:
            part.show_ring()

    def push_up(self) -> None:
        """Leave what room there is below."""
        for column in self._columns:
            column.addStretch(1)
