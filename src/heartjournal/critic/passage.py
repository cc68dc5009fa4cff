"""Takes a text apart for the inner critic: words as numbers, clauses, sentences, quotations, and where each was."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from heartjournal.critic.automaton import BREAK

if TYPE_CHECKING:
    from collections.abc import Callable

Numbers = tuple[int, ...]

LONGEST_SENTENCE: Final = 150
"""After so many words without a mark that ends one a sentence is ended: what is far away means nothing any more."""

# A quoted line, a word (perhaps with a closing quotation mark), a blank line, a new point of a list, a mark, a picture.
_PIECE: Final = re.compile(
    r"^[ \t]*>[^\n]*"
    r"|[^\W_]+(?:['*\u00ad\u200b-\u200d]+[^\W_]+)*'?"
    r"|\n[^\S\n]*(?:\n|(?=[-*+•#]|\d{1,3}[.)]))"
    r"|(?:--+|(?<!\w)-|-(?!\w))|[,:()–—/]|\.+|…|[!?;\"“”„«»']|[\U0001F300-\U0001FAFF]",
    re.MULTILINE,
)
_SENTENCE_ENDS: Final = frozenset(".!?;")
_PAUSES: Final = frozenset({",", "…", "(", ")"})
_OPENING: Final = {"“": "”", "„": "“”", "«": "»", '"': '"', "'": "'"}
_CLOSING: Final = frozenset("”»")


class Passage:
    """One text as the ear takes it in. `words` ends with BREAK; `opens` says where clauses begin."""

    def __init__(self, text: str, *, read: Callable[[str], Numbers], leads: frozenset[int]) -> None:
        self._plain = _plain(text)
        self._written: list[str] = _PIECE.findall(self._plain)
        self._leads = leads
        self.words: list[int] = []
        self.opens = bytearray()
        self.pieces: list[int] = []
        self.quotations: list[tuple[int, int]] = []
        self._ends: list[int] = []
        self._open_quotes: dict[str, int] = {}
        self._is_open = True
        self._take_in(read)

    def sentence(self, place: int) -> tuple[int, int]:
        """The places of the first and behind the last word of the sentence around a word."""
        index = bisect_right(self._ends, place)
        return self._ends[index - 1] if index else 0, self._ends[index]

    def ends_clause(self, place: int) -> bool:
        """Whether nothing of the same clause follows before this place."""
        return self.words[place] == BREAK or bool(self.opens[place])

    def written(self, place: int) -> str:
        """A word as it is written, in small letters."""
        return self._written[self.pieces[place]].rstrip("'")

    def spans(self) -> list[tuple[int, int]]:
        """Where each word stands in the text, in code points."""
        places = [piece.span() for piece in _PIECE.finditer(self._plain)]
        spans = [places[piece] for piece in self.pieces]
        return [(start, end - 1 if self._plain[end - 1] == "'" else end) for start, end in spans]

    def _take_in(self, read: Callable[[str], Numbers]) -> None:
        words, opens, pieces = self.words, self.opens, self.pieces
        for number, piece in enumerate(self._written):
            if piece[0].isalnum() or piece[0] >= "\U0001f300":
                for word in read(piece):
                    words.append(word)
                    opens.append(self._is_open)
                    pieces.append(number)
                    self._is_open = False
                if piece[-1] == "'":
                    self._close("'")
            else:
                self._mark(piece, number)
            if len(words) - (self._ends[-1] if self._ends else 0) > LONGEST_SENTENCE:
                self._end_sentence(number)
        self._end_sentence(max(len(self._written) - 1, 0))

    def _mark(self, piece: str, number: int) -> None:
        first = piece[0]
        if first in _OPENING or first in _CLOSING:
            self._quote(first)
        elif piece == "." * len(piece) and len(piece) > 1:
            self._pause(number)
        elif first in _SENTENCE_ENDS or first == "\n":
            self._end_sentence(number)
            if first == "\n":
                self._open_quotes.clear()
        elif first in _PAUSES:
            self._pause(number)
        elif first not in " \t>":
            self._break(number)
        self._is_open = True

    def _pause(self, number: int) -> None:
        """A clause ends, unless the words so far ask for more: "I am just, well, useless"."""
        if self.words and self.words[-1] not in self._leads:
            self._break(number)

    def _break(self, number: int) -> None:
        if self.words and self.words[-1] != BREAK:
            self.words.append(BREAK)
            self.opens.append(0)
            self.pieces.append(number)

    def _end_sentence(self, number: int) -> None:
        if not self.words or self.words[-1] != BREAK:
            self.words.append(BREAK)
            self.opens.append(0)
            self.pieces.append(number)
        self._ends.append(len(self.words))

    def _quote(self, mark: str) -> None:
        if not self._close(mark) and mark in _OPENING:
            self._open_quotes[mark] = len(self.words)

    def _close(self, mark: str) -> bool:
        for opening, start in self._open_quotes.items():
            if mark in _OPENING[opening]:
                del self._open_quotes[opening]
                self.quotations.append((start, len(self.words)))
                return True
        return False


def _plain(text: str) -> str:
    """The text in small letters and with one kind of apostrophe, every character at its place."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    return lower.replace("’", "'").replace("‘", "'").replace("`", "'").replace("´", "'").replace("ʼ", "'")
