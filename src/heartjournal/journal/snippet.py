"""Finds the words of a search in a page and cuts out the piece around them; pure, its own rule of what a word is."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from heartjournal.model.entry import Snippet
from heartjournal.model.text import whole_characters

LENGTH = 160
_LEAD = 48  # how much stands before the first hit
_FOLDED_LENGTH = 20_000  # how far into a page letters are looked at without their accents; that is slow
_LETTERS = re.compile(r"[^\W_]+")
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words a person typed: as a query for FTS5, and as patterns over lower case and over folded letters."""

    query: str = field(repr=False)
    lowered: re.Pattern[str] = field(repr=False)
    folded: re.Pattern[str] = field(repr=False)


def wanted_from(typed: str) -> Wanted | None:
    """What is looked for: every word, the last one also as a beginning; None if nothing was typed.

    Each word is quoted, so that nothing typed is ever an operator of FTS5.
    """
    words = whole_characters(typed).replace("\0", " ").split()
    if not words:
        return None
    quoted = ['"' + word.replace('"', '""') + '"' for word in words]
    return Wanted(
        " ".join(quoted) + "*", _pattern([word.lower() for word in words]), _pattern([_plain(word) for word in words])
    )


def snippet_of(wanted: Wanted, *, title: str, body: str, feelings: str) -> Snippet:
    """The piece of the body around the first hit, else of the title, else of the feelings, else the body's opening."""
    texts = [text for text in (body, title, feelings) if text]
    for text in texts:
        if hit := wanted.lowered.search(text.lower()):
            return _piece(wanted, text, hit.start())
    for text in texts:
        plain, places = _folded(text[:_FOLDED_LENGTH])
        if hit := wanted.folded.search(plain):
            return _piece(wanted, text, places[hit.start()])
    return _piece(wanted, texts[0] if texts else "", 0)


def _pattern(words: list[str]) -> re.Pattern[str]:
    """Any of the words, whole, but the last as a beginning; punctuation between letters may be any."""
    found = [r"[\W_]+".join(re.escape(part) for part in _LETTERS.findall(word)) or re.escape(word) for word in words]
    whole = [word + r"(?![^\W_])" for word in found[:-1]]
    # Without a lead of letters a word is a sign such as an emoji, which may stand anywhere.
    return re.compile(r"(?<![^\W_])(?:" + "|".join([*whole, found[-1] + r"[^\W_]*"]) + ")")


def _piece(wanted: Wanted, text: str, hit: int) -> Snippet:
    start = _word_start(text, max(0, hit - _LEAD), hit)
    end = _word_end(text, start + LENGTH, max(hit, start))
    plain, places = _folded(text[start:end])
    pieces: list[tuple[str, bool]] = [(_ELLIPSIS, False)] if start else []
    done = start
    for found in wanted.folded.finditer(plain):
        left, right = start + places[found.start()], start + places[found.end()]
        pieces += [(text[done:left], False), (text[left:right], True)]
        done = right
    pieces.append((text[done:end], False))
    pieces += [(_ELLIPSIS, False)] if end < len(text) else []
    return Snippet(tuple((_on_one_line(words), is_hit) for words, is_hit in pieces if words))


def _word_start(text: str, place: int, hit: int) -> int:
    """The first beginning of a word at or after `place`, not beyond the hit."""
    if place == 0:
        return 0
    blank = text.find(" ", place, hit)
    return place if blank < 0 else blank + 1


def _word_end(text: str, place: int, hit: int) -> int:
    """The last end of a word at or before `place`, not before the hit."""
    if place >= len(text):
        return len(text)
    blank = text.rfind(" ", hit, place)
    return place if blank < 0 else blank


def _on_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _plain(text: str) -> str:
    return _folded(text)[0]


def _folded(text: str) -> tuple[str, range | list[int]]:
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
