"""Errors of the world."""

import pytest

from heartjournal.model.problems import KnownProblem, NoJournal


def test_a_problem_says_what_is_so_and_what_to_do_next() -> None:
    assert str(NoJournal("There is no journal here.", "Choose another folder.")) == (
        "There is no journal here. Choose another folder."
    )


def test_a_problem_without_advice_is_one_sentence() -> None:
    with pytest.raises(KnownProblem, match=r"^There is no journal here\.$"):
        raise NoJournal("There is no journal here.")
