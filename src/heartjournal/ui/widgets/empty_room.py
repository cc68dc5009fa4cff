"""What a room shows that has nothing in it yet: lamplight, an icon, what the place is for, its first thing to do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.ui.widgets.buttons import Button, ButtonKind
from heartjournal.ui.widgets.labels import IconLabel, TextLabel
from heartjournal.ui.widgets.lamplight import Lamplight

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme


class EmptyRoom(Lamplight):
    """In the middle of a room. `explanation` is shown when it is asked for.

    Attributes:
        begun: the first thing was chosen.
    """

    begun = Signal()

    def __init__(  # noqa: PLR0913  each is one piece of words
        self,
        theme: "Theme",
        *,
        icon: str,
        heading: str,
        text: str,
        first: str,
        first_icon: str,
        explanation: str,
        parent: QWidget | None = None,
    ) -> None:
        radii = (theme.size("emptyPool1"), theme.size("emptyPool2"), theme.size("emptyPool3"))
        super().__init__(theme, radii=radii, parent=parent)
        self.first = Button(theme, first, kind=ButtonKind.PRIMARY, icon=first_icon)
        self.first.clicked.connect(self.begun)
        self.how = Button(theme, self.tr("See how it works"), kind=ButtonKind.QUIET)
        self.how.clicked.connect(self._explain)
        self._explanation = TextLabel(theme, explanation, role="ink2", wrap=True)
        self._explanation.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._explanation.hide()
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(IconLabel(theme, icon, size=theme.size("emptyIcon")), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.space(8))
        column.addLayout(self._middle(TextLabel(theme, heading, style="title", wrap=True)))
        column.addSpacing(theme.size("brandGap"))
        column.addLayout(self._middle(TextLabel(theme, text, wrap=True)))
        column.addSpacing(theme.size("todayPagesGap"))
        column.addLayout(self._buttons())
        column.addSpacing(theme.space(4))
        column.addLayout(self._middle(self._explanation))
        column.addStretch(1)

    def take_focus(self) -> None:
        """Wait on the first thing to do."""
        self.first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _middle(self, label: TextLabel) -> QHBoxLayout:
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        label.setMaximumWidth(self._theme.scaled("emptyWidth"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(label, 1000)
        row.addStretch(1)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.space(2))
        row.addStretch(1)
        row.addWidget(self.first)
        row.addWidget(self.how)
        row.addStretch(1)
        return row

    def _explain(self) -> None:
        self._explanation.setVisible(self._explanation.isHidden())
