"""A sitting with a practice, from the first prompt to the draft and back."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartjournal.model.clock import Moment
from heartjournal.model.element import Element
from heartjournal.model.entry import FRONT_MATTER, Draft, Entry, EntryKind, Section
from heartjournal.model.practice import InputKind, Later, Practice, Saves, Step, StepInput
from heartjournal.model.practice_run import (
    Answer,
    Identify,
    PracticeRun,
    begin,
    can_run,
    choices_of,
    read_answer,
    read_parts,
    reopen,
    write_answer,
)

MOMENT = Moment(datetime(2026, 11, 12, 21, 40, tzinfo=UTC), "Europe/London")
TEXT = StepInput(InputKind.TEXT)
FEELINGS = StepInput(InputKind.FEELINGS)
SENTENCE = StepInput(InputKind.CHOICE, options=("This hurts.", "This is hard."), own=True)
TOUCH = StepInput(InputKind.CHOICE, options=("hand on heart", "none"), several=True)
EVENT = Step("event", "What was hard?", inputs=(TEXT,))
FEELING = Step("feeling", "What did you feel?", element=Element.MINDFULNESS, inputs=(FEELINGS, TEXT))
HUMAN = Step("human", "Who else?", element=Element.COMMON_HUMANITY, inputs=(SENTENCE, TOUCH))


def practice_of(*steps: Step, saves: Saves = Saves.PAGE) -> Practice:
    return Practice("evening", "Evening", "", 10, (), "", steps, "", (), saves=saves)


PRACTICE = practice_of(EVENT, FEELING, HUMAN)


TAGS = Section(UUID(int=77), "tags: [work, Tom]\n", prompt_id=FRONT_MATTER)


def counted() -> Identify:
    numbers = count(1)
    return lambda _: UUID(int=next(numbers))


def begun(practice: Practice | None = PRACTICE) -> PracticeRun:
    return begin(practice, moment=MOMENT, identify=counted())


def entry_of(draft: Draft) -> Entry:
    return Entry(
        id=draft.id,
        day=draft.day,
        sections=draft.sections,
        created=MOMENT.instant,
        changed=MOMENT.instant,
        happened_at=draft.happened_at,
        kind=draft.kind,
        practice_id=draft.practice_id,
    )


def reopened(entry: Entry, *practices: Practice) -> PracticeRun:
    numbers = count(1000)
    return reopen(entry, practices, moment=MOMENT, identify=lambda _: UUID(int=next(numbers)))


def answered(run: PracticeRun, place: int, text: str, *, feelings: tuple[str, ...] = ()) -> PracticeRun:
    return run.with_answer(run.parts[place].section.id, Answer(text=text), feelings)


def test_a_page_begun_shows_every_prompt_and_leaves_nothing() -> None:
    run = begun()

    assert [part.section.prompt_text for part in run.parts] == ["What was hard?", "What did you feel?", "Who else?"]
    assert run.as_draft() == Draft(UUID(int=1), date(2026, 11, 12), (), happened_at=MOMENT, practice_id="evening")
    assert run.as_draft().is_empty


def test_a_free_page_is_one_part_that_asks_nothing() -> None:
    run = begun(None)

    (part,) = run.parts
    assert part.step is None
    assert part.asks_for_text
    assert not part.asks_for_feelings
    assert run.as_draft().practice_id == ""
    assert answered(run, 0, "Rain.").as_draft().sections == (Section(UUID(int=2), "Rain."),)


def test_an_answered_step_is_one_section_tagged_by_its_element_and_a_skipped_one_leaves_nothing() -> None:
    run = answered(begun(), 1, "A stone.", feelings=("sad",))

    assert run.as_draft().sections == (
        Section(
            UUID(int=3),
            "A stone.",
            element=Element.MINDFULNESS,
            prompt_id="evening/feeling",
            prompt_text="What did you feel?",
            feelings=("sad",),
        ),
    )


def test_steps_say_what_they_have_room_for() -> None:
    event, feeling, human = begun().parts

    assert (event.asks_for_text, event.asks_for_feelings) == (True, False)
    assert (feeling.asks_for_text, feeling.asks_for_feelings) == (True, True)
    assert (human.asks_for_text, human.asks_for_feelings) == (False, False)


def test_a_practice_that_may_leave_nothing_leaves_a_practice_and_not_a_page() -> None:
    assert begun(practice_of(EVENT, saves=Saves.PAGE_OR_NOTHING)).as_draft().kind is EntryKind.PRACTICE
    assert begun(practice_of(EVENT)).as_draft().kind is EntryKind.PAGE
    assert begun(practice_of(EVENT, saves=Saves.LETTER)).as_draft().kind is EntryKind.LETTER


def test_choices_become_list_items_before_the_text() -> None:
    answer = Answer((("This hurts.",), ("hand on heart",)), "And it rains.")

    assert write_answer(answer) == "- This hurts.\n- hand on heart\n\nAnd it rains."
    assert write_answer(Answer((("  own\nwords ",),))) == "- own words"
    assert write_answer(Answer((("This hurts.",), ()))) == "- This hurts."


def test_a_body_is_read_back_into_the_choices_it_came_from() -> None:
    choices = choices_of(HUMAN)

    assert read_answer(choices, "- This hurts.\n- hand on heart\n\nRain.") == Answer(
        (("This hurts.",), ("hand on heart",)), "Rain."
    )
    assert read_answer(choices, "- my own words") == Answer((("my own words",), ()))
    assert read_answer((), "- a list") == Answer((), "- a list")


def test_a_body_that_is_no_list_of_choices_is_text() -> None:
    touch_only = (TOUCH,)

    assert read_answer(touch_only, "- something else") == Answer(((),), "- something else")
    assert read_answer(touch_only, "Rain.\n- none") == Answer(((),), "Rain.\n- none")
    assert read_answer(touch_only, "- none\nno empty line") == Answer(((),), "- none\nno empty line")


_SCRAPS = st.lists(
    st.sampled_from(["- ", "This hurts.", "none", "\n", "own", "hand on heart", " ", "\r", "\u2028", "-"])
).map("".join)


@given(st.one_of(st.text(), _SCRAPS))
def test_every_body_comes_back_to_the_byte(body: str) -> None:
    assert write_answer(read_answer(choices_of(HUMAN), body)) == body


def test_a_page_taken_up_again_and_left_alone_is_the_same_draft() -> None:
    entry = entry_of(answered(begun(), 1, "A stone.", feelings=("sad",)).as_draft())

    assert reopened(entry, PRACTICE).as_draft() == entry.as_draft()


def test_a_page_taken_up_again_shows_the_prompts_not_answered_in_their_places() -> None:
    entry = entry_of(answered(begun(), 1, "A stone.").as_draft())

    run = reopened(entry, replace(PRACTICE, id="another", steps=(HUMAN,)), PRACTICE)

    assert [part.step for part in run.parts] == [EVENT, FEELING, HUMAN]
    assert run.practice == PRACTICE


def test_sections_keep_the_order_the_person_gave_them() -> None:
    draft = answered(answered(begun(), 0, "First."), 2, "- none").as_draft()
    entry = entry_of(replace(draft, sections=draft.sections[::-1]))

    assert [part.step for part in reopened(entry, PRACTICE).parts] == [HUMAN, EVENT, FEELING]


def test_a_page_of_an_unknown_practice_shows_all_it_holds_under_its_own_prompts() -> None:
    entry = entry_of(answered(begun(), 1, "A stone.", feelings=("sad",)).as_draft())

    run = reopened(entry)

    (part,) = run.parts
    assert (part.step, part.section.prompt_text, run.practice) == (None, "What did you feel?", None)
    assert part.asks_for_feelings
    assert run.as_draft() == entry.as_draft()


def test_a_section_whose_step_is_gone_or_reworded_keeps_the_prompt_it_was_written_to() -> None:
    entry = entry_of(answered(answered(begun(), 0, "Rain."), 1, "A stone.").as_draft())

    run = reopened(entry, practice_of(replace(FEELING, prompt="Another question?")))

    assert [part.section.prompt_text for part in run.parts] == ["What was hard?", "What did you feel?"]
    assert [part.step is None for part in run.parts] == [True, False]


def test_an_emptied_page_taken_up_again_has_room_to_write() -> None:
    run = reopened(entry_of(begun(None).as_draft()))

    assert len(run.parts) == 1
    assert run.as_draft().sections == ()


def test_another_anchor_is_kept_as_the_prompt_that_was_shown() -> None:
    run = begun()
    run = run.with_prompt(run.parts[0].section.id, "What did you hear?")

    assert answered(run, 0, "Rain.").as_draft().sections[0].prompt_text == "What did you hear?"


def test_a_section_of_another_page_is_refused() -> None:
    with pytest.raises(KeyError):
        begun().part(UUID(int=99))


def test_only_texts_feelings_choices_and_timers_run_here() -> None:
    assert can_run(PRACTICE)
    assert not can_run(practice_of(replace(EVENT, inputs=(TEXT, StepInput(InputKind.SCALE)))))
    assert not can_run(practice_of(replace(EVENT, later=Later("Was it done?", 2))))


def test_what_was_written_is_in_no_repr() -> None:
    run = answered(begun(), 0, "unmistakable")

    assert "unmistakable" not in repr(run)
    assert "unmistakable" not in repr(Answer(text="unmistakable"))


def test_front_matter_is_carried_along_unseen() -> None:
    words = Section(UUID(int=76), "Hello\n")
    entry = entry_of(replace(begun(None).draft, sections=(words, TAGS)))
    run = reopened(entry)
    assert [part.section for part in run.shown] == [words]
    assert run.as_draft() == entry.as_draft()
    answered = run.with_answer(words.id, Answer(text="Hello again\n"), ())
    assert answered.as_draft().sections[1] == TAGS


def test_a_page_of_front_matter_alone_has_room_for_words() -> None:
    entry = entry_of(replace(begun(None).draft, sections=(TAGS,)))
    run = reopened(entry)
    (part,) = run.shown
    assert part.section.body == ""
    assert run.as_draft() == entry.as_draft()


def test_a_page_is_read_by_the_steps_it_answers() -> None:
    answered = begun()
    for part in answered.parts:
        answered = answered.with_answer(part.section.id, Answer(text="words"), ())
    entry = entry_of(answered.as_draft())
    assert [part.step for part in read_parts(entry, (PRACTICE,))] == [EVENT, FEELING, HUMAN]
    assert [part.step for part in read_parts(entry, ())] == [None, None, None]
    assert read_parts(entry_of(replace(entry.as_draft(), sections=(TAGS,))), (PRACTICE,)) == ()


def test_a_part_is_called_by_its_step_where_no_element_names_it() -> None:
    named = replace(EVENT, short="What is hard")
    assert [part.word for part in begun(practice_of(named, replace(FEELING, short="Mindful"))).parts] == [
        "What is hard",
        "",
    ]
    assert begun(None).parts[0].word == ""
