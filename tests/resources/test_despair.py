"""What despair sounds like is data, and data that is broken says where."""

import copy
import tomllib
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartjournal.model.despair import DespairLexicon, Role
from heartjournal.model.problems import BadResource
from heartjournal.resources import despair_lexicon, root
from heartjournal.resources.despair import read_despair_lexicon
from heartjournal.resources.fields import Fields

SMALL: dict[str, Any] = {
    "fillers": ["really"],
    "slips": ["want"],
    "spellings": {"dont": "do not"},
    "classes": {"stop": ["not"], "wish": ["want", "hope"]},
    "phrases": {"end": ["die", "be dead"]},
    "frames": {"now": ["i <wish> to {end}"], "past": ["i wanted to {end}"], "bare": ["no ..2 point"]},
    "guards": {role.value: ["x"] for role in Role if role.value not in {"now", "past", "bare"}},
}


def read(values: dict[str, Any]) -> DespairLexicon:
    return read_despair_lexicon(Fields(values, file="despair.en.toml"))


def test_the_shipped_file_is_sound() -> None:
    lexicon = despair_lexicon()
    assert set(lexicon.wordings) == set(Role)
    assert lexicon.spellings["dont"] == ("do", "not")


def test_every_class_and_phrase_of_the_shipped_file_is_used() -> None:
    values = tomllib.loads((root() / "critic" / "despair.en.toml").read_text(encoding="utf-8"))
    patterns = [
        pattern for key in ("phrases", "frames", "guards") for listed in values[key].values() for pattern in listed
    ]
    unused = [name for name in values["classes"] if name != "stop" and not any(f"<{name}>" in p for p in patterns)]
    unused += [name for name in values["phrases"] if not any(f"{{{name}}}" in p for p in patterns)]
    assert not unused


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("fillers",), ["Really"], r"fillers\[0\]"),
        (("slips",), ["don't"], r"slips\[0\]"),
        (("spellings", "im"), "I am", "spellings.im"),
        (("spellings", "im"), 5, "spellings.im"),
        (("classes", "Big"), ["a"], "classes.Big"),
        (("classes", "wish"), ["a b"], r"classes.wish\[0\]"),
        (("phrases", "end"), ["x" * 401], r"phrases.end\[0\]"),
        (("frames", "now"), ["i <none>"], r"frames.now\[0\]"),
        (("frames", "now"), [], "frames.now"),
        (("frames", "past"), ["i really"], r"frames.past\[0\]"),
        (("frames", "later"), ["i"], "frames.later"),
        (("guards", "before"), ["..x"], r"guards.before\[0\]"),
        (("phrases",), {"end": ["{loop}"], "loop": ["{end}"]}, r"frames.now\[0\]"),
        (("more",), "x", "more"),
    ],
)
def test_a_broken_file_is_refused_by_key(path: tuple[str, ...], value: object, key: str) -> None:
    values = copy.deepcopy(SMALL)
    place = values
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(BadResource, match=f"“{key}”"):
        read(values)


def test_the_small_file_is_sound() -> None:
    assert len(read(SMALL).wordings[Role.NOW]) == 2


@given(
    key=st.sampled_from(sorted(SMALL)),
    value=st.one_of(st.text(), st.integers(), st.lists(st.text()), st.dictionaries(st.text(), st.lists(st.text()))),
)
def test_any_value_is_taken_or_refused(key: str, value: object) -> None:
    with suppress(BadResource):
        assert isinstance(read({**SMALL, key: value}), DespairLexicon)
