"""The last pages on Today, each a card that opens its page; an empty journal says so kindly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.model.journal_day import journal_day
from heartjournal.ui.dates import short_day
from heartjournal.ui.wanted import EntryWanted
from heartjournal.ui.widgets import Link, PageCard, TextLabel

if TYPE_CHECKING:
    from heartjournal.model.entry import EntryLine
    from heartjournal.ui.surroundings import Surroundings


class LastPages(QWidget):
    """A heading, a link to all pages, and up to four cards.

    Attributes:
        entry_wanted: carries the `EntryWanted` of the card that was opened.
        all_pages_wanted: the link.
    """

    entry_wanted = Signal(object)
    all_pages_wanted = Signal()

    def __init__(self, surroundings: Surroundings, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = surroundings.theme
        self._clock = surroundings.clock
        # None until the journal has answered: before that nobody may be told that there are no pages.
        self._lines: tuple[EntryLine, ...] | None = None
        self._shown = 4
        self._heading = TextLabel(self._theme, self.tr("Last pages"), style="heading")
        self._all = Link(self._theme, self.tr("All pages"))
        self._all.clicked.connect(self.all_pages_wanted)
        words = self.tr("Your pages will lie here. The first can be half a sentence.")
        self._nothing = TextLabel(self._theme, words, role="ink2")
        self._cards = QHBoxLayout()
        self._cards.setSpacing(self._theme.size("dayGap"))
        self._lay_out()
        self._fill()

    def show_lines(self, lines: tuple[EntryLine, ...]) -> None:
        """Show these pages, newest first."""
        if lines != self._lines:
            self._lines = lines
            self._fill()

    def set_shown(self, shown: int) -> None:
        """How many cards there is room for."""
        if shown != self._shown:
            self._shown = shown
            self._fill()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addStretch()
        head.addWidget(self._all)
        column.addLayout(head)
        column.addSpacing(self._theme.space(2))
        column.addWidget(self._nothing)
        column.addLayout(self._cards)

    def _fill(self) -> None:
        while (item := self._cards.takeAt(0)) is not None:
            if (card := item.widget()) is not None:
                card.deleteLater()
        today, lines = journal_day(self._clock.now()), self._lines or ()
        for line in lines[: self._shown]:
            words = line.title or line.opening
            card = PageCard(self._theme, short_day(line.day, today=today), words, elements=line.elements)
            card.clicked.connect(lambda _checked=False, entry=line.id: self.entry_wanted.emit(EntryWanted(entry)))
            self._cards.addWidget(card, stretch=1)
        for _ in range(self._shown - len(lines)):
            self._cards.addWidget(QWidget(), stretch=1)
        self._nothing.setVisible(self._lines == ())
        self._all.setVisible(bool(lines))
