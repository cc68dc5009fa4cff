"""The painted days of one month: seven columns, arrow keys, marks."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from heartjournal.ui.widgets.focus_ring import KeyboardFocus
from heartjournal.ui.widgets.painting import draw_box, painter_on
from heartjournal.ui.widgets.spoken import SpokenChoice, SpokenGroup

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme

DAYS = 7
_MOST_DAYS = 31
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -DAYS, Qt.Key.Key_Down: DAYS}


@dataclass(frozen=True, slots=True)
class DayChosen:
    """The day a person chose."""

    day: date


@dataclass(frozen=True, slots=True)
class MonthShown:
    """The month that is shown now: its first and last day."""

    first: date
    last: date


class DayGrid(KeyboardFocus, SpokenGroup):
    """The painted days of one month. Arrows move the focused day, Enter or Space choose it.

    Signals:
        day_chosen(DayChosen): by pointer or key.
        month_left(MonthShown): the focused day went into another month.
    """

    day_chosen = Signal(DayChosen)
    month_left = Signal(MonthShown)

    def __init__(self, theme: "Theme", today: date, *, locale: QLocale) -> None:
        super().__init__()
        self._locale = locale
        self._today = today
        self._first = today.replace(day=1)
        self._focused = today
        self._chosen: date | None = None
        self._marked: frozenset[date] = frozenset()
        self._hovered: date | None = None
        self._choices = tuple(self._spoken(number) for number in range(1, _MOST_DAYS + 1))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._follow(theme)

    @property
    def first(self) -> date:
        """The first day of the month shown."""
        return self._first

    @property
    def chosen(self) -> date | None:
        """The chosen day."""
        return self._chosen

    def set_today(self, today: date) -> None:
        """The day that has a line round it."""
        self._today = today
        self.update()

    def set_marked(self, days: Iterable[date]) -> None:
        """The days that have a page."""
        self._marked = frozenset(days)
        self._renew()

    def set_chosen(self, day: date | None) -> None:
        """Fill a day, without a signal."""
        self._chosen = day
        if day is not None:
            self._focused = day
        self._renew()

    def show_month(self, first: date) -> None:
        """Show another month; the focused day keeps its number."""
        self._first = first.replace(day=1)
        if not self._is_shown(self._focused):
            self._focused = self._first.replace(day=min(self._focused.day, length_of(self._first)))
        self._renew()

    def sizeHint(self) -> QSize:
        """The head line and as many weeks as the month has, never fewer than six, so that nothing below moves."""
        return QSize(DAYS * (self._cell() + self._theme.size("rowIconGap")), self._top(6))

    def minimumSizeHint(self) -> QSize:
        """Cells as narrow as the least target."""
        return QSize(DAYS * self._theme.size("minTarget"), self._top(6))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, choose, or turn the month with Page Up and Page Down."""
        if event.key() in _STEPS:
            self._go(self._focused + timedelta(days=_STEPS[Qt.Key(event.key())]))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose(self._focused)
        elif event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self._go(month_on(self._focused, -1 if event.key() == Qt.Key.Key_PageUp else 1))
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            last = length_of(self._first)
            self._go(self._first.replace(day=1 if event.key() == Qt.Key.Key_Home else last))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the pointer."""
        day = self._day_at(event.position().toPoint())
        if day is not None:
            self._choose(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the hover state."""
        self._hovered = self._day_at(event.position().toPoint())
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what a screen reader finds where it is painted."""
        super().resizeEvent(event)
        self._place_choices()

    def leaveEvent(self, event: QEvent) -> None:
        """Back to rest."""
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the weekday names and the days."""
        painter = painter_on(self)
        self._draw_names(painter)
        for number in range(1, length_of(self._first) + 1):
            self._draw_day(painter, self._first.replace(day=number))

    def _draw_names(self, painter: QPainter) -> None:
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("ink3"))
        for column in range(DAYS):
            name = self._locale.dayName(self._weekday(column), QLocale.FormatType.ShortFormat)[:2]
            box = QRectF(self._left(column), 0, self._left(column + 1) - self._left(column), self._head())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

    def _draw_day(self, painter: QPainter, day: date) -> None:
        theme, box, is_chosen = self._theme, self._box(day), day == self._chosen
        has_page, radius = day in self._marked, self._theme.size("calendarRadius")
        if is_chosen:
            draw_box(painter, box, radius=radius, fill=theme.color("accent"))
        elif day == self._hovered:
            draw_box(painter, box, radius=radius, fill=theme.color("paper"))
        if day == self._today and not is_chosen:
            draw_box(painter, box, radius=radius, line=theme.color("control"))
        painter.setFont(theme.font("compact", strong=has_page))
        painter.setPen(theme.color("onAccent" if is_chosen else "ink" if has_page else "ink2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._locale.toString(day.day))
        if has_page:
            self._draw_mark(painter, box, "onAccent" if is_chosen else "kindnessMark")

    def _draw_mark(self, painter: QPainter, box: QRect, role: str) -> None:
        width, height = self._theme.size("calendarMark"), self._theme.stroke("phraseUnderline")
        top = box.bottom() + 1 - self._theme.size("calendarMarkBottom") - height
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(role))
        mark = QRectF(box.x() + (box.width() - width) / 2, top, width, height)
        painter.drawRoundedRect(mark, height / 2, height / 2)

    def _ring_place(self) -> QRect:
        return self._box(self._focused)

    def _ring_radius(self) -> float:
        return self._theme.size("calendarRadius")

    def _cell(self) -> int:
        return self._theme.grown("calendarDay", "compact")

    def _head(self) -> int:
        return self._theme.grown("calendarHead", "small")

    def _top(self, week: int) -> int:
        gap = self._theme.size("calendarGap")
        return self._head() + gap + week * (self._cell() + gap)

    def _left(self, column: int) -> int:
        return self.width() * column // DAYS

    def _weekday(self, column: int) -> int:
        return (self._locale.firstDayOfWeek().value - 1 + column) % DAYS + 1

    def _place(self, day: date) -> tuple[int, int]:
        ahead = (self._first.isoweekday() - self._locale.firstDayOfWeek().value) % DAYS
        week, column = divmod(ahead + day.day - 1, DAYS)
        return week, column

    def _box(self, day: date) -> QRect:
        week, column = self._place(day)
        return QRect(self._left(column), self._top(week), self._left(column + 1) - self._left(column), self._cell())

    def _day_at(self, point: QPoint) -> date | None:
        days = (self._first.replace(day=number) for number in range(1, length_of(self._first) + 1))
        return next((day for day in days if self._box(day).contains(point)), None)

    def _is_shown(self, day: date) -> bool:
        return (day.year, day.month) == (self._first.year, self._first.month)

    def _go(self, day: date) -> None:
        self._focused = day
        if not self._is_shown(day):
            self.show_month(day)
            self.month_left.emit(month_of(day))
        self._renew()
        self.show_ring()
        self.tell_current(self._choices[day.day - 1])

    def _choose(self, day: date) -> None:
        self.set_chosen(day)
        self.day_chosen.emit(DayChosen(day))

    def _renew(self) -> None:
        self.setAccessibleName(self._said(self._focused))
        self._place_choices()
        if self.has_ring():
            self.show_ring()
        self.update()

    def _spoken(self, number: int) -> SpokenChoice:
        choice = SpokenChoice(self)
        choice.clicked.connect(lambda: self._choose(self._first.replace(day=number)))
        return choice

    def _place_choices(self) -> None:
        length = length_of(self._first)
        for number, choice in enumerate(self._choices, start=1):
            if number > length:
                choice.hide()
                continue
            day = self._first.replace(day=number)
            choice.is_now(self._said(day), self._box(day), chosen=day == self._chosen)

    def _said(self, day: date) -> str:
        words = [self._locale.toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)]
        if day == self._chosen:
            words.append(self.tr("chosen"))
        if day in self._marked:
            words.append(self.tr("has a page"))
        return ", ".join(words)


def length_of(day: date) -> int:
    """The number of days in a day's month."""
    return monthrange(day.year, day.month)[1]


def month_of(day: date) -> MonthShown:
    """The month a day is in."""
    return MonthShown(day.replace(day=1), day.replace(day=length_of(day)))


def month_on(day: date, months: int) -> date:
    """The same day some months on, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
