"""The desk of phrases: what a person keeps of the inner critic's sentences, and every choice about it, undoable."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from heartjournal.journal.keeping import no_such_page
from heartjournal.journal.phrase_rows import (
    SEPARATOR,
    Kept,
    kept_phrases,
    letters_of_phrases,
    occurrences,
    pages_by_day,
)
from heartjournal.journal.phrase_wordings import PhraseWordings, no_such_phrase
from heartjournal.journal.truth import Value
from heartjournal.journal.truth_tables import TruthTable
from heartjournal.model.changes import Changes
from heartjournal.model.identity import natural_identity, new_identity
from heartjournal.model.phrase import CriticStep, Occurrence, Phrase, PhraseLine, PhrasePage
from heartjournal.model.timeline import BehindMark


class Phrases(PhraseWordings):
    """Blocking; used in the connection's thread. Every verb about one phrase raises NoSuchPage if there is none."""

    def lines(self) -> tuple[PhraseLine, ...]:
        """Every phrase that was not merged into another: pinned first, then by when it stood last, resting last."""
        kept = kept_phrases(self._connection)
        days = pages_by_day(self._connection, kept)
        roots = [phrase for phrase in kept.phrases.values() if kept.roots[phrase.id] == phrase.id]
        return tuple(sorted((_line(phrase, kept, days[phrase.id]) for phrase in roots), key=in_order))

    def page(self, phrase: UUID) -> PhrasePage:
        """Everything about a phrase; about one that was merged, of the one it was merged into."""
        kept, root = self._root(phrase)
        keys = kept.keys_of(root)
        found = self._places(keys, "finding")
        days = Counter(day for _, day in {(occurrence.entry, occurrence.day) for occurrence in found})
        return PhrasePage(
            line=_line(kept.phrases[root], kept, days),
            occurrences=tuple(found),
            answers=tuple(self._places(keys, "answer")),
            reframes=tuple(reversed(kept.reframes_of(root))),
            variants=kept.variants_of(root),
            joined=tuple(kept.phrases[each] for each in kept.joined(root) if each != root),
            near=tuple(dict.fromkeys((*kept.sharing(root), *self.near(keys, besides=root)))),
            letters=letters_of_phrases(self._connection, kept.joined(root)),
        )

    def in_days(self, phrase: UUID, since: date, until: date) -> BehindMark:
        """What was written of a phrase from `since` to `until`, both included."""
        kept, root = self._root(phrase)
        keys = kept.keys_of(root)
        found, answers = (self._places(keys, table, days=(since, until)) for table in ("finding", "answer"))
        return BehindMark(tuple(found), tuple(answers))

    def soften(self, example: str, line: str, *, key: str, phrase: UUID, reframe: UUID) -> Changes:
        """Keep a kinder line for a sentence, and the sentence with it if it was not kept.

        `phrase` is the id of the phrase that is made then, `reframe` that of the line: who undoes it lets go of both.
        """
        kept = self.keep(example, key=key, phrase=phrase)
        owner = kept_phrases(self._connection).by_key[key].id
        return Changes(phrases=kept.phrases | self.reframe(owner, line, line=reframe).phrases)

    def let_go(self, phrase: UUID, *, for_good: bool = False) -> Changes:
        """The undo of keeping: the phrase is gone with all that was said of it, and its wordings count no more.

        `for_good` says no to them as well, so that nobody is asked about what they have just let go of.
        """
        kept = kept_phrases(self._connection)
        wordings = kept.variants.get(phrase, ())
        others = [each for owner, listed in kept.variants.items() if owner != phrase for each in listed]
        with self._truth.writing() as writing:
            self._forget_own(writing, wordings)
            for wording in wordings if for_good else ():
                if not any(wording.key == each.key for each in others):
                    self._refuse_everywhere(writing, wording)
            for merged in kept.joined(phrase):
                if merged != phrase:
                    writing.change(TruthTable.PHRASE, merged, merged_into=None)
            gone = writing.remove(TruthTable.PHRASE, phrase)
        return Changes(phrases=frozenset({phrase}) if gone else frozenset())

    def rename(self, phrase: UUID, words: str) -> Changes:
        """Call a phrase otherwise; without a word nothing changes. Raises KnownProblem where despair is heard."""
        self._require_no_despair(words)
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

    def rest(self, phrase: UUID, *, since: date | None = None) -> Changes:
        """Fold a phrase away: it is neither underlined nor shown among the lanes until it is woken.

        `since` is the day on which it was laid to rest, today unless a waking is undone.
        """
        return self._change(phrase, resting_since=(since or self._today()).isoformat())

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

    def link_letter(self, phrase: UUID, letter: UUID) -> Changes:
        """Keep that a letter was written about a phrase. Raises NoSuchPage, also for a letter that is not there."""
        _, root = self._root(phrase)
        with self._truth.writing() as writing:
            if not writing.has(TruthTable.ENTRY, letter):
                raise no_such_page()
            identity = _link_identity(phrase=root, letter=letter)
            linked = writing.put(TruthTable.LETTER_PHRASE, identity, letter=letter.bytes, phrase=root.bytes)
        return Changes(phrases=frozenset({root}), letters=linked)

    def _places(self, keys: Iterable[str], table: str, *, days: tuple[date, date] | None = None) -> list[Occurrence]:
        found = occurrences(self._connection, keys, table=table, days=days)
        if self._findings.hear_due({occurrence.entry for occurrence in found}):
            found = occurrences(self._connection, keys, table=table, days=days)
        return found

    def _change(self, phrase: UUID, **columns: Value) -> Changes:
        _, root = self._root(phrase)
        with self._truth.writing() as writing:
            changed = bool(columns) and writing.change(TruthTable.PHRASE, root, **columns)
        return Changes(phrases=frozenset({root}) if changed else frozenset())


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


def _link_identity(*, phrase: UUID, letter: UUID) -> UUID:
    return natural_identity("letter_phrase", f"{letter.hex}\x1f{phrase.hex}")
