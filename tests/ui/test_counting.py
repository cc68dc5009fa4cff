"""How numbers are said in running text, with no translation loaded, as the program runs in English."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

import heartjournal
from heartjournal.ui.counting import counted, plural, quoted, times_words

SOURCE = Path(heartjournal.__file__).parent


@pytest.mark.parametrize(("number", "said"), [(0, "no"), (1, "one"), (11, "eleven"), (12, "12"), (64, "64")])
def test_a_number_under_twelve_is_a_word(number: int, said: str) -> None:
    assert counted(number) == said


def test_a_large_number_is_written_as_the_person_s_locale_writes_it() -> None:
    assert counted(1200) == QLocale().toString(1200)


@pytest.mark.parametrize(("times", "said"), [(1, "once"), (2, "twice"), (3, "three times"), (12, "12 times")])
def test_how_often_is_said_in_words(times: int, said: str) -> None:
    assert times_words(times) == said


def test_words_are_quoted_as_they_are_braces_and_all() -> None:
    assert quoted("I am {nobody}") == "“I am {nobody}”"


@pytest.mark.parametrize(
    ("number", "said"), [(0, "no pages"), (1, "a page"), (2, "two pages"), (11, "eleven pages"), (12, "12 pages")]
)
def test_one_has_a_sentence_of_its_own(number: int, said: str) -> None:
    assert plural(number, "a page", "{number} pages") == said


def test_no_sentence_in_the_program_leaves_its_plural_to_the_reader() -> None:
    undecided = re.compile(r"\w\(e?s\)|%n\b")
    assert undecided.search("%n page(s)")
    assert [path.name for path in sorted(SOURCE.rglob("*.py")) if undecided.search(path.read_text("utf-8"))] == []
