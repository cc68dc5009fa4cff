"""Practice files: what ships, what the schema takes, and what it refuses."""

import copy
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartjournal.model.element import Element
from heartjournal.model.letter import FEELINGS_PROMPT, HURT_PROMPT, PRACTICE_ID
from heartjournal.model.phrase import CriticStep
from heartjournal.model.practice import InputKind, Later, Offer, Practice, Saves, StepInput, Timer, Variant
from heartjournal.model.practice_run import can_run
from heartjournal.model.problems import BadResource
from heartjournal.resources.fields import Fields
from heartjournal.resources.location import root
from heartjournal.resources.practice import practice_from, practices, read_practice, read_practices

KNOWN = frozenset({"neff2011", "neff2023"})

FULL: dict[str, Any] = {
    "id": "looking",
    "title": "Looking",
    "summary": "A look.",
    "minutes": 5,
    "elements": ["self_kindness", "mindfulness"],
    "when": "sometimes",
    "closing": "Enough.",
    "sources": ["neff2011", "neff2023"],
    "saves": "nothing",
    "offer": {"not_within_days": 7, "after_different_practices": 3},
    "steps": [
        {
            "id": "first",
            "short": "First",
            "element": "mindfulness",
            "prompt": "What is here?",
            "hint": "A word.",
            "starters": ["In the chest…", "I feel…"],
            "inputs": [
                {"kind": "text", "label": "In words"},
                {"kind": "feelings"},
                {"kind": "choice", "options": ["yes", "no"], "several": True},
                {"kind": "phrase"},
                {"kind": "actions", "options": ["breathe", "stretch"], "own": True},
                {"kind": "pair", "labels": ["to a friend", "to myself"]},
                {"kind": "scale", "labels": ["swept away", "seeing it plainly"], "steps": 7},
                {"kind": "date", "label": "When"},
            ],
            "timer": {"seconds": [180, 300], "breathing": True, "label": "Sit"},
            "variants": [{"id": "feet", "label": "Feet", "prompt": "Feel your feet.", "hint": "Both."}],
            "later": {"question": "Was it done?", "after_days": 1},
        },
        {"id": "second", "prompt": "And now?", "timer": {"seconds": 60}, "variants": [], "inputs": []},
    ],
}


def read(values: dict[str, Any]) -> Practice:
    return read_practice(Fields(values, file="looking.toml"), known_sources=KNOWN)


