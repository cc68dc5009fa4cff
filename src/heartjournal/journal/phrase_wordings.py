"""The wordings of phrases: which sentences a person keeps as the same one, and how they are parted again."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from heartjournal.critic.own_phrases import is_own
from heartjournal.journal.findings import Findings
from heartjournal.journal.hearing import Hearing
from heartjournal.journal.phrase_rows import (
    EVERYWHERE,
    Kept,
    kept_phrases,
)
from heartjournal.journal.truth import Truth, Writing
from heartjournal.journal.truth_tables import TruthTable
from heartjournal.model.changes import Changes
from heartjournal.model.clock import Clock
from heartjournal.model.criticism import PhraseKey
from heartjournal.model.identity import natural_identity, new_identity
from heartjournal.model.journal_day import journal_day
from heartjournal.model.phrase import CriticStep, Phrase, Variant
from heartjournal.model.problems import KnownProblem, NoSuchPage
from heartjournal.vault import Connection

_ALL_DUE = "INSERT OR IGNORE INTO hearing_due (entry) SELECT id FROM entry WHERE kind <> 'letter'"
_WITH_WORDS_DUE = """
    INSERT OR IGNORE INTO hearing_due (entry)
    SELECT index_row.entry FROM entry_text CROSS JOIN index_row ON index_row.position = entry_text.rowid
    WHERE entry_text MATCH :words
