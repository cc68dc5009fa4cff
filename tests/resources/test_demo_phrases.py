"""The phrases of the sample journal: every wording stands in its pages, and a bad file is refused."""

from typing import Any

import pytest

from heartjournal.model.phrase import CriticStep
from heartjournal.model.problems import BadResource
from heartjournal.resources.demo import demo_pages
from heartjournal.resources.demo_letters import demo_letters
from heartjournal.resources.demo_phrases import DemoPhrase, DemoReframe, demo_phrases, read_demo_phrases
from heartjournal.resources.fields import Fields


def pages() -> str:
    return "\n".join(answer.body for page in demo_pages() for answer in page.answers).lower()


@pytest.mark.parametrize("phrase", demo_phrases().kept, ids=lambda phrase: phrase.wordings[0])
def test_every_wording_that_was_kept_stands_in_a_page(phrase: DemoPhrase) -> None:
    for wording in (*phrase.wordings, *phrase.joined):
        assert wording.lower() in pages()


def test_every_kinder_line_was_written_on_an_evening_with_a_page() -> None:
    evenings = {page.days_ago for page in demo_pages()}
    written = [reframe.days_ago for phrase in demo_phrases().kept for reframe in phrase.reframes]
    assert written
    assert set(written) <= evenings


def test_every_linked_letter_is_one_of_the_sample() -> None:
    titles = {letter.title for letter in demo_letters()}
    linked = [title for phrase in demo_phrases().kept for title in phrase.letters]
    assert linked == ["The chair you don’t have to earn"]
    assert set(linked) <= titles


def test_the_phrases_are_written_in_the_voice_of_the_product() -> None:
    for phrase in demo_phrases().kept:
        words = [phrase.words, phrase.whose_voice, phrase.protecting, phrase.softening]
        assert not set("".join([*words, *(reframe.words for reframe in phrase.reframes)])) & set("!'\"")


def test_what_a_phrase_leaves_out_is_empty() -> None:
    read = read_demo_phrases(fields({"words": "Typical me", "days_ago": 3, "wordings": ["Typical me"]}))
    assert read.kept == (DemoPhrase(3, "Typical me", ("Typical me",)),)
    assert read.refused == ()
    assert read.kept[0].step is CriticStep.NOTICE


def test_everything_of_a_phrase_is_read() -> None:
    table = {
        "words": "Typical me",
        "days_ago": 30,
        "wordings": ["Typical me"],
        "joined": ["Silly me"],
        "tones": ["harsh"],
        "whose_voice": "a",
        "protecting": "b",
        "softening": "c",
        "step": "done",
        "pinned": True,
        "rests": 2,
        "letters": ["A letter"],
        "reframes": [{"days_ago": 20, "words": "d"}],
    }
    (kept,) = read_demo_phrases(fields(table)).kept
    assert (kept.joined, kept.tones, kept.letters) == (("Silly me",), ("harsh",), ("A letter",))
    assert (kept.whose_voice, kept.protecting, kept.softening) == ("a", "b", "c")
    assert (kept.step, kept.is_pinned, kept.rests) == (CriticStep.DONE, True, 2)
    assert kept.reframes == (DemoReframe(20, "d"),)


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"wordings": []}, "wordings"),
        ({"words": ""}, "words"),
        ({"days_ago": 0}, "days_ago"),
        ({"step": "finished"}, "step"),
        ({"score": 3}, "score"),
        ({"reframes": [{"days_ago": 184, "words": "d"}]}, r"reframes\[0\].days_ago"),
        ({"reframes": [{"days_ago": 4, "words": "d", "mood": 1}]}, r"reframes\[0\].mood"),
    ],
)
def test_a_bad_phrase_is_refused(wrong: dict[str, Any], key: str) -> None:
    good = {"words": "Typical me", "days_ago": 3, "wordings": ["Typical me"]}
    with pytest.raises(BadResource, match=rf"“phrases\[0\].{key}”"):
        read_demo_phrases(fields(good | wrong))


def test_a_bad_refusal_is_refused() -> None:
    good = {"words": "Typical me", "days_ago": 3, "wordings": ["Typical me"]}
    refused = {"words": "a", "days_ago": 3, "why": "b"}
    with pytest.raises(BadResource, match=r"“refused\[0\].why”"):
        read_demo_phrases(Fields({"phrases": [good], "refused": [refused]}, file="phrases.toml"))


def fields(phrase: dict[str, Any]) -> Fields:
    return Fields({"phrases": [phrase]}, file="phrases.toml")