def changed(path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    """The full practice with one value replaced, or added."""
    values = copy.deepcopy(FULL)
    place: Any = values
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return values


def paths(place: object, before: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The path of every value in the full practice, tables and lists too."""
    items: list[tuple[str | int, object]] = []
    if isinstance(place, dict):
        items = list(place.items())
    elif isinstance(place, list):
        items = list(enumerate(place))
    return [*([before] if before else []), *(path for key, value in items for path in paths(value, (*before, key)))]


def test_every_part_of_the_schema_is_read() -> None:
    practice = read(FULL)
    assert practice.elements == (Element.MINDFULNESS, Element.SELF_KINDNESS)
    assert practice.saves is Saves.NOTHING
    assert practice.offer == Offer(not_within_days=7, after_different_practices=3)
    assert practice.sources == ("neff2011", "neff2023")
    first, second = practice.steps
    assert first.element is Element.MINDFULNESS
    assert (first.short, first.hint, first.starters) == ("First", "A word.", ("In the chest…", "I feel…"))
    assert [asked.kind for asked in first.inputs] == list(InputKind)
    assert first.inputs[2] == StepInput(InputKind.CHOICE, options=("yes", "no"), several=True)
    assert first.inputs[4] == StepInput(InputKind.ACTIONS, options=("breathe", "stretch"), own=True)
    assert first.inputs[5].labels == ("to a friend", "to myself")
    assert first.inputs[6].steps == 7
    assert first.timer == Timer(seconds=(180, 300), breathing=True, label="Sit")
    assert first.variants == (Variant("feet", "Feet", "Feel your feet.", "Both."),)
    assert first.later == Later("Was it done?", 1)
    assert second.element is None
    assert second.timer == Timer(seconds=(60,))


@pytest.mark.parametrize(
    ("path", "value", "key", "reason"),
    [
        (("id",), "Looking Back", "id", "snake_case"),
        (("minutes",), 0, "minutes", "from 1 to 180"),
        (("elements",), ["kindness"], "elements\\[0\\]", "one of mindfulness, common_humanity, self_kindness"),
        (("saves",), "entry", "saves", "one of page, page_or_nothing, nothing"),
        (("sources",), ["neff1999"], "sources\\[0\\]", "bibliography"),
        (("author",), "me", "author", "not a key"),
        (("offer", "daily"), True, "offer.daily", "not a key"),
        (("steps",), [], "steps", "at least 1"),
        (("steps", 1, "id"), "first", "steps\\[1\\].id", "already"),
        (("steps", 1, "promt"), "x", "steps\\[1\\].promt", "not a key"),
        (("steps", 0, "element"), "event", "steps\\[0\\].element", "one of"),
        (("steps", 0, "inputs", 0, "kind"), "slider", "steps\\[0\\].inputs\\[0\\].kind", "one of text, feelings"),
        (("steps", 0, "inputs", 0, "options"), ["a"], "steps\\[0\\].inputs\\[0\\].options", "does not belong"),
        (("steps", 0, "inputs", 1, "own"), True, "steps\\[0\\].inputs\\[1\\].own", "does not belong"),
        (("steps", 0, "inputs", 1, "labels"), ["a", "b"], "steps\\[0\\].inputs\\[1\\].labels", "does not belong"),
        (("steps", 0, "inputs", 2, "options"), [], "steps\\[0\\].inputs\\[2\\].options", "offer something"),
        (("steps", 0, "inputs", 2, "own"), True, "steps\\[0\\].inputs", "one place"),
        (("steps", 0, "inputs", 5, "labels"), ["a"], "steps\\[0\\].inputs\\[5\\].labels", "two texts"),
        (("steps", 0, "inputs", 5, "steps"), 7, "steps\\[0\\].inputs\\[5\\].steps", "does not belong"),
        (("steps", 0, "inputs", 6, "steps"), 1, "steps\\[0\\].inputs\\[6\\].steps", "from 2 to 21"),
        (("steps", 0, "timer", "seconds"), [], "steps\\[0\\].timer.seconds", "one number or several"),
        (("steps", 0, "timer", "loud"), True, "steps\\[0\\].timer.loud", "not a key"),
        (("steps", 0, "variants", 0, "id"), "Feet", "steps\\[0\\].variants\\[0\\].id", "snake_case"),
        (("steps", 0, "later", "after_days"), 0, "steps\\[0\\].later.after_days", "from 1 to 365"),
    ],
)
def test_a_bad_practice_is_refused_with_file_key_and_reason(
    path: tuple[str | int, ...], value: object, key: str, reason: str
) -> None:
    with pytest.raises(BadResource, match=f"“looking.toml” cannot be used. “{key}” .*{reason}"):
        read(changed(path, value))


@pytest.mark.parametrize("key", ["id", "title", "summary", "minutes", "elements", "when", "steps", "closing"])
def test_a_practice_without_one_of_these_is_refused(key: str) -> None:
    values = {name: value for name, value in FULL.items() if name != key}
    with pytest.raises(BadResource, match=f"“{key}” "):
        read(values)


def test_saves_and_offer_may_be_left_out() -> None:
    practice = read({key: value for key, value in FULL.items() if key not in {"saves", "offer"}})
    assert practice.saves is Saves.PAGE
    assert practice.offer == Offer()


toml_values: st.SearchStrategy[object] = st.recursive(
    st.one_of(
        st.text(max_size=30),
        st.integers(),
        st.floats(),
        st.booleans(),
        st.datetimes(),
        st.dates(),
        st.times(),
        st.sampled_from([word.value for word in (*InputKind, *Saves, *Element)]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(st.text(max_size=8), st.sampled_from(["id", "kind", "prompt"])), inner, max_size=4),
    ),
    max_leaves=8,
)


@given(path=st.sampled_from(paths(FULL)), value=toml_values)
def test_any_value_at_any_key_is_taken_or_refused(path: tuple[str | int, ...], value: object) -> None:
    with suppress(BadResource):
        assert isinstance(read(changed(path, value)), Practice)


@given(values=st.dictionaries(st.one_of(st.sampled_from(sorted(FULL)), st.text(max_size=8)), toml_values))
def test_any_table_is_taken_or_refused(values: dict[str, Any]) -> None:
    with pytest.raises(BadResource):
        read(values)


def test_a_file_from_anywhere_is_read_with_the_shipped_bibliography(tmp_path: Path) -> None:
    own = tmp_path / "mine.toml"
    own.write_text(
        'id = "mine"\ntitle = "Mine"\nsummary = "s"\nminutes = 1\nelements = ["mindfulness"]\nwhen = "w"\n'
        'closing = "c"\nsources = ["neff2023"]\n[[steps]]\nid = "one"\nprompt = "p"\n',
        encoding="utf-8",
    )
    assert practice_from(own).sources == ("neff2023",)
    own.write_text(own.read_text(encoding="utf-8").replace("neff2023", "neff1999"), encoding="utf-8")
    with pytest.raises(BadResource, match=r"“mine.toml” cannot be used. “sources\[0\]”"):
        practice_from(own)


def shipped(practice_id: str) -> Practice:
    return next(practice for practice in practices().good if practice.id == practice_id)


def test_every_shipped_practice_is_named_after_its_file() -> None:
    assert [practice.id for practice in practices().good] == ["break", "critic", "evening_journal", "letter"]


def test_the_evening_journal_asks_what_happened_and_then_takes_three_turns() -> None:
    evening = shipped("evening_journal")
    assert [step.element for step in evening.steps] == [None, *Element]
    assert [step.short for step in evening.steps] == [
        "What happened",
        "Mindfulness",
        "Common humanity",
        "Self-kindness",
    ]
    assert [asked.kind for asked in evening.steps[1].inputs] == [InputKind.FEELINGS, InputKind.TEXT]
    assert evening.minutes == 10
    assert evening.saves is Saves.PAGE


def test_the_break_offers_another_anchor_sentences_and_a_touch() -> None:
    pause = shipped("break")
    assert [step.element for step in pause.steps] == [None, *Element]
    assert [variant.id for variant in pause.steps[0].variants] == ["sounds", "feet", "eyes_open"]
    for step in pause.steps[1:]:
        assert step.inputs[0].own
        assert len(step.inputs[0].options) >= 4
        assert step.timer == Timer(seconds=(30,), breathing=True, label="Three slow breaths")
    assert "No touch" in pause.steps[2].inputs[1].options
    assert pause.minutes == 2
    assert pause.saves is Saves.PAGE_OR_NOTHING


def test_the_letter_asks_what_hurts_and_how_it_feels_and_helps_with_the_voice() -> None:
    letter = shipped("letter")
    assert letter.id == PRACTICE_ID
    assert [f"letter/{step.id}" for step in letter.steps] == [HURT_PROMPT, FEELINGS_PROMPT, "letter/letter"]
    assert [step.short for step in letter.steps] == ["What hurts", "How it feels", "The letter"]
    assert [variant.id for variant in letter.steps[2].variants] == ["friend", "grandmother", "wiser_you", "own_words"]
    assert "What they would notice first" in letter.steps[2].starters
    assert letter.saves is Saves.LETTER
    assert can_run(letter)


def test_the_inner_critic_is_noticed_known_softened_and_reframed_and_leaves_no_page() -> None:
    critic = shipped("critic")
    assert [step.id for step in critic.steps] == [step for step in CriticStep if step is not CriticStep.DONE]
    asked = [[given.kind for given in step.inputs] for step in critic.steps]
    assert asked == [
        [InputKind.PHRASE],
        [InputKind.CHOICE, InputKind.TEXT],
        [InputKind.TEXT, InputKind.TEXT],
        [InputKind.TEXT],
    ]
    tones = critic.steps[1].inputs[0]
    assert tones.options == ("harsh", "cold", "mocking", "anxious", "weary", "disappointed")
    assert tones.several
    assert tones.own
    assert critic.saves is Saves.NOTHING


def test_a_bad_file_is_left_out_and_told_and_the_others_work(tmp_path: Path) -> None:
    for path in sorted((root() / "practices" / "en").glob("*.toml")):
        words = path.read_text(encoding="utf-8")
        bad = words.replace('title = "', 'title = 3 # "', 1) if path.stem == "break" else words
        (tmp_path / path.name).write_text(bad, encoding="utf-8")
    (tmp_path / "torn.toml").write_text("id =", encoding="utf-8")

    read = read_practices(tmp_path)
    assert [practice.id for practice in read.good] == ["critic", "evening_journal", "letter"]
    assert [str(problem) for problem in read.problems] == [
        "The file “break.toml” cannot be used. “title” must be text. Correct the file, or leave it out.",
        "The file “torn.toml” cannot be used. It is not TOML. Correct the file, or leave it out.",
    ]
    assert read.required("letter").id == "letter"
    with pytest.raises(BadResource, match=r"break\.toml.*“title” must be text"):
        read.required("break")
    with pytest.raises(BadResource, match=r"torn\.toml"):
        read.required("torn")


def test_without_a_bibliography_no_practice_is_read_and_one_sentence_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("heartjournal.resources.bibliography.root", lambda: tmp_path)
    read = read_practices(root() / "practices" / "en")
    assert read.good == ()
    assert [problem.filled(problem.sentence) for problem in read.problems] == [
        "The file “sources.toml” cannot be used. It cannot be read."
    ]


def test_a_practice_that_is_not_there_at_all_is_a_problem_too(tmp_path: Path) -> None:
    with pytest.raises(BadResource, match="missing"):
        read_practices(tmp_path).required("break")
