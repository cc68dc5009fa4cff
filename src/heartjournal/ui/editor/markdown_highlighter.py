"""Shows Markdown source a little as it is meant: bold and italic words, quiet marks; it changes no character."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from heartjournal.ui.theme import Theme

LONGEST_STYLED = 4000
_LINE_MARK = re.compile(r"\s{0,3}(#{1,6}(?=\s)|(?:>\s?)+|[-*+](?=\s)|\d{1,9}[.)](?=\s))")
_EMPHASIS = re.compile(
    r"(?P<bold>\*\*(?=\S)(?:[^*]|\*(?!\*))+?(?<=\S)\*\*(?!\*))"
    r"|(?<![*\w])\*(?=[^\s*])(?P<star>[^*]+)(?<=\S)\*(?!\*)"
    r"|(?<!\w)_(?=[^\s_])(?P<line>[^_]+)(?<=\S)_(?!\w)"
)


class MarkdownHighlighter(QSyntaxHighlighter):
    """Styles one paragraph at a time, and of a very long one only its beginning, so that a key costs the same."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        self.take_colours()

    def take_colours(self) -> None:
        """Take the colours of the theme as it is now."""
        self._mark = QTextCharFormat()
        self._mark.setForeground(self._theme.color("ink3"))
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Called by Qt for each changed paragraph."""
        styled = text[:LONGEST_STYLED]
        if not styled.isascii():
            # Qt counts in UTF-16: a wide character is matched as two.
            styled = "".join(c if c <= "\uffff" else "xx" for c in styled)
        line = _LINE_MARK.match(styled)
        if line is not None:
            self._style_line(line[1], start=line.start(1), length=len(styled))
        for found in _EMPHASIS.finditer(styled, line.end() if line else 0):
            self._style_words(found)

    def _style_line(self, mark: str, *, start: int, length: int) -> None:
        if mark.startswith("#"):
            self._weigh(start, length - start)
        self.setFormat(start, len(mark), self._mark)

    def _style_words(self, found: re.Match[str]) -> None:
        start, end = found.span()
        width = 2 if found["bold"] else 1
        if width == 2:
            self._weigh(start, end - start)
        else:
            self._lean(start, end - start)
        self.setFormat(start, width, self._mark)
        self.setFormat(end - width, width, self._mark)

    def _weigh(self, start: int, length: int) -> None:
        style = QTextCharFormat()
        style.setFontWeight(QFont.Weight.DemiBold)
        self.setFormat(start, length, style)

    def _lean(self, start: int, length: int) -> None:
        style = QTextCharFormat()
        style.setFontItalic(True)
        self.setFormat(start, length, style)
