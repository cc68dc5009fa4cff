"""The end of a page: its practice's closing words, and the choice whether anything is left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from heartjournal.model.practice import Saves
from heartjournal.ui.widgets import Button, ButtonKind, Separator, TextLabel

if TYPE_CHECKING:
    from heartjournal.model.practice import Practice
    from heartjournal.ui.theme import Theme


class PageEnd(QWidget):
    """Quiet words, and two buttons where the practice leaves a page or nothing.

    A page that may leave nothing is saved while it is written like any other, so that a crash loses no word of it;
    "Leave nothing behind" then takes all of it out of the journal again.

    Attributes:
        kept: the page is to be kept and closed.
        dropped: nothing is to be left behind.
    """

    kept = Signal()
    dropped = Signal()

    def __init__(self, theme: Theme, practice: Practice, *, keeps: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(theme.space(3))
        column.addWidget(Separator(theme))
        column.addSpacing(theme.space(2))
        column.addWidget(TextLabel(theme, practice.closing, role="ink2", wrap=True))
        if not keeps:
            words = self.tr("Nothing here is kept.")
            column.addWidget(TextLabel(theme, words, style="small", role="ink3", wrap=True))
        elif practice.saves is Saves.PAGE_OR_NOTHING:
            column.addLayout(self._choice())

    def arrange(self, *, indent: int, width: int) -> None:
        """Stand under the words, `indent` from the left of the page."""
        self.setFixedWidth(indent + width)
        self._column.setContentsMargins(indent, 0, 0, self._theme.space(5))

    def _choice(self) -> QHBoxLayout:
        keep = Button(self._theme, self.tr("Keep this as a page"), small=True)
        keep.clicked.connect(self.kept)
        drop = Button(self._theme, self.tr("Leave nothing behind"), kind=ButtonKind.QUIET, small=True)
        drop.clicked.connect(self.dropped)
        row = QHBoxLayout()
        row.setSpacing(self._theme.space(2))
        row.addWidget(keep)
        row.addWidget(drop)
        row.addStretch()
        return row
