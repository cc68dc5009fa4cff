"""The question asked when the last words cannot be saved and the window is to be left all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.ui.widgets import Button, ButtonKind, Ground, NoticeBox

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from heartjournal.ui.theme import Theme


class LastWords(Ground):
    """A notice with two buttons, hidden until `ask`; what is written stays in sight below it.

    Attributes:
        stay_chosen: the person stays with the page; the question is gone.
        leave_chosen: the window is to be left without what was never saved; the question is gone.
    """

    stay_chosen = Signal()
    leave_chosen = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "paper", parent=parent)
        notice = NoticeBox(
            theme,
            heading=self.tr("The last words could not be saved."),
            text=self.tr("They are still on the page. If you close now, what was not saved is lost."),
        )
        self._stay = Button(theme, self.tr("Stay with the page"), kind=ButtonKind.PRIMARY, small=True)
        self._stay.clicked.connect(lambda: self._choose(stays=True))
        leave = Button(theme, self.tr("Close without the last words"), kind=ButtonKind.QUIET, small=True)
        leave.clicked.connect(lambda: self._choose(stays=False))
        row = QHBoxLayout()
        row.setSpacing(theme.space(2))
        row.addWidget(self._stay)
        row.addWidget(leave)
        row.addStretch()
        column = QVBoxLayout(self)
        edge = theme.space(4)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.space(3))
        column.addWidget(notice)
        column.addLayout(row)
        self.hide()

    def ask(self) -> None:
        """Show the question, with the keyboard on the way that loses nothing."""
        self.show()
        self._stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stays."""
        if event.key() == Qt.Key.Key_Escape:
            self._choose(stays=True)
            return
        super().keyPressEvent(event)

    def _choose(self, *, stays: bool) -> None:
        self.hide()
        (self.stay_chosen if stays else self.leave_chosen).emit()
