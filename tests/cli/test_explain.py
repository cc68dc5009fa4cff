"""`explain` says what the ear hears, without a journal and without a passphrase."""

import pytest

from tests.cli.terminal import Terminal


def test_each_line_has_its_first_find_of_the_highest_tier(empty_terminal: Terminal) -> None:
    typed = "I am awkward and I'm an idiot. I am useless\n\nOh 😀 I am such a failure\r\nI am tired"
    said = empty_terminal.type("explain", typed_in=typed.encode())
    assert said.text.split("\n") == [
        "sure\t17\t29\tam|idiot\t“I am” + “idiot”",
        "none\t\t\t\t",
        "sure\t5\t24\tam|failure\t“I am” + “failure”",
        "none\t\t\t\t",
        "",
    ]
    assert (said.code, said.errors) == (0, "")


def test_all_prints_every_find_with_the_number_of_its_line(empty_terminal: Terminal) -> None:
    said = empty_terminal.type("explain", "--all", typed_in=b"It rains.\nI am awkward. I'm an idiot.\n")
    assert [line.split("\t")[:5] for line in said.text.splitlines()] == [
        ["2", "maybe", "0", "12", "am|awkward"],
        ["2", "sure", "14", "26", "am|idiot"],
    ]


def test_no_journal_is_made_or_opened_and_no_passphrase_is_asked_for(empty_terminal: Terminal) -> None:
    assert empty_terminal.type("explain", typed_in=b"I am lazy\n").code == 0
    assert empty_terminal.asked == []
    assert not empty_terminal.folder.exists()


def test_what_is_not_utf_8_is_refused_in_a_sentence(empty_terminal: Terminal) -> None:
    said = empty_terminal.type("explain", typed_in=b"I am lazy\n\xff\n")
    assert said.code == 1
    assert "UTF-8" in said.errors


@pytest.mark.parametrize("words", [("explain", "--json"), ("explain", "words")])
def test_it_takes_nothing_else(empty_terminal: Terminal, words: tuple[str, ...]) -> None:
    assert empty_terminal.type(*words).code == 2
