"""How days and times are said, by locale and by the clock where it was lived."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale

from heartjournal.ui.dates import (
    dated_day,
    full_day,
    greeting,
    month_day,
    month_words,
    page_title,
    short_day,
    since_words,
    time_of,
)
from tests.clock import moment

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY = date(2026, 11, 12)


@pytest.fixture(autouse=True)
def british() -> Iterator[None]:
    present = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(present)


def test_a_day_is_said_with_its_year_only_when_that_is_another_one() -> None:
    assert full_day(TODAY) == "Thursday 12 November"
    assert dated_day(TODAY, today=TODAY) == "Thursday 12 November"
    assert dated_day(date(2025, 11, 12), today=TODAY) == "Wednesday 12 November 2025"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 10), "Tuesday 10"),
        (date(2026, 10, 10), "10 October"),
        (date(2025, 10, 10), "10 October 2025"),
        (date(2025, 11, 10), "10 November 2025"),
    ],
)
def test_a_day_is_said_as_short_as_it_stays_clear(day: date, words: str) -> None:
    assert short_day(day, today=TODAY) == words


def test_the_time_is_the_one_on_the_wall_where_it_was_lived() -> None:
    assert time_of(moment("2026-11-12 21:40")) == "21:40"
    assert time_of(moment("2026-11-12 07:05", zone="Asia/Tokyo")) == "07:05"


@pytest.mark.parametrize(
    ("time", "part"),
    [
        ("04:59", "evening"),
        ("05:00", "morning"),
        ("11:59", "morning"),
        ("12:00", "afternoon"),
        ("17:59", "afternoon"),
        ("18:00", "evening"),
        ("23:59", "evening"),
    ],
)
def test_the_parts_of_the_day_turn_at_five_noon_and_six_and_the_small_hours_are_still_evening(
    time: str, part: str
) -> None:
    now = moment(f"2026-11-12 {time}")
    assert greeting(now) == f"Good {part}"
    assert page_title(now, TODAY) == f"Thursday {part}, 12 November"


def test_the_names_are_those_of_the_person_s_locale() -> None:
    QLocale.setDefault(QLocale("de_DE"))
    assert full_day(TODAY) == "Donnerstag 12 November"


@pytest.mark.parametrize(
    ("first", "said"),
    [
        (date(2026, 11, 1), "1 November"),
        (date(2026, 10, 31), "October"),
        (date(2025, 12, 31), "December"),
        (date(2025, 11, 30), "November 2025"),
        (date(1901, 1, 1), "January 1901"),
    ],
)
def test_since_when_is_said_as_shortly_as_it_stays_clear(first: date, said: str) -> None:
    assert since_words(first, today=TODAY) == said


def test_a_month_and_a_day_of_it_have_their_year_only_when_that_is_another_one() -> None:
    assert month_words(date(2026, 10, 29), today=TODAY) == "October"
    assert month_words(date(2025, 10, 29), today=TODAY) == "October 2025"
    assert month_day(date(2026, 10, 29), today=TODAY) == "29 October"
    assert month_day(date(2025, 10, 29), today=TODAY) == "29 October 2025"
