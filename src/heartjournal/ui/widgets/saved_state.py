"""The quiet word beside a page: Writing, Saved, Not saved yet."""

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from heartjournal.ui.widgets.announcement import announce
from heartjournal.ui.widgets.labels import Note

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme

RESTS_MILLISECONDS = 2000


class SaveState(Enum):
    """What is so of the words on the page."""

    WRITING = "writing"
    SAVED = "saved"
    NOT_SAVED = "not saved"


class SavedState(Note):
    """Shows a `SaveState`, changing at most once in two seconds; empty until the first."""

    def __init__(self, theme: "Theme", *, rests: int = RESTS_MILLISECONDS, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.label.setWordWrap(False)
        self._shown: SaveState | None = None
        self._wanted: SaveState | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rests)
        self._rest.timeout.connect(self._take)

    @property
    def shown(self) -> SaveState | None:
        """What is shown now."""
        return self._shown

    def set_state(self, state: SaveState) -> None:
        """Show this as soon as the last change is two seconds old; that something is not saved, at once."""
        self._wanted = state
        if state is SaveState.NOT_SAVED or not self._rest.isActive():
            self._take()

    def _take(self) -> None:
        if self._wanted is None or self._wanted is self._shown:
            return
        self._shown = self._wanted
        icon, words, role = self._look(self._shown)
        self.say(words, icon=icon, role=role)
        self._rest.start()
        if self._shown is SaveState.NOT_SAVED:
            announce(self.label, words)

    def _look(self, state: SaveState) -> tuple[str, str, str]:
        looks = {
            SaveState.WRITING: ("ellipsis", self.tr("Writing"), "ink3"),
            SaveState.SAVED: ("check", self.tr("Saved"), "ink3"),
            SaveState.NOT_SAVED: ("info", self.tr("Not saved yet"), "notice"),
        }
        return looks[state]
