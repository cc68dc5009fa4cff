"""Names phrases, so that the same one in other words has the same name: "always|ruin" for "I've ruined it all"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from heartjournal.model.criticism import PhraseKey

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from heartjournal.model.criticism import CriticLexicon, Meaning

_LEAST_BASE: Final = 3
_REST: Final = "{rest}"
"""In the verdict of a meaning: the words that did not go away."""


class Naming:
    """Makes the keys of one language. `known` are the words that its wordings name."""

    def __init__(self, lexicon: CriticLexicon, known: frozenset[str]) -> None:
        self._dropped = lexicon.dropped
        self._alike = lexicon.alike
        self._meanings = lexicon.meanings
        self._known = known
        self._bases: dict[str, str] = {}

    def key(self, frame: str, words: Sequence[str]) -> PhraseKey:
        """The words in their plainest form, none twice; then one name for all meanings that are the same."""
        plain = list(map(self._plain, words))
        kept = list(dict.fromkeys(word for word in plain if word not in self._dropped)) or plain[-1:]
        for meaning in self._meanings:
            if frame in meaning.frames and _is_meant(meaning, kept):
                frame = meaning.key
                kept = _said(meaning, kept)
        return PhraseKey(frame, " ".join(kept))

    def _plain(self, word: str) -> str:
        if word not in self._bases and word in self._known:
            self._bases[word] = self._base(word)
        return self._bases.get(word, word)

    def _base(self, word: str) -> str:
        """The one word for several alike; a verb or a noun without its ending, if what is left is a word."""
        alike = self._alike.get(word)
        if alike is None:
            base = next((base for base in _bases(word) if base in self._known and len(base) >= _LEAST_BASE), word)
            alike = self._alike.get(base, base)
        return alike


def _is_meant(meaning: Meaning, words: list[str]) -> bool:
    held = [each for each in meaning.holds if each.issubset(words)]
    others = set(words).difference(*held)
    return bool(held or not meaning.holds) and (not meaning.beside or others <= meaning.beside)


def _said(meaning: Meaning, words: list[str]) -> list[str]:
    rest = [word for word in words if word not in meaning.away] or words[-1:]
    return meaning.verdict.replace(_REST, " ".join(rest)).split()


def _bases(word: str) -> Iterator[str]:
    """What a word may be without its ending: letting, ruining, hurting, ruined, pitied, manages."""
    for ending in _endings(word, ("ing", "ed")):
        if ending[-1:] == ending[-2:-1]:
            yield ending[:-1]
        yield ending
        yield f"{ending}e"
    yield from (f"{left}y" for left in _endings(word, ("ied", "ies")))
    yield from _endings(word, ("s", "es"))


def _endings(word: str, endings: Iterable[str]) -> Iterator[str]:
    return (word.removesuffix(ending) for ending in endings if word.endswith(ending))
