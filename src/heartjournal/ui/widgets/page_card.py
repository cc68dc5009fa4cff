"""A page of the last days as a card that opens it: day, element icons, three lines of its words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.ui.widgets.elements import ElementIcons
from heartjournal.ui.widgets.labels import TextLabel
from heartjournal.ui.widgets.painting import draw_box, painter_on
from heartjournal.ui.widgets.tiles import Paned

if TYPE_CHECKING:
    from heartjournal.ui.theme import ElementKey, Theme

EXCERPT_LINES = 3


class PageCard(Paned):
    """Signals: `clicked`. The words are read out as its description."""

    def __init__(
        self,
        theme: "Theme",
        day_label: str,
        words: str,
        *,
        elements: Sequence["ElementKey"] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(day_label)
        self.setAccessibleDescription(words)
        column = QVBoxLayout(self)
        across, down = theme.size("pageCardPadding"), theme.size("pageCardPaddingY")
        column.setContentsMargins(across, down, across, down)
        column.setSpacing(theme.space(1))
        head = QHBoxLayout()
        head.setSpacing(theme.space(2))
        head.addWidget(TextLabel(theme, day_label, style="small", role="ink2", strong=True), 1)
        head.addWidget(ElementIcons(theme, elements))
        self._words = TextLabel(theme, words, style="excerpt", wrap=True)
        self._words.set_most_lines(EXCERPT_LINES)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self._words, 1)
        self._let_through()
        self._stretch()
        self._follow(theme)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        fill = self._theme.color("eventTint" if self.isDown() else "sunken" if self._hovered else "paper")
        line = self._theme.color("hairline")
        draw_box(painter_on(self), self.rect(), radius=self._ring_radius(), fill=fill, line=line)

    def _ring_radius(self) -> float:
        return self._theme.radius("card")

    def _retheme(self) -> None:
        self._words.setMinimumHeight(EXCERPT_LINES * self._theme.line("excerpt"))
        super()._retheme()
