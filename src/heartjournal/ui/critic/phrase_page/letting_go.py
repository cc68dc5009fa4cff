"""The question before a phrase is let go for good, which cannot be undone; letting it rest keeps everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from heartjournal.ui.widgets import Button, ButtonKind, Card, FlowLayout, NoticeBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from heartjournal.ui.theme import Theme


class LettingGo(Card):
    """Hidden until it is asked.

    Attributes:
        rest_wanted: the phrase is to rest instead.
        letting_go_wanted: it is to go.
        left: it stays as it is.
    """

    rest_wanted = Signal()
    letting_go_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._notice = NoticeBox(
            theme,
            heading=self.tr("Letting it go cannot be undone."),
            text=self.tr(
                "Your kinder lines go with it, and all you wrote about it here. Your pages and letters stay. A phrase "
                "that rests is out of sight, and nothing is lost."
            ),
        )
        self._rest = Button(theme, self.tr("Let it rest instead"), small=True, icon="archive")
        go = Button(theme, self.tr("Let it go"), kind=ButtonKind.QUIET, small=True)
        stay = Button(theme, self.tr("Leave it as it is"), kind=ButtonKind.QUIET, small=True)
        self._rest.clicked.connect(self.rest_wanted)
        go.clicked.connect(self.letting_go_wanted)
        stay.clicked.connect(self.left)
        self._stay = stay
        flow = FlowLayout(spacing=theme.space(2))
        for button in (self._rest, go, stay):
            flow.addWidget(button)
        self.body.addWidget(self._notice)
        self.body.addLayout(flow)
        self.hide()

    def ask(self, *, is_resting: bool) -> None:
        """Ask, with the keyboard on the way that loses nothing."""
        self._rest.setVisible(not is_resting)
        self.show()
        (self._stay if is_resting else self._rest).setFocus(Qt.FocusReason.ShortcutFocusReason)
