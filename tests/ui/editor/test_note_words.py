"""What the note on a sentence says."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from heartjournal.model.phrase import Mark, Phrase, Reframe
from heartjournal.model.support import Contact
from heartjournal.ui.editor.note_words import NoteWords, note_words
from heartjournal.ui.editor.page_critic import WaysOut

TODAY = date(2026, 11, 12)
NOBODY = UUID(int=1)
PHRASE = Phrase(NOBODY, date(2026, 1, 2), "I always let people down")


def mark(
    *,
    days: int = 0,
    since: date | None = None,
    phrase: Phrase | None = None,
    reframe: Reframe | None = None,
    answer: str = "",
    reason: str = "“I am” + “fraud”",
) -> Mark:
    return Mark(NOBODY, 0, 4, "am|fraud", reason, days=days, since=since, phrase=phrase, reframe=reframe, answer=answer)


def test_a_kept_sentence_is_counted_and_nothing_is_asked() -> None:
    said = note_words(mark(days=10, since=date(2026, 8, 4), phrase=PHRASE), today=TODAY)
    assert said.title == "You’ve met this sentence before"
    assert said.text == "It has turned up on ten days since August."
    assert said.is_kept


@pytest.mark.parametrize(("since", "day"), [(date(2026, 8, 4), "4 August"), (date(2025, 8, 4), "4 August 2025")])
def test_one_evening_is_said_by_its_day(since: date, day: str) -> None:
    said = note_words(mark(days=1, since=since), today=TODAY)
    assert said.text == f"It turned up once before, on {day}. Shall it join the others?"


def test_the_first_time_says_why_and_leaves_it_to_the_person() -> None:
    said = note_words(mark(), today=TODAY)
    assert said.title == "Is this the inner critic?"
    assert said.text == "Heard in: “I am” + “fraud”. Only you can say."
    assert not said.is_kept


def test_a_kept_sentence_that_stands_nowhere_else_is_not_counted() -> None:
    said = note_words(mark(phrase=PHRASE), today=TODAY)
    assert said.title == "One of your own phrases"
    assert not any(character.isdigit() for character in said.text)


def test_the_persons_own_line_goes_before_an_answer() -> None:
    line = Reframe(NOBODY, TODAY, "Some days I keep eleven.")
    assert note_words(mark(reframe=line, answer="Everybody forgets."), today=TODAY).kinder == line.words
    assert note_words(mark(answer="Everybody forgets."), today=TODAY).kinder == "Everybody forgets."


@pytest.mark.parametrize(
    "record", [NoteWords("title", "secret", "secret"), WaysOut((Contact(NOBODY, "secret", "secret"),))]
)
def test_no_private_word_is_in_what_a_traceback_would_show(record: object) -> None:
    assert "secret" not in repr(record)
