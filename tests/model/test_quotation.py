"""A sentence is cut out of a text around its words: they are the span itself, and nothing is cut inside a word."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from heartjournal.model.phrase import Quotation
from heartjournal.model.quotation import LONGEST_SIDE, quotation_of

# Words, blanks and ends of sentences in many scripts, and whatever else there is.
SIGNS = "ab \n\t.!?…’”)äßΣ我们。！です؟مرحبا।नमस्ते🌙\u0301\x00\x1c\u2028\ud800"
TEXTS = st.text(st.sampled_from(SIGNS) | st.characters(), max_size=700)
PLACES = st.integers(-5, 800)


@given(text=TEXTS, start=PLACES, end=PLACES)
@example(text="", start=0, end=0)
@example(text="a b", start=3, end=1)
def test_any_place_in_any_text_is_quoted(text: str, start: int, end: int) -> None:
    quoted = quotation_of(text, start, end)
    begin = max(0, min(start, len(text)))
    assert quoted.words == one_line(text[begin : max(begin, min(end, len(text)))])
    for side in (quoted.before, quoted.words, quoted.after):
        assert not re.search(r"[^\S ]", side), "a line is broken"
    assert max(len(quoted.before), len(quoted.after)) <= LONGEST_SIDE + 1


@given(text=TEXTS, start=PLACES, length=st.integers(0, 30))
def test_what_stands_beside_the_words_is_what_stood_there(text: str, start: int, length: int) -> None:
    begin = max(0, min(start, len(text)))
    quoted = quotation_of(text, begin, begin + length)
    before, after = one_line(text[:begin]), one_line(text[begin + length :])
    assert before.endswith(quoted.before.removeprefix("…"))
    assert after.startswith(quoted.after.removesuffix("…"))


@given(words=st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=1, max_size=120), data=st.data())
def test_a_long_sentence_is_cut_between_words(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    start = sum(len(word) + 1 for word in words[:first])
    quoted = quotation_of(text, start, start + len(words[first]))
    assert quoted.words == words[first]
    shown_before, shown_after = quoted.before.removeprefix("…").split(), quoted.after.removesuffix("…").split()
    assert shown_before == words[first - len(shown_before) : first]
    assert shown_after == words[first + 1 : first + 1 + len(shown_after)]
    assert quoted.before.startswith("…") == (len(shown_before) < first)
    assert quoted.after.endswith("…") == (len(shown_after) < len(words) - first - 1)


SENTENCE = "I let everyone down"


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("I let everyone down", Quotation("", SENTENCE, "")),
        ("On the bus: I let everyone down.", Quotation("On the bus: ", SENTENCE, ".")),
        ("It rained. I let everyone down! And so on.", Quotation("", SENTENCE, "!")),
        ("“Well.” I let everyone down, again.” No.", Quotation("", SENTENCE, ", again.”")),
        ("A line\nI let everyone down\nanother", Quotation("", SENTENCE, "")),
        ("Mum\tsaid\u2028so: I let everyone down", Quotation("Mum said so: ", SENTENCE, "")),
        ("Version 2.5 says I let everyone down 3.5 times.", Quotation("Version 2.5 says ", SENTENCE, " 3.5 times.")),
        ("今天下雨。I let everyone down。很累。", Quotation("", SENTENCE, "。")),
        ("هل تمطر؟ I let everyone down؟ لا.", Quotation("", SENTENCE, "؟")),
    ],
)
def test_a_sentence_is_cut_out_where_it_begins_and_ends(text: str, quotation: Quotation) -> None:
    start = text.index(SENTENCE)
    assert quotation_of(text, start, start + len(SENTENCE)) == quotation


def test_a_text_without_blanks_is_cut_where_there_is_no_more_room() -> None:
    quoted = quotation_of("我" * 200 + "他" + "你" * 200, 200, 201)
    assert quoted == Quotation("…" + "我" * LONGEST_SIDE, "他", "你" * LONGEST_SIDE + "…")


def one_line(text: str) -> str:
    return re.sub(r"\s", " ", text)
