"""Finds the sentences that a person has taught the program, by their very words; works in every language."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

OWN: Final = "own"
"""The frame in the key of a phrase that is found by its words alone."""
_WORD: Final = re.compile(r"[^\W_]+(?:['’ʼ`´][^\W_]+)*")
_APOSTROPHES: Final = str.maketrans("", "", "'’ʼ`´")


@dataclass(frozen=True, slots=True)
class OwnFind:
    """Where a person's own phrase stands, from `start` to before `end` in code points."""

    start: int
    end: int
    key: str


def own_key(words: str) -> str:
    """The key of a phrase that is found by its words: case, apostrophes and marks do not matter. "" without a word."""
    spelled = " ".join(_spelled(word) for word in _WORD.findall(words))
    return f"{OWN}|{spelled}" if spelled else ""


def is_own(key: str) -> bool:
    """Whether this is the key of a phrase that is found by its words."""
    return key.startswith(f"{OWN}|")


class OwnPhrases:
    """Looks for the phrases of these keys; those of another frame are left to the ear."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._beginning: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for key in sorted(set(keys)):
            frame, _, spelled = key.partition("|")
            words = tuple(spelled.split())
            if frame == OWN and words:
                self._beginning[words[0]].append((words, key))
        for listed in self._beginning.values():
            listed.sort(key=lambda each: -len(each[0]))

    def finds(self, text: str) -> tuple[OwnFind, ...]:
        """Every place, in the text's order, the longest phrase where several begin; none overlaps another."""
        if not self._beginning:
            return ()
        places = [(_spelled(found.group()), found.start(), found.end()) for found in _WORD.finditer(text)]
        spelled = [word for word, _, _ in places]
        found: list[OwnFind] = []
        place = 0
        while place < len(places):
            words, key = self._at(spelled, place)
            if words:
                found.append(OwnFind(places[place][1], places[place + len(words) - 1][2], key))
            place += max(1, len(words))
        return tuple(found)

    def _at(self, spelled: list[str], place: int) -> tuple[tuple[str, ...], str]:
        for words, key in self._beginning.get(spelled[place], ()):
            if tuple(spelled[place : place + len(words)]) == words:
                return words, key
        return (), ""


def _spelled(word: str) -> str:
    return word.lower().translate(_APOSTROPHES)
