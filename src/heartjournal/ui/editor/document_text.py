"""Puts Markdown source into a text document and reads it back to the byte.

Qt knows one kind of line end, drops a leading byte order mark and cannot hold half a surrogate pair. What it cannot
show is remembered from the text as it was loaded and given back wherever the person did not write over it.
"""

import re
from collections import Counter

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

_PARAGRAPH, _LINE = "\u2029", "\u2028"
_PIECE = re.compile(r"\r\n|[\s\S]")
_CHANGED_BY_QT = re.compile("\r\n|[\r\u2028\u2029\ufdd0\ufdd1\ud800-\udfff]")
_LOST_AT_THE_START = ("\ufeff", "\ufffe")
_LINE_ENDS = ("\n", "\r\n", "\r")


def show_text(document: QTextDocument, text: str, block_format: QTextBlockFormat) -> None:
    """Fill a document with a text; nothing of it can be undone. Every line gets the block format."""
    document.setUndoRedoEnabled(False)
    document.clear()
    cursor = QTextCursor(document)
    cursor.setBlockFormat(block_format)
    shown = as_shown(text)
    if shown.startswith(_LOST_AT_THE_START):
        # The conversion into Qt takes a mark at the very start for a byte order mark; behind a guard it stays.
        cursor.insertText(" " + shown)
        cursor.setPosition(0)
        cursor.deleteChar()
    else:
        cursor.insertText(shown)
    document.setUndoRedoEnabled(True)
    document.setModified(False)


def text_of(document: QTextDocument) -> str:
    """The text as it stands, no-break spaces included, every line end a newline."""
    return document.toRawText().replace(_PARAGRAPH, "\n").replace(_LINE, "\n")


def as_shown(text: str) -> str:
    """How a text reads back from a document: one character for each piece of it."""
    return _CHANGED_BY_QT.sub(lambda piece: "\ufffd" if "\ud800" <= piece[0] <= "\udfff" else "\n", text)


def restored(original: str, now: str) -> str:
    """The text as it stands now, with what Qt could not show given back around the place that was changed."""
    if not _CHANGED_BY_QT.search(original):
        return now
    shown = as_shown(original)
    if now == shown:
        return original
    pieces = _PIECE.findall(original)
    start = _shared_length(shown, now)
    end = _shared_length(shown[start:][::-1], now[start:][::-1])
    written = now[start : len(now) - end].replace("\n", _usual_line_end(pieces))
    return "".join([*pieces[:start], written, *pieces[len(pieces) - end :]])


def _usual_line_end(pieces: list[str]) -> str:
    counted = Counter(piece for piece in pieces if piece in _LINE_ENDS)
    return counted.most_common(1)[0][0] if counted else "\n"


def _shared_length(one: str, other: str) -> int:
    """How many characters two texts have in common at their start, found by halving."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    return low
