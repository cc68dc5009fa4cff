"""The desk of practices: the sentences a person wrote at a step, offered first the next time."""

from uuid import UUID

from heartjournal.journal.rows import instant_text
from heartjournal.journal.truth import Truth
from heartjournal.journal.truth_tables import TruthTable
from heartjournal.model.changes import Changes
from heartjournal.model.identity import natural_identity
from heartjournal.model.text import whole_characters
from heartjournal.vault import Connection


class Practices:
    """Blocking; used in the connection's thread."""

    def __init__(self, connection: Connection, truth: Truth) -> None:
        self._connection = connection
        self._truth = truth

    _OWN = """
        SELECT words FROM sentence WHERE practice_id = :practice AND step_id = :step ORDER BY used_at DESC, stamp DESC
    """

    def own_sentences(self, practice_id: str, step_id: str) -> tuple[str, ...]:
        """The person's own sentences at a step, the one used last first."""
        rows = self._connection.execute(self._OWN, {"practice": practice_id, "step": step_id}).fetchall()
        return tuple(words for (words,) in rows)

    def remember_sentence(self, practice_id: str, step_id: str, words: str) -> Changes:
        """Keep a sentence, without the blanks around it, and put it first; nothing if it is empty."""
        words = whole_characters(words).strip()
        if not words:
            return Changes()
        identity = _sentence_identity(practice_id, step_id, words)
        with self._truth.writing() as writing:
            used_at = instant_text(writing.moment.instant)
            kept = writing.put(
                TruthTable.SENTENCE, identity, practice_id=practice_id, step_id=step_id, words=words, used_at=used_at
            )
        return Changes(practices=kept)

    def forget_sentence(self, practice_id: str, step_id: str, words: str) -> Changes:
        """Offer a sentence no more; pages that have it keep it."""
        identity = _sentence_identity(practice_id, step_id, whole_characters(words).strip())
        with self._truth.writing() as writing:
            return Changes(practices=writing.remove(TruthTable.SENTENCE, identity))


def _sentence_identity(practice_id: str, step_id: str, words: str) -> UUID:
    return natural_identity("sentence", f"{practice_id}\x1f{step_id}\x1f{words}")
