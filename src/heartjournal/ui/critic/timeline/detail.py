"""The small popover beside a mark: which days, how often, and the very sentences when they have come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.model.timeline import Unit
from heartjournal.ui.critic.timeline.near_words import near_words
from heartjournal.ui.critic.timeline.words import bucket_title, number_words, short_date, times_words, weekdays
from heartjournal.ui.widgets import TextLabel, Themed
from heartjournal.ui.widgets.painting import draw_box, painter_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from PySide6.QtGui import QPaintEvent

    from heartjournal.model.phrase import Occurrence
    from heartjournal.ui.critic.timeline.drawing import Stop
    from heartjournal.ui.theme import Theme

MOST_SHOWN: Final = 2
"""How many sentences of each kind are shown; the others are counted."""
_LINES: Final = 3
_BOTH: Final = 2


class Detail(Themed, QFrame):
    """Stands in the window, over everything. Takes neither pointer nor keyboard: both stay with the mark."""

    def __init__(self, theme: Theme, *, window: QWidget) -> None:
        super().__init__(window)
        self._occurrences: tuple[Occurrence, ...] = ()
        self._answers: tuple[Occurrence, ...] = ()
        self._lines: tuple[str, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._days = TextLabel(theme, style="small", strong=True)
        self._times = TextLabel(theme, style="small", role="ink3")
        self._sentences = [self._sentence(theme, role="ink") for _ in range(MOST_SHOWN)]
        self._kinder = [self._sentence(theme, role="kindness") for _ in range(MOST_SHOWN)]
        self._below = TextLabel(theme, style="small", role="ink2", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(theme.space(2))
        head.addWidget(self._days, 1)
        head.addWidget(self._times)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme.space(1))
        self._column.addLayout(head)
        for label in (*self._sentences, *self._kinder, self._below):
            self._column.addWidget(label)
        self._follow(theme)
        self.hide()

    def begin(self, stop: Stop, unit: Unit, *, today: date) -> None:
        """Say of a mark what is known without its sentences."""
        self._days.setText(bucket_title(stop.bucket, unit, today=today))
        self._times.setText(times_words(stop.count) if stop.count else "")
        self._hold(stop, (), ())
        self._below.setText(self._opens(stop, today=today))

    def fill(
        self, stop: Stop, unit: Unit, occurrences: tuple[Occurrence, ...], *, answers: tuple[Occurrence, ...]
    ) -> None:
        """Say the sentences of the mark that was begun with; the newest stands first."""
        self._hold(stop, occurrences, answers)
        days = {each.day for each in occurrences}
        parts = [weekdays(days)] if days and unit is Unit.WEEK else []
        more = len(occurrences) - MOST_SHOWN
        if more > 0:
            parts.append(self.tr("%1 more").replace("%1", number_words(more)))
        if occurrences:
            is_both = len(occurrences) == _BOTH
            many = self.tr("Enter opens both") if is_both else self.tr("Enter opens them")
            parts.append(self.tr("Enter opens it") if len(occurrences) == 1 else many)
        if parts:
            self._below.setText(" · ".join(parts))

    def said(self) -> str:
        """Its words, with line ends."""
        labels = (self._days, self._times, *self._sentences, *self._kinder, self._below)
        return "\n".join(label.text() for label in labels if not label.isHidden() and label.text())

    def forget(self) -> None:
        """Drop the words and go."""
        self._occurrences = self._answers = self._lines = ()
        for label in (self._days, self._times, *self._sentences, *self._kinder, self._below):
            label.setText("")
        self.hide()

    def open_at(self, mark: QRect, *, beside: QRect) -> None:
        """Stand whole in the window: below a mark, else above it, else at its side.

        Both are in the window's coordinates. To the left and right it keeps to the edges of `beside` where it can.
        """
        room = self._room()
        place = next(self._places(mark, room, beside=beside), None)
        if place is None:
            size = self._size(room.width()).boundedTo(room.size())
            place = _moved_into(QRect(mark.bottomLeft(), size), room)
        else:
            self._size(place.width())
        self.setFixedSize(place.size())
        self.move(place.topLeft())
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the raised box."""
        theme = self._theme
        fill, line = theme.color("raised"), theme.color("control")
        draw_box(painter_on(self), self.rect(), radius=theme.radius("popover"), fill=fill, line=line)

    def _room(self) -> QRect:
        edge = self._theme.space(1)
        return self.window().rect().adjusted(edge, edge, -edge, -edge)

    def _places(self, mark: QRect, room: QRect, *, beside: QRect) -> Iterator[QRect]:
        """Every place in the window that leaves the mark free, the best first; wider where it would be too high."""
        width, step = min(round(self._width), room.width()), round(self._width / 4)
        while True:
            size = self._size(width)
            column = beside.intersected(room)
            column = QRect(column.left(), room.top(), column.width(), room.height())
            column = column if column.width() >= width else room
            middle = mark.center() - QRect(0, 0, size.width(), size.height()).center()
            for left, top in (
                (middle.x(), mark.bottom() + 1),
                (middle.x(), mark.top() - size.height()),
                (mark.right() + 1, middle.y()),
                (mark.left() - size.width(), middle.y()),
            ):
                box = QRect(left, top, size.width(), size.height())
                place = _moved_into(box, column if left == middle.x() else room)
                if room.contains(place) and not place.intersects(mark):
                    yield place
            if width >= room.width():
                return
            width = min(width + step, room.width())

    def _size(self, width: int) -> QSize:
        """How large it is at a width, with its sentences cut for it."""
        margins = self._column.contentsMargins()
        inside = width - margins.left() - margins.right()
        self._put(self._sentences, self._occurrences, inside, form=self.tr("“%1”"))
        lines = len(self._lines)
        self._put(self._kinder[lines:], self._answers, inside, form="%1")
        for label, words in zip(self._kinder, self._lines, strict=False):
            label.setText(words)
            label.show()
        height = self._column.heightForWidth(width) if self._column.hasHeightForWidth() else self.sizeHint().height()
        return QSize(width, max(height, 1))

    def _hold(self, stop: Stop, occurrences: tuple[Occurrence, ...], answers: tuple[Occurrence, ...]) -> None:
        self._occurrences, self._answers = occurrences, answers
        self._lines = tuple(" ".join(reframe.words.split()) for reframe in reversed(stop.reframes))

    def _sentence(self, theme: Theme, *, role: str) -> TextLabel:
        return TextLabel(theme, style="excerpt", role=role, wrap=True, italic=role == "kindness")

    def _put(self, labels: list[TextLabel], occurrences: tuple[Occurrence, ...], width: int, *, form: str) -> None:
        """One sentence into each, of a few lines, or of as many as its phrase needs."""
        most = _LINES * self._theme.line("excerpt")
        for place, label in enumerate(labels):
            label.setVisible(place < len(occurrences))
            label.setText("")
            if place < len(occurrences):
                label.setText(_near(label, occurrences[place], width, most=most, form=form))

    def _opens(self, stop: Stop, *, today: date) -> str:
        if stop.count:
            return self.tr("Enter opens it") if stop.count == 1 else self.tr("Enter opens them")
        if stop.reframes:
            day = short_date(stop.reframes[-1].written_on, today=today)
            return self.tr("Your kinder line, written %1 · Enter opens the phrase").replace("%1", day)
        return self.tr("An answer of yours · Enter opens the phrase")

    def _retheme(self) -> None:
        sizes, scale = self._theme.tokens.timeline.sizes, self._theme.text_scale
        self._width = sizes["detailWidth"] * scale
        x, y = round(sizes["detailPaddingX"]), round(sizes["detailPaddingY"])
        self._column.setContentsMargins(x, y, x, y)
        super()._retheme()


def _near(label: TextLabel, occurrence: Occurrence, width: int, *, most: int, form: str) -> str:
    """The words of a label of this width: a sentence around its phrase, no higher than `most` where that can be."""

    def fits(words: str) -> bool:
        label.setText(form.replace("%1", words))
        return label.heightForWidth(width) <= most

    return form.replace("%1", near_words(occurrence.quotation, fits=fits))


def _moved_into(box: QRect, room: QRect) -> QRect:
    """A box moved by as little as it takes to lie in a room, from its left and top if it is larger."""
    left = max(room.left(), min(box.left(), room.right() + 1 - box.width()))
    top = max(room.top(), min(box.top(), room.bottom() + 1 - box.height()))
    return QRect(left, top, box.width(), box.height())
