"""What is worked out of a lane: marks by count in their week, lamps that cover none, one disc for what looks alike."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartjournal.model.timeline import DayCount, Lane, Unit, axis
from heartjournal.ui.critic.timeline.drawing import LaneDrawing, drawing_of, thinned
from heartjournal.ui.critic.timeline.look import TimelineLook, look_of
from heartjournal.ui.critic.timeline.scale import TimeScale
from tests.ui.critic.timeline.weeks import HALF_YEAR, SINCE, TODAY, lane, week

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme

SCALE = TimeScale(HALF_YEAR, 226, 700)


@pytest.fixture
def look(theme: Theme) -> TimelineLook:
    return look_of(theme)


def drawn(shown: Lane, look: TimelineLook, scale: TimeScale = SCALE) -> LaneDrawing:
    return drawing_of(shown, scale, look)


def test_a_mark_is_as_large_as_the_design_has_it_for_its_count(look: TimelineLook) -> None:
    stops = drawn(lane(marks={1: 1, 5: 2, 9: 3, 13: 4, 17: 30}), look).stops
    assert [stop.mark.radius for stop in stops] == [4.5, 6.5, 8.5, 10.5, 10.5]


def test_a_mark_stands_where_its_week_is(look: TimelineLook) -> None:
    stops = drawn(lane(marks={1: 1, 9: 3, 20: 2}), look).stops
    assert [stop.bucket.first <= week(at) <= stop.bucket.last for stop, at in zip(stops, (1, 9, 20), strict=True)]
    centres = [SCALE.centre(HALF_YEAR.buckets[at]) for at in (1, 9, 20)]
    assert [stop.mark.x for stop in stops] == pytest.approx(centres, abs=0.5)


def test_a_lamp_stands_on_the_line_where_it_covers_no_mark_and_else_above(look: TimelineLook) -> None:
    alone = drawn(lane(marks={2: 1}, reframes={10: "kinder"}), look).lamps[0]
    beside = drawn(lane(marks={10: 1}, reframes={10: "kinder"}), look).lamps[0]
    assert alone.y() == 0
    assert beside.y() <= -(look.size("reframeRadius") + 4.5)


def test_the_lamp_line_begins_with_the_first_kinder_line_and_the_newest_is_shown(look: TimelineLook) -> None:
    made = drawn(lane(reframes={5: "first", 15: "newest"}), look)
    assert made.kind_from == pytest.approx(SCALE.middle_of(week(5), week(5)))
    assert made.kinder == "newest"
    assert len(made.lamps) == 2


def test_a_kinder_line_from_before_shines_from_the_beginning_without_a_lamp(look: TimelineLook) -> None:
    made = drawn(lane(reframes={-8: "long ago"}), look)
    assert made.kind_from == SCALE.left
    assert made.lamps == ()


def test_an_answer_stands_beside_the_mark_of_its_week_and_not_on_it(look: TimelineLook) -> None:
    (stop,) = drawn(lane(marks={3: 4}, answers=(3,)), look).stops
    mark, answer = stop.parts
    assert answer.x == pytest.approx(mark.x, abs=0.5)
    assert answer.y - answer.radius >= mark.y + mark.radius


def test_what_is_near_is_found_within_the_hit_radius_and_no_further(look: TimelineLook) -> None:
    made = drawn(lane(marks={3: 1, 10: 1}), look)
    x, reach = made.stops[1].mark.x, look.size("hitRadius")
    assert made.stop_near(x + reach - 1, 0, reach=reach) == 1
    assert made.stop_near(x, reach - 1, reach=reach) == 1
    assert made.stop_near(x + reach + 1, 0, reach=reach) is None
    assert made.stop_near(x, reach + 1, reach=reach) is None


def test_over_ten_years_marks_are_smaller_all_alike_but_never_lost(look: TimelineLook) -> None:
    since = TODAY - timedelta(days=3652)
    over = axis(since, TODAY)
    shown = Lane(lane().phrase, 3, since, TODAY, (DayCount(since, 1), DayCount(week(0), 1), DayCount(TODAY, 3)))
    once, _, thrice = (stop.mark.radius for stop in drawn(shown, look, TimeScale(over, 226, 700)).stops)
    assert thrice / once == pytest.approx(8.5 / 4.5)
    assert 2 <= once < 4.5


@given(
    xs=st.lists(st.integers(0, 300).map(lambda x: x + 0.5), min_size=1, max_size=120),
    radius=st.floats(2, 11),
)
def test_of_discs_that_lie_close_so_many_are_left_out_that_nobody_sees(xs: list[float], radius: float) -> None:
    def height(discs: list[float], x: float) -> float:
        return max((max(0.0, radius**2 - (disc - x) ** 2) ** 0.5 for disc in discs), default=0.0)

    kept = thinned(xs, radius=radius)
    assert set(kept) <= set(xs)
    assert (kept[0], kept[-1]) == (min(xs), max(xs))
    assert all(height(kept, x) >= height(xs, x) - 0.26 for x in sorted(set(xs)))


def test_ten_years_of_days_need_no_more_discs_than_there_are_pixels(look: TimelineLook) -> None:
    since = TODAY - timedelta(days=3652)
    marks = tuple(DayCount(since + timedelta(days=day), 1) for day in range(3652))
    shown = Lane(lane().phrase, 3652, since, TODAY, marks)
    made = drawn(shown, look, TimeScale(axis(since, TODAY, unit=Unit.DAY), 226, 700))
    assert len(made.stops) == 3652
    assert sum(len(discs) for _, discs in made.fog) < 300


def test_a_lane_without_anything_has_no_stop(look: TimelineLook) -> None:
    made = drawn(lane(), look)
    assert (made.stops, made.fog, made.kind_from) == ((), (), None)
    assert week(0) > SINCE
