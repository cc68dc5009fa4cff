"""A month that opens below a control to choose one day from."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heartjournal.ui.widgets.day_grid import DayChosen
from heartjournal.ui.widgets.month_calendar import MonthCalendar
from heartjournal.ui.widgets.popover import Popover

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme


class DayPopover(Popover):
    """Opens with the focus on the days; Esc and a press outside close it, and it goes when closed.

    Signals:
        day_chosen(DayChosen): a day after `today`; the popover is closed.
    """

    day_chosen = Signal(DayChosen)

    def __init__(self, theme: "Theme", *, today: date, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("Choose a day"))
        self._today = today
        self.calendar = MonthCalendar(theme, today)
        self.calendar.day_chosen.connect(self._choose)
        column = QVBoxLayout(self)
        padding = theme.space(4)
        column.setContentsMargins(padding, padding, padding, padding)
        column.addWidget(self.calendar)
        self._follow(theme)

    def open_at(self, control: QWidget) -> None:
        """Open above or below a control, wherever there is room."""
        size, room = self.sizeHint(), control.screen().availableGeometry()
        below = control.mapToGlobal(QPoint(0, control.height() + self._theme.space(1)))
        above = control.mapToGlobal(QPoint(0, -size.height() - self._theme.space(1)))
        place = below if below.y() + size.height() <= room.bottom() else above
        self.move(max(room.left(), min(place.x(), room.right() - size.width())), max(room.top(), place.y()))
        self.show()
        self.calendar.grid.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, chosen: DayChosen) -> None:
        """Today and the days before it are no choice; the popover stays."""
        if chosen.day > self._today:
            self.close()
            self.day_chosen.emit(chosen)
