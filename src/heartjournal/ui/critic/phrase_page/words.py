"""How the page of a phrase says how often, since when and on which day; no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartjournal.model.phrase import CriticStep
from heartjournal.ui.counting import plural, times_words
from heartjournal.ui.dates import month_day, month_words, short_day
from heartjournal.ui.translation import translate

if TYPE_CHECKING:
    from datetime import date

    from heartjournal.model.phrase import PhraseLine


def often_words(line: PhraseLine, *, today: date) -> str:
    """How often it came, and since when: "14 times since June"."""
    if line.first_on is None:
        return translate("phrase", "Not in your pages yet")
    if line.times == 1:
        return translate("phrase", "Once, on {day}").format(day=short_day(line.first_on, today=today))
    month = month_words(line.first_on, today=today)
    return translate("phrase", "{times} since {month}").format(times=_capital(times_words(line.times)), month=month)


def more_words(number: int, first_on: date, *, today: date) -> str:
    """How many sentences are not shown: "Eleven more, back to June"."""
    more = plural(number, translate("phrase", "One more"), translate("phrase", "{number} more"))
    month = month_words(first_on, today=today)
    return translate("phrase", "{more}, back to {month}").format(more=_capital(more), month=month)


def written_words(day: date, *, today: date) -> str:
    """When a kinder line was written: "Written 29 October."."""
    if day == today:
        return translate("phrase", "Written today.")
    return translate("phrase", "Written {day}.").format(day=month_day(day, today=today))


def step_place(step: CriticStep) -> int:
    """Where a step stands in the practice; after its last one, how many there are."""
    return tuple(CriticStep).index(step)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
