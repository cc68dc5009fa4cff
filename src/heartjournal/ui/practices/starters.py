"""Beginnings of sentences for when words are slow; choosing one writes it into the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from heartjournal.ui.widgets import Chip, FlowLayout, TextLabel

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme


class Starters(QWidget):
    """A row of dashed chips.

    Attributes:
        chosen: the words to write, with a space behind them in place of the ellipsis they are shown with.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, starters: tuple[str, ...], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = FlowLayout(self, spacing=theme.size("chipSpacing"))
        heading = TextLabel(theme, self.tr("If words are slow:"), style="small", role="ink3")
        heading.setFixedHeight(theme.grown("chip", "compact"))
        flow.addWidget(heading)
        for starter in starters:
            chip = Chip(theme, starter, dashed=True)
            chip.clicked.connect(lambda _checked=False, words=starter: self.chosen.emit(_to_write(words)))
            flow.addWidget(chip)


def _to_write(starter: str) -> str:
    return starter.rstrip("… .") + " "
