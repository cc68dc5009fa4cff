"""Letters from the terminal."""

import json
from datetime import date, timedelta
from uuid import UUID

import pytest

from heartjournal.journal import open_journal
from heartjournal.model.letter import Felt, LetterLink, LetterState
from tests.cli.terminal import PASSPHRASE, Terminal
from tests.clock import FixedClock

THREE_DAYS = timedelta(days=3)


def written(terminal: Terminal, *words: str, text: str = "Dear you,\nsit down first.\n") -> str:
    """The id of a letter put away by a command."""
    said = terminal.type("letter", "add", *words, typed_in=text.encode())
    assert (said.code, said.errors) == (0, "")
    return said.text.strip()


def test_a_letter_is_put_away_and_comes_in_three_days(terminal: Terminal, clock: FixedClock) -> None:
    identity = written(terminal)
    row = f"{identity}\tawake\t2026-11-15\tDear you, sit down first.\n"
    assert terminal.type("letters").text == row
    assert terminal.type("letters", "--due").text == ""
    clock.advance(THREE_DAYS)
    assert terminal.type("letters", "--due").text == row
    assert terminal.type("show", identity[:8]).text == "Dear you,\nsit down first.\n"
    assert terminal.type("list").text == ""
    assert identity in terminal.type("search", "sit").text


def test_it_comes_first_on_the_day_that_is_named(terminal: Terminal, clock: FixedClock) -> None:
    identity = written(terminal, "--title", " The chair ", "--first", "2026-12-24")
    assert terminal.type("letters").text == f"{identity}\tawake\t2026-12-24\tThe chair\n"
    journal = open_journal(terminal.folder, PASSPHRASE, clock=clock)
    try:
        (line,) = journal.letters.lines()
        assert (line.title, line.next_on, line.is_named) == ("The chair", date(2026, 12, 24), True)
    finally:
        journal.close()


def test_a_letter_in_json_tells_when_it_comes(terminal: Terminal) -> None:
    said = terminal.type("letter", "add", "--json", "--first", "2026-12-24", typed_in="Dear you. 🌙".encode())
    put_away = json.loads(said.text)
    assert put_away["next_on"] == "2026-12-24"
    (listed,) = json.loads(terminal.type("letters", "--json").text)["letters"]
    assert listed == {
        "id": put_away["id"],
        "state": "awake",
        "day": "2026-11-12",
        "title": "",
        "opening": "Dear you. 🌙",
        "about": "",
        "next_on": "2026-12-24",
        "resting_since": None,
        "times_read": 0,
        "felt": None,
    }


@pytest.mark.parametrize("day", ["2026-11-12", "2020-01-01", "tomorrow", "2026-02-30"])
def test_a_first_day_that_is_none_is_not_understood(terminal: Terminal, day: str) -> None:
    said = terminal.type("letter", "add", "--first", day, typed_in=b"Dear you.")
    assert (said.code, said.output) == (2, b"")
    assert "still to come" in said.errors
    assert terminal.asked == []


@pytest.mark.parametrize("words", [("letter",), ("letter", "read"), ("letters", "now")])
def test_what_is_no_command_about_letters_is_not_understood(terminal: Terminal, words: tuple[str, ...]) -> None:
    said = terminal.type(*words)
    assert said.code == 2
    assert said.errors.count("\n") == 1


def test_an_empty_letter_is_not_kept(terminal: Terminal) -> None:
    said = terminal.type("letter", "add", typed_in=b" \n")
    assert said.code == 1
    assert "empty" in said.errors
    assert terminal.type("letters").text == ""


def test_a_passphrase_and_a_letter_cannot_both_come_from_standard_input(terminal: Terminal) -> None:
    said = terminal.type_all("--journal", str(terminal.folder), "--passphrase-fd", "0", "letter", "add")
    assert said.code == 2
    assert "standard input" in said.errors


def test_where_a_letter_is_stands_in_its_line_and_a_sealed_one_is_not_shown(
    terminal: Terminal, clock: FixedClock
) -> None:
    sealed, resting = written(terminal, "--title", "The chair"), written(terminal)
    journal = open_journal(terminal.folder, PASSPHRASE, clock=clock)
    journal.letters.take_back(UUID(sealed))
    journal.letters.put_away(UUID(sealed), date(2026, 12, 24), sealed=True)
    journal.letters.read(UUID(resting), felt=Felt.HARD)
    journal.letters.rest(UUID(resting))
    assert {line.state for line in journal.letters.lines()} == {LetterState.SEALED, LetterState.RESTING}
    journal.close()
    assert terminal.type("letters").text == (
        f"{sealed}\tsealed\t2026-12-24\tThe chair\n{resting}\tresting\t\tDear you, sit down first.\n"
    )
    said = terminal.type("show", sealed)
    assert (said.code, said.output) == (1, b"")
    assert said.errors == "This letter is sealed until its date. It can be opened early in the window.\n"
    assert sealed not in terminal.type("search", "sit").text
    clock.set("2026-12-24 08:00")
    assert sealed in terminal.type("search", "sit").text
    assert terminal.type("show", sealed).text == "# The chair\n\nDear you,\nsit down first.\n"


def test_no_word_of_a_sealed_letter_is_in_the_json_of_one_that_answers_it(
    terminal: Terminal, clock: FixedClock
) -> None:
    sealed, answer = written(terminal), written(terminal, text="And thank you.")
    journal = open_journal(terminal.folder, PASSPHRASE, clock=clock)
    journal.letters.link(UUID(answer), LetterLink(UUID(sealed)))
    journal.letters.take_back(UUID(sealed))
    journal.letters.put_away(UUID(sealed), date(2026, 12, 24), sealed=True)
    journal.close()
    said = terminal.type("letters", "--json").text
    assert "And thank you." in said
    assert "sit down" not in said


def test_a_letter_s_line_can_do_nothing_to_the_terminal(terminal: Terminal) -> None:
    written(terminal, "--title", "\x1b[2JThe\tchair\u202e")
    assert terminal.type("letters").text.endswith("\t\ufffd[2JThe chair\ufffd\n")
