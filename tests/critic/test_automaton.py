"""All wordings are found at once, in a number of look-ups that grows only with the text."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartjournal.critic.automaton import BREAK, UNKNOWN, Automaton, Found
from heartjournal.model.despair import Role
from heartjournal.model.wording import Vocabulary, wordings

VOCABULARY = Vocabulary(
    classes={"stop": frozenset({"not"}), "wish": frozenset({"want", "hope"})},
    phrases={"end": ("die", "be dead|gone")},
)
LONGEST = 6


def automaton(*patterns: str, most_states: int = 1000) -> Automaton[Role]:
    made = tuple(wording for pattern in patterns for wording in wordings(pattern, VOCABULARY))
    return Automaton({Role.NOW: made}, most_states=most_states)


def spans(found_by: Automaton[Role], text: str) -> set[tuple[int, int]]:
    words = [BREAK if word == "." else found_by.number(word) for word in (*text.split(), ".")]
    opens = [place == 0 or words[place - 1] == BREAK for place in range(len(words))]
    return {(found.start, found.end) for found in found_by.search(words, opens)}


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("i want", "i want", {(0, 2)}),
        ("i want", "i hope", set()),
        ("i want", "i . want", set()),
        ("i <wish>|need", "i hope i need", {(0, 2), (2, 4)}),
        ("i so? want", "i want i so want", {(0, 2), (2, 5)}),
        ("i ..2 want", "i x y want", {(0, 4)}),
        ("i ..2 want", "i x y z want", set()),
        ("i ..2 want", "i not want", set()),
        ("^want", "want want . want", {(0, 1), (3, 4)}),
        ("!<wish> to", "x to want to", {(0, 2)}),
        ("to {end}", "to die to be gone", {(0, 2), (2, 5)}),
        ("to {end}?", "to die", {(0, 1), (0, 2)}),
    ],
)
def test_a_pattern_finds(pattern: str, text: str, found: set[tuple[int, int]]) -> None:
    assert spans(automaton(pattern), text) == found


def test_a_word_that_no_wording_names_is_unknown() -> None:
    assert automaton("i want").number("tea") == UNKNOWN


class Counted(list[int]):
    """Words that count how often they are looked at."""

    looks = 0

    def __getitem__(self, place: Any) -> Any:
        self.looks += 1
        return super().__getitem__(place)


@pytest.mark.parametrize("text", ["i", "i x", "i want", "want to be", "i x y i want to", "."])
@pytest.mark.parametrize("times", [100, 2000])
def test_the_work_grows_with_the_text_and_no_faster(text: str, times: int) -> None:
    searched = automaton("i ..2 want to {end}", "i want", "want to be ..2")
    words = Counted([BREAK if word == "." else searched.number(word) for word in text.split()] * times + [BREAK])
    for _ in searched.search(words, bytearray(len(words))):
        pass
    assert len(words) <= words.looks <= (LONGEST + 1) * len(words)


@given(st.lists(st.sampled_from(["i", "x", "want", "to", "die", "be", "dead", "not", "."]), max_size=60))
def test_forgetting_its_states_changes_no_answer(text: list[str]) -> None:
    patterns = ("i ..2 want to {end}", "^want to {end}", "to be")
    small, large = automaton(*patterns, most_states=2), automaton(*patterns)
    assert spans(small, " ".join(text)) == spans(large, " ".join(text))
    assert small.state_count <= 4


def test_a_second_search_makes_no_new_states() -> None:
    searched = automaton("i ..2 want to {end}")
    spans(searched, "i want to die")
    count = searched.state_count
    spans(searched, "i want to die")
    assert searched.state_count == count


def test_found_is_a_place() -> None:
    searched = automaton("i want")
    words = [searched.number("i"), searched.number("want"), BREAK]
    assert list(searched.search(words, b"\1\0\0")) == [Found(Role.NOW, 0, 2)]
