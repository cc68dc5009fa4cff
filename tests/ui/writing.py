"""Pages for tests of screens, kept through the door and waited for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID, uuid4

from heartjournal.model.entry import Draft, Section
from heartjournal.model.problems import DiskFull

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from pytestqt.qtbot import QtBot

    from heartjournal.journal import Journal
    from heartjournal.ui.surroundings import Surroundings

T = TypeVar("T")


def ask(surroundings: Surroundings, qtbot: QtBot, work: Callable[[Journal], T]) -> T:
    """What the journal answers, once it has."""
    answers: list[T] = []
    surroundings.tasks.run(work, then=answers.append, owner=surroundings.tasks)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def page(words: str, *, day: date = date(2026, 11, 10), title: str = "") -> Draft:
    """A free page of a day."""
    return Draft(uuid4(), day, (Section(uuid4(), words),), title=title)


def keep(surroundings: Surroundings, qtbot: QtBot, *drafts: Draft) -> list[UUID]:
    """Save pages; their ids."""
    for changes in ask(surroundings, qtbot, lambda journal: [journal.pages.save(draft) for draft in drafts]):
        surroundings.tasks.changed.emit(changes)
    return [draft.id for draft in drafts]


def refuse_saves(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on the disk is full for every page and letter."""

    def full(_desk: object, _draft: object) -> None:
        raise DiskFull("The disk is full.", "Make some room, then try again.")

    monkeypatch.setattr("heartjournal.journal.pages.Pages.save", full)


def refuse_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on there is room for a sentence, but not for the kinder line of it any more."""

    def full(_desk: object, _phrase: UUID, _words: str, **_named: UUID) -> None:
        raise DiskFull("The disk is full.", "Make some room, then try again.")

    monkeypatch.setattr("heartjournal.journal.phrases.Phrases.reframe", full)
