"""Reads the letters of the sample journal: their words, and the days on which each was read, moved or laid to rest."""

from dataclasses import dataclass, field

from heartjournal.model.letter import Felt
from heartjournal.resources.fields import Fields, read_fields
from heartjournal.resources.location import root

_MOST_TEXT = 4000
_MOST_DAYS = 183


@dataclass(frozen=True, slots=True)
class DemoReading:
    """A reading `days_ago` journal days before today; it then comes back on a day or in weeks, if either is named."""

    days_ago: int
    felt: Felt | None = None
    reply: str = field(default="", repr=False)
    back_in: int = 0
    back_in_weeks: int = 0


@dataclass(frozen=True, slots=True)
class DemoLetter:
    """A letter put away `days_ago` journal days before today, to come first `first_in` days later.

    It is laid to rest `rests` days before today, or not at all where that is 0.
    """

    days_ago: int
    first_in: int
    title: str
    hurt: str = field(repr=False)
    feelings: tuple[str, ...]
    letter: str = field(repr=False)
    readings: tuple[DemoReading, ...] = ()
    rests: int = 0


def demo_letters(language: str = "en") -> tuple[DemoLetter, ...]:
    """The letters, oldest first. Blocking; raises BadResource."""
    return read_demo_letters(read_fields(root() / "demo" / language / "letters.toml"))


def read_demo_letters(fields: Fields) -> tuple[DemoLetter, ...]:
    """The letters in the top table of a file. Raises BadResource."""
    letters = tuple(_letter(table) for table in fields.tables("letters", least=1, most=20))
    fields.finish()
    return letters


def _letter(fields: Fields) -> DemoLetter:
    letter = DemoLetter(
        days_ago=fields.number("days_ago", least=1, most=_MOST_DAYS),
        first_in=fields.number("first_in", least=1, most=_MOST_DAYS),
        title=fields.text("title", most=120),
        hurt=fields.text("hurt", most=_MOST_TEXT),
        feelings=fields.texts("feelings", most_items=8, most=40),
        letter=fields.text("letter", most=_MOST_TEXT),
        readings=tuple(_reading(table) for table in fields.tables("read", most=20)),
        rests=fields.number("rests", least=0, most=_MOST_DAYS, default=0),
    )
    fields.finish()
    return letter


def _reading(fields: Fields) -> DemoReading:
    reading = DemoReading(
        days_ago=fields.number("days_ago", least=0, most=_MOST_DAYS),
        felt=fields.word("felt", Felt) if fields.has("felt") else None,
        reply=fields.text("reply", most=_MOST_TEXT, default=""),
        back_in=fields.number("back_in", least=0, most=_MOST_DAYS, default=0),
        back_in_weeks=fields.number("back_in_weeks", least=0, most=52, default=0),
    )
    fields.finish()
    return reading
