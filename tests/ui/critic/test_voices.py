"""Lanes of one voice or tone, as the person named them."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from heartjournal.model.phrase import Phrase
from heartjournal.model.timeline import DayCount, Lane, Timeline
from heartjournal.ui.critic.voices import has_voice, only, voices_of

DAY = date(2026, 11, 12)


def phrase(words: str = "I am too much", *, voice: str = "", tones: tuple[str, ...] = ()) -> Phrase:
    return Phrase(uuid4(), DAY, words, tones=tones, whose_voice=voice)


def test_voices_come_before_tones_each_once_and_in_the_order_of_the_alphabet() -> None:
    phrases = (
        phrase(voice="my teacher", tones=("scolding", "cold")),
        phrase(voice="Dad", tones=("cold", "Dad")),
        phrase(voice=" dad "),
        phrase(),
    )
    assert voices_of(phrases) == ("Dad", "my teacher", "cold", "scolding")


@pytest.mark.parametrize(
    ("wanted", "is_shown"),
    [("", True), ("Dad", True), ("dad", True), ("cold", True), ("mother", False), ("col", False)],
)
def test_a_voice_finds_the_phrases_that_have_it_as_voice_or_tone(wanted: str, is_shown: bool) -> None:
    assert has_voice(phrase(voice="Dad", tones=("cold",)), wanted) is is_shown


def test_only_the_lanes_are_fewer() -> None:
    dads, other = phrase(voice="Dad"), phrase(voice="mine")
    lanes = tuple(Lane(each, 0, None, None, ()) for each in (dads, other))
    timeline = Timeline(DAY, DAY, lanes, (DayCount(DAY, 3),))
    assert [lane.phrase for lane in only(timeline, "Dad").lanes] == [dads]
    assert only(timeline, "Dad").pages == timeline.pages
    assert only(timeline, "") == timeline
