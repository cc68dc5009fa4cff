"""The bar above a letter that is read: when it was written, what can be done with it, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from heartjournal.ui.widgets import Button, ButtonKind, IconButton, TextLabel

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme


class ReadingBar(QWidget):
    """Both sides are as wide, so that the day stands in the middle.

    Attributes:
        printing_wanted, change_wanted, listening_wanted: what was pressed.
        too_much_wanted: the way to grounding was taken.
        closed: Close was pressed.
    """

    printing_wanted = Signal()
    change_wanted = Signal()
    listening_wanted = Signal()
    too_much_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._written = TextLabel(theme, role="ink2", wrap=True)
        self._written.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        self._written.set_most_lines(1)
        self._print = IconButton(theme, "printer", self.tr("Print this letter"), small=True)
        self._print.clicked.connect(self.printing_wanted)
        self._change = IconButton(theme, "pen-line", self.tr("Change its words"), small=True)
        self._change.clicked.connect(self.change_wanted)
        self._listen = IconButton(theme, "volume-2", self.tr("Read this letter aloud"), small=True)
        self._listen.clicked.connect(self.listening_wanted)
        self._too_much = IconButton(theme, "anchor", self.tr("Too much right now"), small=True)
        self._too_much.clicked.connect(self.too_much_wanted)
        self._close = Button(theme, self.tr("Close"), kind=ButtonKind.QUIET, small=True, trailing="x")
        self._close.clicked.connect(self.closed)
        self._lay_out()

    def show_day(self, words: str) -> None:
        """Say when the letter was written; nothing says nothing."""
        self._written.setText(words)

    def show_tools(self, *, is_sealed: bool, may_be_heard: bool) -> None:
        """Offer what can be done; a sealed letter can only be closed."""
        self._print.setVisible(not is_sealed)
        self._change.setVisible(not is_sealed)
        self._listen.setVisible(may_be_heard and not is_sealed)

    def show_listening(self, *, is_reading: bool) -> None:
        """Offer silence while the letter is read aloud."""
        self._listen.set_icon("volume-off" if is_reading else "volume-2")
        self._listen.set_name(self.tr("Stop reading aloud") if is_reading else self.tr("Read this letter aloud"))

    def set_low(self, low: bool) -> None:  # noqa: FBT001  the one thing it says
        """A low window gets a lower bar."""
        self.setFixedHeight(self._theme.size("barHeightLow" if low else "topBar"))

    def _lay_out(self) -> None:
        theme = self._theme
        left, right = QWidget(), QWidget()
        for side in (left, right):
            side.setFixedWidth(theme.size("readingBarSide"))
        tools = QHBoxLayout(left)
        tools.setContentsMargins(0, 0, 0, 0)
        for tool in (self._print, self._change, self._listen):
            tools.addWidget(tool)
        tools.addStretch(1)
        ends = QHBoxLayout(right)
        ends.setContentsMargins(0, 0, 0, 0)
        ends.addStretch(1)
        ends.addWidget(self._too_much)
        ends.addWidget(self._close)
        row = QHBoxLayout(self)
        padding = theme.size("barPadding")
        row.setContentsMargins(padding, 0, padding, 0)
        row.addWidget(left)
        row.addWidget(self._written, 1)
        row.addWidget(right)
