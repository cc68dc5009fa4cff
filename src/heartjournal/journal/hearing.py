"""The ear for despair with the words it listens for, made when first needed: it takes some tenths of a second."""

from heartjournal.critic import DespairEar
from heartjournal.resources import despair_lexicon


class Hearing:
    """Blocking; used in the connection's thread. Raises BadResource the first time if its words cannot be read."""

    def __init__(self) -> None:
        self._ear: DespairEar | None = None

    def hears_despair(self, text: str) -> bool:
        """Whether the writer of this text wishes to be dead or gone, or means to hurt themself."""
        if self._ear is None:
            self._ear = DespairEar(despair_lexicon())
        return self._ear.hears(text)
