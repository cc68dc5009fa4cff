"""What may stand in a text that is kept."""

from hypothesis import given
from hypothesis import strategies as st

from heartjournal.model.text import whole_characters


@given(st.text())
def test_a_text_of_whole_characters_stays_as_it_is(text: str) -> None:
    assert whole_characters(text) == text


def test_two_halves_become_the_character_they_are() -> None:
    assert whole_characters("calm \ud83d\ude42 sea") == "calm 🙂 sea"


def test_a_half_alone_becomes_the_replacement_character_and_the_rest_stays() -> None:
    assert whole_characters("a\ud83d\0\u00a0e\u0301\r\n\ude42") == "a\ufffd\0\u00a0e\u0301\r\n\ufffd"


@given(st.text(st.characters(codec=None)))
def test_any_text_can_be_written_afterwards_and_a_second_time_changes_nothing(text: str) -> None:
    whole = whole_characters(text)
    whole.encode()
    assert whole_characters(whole) == whole
