"""Sentences as they stand in pages: each opens its page at the very words; several in a small list of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heartjournal.ui.counting import quoted
from heartjournal.ui.critic.folding_words import FoldingWords
from heartjournal.ui.dates import dated_day
from heartjournal.ui.wanted import EntryWanted
from heartjournal.ui.widgets import ScrollArea, Separator, TextLabel
from heartjournal.ui.widgets.popover import Popover

if TYPE_CHECKING:
    from datetime import date

    from heartjournal.model.phrase import Occurrence
    from heartjournal.ui.theme import Theme


class Sentence(FoldingWords):
    """One place where a phrase was written, with its day.

    Attributes:
        entry_wanted: carries the `EntryWanted` of its page at these words.
    """

    entry_wanted = Signal(EntryWanted)

    def __init__(self, theme: Theme, occurrence: Occurrence, *, today: date, parent: QWidget | None = None) -> None:
        words = quoted(occurrence.quotation.whole.strip())
        day = dated_day(occurrence.day, today=today)
        super().__init__(theme, words, day, line_first=True, parent=parent)
        # Many stand under each other: what they have in common comes last.
        self.setAccessibleName(f"{day}: {words}")
        self.setAccessibleDescription(self.tr("Opens the page"))
        self.clicked.connect(lambda: self.entry_wanted.emit(wanted_at(occurrence)))


def wanted_at(occurrence: Occurrence) -> EntryWanted:
    """The page of a sentence, at its very words."""
    return EntryWanted(occurrence.entry, section=occurrence.section, start=occurrence.start, end=occurrence.end)


class SentencesPopover(Popover):
    """The sentences behind one mark; Esc and a press outside close it, and it goes when closed.

    Attributes:
        entry_wanted: carries the `EntryWanted` of the sentence that was chosen; the popover is closed.
    """

    entry_wanted = Signal(EntryWanted)

    def __init__(
        self, theme: Theme, words: str, occurrences: tuple[Occurrence, ...], *, today: date, parent: QWidget
    ) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("The sentences of these days"))
        self.sentences = [Sentence(theme, each, today=today) for each in occurrences]
        listed = QWidget()
        column = QVBoxLayout(listed)
        reach = theme.size("ringReach")
        column.setContentsMargins(reach, reach, reach, reach)
        column.setSpacing(theme.space(3))
        column.addWidget(TextLabel(theme, words, style="label", wrap=True))
        for number, sentence in enumerate(self.sentences):
            if number:
                column.addWidget(Separator(theme))
            column.addWidget(sentence)
            sentence.entry_wanted.connect(self._choose)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        padding = theme.space(3)
        whole.setContentsMargins(padding, padding, padding, padding)
        whole.addWidget(ScrollArea(theme, listed))
        width = theme.size("criticSentences")
        height = column.totalHeightForWidth(width - 2 * padding) + 2 * padding
        self.setFixedSize(width, min(height, theme.scaled("criticSentencesHeight")))
        self._follow(theme)

    def open_at(self, widget: QWidget) -> None:
        """Open over the middle of a widget, wherever there is room, with the focus on the first sentence."""
        room = widget.screen().availableGeometry()
        place = widget.mapToGlobal(widget.rect().center()) - QPoint(self.width() // 2, self.height() // 2)
        self.move(
            max(room.left(), min(place.x(), room.right() - self.width())),
            max(room.top(), min(place.y(), room.bottom() - self.height())),
        )
        self.show()
        self.sentences[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, wanted: EntryWanted) -> None:
        self.close()
        self.entry_wanted.emit(wanted)
