"""The sample journal: what it holds, and its drafts as seen from any day."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartjournal.model.clock import Moment
from heartjournal.model.element import Element
from heartjournal.model.entry import Draft, elements_of, opening_of
from heartjournal.model.journal_day import journal_day
from heartjournal.model.problems import BadResource
from heartjournal.resources.demo import (
    demo_draft,
    demo_drafts,
    demo_pages,
    demo_support,
    demo_tonight,
    read_demo_pages,
)
from heartjournal.resources.fields import Fields
from heartjournal.resources.practice import practices

TODAY = Moment(datetime(2026, 11, 12, 21, 40, tzinfo=UTC), "Europe/London")


def drafts() -> tuple[Draft, ...]:
    return demo_drafts(TODAY, practices().good)


def test_six_months_hold_about_eighty_pages_and_a_gap_of_three_weeks() -> None:
    days = [page.days_ago for page in demo_pages()]
    assert 75 <= len(days) <= 90
    assert days == sorted(days, reverse=True)
    assert days[0] == 183
    gaps = [first - second for first, second in pairwise(days)]
    assert sum(gap >= 21 for gap in gaps) == 1
    assert 0 in gaps


def test_the_last_four_pages_are_those_of_the_picture_of_today() -> None:
    last = drafts()[-4:]
    assert [draft.day for draft in last] == [date(2026, 11, day) for day in (5, 7, 8, 10)]
    assert [opening_of(draft.sections) for draft in last[:3]] == [
        "A flat day. Writing it down anyway, without fixing it.",
        "Snapped at Tom about the dishes. It wasn’t the dishes.",
        "Walked to the weir with Ines. Cold hands, a good sort of quiet.",
    ]
    assert opening_of(last[3].sections).startswith(
        "The meeting went long and I said the thing I always say on the bus home. "
    )
    assert [elements_of(draft.sections) for draft in last] == [
        (Element.COMMON_HUMANITY,),
        (Element.MINDFULNESS, Element.SELF_KINDNESS),
        (Element.MINDFULNESS,),
        tuple(Element),
    ]


@pytest.mark.parametrize(
    ("words", "least"),
    [
        ("etting people down", 3),
        ("let them down", 1),
        ("always let people down", 8),
        ("should be further along", 9),
        ("veryone else manages", 9),
        ("was stupid", 6),
        ("’m too much", 5),
        ("on’t make a fuss", 4),
        ("an’t even do nothing properly", 3),
        ("hould have known better", 4),
        ("hy can’t I do anything right", 3),
        ("hey’ll find out I’m a fraud", 2),
        ("ypical me", 2),
    ],
)
def test_the_critic_comes_back_in_its_own_words(words: str, least: int) -> None:
    assert sum(any(words in answer.body for answer in page.answers) for page in demo_pages()) >= least


@pytest.mark.parametrize(
    "answer",
    [
        "I let one thing slip this week. I also kept eleven.",
        "They manage in public, like me.",
        "I’m a lot, and the right people stay.",
        "Asking is allowed.",
    ],
)
def test_kinder_answers_were_found(answer: str) -> None:
    assert any(
        answer in part.body and part.step_id == "self_kindness" for page in demo_pages() for part in page.answers
    )


def test_every_answer_belongs_to_a_step_and_nothing_is_empty() -> None:
    steps = {step.id for practice in practices().good for step in practice.steps if practice.id == "evening_journal"}
    for page in demo_pages():
        assert page.answers
        assert {answer.step_id for answer in page.answers} <= (steps if page.practice_id else {""})


def test_the_sample_is_written_in_the_voice_of_the_product() -> None:
    for page in (*demo_pages(), demo_tonight()):
        words = " ".join(answer.body for answer in page.answers)
        assert not set(words) & set("!'\"")


def test_a_draft_carries_prompts_elements_and_feelings_where_they_belong() -> None:
    draft = demo_draft(demo_tonight(), today=TODAY, practices=practices().good)
    assert draft.day == date(2026, 11, 12)
    assert [section.prompt_id for section in draft.sections] == [
        "evening_journal/happened",
        "evening_journal/mindfulness",
        "evening_journal/common_humanity",
        "evening_journal/self_kindness",
    ]
    assert [section.feelings for section in draft.sections] == [(), ("ashamed", "sad", "tired"), (), ()]
    assert all(section.prompt_text for section in draft.sections)
    assert draft.happened_at == TODAY


def test_feelings_named_without_a_word_leave_their_section() -> None:
    page = replace(demo_tonight(), answers=demo_tonight().answers[:1])
    assert [section.body == "" for section in demo_draft(page, today=TODAY, practices=practices().good).sections] == [
        False,
        True,
    ]


def test_a_free_page_is_one_section_without_a_prompt() -> None:
    draft = drafts()[0]
    assert (draft.practice_id, len(draft.sections)) == ("", 1)
    assert draft.sections[0].prompt_id == draft.sections[0].prompt_text == ""


def test_ids_are_different_and_the_same_each_time() -> None:
    found = [draft.id for draft in drafts()] + [section.id for draft in drafts() for section in draft.sections]
    assert len(set(found)) == len(found)
    assert drafts() == drafts()


def test_a_practice_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match="evening_journal"):
        demo_draft(demo_tonight(), today=TODAY, practices=())


@given(
    seconds=st.integers(946_684_800, 4_102_444_800),
    zone=st.sampled_from(["Europe/London", "Pacific/Auckland", "+05:30", "UTC"]),
    at=st.times().map(lambda when: when.replace(second=0, microsecond=0)),
    days_ago=st.integers(0, 183),
)
def test_a_page_lies_on_its_day_from_wherever_it_is_seen(seconds: int, zone: str, at: time, days_ago: int) -> None:
    today = Moment(datetime.fromtimestamp(seconds, UTC), zone)
    draft = demo_draft(replace(demo_tonight(), at=at, days_ago=days_ago), today=today, practices=practices().good)
    assert draft.day == journal_day(today) - timedelta(days=days_ago)
    assert draft.happened_at is not None
    # A time that the clocks jumped over may come out an hour later, and so just past the turn of the day.
    assert journal_day(draft.happened_at) in {draft.day, draft.day + timedelta(days=1)}


def test_the_sample_has_somebody_to_call_and_things_that_help() -> None:
    support = demo_support()
    assert [(contact.name, contact.number) for contact in support.contacts] == [
        ("Ines", "07700 900 142"),
        ("Night line", "07700 900 318"),
    ]
    assert len({comfort.id for comfort in support.comforts}) == 4


@pytest.mark.parametrize(
    ("page", "key"),
    [
        ({"days_ago": 1}, "free"),
        ({"days_ago": 1, "free": "a", "answers": {"happened": "b"}}, "free"),
        ({"days_ago": 184, "free": "a"}, "days_ago"),
        ({"days_ago": 1, "free": "a", "time": "25:00"}, "time"),
        ({"days_ago": 1, "free": "a", "mood": 3}, "mood"),
        ({"days_ago": 1, "answers": {"happened": 3}}, "answers.happened"),
    ],
)
def test_a_bad_sample_is_refused(page: dict[str, Any], key: str) -> None:
    with pytest.raises(BadResource, match=rf"“pages\[0\].{key}”"):
        read_demo_pages(Fields({"pages": [page]}, file="pages-1.toml"))