"""
_NOT_INDEXED_DUE = "INSERT OR IGNORE INTO hearing_due (entry) SELECT entry FROM index_due"


LONGEST_EXAMPLE = 400
"""How many code points a sentence may have that is kept."""
_FEW_PAGES = 20
_SHARE_OF_PAGES = 0.2
_FEW_WORDS = 2
_PAGES_HEARD_AGAIN = 2_000
"""So many pages are all heard again in a second or two; beyond, only those that the index names."""


class PhraseWordings:
    """Blocking; used in the connection's thread. Raises NoSuchPage for a phrase or wording that is not there."""

    def __init__(
        self, connection: Connection, truth: Truth, clock: Clock, *, hearing: Hearing, findings: Findings
    ) -> None:
        self._connection = connection
        self._truth = truth
        self._clock = clock
        self._hearing = hearing
        self._findings = findings

    def near(self, keys: Iterable[str], *, besides: UUID | None = None) -> tuple[Phrase, ...]:
        """Phrases that these wordings may belong to, the nearest first; nothing is merged by this."""
        found = [phrase for near in self.near_each(keys, besides=besides).values() for phrase in near]
        return tuple({phrase.id: phrase for phrase in found}.values())

    def near_each(self, keys: Iterable[str], *, besides: UUID | None = None) -> dict[str, tuple[Phrase, ...]]:
        """The same for each wording by itself; one that is near to none is not in it."""
        kept = kept_phrases(self._connection)
        owners = {PhraseKey.parsed(key): phrase for key, phrase in kept.by_key.items() if phrase.id != besides}
        found: dict[str, dict[UUID, Phrase]] = {}
        for proposal in self._hearing.grouping.near(map(PhraseKey.parsed, keys), owners):
            owner = owners[proposal.second]
            found.setdefault(str(proposal.first), {}).setdefault(owner.id, owner)
        return {key: tuple(phrases.values()) for key, phrases in found.items()}

    def whose(self, wording: str) -> UUID | None:
        """The phrase that the wording of a sentence belongs to, None for one that nobody has kept."""
        owner = kept_phrases(self._connection).by_key.get(self._findings.key_of(wording))
        return owner.id if owner else None

    def keep(
        self, example: str, *, words: str = "", into: UUID | None = None, key: str = "", phrase: UUID | None = None
    ) -> Changes:
        """Keep the wording of a sentence as one of the person's own, as a phrase of its own or one of `into`.

        `example` is the sentence as it stands in a page; `words` is what the phrase is called, else the example. `key`
        is what it is grouped by where that is known, as a mark's or a suggestion's is; else the ear is asked.
        `phrase` is the id of the new one. A wording that is kept already stays where it is, and nothing is written.
        Raises KnownProblem for an example without a word, too long to come round again, or in which despair is heard.
        """
        if len(example) > LONGEST_EXAMPLE:
            raise KnownProblem("This is too long to come round again word by word.", "Choose one sentence of it.")
        key = key or self._findings.key_of(example)
        if not key:
            raise KnownProblem("There is no word in this.", "Select the words of the sentence, then add it.")
        self._require_fit(key, example)
        kept = kept_phrases(self._connection)
        if key in kept.by_key:
            return Changes()
        with self._truth.writing() as writing:
            owner = self._existing(kept, into) if into else self._new(writing, words or example, phrase)
            self._keep_wording(writing, owner, key, example)
        return Changes(phrases=frozenset({owner}))

    def let_go_of_wording(self, key: str) -> Changes:
        """A wording counts no more; the phrase it belonged to stays."""
        kept = kept_phrases(self._connection)
        owner = kept.by_key.get(key)
        with self._truth.writing() as writing:
            self._forget_own(writing, [each for listed in kept.variants.values() for each in listed if each.key == key])
            for identity in self._variants_of_key(key):
                writing.remove(TruthTable.VARIANT, identity)
        return Changes(phrases=frozenset({owner.id}) if owner else frozenset())

    def split(self, key: str, *, words: str = "", phrase: UUID | None = None) -> Changes:
        """Make one wording of a phrase a phrase of its own, of the id `phrase`; `move` brings it back."""
        kept = kept_phrases(self._connection)
        variants = self._variants_of_key(key)
        before = kept.by_key.get(key)
        if before is None or not variants:
            raise no_such_phrase()
        example = next(each.example for listed in kept.variants.values() for each in listed if each.key == key)
        with self._truth.writing() as writing:
            own = self._new(writing, words or example, phrase)
            for identity in variants:
                writing.change(TruthTable.VARIANT, identity, phrase=own.bytes)
        return Changes(phrases=frozenset({own, before.id}))

    def move(self, key: str, into: UUID) -> Changes:
        """Let a wording belong to another phrase; one that is left with nothing but its name goes."""
        kept = kept_phrases(self._connection)
        target, before = self._existing(kept, into), kept.by_key.get(key)
        with self._truth.writing() as writing:
            for identity in self._variants_of_key(key):
                writing.change(TruthTable.VARIANT, identity, phrase=target.bytes)
            if before and before.id != target and _is_bare(kept, before, without=key):
                writing.remove(TruthTable.PHRASE, before.id)
        return Changes(phrases=frozenset({target, *([before.id] if before else [])}))

    def _root(self, phrase: UUID) -> tuple[Kept, UUID]:
        kept = kept_phrases(self._connection)
        return kept, self._existing(kept, phrase)

    def _existing(self, kept: Kept, phrase: UUID) -> UUID:
        if phrase not in kept.roots:
            raise no_such_phrase()
        return kept.roots[phrase]

    def _new(self, writing: Writing, words: str, identity: UUID | None) -> UUID:
        self._require_no_despair(words)
        identity = identity or new_identity(writing.moment.instant)
        writing.add(
            TruthTable.PHRASE,
            identity,
            words=" ".join(words.split()),
            kept_on=self._today().isoformat(),
            tones="",
            whose_voice="",
            protecting="",
            softening="",
            pinned=0,
            resting_since=None,
            step=CriticStep.NOTICE,
            merged_into=None,
        )
        return identity

    def _keep_wording(self, writing: Writing, phrase: UUID, key: str, example: str) -> None:
        identity = natural_identity("variant", key)
        if writing.has(TruthTable.VARIANT, identity):
            # Under other rules that wording had this key; it has another one now and stays what it is.
            identity = new_identity(writing.moment.instant)
        writing.add(TruthTable.VARIANT, identity, phrase=phrase.bytes, key=key, example=example)
        for refused in self._refusals_everywhere(key):
            writing.remove(TruthTable.REFUSAL, refused)
        if is_own(key):
            self._mark_pages_with(writing, example)

    def _mark_pages_with(self, writing: Writing, example: str) -> None:
        """The pages that may hold a wording the ear does not know are to be heard again.

        The index knows which, but for what is not in it. What the ear knows has been heard already.
        """
        words = _as_searched(example)
        is_plain = words.isascii() and "'" not in words
        if is_plain and self._count(self._PAGES) > _PAGES_HEARD_AGAIN:
            writing.connection.execute(_WITH_WORDS_DUE, {"words": words})
            writing.connection.execute(_NOT_INDEXED_DUE)
        else:
            # What the index and this program call one word may differ: "don't", "dont", and beyond English.
            writing.connection.execute(_ALL_DUE)

    def _forget_own(self, writing: Writing, wordings: Iterable[Variant]) -> None:
        """Where only the words were looked for, the ear may hear something else, once they are not looked for."""
        for wording in wordings:
            if is_own(wording.key):
                self._mark_pages_with(writing, wording.example)

    def _refuse_everywhere(self, writing: Writing, wording: Variant) -> None:
        writing.put(
            TruthTable.REFUSAL,
            refusal_identity(wording.key, EVERYWHERE),
            key=wording.key,
            section=EVERYWHERE,
            example=wording.example,
            refused_on=self._today().isoformat(),
        )

    _PAGES = "SELECT count(*) FROM index_row"
    _HOLDING = "SELECT count(*) FROM (SELECT 1 FROM entry_text WHERE entry_text MATCH :words LIMIT :most)"

    def _require_fit(self, key: str, example: str) -> None:
        """Raise KnownProblem for what must not be counted, and for a word or two that stand nearly everywhere."""
        self._require_no_despair(example)
        if not is_own(key) or len(PhraseKey.parsed(key).verdict.split()) > _FEW_WORDS:
            return
        most = max(_FEW_PAGES, int(_SHARE_OF_PAGES * self._count(self._PAGES)))
        if self._count(self._HOLDING, words=_as_searched(example), most=most + 1) > most:
            raise KnownProblem(
                "This stands in so many of your pages that it would tell nothing.",
                "Add a few of the words around it.",
            )

    def _require_no_despair(self, words: str) -> None:
        if self._hearing.hears_despair(words):
            raise KnownProblem(
                "This is about more than the inner critic, so it is not counted or drawn.",
                "If living feels too heavy, “Too much right now” is there, with your own people first.",
            )

    def _count(self, sql: str, **named: str | int) -> int:
        return int(self._connection.execute(sql, named).fetchall()[0][0])

    _REFUSALS = "SELECT id FROM refusal WHERE key = :key AND section = :section"
    _VARIANTS = "SELECT id FROM variant WHERE key = :key"

    def _refusals_everywhere(self, key: str) -> list[UUID]:
        rows = self._connection.execute(self._REFUSALS, {"key": key, "section": EVERYWHERE}).fetchall()
        return [UUID(bytes=identity) for (identity,) in rows]

    def _variants_of_key(self, key: str) -> list[UUID]:
        rows = self._connection.execute(self._VARIANTS, {"key": key}).fetchall()
        return [UUID(bytes=identity) for (identity,) in rows]

    def _today(self) -> date:
        return journal_day(self._clock.now())


def _as_searched(example: str) -> str:
    """Its words as a query for the index that no sign can break."""
    words = ("".join(filter(str.isprintable, word)) for word in example.split())
    return " ".join('"' + word.replace('"', '""') + '"' for word in words if any(map(str.isalnum, word)))


def refusal_identity(key: str, section: bytes) -> UUID:
    """The id of saying no to a wording in one section, or EVERYWHERE; two machines give it the same."""
    return natural_identity("refusal", f"{section.hex()}\x1f{key}")


def no_such_phrase() -> NoSuchPage:
    """The problem of a phrase that is not here."""
    return NoSuchPage("There is no such phrase in this journal.", "Look for it in the inner critic's room.")


def _is_bare(kept: Kept, phrase: Phrase, *, without: str) -> bool:
    """Whether nothing is left of a phrase but its name once a wording is taken out of it."""
    has_words = phrase.tones or phrase.whose_voice or phrase.protecting or phrase.softening
    others = [variant for variant in kept.variants_of(phrase.id) if variant.key != without]
    return not (has_words or others or kept.reframes_of(phrase.id) or len(kept.joined(phrase.id)) > 1)
