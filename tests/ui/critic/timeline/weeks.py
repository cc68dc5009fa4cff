"""Invented phrases over half a year, week by week, for the tests of the timeline."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPoint, QPointF

from heartjournal.model.phrase import Occurrence, Phrase, Quotation, Reframe
from heartjournal.model.timeline import Axis, DayCount, Lane, Timeline, axis

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QImage

    from heartjournal.ui.critic.timeline import TimelineView
    from heartjournal.ui.critic.timeline.rows import Place

SINCE, TODAY = date(2026, 5, 18), date(2026, 11, 12)
HALF_YEAR: Axis = axis(SINCE, TODAY)
WORDS = "I always let people down"


def week(number: int) -> date:
    """The Wednesday of a week, counted from the first."""
    return SINCE + timedelta(days=7 * number + 2)


def lane(
    number: int = 1,
    marks: Mapping[int, int] | None = None,
    *,
    words: str = WORDS,
    answers: tuple[int, ...] = (),
    reframes: Mapping[int, str] | None = None,
    pinned: bool = False,
    resting: bool = False,
) -> Lane:
    """A lane by week: how often a phrase stood, where it was answered, which kinder line was written."""
    counts = tuple(DayCount(week(at), count) for at, count in sorted((marks or {}).items()))
    return Lane(
        Phrase(UUID(int=number), SINCE, words, is_pinned=pinned, resting_since=TODAY if resting else None),
        times=sum(each.count for each in counts),
        first_on=counts[0].day if counts else None,
        last_on=counts[-1].day if counts else None,
        marks=counts,
        answers=tuple(DayCount(week(at), 1) for at in answers),
        reframes=tuple(
            Reframe(UUID(int=100 * number + at), week(at), line) for at, line in sorted((reframes or {}).items())
        ),
    )


def timeline(*lanes: Lane, pages: Mapping[int, int] | None = None) -> Timeline:
    """Half a year; one page in every week unless it is said how many."""
    written = pages if pages is not None else dict.fromkeys(range(len(HALF_YEAR.buckets)), 1)
    counts = tuple(DayCount(week(at), count) for at, count in written.items() if count and week(at) <= TODAY)
    return Timeline(SINCE, TODAY, lanes, counts)


def sentence(words: str, day: date) -> Occurrence:
    """A sentence in a page."""
    return Occurrence(UUID(int=7), UUID(int=8), day, 0, len(words), Quotation("", words, "."))


def show(view: TimelineView, shown: Timeline) -> None:
    """Show half a year."""
    view.show_timeline(shown, axis=HALF_YEAR, today=TODAY)


def picture(view: TimelineView) -> QImage:
    """The lanes as they are painted."""
    return view.lanes.viewport().grab().toImage()


def middle_of(view: TimelineView, place: Place) -> QPoint:
    """The middle of a mark, in the viewport of the lanes."""
    stop = view.lanes.canvas.stop(place)
    assert stop is not None
    return (view.lanes.canvas.middle(place.row) + QPointF(stop.mark.x, stop.mark.y)).toPoint()


def stop_in(view: TimelineView, row: int, number: int) -> int:
    """Which stop of a row stands in a week."""
    stops = view.lanes.canvas.stops(row)
    return next(at for at, stop in enumerate(stops) if stop.bucket.first <= week(number) <= stop.bucket.last)
