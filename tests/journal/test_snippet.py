"""The piece of a page that a search shows."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartjournal.journal.snippet import LENGTH, snippet_of
from heartjournal.journal.wanted import wanted_from
from heartjournal.model.entry import Snippet


def snippet(words: str, body: str = "", *, title: str = "", feelings: str = "") -> Snippet:
    wanted = wanted_from(words)
    assert wanted
    return snippet_of(wanted, title=title, body=body, feelings=feelings)


def hits(words: str, body: str) -> list[str]:
    return [text for text, is_hit in snippet(words, body).pieces if is_hit]


@pytest.mark.parametrize(
    ("words", "body", "expected"),
    [
        ("rain", "Rain, then raining, then a train", ["Rain", "raining"]),
        ("rain sun", "rains and rain and sunny sun", ["rain", "sunny", "sun"]),
        ("café", "a Cafe, a CAFÉ, a cafe\u0301", ["Cafe", "CAFÉ", "cafe\u0301"]),
        ("cafe", "only café here", ["café"]),
        ("don't", "I don't and don’t", ["don't", "don’t"]),
        ("well-being", "of well being", ["well being"]),
        ("🙂", "so 🙂🙂", ["🙂", "🙂"]),
        ("snake_case", "a snake_case", ["snake_case"]),
        ("İst", "in İstanbul", ["İstanbul"]),
        ("nothing", "like it", []),
    ],
)
def test_hits_are_the_words_as_they_stand_in_the_page(words: str, body: str, expected: list[str]) -> None:
    assert hits(words, body) == expected


def test_a_short_page_is_shown_whole_on_one_line() -> None:
    assert snippet("two", "one\n\n two\t three").pieces == (("one ", False), ("two", True), (" three", False))


def test_a_long_page_is_cut_between_words_around_the_first_hit() -> None:
    shown = snippet("rain", "dry day " * 100 + "rain at last " + "wet day " * 100)
    assert shown.pieces[0] == shown.pieces[-1] == ("…", False)
    assert ("rain", True) in shown.pieces
    assert shown.text.startswith(("…dry", "…day"))
    assert shown.text.endswith(("wet…", "day…"))
    assert len(shown.text) <= LENGTH + 2


FAR = "and the day went on. " * 12


@pytest.mark.parametrize(
    ("words", "body", "near"),
    [
        ("let people d", f"I'd go. {FAR}I always let people down. {FAR}", "let people down"),
        ("let people d", f"People dance. {FAR}Let people down, I do.", "Let people down"),
        ("rain sun", f"rain {FAR}rain and then some sun {FAR}sun, rain {FAR}", "sun, rain"),
        ("rain sun sn", f"sun {FAR}the rain and sun {FAR}snow", "rain and sun"),
        ("café thé", f"the {FAR}in a café for thé {FAR}", "café for thé"),
        ("rain sun", f"rain {FAR}rain {FAR}", "rain"),
    ],
)
def test_the_piece_has_the_most_of_the_words_nearest_to_each_other(words: str, body: str, near: str) -> None:
    assert near in snippet(words, body).text


def test_of_several_words_the_text_with_the_most_of_them_is_shown() -> None:
    assert snippet("rain sun", "only sun", title="Sun after rain").text == "Sun after rain"
    assert snippet("rain sun", "sun and rain", title="Sun after rain").text == "sun and rain"


def test_a_hit_beyond_all_others_of_a_frequent_word_is_no_longer_looked_for() -> None:
    shown = snippet("rain sun", "rain " * 100_000 + "sun")
    assert shown.pieces[0] == ("rain", True)


def test_a_text_without_blanks_is_cut_where_it_must_be() -> None:
    shown = snippet("x", "-" * 100 + "x" + "-" * 500)
    assert len(shown.text) == LENGTH + 2
    assert ("x", True) in shown.pieces


def test_the_title_is_shown_where_the_body_has_no_hit_and_then_the_feelings() -> None:
    assert snippet("rain", "sun", title="Rain").pieces == (("Rain", True),)
    assert snippet("rain", "sun", title="Moon", feelings="rainy").pieces == (("rainy", True),)
    assert snippet("rain", "sun", title="Moon").pieces == (("sun", False),)
    assert snippet("rain").pieces == ()


def test_nothing_typed_is_nothing_wanted() -> None:
    assert wanted_from(" \0\n") is None


@given(st.text(st.characters(codec=None), min_size=1), st.text(max_size=400))
def test_a_piece_is_never_more_than_the_text_and_never_fails(words: str, body: str) -> None:
    wanted = wanted_from(words)
    if wanted:
        text = snippet_of(wanted, title="", body=body, feelings="").text.strip("…")
        assert text in " ".join(body.split(" ")) or " ".join(text.split()) in " ".join(body.split())


LETTERS = st.text(st.sampled_from("ab_'-.🙂é\u0301İ1"), min_size=1, max_size=4)


@given(
    words=st.lists(LETTERS, min_size=1, max_size=3), text=st.text(st.sampled_from("ab_ '-.🙂é\u0301İ1"), max_size=30)
)
def test_hits_are_whole_words_and_a_last_one_that_may_be_unfinished(words: list[str], text: str) -> None:
    wanted = wanted_from(" ".join(words))
    assert wanted
    if not re.search(r"[^\W_]", "".join(words)):
        signs = re.compile("|".join(map(re.escape, words)))
        assert [hit.span() for hit in wanted.lowered.finditer(text)] == [hit.span() for hit in signs.finditer(text)]
        return
    parts = [re.findall(r"[^\W_]+", word.lower()) or [word.lower()] for word in words]
    plain = [r"[\W_]+".join(map(re.escape, part)) for part in parts]
    whole = [word + r"(?![^\W_])" for word in plain[:-1]]
    expected = re.compile(r"(?<![^\W_])(?:" + "|".join([*whole, plain[-1] + r"[^\W_]*"]) + ")")
    spans = [hit.span() for hit in wanted.lowered.finditer(text)]
    assert spans == [hit.span() for hit in expected.finditer(text)]


def test_what_is_looked_for_stands_in_no_repr() -> None:
    assert "canary" not in repr(wanted_from("canary"))
