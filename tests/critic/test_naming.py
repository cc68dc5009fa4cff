"""One phrase in many wordings has one name, and what is narrowed or done once has its own."""

import pytest

from heartjournal.critic import CriticEar
from heartjournal.model.criticism import Tier
from heartjournal.model.problems import BadResource
from heartjournal.resources.fields import Fields
from heartjournal.resources.inner_critic import read_critic_lexicon

WORDINGS = {
    "always|let people down": (
        "I always let people down", "I keep letting everyone down", "I'm always letting them down",
        "why do I always let everybody down", "I have let everyone down again",
    ),
    "am|not good enough": (
        "I'm not good enough", "I am never good enough", "I don't feel good enough", "I can't ever be good enough",
        "why can't I be good enough", "I am never going to be good enough",
    ),
    "cannot|do right": (
        "I can't do anything right", "I never get anything right", "nothing I do is ever right",
        "why can't I do anything right", "I don't do anything right",
    ),
    "should-have|know better": (
        "I should have known better", "I ought to know better", "why didn't I know better", "I knew better",
    ),
    "others|manage": (
        "everyone else manages", "everyone else can cope", "everybody else seems to manage just fine",
        "other people can handle it",
    ),
    "always|ruin": ("I ruin everything", "why do I always ruin things", "I've ruined it all", "I keep ruining it"),
    "am|lazy": ("I'm lazy", "how lazy I am", "I'm just a lazy person", "I was being lazy again"),
    "fault|fault": ("it is all my fault", "I blame myself", "I have only myself to blame"),
    "hate|self": ("I hate myself", "I can't stand myself", "I despise myself", "I don't like myself"),
    "lack|willpower": ("I have no willpower", "I lack any willpower", "I have zero willpower"),
    "my|laziness": ("my own laziness disgusts me", "my laziness sickens me"),
}  # fmt: skip
APART = (
    ("I am a bad mother", "I am a bad friend"),
    ("I am a bad person", "I am a bad friend"),
    ("I am lazy", "I am a lazy friend"),
    ("I let them down", "I always let people down"),
    ("I am so stupid", "that was so stupid of me"),
    ("I am ashamed of myself", "I am angry with myself"),
    ("I can't do anything right", "I can't finish anything"),
    ("nothing I do is good enough", "I am not good enough"),
)


def key(ear: CriticEar, text: str) -> str:
    return next(str(find.key) for find in ear.hear(f"{text}.").finds if find.tier is Tier.SURE)


@pytest.mark.parametrize("name", WORDINGS)
def test_one_phrase_in_many_wordings_has_one_name(critic_ear: CriticEar, name: str) -> None:
    assert {key(critic_ear, text) for text in WORDINGS[name]} == {name}


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_means_something_else_has_its_own_name(critic_ear: CriticEar, one: str, other: str) -> None:
    assert key(critic_ear, one) != key(critic_ear, other)


def meant(**meaning: object) -> dict[str, object]:
    frame = {"key": "am", "reason": "“{verdict}”", "cues": ["i am"], "sure": ["label"]}
    words = ("fillers", "slips", "dropped", "turns", "leads", "suffixes", "roles")
    return {
        **{name: [] for name in words},
        **{name: {} for name in ("alike", "spellings", "phrases", "guards")},
        "version": 1,
        "own_quoting": ["myself"],
        "classes": {"stop": ["the"], "noun": ["fool"]},
        "verdicts": {"label": {"patterns": ["<noun>"]}},
        "frames": {"i_am": frame},
        "meanings": {"one": meaning},
    }


def test_a_meaning_may_name_a_class_and_a_later_one_its_key() -> None:
    fields = meant(key="is", frames=["am"], holds=["fool"], beside=["<noun>", "old"], away=["old"])
    fields["meanings"] = {
        "one": {"key": "is", "frames": ["am"], "beside": ["<noun>"]},
        "two": {"key": "x", "frames": ["is"]},
    }
    first, second = read_critic_lexicon(Fields(fields, file="en.toml")).meanings
    assert (set(first.beside), first.verdict, set(second.frames)) == ({"fool"}, "{rest}", {"is"})


@pytest.mark.parametrize(
    "meaning", [{"key": "is", "frames": ["other"]}, {"key": "is", "frames": ["am"], "beside": ["<other>"]}]
)
def test_a_meaning_that_names_what_is_not_there_is_refused(meaning: dict[str, object]) -> None:
    with pytest.raises(BadResource):
        read_critic_lexicon(Fields(meant(**meaning), file="en.toml"))
