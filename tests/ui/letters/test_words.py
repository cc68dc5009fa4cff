"""What is said of a letter: days, waits and numbers as running text has them, at their edges."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest

from heartjournal.model.letter import Drawn, Felt, LetterLine, LetterState, ReasonKind
from heartjournal.ui.counting import counted
from heartjournal.ui.letters.words import (
    about_words,
    ago_words,
    day_words,
    felt_words,
    offer_words,
    read_words,
    reason_words,
    title_words,
    wait_words,
    week_words,
    whereabouts,
)

TODAY = date(2026, 11, 12)


def line(state: LetterState = LetterState.AWAKE, **named: object) -> LetterLine:
    return LetterLine(uuid4(), state, TODAY, **named)  # type: ignore[arg-type]  # fields of a line


@pytest.mark.parametrize(("number", "words"), [(0, "no"), (1, "one"), (11, "eleven"), (12, "12"), (-1, "-1")])
def test_numbers_under_twelve_are_words(number: int, words: str) -> None:
    assert counted(number) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [(TODAY, "12 November"), (date(2027, 1, 7), "7 January 2027"), (date(2025, 2, 28), "28 February 2025")],
)
def test_a_day_of_another_year_has_its_year(day: date, words: str) -> None:
    assert day_words(day, today=TODAY) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-3, "today"),
        (0, "today"),
        (1, "tomorrow"),
        (2, "in two days"),
        (12, "in 12 days"),
        (20, "in 20 days"),
        (21, "in three weeks"),
        (27, "in four weeks"),
        (365, "in 52 weeks"),
    ],
)
def test_a_wait_is_told_in_days_then_in_weeks(days: int, words: str) -> None:
    assert wait_words(TODAY + timedelta(days=days), today=TODAY) == words


@pytest.mark.parametrize(("weeks", "words"), [(1, "in a week"), (2, "in two weeks"), (26, "in half a year")])
def test_a_wait_that_is_chosen_is_told_in_weeks(weeks: int, words: str) -> None:
    assert week_words(weeks) == words


@pytest.mark.parametrize(
    ("days", "words"), [(-400, "today"), (0, "today"), (1, "yesterday"), (3, "three days ago"), (101, "101 days ago")]
)
def test_how_long_ago_also_with_a_clock_set_back(days: int, words: str) -> None:
    assert ago_words(TODAY - timedelta(days=days), today=TODAY) == words


@pytest.mark.parametrize(
    ("letter", "told"),
    [
        (line(LetterState.DRAFT), ("Not put away yet", "begun 12 November")),
        (line(LetterState.RESTING, resting_since=TODAY), ("Resting since 12 November", "comes only if you ask")),
        (line(LetterState.SEALED, next_on=TODAY + timedelta(1)), ("Sealed until 13 November", "tomorrow")),
        (line(next_on=TODAY), ("On its way", "one of the next evenings")),
        (line(next_on=TODAY - timedelta(9)), ("On its way", "one of the next evenings")),
        (line(next_on=TODAY + timedelta(56)), ("Comes back 7 January 2027", "in eight weeks")),
        (line(next_on=TODAY + timedelta(57)), ("Comes back in January", "an evening you won’t expect")),
        (line(next_on=TODAY + timedelta(300)), ("Comes back in September 2027", "an evening you won’t expect")),
        (line(next_on=TODAY + timedelta(57), is_named=True), ("Comes back 8 January 2027", "in eight weeks")),
    ],
)
def test_where_a_letter_is(letter: LetterLine, told: tuple[str, str]) -> None:
    where = whereabouts(letter, today=TODAY)
    assert (where.line, where.detail) == told


@pytest.mark.parametrize(
    ("letter", "words"),
    [
        (line(about="The review."), "The review."),
        (line(), ""),
        (line(times_read=1), "Read once"),
        (line(times_read=2), "Read twice"),
        (line(times_read=3), "Read three times"),
        (line(times_read=3, felt=Felt.NOT_MUCH), "Read three times · Not much, today"),
        (line(times_read=3, felt=Felt.HARD), "It was hard to take in. No hurry."),
    ],
)
def test_what_is_said_below_the_title(letter: LetterLine, words: str) -> None:
    assert about_words(letter) == words


def test_a_letter_is_called_by_its_title_else_its_opening_else_its_day() -> None:
    assert title_words(line(title="The chair", opening="Dear you,"), today=TODAY) == "The chair"
    assert title_words(line(opening="Dear you,"), today=TODAY) == "Dear you,"
    assert title_words(line(), today=TODAY) == "A letter of 12 November"


def test_every_state_every_reason_and_every_feeling_has_its_words() -> None:
    shared = "{words} %s ashamed"
    for reason in ReasonKind:
        drawn = Drawn(uuid4(), reason, shared)
        assert reason_words(drawn)
        assert offer_words(drawn)
    assert shared in reason_words(Drawn(uuid4(), ReasonKind.SAME_FEELING, shared))
    assert len({felt_words(felt) for felt in Felt}) == len(Felt)
    assert read_words(0) == ""
