"""The panel below a letter that is read: how it was, and when it comes back; both can be left as they are."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from heartjournal.model.letter import Felt, LetterState, Wish, WishKind
from heartjournal.ui.letters.letter_menu import WEEKS
from heartjournal.ui.letters.words import day_words, felt_words, wait_words, week_words
from heartjournal.ui.widgets import Chip, DayPopover, FlowLayout, Ground, Menu, Segments, Separator, TextLabel

if TYPE_CHECKING:
    from datetime import date

    from heartjournal.model.letter import Letter
    from heartjournal.ui.theme import Theme
    from heartjournal.ui.widgets import DayChosen, SegmentChosen

_SOONER, _AGAIN, _REST = range(3)


class Afterwards(Ground):
    """`felt` and `wish` are what the person has said so far; None where nothing was said.

    Attributes:
        changed: something was said.
    """

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "desk", parent=parent)
        self._theme = theme
        self._today: date | None = None
        self._suggested: date | None = None
        self._rests = False
        self.wish: Wish | None = None
        self._chips = {felt: Chip(theme, felt_words(felt), on_icon="check") for felt in Felt}
        for felt, chip in self._chips.items():
            chip.clicked.connect(lambda _checked=False, felt=felt: self._feel(felt))
        self._next = TextLabel(theme, style="small", role="ink2", wrap=True)
        self._back = Segments(theme, ("", "", ""), name=self.tr("Bring it back"), current=_AGAIN, opens=_AGAIN)
        self._back.chosen.connect(self._choose)
        self._back.more_wanted.connect(self._open_more)
        self._lay_out()

    @property
    def felt(self) -> Felt | None:
        """How it was to read, if it was said."""
        return next((felt for felt, chip in self._chips.items() if chip.isChecked()), None)

    def begin(self, letter: Letter, *, today: date) -> None:
        """Ask about this letter; one that was not due keeps its day unless something else is chosen."""
        self._today = today
        line = letter.line
        is_due = line.next_on is not None and line.next_on <= today
        self._suggested = letter.suggested if is_due or line.next_on is None else line.next_on
        self._rests = line.state is LetterState.RESTING
        self.wish = None
        for chip in self._chips.values():
            chip.setChecked(False)
        self._show(_REST if self._rests else _AGAIN)

    def set_size(self, *, low: bool, narrow: bool) -> None:
        """As high as the design has it unless the window is low; less air between the two questions when narrow."""
        self.setMinimumHeight(0 if low else self._theme.size("afterwards"))
        self._row.setSpacing(self._theme.size("afterwardsGapNarrow" if narrow else "afterwardsGap"))
        above = self._theme.space(3) if low else self._theme.size("afterwardsTop")
        self._above.changeSize(0, above)
        self._below.changeSize(0, above)
        self._column.invalidate()

    def _feel(self, felt: Felt) -> None:
        for other, chip in self._chips.items():
            chip.setChecked(other is felt and chip.isChecked())
        self.changed.emit()

    def _choose(self, chosen: SegmentChosen) -> None:
        """Where a letter goes by itself, nothing is wished: one that is not due would lose its day by a wish."""
        by_itself = _REST if self._rests else _AGAIN
        wishes = {_SOONER: WishKind.SOONER, _AGAIN: WishKind.SUGGESTED, _REST: WishKind.REST}
        self._wish_for(None if chosen.index == by_itself else Wish(wishes[chosen.index]), at=chosen.index)

    def _wish_for(self, wish: Wish | None, *, at: int = _AGAIN) -> None:
        self.wish = wish
        self._show(at)
        self.changed.emit()

    def _open_more(self) -> None:
        menu = Menu(self._theme, parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for weeks in WEEKS:
            action = menu.add(week_words(weeks))
            action.triggered.connect(
                lambda _on=False, weeks=weeks: self._wish_for(Wish(WishKind.IN_WEEKS, weeks=weeks))
            )
        menu.add(self.tr("On a day you choose…")).triggered.connect(lambda _on=False: self._choose_day())
        menu.popup(self._back.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _choose_day(self) -> None:
        if self._today is not None:
            popover = DayPopover(self._theme, today=self._today, parent=self)
            popover.day_chosen.connect(self._take_day)
            popover.open_at(self._back)

    def _take_day(self, chosen: DayChosen) -> None:
        self._wish_for(Wish(WishKind.ON_DATE, on=chosen.day))

    def _show(self, current: int) -> None:
        self._back.set_words((self.tr("Sooner"), self._again_words(), self.tr("Let it rest")), current=current)
        self._next.setText(self._next_words(current))

    def _again_words(self) -> str:
        if self.wish is not None and self.wish.kind is WishKind.IN_WEEKS:
            return week_words(self.wish.weeks)
        on = self.wish.on if self.wish is not None and self.wish.on else self._suggested
        return wait_words(on, today=self._today) if on and self._today else self.tr("Wake it again")

    def _next_words(self, current: int) -> str:
        if current == _REST:
            return self.tr("It comes only if you ask for it.")
        if current == _SOONER:
            return self.tr("Next: about half as long as it would be.")
        return self._wished_words(self.wish, self._today) if self._today else ""

    def _wished_words(self, wish: Wish | None, today: date) -> str:
        if wish is None and self._suggested:
            on = day_words(self._suggested, today=today)
            return self.tr("Next: about {day}, unless you change it.").format(day=on)
        if wish is not None and wish.on:
            return self.tr("Next: on {day}.").format(day=day_words(wish.on, today=today))
        if wish is not None and wish.weeks:
            on = day_words(today + timedelta(weeks=wish.weeks), today=today)
            return self.tr("Next: about {day}.").format(day=on)
        return self.tr("It comes back by itself again.")

    def _lay_out(self) -> None:
        theme = self._theme
        how = QVBoxLayout()
        how.setSpacing(0)
        how.addWidget(TextLabel(theme, self.tr("How was it to read this?"), style="heading", wrap=True))
        how.addWidget(TextLabel(theme, self.tr("Any answer is fine. You can skip it."), style="small", role="ink2"))
        how.addSpacing(theme.space(3))
        chips = FlowLayout(spacing=theme.size("chipSpacing"))
        for chip in self._chips.values():
            chips.addWidget(chip)
        how.addLayout(chips)
        how.addStretch(1)
        back = QVBoxLayout()
        back.setSpacing(0)
        back.addWidget(TextLabel(theme, self.tr("Bring it back"), style="heading"))
        back.addWidget(self._next)
        back.addSpacing(theme.space(3))
        back.addWidget(self._back)
        back.addStretch(1)
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        self._row.addLayout(how)
        self._row.addWidget(Separator(theme, standing=True))
        self._row.addLayout(back)
        self._row.addStretch(1)
        self._above, self._below = QSpacerItem(0, 0), QSpacerItem(0, 0)
        side = theme.size("contentPaddingXNarrow")
        self._row.setContentsMargins(side, 0, side, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(Separator(theme))
        self._column.addItem(self._above)
        self._column.addLayout(self._row)
        self._column.addStretch(1)
        self._column.addItem(self._below)
