"""The program from its start to its end: what it remembers, what it follows at once, and what it never leaves open."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication

from heartjournal.model.problems import CannotWrite
from heartjournal.preferences import Preferences
from heartjournal.ui.app import App, application
from heartjournal.ui.open_journal import OpenJournal
from heartjournal.ui.theme import Mode
from heartjournal.ui.unlock import Unlock
from tests.ui.person import CONTROL, Person
from tests.ui.ways_in import PASSPHRASE, WaysIn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.clock import FixedClock

Key = Qt.Key
_LONGEST_MILLISECONDS = 30_000


@dataclass(frozen=True)
class Deed:
    """Something a person does, and when they can."""

    can_be_done: Callable[[], bool]
    do: Callable[[], object]


@dataclass
class Program:
    """One start of the program on a real journal, with what it wrote and loaded."""

    qtbot: QtBot
    ways_in: WaysIn
    clock: FixedClock
    preferences: Preferences = field(default_factory=lambda: Preferences(theme="light"))
    written: list[Preferences] = field(default_factory=list)
    loaded: list[bool] = field(default_factory=list)
    apps: list[App] = field(default_factory=list)

    def start(self, save: Callable[[Preferences], None] | None = None) -> App:
        app = App(
            doorway=self.ways_in.doorway(),
            clock=self.clock,
            preferences=self.preferences,
            save_preferences=save or self.written.append,
            after_paint=self._load,
        )
        app.surroundings.theme.set_reduced_motion(True)
        self.apps.append(app)
        return app

    def run(self, app: App, *deeds: Deed) -> int:
        """Run it to its end; each deed is done as soon as it can be. The exit status."""
        waiting = list(deeds)

        def go_on() -> None:
            if waiting and waiting[0].can_be_done():
                waiting.pop(0).do()

        look, late = QTimer(interval=1), QTimer(singleShot=True, interval=_LONGEST_MILLISECONDS)
        look.timeout.connect(go_on)
        late.timeout.connect(QApplication.quit)
        look.start()
        late.start()
        status = app.run()
        assert late.isActive(), "the program did not end by itself"
        assert not waiting
        return status

    def at_the_door(self, app: App, do: Callable[[], object]) -> Deed:
        """Done once keys reach Unlock."""
        return Deed(lambda: isinstance(app.window.stage, Unlock) and app.window.isActiveWindow(), do)

    def inside(self, app: App, do: Callable[[], object]) -> Deed:
        """Done once the journal is open."""
        return Deed(lambda: isinstance(app.window.stage, OpenJournal), do)

    def unlock(self, app: App) -> Deed:
        """Type the passphrase and press Enter."""
        return self.at_the_door(app, lambda: self.type_passphrase(app))

    def type_passphrase(self, app: App) -> None:
        person = Person(app.window, self.qtbot)
        person.type_in(PASSPHRASE)
        person.press(Key.Key_Return)

    def _load(self) -> None:
        self.loaded.append(self.apps[-1].window.isVisible())


@pytest.fixture
def program(tmp_path: Path, clock: FixedClock, qtbot: QtBot, qapp: QApplication) -> Iterator[Program]:
    interval = sys.getswitchinterval()
    ways_in = WaysIn(tmp_path / "journal", clock)
    ways_in.make()
    made = Program(qtbot, ways_in, clock)
    yield made
    ways_in.let_go()
    for app in made.apps:
        app.surroundings.tasks.stop()
        app.window.hide()
        app.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
    sys.setswitchinterval(interval)


def test_the_program_shows_unlock_and_ends_when_its_window_is_closed(program: Program) -> None:
    app = program.start()
    assert program.run(app, program.at_the_door(app, app.window.close)) == 0
    assert not app.was_locked
    assert not app.window.isVisible()


def test_a_lock_ends_this_process_and_asks_for_a_fresh_one_with_the_journal_closed(program: Program) -> None:
    app = program.start()
    person = Person(app.window, program.qtbot)
    lock = program.inside(app, lambda: person.press(Key.Key_L, CONTROL))
    assert program.run(app, program.unlock(app), lock) == 0
    assert app.was_locked
    program.ways_in.open_now().close()


def test_a_window_closed_with_its_journal_open_leaves_the_journal_closed(program: Program) -> None:
    app = program.start()
    program.run(app, program.unlock(app), program.inside(app, app.window.close))
    assert not app.was_locked
    program.ways_in.open_now().close()


def test_a_window_closed_while_its_journal_opens_leaves_the_journal_closed(program: Program) -> None:
    app = program.start()

    def leave_on_the_way_in() -> None:
        program.ways_in.hold()
        program.type_passphrase(app)
        app.window.close()
        program.ways_in.let_go()

    program.run(app, program.at_the_door(app, leave_on_the_way_in))
    assert not app.surroundings.tasks.is_open
    program.ways_in.open_now().close()


def test_what_opening_needs_is_loaded_once_the_window_is_there(program: Program) -> None:
    app = program.start()
    app.show()
    program.qtbot.waitUntil(lambda: bool(program.loaded))
    assert program.loaded == [True]


def test_the_window_comes_back_at_the_size_it_was_left_at(program: Program) -> None:
    program.preferences = Preferences(theme="light", window_width=1100, window_height=700)
    app = program.start()
    sizes: list[tuple[int, int]] = []
    program.run(
        app,
        program.at_the_door(app, lambda: sizes.append((app.window.width(), app.window.height()))),
        program.at_the_door(app, lambda: app.window.resize(1000, 640)),
        program.at_the_door(app, app.window.close),
    )
    assert sizes == [(1100, 700)]
    assert (program.written[-1].window_width, program.written[-1].window_height) == (1000, 640)


def test_a_window_left_in_full_screen_comes_back_at_its_usual_size(program: Program) -> None:
    program.preferences = Preferences(theme="light", window_width=1100, window_height=700)
    app = program.start()
    person = Person(app.window, program.qtbot)
    program.run(
        app,
        program.at_the_door(app, lambda: person.press(Key.Key_F11)),
        Deed(app.window.isFullScreen, app.window.close),
    )
    assert all((each.window_width, each.window_height) == (1100, 700) for each in program.written)


def test_a_program_whose_preferences_cannot_be_written_ends_all_the_same(program: Program) -> None:
    def refuse(_preferences: Preferences) -> None:
        raise CannotWrite("Your settings could not be kept.")

    app = program.start(save=refuse)
    resize = program.at_the_door(app, lambda: app.window.resize(1000, 640))
    assert program.run(app, resize, program.at_the_door(app, app.window.close)) == 0


def test_the_look_follows_the_preferences_at_once(program: Program) -> None:
    app = program.start()
    theme, preferences = app.surroundings.theme, app.surroundings.preferences
    changes: list[None] = []
    theme.changed.connect(lambda: changes.append(None))
    preferences.change(theme="dark")
    assert (theme.mode, theme.text_scale, len(changes)) == (Mode.DARK, 1.0, 1)
    preferences.change(text_scale=1.5)
    assert (theme.mode, theme.text_scale, len(changes)) == (Mode.DARK, 1.5, 2)
    preferences.change(window_width=1000)
    assert len(changes) == 2


def test_the_program_begins_in_the_look_it_was_left_in(program: Program) -> None:
    program.preferences = Preferences(theme="dark", text_scale=1.3)
    theme = program.start().surroundings.theme
    assert (theme.mode, theme.text_scale) == (Mode.DARK, 1.3)


def test_the_application_has_the_names_a_desktop_knows_it_by(qapp: QApplication) -> None:
    assert application() is qapp
    assert qapp.applicationName() == qapp.applicationDisplayName() == "HeartJournal"
    assert qapp.desktopFileName() == "org.heartjournal.HeartJournal"
    assert not qapp.quitOnLastWindowClosed()
