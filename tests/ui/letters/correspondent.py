"""Letters for tests of their screens, written and kept through the door, and the person who writes and reads them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QMenu

from heartjournal import resources
from heartjournal.model.changes import Changes
from heartjournal.model.entry import Draft, EntryKind, Section
from heartjournal.model.journal_day import journal_day
from tests.ui.person import Person
from tests.ui.writing import ask

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from heartjournal.journal import Journal
    from heartjournal.model.letter import Letter, LetterLine
    from heartjournal.ui.surroundings import Surroundings
    from tests.clock import FixedClock

PRACTICE = resources.practices().required("letter")
HURT, FEELINGS, LETTER = PRACTICE.steps


def letter(
    words: str,
    *,
    title: str = "",
    hurt: str = "",
    feelings: tuple[str, ...] = (),
    day: date = date(2026, 11, 12),
) -> Draft:
    """A letter as the three steps leave it; steps that were not answered are not there."""
    said = ((HURT, hurt, ()), (FEELINGS, "", feelings), (LETTER, words, ()))
    sections = tuple(
        Section(
            uuid4(),
            body,
            element=step.element,
            prompt_id=f"letter/{step.id}",
            prompt_text=step.prompt,
            feelings=named,
        )
        for step, body, named in said
        if body or named
    )
    return Draft(uuid4(), day, sections, kind=EntryKind.LETTER, practice_id="letter", title=title)


class Correspondent(Person):
    """A person with letters, in front of one screen."""

    def __init__(self, screen: QWidget, surroundings: Surroundings, clock: FixedClock, qtbot: QtBot) -> None:
        super().__init__(screen, qtbot)
        self.screen = screen
        self.surroundings = surroundings
        self.clock = clock
        self.qtbot = qtbot

    # what lies in the journal

    def keep(self, draft: Draft) -> UUID:
        """Keep a draft of a letter; its id."""
        self._do(lambda journal: journal.pages.save(draft))
        return draft.id

    def put_away(self, draft: Draft, *, first_in: int = 3, sealed: bool = False, is_named: bool = False) -> UUID:
        """Keep a letter and put it away today, to come first in so many days; its id."""
        self.keep(draft)
        on = self.today + timedelta(days=first_in)
        self._do(lambda journal: journal.letters.put_away(draft.id, on, sealed=sealed, is_named=is_named))
        return draft.id

    def receive(self, draft: Draft, *, written_ago: int = 3) -> UUID:
        """Keep a letter that was put away some days ago and is here today; its id."""
        self.clock.advance(-timedelta(days=written_ago))
        identity = self.put_away(replace(draft, day=self.today), first_in=written_ago)
        self.clock.advance(timedelta(days=written_ago))
        # Who looked while the clock was back looks again.
        self.surroundings.tasks.changed.emit(Changes(letters=True))
        return identity

    def rest(self, identity: UUID) -> None:
        """Lay a letter to rest."""
        self._do(lambda journal: journal.letters.rest(identity))

    def letter(self, identity: UUID) -> Letter:
        """The whole of a letter, as it is kept now."""
        return ask(self.surroundings, self.qtbot, lambda journal: journal.letters.letter(identity))

    def lines(self) -> tuple[LetterLine, ...]:
        """Every letter, as the list has it."""
        return ask(self.surroundings, self.qtbot, lambda journal: journal.letters.lines())

    def due(self) -> LetterLine | None:
        """The letter of the day."""
        return ask(self.surroundings, self.qtbot, lambda journal: journal.letters.today())

    @property
    def today(self) -> date:
        """The journal day it is."""
        return journal_day(self.clock.now())

    # what the person does

    def settle(self) -> None:
        """Wait until everything that was asked of the journal has come home, and what is gone is gone."""
        for _ in range(3):
            ask(self.surroundings, self.qtbot, lambda _journal: None)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def menu(self) -> list[str]:
        """What the open menu offers."""
        return [action.text() for action in self._open_menu().actions() if action.text()]

    def choose(self, words: str) -> None:
        """Choose an entry of the open menu, and let the menu go."""
        menu = self._open_menu()
        entry: QAction = next(action for action in menu.actions() if action.text() == words)
        entry.trigger()
        self._close(menu)

    def shut_menu(self) -> None:
        """Close the open menu without choosing."""
        self._close(self._open_menu())

    def _close(self, menu: QMenu) -> None:
        menu.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        # A real system gives the keyboard back to the window; the offscreen one has to be asked.
        self.screen.activateWindow()
        self.qtbot.waitUntil(self.screen.isActiveWindow)

    def _open_menu(self) -> QMenu:
        def shown() -> list[QMenu]:
            return [menu for menu in self.screen.findChildren(QMenu) if menu.isVisible()]

        self.qtbot.waitUntil(lambda: len(shown()) == 1)
        return shown()[0]

    def _do(self, work: Callable[[Journal], Changes]) -> None:
        ask(self.surroundings, self.qtbot, work)
