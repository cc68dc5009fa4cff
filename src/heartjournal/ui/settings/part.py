"""A section of the settings: parts one under another, each a heading with what stands below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from heartjournal.ui.widgets import TextLabel

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme


class Parts(QWidget):
    """A column that leaves room around itself for the focus rings of what stands at its edge."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.column = QVBoxLayout(self)
        reach = theme.size("ringReach")
        self.column.setContentsMargins(reach, reach, reach, theme.size("contentPaddingBottom"))
        self.column.setSpacing(0)

    def add_heading(self, text: str) -> TextLabel:
        """Begin a part."""
        if self.column.count():
            self.column.addSpacing(self._theme.space(5))
        heading = TextLabel(self._theme, text, style="heading", wrap=True)
        self.column.addWidget(heading)
        self.column.addSpacing(self._theme.size("brandGap"))
        return heading

    def add(self, widget: QWidget, *, after: int = 0) -> None:
        """Put something below, `after` pixels further down."""
        self.column.addSpacing(after)
        self.column.addWidget(widget)

    def end(self) -> None:
        """Let what room is left stay below."""
        self.column.addStretch(1)
