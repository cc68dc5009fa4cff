"""What the front of the inner critic's room shows, read together in the worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from heartjournal.model.timeline import since_of

if TYPE_CHECKING:
    from datetime import date

    from heartjournal.journal import Journal
    from heartjournal.model.phrase import CriticWishes, Suggestion
    from heartjournal.model.timeline import Span, Timeline


@dataclass(frozen=True, slots=True)
class Seen:
    """The timeline, what may be a phrase, and what the person wished of both."""

    wishes: CriticWishes
    timeline: Timeline
    suggestions: tuple[Suggestion, ...]


def look_at(journal: Journal, span: Span, *, today: date, maybe_too: bool) -> Seen:
    """The timeline of a span that ends today; `maybe_too` asks for the suggestions that are less sure."""
    since = since_of(span, today, first_page=journal.critic.first_day())
    return Seen(
        wishes=journal.critic.wishes(),
        timeline=journal.critic.timeline(since, today),
        suggestions=journal.critic.suggestions(maybe_too=maybe_too),
    )
