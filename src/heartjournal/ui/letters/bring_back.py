"""When a letter first comes back: a few usual waits, or a day of the person's own."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from heartjournal.model.journal_day import journal_day
from heartjournal.model.letter import FIRST_DAYS
from heartjournal.ui.letters.words import day_words
from heartjournal.ui.widgets import CheckBox, DayPopover, Select, TextLabel

if TYPE_CHECKING:
    from datetime import date

    from heartjournal.model.clock import Clock
    from heartjournal.ui.theme import Theme
    from heartjournal.ui.widgets import DayChosen

WAITS = (FIRST_DAYS, 7, 42)
"""Days: the suggested wait first, then a week and six weeks; behind them the person's own day."""


class BringBack(QWidget):
    """Shows a choice of waits and what day that is. `first_on`, `is_named` and `is_sealed` say what was chosen.

    Attributes:
        changed: another day was chosen, or sealing turned on or off.
    """

    changed = Signal()

    def __init__(self, theme: Theme, clock: Clock, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._own: date | None = None
        self._wait = 0
        waits = (self.tr("in three days"), self.tr("in a week"), self.tr("in about six weeks"))
        self._select = Select(theme, self.tr("Bring it back"), options=(*waits, self.tr("on a day you choose…")))
        self._detail = TextLabel(theme, style="small", role="ink3")
        self._sealed = CheckBox(theme, self.tr("Closed until then"))
        self._sealed.setToolTip(
            self.tr("Nobody reads it before its day, you neither; you can open it early if you must.")
        )
        self._select.activated.connect(self._choose)
        self._sealed.toggled.connect(lambda _on: self._tell())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(3))
        row.addWidget(TextLabel(theme, self.tr("Bring it back")))
        row.addWidget(self._select)
        row.addWidget(self._detail)
        row.addWidget(self._sealed)
        row.addStretch(1)
        self._tell()

    @property
    def first_on(self) -> date:
        """The journal day of the first return."""
        return self._own or self._today() + timedelta(days=WAITS[self._wait])

    @property
    def is_named(self) -> bool:
        """Whether that is a day of the person's own, and not one that a wait happens to end on."""
        return self._own is not None

    @property
    def is_sealed(self) -> bool:
        """Whether the letter stays closed until then."""
        return self._sealed.isChecked()

    def begin(self) -> None:
        """Suggest the usual wait again."""
        self._own, self._wait = None, 0
        self._select.setCurrentIndex(0)
        self._sealed.setChecked(False)
        self._tell()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001  the one thing it says
        """In a narrow window the day is not said beside the wait."""
        self._detail.setVisible(not narrow)

    def _choose(self, index: int) -> None:
        if index < len(WAITS):
            self._own, self._wait = None, index
            self._tell()
            return
        # Until a day is chosen, what was chosen before holds.
        self._select.setCurrentIndex(len(WAITS) if self._own else self._wait)
        popover = DayPopover(self._theme, today=self._today(), parent=self)
        popover.day_chosen.connect(self._take_day)
        popover.open_at(self._select)

    def _take_day(self, chosen: DayChosen) -> None:
        self._own = chosen.day
        self._select.setCurrentIndex(len(WAITS))
        self._tell()

    def _tell(self) -> None:
        on = day_words(self.first_on, today=self._today())
        is_exact = self.is_sealed or self.is_named
        said = self.tr("on {day}") if is_exact else self.tr("around {day}, in the evening")
        self._detail.setText(said.format(day=on))
        self.changed.emit()

    def _today(self) -> date:
        return journal_day(self._clock.now())
