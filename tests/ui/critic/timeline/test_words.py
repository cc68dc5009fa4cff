"""Large numbers are said with their thousands apart, also where the locale of the machine leaves that out."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from PySide6.QtCore import QLocale

from heartjournal.model.phrase import Phrase
from heartjournal.model.timeline import Lane
from heartjournal.ui.critic.timeline.words import lane_said, lane_words, number_words, times_words
from tests.ui.critic.timeline.weeks import SINCE, TODAY, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True, params=["C", "en_GB"])
def _in_a_locale(request: pytest.FixtureRequest) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield
    QLocale.setDefault(before)


def test_large_numbers_have_their_thousands_apart() -> None:
    assert times_words(10_000) == "10,000 times"
    assert number_words(250_570) == "250,570"
    lane = Lane(Phrase(UUID(int=1), SINCE, WORDS), 12_345, SINCE, TODAY, ())
    assert lane_words(lane, today=TODAY).startswith("12,345 times")
    assert "12,345 times" in lane_said(lane, today=TODAY)


def test_small_numbers_are_words() -> None:
    assert [times_words(number) for number in (1, 2, 3, 11, 12)] == [
        "once",
        "twice",
        "three times",
        "eleven times",
        "12 times",
    ]
