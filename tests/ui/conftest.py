"""What a screen is given in a test: the real theme, the real worker, and where asked for a real journal."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from heartjournal.preferences import Preferences
from heartjournal.resources.location import root
from heartjournal.resources.theme import theme_tokens
from heartjournal.ui.preference_store import PreferenceStore
from heartjournal.ui.surroundings import Surroundings
from heartjournal.ui.tasks import Tasks
from heartjournal.ui.theme import Mode, Theme
from tests.ui.ways_in import PASSPHRASE, WaysIn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.clock import FixedClock


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme at its usual size, worn by the application, without motion."""
    made = Theme(theme_tokens(), mode=Mode.LIGHT, reduced_motion=True)
    made.dress(qapp)
    yield made
    qapp.setStyleSheet("")


@pytest.fixture
def surroundings(theme: Theme, clock: FixedClock) -> Iterator[Surroundings]:
    """Everything a screen is handed, with no journal open yet."""
    tasks = Tasks()
    store = PreferenceStore(Preferences(theme="light"), save=lambda _preferences: None)
    yield Surroundings(theme=theme, tasks=tasks, clock=clock, preferences=store)
    tasks.stop()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def shipped_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped data, in use while the test lasts, that may be broken."""
    copy = shutil.copytree(root(), tmp_path / "shipped")
    for module in ("practice", "feeling"):
        monkeypatch.setattr(f"heartjournal.resources.{module}.root", lambda: copy)
    return copy


@pytest.fixture
def journal_folder(tmp_path: Path) -> Path:
    """Where the journal of a test lies."""
    return tmp_path / "journal"


@pytest.fixture
def ways_in(surroundings: Surroundings, journal_folder: Path, clock: FixedClock) -> Iterator[WaysIn]:
    """The ways into the journal of a test, which is not made yet; nothing is left waiting in them."""
    ways = WaysIn(journal_folder, clock)
    yield ways
    ways.let_go()


@pytest.fixture
def opened(surroundings: Surroundings, ways_in: WaysIn, qtbot: QtBot) -> Iterator[Surroundings]:
    """The same with a new, empty, real journal open in the worker."""
    landed: list[None] = []
    surroundings.tasks.open(ways_in.creator(PASSPHRASE), then=landed.append, owner=surroundings.tasks)
    qtbot.waitUntil(lambda: bool(landed))
    yield surroundings
    closed: list[None] = []
    surroundings.tasks.close(then=closed.append, owner=surroundings.tasks)
    qtbot.waitUntil(lambda: bool(closed))
