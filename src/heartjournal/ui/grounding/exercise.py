"""One grounding exercise, in large words: steps left by the person's own hand, or the breathing circle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from heartjournal.ui.widgets import BreathingCircle, Button, ButtonKind, TextLabel

if TYPE_CHECKING:
    from heartjournal.model.grounding import Exercise
    from heartjournal.ui.theme import Theme


class ExercisePage(QWidget):
    """What both kinds share: a title, a middle, and a way back that is always there.

    `foot` holds the buttons. It is laid out by whoever shows the page, where no scrolling takes it out of sight.

    Attributes:
        ended: back to the cards.
        following_wanted: the exercise that is offered after this one.
    """

    ended = Signal()
    following_wanted = Signal()

    def __init__(self, theme: Theme, exercise: Exercise, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.exercise = exercise
        self._stop = Button(theme, self.tr("Stop here"), kind=ButtonKind.QUIET, icon="arrow-left")
        self._stop.clicked.connect(self.ended)
        self._column = QVBoxLayout(self)
        edge = theme.space(11)
        self._column.setContentsMargins(edge, edge, edge, theme.space(4))
        self._column.setSpacing(theme.space(4))
        self.foot = QWidget()
        self._foot = QHBoxLayout(self.foot)
        self._foot.setContentsMargins(0, 0, 0, 0)
        self._foot.setSpacing(theme.space(3))
        self._foot.addWidget(self._stop)
        self._foot.addStretch(1)

    def begin(self) -> None:
        """Take the focus."""
        self._stop.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _centred(self, text: str, style: str, *, role: str = "ink") -> TextLabel:
        label = TextLabel(self._theme, text, style=style, role=role, wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label


class SteppedExercise(ExercisePage):
    """One sentence at a time; the last offers what may follow."""

    def __init__(
        self, theme: Theme, exercise: Exercise, *, following: tuple[Exercise, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, exercise, parent=parent)
        self._sentences = tuple(part for part in (*exercise.steps, exercise.closing) if part)
        self._present = 0
        self._sentence = self._centred("", "letter")
        self._place = self._centred("", "small", role="ink3")
        self._next = Button(theme, self.tr("Next"), trailing="arrow-right")
        self._next.clicked.connect(self._go_on)
        words = following[0].title if following else ""
        self._following = Button(theme, words, trailing="arrow-right")
        self._following.clicked.connect(self.following_wanted)
        self._following.setVisible(False)
        self._has_following = bool(following)
        self._column.addStretch(1)
        self._column.addWidget(self._centred(exercise.title, "heading", role="ink2"))
        self._column.addWidget(self._sentence)
        self._column.addWidget(self._place)
        self._column.addStretch(2)
        self._foot.addWidget(self._following)
        self._foot.addWidget(self._next)
        self._show()

    def begin(self) -> None:
        """Wait on Next."""
        self._next.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_on(self) -> None:
        if self._present + 1 >= len(self._sentences):
            self.ended.emit()
            return
        self._present += 1
        self._show()

    def _show(self) -> None:
        is_last = self._present + 1 == len(self._sentences)
        self._sentence.setText(self._sentences[self._present])
        steps = len(self.exercise.steps)
        where = self.tr("%1 of %2").replace("%1", str(self._present + 1)).replace("%2", str(steps))
        self._place.setText(where if self._present < steps else "")
        self._next.setText(self.tr("Enough for now") if is_last else self.tr("Next"))
        self._following.setVisible(is_last and self._has_following)


class BreathingExercise(ExercisePage):
    """The circle, with a pause and no end of its own."""

    def __init__(self, theme: Theme, exercise: Exercise, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, exercise, parent=parent)
        self.circle = BreathingCircle(theme)
        # In a low window the circle is what gets smaller, before anything has to be scrolled for.
        self.circle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.circle.setMinimumHeight(self.circle.minimumSizeHint().height())
        self._pause = Button(theme, self.tr("Pause"), kind=ButtonKind.QUIET, icon="pause")
        self._pause.clicked.connect(self._turn)
        self._column.addWidget(self._centred(exercise.title, "title"))
        self._column.addWidget(self._centred(exercise.summary, "body", role="ink2"))
        self._column.addWidget(self.circle, 1)
        self._foot.addWidget(self._pause)

    def _turn(self) -> None:
        paused = not self.circle.is_paused
        self.circle.set_paused(paused)
        self._pause.setText(self.tr("Go on") if paused else self.tr("Pause"))
        self._pause.set_icon("play" if paused else "pause")
