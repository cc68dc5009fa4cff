"""A person with pages in which the same sentences come round, in front of the inner critic's screens."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QMenu

from heartjournal.model.changes import Changes
from heartjournal.model.journal_day import journal_day
from tests.ui.person import Person
from tests.ui.writing import ask, keep, page

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from heartjournal.journal import Journal
    from heartjournal.model.phrase import Phrase, PhrasePage, Suggestion
    from heartjournal.ui.surroundings import Surroundings
    from heartjournal.ui.wanted import PassingWords
    from tests.clock import FixedClock

FAILURE = "I am such a failure."
DOWN = "I always let people down."
USELESS = "I am useless."


class Sorter(Person):
    """Writes pages through the door, has them heard, and asks what the journal made of a choice."""

    def __init__(self, screen: QWidget, surroundings: Surroundings, clock: FixedClock, qtbot: QtBot) -> None:
        super().__init__(screen, qtbot)
        self.screen = screen
        self.surroundings = surroundings
        self.clock = clock
        self.qtbot = qtbot
        self.told: list[PassingWords] = []

    def write(self, words: str, *ago: int) -> list[UUID]:
        """A page of these words on each of the days so many days ago; heard; their ids."""
        days = [self.today - timedelta(days=each) for each in ago]
        ids = keep(self.surroundings, self.qtbot, *(page(words, day=day) for day in days))
        self.hear()
        return ids

    def hear(self) -> None:
        """Let the ear catch up, as it does after the index."""

        def catch_up(journal: Journal) -> None:
            for _ in journal.search.catch_up():
                pass
            for _ in journal.critic.catch_up():
                pass

        ask(self.surroundings, self.qtbot, catch_up)
        self.surroundings.tasks.changed.emit(Changes(heard=True))

    def settle(self) -> None:
        """Wait until everything that was asked of the journal has come home, and what is gone is gone."""
        for _ in range(4):
            ask(self.surroundings, self.qtbot, lambda _journal: None)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def undo(self) -> None:
        """Press Undo of what was told last."""
        undo = self.told[-1].undo
        assert undo is not None
        undo()
        self.settle()

    def suggested(self, *, maybe_too: bool = False) -> tuple[Suggestion, ...]:
        """What waits to be sorted."""
        return ask(self.surroundings, self.qtbot, lambda journal: journal.critic.suggestions(maybe_too=maybe_too))

    def phrases(self) -> list[Phrase]:
        """The phrases that are kept."""
        return [line.phrase for line in ask(self.surroundings, self.qtbot, lambda journal: journal.phrases.lines())]

    def phrase_page(self, phrase: UUID) -> PhrasePage:
        """Everything about a phrase."""
        return ask(self.surroundings, self.qtbot, lambda journal: journal.phrases.page(phrase))

    def keep_phrase(self, words: str) -> UUID:
        """Keep a phrase through the door, if it is not kept; its id."""
        ask(self.surroundings, self.qtbot, lambda journal: journal.phrases.keep(words))
        self.hear()
        phrase = ask(self.surroundings, self.qtbot, lambda journal: journal.phrases.whose(words))
        assert phrase is not None
        return phrase

    def menu(self) -> list[str]:
        """What the open menu offers."""
        return [action.text() for action in self._open_menu().actions() if action.text()]

    def choose(self, words: str) -> None:
        """Choose an entry of the open menu, and let the menu go."""
        menu = self._open_menu()
        next(action for action in menu.actions() if action.text() == words).trigger()
        self._shut(menu)

    def shut_menu(self) -> None:
        """Close the open menu without choosing."""
        self._shut(self._open_menu())

    def _shut(self, menu: QMenu) -> None:
        menu.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        # A real system gives the keyboard back to the window; the offscreen one has to be asked.
        self.screen.activateWindow()
        self.qtbot.waitUntil(self.screen.isActiveWindow)

    @property
    def today(self) -> date:
        """The journal day it is."""
        return journal_day(self.clock.now())

    def _open_menu(self) -> QMenu:
        def shown() -> list[QMenu]:
            return [menu for menu in self.screen.findChildren(QMenu) if menu.isVisible()]

        self.qtbot.waitUntil(lambda: len(shown()) == 1)
        return shown()[0]
