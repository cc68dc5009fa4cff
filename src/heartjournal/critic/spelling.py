"""Reads words in the ways people write them at night: without apostrophes, stretched, abbreviated, with slips."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_STRETCHED = re.compile(r"(.)\1{2,}")
_LEAST_FOR_SLIPS = 4


class Spelling:
    """Gives for a written word, in small letters, the known words that it stands for."""

    def __init__(
        self, spellings: Mapping[str, tuple[str, ...]], *, words: frozenset[str], slips: Iterable[str]
    ) -> None:
        self._known: dict[str, tuple[str, ...]] = {word: (word,) for word in words} | dict(spellings)
        for word in slips:
            for slip in slips_of(word):
                self._known.setdefault(slip, (word,))

    @property
    def known(self) -> Mapping[str, tuple[str, ...]]:
        """Every form that is known as it is written, slips too, with the words it stands for."""
        return self._known

    def read(self, written: str) -> tuple[str, ...]:
        """The known words, or the written one if it is unknown. A number is read as "#"."""
        if written.isdecimal():
            return ("#",)
        bare = written.replace("'", "").replace("*", "")
        candidates = (written, bare, *_unstretched(bare))
        return next((self._known[word] for word in candidates if word in self._known), (bare,))


def slips_of(word: str) -> Iterator[str]:
    """Two neighbouring letters exchanged, or an inner letter left out or doubled; short words have none."""
    if len(word) < _LEAST_FOR_SLIPS:
        return
    for place in range(len(word) - 1):
        yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    for place in range(1, len(word) - 1):
        yield word[:place] + word[place + 1 :]
        yield word[:place] + word[place] + word[place:]


def _unstretched(word: str) -> Iterator[str]:
    if _STRETCHED.search(word):
        yield _STRETCHED.sub(r"\1\1", word)
        yield _STRETCHED.sub(r"\1", word)
