"""What the inner critic sounds like is data, and data that is broken says where."""

import copy
import tomllib
from typing import Any

import pytest

from heartjournal.model.criticism import CriticLexicon, Place
from heartjournal.model.problems import BadResource
from heartjournal.resources import critic_lexicon, root
from heartjournal.resources.fields import Fields
from heartjournal.resources.inner_critic import read_critic_lexicon

SMALL: dict[str, Any] = {
    "version": 3,
    "fillers": ["really"],
    "dropped": ["a"],
    "turns": ["but"],
    "leads": ["am"],
    "own_quoting": ["i said"],
    "slips": ["fool"],
    "suffixes": ["ness"],
    "roles": ["mother"],
    "alike": {"mother": ["mum"]},
    "spellings": {"im": "i am"},
    "classes": {"stop": ["not"], "noun": ["fool"]},
    "phrases": {"be": ["am", "have been"]},
    "verdicts": {"label": {"patterns": ["a ..1 <noun>"], "open": True}},
    "frames": {
        "am": {
            "key": "am",
            "reason": "“{verdict}”",
            "cues": ["i {be}"],
            "sure": ["label"],
            "tails": ["x"],
            "ends": True,
        }
    },
    "guards": {"kind": {"place": "after", "patterns": ["but"], "answer": True, "frames": ["am"]}},
}


def read(values: dict[str, Any]) -> CriticLexicon:
    return read_critic_lexicon(Fields(values, file="en.toml"))


def test_a_small_file_is_read_whole() -> None:
    lexicon = read(SMALL)
    assert lexicon.version == 3
    assert lexicon.alike == {"mum": "mother"}
    assert lexicon.guards["kind"].place is Place.AFTER
    assert lexicon.verdicts["label"].is_open
    assert lexicon.frames["am"].ends


def test_a_guard_may_name_the_frames_it_leaves_alone() -> None:
    values = copy.deepcopy(SMALL)
    values["frames"]["why"] = values["frames"]["am"]
    del values["guards"]["kind"]["frames"]
    values["guards"]["kind"]["except_frames"] = ["why"]
    assert read(values).guards["kind"].frames == {"am"}


def test_the_shipped_file_is_sound_and_every_name_in_it_is_used() -> None:
    critic_lexicon()
    raw = (root() / "critic" / "en.toml").read_text(encoding="utf-8")
    values = tomllib.loads(raw)
    unused = [name for name in values["classes"] if name != "stop" and f"<{name}>" not in raw]
    unused += [name for name in values["phrases"] if f"{{{name}}}" not in raw]
    named = {name for frame in values["frames"].values() for name in (*frame["sure"], *frame.get("maybe", ()))}
    assert unused + sorted(set(values["verdicts"]) - named) == []


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("version",), 0, "version"),
        (("fillers",), ["Really"], r"fillers\[0\]"),
        (("alike", "Mother"), ["mum"], "alike.Mother"),
        (("spellings", "im"), "I am", "spellings.im"),
        (("classes", "Big"), ["a"], "classes.Big"),
        (("phrases", "be"), ["x" * 401], r"phrases.be\[0\]"),
        (("verdicts", "label", "patterns"), ["<none>"], r"verdicts.label.patterns\[0\]"),
        (("verdicts", "label", "patterns"), [], "verdicts.label.patterns"),
        (("verdicts", "label", "more"), 1, "verdicts.label.more"),
        (("frames", "am", "cues"), ["i really"], r"frames.am.cues\[0\]"),
        (("frames", "am", "sure"), ["none"], r"frames.am.sure\[0\]"),
        (("guards", "kind", "place"), "above", "guards.kind.place"),
        (("guards", "kind", "frames"), ["none"], r"guards.kind.frames\[0\]"),
        (("other",), 1, "other"),
    ],
)
def test_what_is_broken_is_refused_by_file_key_and_reason(path: tuple[str, ...], value: object, key: str) -> None:
    values = copy.deepcopy(SMALL)
    table = values
    for name in path[:-1]:
        table = table[name]
    table[path[-1]] = value
    with pytest.raises(BadResource, match=rf"“en.toml” cannot be used. “{key}” "):
        read(values)
