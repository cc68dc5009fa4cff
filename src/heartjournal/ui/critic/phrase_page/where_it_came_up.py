"""The card that says where a phrase came up: how often, when, and in which sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from heartjournal.model.phrase import Occurrence
from heartjournal.ui.critic.phrase_page.sentence_rows import SentenceRows
from heartjournal.ui.critic.phrase_page.words import often_words
from heartjournal.ui.critic.timeline import LaneStrip
from heartjournal.ui.wanted import EntryWanted
from heartjournal.ui.widgets import Card, TextLabel

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from heartjournal.model.phrase import PhrasePage
    from heartjournal.model.timeline import Axis, DayCount, Lane
    from heartjournal.ui.theme import Theme


class WhereItCameUp(Card):
    """Fills itself from a `PhrasePage` and the phrase's lane.

    Attributes:
        entry_wanted: carries the `EntryWanted` of a page at a sentence.
        refused: carries the `Occurrence` that is none of this phrase.
    """

    entry_wanted = Signal(EntryWanted)
    refused = Signal(Occurrence)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, bare=True, parent=parent)
        self._often = TextLabel(theme, style="small", role="ink3", wrap=True)
        self._often.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._strip = LaneStrip(theme)
        self._none = TextLabel(
            theme,
            self.tr("When it is written in a page, the sentence will be here with its day."),
            role="ink2",
            wrap=True,
        )
        self.rows = SentenceRows(theme)
        self.rows.entry_wanted.connect(self.entry_wanted)
        self.rows.refused.connect(self.refused)
        head = QHBoxLayout()
        head.setSpacing(theme.space(4))
        head.addWidget(TextLabel(theme, self.tr("Where it came up"), style="heading"))
        head.addWidget(self._often, 1)
        column = QVBoxLayout(self)
        side, above = theme.size("cardPadding"), theme.size("phraseCardY")
        column.setContentsMargins(side, above, side, theme.size("phraseCardBottom"))
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(theme.space(1))
        column.addWidget(self._strip)
        column.addWidget(self._none)
        column.addWidget(self.rows)
        column.addStretch(1)

    def show_page(self, page: PhrasePage, lane: Lane, axis: Axis, *, pages: tuple[DayCount, ...], today: date) -> None:
        """Show how often, when and where."""
        self._often.setText(often_words(page.line, today=today))
        self._strip.setVisible(bool(page.occurrences))
        self._strip.show_lane(lane, axis, today=today, pages=pages)
        self._none.setVisible(not page.occurrences)
        self.rows.show_sentences(page.occurrences, today=today)

    def clear(self) -> None:
        """Drop every word."""
        self._often.setText("")
        self._strip.forget()
        self.rows.clear()
