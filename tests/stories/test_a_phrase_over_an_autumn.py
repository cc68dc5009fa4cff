"""A sentence's autumn in the real program, key by key: suggested, kept, softened, answered; it fades and comes back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.stories import journals
from tests.stories.evening import Evening, Home
from tests.stories.journals import today

if TYPE_CHECKING:
    from pathlib import Path

    from heartjournal.model.phrase import PhrasePage

pytestmark = pytest.mark.platform("linux")

PHRASE = "I always let people down"
KINDER = "I let one thing slip, and I kept eleven."
_ASKED_AT_MOST = 5000
HALF = "It is one evening, and it w"
LETTER = "You were tired, and you did think of her all week."


def phrase(home: Home, *, days_later: int) -> PhrasePage:
    """The one phrase there is, as it stands on a day."""
    with journals.opened(home, days_later=days_later) as journal:
        (line,) = journal.phrases.lines()
        return journal.phrases.page(line.phrase.id)


def test_a_phrase_over_an_autumn(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    journals.make(home)
    for day, words in ((0, f"Late with the file. {PHRASE}."), (1, f"{PHRASE}, it went, all evening.")):
        with Evening(home, days_later=day) as evening:
            evening.unlock()
            write(evening, words)

    with Evening(home, days_later=3) as evening:
        evening.unlock()
        write(evening, f"Mum rang. {PHRASE.upper()}!!")
        evening.press("Ctrl+4")
        evening.see("Is this one of them?")
        evening.walk_to(PHRASE)
        evening.see("on three days")
        soften(evening)
    page = phrase(home, days_later=3)
    assert (page.line.times, page.line.phrase.words.lower()) == (3, PHRASE.lower())
    assert [each.words for each in page.reframes] == [KINDER]

    with Evening(home, days_later=5) as evening:
        evening.unlock()
        write(evening, f"{PHRASE}, but everyone lets somebody down sometimes.")
        evening.press("Ctrl+4")
        write_to_it(evening)
    page = phrase(home, days_later=5)
    assert page.line.times == 3
    assert [each.quotation.words for each in page.answers] == ["but everyone lets somebody down sometimes"]
    assert len(page.letters) == 1

    autumn = 90
    with Evening(home, days_later=autumn) as evening:
        evening.unlock()
        evening.press("Ctrl+4")
        evening.see("Nothing waits to be sorted.", focus="The lanes of your phrases")
        evening.press("Ctrl+1")
        read_what_came_back(evening)
        write(evening, "A quiet day at last.")
    assert phrase(home, days_later=autumn).line.last_on == today() + timedelta(days=3)

    with Evening(home, days_later=autumn + 3) as evening:
        evening.unlock()
        write(evening, f"It is back. {PHRASE}.")
        evening.see("A letter of yours answers something on this page.")
    assert phrase(home, days_later=autumn + 3).line.times == 4

    with Evening(home, days_later=autumn + 4) as evening:
        evening.unlock()
        lock_in_the_middle_of_a_line(evening)
    assert [each.words for each in phrase(home, days_later=autumn + 4).reframes] == [HALF, KINDER]


def write(evening: Evening, words: str) -> None:
    """A free page, closed again."""
    evening.press("Ctrl+Shift+N")
    evening.see(stage="OpenJournal", focus="Your words")
    evening.type(words)
    evening.press("Ctrl+Return")
    evening.see(gone="Close the page")


def soften(evening: Evening) -> None:
    """In the room: kept and answered with one key and one line."""
    evening.press("S")
    evening.see("What would be kinder, and still true?", focus="kinder")
    evening.type(KINDER)
    evening.press("Return")
    evening.see("Your kinder line is kept.")


def lock_in_the_middle_of_a_line(evening: Evening) -> None:
    """On a page: the note on the sentence, half a kinder line in it, and the journal is locked."""
    evening.press("Ctrl+Shift+N")
    evening.see(stage="OpenJournal", focus="Your words")
    evening.type(f"Here again. {PHRASE}. ")
    for _ in range(_ASKED_AT_MOST):
        # Nothing is heard before the hand has rested.
        evening.press("Alt+Return")
        if "Soften it" in evening.see().focus:
            break
    evening.see("You’ve met this sentence before", focus="Soften it")
    evening.press("S")
    evening.see(focus="kinder")
    evening.type(HALF)
    evening.press("Ctrl+L")
    evening.await_process()
    evening.see("Your journal is closed.", stage="Unlock", gone=HALF)


def read_what_came_back(evening: Evening) -> None:
    """The letter about the phrase comes by itself, too; on a day that has its letter none is offered."""
    evening.walk_to("Read it")
    evening.press("Return")
    evening.see(LETTER, gone="Another evening")
    evening.press("Esc")
    evening.see("If tonight is a lot")


def write_to_it(evening: Evening) -> None:
    """From the page of the phrase: a letter about it, put away."""
    evening.see(focus="The lanes of your phrases")
    evening.press("Home")
    evening.press("Return")
    evening.see(KINDER, focus="Inner critic")
    evening.walk_to("Write a letter about this")
    evening.press("Space")
    evening.see("A letter to myself", focus="What hurts")
    evening.press("Ctrl+PgDown")
    evening.press("Ctrl+PgDown")
    evening.see(focus="The letter")
    evening.type(LETTER)
    evening.press("Ctrl+Return")
    evening.see("The letter is put away.", gone=LETTER)
