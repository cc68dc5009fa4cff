"""How hard a passphrase is to guess; pure, run aside from the window."""

from __future__ import annotations

from enum import IntEnum

_LONGEST_RATED = 72  # code points; what zxcvbn takes, and its time grows steeply with length


class Strength(IntEnum):
    """The five steps of zxcvbn, as steps of the strength bar: how many of its four pieces are filled."""

    VERY_WEAK = 0
    WEAK = 1
    FAIR = 2
    STRONG = 3
    VERY_STRONG = 4


def strength_of(passphrase: str) -> Strength:
    """How long a practised guesser would need. A hint only: any passphrase works.

    Loads zxcvbn's word lists at the first call (some 100 ms), so it is called on another thread than the window's.
    """
    from zxcvbn import zxcvbn  # noqa: PLC0415  wanted at first run only, never before the first paint

    return Strength(zxcvbn(passphrase[:_LONGEST_RATED])["score"])
