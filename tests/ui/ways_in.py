"""The ways into a real journal for tests, one of which can be held until the test lets it go."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from heartjournal.journal import LEAST_COST, Journal, create_journal, open_journal
from heartjournal.ui.doorway import Doorway

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from heartjournal.model.clock import Clock

PASSPHRASE = "the kettle hums in november"
_LONGEST_SECONDS = 60


class WaysIn:
    """Makes and opens the journal in a folder. While `hold` is in force, the work in the worker waits."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder = folder
        self._clock = clock
        self._may_go_on = Event()
        self._may_go_on.set()

    def hold(self) -> None:
        """Let the next way in wait on its way."""
        self._may_go_on.clear()

    def let_go(self) -> None:
        """Let what waits go on."""
        self._may_go_on.set()

    def make(self, passphrase: str = PASSPHRASE) -> None:
        """Make the journal now, and leave it closed."""
        create_journal(self.folder, passphrase, clock=self._clock, cost=LEAST_COST)

    def open_now(self, passphrase: str = PASSPHRASE) -> Journal:
        """Open the journal here and now, as another program would."""
        return open_journal(self.folder, passphrase, clock=self._clock)

    def opener(self, passphrase: str) -> Callable[[], Journal]:
        """The work of opening."""

        def open_it() -> Journal:
            self._may_go_on.wait(_LONGEST_SECONDS)
            return self.open_now(passphrase)

        return open_it

    def creator(self, passphrase: str) -> Callable[[], Journal]:
        """The work of making and opening."""

        def create_and_open() -> Journal:
            self._may_go_on.wait(_LONGEST_SECONDS)
            self.make(passphrase)
            return self.open_now(passphrase)

        return create_and_open

    def doorway(self, *, is_new: bool = False, demo: Callable[[], Journal] | None = None) -> Doorway:
        """All of it as the window is handed it."""
        return Doorway(self.folder, is_new=is_new, opener=self.opener, creator=self.creator, demo=demo)
