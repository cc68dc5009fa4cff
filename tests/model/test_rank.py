"""Order as text between neighbours."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from heartjournal.model.rank import rank_between, ranks_in_order


def rises(ranks: tuple[str, ...]) -> bool:
    return all(left < right for left, right in pairwise(ranks))


def test_there_is_a_rank_between_any_two_neighbours() -> None:
    for before, after in [("", ""), ("", "1"), ("V", ""), ("V", "W"), ("V", "VV"), ("z", ""), ("1", "11"), ("", "01")]:
        between = rank_between(before, after)
        assert before < between
        assert between < after or not after
        assert not between.endswith("0")


@given(st.data(), st.integers(1, 40))
def test_order_is_kept_through_any_moving_adding_and_taking_away(data: st.DataObject, rounds: int) -> None:
    ranks: tuple[str, ...] = ()
    for _ in range(rounds):
        wanted = data.draw(st.permutations([*ranks, ""]))
        wanted = wanted[data.draw(st.integers(0, len(wanted) // 3)) :]
        ranks = ranks_in_order(wanted)
        assert len(ranks) == len(wanted)
        assert rises(ranks)
        assert all(ranks)


def test_rows_in_order_keep_their_ranks() -> None:
    ranks = ranks_in_order([""] * 8)
    assert ranks_in_order(ranks) == ranks


def test_moving_one_row_changes_one_rank() -> None:
    ranks = ranks_in_order([""] * 8)
    moved = ranks_in_order([ranks[7], *ranks[:7]])
    assert moved[1:] == ranks[:7]
    assert rises(moved)


def test_of_two_rows_with_the_same_rank_one_gets_another() -> None:
    assert rises(ranks_in_order(["V", "V", "V"]))


def test_no_rows_need_no_ranks() -> None:
    assert ranks_in_order([]) == ()


def test_many_rows_have_short_ranks() -> None:
    assert max(map(len, ranks_in_order([""] * 1000))) <= 3
