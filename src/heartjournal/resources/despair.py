"""Reads what despair about living sounds like in a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartjournal.model.despair import DespairLexicon, Role
from heartjournal.model.wording import Vocabulary, Wording, is_word, wordings
from heartjournal.resources.fields import read_fields
from heartjournal.resources.location import root

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from heartjournal.resources.fields import Fields

_WORD = 40
_PATTERN = 400
_MOST_WORDS = 400
_MOST_PATTERNS = 500
_FRAMES = (Role.NOW, Role.PAST, Role.BARE)


def despair_lexicon(language: str = "en") -> DespairLexicon:
    """What the ear for despair needs. Blocking; raises BadResource."""
    return read_despair_lexicon(read_fields(root() / "critic" / f"despair.{language}.toml"))


def read_despair_lexicon(fields: Fields) -> DespairLexicon:
    """The lexicon in the top table of a file. Raises BadResource."""
    fillers = frozenset(_words(fields, "fillers"))
    vocabulary = Vocabulary(
        classes={name: frozenset(words) for name, words in _named(fields.required_table("classes"), _words)},
        phrases=dict(_named(fields.required_table("phrases"), _patterns)),
    )
    found: dict[Role, tuple[Wording, ...]] = {}
    for key, roles in (("frames", _FRAMES), ("guards", tuple(role for role in Role if role not in _FRAMES))):
        table = fields.required_table(key)
        found |= {role: _wordings(table, role, vocabulary, fillers) for role in roles}
        table.finish()
    lexicon = DespairLexicon(
        wordings=found,
        spellings=_spellings(fields.required_table("spellings")),
        fillers=fillers,
        slips=frozenset(_words(fields, "slips")),
    )
    fields.finish()
    return lexicon


def _named(table: Fields, read: Callable[[Fields, str], tuple[str, ...]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name in table.names():
        yield table.check_name(name, name), read(table, name)
    table.finish()


def _words(fields: Fields, key: str) -> tuple[str, ...]:
    words = fields.texts(key, most_items=_MOST_WORDS, most=_WORD)
    for place, word in enumerate(words):
        if not is_word(word):
            fields.refuse(f"{key}[{place}]", "must be a word in small letters, without an apostrophe")
    return words


def _patterns(fields: Fields, key: str) -> tuple[str, ...]:
    return fields.texts(key, most_items=_MOST_PATTERNS, most=_PATTERN)


def _spellings(table: Fields) -> dict[str, tuple[str, ...]]:
    spellings = {}
    for written in table.names():
        words = tuple(table.text(written, most=_WORD).split())
        if not all(is_word(word) for word in words):
            table.refuse(written, "must be words in small letters, without an apostrophe")
        spellings[written] = words
    return spellings


def _wordings(table: Fields, role: Role, vocabulary: Vocabulary, fillers: frozenset[str]) -> tuple[Wording, ...]:
    found: list[Wording] = []
    for place, pattern in enumerate(_patterns(table, role.value)):
        key = f"{role.value}[{place}]"
        try:
            made = wordings(pattern, vocabulary)
        except ValueError as error:
            table.refuse(key, str(error))
        if any(step.words & fillers for wording in made for step in wording.steps):
            table.refuse(key, "names a filler, which is passed over in every text")
        found.extend(made)
    if not found:
        table.refuse(role.value, "must hold at least one")
    return tuple(found)
