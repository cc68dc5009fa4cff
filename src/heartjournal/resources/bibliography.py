"""Reads the bibliography that practices and readings cite by key."""

from heartjournal.model.source import Source
from heartjournal.resources.fields import read_fields
from heartjournal.resources.location import root


def sources() -> tuple[Source, ...]:
    """Every source the product rests on, in the file's order. Blocking; raises BadResource."""
    fields = read_fields(root() / "sources.toml")
    return tuple(Source(fields.check_name(key, key), fields.text(key, most=600)) for key in fields.names())
