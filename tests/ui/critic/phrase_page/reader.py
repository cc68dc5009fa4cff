"""A person in front of the page of one of their own phrases, which stood on several evenings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTextEdit

from heartjournal import resources
from heartjournal.ui.critic.phrase_page import PhraseRoom
from heartjournal.ui.critic.phrase_page.quotation import QuotedSentence
from tests.ui.critic.sorter import Sorter
from tests.ui.still_timer import StandingTime
from tests.ui.writing import ask

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from heartjournal.journal import Journal
    from heartjournal.model.changes import Changes
    from heartjournal.model.phrase import PhrasePage
    from heartjournal.ui.surroundings import Surroundings
    from heartjournal.ui.wanted import EntryWanted, LetterWanted, ReadingWanted
    from tests.clock import FixedClock

PRACTICE = resources.practices().required("critic")
DOWN = "I always let people down"
IDIOT = "I am such an idiot"


class Reader(Sorter):
    """Time stands still for the saving until it is let pass."""

    def __init__(self, surroundings: Surroundings, clock: FixedClock, qtbot: QtBot) -> None:
        self.time = StandingTime()
        self.room = PhraseRoom(surroundings, practice=PRACTICE, timer=self.time)
        qtbot.addWidget(self.room)
        super().__init__(self.room, surroundings, clock, qtbot)
        self.wanted: list[EntryWanted | LetterWanted | ReadingWanted] = []
        self.left: list[None] = []
        self.room.told.connect(self.told.append)
        self.room.left.connect(lambda: self.left.append(None))
        for signal in (self.room.entry_wanted, self.room.letter_wanted, self.room.reading_wanted):
            signal.connect(self.wanted.append)
        surroundings.tasks.changed.connect(self.room.refresh)
        self.pages = self.write(f"On the bus. {DOWN}. Then rain.", 90, 40, 20, 5, 2)
        self.phrase = self.keep_phrase(DOWN)

    def open(self, phrase: UUID | None = None, *, width: int = 1056, height: int = 800) -> None:
        """Sit down in front of a phrase."""
        self.sit_down(width=width, height=height)
        self.room.show_phrase(phrase or self.phrase)
        self.settle()

    def do(self, work: Callable[[Journal], Changes]) -> None:
        """Do something with the journal from elsewhere; the room is told as it always is."""
        ask(self.surroundings, self.qtbot, work)
        self.settle()

    def kept(self) -> PhrasePage:
        """What the journal has of the phrase."""
        return self.phrase_page(self.phrase)

    def text(self, name: str) -> QTextEdit:
        """The visible text of this name."""
        (found,) = (
            text for text in self.room.findChildren(QTextEdit) if text.isVisible() and text.accessibleName() == name
        )
        return found

    def reads(self, words: str) -> bool:
        """Whether a label that is shown says this."""
        return words in self.read()

    def write_in(self, name: str, words: str) -> None:
        """Type at the end of a text."""
        self.text(name).setFocus()
        self.type_in(words)

    def rest_hand(self) -> None:
        """Write nothing for a while."""
        self.time.pass_by(1500)
        self.settle()

    def sentences(self) -> list[str]:
        """The sentences that are shown, from above."""
        return [each.accessibleName() for each in self._sentences()]

    def press_sentence(self, place: int) -> None:
        self._sentences()[place].click()

    def _sentences(self) -> list[QuotedSentence]:
        found = [each for each in self.room._cards.where.findChildren(QuotedSentence) if each.isVisible()]
        return sorted(found, key=lambda each: each.mapTo(self.room, each.rect().topLeft()).y())
