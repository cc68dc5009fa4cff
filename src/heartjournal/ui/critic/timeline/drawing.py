"""What is to be drawn of one lane, worked out once for a range and width: the places of discs on the lane's line."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from heartjournal.model.phrase import Reframe
    from heartjournal.model.timeline import Bucket, Lane
    from heartjournal.ui.critic.timeline.look import TimelineLook
    from heartjournal.ui.critic.timeline.scale import TimeScale


_UNSEEN: Final = 0.25
"""A difference in pixels that nobody sees."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something round on a lane; `y` is counted from the lane's line."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Stop:
    """A bucket of a lane in which something stands. `mark` is what the keyboard's ring goes around."""

    bucket: Bucket
    answers: int
    reframes: tuple[Reframe, ...]
    parts: tuple[Part, ...]

    @property
    def mark(self) -> Part:
        """The first of: the mark, the lamp, the answer."""
        return self.parts[0]

    @property
    def count(self) -> int:
        """How many pages the phrase stood in."""
        return self.bucket.count

    def distance(self, x: float, y: float) -> float:
        """How far a point is from the nearest of its parts, their middle."""
        return min(sqrt((part.x - x) ** 2 + (part.y - y) ** 2) for part in self.parts)


@dataclass(frozen=True, slots=True)
class LaneDrawing:
    """The discs of a lane. `fog` holds the places of the marks by their radius, the small ones first."""

    stops: tuple[Stop, ...]
    fog: tuple[tuple[float, list[QPointF]], ...]
    answers: tuple[float, list[QPointF]]
    lamps: tuple[QPointF, ...]
    kind_from: float | None
    kinder: str = field(repr=False)

    def stop_near(self, x: float, y: float, *, reach: float) -> int | None:
        """The nearest stop within reach of a point; `y` is counted from the lane's line."""
        first = bisect_left(self.stops, x - 2 * reach, key=lambda stop: stop.mark.x)
        last = bisect_left(self.stops, x + 2 * reach, key=lambda stop: stop.mark.x)
        near = [(self.stops[place].distance(x, y), place) for place in range(first, last)]
        distance, place = min(near, default=(reach + 1, 0))
        return place if distance <= reach else None


def drawing_of(lane: Lane, scale: TimeScale, look: TimelineLook) -> LaneDrawing:
    """Work out a lane. Cheap enough for the ones in sight, not for three hundred."""
    marks = [bucket for bucket in scale.axis.filled(lane.marks) if bucket.count]
    fog = {
        bucket.first: Part(look.snapped(scale.centre(bucket)), 0, look.radius(bucket.count, step=scale.step))
        for bucket in marks
    }
    lamps = {reframe: _lamp(reframe, fog.values(), scale, look) for reframe in lane.reframes if _is_in(reframe, scale)}
    stops = _stops(lane, scale, look, fog=fog, lamps=lamps)
    middle = look.hairline / 2
    by_radius: dict[float, list[float]] = {}
    for part in fog.values():
        by_radius.setdefault(part.radius, []).append(part.x)
    radius = look.size("answerRadius") * look.shrink(scale.step)
    answered = [scale.centre(bucket) for bucket in scale.axis.filled(lane.answers) if bucket.count]
    return LaneDrawing(
        stops=stops,
        fog=tuple((size, _discs(xs, look, radius=size, y=middle)) for size, xs in sorted(by_radius.items())),
        answers=(radius, _discs(answered, look, radius=radius, y=look.size("answerDrop"))),
        lamps=tuple(QPointF(part.x, part.y) for part in lamps.values()),
        kind_from=_kind_from(lane, scale),
        kinder=lane.reframes[-1].words if lane.reframes else "",
    )


def thinned(xs: Iterable[float], *, radius: float) -> list[float]:
    """Where discs of one size are drawn: one whose neighbours lie so close that its rim would not be seen is left out.

    The outline of what is left differs by less than a quarter of a pixel, as far as it can be seen.
    """
    closest = 2 * sqrt(max(0.0, radius**2 - max(0.0, radius - _UNSEEN) ** 2))
    ordered = sorted(set(xs))
    kept = ordered[:1]
    for x, following in pairwise(ordered[1:]):
        if following - kept[-1] > closest:
            kept.append(x)
    return kept + ordered[1:][-1:]


def _discs(xs: Iterable[float], look: TimelineLook, *, radius: float, y: float) -> list[QPointF]:
    return [QPointF(x, y) for x in thinned(map(look.snapped, xs), radius=radius)]


def _stops(
    lane: Lane,
    scale: TimeScale,
    look: TimelineLook,
    *,
    fog: dict[date, Part],
    lamps: dict[Reframe, Part],
) -> tuple[Stop, ...]:
    marks, answers = scale.axis.filled(lane.marks), scale.axis.filled(lane.answers)
    reframes: dict[int, list[Reframe]] = {}
    for reframe in lamps:
        reframes.setdefault(scale.axis.place(reframe.written_on) or 0, []).append(reframe)
    small = look.size("answerRadius") * look.shrink(scale.step)
    stops = []
    for place, bucket in enumerate(marks):
        written, answered = reframes.get(place, ()), answers[place].count
        parts = [fog[bucket.first]] if bucket.count else []
        parts += [lamps[reframe] for reframe in written]
        if answered:
            parts.append(Part(scale.centre(bucket), look.size("answerDrop"), small))
        if parts:
            stops.append(Stop(bucket, answered, tuple(written), tuple(parts)))
    return tuple(stops)


def _lamp(reframe: Reframe, marks: Iterable[Part], scale: TimeScale, look: TimelineLook) -> Part:
    """On the line, or above it where it would cover a mark."""
    x, radius = scale.middle_of(reframe.written_on, reframe.written_on), look.size("reframeRadius")
    touch = look.hairline + look.hairline
    covers = any(abs(mark.x - x) < mark.radius + radius - touch for mark in marks)
    return Part(x, -look.size("raise") if covers else 0, radius)


def _is_in(reframe: Reframe, scale: TimeScale) -> bool:
    return scale.holds(reframe.written_on)


def _kind_from(lane: Lane, scale: TimeScale) -> float | None:
    """Where the dotted lamp line begins: the day of the first kinder line, or the beginning if that was before it."""
    if not lane.reframes or not scale.axis.buckets:
        return None
    day = lane.reframes[0].written_on
    if day > scale.axis.buckets[-1].last:
        return None
    return scale.left if day < scale.axis.buckets[0].first else scale.middle_of(day, day)
