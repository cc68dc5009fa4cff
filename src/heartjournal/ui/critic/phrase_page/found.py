"""What the page of a phrase shows, read together in the worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from heartjournal.model.timeline import Span, axis, since_of

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from heartjournal.journal import Journal
    from heartjournal.model.phrase import PhrasePage
    from heartjournal.model.timeline import Axis, DayCount, Lane


@dataclass(frozen=True, slots=True)
class PhraseFound:
    """A phrase with its own lane: from the first time it stood, and over half a year at least."""

    page: PhrasePage
    lane: Lane | None
    axis: Axis
    pages: tuple[DayCount, ...]


def look_at(journal: Journal, phrase: UUID, *, today: date, first_weekday: int) -> PhraseFound:
    """Read it. Raises NoSuchPage."""
    page = journal.phrases.page(phrase)
    half_a_year = since_of(Span.SIX_MONTHS, today, first_page=None)
    since = min(half_a_year, page.line.first_on or half_a_year)
    timeline = journal.critic.timeline(since, today)
    lane = next((lane for lane in timeline.lanes if lane.phrase.id == page.line.phrase.id), None)
    return PhraseFound(page, lane, axis(since, today, first_weekday=first_weekday), timeline.pages)
