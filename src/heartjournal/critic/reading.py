"""Takes a text apart: its words in small letters, the ends of its sentences and clauses, its quotation marks."""

from __future__ import annotations

import re
from typing import Final

PARAGRAPH: Final = "\n\n"
"""The piece that stands for any number of empty lines."""
SENTENCE_ENDS: Final = frozenset({".", "!", "?", ";", PARAGRAPH})
CLOSED_BY: Final = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’", "'": "'"}
"""Each opening quotation mark, with those that may close it."""
QUOTATION_MARKS: Final = frozenset("".join([*CLOSED_BY, *CLOSED_BY.values()]))

# Every alternative begins with a character that no other one begins with: the time grows with the text, no faster.
_PIECE = re.compile(r"[^\W_]+(?:['*]+[^\W_]+)*|\n+|[,:()–—…/-]|\.+|[!?;]|[\"“”„«»‘’']|[\U0001F300-\U0001FAFF☠]")
_QUOTED_LINE = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
_BLANKS_AT_END = re.compile(r"(?<=\n)[^\S\n]+(?=\n)")
_APOSTROPHES = str.maketrans(dict.fromkeys("ʼ′`´＇", "'") | dict.fromkeys("\u00ad\u200b\u200c\u200d\ufe0f\r"))
_CURLY = re.compile(r"(?<=[^\W_])’(?=[^\W_])")


def pieces(text: str) -> list[str]:
    """The words, breaks and marks of a text in their order; lines that quote somebody (`>`) are left out."""
    plain = _QUOTED_LINE.sub("\n", text).translate(_APOSTROPHES).lower()
    return _PIECE.findall(_CURLY.sub("'", _BLANKS_AT_END.sub("", plain)))


def is_word(piece: str) -> bool:
    """Whether a piece is a word, a number or a picture."""
    return piece[0].isalnum() or piece[0] >= "☠"


def ends_sentence(piece: str) -> bool:
    """Whether no thought goes on after this piece. Three dots and the end of a line do not say so."""
    return piece in SENTENCE_ENDS or piece.startswith(PARAGRAPH)
