"""Reads what the inner critic sounds like in a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartjournal.model.criticism import CriticLexicon, Frame, Guard, Meaning, Place, Verdicts
from heartjournal.model.wording import Step, Vocabulary, Wording, is_word, wordings, words_of
from heartjournal.resources.fields import read_fields
from heartjournal.resources.location import root

if TYPE_CHECKING:
    from heartjournal.resources.fields import Fields

_WORD = 40
_PATTERN = 400
_REASON = 80
_MOST_WORDS = 800
_MOST_PATTERNS = 500


def critic_lexicon(language: str = "en") -> CriticLexicon:
    """What the ear for the inner critic needs. Blocking; raises BadResource."""
    return read_critic_lexicon(read_fields(root() / "critic" / f"{language}.toml"))


def read_critic_lexicon(fields: Fields) -> CriticLexicon:
    """The lexicon in the top table of a file. Raises BadResource."""
    reading = _Reading(fields)
    verdicts = reading.verdicts(fields.required_table("verdicts"))
    frames = reading.frames(fields.required_table("frames"), frozenset(verdicts))
    lexicon = CriticLexicon(
        version=fields.number("version", least=1, most=1_000_000),
        frames=frames,
        verdicts=verdicts,
        guards=reading.guards(fields.required_table("guards"), frozenset(frames)),
        spellings=_spellings(fields.required_table("spellings")),
        fillers=reading.fillers,
        slips=frozenset(_words(fields, "slips")),
        dropped=frozenset(_words(fields, "dropped")),
        alike=_alike(fields.required_table("alike")),
        meanings=reading.meanings(fields.table("meanings"), frozenset(frame.key for frame in frames.values())),
        turns=frozenset(_words(fields, "turns")),
        leads=frozenset(_words(fields, "leads")),
        own_quoting=reading.patterns(fields, "own_quoting"),
        suffixes=_words(fields, "suffixes"),
        roles=frozenset(_words(fields, "roles")),
    )
    fields.finish()
    return lexicon


class _Reading:
    """The tables that hold patterns, with the words that patterns may name."""

    def __init__(self, fields: Fields) -> None:
        self.fillers = frozenset(_words(fields, "fillers"))
        self._vocabulary = Vocabulary(
            classes={name: frozenset(words) for name, words in _named(fields.required_table("classes"))},
            phrases=dict(_named(fields.required_table("phrases"), are_patterns=True)),
        )
        self._naming_filler: dict[Step, bool] = {}

    def verdicts(self, table: Fields) -> dict[str, Verdicts]:
        found = {}
        for name in table.names():
            each = table.required_table(table.check_name(name, name))
            found[name] = Verdicts(self.patterns(each, "patterns"), is_open=each.flag("open"))
            each.finish()
        return found

    def frames(self, table: Fields, verdicts: frozenset[str]) -> dict[str, Frame]:
        found = {}
        for name in table.names():
            each = table.required_table(table.check_name(name, name))
            found[name] = Frame(
                key=each.text("key", most=_WORD),
                reason=each.text("reason", most=_REASON),
                cues=self.patterns(each, "cues"),
                sure=_names(each, "sure", verdicts),
                maybe=_names(each, "maybe", verdicts),
                tails=self.patterns(each, "tails") if each.has("tails") else (),
                ends=each.flag("ends"),
            )
            each.finish()
        return found

    def guards(self, table: Fields, frames: frozenset[str]) -> dict[str, Guard]:
        found = {}
        for name in table.names():
            each = table.required_table(table.check_name(name, name))
            unsilenced = frozenset(_names(each, "except_frames", frames))
            found[name] = Guard(
                place=each.word("place", Place),
                wordings=self.patterns(each, "patterns"),
                is_answer=each.flag("answer"),
                frames=frames - unsilenced if unsilenced else frozenset(_names(each, "frames", frames)),
            )
            each.finish()
        return found

    def _names_filler(self, step: Step) -> bool:
        if step not in self._naming_filler:
            self._naming_filler[step] = not step.is_other and not step.words.isdisjoint(self.fillers)
        return self._naming_filler[step]

    def meanings(self, table: Fields | None, keys: frozenset[str]) -> tuple[Meaning, ...]:
        """In the file's order. A meaning may give a key that only later ones speak of."""
        found: list[Meaning] = []
        known = set(keys)
        if table is None:
            return ()
        for name in table.names():
            each = table.required_table(table.check_name(name, name))
            key = each.text("key", most=_WORD)
            found.append(
                Meaning(
                    key=key,
                    frames=frozenset(_names(each, "frames", frozenset(known))),
                    holds=tuple(
                        frozenset(text.split()) for text in each.texts("holds", most_items=_MOST_WORDS, most=_REASON)
                    ),
                    beside=self._classed(each, "beside"),
                    away=frozenset(_words(each, "away")),
                    verdict=each.text("verdict", most=_REASON, default="{rest}"),
                )
            )
            known.add(key)
            each.finish()
        return tuple(found)

    def _classed(self, table: Fields, key: str) -> frozenset[str]:
        """Words and, in angle brackets, classes of words."""
        found: frozenset[str] = frozenset()
        for place, word in enumerate(table.texts(key, most_items=_MOST_WORDS, most=_WORD)):
            try:
                found |= words_of(word, self._vocabulary)
            except ValueError as error:
                table.refuse(f"{key}[{place}]", str(error))
        return found

    def patterns(self, table: Fields, key: str) -> tuple[Wording, ...]:
        """All that the patterns under a key stand for, at least one."""
        found: list[Wording] = []
        for place, pattern in enumerate(table.texts(key, most_items=_MOST_PATTERNS, most=_PATTERN)):
            try:
                made = wordings(pattern, self._vocabulary)
            except ValueError as error:
                table.refuse(f"{key}[{place}]", str(error))
            if any(map(self._names_filler, {id(step): step for wording in made for step in wording.steps}.values())):
                table.refuse(f"{key}[{place}]", "names a filler, which is passed over in every text")
            found.extend(made)
        if not found:
            table.refuse(key, "must hold at least one")
        return tuple(found)


