"""Wordings of whole words, and the patterns that stand for many of them. Finds nothing itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

MOST_WORDINGS = 5_000
"""How many wordings one pattern may stand for."""
LONGEST_GAP = 12
STOP = "stop"
"""The class of words that a gap never passes."""


@dataclass(frozen=True, slots=True)
class Step:
    """One word of a wording: any of `words`, or with `is_other` any word but these."""

    words: frozenset[str]
    is_other: bool = False
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that follow one another, in any spelling; with `opens_clause` only where a clause begins."""

    steps: tuple[Step, ...]
    opens_clause: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The named classes of words and named lists of phrases that patterns speak of; `steps` fills as they are read."""

    classes: Mapping[str, frozenset[str]]
    phrases: Mapping[str, tuple[str, ...]]
    steps: dict[str, Step] = field(default_factory=dict, compare=False, repr=False)


def wordings(pattern: str, vocabulary: Vocabulary) -> tuple[Wording, ...]:
    """All that a pattern stands for. Raises ValueError with the reason, which quotes nothing.

    A pattern is made of parts with blanks between them: `word`, `one|another`, `<class>`, `!<class>` (any word that
    is not in it), `{phrases}` (any of the phrases, which are patterns themselves), `..3` (up to three words that
    stop nothing); `part?` may be missing; `^` before it all asks that a clause begins there.
    """
    opens_clause = pattern.startswith("^")
    found = tuple(_written_out(pattern.removeprefix("^"), vocabulary, frozenset()))
    if not all(any(not step.is_optional for step in steps) for steps in found):
        raise ValueError("must hold a word that cannot be missing")
    return tuple(Wording(steps, opens_clause) for steps in found)


def _written_out(pattern: str, vocabulary: Vocabulary, within: frozenset[str]) -> Iterator[tuple[Step, ...]]:
    parts = pattern.split()
    if not ("{" in pattern or ".." in pattern):
        yield tuple([_step(part, vocabulary) for part in parts])
        return
    choices = [tuple(_choices(part, vocabulary, within)) for part in parts]
    count = 1
    for choice in choices:
        count *= len(choice)
    if count > MOST_WORDINGS:
        raise ValueError("stands for too many wordings")
    for chosen in product(*choices):
        yield tuple(step for steps in chosen for step in steps)


def _choices(part: str, vocabulary: Vocabulary, within: frozenset[str]) -> Iterator[tuple[Step, ...]]:
    if part.startswith(".."):
        yield (Step(_class(STOP, vocabulary), is_other=True, is_optional=True),) * _gap(part)
    elif part.startswith("{"):
        name = part.removesuffix("?")[1:-1]
        if not part.removesuffix("?").endswith("}") or name not in vocabulary.phrases or name in within:
            raise ValueError("names phrases that are not there")
        if part.endswith("?"):
            yield ()
        for phrase in vocabulary.phrases[name]:
            yield from _written_out(phrase, vocabulary, within | {name})
    else:
        yield (_step(part, vocabulary),)


def _gap(part: str) -> int:
    if not (part[2:].isdecimal() and 1 <= int(part[2:]) <= LONGEST_GAP):
        raise ValueError(f"has a gap that is not from 1 to {LONGEST_GAP}")
    return int(part[2:])


def _step(part: str, vocabulary: Vocabulary) -> Step:
    known = vocabulary.steps.get(part)
    if known is None:
        bare = part.removesuffix("?")
        words = frozenset[str]().union(*(words_of(name, vocabulary) for name in bare.removeprefix("!").split("|")))
        known = vocabulary.steps[part] = Step(words, is_other=bare.startswith("!"), is_optional=part.endswith("?"))
    return known


def words_of(name: str, vocabulary: Vocabulary) -> frozenset[str]:
    """A word, or those of a class in angle brackets. Raises ValueError as `wordings` does."""
    return _class(name[1:-1], vocabulary) if name[:1] == "<" and name[-1:] == ">" else _word(name)


def _class(name: str, vocabulary: Vocabulary) -> frozenset[str]:
    if name not in vocabulary.classes:
        raise ValueError("names a class of words that is not there")
    return vocabulary.classes[name]


def _word(word: str) -> frozenset[str]:
    if not is_word(word):
        raise ValueError("holds something that is no word in small letters")
    return frozenset({word})


def is_word(word: str) -> bool:
    """Whether a text can meet this word: small letters and digits as they are read there, or # for any number."""
    return word == "#" or (word.isalnum() and word == word.lower() and not word.isdecimal())
