"""Hears where a writer speaks against themself, and where they answer kindly; keeps nothing, decides nothing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from heartjournal.critic.automaton import BREAK, UNKNOWN, Automaton
from heartjournal.critic.naming import Naming
from heartjournal.critic.passage import Passage
from heartjournal.critic.spelling import Spelling
from heartjournal.model.criticism import Answer, Find, Heard, Place, Tier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from heartjournal.critic.despair import DespairEar
    from heartjournal.critic.passage import Numbers
    from heartjournal.model.criticism import CriticLexicon, PhraseKey
    from heartjournal.model.wording import Wording

_CUE: Final = "cue"
_VERDICT: Final = "verdict"
_TAIL: Final = "tail"
_GUARD: Final = "guard"
_QUOTING: Final = "own_quoting"
_KINDS: Final = (_CUE, _VERDICT, _TAIL, _GUARD, _QUOTING)
_CUE_NAMED: Final = "{cue}"
_VERDICT_NAMED: Final = "{verdict}"
_ATTRIBUTION: Final = 7
"""How many words before or after a quotation say whose it is."""
_NEEDS_CARE: Final = re.compile(r"(.)\1\1|['*\d\u00ad\u200b-\u200d]")
"""What a word may hold that is unknown as it stands, and known when it is read with care."""
_INVISIBLE: Final = str.maketrans("", "", "\u00ad\u200b\u200c\u200d")
_IS_UNKNOWN: Final[Numbers] = (UNKNOWN,)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A whole frame in a passage, before anything has silenced it; places are words."""

    frame: str
    tier: Tier
    start: int
    end: int
    verdict: tuple[str, ...]
    cue: tuple[str, ...]

    @property
    def rank(self) -> tuple[bool, int, int]:
        """The surest first, then the longest, then the first."""
        return self.tier is Tier.MAYBE, self.start - self.end, self.start


class CriticEar:
    """An ear for one language. Making it takes a moment, so one is kept and used again, by any thread.

    `despair` hears what must never be counted or drawn: a sentence in which it hears something has no finds.
    """

    def __init__(self, lexicon: CriticLexicon, despair: DespairEar) -> None:
        self._lexicon = lexicon
        self._despair = despair
        roles = _roles(lexicon)
        self._automaton = Automaton(roles)
        self._parts = {role: _kind_and_name(role) for role in roles}
        known = self._automaton.words | lexicon.fillers
        self._spelling = Spelling(lexicon.spellings, words=known, slips=sorted(lexicon.slips))
        self._numbers = {written: self._numbered(words) for written, words in self._spelling.known.items()}
        self._named = {self._automaton.number(word): word for word in self._automaton.words}
        self._leads = frozenset(map(self._automaton.number, lexicon.leads))
        self._turns = frozenset(map(self._automaton.number, lexicon.turns))
        self._naming = Naming(lexicon, self._automaton.words)

    def hear(self, text: str) -> Heard:
        """What the writer says against themself in this text, and what they answer. Takes any text; never raises.

        The time grows with the text's length, no faster. Finds stand in the text's order and do not overlap.
        """
        passage = Passage(text, read=self._read, leads=self._leads)
        found = _Found()
        found.take(self._automaton.places(passage.words, passage.opens), self._parts)
        candidates = sorted(self._candidates(passage, found), key=lambda candidate: candidate.rank)
        if not candidates:
            return Heard()
        guards = _Guards(self._lexicon, passage, found, self._turns)
        return _Sifting(self._lexicon, text, passage, guards, self._naming, self._despair).heard(candidates)

    def _candidates(self, passage: Passage, found: _Found) -> Iterator[_Candidate]:
        for start, name, middle in found.of(_CUE):
            frame = self._lexicon.frames[name]
            for kind, verdict_end in found.at(_VERDICT, middle):
                end = found.tail_end(name, verdict_end) if frame.tails else verdict_end
                tier = Tier.SURE if kind in frame.sure else Tier.MAYBE
                is_named = tier is Tier.SURE or kind in frame.maybe
                if is_named and end and (passage.ends_clause(end) or not frame.ends):
                    said = self._said(passage, middle, verdict_end, is_open=self._lexicon.verdicts[kind].is_open)
                    cue = self._said(passage, start, middle) if _CUE_NAMED in frame.reason else ()
                    yield _Candidate(name, tier, start, end, said, cue)

    def _said(self, passage: Passage, start: int, end: int, *, is_open: bool = False) -> tuple[str, ...]:
        """These words as the lexicon spells them; one that it does not know only where a verdict is open."""
        return tuple(
            self._named[number] if number in self._named else passage.written(place)
            for place, number in enumerate(passage.words[start:end], start)
            if number in self._named or is_open
        )

    def _read(self, written: str) -> Numbers:
        numbers = self._numbers.get(written)
        if numbers is not None:
            return numbers
        if not _NEEDS_CARE.search(written):
            return _IS_UNKNOWN
        return self._numbered(self._spelling.read(written.translate(_INVISIBLE)))

    def _numbered(self, words: tuple[str, ...]) -> Numbers:
        return tuple([self._automaton.number(word) for word in words if word not in self._lexicon.fillers])


