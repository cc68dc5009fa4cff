"""Words that are pressed: of a suggestion, which folds its sentences out, or of a sentence, which opens its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from heartjournal.ui.widgets import TextLabel
from heartjournal.ui.widgets.painting import draw_box, painter_on
from heartjournal.ui.widgets.tiles import Paned

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from heartjournal.ui.theme import Theme


class FoldingWords(Paned):
    """A sentence in the reading type and a quiet line below or above it. Signals: `clicked`."""

    def __init__(
        self, theme: Theme, words: str, line: str, *, line_first: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(words)
        self.setAccessibleDescription(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        parts = [
            TextLabel(theme, words, style="excerpt", wrap=True),
            TextLabel(theme, line, style="small", role="ink3", wrap=True),
        ]
        for part in reversed(parts) if line_first else parts:
            column.addWidget(part)
        self._let_through()
        self._stretch()
        self._follow(theme)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Sunken while pointed at or pressed."""
        if self._hovered or self.isDown():
            fill = self._theme.color("eventTint" if self.isDown() else "sunken")
            draw_box(painter_on(self), self.rect(), radius=self._ring_radius(), fill=fill)

    def _ring_radius(self) -> float:
        return self._theme.size("buttonRadiusSmall")
