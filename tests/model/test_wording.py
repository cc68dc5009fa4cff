"""What a pattern stands for, and what none may say."""

import pytest

from heartjournal.model.wording import Step, Vocabulary, Wording, is_word, wordings

VOCABULARY = Vocabulary(
    classes={"stop": frozenset({"not"}), "many": frozenset({"#"})},
    phrases={"end": ("die", "be {end}"), "two": ("a", "b"), "much": ("{two} " * 12,)},
)


def step(*words: str, is_other: bool = False, is_optional: bool = False) -> Step:
    return Step(frozenset(words), is_other=is_other, is_optional=is_optional)


def test_the_parts_of_a_pattern() -> None:
    assert wordings("^i ..2 want|<many> to? !<stop>", VOCABULARY) == (
        Wording(
            (
                step("i"),
                *(step("not", is_other=True, is_optional=True),) * 2,
                step("want", "#"),
                step("to", is_optional=True),
                step("not", is_other=True),
            ),
            opens_clause=True,
        ),
    )


def test_phrases_are_written_out() -> None:
    assert wordings("to {two}?", VOCABULARY) == (
        Wording((step("to"),)),
        Wording((step("to"), step("a"))),
        Wording((step("to"), step("b"))),
    )


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("", "cannot be missing"),
        ("a? ..2", "cannot be missing"),
        ("a {two}? {two", "phrases that are not there"),
        ("{none}", "phrases that are not there"),
        ("{end}", "phrases that are not there"),
        ("<none>", "class of words"),
        ("a..3", "no word"),
        ("Want", "no word"),
        ("don't", "no word"),
        ("a||b", "no word"),
        ("..", "gap"),
        ("..0", "gap"),
        ("..13 a", "gap"),
        ("..x a", "gap"),
        ("{two} " * 13, "too many"),
        ("a {much} {two} {two}", "too many"),
    ],
)
def test_a_pattern_that_means_nothing_is_refused(pattern: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        wordings(pattern, VOCABULARY)


@pytest.mark.parametrize(("word", "expected"), [("die", True), ("#", True), ("k1ll", True), ("42", False), ("", False)])
def test_what_is_a_word(word: str, expected: bool) -> None:
    assert is_word(word) is expected
