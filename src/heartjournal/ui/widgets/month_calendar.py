"""A month with its written days: its name, two arrows, and the days."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.ui.widgets.buttons import IconButton
from heartjournal.ui.widgets.day_grid import DayChosen, DayGrid, MonthShown, month_of, month_on
from heartjournal.ui.widgets.labels import TextLabel

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme


class MonthCalendar(QWidget):
    """The month's name, two arrows and its days. First weekday and names by `locale`.

    Signals:
        day_chosen(DayChosen): a person chose a day.
        month_changed(MonthShown): another month is shown; ask for its marks.
    """

    day_chosen = Signal(DayChosen)
    month_changed = Signal(MonthShown)

    def __init__(
        self, theme: "Theme", today: date, *, locale: QLocale | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._locale = locale or QLocale()
        self.grid = DayGrid(theme, today, locale=self._locale)
        self._title = TextLabel(theme, style="label")
        self._title.setMinimumWidth(1)
        self.previous = IconButton(theme, "chevron-left", self.tr("Earlier month"), small=True)
        self.next = IconButton(theme, "chevron-right", self.tr("Later month"), small=True)
        self.previous.clicked.connect(lambda: self._turn(-1))
        self.next.clicked.connect(lambda: self._turn(1))
        self.grid.day_chosen.connect(self.day_chosen)
        self.grid.month_left.connect(self._left)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._title, 1)
        head.addWidget(self.previous)
        head.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        column.addLayout(head)
        column.addWidget(self.grid)
        self._entitle()

    @property
    def shown(self) -> MonthShown:
        """The month that is shown."""
        return month_of(self.grid.first)

    @property
    def chosen(self) -> date | None:
        """The chosen day."""
        return self.grid.chosen

    def choose(self, day: date | None) -> None:
        """Fill a day and show its month, without `day_chosen`."""
        self.grid.set_chosen(day)
        if day is not None:
            self.show_month(day)

    def show_month(self, day: date) -> None:
        """Show the month a day is in."""
        if self.shown != month_of(day):
            self.grid.show_month(day)
            self._left()

    def set_marked(self, days: Iterable[date]) -> None:
        """The days that have a page."""
        self.grid.set_marked(days)

    def set_today(self, today: date) -> None:
        """The day that has a line round it."""
        self.grid.set_today(today)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The month's name is cut short where there is no room for it."""
        super().resizeEvent(event)
        self._entitle()

    def _turn(self, months: int) -> None:
        self.show_month(month_on(self.grid.first, months))

    def _left(self) -> None:
        self._entitle()
        self.month_changed.emit(self.shown)

    def _entitle(self) -> None:
        first = QDate(self.grid.first.year, self.grid.first.month, 1)
        whole, short = (self._locale.toString(first, form) for form in ("MMMM yyyy", "MMM yyyy"))
        room = self.width() - self.previous.sizeHint().width() - self.next.sizeHint().width()
        self._title.setText(whole)
        if self._title.sizeHint().width() > room:
            self._title.setText(short)
        self.setAccessibleName(whole)
