"""The floor of looking for phrases: sentences, words with their places and a look-up, in the least Python for it."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_SENTENCE: Final = re.compile(r"[^.!?\n]+[.!?]*")
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class PhraseFloor:
    """Knows phrases by their first two words."""

    def __init__(self, phrases: Iterable[tuple[str, ...]]) -> None:
        self._known: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
        for phrase in phrases:
            self._known[phrase[0], phrase[1]].append(phrase)

    def find(self, text: str) -> list[tuple[int, int]]:
        """Where known phrases stand: every sentence cut into words with their spans, every pair looked up."""
        found: list[tuple[int, int]] = []
        known = self._known
        for sentence in _SENTENCE.finditer(text):
            words = [(word.group().lower(), *word.span()) for word in _WORD.finditer(text, *sentence.span())]
            for place, (first, second) in enumerate(pairwise(words)):
                found += (
                    (words[place][1], words[place + len(phrase) - 1][2])
                    for phrase in known.get((first[0], second[0]), ())
                    if tuple(word for word, _, _ in words[place : place + len(phrase)]) == phrase
                )
        return found
