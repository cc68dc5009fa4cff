"""Builds the application and its one window, shows it, and only then loads what opening a journal needs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from heartjournal.resources.theme import theme_tokens
from heartjournal.ui.preference_store import PreferenceStore
from heartjournal.ui.surroundings import Surroundings
from heartjournal.ui.tasks import Tasks
from heartjournal.ui.theme import STYLE_ARGUMENTS, Mode, Theme
from heartjournal.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable

    from heartjournal.model.clock import Clock
    from heartjournal.preferences import Preferences
    from heartjournal.ui.doorway import Doorway

# Measured: with the usual 5 ms, pure Python in the worker made gaps over 16 ms in the window's loop.
SWITCH_SECONDS = 0.0005


class App:
    """The running program: the application, what every screen is given, and the window. On the main thread.

    After `run`, `was_locked` says whether a fresh process is to take over.
    """

    def __init__(
        self,
        *,
        doorway: Doorway,
        clock: Clock,
        preferences: Preferences,
        save_preferences: Callable[[Preferences], None],
        after_paint: Callable[[], None],
    ) -> None:
        sys.setswitchinterval(SWITCH_SECONDS)
        self._application = application()
        store = PreferenceStore(preferences, save=save_preferences)
        theme = Theme(theme_tokens(), mode=Mode(preferences.theme), text_scale=preferences.text_scale)
        theme.dress(self._application)
        store.changed.connect(lambda: _follow(store.present, theme))
        self.surroundings = Surroundings(theme=theme, tasks=Tasks(), clock=clock, preferences=store)
        self.window = Window(self.surroundings, doorway)
        self.window.locked.connect(self._lock)
        self.window.left.connect(self._leave)
        self._after_paint = after_paint
        self.was_locked = False

    def show(self) -> None:
        """Show the window at its remembered size and begin; the rest of the program loads after the first paint."""
        present = self.surroundings.preferences.present
        self.window.resize(present.window_width, present.window_height)
        self.window.begin()
        self.window.installEventFilter(_FirstPaint(then=self._load_the_rest, parent=self.window))
        self.window.show()

    def run(self) -> int:
        """Run until the window is left or locked. The exit status."""
        self.show()
        status = self._application.exec()
        # A window left while its journal was still opening has not closed it.
        self.surroundings.tasks.close(owner=self.window)
        self.surroundings.tasks.stop()
        return status

    def _load_the_rest(self) -> None:
        self.surroundings.tasks.aside(self._after_paint, owner=self.window)

    def _lock(self) -> None:
        self.was_locked = True
        self._leave()

    def _leave(self) -> None:
        size = self.window.normalGeometry().size()
        self.surroundings.preferences.change(window_width=size.width(), window_height=size.height())
        # `quit` asks the window first, which while it locks says no.
        self._application.exit()


class _FirstPaint(QObject):
    """Filters a window's events until it is painted: `then` runs once that frame is done.

    A timer alone would not do: the first frame waits for the window system, and what is loaded meanwhile, in
    whichever thread, takes the interpreter from the painting.
    """

    def __init__(self, *, then: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._then = then

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let every event pass."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


def application() -> QApplication:
    """The one QApplication of this process, named as the desktop and a screen reader know it."""
    present = QApplication.instance()
    made = present if isinstance(present, QApplication) else QApplication(["heartjournal", *STYLE_ARGUMENTS])
    made.setApplicationName("HeartJournal")
    made.setApplicationDisplayName("HeartJournal")
    made.setDesktopFileName("org.heartjournal.HeartJournal")
    made.setQuitOnLastWindowClosed(False)
    return made


def _follow(preferences: Preferences, theme: Theme) -> None:
    if theme.mode != preferences.theme:
        theme.set_mode(preferences.theme)
    if theme.text_scale != preferences.text_scale:
        theme.set_text_scale(preferences.text_scale)
