"""What the inner critic sounds like, as data, and what is found of it in a text. Hears nothing itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from heartjournal.model.wording import Wording


class Tier(StrEnum):
    """How surely a person speaks against themself: SURE is offered, MAYBE only on request."""

    SURE = "sure"
    MAYBE = "maybe"


class Place(StrEnum):
    """Where a guard must stand to silence a find: right before its cue, or in its sentence, before, after, anywhere.

    A turn ("but") ends what lies before.
    """

    ADJACENT = "adjacent"
    BEFORE = "before"
    AFTER = "after"
    ANYWHERE = "anywhere"


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What may be said of somebody. With `is_open` a word that no pattern names belongs to the verdict too."""

    wordings: tuple[Wording, ...]
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue, a verdict right behind it, then perhaps a tail; with `ends` only where a clause ends with it.

    `sure` and `maybe` name verdicts. `key` is shared by frames that mean the same. `reason` is shown to the person;
    `{verdict}` in it stands for the verdict, `{cue}` for the cue; what it names also names the phrase.
    """

    key: str
    reason: str
    cues: tuple[Wording, ...]
    sure: tuple[str, ...]
    maybe: tuple[str, ...] = ()
    tails: tuple[Wording, ...] = ()
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Guard:
    """What silences a find. With `is_answer` its words are a kind answer to the voice.

    A guard with `frames` silences these only.
    """

    place: Place
    wordings: tuple[Wording, ...]
    is_answer: bool = False
    frames: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Meaning:
    """Makes one key of several that mean the same: those of `frames` (keys of frames) whose verdict is meant.

    A verdict is meant if it has all words of one of `holds` (if any) and else only words of `beside` (if any). It
    becomes `verdict`, in which `{rest}` stands for the words that do not go `away`, and the frame's key becomes `key`.
    """

    key: str
    frames: frozenset[str]
    holds: tuple[frozenset[str], ...] = ()
    beside: frozenset[str] = frozenset()
    away: frozenset[str] = frozenset()
    verdict: str = "{rest}"


@dataclass(frozen=True, slots=True)
class CriticLexicon:
    """All that is known about one language.

    `version` rises with every change of the data. `dropped` are words that no key holds, `alike` gives one word for
    several ("mum" for "mom"), `meanings` one key, each after the one before; `turns` end a guard that came before,
    `leads` leave a clause open behind a comma, `own_quoting` says that words in quotation marks are the writer's own.
    `suffixes` are cut off to compare words, `roles` narrow a verdict: "a bad mother" is not "bad".
    """

    version: int
    frames: Mapping[str, Frame]
    verdicts: Mapping[str, Verdicts]
    guards: Mapping[str, Guard]
    spellings: Mapping[str, tuple[str, ...]]
    fillers: frozenset[str]
    slips: frozenset[str]
    dropped: frozenset[str]
    alike: Mapping[str, str]
    meanings: tuple[Meaning, ...]
    turns: frozenset[str]
    leads: frozenset[str]
    own_quoting: tuple[Wording, ...]
    suffixes: tuple[str, ...]
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class PhraseKey:
    """What equal phrases share: the meaning of the frame and the verdict in its plainest words."""

    frame: str
    verdict: str = field(repr=False)

    def __str__(self) -> str:
        return f"{self.frame}|{self.verdict}"

    @classmethod
    def parsed(cls, text: str) -> Self:
        """The key that `str` gave this text for."""
        frame, _, verdict = text.partition("|")
        return cls(frame, verdict)


@dataclass(frozen=True, slots=True)
class Find:
    """A phrase in a text, from `start` to before `end` in code points, with the version of the rules that found it."""

    start: int
    end: int
    tier: Tier
    key: PhraseKey
    reason: str = field(repr=False)
    frame: str
    rule_version: int


@dataclass(frozen=True, slots=True)
class Answer:
    """Kind words that answer the voice, from `start` to before `end`, and the key of what they answer."""

    start: int
    end: int
    key: PhraseKey


@dataclass(frozen=True, slots=True)
class Heard:
    """All that was heard in a text, in its order."""

    finds: tuple[Find, ...] = ()
    answers: tuple[Answer, ...] = ()
