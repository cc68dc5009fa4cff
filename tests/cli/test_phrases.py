"""Phrases from the terminal: what was kept, how often it stood, and everything the person said of it in JSON."""

import json
from collections.abc import Callable
from uuid import UUID

from heartjournal.journal import Journal, open_journal
from heartjournal.model.phrase import CriticStep
from tests.cli.terminal import PASSPHRASE, Terminal
from tests.clock import FixedClock

SENTENCE = "I always let people down"


def add(terminal: Terminal, day: str, text: str) -> str:
    said = terminal.type("add", "--date", day, typed_in=text.encode())
    assert (said.code, said.errors) == (0, "")
    return said.text.strip()


def in_the_window(terminal: Terminal, work: Callable[[Journal], object]) -> None:
    journal = open_journal(terminal.folder, PASSPHRASE, clock=terminal.clock)
    try:
        work(journal)
    finally:
        journal.close()


def keep(journal: Journal, words: str) -> UUID:
    journal.phrases.keep(words)
    phrase = journal.phrases.whose(words)
    assert phrase
    return phrase


def test_without_a_kept_phrase_nothing_is_printed(terminal: Terminal) -> None:
    add(terminal, "2026-11-10", f"{SENTENCE}.")
    said = terminal.type("phrases")
    assert (said.code, said.output, said.errors) == (0, b"", "")
    assert json.loads(terminal.type("phrases", "--json").text) == {"phrases": []}


def test_a_phrase_has_one_line_with_how_often_and_when_it_stood(terminal: Terminal, clock: FixedClock) -> None:
    for day in ("2026-11-04", "2026-11-09"):
        add(terminal, day, f"It went on: {SENTENCE}. {SENTENCE}.")
    in_the_window(terminal, lambda journal: keep(journal, SENTENCE))
    assert terminal.type("phrases").text == f"2\t2026-11-04\t2026-11-09\t{SENTENCE}\t\n"
    in_the_window(terminal, lambda journal: journal.phrases.reframe(keep(journal, SENTENCE), "I kept eleven."))
    assert terminal.type("phrases").text == f"2\t2026-11-04\t2026-11-09\t{SENTENCE}\tI kept eleven.\n"


def test_pages_that_were_written_since_are_heard_first(terminal: Terminal) -> None:
    in_the_window(terminal, lambda journal: keep(journal, SENTENCE))
    assert terminal.type("phrases").text == f"0\t\t\t{SENTENCE}\t\n"
    add(terminal, "2026-11-10", f"{SENTENCE}.")
    assert terminal.type("phrases").text == f"1\t2026-11-10\t2026-11-10\t{SENTENCE}\t\n"
    assert json.loads(terminal.type("phrases", "--json").text)["phrases"][0]["times"] == 1


def test_json_has_everything_that_was_said_of_a_phrase(terminal: Terminal, clock: FixedClock) -> None:
    page = add(terminal, "2026-11-10", f"On the bus: {SENTENCE}. 🌙")
    kept: list[UUID] = []

    def live_with_it(journal: Journal) -> None:
        phrase, other = keep(journal, SENTENCE), keep(journal, "Typical me")
        kept.extend([phrase, other])
        journal.phrases.merge(other, into=phrase)
        journal.phrases.describe(
            phrase, tones=("tired", "cold"), whose_voice="Mr Hale’s", protecting="a", softening="b"
        )
        journal.phrases.reach(phrase, CriticStep.SOFTEN)
        journal.phrases.pin(phrase, pinned=True)
        journal.phrases.reframe(phrase, "One thing.")
        clock.set("2026-11-13 21:00")
        journal.phrases.reframe(phrase, "I kept eleven.")
        journal.phrases.rest(phrase)

    in_the_window(terminal, live_with_it)
    letter = terminal.type("letter", "add", "--title", "The chair", typed_in=b"Dear you").text.strip()
    in_the_window(terminal, lambda journal: journal.phrases.link_letter(kept[0], UUID(letter)))
    text = terminal.type("phrases", "--json").text
    assert text.isascii()
    (phrase,) = json.loads(text)["phrases"]
    (section,) = json.loads(terminal.type("show", "--json", page).text)["sections"]
    lines = [line.pop("id") for line in phrase["reframes"]]
    assert len(set(lines)) == 2
    phrase["variants"].sort(key=lambda variant: variant["key"])
    assert phrase == {
        "id": str(kept[0]),
        "words": SENTENCE,
        "times": 1,
        "first_on": "2026-11-10",
        "last_on": "2026-11-10",
        "kept_on": "2026-11-12",
        "tones": ["tired", "cold"],
        "whose_voice": "Mr Hale’s",
        "protecting": "a",
        "softening": "b",
        "pinned": True,
        "resting_since": "2026-11-13",
        "step": "soften",
        "reframes": [
            {"written_on": "2026-11-13", "words": "I kept eleven."},
            {"written_on": "2026-11-12", "words": "One thing."},
        ],
        "variants": [
            {"key": "always|let people down", "example": SENTENCE},
            {"key": "typical|me", "example": "Typical me"},
        ],
        "joined": [{"id": str(kept[1]), "words": "Typical me"}],
        "letters": [{"id": letter, "title": "The chair", "sealed": False}],
        "sentences": [
            {
                "page": page,
                "section": section["id"],
                "day": "2026-11-10",
                "start": 12,
                "end": 12 + len(SENTENCE),
                "before": "On the bus: ",
                "words": SENTENCE,
                "after": ".",
            }
        ],
        "answers": [],
    }


def test_an_answer_that_stood_beside_it_is_in_the_json(terminal: Terminal) -> None:
    add(terminal, "2026-11-10", "I feel like a failure, but everyone fails sometimes.")
    in_the_window(terminal, lambda journal: keep(journal, "I am a failure"))
    (phrase,) = json.loads(terminal.type("phrases", "--json").text)["phrases"]
    assert [answer["day"] for answer in phrase["answers"]] == ["2026-11-10"]
    assert phrase["times"] == 0


def test_a_phrase_s_line_can_do_nothing_to_the_terminal(terminal: Terminal) -> None:
    def keep_and_answer(journal: Journal) -> None:
        phrase = keep(journal, "Typical\tme \x1b[2J")
        journal.phrases.reframe(phrase, "Two\nlines\u202e")

    in_the_window(terminal, keep_and_answer)
    said = terminal.type("phrases")
    assert said.text.count("\n") == 1
    assert said.text == "0\t\t\tTypical me \ufffd[2J\tTwo lines\ufffd\n"
