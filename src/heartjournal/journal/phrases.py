"""The desk of phrases: what a person keeps of the inner critic's sentences, and every choice about it, undoable."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from heartjournal.critic.own_phrases import is_own
from heartjournal.journal.findings import Findings
from heartjournal.journal.hearing import Hearing
from heartjournal.journal.keeping import no_such_page
from heartjournal.journal.phrase_rows import (
    EVERYWHERE,
    SEPARATOR,
    Kept,
    kept_phrases,
    letters_of_phrases,
    occurrences,
    pages_by_day,
)
from heartjournal.journal.truth import Truth, Value, Writing
from heartjournal.journal.truth_tables import TruthTable
from heartjournal.model.changes import Changes
from heartjournal.model.clock import Clock
from heartjournal.model.criticism import PhraseKey
from heartjournal.model.identity import natural_identity, new_identity
from heartjournal.model.journal_day import journal_day
from heartjournal.model.phrase import CriticStep, Occurrence, Phrase, PhraseLine, PhrasePage
from heartjournal.model.problems import KnownProblem, NoSuchPage
from heartjournal.model.timeline import BehindMark
from heartjournal.vault import Connection

_ALL_DUE = "INSERT OR IGNORE INTO hearing_due (entry) SELECT id FROM entry WHERE kind <> 'letter'"
_WITH_WORDS_DUE = """
    INSERT OR IGNORE INTO hearing_due (entry)
    SELECT index_row.entry FROM entry_text CROSS JOIN index_row ON index_row.position = entry_text.rowid
    WHERE entry_text MATCH :words
