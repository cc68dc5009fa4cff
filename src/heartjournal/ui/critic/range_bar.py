"""The line above the timeline: how far back it looks, whose voice, and what its marks mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from heartjournal.model.timeline import Span
from heartjournal.ui.critic.legend import Legend
from heartjournal.ui.widgets import Segments, Select

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from heartjournal.ui.theme import Theme

SPANS = tuple(Span)
USUAL = Span.SIX_MONTHS


class _Voices(Select):
    """Never wider than its place: a voice may be named at length, and its list shows it whole."""

    def sizeHint(self) -> QSize:
        """Cut where the name is long."""
        usual = super().sizeHint()
        return QSize(min(usual.width(), self._theme.scaled("criticVoices")), usual.height())

    def showPopup(self) -> None:
        """As wide as the longest name."""
        self.view().setMinimumWidth(min(super().sizeHint().width(), self.window().width()))
        super().showPopup()


class RangeBar(QWidget):
    """Segments, the choice of a voice where there are voices, and the legend, which goes below in a narrow room.

    Attributes:
        changed: a person chose another span or voice; `span` and `voice` say which.
    """

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        words = (self.tr("Month"), self.tr("3 months"), self.tr("6 months"), self.tr("Year"), self.tr("All"))
        self.spans = Segments(theme, words, name=self.tr("How far back"), current=SPANS.index(USUAL))
        self.voices = _Voices(theme, self.tr("Whose voice, or which tone"), small=True)
        self.legend = Legend(theme)
        self._voices: tuple[str, ...] = ()
        choices = QHBoxLayout()
        choices.setSpacing(theme.space(3))
        choices.addWidget(self.spans, 0, Qt.AlignmentFlag.AlignVCenter)
        choices.addWidget(self.voices, 0, Qt.AlignmentFlag.AlignVCenter)
        choices.addStretch(1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.space(3))
        self._line.addLayout(choices, 1)
        self._line.addWidget(self.legend, 0, Qt.AlignmentFlag.AlignVCenter)
        self.spans.chosen.connect(lambda _chosen: self.changed.emit())
        self.voices.activated.connect(lambda _index: self.changed.emit())
        theme.changed.connect(self._fit)
        self.show_voices(())

    @property
    def span(self) -> Span:
        """How far back."""
        return SPANS[self.spans.current]

    @property
    def voice(self) -> str:
        """Whose voice or which tone; "" for any."""
        index = self.voices.currentIndex()
        return self._voices[index - 1] if index > 0 else ""

    def show_voices(self, voices: tuple[str, ...]) -> None:
        """Offer these; what was chosen stays chosen while it is among them. Without any there is nothing to choose."""
        chosen = self.voice
        if voices != self._voices or not self.voices.count():
            self._voices = voices
            self.voices.clear()
            self.voices.addItems([self.tr("Any voice"), *voices])
            self.voices.setCurrentIndex(voices.index(chosen) + 1 if chosen in voices else 0)
            self.voices.updateGeometry()
        self.voices.setVisible(bool(voices))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between beside and below."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = [self.spans, self.legend, *([self.voices] if self._voices else [])]
        wanted = sum(each.sizeHint().width() for each in beside) + len(beside) * self._line.spacing()
        below = self.width() < wanted
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        # In the order of the boxes' own directions: at the left below, at the right beside.
        place = Qt.AlignmentFlag.AlignLeft if below else Qt.AlignmentFlag.AlignRight
        self._line.setAlignment(self.legend, place | Qt.AlignmentFlag.AlignVCenter)
