"""Proposes which phrases may be the same one; merges nothing, since a wrong merge is worse than a missed one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from heartjournal.model.criticism import CriticLexicon, PhraseKey

LEAST_OVERLAP: Final = 0.6
"""From which share of common stems two phrases are proposed as one."""
_LEAST_STEM: Final = 3
_TURNING: Final = frozenset({"not", "never", "no"})
_OF_BEING: Final = frozenset({"am", "my", "look"})
"""Frames that say what somebody is; the others say what they do, or what there is."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two phrases that may be one, and the share of the stems of both that they have in common."""

    first: PhraseKey
    second: PhraseKey
    overlap: float


class Grouping:
    """Compares phrases of one language by the stems of their verdicts."""

    def __init__(self, lexicon: CriticLexicon) -> None:
        self._suffixes = sorted(lexicon.suffixes, key=len, reverse=True)
        self._roles = lexicon.roles
        self._alike = lexicon.alike

    def proposals(self, keys: Iterable[PhraseKey]) -> tuple[Proposal, ...]:
        """Pairs of different keys that may be one phrase, the nearest first. Equal keys group by themselves.

        Never one narrowed to a role with one that is not ("a bad mother", "bad"), nor a "not" with none, nor what
        somebody is with what they did ("a mess", "mess it up").
        """
        ordered = sorted(set(keys), key=str)
        found = (self._compared(first, second) for first, second in self._near(ordered))
        return tuple(sorted(filter(None, found), key=lambda each: (-each.overlap, str(each.first), str(each.second))))

    def near(self, wanted: Iterable[PhraseKey], known: Iterable[PhraseKey]) -> tuple[Proposal, ...]:
        """The pairs of one wanted and one known key that may be one phrase, the wanted one first, the nearest first.

        Compares what has a stem in common only, and never the known ones with each other.
        """
        having: dict[str, list[PhraseKey]] = defaultdict(list)
        for key in sorted(set(known), key=str):
            for stem in self._stems(key):
                having[stem].append(key)
        found = (
            self._compared(one, other)
            for one in sorted(set(wanted), key=str)
            for other in dict.fromkeys(other for stem in sorted(self._stems(one)) for other in having.get(stem, ()))
            if one != other
        )
        return tuple(sorted(filter(None, found), key=lambda each: (-each.overlap, str(each.first), str(each.second))))

    def stem(self, word: str) -> str:
        """A word in its plainest form without its ending, at least three letters of it, none doubled at its end."""
        plain = self._alike.get(word, word)
        for suffix in self._suffixes:
            if plain.endswith(suffix) and len(plain) - len(suffix) >= _LEAST_STEM:
                plain = plain.removesuffix(suffix)
                break
        return plain[:-1] if len(plain) > _LEAST_STEM and plain[-1] == plain[-2] else plain

    def _near(self, keys: list[PhraseKey]) -> Iterator[tuple[PhraseKey, PhraseKey]]:
        """Each pair once that has a stem in common."""
        having: dict[str, list[int]] = defaultdict(list)
        for place, key in enumerate(keys):
            for stem in self._stems(key):
                having[stem].append(place)
        pairs = {pair for places in having.values() for pair in combinations(places, 2)}
        yield from ((keys[first], keys[second]) for first, second in sorted(pairs))

    def _compared(self, first: PhraseKey, second: PhraseKey) -> Proposal | None:
        ours, theirs = self._stems(first), self._stems(second)
        overlap = len(ours & theirs) / len(ours | theirs)
        is_alike = (first.frame in _OF_BEING) is (second.frame in _OF_BEING)
        is_one = overlap >= LEAST_OVERLAP and is_alike and self._bounds(first) == self._bounds(second)
        return Proposal(first, second, overlap) if is_one else None

    def _stems(self, key: PhraseKey) -> frozenset[str]:
        return frozenset(map(self.stem, key.verdict.split()))

    def _bounds(self, key: PhraseKey) -> frozenset[str]:
        """The words that make two verdicts different whatever else they share."""
        return frozenset(key.verdict.split()) & (self._roles | _TURNING)
