"""Tonight's card: follow the prompts or write freely, chosen with the arrow keys and opened with Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from heartjournal.model.element import Element
from heartjournal.ui.wanted import EVENING_JOURNAL, FREE_WRITING, PageWanted
from heartjournal.ui.widgets import Button, ButtonKind, Card, ChoiceTile, ChoiceTiles, TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from heartjournal.ui.theme import ElementKey, Theme

_TURNS: tuple[ElementKey, ...] = ("event", *Element)


class Tonight(Card):
    """The one card with a primary button.

    Attributes:
        page_wanted: carries the `PageWanted` that is chosen.
    """

    page_wanted = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, bare=True, parent=parent)
        guided = ChoiceTile(
            theme,
            self.tr("Follow the prompts"),
            text=self.tr("What happened, then three gentle turns. About ten minutes."),
            path=_TURNS,
        )
        free_words = self.tr("A blank page and no questions. As short or as long as you like.")
        free = ChoiceTile(theme, self.tr("Write freely"), text=free_words)
        self._ways = ChoiceTiles(theme, (guided, free))
        self._ways.entered.connect(self._ask)
        self._open = Button(theme, self.tr("Open tonight’s page"), kind=ButtonKind.PRIMARY, icon="pen-line")
        self._hint = TextLabel(theme, self.tr("Enter opens · arrow keys switch"), style="small", role="ink3")
        self._open.clicked.connect(self._ask)
        self._open.installEventFilter(self)
        self._lay_out()

    def take_focus(self) -> None:
        """Put the focus on the button, ring and all: Enter opens tonight's page."""
        self._open.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001  the one thing it says
        """In a narrow window the hint goes."""
        self._hint.setVisible(not narrow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On the button the left and right keys switch between the two ways to write."""
        if watched is self._open and event.type() == QEvent.Type.KeyPress:
            key = cast("QKeyEvent", event).key()
            if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
                self._ways.set_current(0 if key == Qt.Key.Key_Left else 1)
                return True
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
        self.page_wanted.emit(PageWanted((EVENING_JOURNAL, FREE_WRITING)[self._ways.current]))

    def _lay_out(self) -> None:
        theme = self._theme
        column = QVBoxLayout(self)
        side = theme.size("tonightPadding")
        column.setContentsMargins(side, side, side, theme.size("tonightPaddingBottom"))
        column.setSpacing(0)
        column.addWidget(TextLabel(theme, self.tr("Tonight’s page"), style="title"))
        column.addSpacing(theme.size("tonightGap"))
        asked = self.tr("What has stayed with you since morning? Half a sentence is enough.")
        column.addWidget(TextLabel(theme, asked, role="ink2", wrap=True))
        column.addSpacing(theme.space(5))
        column.addWidget(self._ways)
        column.addStretch()
        column.addSpacing(theme.space(9))
        row = QHBoxLayout()
        row.addWidget(self._open)
        row.addStretch()
        row.addWidget(self._hint)
        column.addLayout(row)
