"""Words are known in the ways people write them."""

import pytest

from heartjournal.critic.spelling import Spelling, slips_of

SPELLING = Spelling({"dont": ("do", "not"), "😂": ("haha",)}, words=frozenset({"want", "die", "kill"}), slips=["want"])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("want", ("want",)),
        ("don't", ("do", "not")),
        ("dont", ("do", "not")),
        ("wnat", ("want",)),
        ("wannt", ("want",)),
        ("wat", ("want",)),
        ("wan", ("wan",)),
        ("dieeee", ("die",)),
        ("killll", ("kill",)),
        ("wanttt", ("want",)),
        ("teaaa", ("teaaa",)),
        ("42", ("#",)),
        ("😂", ("haha",)),
    ],
)
def test_a_written_word_is_read(written: str, read: tuple[str, ...]) -> None:
    assert SPELLING.read(written) == read


def test_short_words_have_no_slips() -> None:
    assert list(slips_of("die")) == []


def test_the_slips_of_a_word() -> None:
    assert set(slips_of("want")) == {"awnt", "wnat", "watn", "wnt", "wat", "waant", "wannt"}
