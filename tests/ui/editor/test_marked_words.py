"""Where marked words stand while the text around them is written."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from heartjournal.model.phrase import Mark
from heartjournal.ui.editor.marked_words import MarkedPlace, MarkedWords

SECTION = UUID(int=1)


def marked(*spans: tuple[int, int]) -> MarkedWords:
    words = MarkedWords()
    words.put(MarkedPlace(start, end, Mark(SECTION, start, end, f"{start}", "")) for start, end in spans)
    return words


def spans(words: MarkedWords) -> list[tuple[int, int]]:
    return [(place.start, place.end) for place in words]


def test_an_edit_before_a_mark_moves_it_and_one_behind_it_does_not() -> None:
    words = marked((10, 20))
    assert not words.edit(2, removed=1, added=4)
    assert spans(words) == [(13, 23)]
    assert not words.edit(30, removed=3, added=0)
    assert spans(words) == [(13, 23)]


@pytest.mark.parametrize(
    ("position", "removed", "added"),
    [(10, 0, 1), (20, 0, 1), (15, 0, 1), (9, 2, 0), (19, 5, 0), (0, 40, 0), (9, 1, 0)],
    ids=["first letter", "behind", "inside", "into the start", "out of the end", "all", "the blank before"],
)
def test_an_edit_that_touches_a_mark_takes_it_away_at_once(position: int, removed: int, added: int) -> None:
    words = marked((10, 20), (60, 70))
    assert words.edit(position, removed=removed, added=added)
    assert spans(words) == [(60 + added - removed, 70 + added - removed)]


def test_the_nearest_mark_is_the_one_at_the_caret_else_the_one_before_it() -> None:
    words = marked((10, 20), (60, 70))
    first, second = words
    assert words.near(15) is first
    assert words.near(40) is first
    assert words.near(60) is second
    assert words.near(None) is second
    assert words.near(3) is None


def test_a_mark_that_waits_is_neither_shown_nor_near() -> None:
    words = marked((10, 20))
    next(iter(words)).waits = True
    assert words.shown == []
    assert words.near(15) is None


def test_the_marks_of_a_wording_are_let_go_of() -> None:
    words = marked((10, 20), (60, 70))
    assert words.take_out(frozenset({"10"}))
    assert spans(words) == [(60, 70)]
    assert not words.take_out(frozenset({"10"}))


@given(text=st.text(min_size=1), cuts=st.tuples(*[st.integers(0, 30)] * 5))
@example(text="I always let people down", cuts=(9, 12, 2, 3, 5)).via("an edit before the words")
@example(text="I always let people down", cuts=(2, 8, 13, 4, 1)).via("an edit behind the words")
def test_words_stay_marked_unless_they_are_touched_and_are_the_same_words(text: str, cuts: tuple[int, ...]) -> None:
    first, second, position, removed, added = cuts
    start, end = sorted((first % (len(text) + 1), second % (len(text) + 1)))
    position %= len(text) + 1
    removed = min(removed, len(text) - position)
    words = marked((start, end))
    written = text[:position] + "x" * added + text[position + removed :]
    words.edit(position, removed=removed, added=added)
    is_apart = position > end or position + removed < start
    assert bool(words) == is_apart
    for place in words:
        assert written[place.start : place.end] == text[start:end]
