"""Reads a TOML data file table by table and refuses, by file, key and reason, whatever its schema does not know."""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import NoReturn, TypeVar
from unicodedata import category

from heartjournal.model.problems import BadResource

MOST_BYTES = 256 * 1024
_ADVICE = "Correct the file, or leave it out."
_ALLOWED_CONTROLS = frozenset("\n\t")

Word = TypeVar("Word", bound=StrEnum)


class Fields:
    """One table of a file. Every reading method marks its key as known; `finish` refuses the keys nobody asked for.

    Each method raises BadResource naming the file, the key from the top of the file (`steps[2].inputs[0].kind`) and
    the reason. The values themselves never appear in it.
    """

    def __init__(self, values: Mapping[str, object], *, file: str, path: str = "") -> None:
        self._values = values
        self._file = file
        self._path = path
        self._known: set[str] = set()

    def has(self, key: str) -> bool:
        """Whether the table holds this key."""
        self._known.add(key)
        return key in self._values

    def names(self) -> tuple[str, ...]:
        """Every key of the table in the file's order, for tables whose keys are names of things."""
        return tuple(self._values)

    def text(self, key: str, *, most: int, default: str | None = None) -> str:
        """Words of at most `most` code points, without the blanks around them; required unless there is a default."""
        if default is not None and not self.has(key):
            return default
        return self._words(key, self._required(key), most)

    def texts(self, key: str, *, most_items: int, most: int) -> tuple[str, ...]:
        """A list of different texts, each at most `most` code points; empty if the key is missing."""
        found: list[str] = []
        for place, value in enumerate(self._list(key, most_items)):
            words = self._words(f"{key}[{place}]", value, most)
            if words in found:
                self.refuse(f"{key}[{place}]", "stands in the list twice")
            found.append(words)
        return tuple(found)

    def name(self, key: str) -> str:
        """An id in snake_case: lower-case ASCII letters, digits and underscores, a letter first, at most 40."""
        return self.check_name(key, self.text(key, most=40))

    def check_name(self, key: str, name: str) -> str:
        """`name` again if it is in snake_case."""
        bare = name.replace("_", "")
        if not (name[:1].isalpha() and bare.isalnum() and name.isascii() and name == name.lower()):
            self.refuse(key, "must be in snake_case: small letters, digits and underscores, a letter first")
        return name

    def number(self, key: str, *, least: int, most: int, default: int | None = None) -> int:
        """A whole number from `least` to `most`; required unless there is a default."""
        if default is not None and not self.has(key):
            return default
        return self._whole(key, self._required(key), least, most)

    def numbers(self, key: str, *, least: int, most: int, most_items: int) -> tuple[int, ...]:
        """One whole number or a rising list of them; required."""
        value = self._required(key)
        if not isinstance(value, list):
            return (self._whole(key, value, least, most),)
        items = self._list(key, most_items)
        found = tuple(self._whole(f"{key}[{place}]", item, least, most) for place, item in enumerate(items))
        if not found or any(first >= second for first, second in pairwise(found)):
            self.refuse(key, "must hold one number or several, each larger than the one before")
        return found

    def flag(self, key: str) -> bool:
        """True or false; false if the key is missing."""
        if not self.has(key):
            return False
        value = self._required(key)
        if not isinstance(value, bool):
            self.refuse(key, "must be true or false")
        return value

    def word(self, key: str, words: type[Word], *, default: Word | None = None) -> Word:
        """One word of an enumeration; required unless there is a default."""
        if default is not None and not self.has(key):
            return default
        return self._one_of(key, self._required(key), words)

    def words(self, key: str, words: type[Word]) -> tuple[Word, ...]:
        """At least one word of an enumeration, each once, in the enumeration's own order; required."""
        self._required(key)
        items = self._list(key, len(words))
        found = [self._one_of(f"{key}[{place}]", item, words) for place, item in enumerate(items)]
        if not found or len(set(found)) < len(found):
            self.refuse(key, "must name at least one, and none twice")
        return tuple(word for word in words if word in found)

    def table(self, key: str) -> "Fields | None":
        """The table under this key, or None if the key is missing."""
        return self.required_table(key) if self.has(key) else None

    def required_table(self, key: str) -> "Fields":
        """The table under this key."""
        return self._fields(key, self._required(key))

    def tables(self, key: str, *, least: int = 0, most: int) -> tuple["Fields", ...]:
        """The list of tables under this key; it may be missing only when `least` is 0."""
        items = self._list(key, most)
        if len(items) < least:
            self.refuse(key, f"must hold at least {least}")
        return tuple(self._fields(f"{key}[{place}]", item) for place, item in enumerate(items))

    def finish(self) -> None:
        """Refuse the first key that no method was asked for."""
        for key in self._values:
            if key not in self._known:
                self.refuse(key, "is not a key of this schema")

    def refuse(self, key: str, reason: str) -> NoReturn:
        """Raise BadResource for a key of this table."""
        _refuse(self._file, self._name_of(key), reason)

    def _name_of(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key

    def _required(self, key: str) -> object:
        self._known.add(key)
        if key not in self._values:
            self.refuse(key, "is missing")
        return self._values[key]

    def _list(self, key: str, most_items: int) -> list[object]:
        if not self.has(key):
            return []
        value = self._values[key]
        if not isinstance(value, list):
            self.refuse(key, "must be a list")
        if len(value) > most_items:
            self.refuse(key, f"must not hold more than {most_items}")
        return value

    def _fields(self, key: str, value: object) -> "Fields":
        if not isinstance(value, dict):
            self.refuse(key, "must be a table")
        return Fields(value, file=self._file, path=self._name_of(key))

    def _words(self, key: str, value: object, most: int) -> str:
        if not isinstance(value, str):
            self.refuse(key, "must be text")
        words = value.strip()
        if not words:
            self.refuse(key, "must not be empty")
        if len(words) > most:
            self.refuse(key, f"must not be longer than {most} characters")
        if any(category(letter) == "Cc" and letter not in _ALLOWED_CONTROLS for letter in words):
            self.refuse(key, "must not hold control characters")
        return words

    def _whole(self, key: str, value: object, least: int, most: int) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            self.refuse(key, "must be a whole number")
        if not least <= value <= most:
            self.refuse(key, f"must be from {least} to {most}")
        return value

    def _one_of(self, key: str, value: object, words: type[Word]) -> Word:
        found = next((word for word in words if value == word.value), None)
        if found is None:
            self.refuse(key, "must be one of " + ", ".join(word.value for word in words))
        return found


def read_fields(path: Path) -> Fields:
    """The top table of a TOML file of at most 256 KiB. Raises BadResource; the file's own words are never in it."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError:
        _refuse(path.name, "", "cannot be read")
    if len(raw) > MOST_BYTES:
        _refuse(path.name, "", "is larger than 256 KiB")
    return Fields(_parsed(raw, path.name), file=path.name)


def check_different(tables: tuple[Fields, ...], ids: tuple[str, ...]) -> None:
    """Refuse the first table whose id an earlier one of the same list has. Raises BadResource."""
    for place, (table, name) in enumerate(zip(tables, ids, strict=True)):
        if name in ids[:place]:
            table.refuse("id", "is already the id of another one in this list")


def _parsed(raw: bytes, file: str) -> dict[str, object]:
    try:
        return tomllib.loads(raw.decode("utf-8"))
    except UnicodeDecodeError:
        _refuse(file, "", "is not UTF-8")
    except (ValueError, RecursionError):
        # Not the parser's own message: it quotes the file, and a person's own practice is private.
        _refuse(file, "", "is not TOML")


def _refuse(file: str, key: str, reason: str) -> NoReturn:
    values = {"file": file, "key": key, "reason": reason}
    if key:
        raise BadResource("The file “{file}” cannot be used. “{key}” {reason}.", _ADVICE, values) from None
    raise BadResource("The file “{file}” cannot be used. It {reason}.", _ADVICE, values) from None
