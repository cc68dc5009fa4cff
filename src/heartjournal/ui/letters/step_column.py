"""The steps to a letter beside the sheet: what was said in each stays in view while the next is written."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heartjournal.ui.widgets import Link, StepChosen, TextLabel, Themed
from heartjournal.ui.widgets.painting import painter_on

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from heartjournal.ui.theme import Theme

_LINES_OF_WORDS = 4


class StepState(Enum):
    """How far a step is."""

    DONE = "done"
    NOW = "now"
    LATER = "later"


class StepBox(Themed, QWidget):
    """One step: a dot on the line, when it comes, its name, and what was said in it.

    Attributes:
        chosen: the person wants to go there.
    """

    chosen = Signal()

    def __init__(self, theme: Theme, heading: str, *, is_last: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = StepState.LATER
        self._is_last = is_last
        self._when = TextLabel(theme, style="small", role="ink2")
        self._words = TextLabel(theme, role="ink2", wrap=True)
        self._words.set_most_lines(_LINES_OF_WORDS)
        self._feelings = TextLabel(theme, role="ink2", wrap=True, italic=True)
        self._go = Link(theme, "")
        self._go.clicked.connect(self.chosen)
        self._heading = heading
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.size("stepBoxIndent"), 0, 0, 0 if is_last else theme.size("stepBoxBelow"))
        column.setSpacing(0)
        column.addWidget(self._when)
        column.addWidget(TextLabel(theme, heading, style="heading", wrap=True))
        self.inside = QVBoxLayout()
        self.inside.setContentsMargins(0, theme.space(1), 0, 0)
        self.inside.setSpacing(0)
        for widget in (self._feelings, self._words, self._go):
            self.inside.addWidget(widget)
        column.addLayout(self.inside)
        self._follow(theme)

    def show_state(self, state: StepState, *, when: str, go: str) -> None:
        """Say how far the step is; `go` are the words of the link that leads there, empty where one is already."""
        self._state = state
        self._when.setText(when)
        self._when.set_role("accent" if state is StepState.NOW else "ink2", strong=state is StepState.NOW)
        self._go.setText(go)
        self._go.setAccessibleName(f"{go}: {self._heading}")
        self._go.setVisible(bool(go))
        self._go.updateGeometry()
        self.update()

    def show_said(self, words: str, *, feelings: str = "") -> None:
        """Show what was said in the step."""
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._feelings.setText(feelings)
        self._feelings.setVisible(bool(feelings))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line down to the next step, and the dot on it."""
        painter, theme = painter_on(self), self._theme
        width, side = theme.stroke("selected"), theme.size("stepBoxDot")
        x = side / 2
        if not self._is_last:
            role = "accent" if self._state is StepState.DONE else "hairline"
            painter.fillRect(QRectF(x - width / 2, 0, width, self.height()), theme.color(role))
        middle = QPointF(x, theme.line("small") / 2 + width)
        is_reached = self._state is not StepState.LATER
        painter.setPen(QPen(theme.color("accent" if is_reached else "control"), width))
        painter.setBrush(theme.color("accent" if is_reached else "desk"))
        radius = (side - width) / 2
        painter.drawEllipse(middle, radius, radius)


class StepColumn(QWidget):
    """The steps under each other. A step can hold more below its words, as help with the voice.

    Attributes:
        step_chosen: carries the `StepChosen` of a step the person wants to go to.
    """

    step_chosen = Signal(StepChosen)

    def __init__(self, theme: Theme, headings: tuple[str, ...], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headings = headings
        self.boxes = tuple(
            StepBox(theme, heading, is_last=place == len(headings) - 1) for place, heading in enumerate(headings)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for place, box in enumerate(self.boxes):
            box.chosen.connect(lambda place=place: self.step_chosen.emit(StepChosen(place)))
            column.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        column.addStretch(1)

    def show_current(self, current: int) -> None:
        """Say which step is the present one."""
        for place, box in enumerate(self.boxes):
            if place == current:
                box.show_state(StepState.NOW, when=self.tr("Now"), go="")
            elif place < current:
                box.show_state(StepState.DONE, when=self._when(place), go=self.tr("Change"))
            else:
                box.show_state(StepState.LATER, when=self._when(place), go=self.tr("Go there"))

    def _when(self, place: int) -> str:
        if place == 0:
            return self.tr("First")
        return self.tr("Last") if place == len(self.boxes) - 1 else self.tr("Then")
