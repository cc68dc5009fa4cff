"""The sentences of a phrase by day, the newest first: three of them, then all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.model.phrase import Occurrence
from heartjournal.ui.critic.phrase_page.quotation import QuotedSentence
from heartjournal.ui.critic.phrase_page.words import more_words
from heartjournal.ui.critic.sentences import wanted_at
from heartjournal.ui.dates import dated_day
from heartjournal.ui.wanted import EntryWanted
from heartjournal.ui.widgets import IconButton, Link, Separator, TextLabel
from heartjournal.ui.widgets.emptying import empty

if TYPE_CHECKING:
    from datetime import date

    from heartjournal.ui.theme import Theme

SHOWN_FIRST = 3
_SHOWN_MORE = 100


class SentenceRow(QWidget):
    """One place where the phrase was written.

    Attributes:
        entry_wanted: carries the `EntryWanted` of its page at these words.
        refused: it is none of this phrase.
    """

    entry_wanted = Signal(EntryWanted)
    refused = Signal()

    def __init__(self, theme: Theme, occurrence: Occurrence, *, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        day = dated_day(occurrence.day, today=today)
        quotation = occurrence.quotation
        # What they have in common comes last, so that each is told from its neighbour at once.
        said = self.tr("{day}: {words}").format(day=day, words=quotation.whole)
        self.quoted = QuotedSentence(theme, quotation, name=said)
        self.quoted.clicked.connect(lambda: self.entry_wanted.emit(wanted_at(occurrence)))
        self.refusing = IconButton(theme, "x", self.tr("Not this one, {said}").format(said=said), small=True)
        self.refusing.setToolTip(self.tr("Not this one"))
        self.refusing.clicked.connect(self.refused)
        words = QVBoxLayout()
        words.setSpacing(round(theme.stroke("selected")))
        words.addWidget(TextLabel(theme, day, style="small", role="ink2", strong=True))
        words.addWidget(self.quoted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.size("phraseQuoteY"), 0, theme.size("phraseQuoteY"))
        row.setSpacing(theme.space(2))
        row.addLayout(words, 1)
        row.addWidget(self.refusing, 0, Qt.AlignmentFlag.AlignTop)


class SentenceRows(QWidget):
    """Fills itself anew only when the sentences are others.

    Attributes:
        entry_wanted: carries the `EntryWanted` of a page at a sentence.
        refused: carries the `Occurrence` that is none of this phrase.
    """

    entry_wanted = Signal(EntryWanted)
    refused = Signal(Occurrence)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._occurrences: tuple[Occurrence, ...] = ()
        self._shown = SHOWN_FIRST
        self._today: date | None = None
        self._rows: list[tuple[Occurrence, SentenceRow]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_sentences(self, occurrences: tuple[Occurrence, ...], *, today: date) -> None:
        """Show these, newest first; as many as were shown before."""
        if (occurrences, today) != (self._occurrences, self._today):
            self._occurrences, self._today = occurrences, today
            self._fill(today)

    def clear(self) -> None:
        """Drop every word, and show the first ones only the next time."""
        self._occurrences, self._shown, self._today = (), SHOWN_FIRST, None
        self._empty()

    def _fill(self, today: date) -> None:
        focused = self._focused()
        self._empty()
        for occurrence in self._occurrences[: self._shown]:
            if self._rows:
                self._column.addWidget(Separator(self._theme))
            row = SentenceRow(self._theme, occurrence, today=today)
            row.entry_wanted.connect(self.entry_wanted)
            row.refused.connect(lambda occurrence=occurrence: self.refused.emit(occurrence))
            self._rows.append((occurrence, row))
            self._column.addWidget(row)
            row.show()  # a layout shows it later, and until then it cannot take the keyboard
        left = len(self._occurrences) - len(self._rows)
        if left:
            self._column.addWidget(Separator(self._theme))
            self._column.addLayout(self._more(left, today))
        if focused is not None and self._rows:
            index, at_sentence = focused
            row = self._rows[min(index, len(self._rows) - 1)][1]
            (row.quoted if at_sentence else row.refusing).setFocus(Qt.FocusReason.OtherFocusReason)

    def _more(self, left: int, today: date) -> QHBoxLayout:
        theme = self._theme
        row = QHBoxLayout()
        row.setContentsMargins(0, theme.size("phraseQuoteY"), 0, 0)
        words = more_words(left, self._occurrences[-1].day, today=today)
        link = Link(theme, self.tr("Show them all") if left <= _SHOWN_MORE else self.tr("Show more of them"))
        link.clicked.connect(lambda: self._show_more(today))
        row.addWidget(TextLabel(theme, words, style="small", role="ink3", wrap=True), 1)
        row.addWidget(link)
        return row

    def _show_more(self, today: date) -> None:
        before = len(self._rows)
        self._shown += _SHOWN_MORE
        self._fill(today)
        if before < len(self._rows):
            self._rows[before][1].quoted.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _focused(self) -> tuple[int, bool] | None:
        """Which row has the keyboard, and whether on its sentence."""
        focused = self.window().focusWidget()
        for index, (_, row) in enumerate(self._rows):
            if focused in (row.quoted, row.refusing):
                return index, focused is row.quoted
        return None

    def _empty(self) -> None:
        self._rows = []
        empty(self._column)
