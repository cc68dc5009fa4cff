"""The bar below a letter: when it comes back, and the two ways to leave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.ui.letters.bring_back import BringBack
from heartjournal.ui.widgets import Button, ButtonKind, Ground, Separator

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from heartjournal.ui.surroundings import Surroundings


class LetterBar(Ground):
    """For a draft, the wait and "Put it away"; for a letter that was put away, only "Done".

    Attributes:
        finished: the letter is to be put away, or closed if it was.
        kept_as_draft: it is to be kept as a draft.
    """

    finished = Signal()
    kept_as_draft = Signal()

    def __init__(self, surroundings: Surroundings, *, parent: QWidget | None = None) -> None:
        super().__init__(surroundings.theme, "paper", parent=parent)
        theme = surroundings.theme
        self._theme = theme
        self._is_draft = True
        self._is_low = False
        self.when = BringBack(theme, surroundings.clock)
        self.when.changed.connect(self._tell)
        self._keep = Button(theme, self.tr("Keep as a draft"), kind=ButtonKind.QUIET)
        self._keep.clicked.connect(self.kept_as_draft)
        self.finish = Button(theme, self.tr("Put it away"), kind=ButtonKind.PRIMARY, icon="mail")
        self.finish.clicked.connect(self.finished)
        line = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, line)
        self._row.setSpacing(theme.space(2))
        self._row.addWidget(self.when)
        self._ways = QHBoxLayout()
        self._ways.setSpacing(theme.space(2))
        self._ways.addStretch(1)
        self._ways.addWidget(self._keep)
        self._ways.addWidget(self.finish)
        self._row.addLayout(self._ways, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Separator(theme))
        column.addWidget(line, 1)

    def begin(self, *, is_draft: bool) -> None:
        """Show what can be done with a letter that is a draft, or was put away before."""
        self._is_draft = is_draft
        self.when.begin()
        self.when.setVisible(is_draft)
        self._keep.setVisible(is_draft)
        self._tell()

    def allow(self, has_letter: bool) -> None:  # noqa: FBT001  the one thing it says
        """Only a letter with words can be put away."""
        self.finish.setEnabled(has_letter or not self._is_draft)

    def set_size(self, *, low: bool, narrow: bool) -> None:
        """Lower in a low window; less said in a narrow one."""
        self._is_low = low
        side = self._theme.size("contentPaddingXNarrow" if narrow else "letterBarPadding")
        self._row.setContentsMargins(side, 0, side, 0)
        self.when.set_narrow(narrow)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take two lines where one has no room for all of it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wanted = self._ways.sizeHint().width() + (self.when.sizeHint().width() if self._is_draft else 0)
        margins = self._row.contentsMargins()
        beside = wanted + self._row.spacing() <= self.width() - margins.left() - margins.right()
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        height = self._theme.size("barHeightLow" if self._is_low else "letterBar")
        self.setFixedHeight(height if beside else height + self.finish.sizeHint().height() + self._row.spacing())

    def _tell(self) -> None:
        if not self._is_draft:
            self.finish.setText(self.tr("Done"))
            self.finish.set_icon("check")
            return
        self.finish.setText(self.tr("Seal the letter") if self.when.is_sealed else self.tr("Put it away"))
        self.finish.set_icon("lock" if self.when.is_sealed else "mail")
        self.finish.updateGeometry()
