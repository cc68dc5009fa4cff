"""Finds the sentences that a person has taught the program, by their very words; works in every language."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final
from unicodedata import category, normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Words = tuple[str, ...]

OWN: Final = "own"
"""The frame in the key of a phrase that is found by its words alone."""
MOST_SPELLINGS: Final = 20_000
"""How many written words are remembered with their spelling; past it all are forgotten: no text can fill the memory."""

# In scripts without blanks between words (Thai to Khmer, kana, Han) each character counts as a word.
_ALONE: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff"
)
# Accents and vowels that stand over, under or round a letter: Latin, Hebrew, Arabic, the scripts of India.
_OVER: Final = "".join(
    chr(code)
    for code in chain(
        range(0x300, 0x370), range(0x591, 0x5C8), range(0x610, 0x6EE), range(0x900, 0xE00), range(0x1AB0, 0x1AD0)
    )
    if category(chr(code)).startswith("M")
)
_LETTER: Final = rf"[^\W_{_ALONE}]"
_APOSTROPHE: Final = "['’ʼ`´]"
_WORD: Final = re.compile(rf"{_LETTER}+(?:(?:[{_OVER}]+{_APOSTROPHE}?|{_APOSTROPHE}){_LETTER}+)*[{_OVER}]*|[{_ALONE}]")
_APOSTROPHES: Final = str.maketrans("", "", "'’ʼ`´")


@dataclass(frozen=True, slots=True)
class OwnFind:
    """Where a person's own phrase stands, from `start` to before `end` in code points."""

    start: int
    end: int
    key: str = field(repr=False)


def own_key(words: str) -> str:
    """The key of a phrase that is found by its words: case, apostrophes and marks do not matter. "" without a word."""
    spelled = " ".join(_spelled(word) for word in _WORD.findall(words))
    return f"{OWN}|{spelled}" if spelled else ""


def is_own(key: str) -> bool:
    """Whether this is the key of a phrase that is found by its words."""
    return key.startswith(f"{OWN}|")


class OwnPhrases:
    """Looks for the phrases of these keys; those of another frame are left to the ear.

    Each two words of a text are looked up together, so that many phrases cost no more than a few.
    """

    def __init__(self, keys: Iterable[str]) -> None:
        self._by_pair: dict[Words, list[Words]] = defaultdict(list)
        self._single: set[str] = set()
        self._spellings: dict[str, str] = {}
        for key in set(keys):
            frame, _, spelled = key.partition("|")
            words = tuple(spelled.split())
            if frame == OWN and len(words) == 1:
                self._single.add(words[0])
            elif frame == OWN and words:
                self._by_pair[words[:2]].append(words)
        for listed in self._by_pair.values():
            listed.sort(key=len, reverse=True)

    def finds(self, text: str) -> tuple[OwnFind, ...]:
        """Every place, in the text's order, the longest phrase where several begin; none overlaps another."""
        if not self._by_pair and not self._single:
            return ()
        spelled = self._read(text)
        pairs = enumerate(pairwise([*spelled, ""]))
        begun = [place for place, pair in pairs if pair in self._by_pair or pair[0] in self._single]
        found = list(self._phrases(spelled, begun))
        if not found:
            return ()
        spans = [word.span() for word in _WORD.finditer(text)]
        return tuple(
            OwnFind(spans[place][0], spans[place + len(words) - 1][1], f"{OWN}|{' '.join(words)}")
            for place, words in found
        )

    def _phrases(self, spelled: list[str], begun: list[int]) -> Iterator[tuple[int, Words]]:
        """Those that stand where one may have begun, by the place of their first word."""
        free = 0
        for place in begun:
            words = self._longest(spelled, place) if place >= free else ()
            if words:
                yield place, words
                free = place + len(words)

    def _longest(self, spelled: list[str], place: int) -> Words:
        for words in self._by_pair.get(tuple(spelled[place : place + 2]), ()):
            if tuple(spelled[place : place + len(words)]) == words:
                return words
        return (spelled[place],) if spelled[place] in self._single else ()

    def _read(self, text: str) -> list[str]:
        """The words of a text in their spelling."""
        written, spellings = _WORD.findall(text), self._spellings
        if len(spellings) > MOST_SPELLINGS:
            spellings.clear()
        for word in set(written).difference(spellings):
            spellings[word] = _spelled(word)
        return [spellings[word] for word in written]


def _spelled(word: str) -> str:
    """In small letters without apostrophes, an accent always written the same way."""
    return normalize("NFC", word.casefold()).translate(_APOSTROPHES)
