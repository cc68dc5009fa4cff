"""A sentence of a page begun so near to a phrase that the phrase is read whole where there is room for a few lines."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from heartjournal.model.phrase import Quotation

WORDS_BEFORE: Final = 3
"""How many words lead up to a phrase whose sentence is too long to be shown from its start."""
_ELLIPSIS: Final = "…"


def near_words(quotation: Quotation, *, fits: Callable[[str], bool]) -> str:
    """All of the sentence if it fits; else what comes before the phrase is cut, then what follows, never the phrase."""
    whole = _one_line(quotation.whole)
    if fits(whole):
        return whole
    phrase, after = _with_its_stop(quotation)
    before = quotation.before.split()
    joined = not quotation.before[-1:].isspace()
    dots = _ELLIPSIS if after.split() else ""
    near = (_start(before, kept, joined=joined) + phrase for kept in range(min(WORDS_BEFORE, len(before)), 0, -1))
    begun = next((words for words in near if fits(words + dots)), _start(before, 0, joined=joined) + phrase)
    return begun + _longest_end(after, fits=lambda end: fits(begun + end))


def _with_its_stop(quotation: Quotation) -> tuple[str, str]:
    """The phrase with the stop or comma that stands at it, and what follows these."""
    words, after = _one_line(quotation.words), quotation.after
    stop = after.split(maxsplit=1)[0] if after.split() and not after[:1].isspace() else ""
    if any(letter.isalnum() for letter in stop):
        return words, after
    return words + stop, after[len(stop) :]


def _start(before: list[str], kept: int, *, joined: bool) -> str:
    """The last words before a phrase, behind three dots where there were more; `joined` without a blank."""
    words = before[len(before) - kept :]
    dots = _ELLIPSIS if kept < len(before) and not (words and words[0].startswith(_ELLIPSIS)) else ""
    return dots + " ".join(words) + (" " if words and not joined else "")


def _longest_end(after: str, *, fits: Callable[[str], bool]) -> str:
    """As much of what follows as there is room for, found by halving; three dots where that is not all."""
    words, blank = after.split(), " " if after[:1].isspace() else ""
    if not words:
        return ""
    ends = [_ELLIPSIS, *(f"{blank}{' '.join(words[:kept])}{_ELLIPSIS}" for kept in range(1, len(words)))]
    ends.append(blank + " ".join(words))
    return ends[max(0, bisect_left(ends, True, key=lambda end: not fits(end)) - 1)]


def _one_line(text: str) -> str:
    return " ".join(text.split())
