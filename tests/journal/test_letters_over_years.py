"""Letters over years of evenings: what docs/letters.md promises, through the door of a real journal."""

from datetime import timedelta

import pytest

from tests.journal.letters_over_years import Rhythm, Years, lived

WEEK = 7
HALF = 0.55  # "about half of the evenings"
ORDINARY = [Rhythm(7, years=2), Rhythm(14, years=2, has_gaps=True), Rhythm(1, years=1)]
LONG = [Rhythm(every, years=30, has_gaps=has_gaps) for every in (7, 14, 1) for has_gaps in (False, True)]


def assert_no_two_on_one_day(years: Years) -> None:
    days = [found.day for found in years.returns]
    assert days == sorted(set(days))


def assert_never_hard_after_hard(years: Years) -> None:
    assert any(found.is_hard_now for found in years.returns)
    assert years.hard_after_hard() == []


def assert_nothing_is_forgotten(years: Years) -> None:
    """Every first return within a week; every later one within its own interval, or a week where that is longer.

    Where nobody is away, within half of its interval. Those that had not come by the last evening are counted too.
    """
    share = 1.0 if years.rhythm.has_gaps else 0.5
    assert len({found.letter for found in years.of_first()}) > years.written - WEEK
    assert [found for found in years.of_first() if years.late(found) > WEEK] == []
    bound = [max(WEEK, share * found.interval) for found in years.of_later()]
    late = [years.late(found) for found in years.of_later()]
    assert [pair for pair in zip(late, bound, strict=True) if pair[0] > pair[1]] == []


def assert_evenings_are_left_free(years: Years) -> None:
    assert years.share_of_evenings() <= HALF
    assert years.too_many_on is None


def assert_first_returns_go_before_all_others(years: Years) -> None:
    """One a day fills every evening: first returns keep to their week, the others wait, and the program says so."""
    assert [found for found in years.of_first() if years.late(found) > WEEK] == []
    assert years.too_many_on is not None
    assert years.too_many_on - years.opened[0] < timedelta(weeks=5)


def hold(rhythm: Rhythm) -> None:
    years = lived(rhythm)
    assert_no_two_on_one_day(years)
    assert_never_hard_after_hard(years)
    if rhythm.every == 1:
        assert_first_returns_go_before_all_others(years)
    else:
        assert_nothing_is_forgotten(years)
        assert_evenings_are_left_free(years)


@pytest.mark.parametrize("rhythm", ORDINARY, ids=lambda rhythm: rhythm.name)
def test_some_years_of_letters(rhythm: Rhythm) -> None:
    hold(rhythm)


@pytest.mark.long
@pytest.mark.timeout(1800)  # ten thousand letters, each read through the door
@pytest.mark.parametrize("rhythm", LONG, ids=lambda rhythm: rhythm.name)
def test_thirty_years_of_letters(rhythm: Rhythm) -> None:
    hold(rhythm)
