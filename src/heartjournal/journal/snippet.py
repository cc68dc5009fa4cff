"""Cuts out of a page the piece around the words of a search; pure."""

import re

from heartjournal.journal.wanted import Wanted, folded
from heartjournal.model.entry import Snippet

LENGTH = 160
_LEAD = 48  # how much stands before the first hit
_FOLDED_LENGTH = 20_000  # how far into a page letters are looked at without their accents; that is slow
_ELLIPSIS = "…"
_BLANKS = re.compile(r"\s+")


def snippet_of(wanted: Wanted, *, title: str, body: str, feelings: str) -> Snippet:
    """The piece of the body around the first hit, else of the title, else of the feelings, else the body's opening."""
    texts = [text for text in (body, title, feelings) if text]
    for text in texts:
        if hit := wanted.lowered.search(text.lower()):
            return _piece(wanted, text, hit.start())
    for text in texts:
        plain, places = folded(text[:_FOLDED_LENGTH])
        if hit := wanted.folded.search(plain):
            return _piece(wanted, text, places[hit.start()])
    return _piece(wanted, texts[0] if texts else "", 0)


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
