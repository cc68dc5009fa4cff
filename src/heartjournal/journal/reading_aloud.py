"""Whether a voice may read the person's words; which voice, and what it reads, is the window's."""

from heartjournal.journal.settings import Settings
from heartjournal.model.changes import Changes

_KEY = "person.letters.read_aloud"
_ON, _OFF = "on", "off"


class ReadingAloud:
    """Blocking; used in the connection's thread."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def is_allowed(self) -> bool:
        """Whether the person has allowed a voice to read letters; not unless they did."""
        return self._settings.get(_KEY) == _ON

    def allow(self, *, allowed: bool) -> Changes:
        """Let a voice read letters when it is asked to, or no more."""
        return self._settings.put(_KEY, _ON if allowed else _OFF)
