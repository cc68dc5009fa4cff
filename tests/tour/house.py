"""The program as the tour runs it: the real window, the sample journal, a clock that stands still, no motion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLineEdit

from heartjournal.journal import LEAST_COST, create_journal, open_journal, sample
from heartjournal.preferences import Preferences
from heartjournal.resources.theme import theme_tokens
from heartjournal.ui.app import application
from heartjournal.ui.doorway import Doorway
from heartjournal.ui.preference_store import PreferenceStore
from heartjournal.ui.surroundings import Surroundings
from heartjournal.ui.tasks import Tasks
from heartjournal.ui.theme import Theme
from heartjournal.ui.window import Window
from tests.clock import FixedClock
from tests.tour.waiting import settle, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from heartjournal.journal import Journal
    from tests.tour.look import Look

PASSPHRASE = "the kettle hums in november"


class House:
    """One window on one journal, new or the sample; leave it with `close`."""

    def __init__(self, look: Look, *, folder: Path, shown_folder: Path, pictures: Path, is_new: bool) -> None:
        self._look = look
        self._pictures = pictures
        self.clock = FixedClock()
        self._application = application()
        self._application.setCursorFlashTime(0)
        theme = Theme(theme_tokens(), mode=look.mode, reduced_motion=True)
        theme.dress(self._application)
        self.tasks = Tasks()
        store = PreferenceStore(Preferences(theme=look.mode.value), save=lambda _changed: None)
        self.surroundings = Surroundings(theme=theme, tasks=self.tasks, clock=self.clock, preferences=store)

        def opener(passphrase: str) -> Callable[[], Journal]:
            return lambda: open_journal(folder, passphrase, clock=self.clock)

        def creator(passphrase: str) -> Callable[[], Journal]:
            def create_and_open() -> Journal:
                create_journal(folder, passphrase, clock=self.clock, cost=LEAST_COST)
                return open_journal(folder, passphrase, clock=self.clock)

            return create_and_open

        self.window = Window(self.surroundings, Doorway(shown_folder, is_new=is_new, opener=opener, creator=creator))
        self.window.resize(look.width, look.height)
        self.window.begin()
        self.window.show()

    def settle(self) -> None:
        """Wait for every answer of the journal."""
        settle(self.tasks)

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Wait until something is so, and for the answers it brings."""
        until(condition, what)
        self.settle()

    def picture(self, screen: str, of: QWidget | None = None) -> None:
        """Keep a picture of the window, or of a widget of its own."""
        self.settle()
        file = self._pictures / self._look.file_name(screen)
        if not (of or self.window).grab().save(str(file)):
            raise OSError(f"The picture {file} could not be written.")

    def type_passphrases(self, words: str) -> None:
        """Put the words into every passphrase field that is shown."""
        for line in self.window.findChildren(QLineEdit):
            if line.isVisible():
                line.setText(words)

    def close(self) -> None:
        """Close the journal and the window, and forget both."""
        left: list[None] = []
        self.window.left.connect(lambda: left.append(None))
        self.window.close()
        until(lambda: bool(left), "the window to close")
        self.tasks.stop()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def make_sample(folder: Path) -> None:
    """The sample journal with a passphrase that the tour knows."""
    sample.make_sample(folder, PASSPHRASE, clock=FixedClock()).close()
