"""The desk of feelings: the words a person adds to the product's own."""

from heartjournal.journal.rows import instant_text
from heartjournal.journal.truth import Truth
from heartjournal.journal.truth_tables import TruthTable
from heartjournal.model.changes import Changes
from heartjournal.model.identity import natural_identity
from heartjournal.model.text import whole_characters
from heartjournal.vault import Connection

_KIND = "feeling_word"


class Feelings:
    """Blocking; used in the connection's thread."""

    def __init__(self, connection: Connection, truth: Truth) -> None:
        self._connection = connection
        self._truth = truth

    _OWN = "SELECT word FROM feeling_word ORDER BY added, id"

    def own(self) -> tuple[str, ...]:
        """The person's own words, in the order they were added."""
        return tuple(word for (word,) in self._connection.execute(self._OWN).fetchall())

    def add(self, word: str) -> Changes:
        """Add a word, without the blanks around it; nothing if it is empty or there."""
        word = whole_characters(word).strip()
        if not word or word in self.own():
            return Changes()
        with self._truth.writing() as writing:
            added = instant_text(writing.moment.instant)
            writing.add(TruthTable.FEELING_WORD, natural_identity(_KIND, word), word=word, added=added)
        return Changes(feelings=True)

    def remove(self, word: str) -> Changes:
        """Offer a word no more; pages that name it keep it."""
        with self._truth.writing() as writing:
            identity = natural_identity(_KIND, whole_characters(word).strip())
            return Changes(feelings=writing.remove(TruthTable.FEELING_WORD, identity))
