"""A circle to breathe with: four seconds in, six out; where motion is reduced it stands still and an arc marks time."""

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QWidget

from heartjournal.ui.widgets.painting import painter_on
from heartjournal.ui.widgets.themed import Themed

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme

ARC_STEPS = 10
_DOTS = (1, 7)
_FULL_TURN = 360 * 16
_TOP = 90 * 16


class BreathPhase(Enum):
    """Which way the breath goes."""

    IN = "in"
    OUT = "out"


class BreathingCircle(Themed, QWidget):
    """Begins to breathe when shown and rests while hidden. Painted on what lies below it.

    Signals:
        phase_changed: the breath turned; ask `phase`.
        breathed: one whole breath is over.
    """

    phase_changed = Signal()
    breathed = Signal()

    def __init__(self, theme: "Theme", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phase = BreathPhase.IN
        self._scale = theme.tokens.breath.least
        self._arc = 0
        self._is_paused = False
        self._movement = QVariantAnimation(self)
        self._movement.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._movement.valueChanged.connect(self._widen)
        self._movement.finished.connect(self._turn)
        self._step = QTimer(self)
        self._step.timeout.connect(self._fill_arc)
        self._follow(theme)

    @property
    def phase(self) -> BreathPhase:
        """Which way the breath goes now."""
        return self._phase

    @property
    def words(self) -> str:
        """What to do now, in words."""
        return self.tr("Breathe in") if self._phase is BreathPhase.IN else self.tr("Breathe out")

    @property
    def is_paused(self) -> bool:
        """Whether the person stopped it."""
        return self._is_paused

    def set_paused(self, paused: bool) -> None:  # noqa: FBT001  a setter of one truth
        """Stop where it is, or go on from there."""
        self._is_paused = paused
        if paused:
            if self._movement.state() is QVariantAnimation.State.Running:
                self._movement.pause()
            self._step.stop()
        elif self.isVisible():
            self._go_on()
        self.update()

    def sizeHint(self) -> QSize:
        """The outer ring at its widest."""
        side = 2 * self._theme.tokens.breath.radii[0]
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Half of that; the rings shrink with it."""
        return self.sizeHint() / 2

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with a breath in."""
        super().showEvent(event)
        if not self._is_paused:
            self._begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing runs for what cannot be seen."""
        super().hideEvent(event)
        self._movement.stop()
        self._step.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rings at the present scale, the dotted outline, and the words in the middle."""
        painter, theme = painter_on(self), self._theme
        breath, middle = theme.tokens.breath, QPointF(self.width() / 2, self.height() / 2)
        fit = min(1.0, min(self.width(), self.height()) / (2 * breath.radii[0] + 4))
        painter.setPen(Qt.PenStyle.NoPen)
        for role, radius in zip(breath.rings, breath.radii, strict=True):
            painter.setBrush(theme.color(role))
            painter.drawEllipse(middle, radius * fit * self._scale, radius * fit * self._scale)
        self._draw_outline(painter, middle, breath.radii[0] * fit)
        painter.setFont(theme.font("title"))
        painter.setPen(theme.color("ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.words)

    def _draw_outline(self, painter: QPainter, middle: QPointF, radius: float) -> None:
        pen = QPen(self._theme.color("kindnessMark"), self._theme.stroke("breathOutline"))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._theme.reduced_motion:
            box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
            painter.setPen(pen)
            painter.drawArc(box, _TOP, -_FULL_TURN * self._arc // ARC_STEPS)
            return
        pen.setDashPattern([part / pen.widthF() for part in _DOTS])
        painter.setPen(pen)
        painter.drawEllipse(middle, radius, radius)

    def _begin(self) -> None:
        self._phase = BreathPhase.IN
        self._arc = 0
        if self._theme.reduced_motion:
            breath = self._theme.tokens.breath
            self._scale = (breath.least + breath.full) / 2
            self._step.start(self._breath_length() // ARC_STEPS)
        else:
            self._move()
        self._tell_phase()

    def _go_on(self) -> None:
        if self._theme.reduced_motion:
            self._step.start(self._breath_length() // ARC_STEPS)
        elif self._movement.state() is QVariantAnimation.State.Paused:
            self._movement.resume()
        else:
            self._begin()

    def _breath_length(self) -> int:
        return self._theme.motion("breathIn") + self._theme.motion("breathOut")

    def _move(self) -> None:
        breath, inward = self._theme.tokens.breath, self._phase is BreathPhase.IN
        self._movement.setStartValue(breath.least if inward else breath.full)
        self._movement.setEndValue(breath.full if inward else breath.least)
        self._movement.setDuration(self._theme.motion("breathIn" if inward else "breathOut"))
        self._movement.start()

    def _widen(self, scale: float) -> None:
        self._scale = scale
        self.update()

    def _turn(self) -> None:
        if not self.isVisible():
            return
        self._swap()
        self._move()

    def _fill_arc(self) -> None:
        self._arc = self._arc % ARC_STEPS + 1
        inward_steps = ARC_STEPS * self._theme.motion("breathIn") // self._breath_length()
        if self._arc in {inward_steps, ARC_STEPS}:
            self._swap()
        self.update()

    def _swap(self) -> None:
        is_over = self._phase is BreathPhase.OUT
        self._phase = BreathPhase.IN if is_over else BreathPhase.OUT
        self._tell_phase()
        if is_over:
            self.breathed.emit()

    def _tell_phase(self) -> None:
        self.setAccessibleName(self.words)
        self.phase_changed.emit()
        self.update()

    def _retheme(self) -> None:
        super()._retheme()
        if self.isVisible() and not self._is_paused:
            self._movement.stop()
            self._step.stop()
            self._begin()
