"""The order of rows as text between neighbours, so that moving one row rewrites one row."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def rank_between(before: str, after: str) -> str:
    """A rank that sorts, by its bytes, strictly after `before` and before `after`; "" means an open end.

    Ranks are read as digits after a point, base 62, and never end in 0: there is always room between two of them.
    `before` must sort before `after`.
    """
    shared = _shared_length(before, after)
    if shared:
        return after[:shared] + rank_between(before[shared:], after[shared:])
    low = _DIGITS.index(before[0]) if before else 0
    high = _DIGITS.index(after[0]) if after else len(_DIGITS)
    if high - low > 1:
        return _DIGITS[(low + high + 1) // 2]
    if len(after) > 1:
        return after[0]
    return _DIGITS[low] + rank_between(before[1:], "")


def ranks_in_order(present: Sequence[str]) -> tuple[str, ...]:
    """Strictly rising ranks for rows in the order wanted, keeping as many of their present ranks as can be kept.

    `present` holds the rank each row has now, "" for a row that has none yet.
    """
    kept = _longest_rise(present)
    bounds = [-1, *kept, len(present)]
    ranks: list[str] = []
    for left, right in pairwise(bounds):
        before = present[left] if left >= 0 else ""
        after = present[right] if right < len(present) else ""
        ranks += _spread(right - left - 1, before, after)
        ranks += [after] if after else []
    return tuple(ranks)


def _spread(count: int, before: str, after: str) -> list[str]:
    """That many rising ranks between two, halving the room so that they stay short."""
    if not count:
        return []
    middle = rank_between(before, after)
    return [*_spread(count // 2, before, middle), middle, *_spread(count - count // 2 - 1, middle, after)]


def _shared_length(before: str, after: str) -> int:
    """How many digits of `after` are also those of `before`, whose end reads as zeros."""
    for place, digit in enumerate(after):
        if digit != (before[place] if place < len(before) else _DIGITS[0]):
            return place
    return 0


def _longest_rise(ranks: Sequence[str]) -> list[int]:
    """The places of a longest strictly rising run of ranks, leaving out the empty ones (patience sorting)."""
    tails: list[str] = []
    ends: list[int] = []
    previous = [-1] * len(ranks)
    for place, rank in enumerate(ranks):
        if rank:
            pile = bisect_left(tails, rank)
            previous[place] = ends[pile - 1] if pile else -1
            tails[pile : pile + 1] = [rank]
            ends[pile : pile + 1] = [place]
    rise: list[int] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        rise.append(place)
        place = previous[place]
    return rise[::-1]
