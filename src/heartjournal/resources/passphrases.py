"""Reads the words that a suggested passphrase is drawn from, and draws one."""

import math
import secrets
from collections.abc import Callable, Sequence

from heartjournal.model.problems import BadResource
from heartjournal.resources.location import root

SUGGESTED_WORDS = 5
LEAST_WORDS = 2048
"""With 2,048 words five of them are 55 bits; the key is stretched besides, at 128 MiB a guess."""

Choose = Callable[[Sequence[str]], str]


def passphrase_words(language: str = "en") -> tuple[str, ...]:
    """The words in their order: at least 2,048, of three to nine small letters a to z. Blocking; raises BadResource."""
    path = root() / "passphrases" / f"{language}.txt"
    try:
        lines = path.read_text(encoding="ascii").splitlines()
    except (OSError, UnicodeDecodeError):
        raise BadResource(
            "The file “{file}” of words cannot be read.", "Install the program again.", {"file": path.name}
        ) from None
    words = tuple(line for line in lines if line and not line.startswith("#"))
    if len(set(words)) < max(LEAST_WORDS, len(words)) or not all(_is_word(word) for word in words):
        raise BadResource("The file “{file}” of words is damaged.", "Install the program again.", {"file": path.name})
    return words


def suggest_passphrase(words: tuple[str, ...], *, choose: Choose = secrets.choice) -> str:
    """Five words drawn independently, with blanks between them."""
    return " ".join(choose(words) for _ in range(SUGGESTED_WORDS))


def passphrase_bits(words: tuple[str, ...]) -> float:
    """The entropy of a suggested passphrase in bits, against somebody who has this very list."""
    return SUGGESTED_WORDS * math.log2(len(words))


def _is_word(word: str) -> bool:
    return 3 <= len(word) <= 9 and word.isalpha() and word.islower()
