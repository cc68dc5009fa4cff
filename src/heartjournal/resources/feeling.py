"""Reads the words for feelings that are offered on a page."""

from heartjournal.model.feeling import FeelingFamily
from heartjournal.resources.fields import Fields, check_different, read_fields
from heartjournal.resources.location import root

_MOST_LETTERS = 40


def feelings(language: str = "en") -> tuple[FeelingFamily, ...]:
    """The families in the order they are offered; no word stands in two of them. Blocking; raises BadResource."""
    return read_feelings(read_fields(root() / "feelings" / f"{language}.toml"))


def read_feelings(fields: Fields) -> tuple[FeelingFamily, ...]:
    """The families in the top table of a file. Raises BadResource."""
    seen: set[str] = set()
    tables = fields.tables("families", least=1, most=60)
    families = tuple(_family(table, seen) for table in tables)
    check_different(tables, tuple(family.id for family in families))
    fields.finish()
    return families


def _family(fields: Fields, seen: set[str]) -> FeelingFamily:
    family = FeelingFamily(
        id=fields.name("id"),
        word=fields.text("word", most=_MOST_LETTERS),
        shades=fields.texts("shades", most_items=6, most=_MOST_LETTERS),
    )
    fields.finish()
    for word in (family.word, *family.shades):
        if word in seen:
            fields.refuse("shades" if word != family.word else "word", "names a feeling that the file has already")
        seen.add(word)
    return family
