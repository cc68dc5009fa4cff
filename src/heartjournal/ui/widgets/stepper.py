"""Where one is: numbered steps of the first run, and the sections of a page to go to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from heartjournal.ui.widgets.buttons import Pressable
from heartjournal.ui.widgets.painting import draw_box, draw_icon, draw_words, painter_on, width_of
from heartjournal.ui.widgets.themed import Themed

if TYPE_CHECKING:
    from heartjournal.ui.theme import ElementKey, Theme


class Stepper(Themed, QWidget):
    """The steps of a short path: those behind have a check, the present one is filled. Nothing to press."""

    def __init__(self, theme: "Theme", steps: Sequence[str], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = tuple(steps)
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._follow(theme)
        self._say()

    @property
    def current(self) -> int:
        """The index of the present step."""
        return self._current

    def set_current(self, index: int) -> None:
        """Be at another step."""
        self._current = index
        self._say()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All steps and the lines between."""
        gap = self._theme.size("stepGap")
        between = self._theme.size("stepLine") + 2 * gap
        width = sum(self._width(index) for index in range(len(self._steps))) + between * (len(self._steps) - 1)
        return QSize(width, max(self._theme.scaled("stepDot"), self._theme.line("small")))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw steps and lines, in the middle."""
        painter, theme = painter_on(self), self._theme
        x, middle = (self.width() - self.sizeHint().width()) // 2, self.height() // 2
        for index in range(len(self._steps)):
            if index:
                x += theme.size("stepGap")
                painter.fillRect(QRect(x, middle, theme.size("stepLine"), 1), theme.color("control"))
                x += theme.size("stepLine") + theme.size("stepGap")
            self._draw_step(painter, index, x)
            x += self._width(index)

    def _draw_step(self, painter: QPainter, index: int, x: int) -> None:
        theme, middle, on = self._theme, self.height() / 2, index == self._current
        if index < self._current:
            side = theme.scaled("iconSmall")
            draw_icon(painter, theme, "check", role="ink2", size=side, at=QPointF(x, middle - side / 2))
        else:
            self._draw_number(painter, index, x)
        at = QPointF(x + self._mark(index) + theme.size("stepGap"), middle)
        color = theme.color("ink" if on else "ink2")
        draw_words(painter, self._steps[index], font=theme.font("small", strong=on), color=color, at=at)

    def _draw_number(self, painter: QPainter, index: int, x: int) -> None:
        theme, on, side = self._theme, index == self._current, self._theme.scaled("stepDot")
        box = QRect(x, (self.height() - side) // 2, side, side)
        fill = theme.color("accent") if on else None
        draw_box(painter, box, radius=side / 2, fill=fill, line=theme.color("accent" if on else "control"))
        painter.setFont(theme.font("small", strong=on))
        painter.setPen(theme.color("onAccent" if on else "ink2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.locale().toString(index + 1))

    def _mark(self, index: int) -> int:
        return self._theme.scaled("iconSmall" if index < self._current else "stepDot")

    def _width(self, index: int) -> int:
        font = self._theme.font("small", strong=index == self._current)
        return self._mark(index) + self._theme.size("stepGap") + width_of(self._steps[index], font)

    def _say(self) -> None:
        said = self.tr("Step {number} of {all}: {name}")
        name = self._steps[self._current]
        self.setAccessibleName(said.format(number=self._current + 1, all=len(self._steps), name=name))


@dataclass(frozen=True, slots=True)
class StepChosen:
    """Which section a person wants to go to."""

    index: int


class StepButton(Pressable, QAbstractButton):
    """Icon and word of one section; the current one is weight 600 with a line under it in the element's colour."""

    def __init__(self, theme: "Theme", element: "ElementKey", *, word: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = theme.element(element)
        self._hides_word = False
        self.setText(word or self._look.word)
        self.setToolTip(self.text())
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._retheme)
        self._follow(theme)

    def set_short(self, short: bool) -> None:  # noqa: FBT001  a setter of one truth
        """In a narrow window only the current one keeps its word."""
        self._hides_word = short
        self._retheme()

    def sizeHint(self) -> QSize:
        """Icon and word on at least the least target."""
        theme = self._theme
        words = theme.size("stepGap") + width_of(self.text(), self.font()) if self._has_word() else 0
        height = max(theme.size("minTarget"), theme.line("small") + 2 * theme.space(1) + theme.space(1))
        return QSize(theme.scaled("icon") + words + theme.space(1), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon, word and line."""
        painter, theme, on = painter_on(self), self._theme, self.isChecked()
        side, middle = theme.scaled("icon"), self.height() / 2
        role = self._look.color if on or not self._hovered else "ink"
        draw_icon(painter, theme, self._look.icon, role=role, size=side, at=QPointF(2, middle - side / 2))
        if self._has_word():
            at = QPointF(2 + side + theme.size("stepGap"), middle)
            draw_words(painter, self.text(), font=self.font(), color=theme.color(role), at=at)
        if on:
            bar = round(theme.stroke("selected"))
            painter.fillRect(QRect(0, self.height() - bar, self.width(), bar), theme.color(self._look.color))

    def _has_word(self) -> bool:
        return self.isChecked() or not self._hides_word

    def _retheme(self) -> None:
        self.setFont(self._theme.font("small", strong=self.isChecked()))
        super()._retheme()


class SectionStepper(QWidget):
    """The sections of the page being written; pressing one goes there. `sections` are (element, word or "").

    Signals:
        step_chosen(StepChosen): a person pressed one.
    """

    step_chosen = Signal(StepChosen)

    def __init__(
        self, theme: "Theme", sections: Sequence[tuple["ElementKey", str]], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._buttons = tuple(StepButton(theme, element, word=word) for element, word in sections)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("stepSpacing"))
        for index, button in enumerate(self._buttons):
            button.clicked.connect(lambda _on=False, index=index: self._choose(index))
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Sections of this page"))

    @property
    def current(self) -> int:
        """The index of the section the caret is in, or -1."""
        return next((index for index, button in enumerate(self._buttons) if button.isChecked()), -1)

    def set_current(self, index: int) -> None:
        """Mark the section the caret is in; no signal."""
        for place, button in enumerate(self._buttons):
            button.setChecked(place == index)

    def set_short(self, short: bool) -> None:  # noqa: FBT001  a setter of one truth
        """Icons only, with the word of the current one, for a narrow window."""
        for button in self._buttons:
            button.set_short(short)

    def _choose(self, index: int) -> None:
        self.set_current(index)
        self.step_chosen.emit(StepChosen(index))
