"""What the grounding room says and offers."""

import copy
import tomllib
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartjournal.model.grounding import Breath, ExerciseKind, Grounding
from heartjournal.model.problems import BadResource
from heartjournal.resources import root
from heartjournal.resources.exercises import grounding, read_grounding
from heartjournal.resources.fields import Fields

SHIPPED = tomllib.loads((root() / "grounding" / "en.toml").read_text(encoding="utf-8"))


def read(values: dict[str, Any]) -> Grounding:
    return read_grounding(Fields(values, file="en.toml"))


def test_four_cards_are_offered_and_the_room_after_the_floor() -> None:
    words = grounding()
    assert [exercise.id for exercise in words.cards] == ["floor", "senses", "breathe", "close"]
    assert [exercise.id for exercise in words.following("floor")] == ["room"]
    assert words.following("senses") == ()


def test_the_senses_count_down_from_five() -> None:
    senses = next(exercise for exercise in grounding().exercises if exercise.id == "senses")
    assert [step.split()[0] for step in senses.steps] == ["Five", "Four", "Three", "Two", "One"]


def test_the_breath_goes_out_for_longer() -> None:
    breathing = [exercise for exercise in grounding().exercises if exercise.kind is ExerciseKind.BREATHING]
    assert [exercise.breath for exercise in breathing] == [Breath(4, 6)]


def test_it_says_that_the_journal_cannot_call() -> None:
    assert grounding().danger.text.endswith("cannot call for you.")
    assert grounding().reach.locked == "Your numbers are inside; unlock to see them."


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("exercises", 0, "icon"), "heart", r"exercises\[0\].icon"),
        (("exercises", 0, "steps"), [], r"exercises\[0\].steps"),
        (("exercises", 0, "breath"), {"seconds_in": 4, "seconds_out": 6}, r"exercises\[0\].breath"),
        (("exercises", 1, "id"), "floor", r"exercises\[1\].id"),
        (("exercises", 2, "breath"), {"seconds_in": 4}, r"exercises\[2\].breath.seconds_out"),
        (("exercises", 4, "after"), "room", r"exercises\[4\].after"),
        (("danger",), "call", "danger"),
        (("reach", "number"), "112", "reach.number"),
    ],
)
def test_a_bad_file_of_exercises_is_refused(path: tuple[str | int, ...], value: object, key: str) -> None:
    values = copy.deepcopy(SHIPPED)
    place: Any = values
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(BadResource, match=f"“{key}”"):
        read(values)


@given(
    key=st.sampled_from(sorted(SHIPPED)),
    value=st.one_of(st.text(), st.integers(), st.lists(st.dictionaries(st.text(), st.text()))),
)
def test_any_value_is_taken_or_refused(key: str, value: object) -> None:
    with suppress(BadResource):
        assert isinstance(read({**SHIPPED, key: value}), Grounding)
