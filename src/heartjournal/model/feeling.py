"""The words for feelings that the product offers, in families; a person adds their own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeelingFamily:
    """A family of feelings: the word it goes by and its shades, as they are shown and stored."""

    id: str
    word: str
    shades: tuple[str, ...]
