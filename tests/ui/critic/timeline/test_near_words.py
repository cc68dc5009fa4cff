"""A sentence is shown near its phrase: whole if it fits, else begun a few words before it, and never without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartjournal.model.phrase import Quotation
from heartjournal.ui.critic.timeline.near_words import near_words

if TYPE_CHECKING:
    from collections.abc import Callable

PHRASE = "I always let people down"


def letters(most: int) -> Callable[[str], bool]:
    return lambda words: len(words) <= most


def test_a_sentence_that_fits_is_whole_and_on_one_line() -> None:
    assert near_words(Quotation("And\nso  ", PHRASE, "."), fits=letters(60)) == f"And so {PHRASE}."


@pytest.mark.parametrize(
    ("before", "after", "most", "shown"),
    [
        ("one two three four ", ".", 43, f"…two three four {PHRASE}."),
        ("one two three four ", ".", 34, f"…four {PHRASE}."),
        ("one two three four ", ".", 10, f"…{PHRASE}."),
        ("…two three ", ", five six seven.", 44, f"…two three {PHRASE}, five…"),
        ("", " and one two three four", 37, f"{PHRASE} and one two…"),
        ("one two ", " three four", 10, f"…{PHRASE}…"),
        ("one two three four (", ").", 45, f"…three four ({PHRASE})."),
        ("彼女は言った、", "。", 10, f"…{PHRASE}。"),
    ],
)
def test_what_comes_before_is_cut_first_and_the_phrase_never(before: str, after: str, most: int, shown: str) -> None:
    assert near_words(Quotation(before, PHRASE, after), fits=letters(most)) == shown
