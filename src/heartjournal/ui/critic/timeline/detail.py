"""The small popover beside a mark: which days, how often, and the very sentences when they have come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.model.timeline import Unit
from heartjournal.ui.counting import plural
from heartjournal.ui.critic.timeline.words import bucket_title, short_date, times_words, weekdays
from heartjournal.ui.widgets import TextLabel, Themed
from heartjournal.ui.widgets.painting import draw_box, painter_on

if TYPE_CHECKING:
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
    """Takes neither pointer nor keyboard: both stay with the mark."""

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
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
        self._put(self._sentences, [])
        kinder = [reframe.words for reframe in reversed(stop.reframes)]
        self._put(self._kinder, kinder)
        self._below.setText(self._opens(stop, today=today))

    def fill(
        self, stop: Stop, unit: Unit, occurrences: tuple[Occurrence, ...], *, answers: tuple[Occurrence, ...]
    ) -> None:
        """Say the sentences of the mark that was begun with; the newest stands first."""
        self._put(self._sentences, [self.tr("“%1”").replace("%1", _one_line(each)) for each in occurrences])
        kinder = [reframe.words for reframe in reversed(stop.reframes)] + [_one_line(each) for each in answers]
        self._put(self._kinder, kinder)
        days = {each.day for each in occurrences}
        parts = [weekdays(days)] if days and unit is Unit.WEEK else []
        more = len(occurrences) - MOST_SHOWN
        if more > 0:
            parts.append(plural(more, self.tr("one more"), self.tr("{number} more")))
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
        for label in (self._days, self._times, *self._sentences, *self._kinder, self._below):
            label.setText("")
        self.hide()

    def open_at(self, mark: QRect) -> None:
        """Stand below a mark, or above it where there is no room below; `mark` is in the parent's coordinates."""
        whole = self.parentWidget()
        room = whole.rect() if whole is not None else mark
        width = min(round(self._width), room.width())
        self.setFixedWidth(width)
        height = self._column.heightForWidth(width) if self._column.hasHeightForWidth() else self.sizeHint().height()
        self.setFixedHeight(max(height, 1))
        left = min(max(room.left(), mark.center().x() - width // 2), room.right() + 1 - width)
        below, above = mark.bottom() + 1, mark.top() - self.height()
        has_room = below + self.height() <= room.bottom() + 1 or above < room.top()
        self.move(QPoint(left, below if has_room else above))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the raised box."""
        theme = self._theme
        fill, line = theme.color("raised"), theme.color("control")
        draw_box(painter_on(self), self.rect(), radius=theme.radius("popover"), fill=fill, line=line)

    def _sentence(self, theme: Theme, *, role: str) -> TextLabel:
        label = TextLabel(theme, style="excerpt", role=role, wrap=True, italic=role == "kindness")
        label.set_most_lines(_LINES)
        return label

    def _put(self, labels: list[TextLabel], words: list[str]) -> None:
        for place, label in enumerate(labels):
            label.setText(words[place] if place < len(words) else "")
            label.setVisible(place < len(words))

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


def _one_line(occurrence: Occurrence) -> str:
    """The sentence around the words, as it stands in the page."""
    quotation = occurrence.quotation
    return " ".join(f"{quotation.before}{quotation.words}{quotation.after}".split())