class _Found:
    """All wordings that stand in a passage, by what they are for and by the place where they begin."""

    def __init__(self) -> None:
        self._found: dict[str, dict[int, list[tuple[str, int]]]] = {kind: {} for kind in _KINDS}

    def take(self, places: Iterable[tuple[tuple[str, ...], int, int]], parts: Mapping[str, tuple[str, str]]) -> None:
        """All that an automaton found; `parts` says of each role what it is for and its name."""
        found = self._found
        for roles, start, end in places:
            for role in roles:
                kind, name = parts[role]
                by_start = found[kind]
                if start in by_start:
                    by_start[start].append((name, end))
                else:
                    by_start[start] = [(name, end)]

    def of(self, kind: str) -> Iterator[tuple[int, str, int]]:
        """Where each begins, its name, and where it ends."""
        for start, listed in self._found[kind].items():
            for name, end in listed:
                yield start, name, end

    def at(self, kind: str, start: int) -> Sequence[tuple[str, int]]:
        """The names and ends of those that begin here."""
        return self._found[kind].get(start, ())

    def tail_end(self, name: str, start: int) -> int:
        """Where the longest tail of a frame ends that begins here; 0 for none."""
        return max((end for tail, end in self.at(_TAIL, start) if tail == name), default=0)


class _Guards:
    """What in a passage keeps silent about a find, and what answers it."""

    def __init__(self, lexicon: CriticLexicon, passage: Passage, found: _Found, turns: frozenset[int]) -> None:
        self._lexicon = lexicon
        self._passage = passage
        self._turns = turns
        self._by_sentence: dict[int, list[tuple[int, str, int]]] = defaultdict(list)
        for guard in found.of(_GUARD):
            self._by_sentence[passage.sentence(guard[0])[0]].append(guard)
        self._is_quoted = bytearray(len(passage.words))
        own = sorted(start for start, _, _ in found.of(_QUOTING))
        for start, end in passage.quotations:
            if not _is_own(start, end, own):
                self._is_quoted[start:end] = b"\1" * (end - start)

    def silence(self, candidate: _Candidate) -> bool:
        """Whether a guard, another's quotation or an answer in the same sentence silences a candidate."""
        if self._is_quoted[candidate.start]:
            return True
        first, last = self._passage.sentence(candidate.start)
        words = self._passage.words
        turned = max((place for place in range(first, candidate.start) if words[place] in self._turns), default=first)
        adjacent = {candidate.start}
        if candidate.start > first and words[candidate.start - 1] == BREAK:
            adjacent.add(candidate.start - 1)
        for start, name, end in self._by_sentence[first]:
            guard = self._lexicon.guards[name]
            within = {
                Place.ADJACENT: end in adjacent,
                Place.BEFORE: turned <= start < candidate.start,
                Place.AFTER: candidate.end <= start < last,
                Place.ANYWHERE: first <= start < last,
            }
            if within[guard.place] and (not guard.frames or candidate.frame in guard.frames):
                return True
        return False

    def answer(self, candidate: _Candidate) -> int | None:
        """Where the kind words begin that answer a candidate in the same sentence or the next one."""
        first, following = self._passage.sentence(candidate.start)
        answers = (
            start
            for start, name, _ in (*self._by_sentence[first], *self._by_sentence[following])
            if self._lexicon.guards[name].is_answer and candidate.end <= start
        )
        return min(answers, default=None)


