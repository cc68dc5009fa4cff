"""A quiet clock for a step: begun by the person, stopped at any time, with a circle to breathe by if it has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.ui.widgets import BreathingCircle, Button, ButtonKind, TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from heartjournal.model.practice import Timer
    from heartjournal.ui.theme import Theme

_SECOND = 1000
_MINUTE = 60


class TimerInput(QWidget):
    """One button a length. It counts nothing the person did and writes nothing on the page.

    Attributes:
        finished: the time is over.
        ticked: another second has gone, or the clock was begun or stopped.
    """

    finished = Signal()
    ticked = Signal()

    def __init__(self, theme: Theme, timer: Timer, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._timer = timer
        self._left = 0
        self.clock = QTimer(self)
        self.clock.setInterval(_SECOND)
        self.clock.timeout.connect(self._tick)
        self._circle: BreathingCircle | None = None
        self._lengths = [self._length_button(seconds) for seconds in timer.seconds]
        self._stop = Button(theme, self.tr("Stop"), kind=ButtonKind.QUIET, small=True, icon="pause")
        self._stop.clicked.connect(self.stop)
        self._said = TextLabel(theme, style="small", role="ink3")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(2))
        self._column.addLayout(self._row())
        self._show_rest()

    @property
    def is_running(self) -> bool:
        """Whether time is passing."""
        return self.clock.isActive()

    @property
    def said(self) -> str:
        """The quiet words beside the buttons."""
        return self._said.text()

    def begin(self, seconds: int) -> None:
        """Start one of the lengths, in seconds."""
        self._left = seconds
        self.clock.start()
        if self._timer.breathing:
            self._show_circle()
        self._show_running()
        self._stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """Stop; nothing is asked."""
        self._end("")

    def hideEvent(self, event: QHideEvent) -> None:
        """A page that is left runs no clock."""
        super().hideEvent(event)
        if self.is_running and not self.isVisibleTo(self.window()):
            self.stop()

    def _tick(self) -> None:
        self._left -= 1
        if self._left > 0:
            self._show_running()
            return
        self._end(self.tr("That is the time. Stay as long as you like."))
        self.finished.emit()

    def _end(self, words: str) -> None:
        had_focus = self._stop.hasFocus()
        self.clock.stop()
        if self._circle is not None:
            self._circle.hide()
            self._circle.deleteLater()
            self._circle = None
        self._show_rest(words)
        if had_focus:
            self._lengths[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.space(2))
        for button in self._lengths:
            row.addWidget(button)
        row.addWidget(self._stop)
        row.addWidget(self._said)
        row.addStretch()
        return row

    def _length_button(self, seconds: int) -> Button:
        words = self._timer.label if len(self._timer.seconds) == 1 and self._timer.label else self._words_for(seconds)
        button = Button(self._theme, words, small=True, icon="wind" if self._timer.breathing else "clock")
        button.clicked.connect(lambda _checked=False: self.begin(seconds))
        return button

    def _show_circle(self) -> None:
        if self._circle is None:
            self._circle = BreathingCircle(self._theme)
            side = self._circle.minimumSizeHint().height()
            self._circle.setFixedSize(side, side)
            self._column.addWidget(self._circle, 0, Qt.AlignmentFlag.AlignHCenter)

    def _show_running(self) -> None:
        self._show(running=True, words=self.tr("about {time} left").format(time=self._words_for(self._left)))

    def _show_rest(self, words: str = "") -> None:
        self._show(running=False, words=words)

    def _show(self, *, running: bool, words: str) -> None:
        for button in self._lengths:
            button.setVisible(not running)
        self._stop.setVisible(running)
        self._said.setText(words)
        self._said.setVisible(bool(words))
        self._said.updateGeometry()
        self.ticked.emit()

    def _words_for(self, seconds: int) -> str:
        if seconds < _MINUTE:
            return self.tr("half a minute") if seconds > _MINUTE // 4 else self.tr("a few breaths")
        minutes = round(seconds / _MINUTE)
        return self.tr("a minute") if minutes == 1 else self.tr("{count} minutes").format(count=minutes)
