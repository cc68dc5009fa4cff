"""What a room shows that has nothing in it yet: lamplight, an icon, what the place is for, its first thing to do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.ui.widgets.buttons import Button, ButtonKind
from heartjournal.ui.widgets.labels import IconLabel, TextLabel
from heartjournal.ui.widgets.lamplight import Lamplight
from heartjournal.ui.widgets.lit_page import centred

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme

# The light lies a little above the middle of the room and the words a little below it.
_LIGHT_AT = (0.5, 0.45)
_ABOVE, _BELOW = 5, 3


class EmptyRoom(Lamplight):
    """In the middle of a room. `explanation` is shown when it is asked for; with a `second` thing there is none.

    Attributes:
        begun: the first thing was chosen.
        second_chosen: the other thing that can be done here, where there is one, was chosen.
    """

    begun = Signal()
    second_chosen = Signal()

    def __init__(  # noqa: PLR0913  each is one piece of words
        self,
        theme: "Theme",
        *,
        icon: str,
        heading: str,
        text: str,
        first: str,
        first_icon: str,
        explanation: str = "",
        second: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, center=_LIGHT_AT, radii=_radii(theme), parent=parent)
        kind = ButtonKind.SECONDARY if second else ButtonKind.PRIMARY
        self.first = Button(theme, first, kind=kind, icon=first_icon)
        self.first.clicked.connect(self.begun)
        self.how = Button(theme, second or self.tr("See how it works"), kind=ButtonKind.QUIET)
        self.how.clicked.connect(self.second_chosen if second else self._explain)
        self._explanation = TextLabel(theme, explanation, role="ink2", wrap=True)
        self._explanation.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._explanation.hide()
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addStretch(_ABOVE)
        column.addWidget(IconLabel(theme, icon, size=theme.size("emptyIcon")), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.space(8))
        column.addLayout(self._middle(TextLabel(theme, heading, style="title", wrap=True), "emptyWidth"))
        column.addSpacing(theme.size("brandGap"))
        self._text = TextLabel(theme, text, wrap=True)
        column.addLayout(self._middle(self._text, "emptyTextWidth"))
        column.addSpacing(theme.size("todayPagesGap"))
        column.addLayout(self._buttons())
        column.addSpacing(theme.space(4))
        column.addLayout(self._middle(self._explanation, "emptyTextWidth"))
        column.addStretch(_BELOW)

    def say(self, text: str, *, second: str) -> None:
        """Say something else of the place, and of the other thing that can be done."""
        self._text.setText(text)
        self.how.setText(second)
        self.how.updateGeometry()

    def take_focus(self) -> None:
        """Wait on the first thing to do."""
        self.first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low room the light is smaller: it is never cut."""
        super().resizeEvent(event)
        largest, *_ = _radii(self._theme)
        share = min(1.0, min(_LIGHT_AT[1] * self.height(), self.width() / 2) / largest)
        outer, middle, inner = (round(radius * share) for radius in _radii(self._theme))
        self.set_light(center=_LIGHT_AT, radii=(outer, middle, inner))

    def _middle(self, label: TextLabel, width: str) -> QHBoxLayout:
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        label.setMaximumWidth(self._theme.scaled(width))
        return centred(label)

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


def _radii(theme: "Theme") -> tuple[int, int, int]:
    return theme.size("emptyPool1"), theme.size("emptyPool2"), theme.size("emptyPool3")