class _Sifting:
    """Which candidates of a passage are finds."""

    def __init__(
        self,
        lexicon: CriticLexicon,
        text: str,
        passage: Passage,
        guards: _Guards,
        naming: Naming,
        despair: DespairEar,
    ) -> None:
        self._lexicon = lexicon
        self._text = text
        self._passage = passage
        self._guards = guards
        self._naming = naming
        self._despair = despair
        self._despairing: dict[tuple[int, int], bool] = {}

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        """Where each word stands in the text: asked for only where a candidate is left."""
        return self._passage.spans()

    def heard(self, candidates: list[_Candidate]) -> Heard:
        finds: list[Find] = []
        answers: dict[int, Answer] = {}
        taken = bytearray(len(self._passage.words))
        for candidate in candidates:
            if any(taken[candidate.start : candidate.end]):
                continue
            taken[candidate.start : candidate.end] = b"\1" * (candidate.end - candidate.start)
            answered, is_silenced = self._guards.answer(candidate), self._guards.silence(candidate)
            if (is_silenced and answered is None) or self._is_despair(candidate):
                continue
            key = self._key(candidate)
            if answered is not None:
                answers.setdefault(answered, Answer(*self._clause(answered), key))
            if not is_silenced:
                finds.append(self._find(candidate, key))
        in_order = sorted(finds, key=lambda find: find.start)
        return Heard(tuple(in_order), tuple(answers[place] for place in sorted(answers)))

    def _key(self, candidate: _Candidate) -> PhraseKey:
        """Named by what its reason names: the verdict, or the cue where that says what is meant ("fool that I am")."""
        frame = self._lexicon.frames[candidate.frame]
        named = {_CUE_NAMED: candidate.cue, _VERDICT_NAMED: candidate.verdict}
        return self._naming.key(frame.key, [word for name in named if name in frame.reason for word in named[name]])

    def _find(self, candidate: _Candidate, key: PhraseKey) -> Find:
        start, end = self._span(candidate.start, candidate.end)
        frame = self._lexicon.frames[candidate.frame]
        reason = frame.reason.replace(_VERDICT_NAMED, self._shown(candidate.verdict))
        reason = reason.replace(_CUE_NAMED, self._shown(candidate.cue))
        return Find(start, end, candidate.tier, key, reason, candidate.frame, self._lexicon.version)

    def _shown(self, words: Sequence[str]) -> str:
        """The words as a person wrote them, without articles and the like."""
        return " ".join([word for word in words if word not in self._lexicon.dropped] or words)

    def _span(self, start: int, end: int) -> tuple[int, int]:
        return self._spans[start][0], self._spans[end - 1][1]

    def _clause(self, start: int) -> tuple[int, int]:
        """Where a clause stands from this word to its end, with the words that only fill."""
        mark_start, mark_end = self._spans[self._passage.words.index(BREAK, start)]
        is_word = self._text[mark_start].isalnum()
        first = self._spans[start][0]
        return first, first + len(self._text[first : mark_end if is_word else mark_start].rstrip())

    def _is_despair(self, candidate: _Candidate) -> bool:
        sentence = self._passage.sentence(candidate.start)
        if sentence not in self._despairing:
            start, end = self._span(*sentence)
            self._despairing[sentence] = self._despair.hears(self._text[start:end])
        return self._despairing[sentence]


def _is_own(start: int, end: int, own: list[int]) -> bool:
    """Whether the words around a quotation give it to the writer; `own` is where such words begin, in order."""
    before = bisect_left(own, start - _ATTRIBUTION) < bisect_left(own, start)
    return before or bisect_left(own, end) < bisect_left(own, end + _ATTRIBUTION)


def _kind_and_name(role: str) -> tuple[str, str]:
    kind, _, name = role.partition(":")
    return kind, name


def _roles(lexicon: CriticLexicon) -> dict[str, tuple[Wording, ...]]:
    roles = {f"{_VERDICT}:{name}": verdicts.wordings for name, verdicts in lexicon.verdicts.items()}
    for name, frame in lexicon.frames.items():
        roles[f"{_CUE}:{name}"] = frame.cues
        if frame.tails:
            roles[f"{_TAIL}:{name}"] = frame.tails
    roles |= {f"{_GUARD}:{name}": guard.wordings for name, guard in lexicon.guards.items()}
    roles[_QUOTING] = lexicon.own_quoting
    return roles
