"""What a sentence is called that was written in several ways."""

import pytest

from heartjournal.model.phrase import calmest_of


@pytest.mark.parametrize(
    ("wordings", "called"),
    [
        (["I am a fool"], "I am a fool"),
        (["typical me"], "Typical me"),
        (["I AM A FOOL", "I am a fool"], "I am a fool"),
        (["I AM A FOOL"], "I am a fool"),
        (["I am so lazy", "I am lazy", "i am lazy"], "I am lazy"),
        (["\u00e9ternel rat\u00e9"], "\u00c9ternel rat\u00e9"),
        (["I"], "I"),
    ],
)
def test_a_sentence_is_called_as_it_is_written_most_often_and_calmly(wordings: list[str], called: str) -> None:
    assert calmest_of(wordings) == called
