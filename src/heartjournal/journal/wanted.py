"""What a person looks for, as typed: a query for FTS5 that no sign can break, and patterns that show the hits."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from heartjournal.model.text import whole_characters

_WORD = re.compile(r"[^\W_]+")
# Two letters; not those of New Tai Lue and Vedic that were no letters when FTS5 learned them.
_PAIR = re.compile(r"[^\W_\u19b0-\u19c9\u1cf2\u1cf3]{2}")
# A character of private use counts as a letter to FTS5 and stands in nobody's words.
_BEGINNING = "\ue000"
# What says of a sign how it is to be drawn: the same sign stands in a page with it or without.
_UNSEEN = {0: " ", 0xFE0E: None, 0xFE0F: None}


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words a person typed: as a query for FTS5, and as patterns over lower case and over folded letters.

    `is_pair`: only two letters were typed, and the query is for the index of those. `signs`: what was typed where it
    holds no letter and no digit, such as an emoji, which FTS5 keeps none of. `words` is how many were typed; in a match
    of a pattern `lastindex` is the number of the word, from 1. `tightest` is how far the last word begins behind the
    first where they stand as they were typed.
    """

    query: str = field(repr=False)
    is_pair: bool
    signs: tuple[str, ...] = field(repr=False)
    words: int
    tightest: int
    lowered: re.Pattern[str] = field(repr=False)
    folded: re.Pattern[str] = field(repr=False)


def wanted_from(typed: str) -> Wanted | None:
    """What is looked for: every word, the last one also as a beginning; None if nothing was typed.

    Each word is quoted, so that nothing typed is ever an operator of FTS5.
    """
    words = whole_characters(typed).translate(_UNSEEN).split()
    if not words:
        return None
    is_pair = len(words) == 1 and bool(_PAIR.fullmatch(words[0]))
    signs = () if _WORD.search(typed) else tuple(words)
    pattern = _sign_pattern if signs else _pattern
    last = _quoted(words[-1]) if is_pair else _beginning(words[-1])
    return Wanted(
        query=" ".join([*map(_quoted, words[:-1]), last]),
        is_pair=is_pair,
        signs=signs,
        words=len(words),
        tightest=sum(len(word) + 1 for word in words[:-1]),
        lowered=pattern([word.lower() for word in words]),
        folded=pattern([folded(word)[0] for word in words]),
    )


def beginnings_of(text: str) -> str:
    """The letters that words of the text begin with, each once, as the index keeps them.

    The first letter typed is the slowest to look up among all words, since it fits so many; among these it is one.
    """
    return " ".join(_BEGINNING + letter for letter in sorted({word[0] for word in _WORD.findall(text.lower())}))


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _beginning(word: str) -> str:
    parts = _WORD.findall(word)
    if len(parts) == 1 and len(parts[0]) == 1:
        return _quoted(_BEGINNING + parts[0])
    return _quoted(word) + "*"


def _pattern(words: list[str]) -> re.Pattern[str]:
    """Any of the words, whole, but the last as a beginning; punctuation between letters may be any.

    The empty group behind each is its number; before it, the pattern would not begin with letters.
    """
    whole = [_found(word) + r"(?![^\W_])()" for word in words[:-1]]
    return re.compile("|".join([*whole, _found(words[-1]) + r"[^\W_]*()"]))


def _sign_pattern(signs: list[str]) -> re.Pattern[str]:
    """Any of the signs, also where a letter stands before or behind it."""
    return re.compile("|".join(f"{re.escape(sign)}()" for sign in signs))


def _found(word: str) -> str:
    """The word where no letter stands before it.

    That is asked after its first letters: a pattern that begins with letters is looked for several times faster.
    """
    # Without a lead of letters a word is a sign such as an emoji.
    first, *others = map(re.escape, _WORD.findall(word) or [word])
    return r"[\W_]+".join([f"{first}(?<![^\\W_]{first})", *others])


def folded(text: str) -> tuple[str, range | list[int]]:
    """The text in lower case without accents, and the place in `text` of each of its characters and of its end."""
    if text.isascii():
        return text.lower(), range(len(text) + 1)
    letters = [_letter(letter) for letter in text]
    places = [place for place, letter in enumerate(letters) for _ in letter]
    return "".join(letters), [*places, len(text)]


@lru_cache(maxsize=4096)
def _letter(letter: str) -> str:
    """One character in lower case without its marks; nothing for a mark that stands alone."""
    return "".join(part for part in unicodedata.normalize("NFD", letter.lower()) if not unicodedata.combining(part))
