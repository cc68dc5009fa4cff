"""The journal in a home while no window has it open, through its door."""

from __future__ import annotations

from collections import deque
from contextlib import closing
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from heartjournal.journal import LEAST_COST, Journal, create_journal, open_journal
from heartjournal.model.clock import SystemClock
from heartjournal.model.entry import Draft, Entry, Section
from heartjournal.model.journal_day import journal_day
from tests.stories.evening import PASSPHRASE
from tests.stories.later import LaterClock

if TYPE_CHECKING:
    from datetime import date

    from tests.stories.evening import Home


def make(home: Home) -> None:
    """Make the journal, in less time than First run takes; the next unlock has nothing to write."""
    create_journal(home.journal, PASSPHRASE, clock=SystemClock(), cost=LEAST_COST)
    with opened(home) as journal:
        _catch_up(journal)


def opened(home: Home, *, days_later: int = 0) -> closing[Journal]:
    """The journal, for a `with`, now or some days later."""
    return closing(open_journal(home.journal, PASSPHRASE, clock=LaterClock(days_later)))


def today() -> date:
    """The journal day it is."""
    return journal_day(SystemClock().now())


def keep(home: Home, words: str, *, day: date | None = None) -> UUID:
    """Keep a free page whose words can be found, so that the next unlock has nothing to write; its id."""
    draft = Draft(uuid4(), day or today(), (Section(uuid4(), words),))
    with opened(home) as journal:
        journal.pages.save(draft)
        _catch_up(journal)
    return draft.id


def _catch_up(journal: Journal) -> None:
    """Index and hear what is due."""
    deque(journal.search.catch_up(), maxlen=0)
    deque(journal.critic.catch_up(), maxlen=0)


def pages(home: Home) -> list[Entry]:
    """Every page that is not in the bin, newest first."""
    with opened(home) as journal:
        return [journal.pages.entry(line.id) for line in journal.pages.lines()]
