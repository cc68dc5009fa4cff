"""Reads the phrases of the sample journal: what its person kept of the inner critic, and what became of it when."""

from dataclasses import dataclass, field

from heartjournal.model.phrase import CriticStep
from heartjournal.resources.fields import Fields, read_fields
from heartjournal.resources.location import root

_MOST_TEXT = 400
_MOST_DAYS = 183


@dataclass(frozen=True, slots=True)
class DemoReframe:
    """A kinder line, written `days_ago` journal days before today."""

    days_ago: int
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class DemoPhrase:
    """A phrase kept `days_ago` journal days before today, with its wordings as they stand in the pages.

    `joined` were kept as phrases of their own and merged into it. `letters` are titles of the sample's letters that
    were written about it. It rests since `rests` days before today, or is awake where that is 0.
    """

    days_ago: int
    words: str = field(repr=False)
    wordings: tuple[str, ...] = field(repr=False)
    joined: tuple[str, ...] = field(default=(), repr=False)
    tones: tuple[str, ...] = ()
    whose_voice: str = field(default="", repr=False)
    protecting: str = field(default="", repr=False)
    softening: str = field(default="", repr=False)
    step: CriticStep = CriticStep.NOTICE
    is_pinned: bool = False
    rests: int = 0
    letters: tuple[str, ...] = ()
    reframes: tuple[DemoReframe, ...] = ()


@dataclass(frozen=True, slots=True)
class DemoRefusal:
    """A sentence of which its person said, `days_ago` journal days before today, that it is none of them."""

    days_ago: int
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class DemoPhrases:
    """Every choice that the sample's person made about the inner critic's sentences."""

    kept: tuple[DemoPhrase, ...]
    refused: tuple[DemoRefusal, ...]


def demo_phrases(language: str = "en") -> DemoPhrases:
    """The choices, in the file's order. Blocking; raises BadResource."""
    return read_demo_phrases(read_fields(root() / "demo" / language / "phrases.toml"))


def read_demo_phrases(fields: Fields) -> DemoPhrases:
    """The choices in the top table of a file. Raises BadResource."""
    kept = tuple(_phrase(table) for table in fields.tables("phrases", least=1, most=40))
    refused = tuple(_refusal(table) for table in fields.tables("refused", most=20))
    fields.finish()
    return DemoPhrases(kept, refused)


def _phrase(fields: Fields) -> DemoPhrase:
    phrase = DemoPhrase(
        days_ago=_days_ago(fields),
        words=fields.text("words", most=_MOST_TEXT),
        wordings=fields.texts("wordings", most_items=20, most=_MOST_TEXT),
        joined=fields.texts("joined", most_items=20, most=_MOST_TEXT),
        tones=fields.texts("tones", most_items=8, most=40),
        whose_voice=fields.text("whose_voice", most=_MOST_TEXT, default=""),
        protecting=fields.text("protecting", most=_MOST_TEXT, default=""),
        softening=fields.text("softening", most=_MOST_TEXT, default=""),
        step=fields.word("step", CriticStep, default=CriticStep.NOTICE),
        is_pinned=fields.flag("pinned"),
        rests=fields.number("rests", least=0, most=_MOST_DAYS, default=0),
        letters=fields.texts("letters", most_items=8, most=120),
        reframes=tuple(_reframe(table) for table in fields.tables("reframes", most=20)),
    )
    if not phrase.wordings:
        fields.refuse("wordings", "must name one at least")
    fields.finish()
    return phrase


def _reframe(fields: Fields) -> DemoReframe:
    reframe = DemoReframe(_days_ago(fields), fields.text("words", most=_MOST_TEXT))
    fields.finish()
    return reframe


def _refusal(fields: Fields) -> DemoRefusal:
    refusal = DemoRefusal(_days_ago(fields), fields.text("words", most=_MOST_TEXT))
    fields.finish()
    return refusal


def _days_ago(fields: Fields) -> int:
    return fields.number("days_ago", least=1, most=_MOST_DAYS)
