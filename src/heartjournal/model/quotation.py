"""Cuts a sentence out of a text around some words of it, so that they can be shown where they stood."""

from __future__ import annotations

import re
from typing import Final

from heartjournal.model.phrase import Quotation

LONGEST_SIDE: Final = 120
"""How many code points of the sentence are shown on either side of the words."""
# Han and kana have no blank behind the end of a sentence.
_SENTENCE_END: Final = re.compile(r"[.!?…؟।][\"”’')\]]*(?=\s)|[。！？][”’」』）]*|\n")
_ELLIPSIS: Final = "…"


def quotation_of(text: str, start: int, end: int) -> Quotation:
    """The sentence around `start` to before `end`, on one line; a long one is cut between words, with three dots.

    Places outside the text are moved into it; never raises.
    """
    start = max(0, min(start, len(text)))
    end = max(start, min(end, len(text)))
    return Quotation(_before(text, start), _on_one_line(text[start:end]), _after(text, end))


def _before(text: str, start: int) -> str:
    floor = max(0, start - 2 * LONGEST_SIDE)
    ends = [found.end() for found in _SENTENCE_END.finditer(text, floor, start)]
    before = _on_one_line(text[ends[-1] if ends else floor : start]).lstrip()
    is_cut = len(before) > LONGEST_SIDE or (not ends and floor > 0)
    if is_cut:
        kept = before[-LONGEST_SIDE:]
        before = _ELLIPSIS + (kept.split(" ", 1)[1] if " " in kept.rstrip() else kept)
    return before


def _after(text: str, end: int) -> str:
    ceiling = min(len(text), end + 2 * LONGEST_SIDE)
    found = _SENTENCE_END.search(text, end, ceiling)
    after = _on_one_line(text[end : found.end() if found else ceiling]).rstrip()
    if len(after) > LONGEST_SIDE or (not found and ceiling < len(text)):
        kept = after[:LONGEST_SIDE]
        after = (kept.rsplit(" ", 1)[0] if " " in kept.lstrip() else kept) + _ELLIPSIS
    return after


def _on_one_line(text: str) -> str:
    return re.sub(r"\s", " ", text)
