"""Segments: one of a few words in a row, the arrows move, the ring goes round the whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from heartjournal.ui.widgets.focus_ring import KeyboardFocus
from heartjournal.ui.widgets.painting import draw_box, draw_icon, draw_words, painter_on, width_of
from heartjournal.ui.widgets.spoken import SpokenChoice, SpokenGroup

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from heartjournal.ui.theme import Theme


_OPENING = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class SegmentChosen:
    """Which segment a person chose."""

    index: int


class Segments(KeyboardFocus, SpokenGroup):
    """A row of words of which one is on. `name` says what is chosen between.

    The segment numbered `opens` has a chevron and more to choose from behind it: pressed again while it is on, or by
    Space or Enter, it asks for that.

    Signals:
        chosen(SegmentChosen): a person chose another one.
        more_wanted: what is behind the segment with the chevron is to open below it.
    """

    chosen = Signal(SegmentChosen)
    more_wanted = Signal()

    def __init__(
        self,
        theme: "Theme",
        words: Sequence[str],
        *,
        name: str,
        current: int = 0,
        opens: int = -1,
        parent: "QWidget | None" = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._opens = opens
        self._words = tuple(words)
        self._current = current
        self._hovered = -1
        self._choices: list[SpokenChoice] = []
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._follow(theme)

    @property
    def current(self) -> int:
        """The index of the one that is on."""
        return self._current

    def set_current(self, index: int) -> None:
        """Turn another one on, without a signal."""
        self._current = index
        self._say()
        self.updateGeometry()
        self.update()

    def set_words(self, words: Sequence[str], *, current: int) -> None:
        """Offer other words, with this one on, without a signal."""
        self._words = tuple(words)
        self.set_current(current)

    def sizeHint(self) -> QSize:
        """All segments side by side."""
        padding = self._theme.size("segmentPadding")
        return QSize(self._boxes_padded(padding)[-1].right() + 2, self._theme.grown("segment", "compact") + 2)

    def minimumSizeHint(self) -> QSize:
        """The words are never cut; the air around them gives way first."""
        least = self._boxes_padded(self._theme.space(1))
        return QSize(least[-1].right() + 2, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move to the neighbour, Home and End to the ends."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self._choose(self._current + (-step if mirrored else step))
        elif event.key() == Qt.Key.Key_Home:
            self._choose(0)
        elif event.key() == Qt.Key.Key_End:
            self._choose(len(self._words) - 1)
        elif event.key() in _OPENING and self._current == self._opens:
            self.more_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is pressed; pressed again, the one with the chevron opens."""
        self._press(self._at(event.position().toPoint().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the hover state."""
        self._hovered = self._at(event.position().toPoint().x())
        self.update()

    def leaveEvent(self, event: object) -> None:  # noqa: ARG002  Qt's signature
        """Back to rest."""
        self._hovered = -1
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is less air beside the words, a reader finds them where they are then."""
        super().resizeEvent(event)
        self._say()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame, the tint and bar of the one that is on, and the words."""
        painter = painter_on(self)
        theme, radius = self._theme, self._theme.radius("control")
        draw_box(painter, self.rect(), radius=radius, fill=theme.color("paper"))
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setClipPath(clip)
        for index, box in enumerate(self._boxes()):
            self._draw_segment(painter, index, box)
        painter.setClipping(False)
        line = theme.color("control" if self.isEnabled() else "hairline")
        draw_box(painter, self.rect(), radius=radius, line=line)

    def _draw_segment(self, painter: QPainter, index: int, box: QRect) -> None:
        theme, on = self._theme, index == self._current
        if on or index == self._hovered:
            painter.fillRect(box, theme.color("accentTint" if on else "sunken"))
        if index:
            painter.fillRect(QRect(box.x(), box.y(), 1, box.height()), theme.color("hairline"))
        if on:
            bar = round(theme.stroke("selected"))
            painter.fillRect(QRect(box.x(), self.height() - bar - 1, box.width(), bar + 1), theme.color("accent"))
        font = theme.font("compact", strong=on)
        x, middle, ink = (
            box.x() + self._padding(),
            self.height() / 2,
            "ink" if self.isEnabled() else "ink3",
        )
        if on:
            side = theme.scaled("iconSmall")
            draw_icon(painter, theme, "check", role=ink, size=side, at=QPointF(x, middle - side / 2))
            x += side + theme.size("buttonGap")
        draw_words(painter, self._words[index], font=font, color=theme.color(ink), at=QPointF(x, middle))
        if index == self._opens:
            side = theme.scaled("iconSmall")
            x = box.right() + 1 - self._padding() - side
            draw_icon(painter, theme, "chevron-down", role=ink, size=side, at=QPointF(x, middle - side / 2))

    def _padding(self) -> int:
        """The air beside each word: as the design has it, less where the row has been given less."""
        usual = self._theme.size("segmentPadding")
        lacks = self.sizeHint().width() - self.width()
        return usual if lacks <= 0 else max(self._theme.space(1), usual - -(-lacks // (2 * len(self._words))))

    def _boxes(self) -> list[QRect]:
        return self._boxes_padded(self._padding())

    def _boxes_padded(self, padding: int) -> list[QRect]:
        theme, boxes, x = self._theme, [], 1
        height = theme.grown("segment", "compact")
        for index, word in enumerate(self._words):
            on = index == self._current
            width = width_of(word, theme.font("compact", strong=on)) + 2 * padding + bool(index)
            icons = on + (index == self._opens)
            width += icons * (theme.scaled("iconSmall") + theme.size("buttonGap"))
            boxes.append(QRect(x, 1, width, height))
            x += width
        return boxes

    def _at(self, x: int) -> int:
        return next((index for index, box in enumerate(self._boxes()) if x <= box.right()), len(self._words) - 1)

    def _choose(self, index: int) -> None:
        if 0 <= index < len(self._words) and index != self._current:
            self.set_current(index)
            self.tell_current(self._choices[index])
            self.chosen.emit(SegmentChosen(index))

    def _say(self) -> None:
        self.setAccessibleName(f"{self._name}: {self._words[self._current]}")
        while len(self._choices) < len(self._words):
            self._add_choice(len(self._choices))
        for index, (choice, box) in enumerate(zip(self._choices, self._boxes(), strict=False)):
            choice.is_now(self._words[index], box, chosen=index == self._current)
        for choice in self._choices[len(self._words) :]:
            choice.hide()

    def _retheme(self) -> None:
        super()._retheme()
        self._say()

    def _add_choice(self, index: int) -> None:
        choice = SpokenChoice(self)
        choice.clicked.connect(lambda: self._press(index))
        self._choices.append(choice)

    def _press(self, index: int) -> None:
        if index == self._current == self._opens:
            self.more_wanted.emit()
        self._choose(index)
        self._say()
