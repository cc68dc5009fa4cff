"""The words of a page found again where it is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartjournal.ui.editor.find_words import find_words

WORDS = "I always let people down"


def found(body: str, words: str, shown: str) -> str:
    start = body.index(words)
    place = find_words(body, start, start + len(words), shown=shown)
    return shown[place[0] : place[1]] if place else ""


def test_words_are_found_where_they_stand_without_markdown() -> None:
    assert found("# Day\n\n*I always* let **people down**.", "I always* let **people down", f"Day\n{WORDS}.") == WORDS


def test_another_kind_of_blank_makes_no_difference() -> None:
    assert found(f"Oh.\r\n{WORDS}", WORDS, "Oh.\nI always\nlet people\xa0down") == "I always\nlet people\xa0down"


def test_of_the_same_words_the_same_place_is_found() -> None:
    body = f"{WORDS}. {WORDS}. {WORDS}."
    start = body.rindex(WORDS)
    assert find_words(body, start, start + len(WORDS), shown=body) == (start, start + len(WORDS))


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-4, 5), (0, 900), (6, 8)])
def test_no_words_are_nowhere(start: int, end: int) -> None:
    assert find_words("Rain. *_ ", start, end, shown="Rain.") is None


def test_words_that_are_gone_are_nowhere() -> None:
    assert find_words(WORDS, 0, len(WORDS), shown="Rain.") is None


@given(body=st.text(max_size=60), start=st.integers(-2, 60), end=st.integers(-2, 60), shown=st.text(max_size=60))
def test_no_text_makes_trouble(body: str, start: int, end: int, shown: str) -> None:
    place = find_words(body, start, end, shown=shown)
    assert place is None or 0 <= place[0] < place[1] <= len(shown)
