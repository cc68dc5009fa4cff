"""Where the pointer and the keyboard are, and what of it stays when other lanes come."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from heartjournal.ui.critic.timeline.canvas import Canvas, Shown
from heartjournal.ui.critic.timeline.look import look_of
from heartjournal.ui.critic.timeline.rows import Place
from heartjournal.ui.critic.timeline.whereabouts import Whereabouts
from tests.ui.critic.timeline.weeks import HALF_YEAR, TODAY, lane, timeline

if TYPE_CHECKING:
    from heartjournal.model.timeline import Lane
    from heartjournal.ui.theme import Theme


def laid_out(theme: Theme, *lanes: Lane) -> Canvas:
    return Canvas(Shown(timeline(*lanes), HALF_YEAR, TODAY), look_of(theme), width=716)


def test_the_pointer_on_a_mark_counts_before_the_keyboard_and_the_keyboard_only_with_the_focus() -> None:
    at = Whereabouts()
    at.walk(Place(0, 1))
    assert at.pointed(has_focus=True) == Place(0, 1)
    assert at.pointed(has_focus=False) is None
    assert at.hover(Place(2, 0))
    assert not at.hover(Place(2, 0))
    assert at.pointed(has_focus=True) == Place(2, 0)
    at.hover(Place(2))
    assert at.pointed(has_focus=True) == Place(0, 1)


def test_a_press_counts_where_it_began_and_takes_the_ring_away() -> None:
    at = Whereabouts()
    at.walk(Place(0))
    at.pressed = Place(1, 0)
    assert not at.release(Place(1))
    assert (at.focused, at.is_walked) == (Place(0), True)
    at.pressed = Place(1, 0)
    assert at.release(Place(1, 0))
    assert (at.focused, at.is_walked) == (Place(1, 0), False)
    assert not at.release(Place(1, 0))


@pytest.mark.parametrize(
    ("before", "after"),
    [(Place(1, 0), Place(1, 0)), (Place(1, 3), Place(1)), (Place(1), Place(1)), (Place(7, 0), Place(1))],
)
def test_laid_out_anew_the_keyboard_stays_where_that_is_still_there(theme: Theme, before: Place, after: Place) -> None:
    at = Whereabouts(focused=before, hovered=Place(0, 0))
    at.keep_to(laid_out(theme, lane(1, {3: 1}), lane(2, {3: 1})))
    assert (at.focused, at.hovered) == (after, None)


def test_among_other_lanes_the_keyboard_goes_to_its_phrase_or_to_the_first(theme: Theme) -> None:
    at = Whereabouts(focused=Place(0, 0), pressed=Place(0))
    at.go_to_phrase(laid_out(theme, lane(2, {3: 1}), lane(1, {3: 1})), UUID(int=1))
    assert (at.focused, at.pressed) == (Place(1), None)
    at.go_to_phrase(laid_out(theme, lane(2, {3: 1}), lane(3, {3: 1})), UUID(int=1))
    assert at.focused == Place(0)
