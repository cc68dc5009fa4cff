"""The shipped words that pages are made of; what is wrong with a file is carried along and shuts nobody out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from heartjournal import resources
from heartjournal.model.problems import BadResource

if TYPE_CHECKING:
    from heartjournal.model.feeling import FeelingFamily
    from heartjournal.model.practice import Practices
    from heartjournal.model.problems import KnownProblem


@dataclass(frozen=True, slots=True)
class Shipped:
    """Every practice and feeling that could be read, and one problem for each file that could not."""

    practices: Practices
    families: tuple[FeelingFamily, ...]
    problems: tuple[KnownProblem, ...]


def read_shipped() -> Shipped:
    """Read the files. Blocking for some milliseconds; raises nothing."""
    practices = resources.practices()
    try:
        return Shipped(practices, resources.feelings(), practices.problems)
    except BadResource as problem:
        return Shipped(practices, (), (*practices.problems, problem))