"""
_NOT_INDEXED_DUE = "INSERT OR IGNORE INTO hearing_due (entry) SELECT entry FROM index_due"


class Phrases:
    """Blocking; used in the connection's thread. Every verb about one phrase raises NoSuchPage if there is none."""

    def __init__(
        self, connection: Connection, truth: Truth, clock: Clock, *, hearing: Hearing, findings: Findings
    ) -> None:
        self._connection = connection
        self._truth = truth
        self._clock = clock
        self._hearing = hearing
        self._findings = findings

    def lines(self) -> tuple[PhraseLine, ...]:
        """Every phrase that was not merged into another: pinned first, then by when it stood last, resting last."""
        kept = kept_phrases(self._connection)
        days = pages_by_day(self._connection, kept)
        roots = [phrase for phrase in kept.phrases.values() if kept.roots[phrase.id] == phrase.id]
        return tuple(sorted((_line(phrase, kept, days[phrase.id]) for phrase in roots), key=in_order))

    def page(self, phrase: UUID) -> PhrasePage:
        """Everything about a phrase; about one that was merged, of the one it was merged into."""
        kept, root = self._root(phrase)
        # Under new rules two wordings may have become one key: each place is still one.
        keys = list(dict.fromkeys(variant.key for variant in kept.variants_of(root)))
        found = self._places(keys, "finding")
        days = Counter(day for _, day in {(occurrence.entry, occurrence.day) for occurrence in found})
        return PhrasePage(
            line=_line(kept.phrases[root], kept, days),
            occurrences=tuple(found),
            answers=tuple(self._places(keys, "answer")),
            reframes=tuple(reversed(kept.reframes_of(root))),
            variants=kept.variants_of(root),
            joined=tuple(kept.phrases[each] for each in kept.joined(root) if each != root),
            near=self.near(keys, besides=root),
            letters=letters_of_phrases(self._connection, kept.joined(root)),
        )

    def in_days(self, phrase: UUID, since: date, until: date) -> BehindMark:
        """What was written of a phrase from `since` to `until`, both included."""
        kept, root = self._root(phrase)
        keys = [variant.key for variant in kept.variants_of(root)]
        found, answers = (self._places(keys, table, days=(since, until)) for table in ("finding", "answer"))
        return BehindMark(tuple(found), tuple(answers))

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
        Raises KnownProblem for an example without a word.
        """
        key = key or self._findings.key_of(example)
        if not key:
            raise KnownProblem("There is no word in this.", "Select the words of the sentence, then add it.")
        kept = kept_phrases(self._connection)
        if key in kept.by_key:
            return Changes()
        with self._truth.writing() as writing:
            owner = self._existing(kept, into) if into else self._new(writing, words or example, phrase)
            self._keep_wording(writing, owner, key, example)
        return Changes(phrases=frozenset({owner}))

    def soften(self, example: str, line: str, *, key: str, phrase: UUID, reframe: UUID) -> Changes:
        """Keep a kinder line for a sentence, and the sentence with it if it was not kept.

        `phrase` is the id of the phrase that is made then, `reframe` that of the line: who undoes it lets go of both.
        """
        kept = self.keep(example, key=key, phrase=phrase)
        owner = kept_phrases(self._connection).by_key[key].id
        return Changes(phrases=kept.phrases | self.reframe(owner, line, line=reframe).phrases)

    def let_go(self, phrase: UUID) -> Changes:
        """The undo of keeping: the phrase is gone with all that was said of it, and its wordings count no more."""
        kept = kept_phrases(self._connection)
        with self._truth.writing() as writing:
            for merged in kept.joined(phrase):
                if merged != phrase:
                    writing.change(TruthTable.PHRASE, merged, merged_into=None)
            gone = writing.remove(TruthTable.PHRASE, phrase)
        return Changes(phrases=frozenset({phrase}) if gone else frozenset())

    def let_go_of_wording(self, key: str) -> Changes:
        """A wording counts no more; the phrase it belonged to stays."""
        owner = kept_phrases(self._connection).by_key.get(key)
        with self._truth.writing() as writing:
            for identity in self._variants_of_key(key):
                writing.remove(TruthTable.VARIANT, identity)
        return Changes(phrases=frozenset({owner.id}) if owner else frozenset())

    def rename(self, phrase: UUID, words: str) -> Changes:
        """Call a phrase otherwise; words without a letter are refused by changing nothing."""
        return self._change(phrase, words=words.strip()) if words.strip() else Changes()

    def describe(
        self,
        phrase: UUID,
        *,
        tones: tuple[str, ...] | None = None,
        whose_voice: str | None = None,
        protecting: str | None = None,
        softening: str | None = None,
    ) -> Changes:
        """Keep what the person says of a phrase; what is left out stays as it is."""
        columns: dict[str, Value] = {"whose_voice": whose_voice, "protecting": protecting, "softening": softening}
        if tones is not None:
            columns["tones"] = SEPARATOR.join(dict.fromkeys(tone.strip() for tone in tones if tone.strip()))
        return self._change(phrase, **{name: value for name, value in columns.items() if value is not None})

    def reach(self, phrase: UUID, step: CriticStep) -> Changes:
        """Keep where the practice of working with a phrase was left."""
        return self._change(phrase, step=step)

    def pin(self, phrase: UUID, *, pinned: bool) -> Changes:
        """Let a phrase stand before the others, or no more."""
        return self._change(phrase, pinned=int(pinned))

    def rest(self, phrase: UUID) -> Changes:
        """Fold a phrase away: it is neither underlined nor shown among the lanes until it is woken."""
        return self._change(phrase, resting_since=self._today().isoformat())

    def wake(self, phrase: UUID) -> Changes:
        """Bring a resting phrase back."""
        return self._change(phrase, resting_since=None)

    def reframe(self, phrase: UUID, words: str, *, line: UUID | None = None) -> Changes:
        """Keep a kinder line for a phrase, beside those before; the same as the newest, or nothing, writes nothing.

        `line` is the id it has or is to have: kept again under it, it is the same line in other words, of its own day.
        """
        kept, root = self._root(phrase)
        before = kept.reframes_of(root)
        words = words.strip()
        if not words or (before and before[-1].words == words):
            return Changes()
        with self._truth.writing() as writing:
            identity = line or new_identity(writing.moment.instant)
            if any(each.id == identity for each in before):
                writing.change(TruthTable.REFRAME, identity, words=words)
            else:
                today = self._today().isoformat()
                writing.add(TruthTable.REFRAME, identity, phrase=root.bytes, words=words, written_on=today)
        return Changes(phrases=frozenset({root}))

    def remove_reframe(self, reframe: UUID) -> Changes:
        """The undo of `reframe`."""
        kept = kept_phrases(self._connection)
        owner = next((own for own, listed in kept.reframes.items() if reframe in {each.id for each in listed}), None)
        with self._truth.writing() as writing:
            writing.remove(TruthTable.REFRAME, reframe)
        return Changes(phrases=frozenset({kept.roots[owner]}) if owner else frozenset())

    def merge(self, phrase: UUID, into: UUID) -> Changes:
        """Let a phrase be one with another; nothing that was said of it is lost, and `unmerge` takes it apart again."""
        kept, root = self._root(phrase)
        target = self._existing(kept, into)
        if root == target:
            return Changes()
        with self._truth.writing() as writing:
            writing.change(TruthTable.PHRASE, root, merged_into=target.bytes)
        return Changes(phrases=frozenset({root, target}))

    def unmerge(self, phrase: UUID) -> Changes:
        """The undo of `merge`: a phrase of its own again, with all that was said of it."""
        kept = kept_phrases(self._connection)
        if phrase not in kept.phrases:
            raise no_such_phrase()
        with self._truth.writing() as writing:
            writing.change(TruthTable.PHRASE, phrase, merged_into=None)
        return Changes(phrases=frozenset({phrase, kept.roots[phrase]}))

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

    def link_letter(self, phrase: UUID, letter: UUID) -> Changes:
        """Keep that a letter was written about a phrase. Raises NoSuchPage, also for a letter that is not there."""
        _, root = self._root(phrase)
        with self._truth.writing() as writing:
            if not writing.has(TruthTable.ENTRY, letter):
                raise no_such_page()
            identity = _link_identity(phrase=root, letter=letter)
            linked = writing.put(TruthTable.LETTER_PHRASE, identity, letter=letter.bytes, phrase=root.bytes)
        return Changes(phrases=frozenset({root}), letters=linked)

    def unlink_letter(self, phrase: UUID, letter: UUID) -> Changes:
        """The undo of `link_letter`."""
        kept, root = self._root(phrase)
        with self._truth.writing() as writing:
            links = [_link_identity(phrase=each, letter=letter) for each in kept.joined(root)]
            gone = [writing.remove(TruthTable.LETTER_PHRASE, link) for link in links]
        return Changes(phrases=frozenset({root}), letters=any(gone))

    def _places(self, keys: list[str], table: str, *, days: tuple[date, date] | None = None) -> list[Occurrence]:
        found = occurrences(self._connection, keys, table=table, days=days)
        if self._findings.hear_due({occurrence.entry for occurrence in found}):
            found = occurrences(self._connection, keys, table=table, days=days)
        return found

    def _root(self, phrase: UUID) -> tuple[Kept, UUID]:
        kept = kept_phrases(self._connection)
        return kept, self._existing(kept, phrase)

    def _existing(self, kept: Kept, phrase: UUID) -> UUID:
        if phrase not in kept.roots:
            raise no_such_phrase()
        return kept.roots[phrase]

    def _change(self, phrase: UUID, **columns: Value) -> Changes:
        _, root = self._root(phrase)
        with self._truth.writing() as writing:
            changed = bool(columns) and writing.change(TruthTable.PHRASE, root, **columns)
        return Changes(phrases=frozenset({root}) if changed else frozenset())

    def _new(self, writing: Writing, words: str, identity: UUID | None) -> UUID:
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
        words = [word for word in example.split() if any(letter.isalnum() for letter in word)]
        quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words)
        if quoted.isascii():
            writing.connection.execute(_WITH_WORDS_DUE, {"words": quoted})
            writing.connection.execute(_NOT_INDEXED_DUE)
        else:
            # What the index and this program call one word may differ beyond the letters of English.
            writing.connection.execute(_ALL_DUE)

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


def no_such_phrase() -> NoSuchPage:
    """The problem of a phrase that is not here."""
    return NoSuchPage("There is no such phrase in this journal.", "Look for it in the inner critic's room.")


def in_order(line: PhraseLine) -> tuple[bool, bool, int, str]:
    """Pinned ones first, then by the last time they stood, newest first; resting ones last."""
    last = line.last_on or line.phrase.kept_on
    return line.phrase.resting_since is not None, not line.phrase.is_pinned, -last.toordinal(), line.phrase.words


def _line(phrase: Phrase, kept: Kept, days: Mapping[date, int]) -> PhraseLine:
    reframes = kept.reframes_of(phrase.id)
    return PhraseLine(
        phrase,
        times=sum(days.values()),
        first_on=min(days, default=None),
        last_on=max(days, default=None),
        reframe=reframes[-1] if reframes else None,
    )


def _is_bare(kept: Kept, phrase: Phrase, *, without: str) -> bool:
    """Whether nothing is left of a phrase but its name once a wording is taken out of it."""
    has_words = phrase.tones or phrase.whose_voice or phrase.protecting or phrase.softening
    others = [variant for variant in kept.variants_of(phrase.id) if variant.key != without]
    return not (has_words or others or kept.reframes_of(phrase.id) or len(kept.joined(phrase.id)) > 1)


def _link_identity(*, phrase: UUID, letter: UUID) -> UUID:
    return natural_identity("letter_phrase", f"{letter.hex}\x1f{phrase.hex}")
