"""Cuts out of a page the piece around the words of a search; pure."""

import re
from itertools import islice
from typing import NamedTuple

from heartjournal.journal.wanted import Wanted, folded
from heartjournal.model.entry import Snippet

LENGTH = 160
_LEAD = 48  # how much stands before the first hit
_FOLDED_LENGTH = 20_000  # how far into a page letters are looked at without their accents; that is slow
_HITS = 400  # how many hits of several words are looked at in one text
_ELLIPSIS = "…"
_BLANKS = re.compile(r"\s+")


class _Place(NamedTuple):
    """How many of the wanted words stand together, and where the first of them begins."""

    words: int
    start: int


_NOWHERE = _Place(0, 0)


def snippet_of(wanted: Wanted, *, title: str, body: str, feelings: str) -> Snippet:
    """The piece with the most of the wanted words; of such the one of the body, the title, the feelings, in this order.

    In a text it is the piece whose words stand nearest to each other. Without any it is the body's opening.
    """
    texts = [text for text in (body, title, feelings) if text]
    best, best_text = _NOWHERE, ""
    for text in texts:
        place = _densest(wanted, wanted.lowered, text.lower())
        if place.words > best.words:
            best, best_text = place, text
        if best.words == wanted.words:
            break
    if best.words:
        return _piece(wanted, best_text, best.start)
    for text in texts:
        plain, places = folded(text[:_FOLDED_LENGTH])
        if (best := _densest(wanted, wanted.folded, plain)).words:
            return _piece(wanted, text, places[best.start])
    return _piece(wanted, texts[0] if texts else "", 0)


def _densest(wanted: Wanted, pattern: re.Pattern[str], text: str) -> _Place:
    """Where the most of the wanted words stand within what a piece shows, nearest to each other; the first of such."""
    if wanted.words == 1:
        hit = pattern.search(text)
        return _Place(1, hit.start()) if hit else _NOWHERE
    best, best_span = _NOWHERE, 0
    last: dict[int, int] = {}  # where each word was met last, the one longest ago in front
    for hit in islice(pattern.finditer(text), _HITS):
        start, word = hit.start(), hit.lastindex or 0
        last.pop(word, None)
        last[word] = start
        while (span := start - next(iter(last.values()))) > LENGTH - _LEAD:
            del last[next(iter(last))]
        words = len(last)
        if words > best.words or (words == best.words and span < best_span):
            best, best_span = _Place(words, start - span), span
            if words == wanted.words and span <= wanted.tightest:
                break
    return best


def _piece(wanted: Wanted, text: str, hit: int) -> Snippet:
    start = _word_start(text, max(0, hit - _LEAD), hit)
    end = _word_end(text, start + LENGTH, max(hit, start))
    plain, places = folded(text[start:end])
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
    return _BLANKS.sub(" ", text)
