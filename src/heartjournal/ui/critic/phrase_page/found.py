"""What the page of a phrase shows, read together in the worker."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from heartjournal.model.timeline import DayCount, Lane, Span, axis, since_of

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from heartjournal.journal import Journal
    from heartjournal.model.phrase import Occurrence, PhrasePage
    from heartjournal.model.timeline import Axis


@dataclass(frozen=True, slots=True)
class PhraseFound:
    """A phrase with its own lane: from the first time it stood, and over half a year at least.

    `pages` is how many pages each day of that time had.
    """

    page: PhrasePage
    lane: Lane
    axis: Axis
    pages: tuple[DayCount, ...]


def look_at(
    journal: Journal, phrase: UUID, *, today: date, first_weekday: int, before: PhraseFound | None = None
) -> PhraseFound:
    """Read it. Raises NoSuchPage.

    `before` is what was found when the pages of the journal were the same: they are not counted again then.
    """
    page = journal.phrases.page(phrase)
    half_a_year = since_of(Span.SIX_MONTHS, today, first_page=None)
    since = min(half_a_year, page.line.first_on or half_a_year)
    buckets = axis(since, today, first_weekday=first_weekday)
    if before is not None and before.axis == buckets:
        return PhraseFound(page, _lane_of(page, until=today), buckets, before.pages)
    return PhraseFound(page, _lane_of(page, until=today), buckets, journal.critic.pages_between(since, today))


def _lane_of(page: PhrasePage, *, until: date) -> Lane:
    """As the timeline has it: a mark counts pages, and what lies ahead of today is not on it."""
    line = page.line
    return Lane(
        line.phrase,
        times=line.times,
        first_on=line.first_on,
        last_on=line.last_on,
        marks=_by_day(page.occurrences, until=until),
        answers=_by_day(page.answers, until=until),
        reframes=tuple(reframe for reframe in reversed(page.reframes) if reframe.written_on <= until),
    )


def _by_day(places: tuple[Occurrence, ...], *, until: date) -> tuple[DayCount, ...]:
    pages = {(place.entry, place.day) for place in places}
    counts = Counter(day for _, day in pages if day <= until)
    return tuple(DayCount(day, counts[day]) for day in sorted(counts))
