"""What is to stand on paper: words only, nothing of how they look."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Printout:
    """One letter or page. `title` and `day_line` may be empty; `parts` are Markdown, one after the other."""

    title: str = field(repr=False)
    day_line: str = field(repr=False)
    parts: tuple[str, ...] = field(repr=False)
