"""Finds words of a page as it is kept again where the page is shown: in a text being written, or read without marks."""

from __future__ import annotations

import re

_MARKS = re.compile(r"\s*[*_`#>\\]+\s*|\s+")


def find_words(body: str, start: int, end: int, *, shown: str) -> tuple[int, int] | None:
    """Where the words from `start` to before `end` of a kept text stand in `shown`, in code points; None for nowhere.

    What Markdown leaves away, and what kind of blank stands between two words, makes no difference. Of words that
    stand more than once, the same one is found, counted from the top.
    """
    words = body[start:end] if 0 <= start < end <= len(body) else ""
    pattern = _pattern(words)
    if pattern is None:
        return None
    before = sum(1 for _ in pattern.finditer(body, 0, start))
    found = [each.span() for each in pattern.finditer(shown)]
    return found[min(before, len(found) - 1)] if found else None


def _pattern(words: str) -> re.Pattern[str] | None:
    parts = [re.escape(part) for part in _MARKS.split(words) if part]
    return re.compile(r"[\s*_`#>\\]*".join(parts)) if parts else None
