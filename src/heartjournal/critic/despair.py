"""Hears whether a text despairs of living; says nothing more about it, and keeps nothing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from heartjournal.critic.automaton import BREAK, Automaton, Found
from heartjournal.critic.reading import CLOSED_BY, PARAGRAPH, QUOTATION_MARKS, ends_sentence, is_word, pieces
from heartjournal.critic.spelling import Spelling
from heartjournal.model.despair import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from heartjournal.model.despair import DespairLexicon

_NOTHING: Final[tuple[int, ...]] = (BREAK,)
"""In place of the words of what is no word."""
_DESPAIR: Final = (Role.NOW, Role.PAST, Role.BARE)
_NEAR: Final = 14
"""How many words away a sentence may still say that something is past, or stands in a book."""
_ATTRIBUTION: Final = 7
"""How many words before or after a quotation say whose it is."""


class DespairEar:
    """An ear for one language. Making it takes a moment, so one is kept and used again, by any thread.

    The rule is point 9 of the inner critic: what is heard is never counted, grouped, stored or drawn. Where the
    meaning is in doubt the answer is yes, since a page missed costs more than a page heard in vain.
    """

    def __init__(self, lexicon: DespairLexicon) -> None:
        self._automaton = Automaton(lexicon.wordings)
        self._fillers = lexicon.fillers
        known = self._automaton.words | lexicon.fillers
        self._spelling = Spelling(lexicon.spellings, words=known, slips=sorted(lexicon.slips))

    def hears(self, text: str) -> bool:
        """Whether the writer of this text wishes to be dead or gone, or means to hurt themself.

        Takes any text, in time that grows with its length; never raises.
        """
        sequence = self._sequence(pieces(text))
        return _Findings(sequence, self._automaton.search(sequence.words, sequence.opens)).hold_despair()

    def _sequence(self, parts: Iterable[str]) -> _Sequence:
        sequence = _Sequence()
        known: dict[str, tuple[int, ...]] = {}
        for part in parts:
            numbers = known.get(part)
            if numbers is None:
                numbers = known[part] = self._numbers(part) if is_word(part) else _NOTHING
            if numbers is _NOTHING:
                sequence.add_mark(part)
            else:
                sequence.add_words(numbers)
        sequence.add_words((BREAK,))
        return sequence

    def _numbers(self, written: str) -> tuple[int, ...]:
        """What the automaton calls these words; () for fillers and for pictures that mean nothing here."""
        words = (word for word in self._spelling.read(written) if word not in self._fillers)
        return tuple([self._automaton.number(word) for word in words if word[0].isalnum() or word == "#"])


class _Sequence:
    """The words of a text as numbers; of each, whether a clause opens with it; and what stands in quotation marks."""

    def __init__(self) -> None:
        self.words: list[int] = []
        self.opens = bytearray()
        self.quotations: list[tuple[int, int]] = []
        self._is_open = True
        self._quoted_from: dict[str, int] = {}

    def add_words(self, numbers: tuple[int, ...]) -> None:
        """The words that one written word stands for; one passed over leaves the clause as open as it was."""
        for number in numbers:
            self.words.append(number)
            self.opens.append(self._is_open)
            self._is_open = False

    def add_mark(self, mark: str) -> None:
        """Whatever stands between words."""
        if mark in QUOTATION_MARKS:
            self._quote(mark)
        elif ends_sentence(mark):
            self.add_words((BREAK,))
            if mark.startswith(PARAGRAPH):
                self._quoted_from.clear()
        self._is_open = True

    def _quote(self, mark: str) -> None:
        here = len(self.words)
        for opening, start in self._quoted_from.items():
            if mark in CLOSED_BY[opening]:
                del self._quoted_from[opening]
                if start < here:
                    self.quotations.append((start, here))
                return
        if mark in CLOSED_BY:
            self._quoted_from[mark] = here


class _Findings:
    """What the lexicon knows of one text, and which of it counts."""

    def __init__(self, sequence: _Sequence, found: Iterable[Found[Role]]) -> None:
        self._length = len(sequence.words)
        self._breaks = [place for place, word in enumerate(sequence.words) if word == BREAK]
        self._found: dict[Role, list[Found[Role]]] = {role: [] for role in Role}
        for finding in found:
            self._found[finding.role].append(finding)
        self._starts = {role: [finding.start for finding in listed] for role, listed in self._found.items()}
        self._turned = self._turned_from({finding.end for finding in self._found[Role.BEFORE]})
        self._instead = self._covered((finding.start, finding.end) for finding in self._found[Role.INSTEAD])
        self._quotations = sequence.quotations

    def hold_despair(self) -> bool:
        counting = [finding for role in _DESPAIR for finding in self._found[role] if self._counts(finding)]
        if not counting:
            return False
        by_others = self._covered(said for said in self._quotations if self._is_by_another(*said))
        return not all(by_others[finding.end - 1] for finding in counting)

    def _counts(self, finding: Found[Role]) -> bool:
        if self._instead[finding.end - 1] or finding.start >= self._turned.get(finding.end, self._length):
            return False
        if finding.role is Role.BARE:
            return not self._is_near(Role.ELSEWHERE, finding)
        is_past = finding.role is Role.PAST
        return not (is_past and self._is_near(Role.OVER, finding) and not self._is_near(Role.REVIVED, finding))

    def _turned_from(self, turning: set[int]) -> dict[int, int]:
        """For the end of what was turned, where that began; what lies within it is turned as well."""
        turned: dict[int, int] = {}
        for role in _DESPAIR:
            for finding in self._found[role]:
                if finding.start in turning:
                    turned[finding.end] = min(finding.start, turned.get(finding.end, finding.start))
        return turned

    def _is_near(self, role: Role, finding: Found[Role]) -> bool:
        """Whether the same sentence says this a few words away."""
        since, until = self._sentence(finding.start)
        return self._is_between(role, max(since, finding.start - _NEAR), min(until, finding.end + _NEAR))

    def _is_by_another(self, start: int, end: int) -> bool:
        """Whether the words around a quotation give it to somebody else, and none give it to the writer."""
        before = (max(start - _ATTRIBUTION, self._sentence(start)[0]), start)
        after = (end, min(end + _ATTRIBUTION, self._sentence(end)[1]))
        if any(self._is_between(Role.I_SAY, *around) for around in (before, after)):
            return False
        return any(self._is_between(Role.OTHERS_SAY, *around) for around in (before, after))

    def _is_between(self, role: Role, since: int, until: int) -> bool:
        starts = self._starts[role]
        nearby = self._found[role][bisect_left(starts, since) : bisect_left(starts, until)]
        return any(finding.end <= until for finding in nearby)

    def _sentence(self, place: int) -> tuple[int, int]:
        """Where the sentence around a place begins and ends."""
        index = bisect_right(self._breaks, place - 1)
        since = self._breaks[index - 1] + 1 if index else 0
        return since, self._breaks[index] if index < len(self._breaks) else self._length

    def _covered(self, spans: Iterable[tuple[int, int]]) -> bytearray:
        covered = bytearray(self._length)
        for start, end in spans:
            covered[start:end] = b"\1" * (end - start)
        return covered
