"""A page on the desk with lamplight behind it, which scrolls when the window is too low for it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from heartjournal.ui.widgets.lamplight import Lamplight

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme


class LampPlace(Enum):
    """Where the light lies: a fraction of width and height, then pixels."""

    DOOR = (0.5, 0.5), (0, 165)
    FIRST_RUN = (0.5, 1.0), (0, 55)
    CORNER = (0.25, 1.0), (0, 125)


class LitPage(Lamplight):
    """Put a layout into `contents`."""

    def __init__(self, theme: Theme, place: LampPlace, *, parent: QWidget | None = None) -> None:
        center, offset = place.value
        super().__init__(theme, center=center, offset=offset, parent=parent)
        self.contents = QWidget()
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.contents)
        self._area.viewport().setAutoFillBackground(False)
        self.contents.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def to_top(self) -> None:
        """Show the page from its beginning."""
        self._area.verticalScrollBar().setValue(0)
