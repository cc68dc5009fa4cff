"""The block of `key: value` lines that many programs put at the head of a Markdown file; a small, strict reader."""

import re
from dataclasses import dataclass, field

_FENCE = "---"
_KEY = re.compile(r"(?P<key>[^\W\d][^\s:#\"'\[\]{},]{0,63}):(?:[ \t]+(?P<value>.*))?")
_CONTINUES = re.compile(r"[ \t#]|-[ \t]|$")
_QUOTED = re.compile(r"\"([^\"\\]*)\"|'([^']*)'")
_NEEDS_MORE_YAML = re.compile(r"[\[\]{}|>&*!%@`\"'#,?-]")


@dataclass(frozen=True, slots=True)
class Field:
    """One key with its value on one line; `source` is all of its lines as they stand, also indented ones below it.

    `is_plain` says that `value` is the whole of it, so that nothing of `source` is lost when only the value is kept.
    """

    key: str
    value: str = field(repr=False)
    source: str = field(repr=False)
    is_plain: bool


@dataclass(frozen=True, slots=True)
class Head:
    """A text taken apart: the fields of its front matter, none if it has none, and the body after it."""

    fields: tuple[Field, ...] = field(repr=False)
    body: str = field(repr=False)


def split_front_matter(text: str) -> Head:
    """Take the front matter off a text.

    It opens with a line `---` as the very first and closes with the next one; each line between is a `key: value`,
    a continuation (indented, or an item "- ") or a comment, and the first is a key. Whatever is different is no
    front matter, and the whole text is body: two rules around a paragraph stay two rules around a paragraph.
    One empty line after the block belongs to it, all else to the body, unchanged to the byte.
    """
    opening, position = _line(text, 0)
    lines: list[str] = []
    while _is_fence(opening) and position < len(text):
        line, position = _line(text, position)
        if lines and _is_fence(line):
            return Head(_fields(lines), text[_after_empty_line(text, position) :])
        if not _belongs(line, is_first=not lines):
            break
        lines.append(line)
    return Head((), text)


def _after_empty_line(text: str, position: int) -> int:
    line, after = _line(text, position)
    return position if line.rstrip("\r\n") else after


def _line(text: str, start: int) -> tuple[str, int]:
    """The line that begins at `start`, with its line end, and where the next begins."""
    end = text.find("\n", start)
    end = len(text) if end < 0 else end + 1
    return text[start:end], end


def _is_fence(line: str) -> bool:
    return line.rstrip(" \t\r\n") == _FENCE


def _belongs(line: str, *, is_first: bool) -> bool:
    content = line.rstrip("\r\n")
    return bool(_KEY.fullmatch(content)) or (not is_first and bool(_CONTINUES.match(content)))


def _fields(lines: list[str]) -> tuple[Field, ...]:
    grouped: list[list[str]] = []
    for line in lines:
        if _KEY.fullmatch(line.rstrip("\r\n")):
            grouped.append([line])
        else:
            grouped[-1].append(line)
    return tuple(_field(group) for group in grouped)


def _field(lines: list[str]) -> Field:
    found = _KEY.fullmatch(lines[0].rstrip("\r\n"))
    key, written = (found["key"], found["value"] or "") if found else ("", "")
    value = _plain_value(written.strip())
    stands_alone = not any(line.strip() for line in lines[1:])
    return Field(key, value or "", "".join(lines), is_plain=stands_alone and value is not None)


def _plain_value(written: str) -> str | None:
    """The value without its quotes; None where reading it would take more of YAML than a line of text."""
    quoted = _QUOTED.fullmatch(written)
    if quoted:
        return quoted[1] if quoted[1] is not None else quoted[2]
    if " #" in written or ": " in written or _NEEDS_MORE_YAML.match(written):
        return None
    return written
