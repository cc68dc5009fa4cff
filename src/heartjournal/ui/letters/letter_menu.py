"""The menu of one letter: read it, bring it back at another time, let it rest, change it, put it in the bin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from heartjournal.model.letter import LetterState, Wish, WishKind
from heartjournal.ui.letters.words import week_words
from heartjournal.ui.widgets import Menu

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from heartjournal.model.letter import LetterLine
    from heartjournal.ui.theme import Theme

WEEKS = (1, 2, 4, 8, 26)


class LetterMenu(Menu):
    """Opened anew each time, with what can be done with a letter where it is now.

    Attributes:
        reading_wanted, writing_wanted, bin_wanted, print_wanted: what was chosen.
        opening_wanted: a sealed letter is to be opened before its day.
        rest_wanted, waking_wanted: it is to rest, or to come again.
        day_wanted: a day is to be chosen for it to come back.
        wished: carries the `Wish` for when it should come back.
    """

    reading_wanted = Signal()
    writing_wanted = Signal()
    opening_wanted = Signal()
    rest_wanted = Signal()
    waking_wanted = Signal()
    day_wanted = Signal()
    wished = Signal(Wish)
    print_wanted = Signal()
    bin_wanted = Signal()

    def __init__(self, theme: Theme, line: LetterLine, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        {
            LetterState.DRAFT: self._offer_for_draft,
            LetterState.SEALED: self._offer_for_sealed,
            LetterState.AWAKE: self._offer_for_awake,
            LetterState.RESTING: self._offer_for_resting,
        }[line.state]()
        self.addSeparator()
        self._offer(self.tr("Move to the bin"), "trash-2", self.bin_wanted.emit)

    def _offer_for_draft(self) -> None:
        self._offer(self.tr("Write on"), "pen-line", self.writing_wanted.emit)

    def _offer_for_sealed(self) -> None:
        self._offer(self.tr("Open it before its day…"), "mail-open", self.opening_wanted.emit)

    def _offer_for_awake(self) -> None:
        self._offer(self.tr("Read it now"), "mail-open", self.reading_wanted.emit)
        self.addSeparator()
        self._offer(self.tr("Bring it back sooner"), "history", lambda: self.wished.emit(Wish(WishKind.SOONER)))
        for weeks in WEEKS:
            self._offer(week_words(weeks), "clock", self._wish_for(weeks))
        self._offer(self.tr("On a day you choose…"), "clock", self.day_wanted.emit)
        self._offer(self.tr("Let it rest"), "archive", self.rest_wanted.emit)
        self._offer_words()

    def _offer_for_resting(self) -> None:
        self._offer(self.tr("Read it now"), "mail-open", self.reading_wanted.emit)
        self._offer(self.tr("Wake it again"), "history", self.waking_wanted.emit)
        self._offer_words()

    def _offer_words(self) -> None:
        self.addSeparator()
        self._offer(self.tr("Change its words"), "pen-line", self.writing_wanted.emit)
        self._offer(self.tr("Print…"), "printer", self.print_wanted.emit)

    def _wish_for(self, weeks: int) -> Callable[[], None]:
        return lambda: self.wished.emit(Wish(WishKind.IN_WEEKS, weeks=weeks))

    def _offer(self, words: str, icon: str, action: Callable[[], object]) -> None:
        self.add(words, icon=icon).triggered.connect(lambda _checked=False: action())