def _named(table: Fields, *, are_patterns: bool = False) -> list[tuple[str, tuple[str, ...]]]:
    named = []
    for name in table.names():
        table.check_name(name, name)
        listed = table.texts(name, most_items=_MOST_PATTERNS, most=_PATTERN) if are_patterns else _words(table, name)
        named.append((name, listed))
    table.finish()
    return named


def _names(table: Fields, key: str, known: frozenset[str]) -> tuple[str, ...]:
    names = table.texts(key, most_items=_MOST_WORDS, most=_WORD)
    for place, name in enumerate(names):
        if name not in known:
            table.refuse(f"{key}[{place}]", "names something that is not in this file")
    return names


def _words(fields: Fields, key: str) -> tuple[str, ...]:
    words = fields.texts(key, most_items=_MOST_WORDS, most=_WORD)
    for place, word in enumerate(words):
        if not is_word(word):
            fields.refuse(f"{key}[{place}]", "must be a word in small letters, without an apostrophe")
    return words


def _alike(table: Fields) -> dict[str, str]:
    """Each word of a list with the word that the list stands under."""
    alike: dict[str, str] = {}
    for word in table.names():
        if not is_word(word):
            table.refuse(word, "must be a word in small letters, without an apostrophe")
        alike |= dict.fromkeys(_words(table, word), word)
    return alike


def _spellings(table: Fields) -> dict[str, tuple[str, ...]]:
    spellings = {}
    for written in table.names():
        words = tuple(table.text(written, most=_WORD).split())
        if not all(is_word(word) for word in words):
            table.refuse(written, "must be words in small letters, without an apostrophe")
        spellings[written] = words
    return spellings
