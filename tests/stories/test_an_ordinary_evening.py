"""From First run to the bin and back, by keyboard alone, over a lock after which a fresh program is at Unlock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartjournal.model.entry import EntryKind
from tests.stories.evening import Evening, Home
from tests.stories.journals import pages

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.platform("linux")

HAPPENED = "I forgot that it was her birthday, and she said it did not matter."
FELT = "A weight under the ribs since noon."
KIND = "You were tired, and you did think of her all week."
MORE = " Tomorrow I can ring her."


def write_tonights_page(evening: Evening) -> None:
    """Answer three of four questions and name two feelings, one of them in words of one's own."""
    evening.press("Ctrl+N")
    evening.see(focus="What happened,")
    evening.type(HAPPENED)
    evening.press("Ctrl+PgDown")
    evening.see(focus="Mindfulness,")
    evening.type(FELT)
    evening.walk_to("name a feeling", by="Shift+Tab")
    evening.press("Space")
    evening.see(focus="A word of your own")
    for feeling in ("ashamed", "far away"):
        evening.type(feeling)
        evening.press("Return")
        evening.see(feeling, focus="A word of your own")
    evening.press("Esc")
    evening.see(focus="another word")
    evening.press("Ctrl+PgDown")
    evening.press("Ctrl+PgDown")
    evening.see(focus="Self-kindness,")
    evening.type(KIND[:-13])


def test_an_ordinary_evening_by_keyboard(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    with Evening(home) as evening:
        evening.make_journal()
        evening.see("Tonight’s page", focus="Open tonight’s page")
        write_tonights_page(evening)
        evening.see("Saved")
        first = evening.process

        # Nobody waits for the last words to be saved before locking.
        evening.type(KIND[-13:])
        evening.press("Ctrl+L")
        evening.await_process()
        assert evening.process == first
        locked = evening.see("Your journal is closed.", stage="Unlock", focus="Passphrase")
        assert KIND not in locked.words
        (page,) = pages(home)

        evening.type("not these words")
        evening.press("Return")
        told = evening.see("That isn’t the passphrase.", stage="Unlock", focus="Passphrase")
        assert "Nothing has been lost." in told.words
        assert told.marked == len(told.field) == len("not these words")
        evening.unlock()
        evening.see(HAPPENED[:20], focus="Open tonight’s page")

        find_by_day_and_by_word(evening)
        edit(evening)
        put_in_the_bin_and_take_back(evening)
        evening.press("Ctrl+L")
        evening.await_process()

    assert page.kind is EntryKind.PAGE
    assert [section.body for section in page.sections if section.body] == [HAPPENED, FELT, KIND]
    assert page.feelings == ("ashamed", "far away")
    (after,) = pages(home)
    assert after.id == page.id
    assert [section.body for section in after.sections if section.body] == [HAPPENED, FELT, KIND + MORE]
    assert after.feelings == page.feelings


def find_by_day_and_by_word(evening: Evening) -> None:
    evening.press("Ctrl+2")
    evening.see(HAPPENED, focus="Pages")
    evening.walk_to(", chosen, has a page")
    evening.press("Return")
    evening.see(KIND)
    evening.press("Ctrl+F")
    evening.see(focus="Search your pages")
    evening.type("nobody wrote this")
    evening.see("Nothing found.")
    evening.press("Ctrl+A")
    evening.type("all wee")
    evening.see("More for this page")


def edit(evening: Evening) -> None:
    """Open the page that was found and go on in its last section; step out in the middle of a word, and back."""
    evening.press("Return")
    evening.see(focus="Pages")
    evening.press("Ctrl+E")
    evening.see("Leave the page", focus="What happened,")
    for _ in range(3):
        evening.press("Ctrl+PgDown")
    evening.see(focus="Self-kindness,", field=KIND)
    evening.type(MORE[:12])
    evening.press("Ctrl+.")
    evening.see(stage="Grounding")
    evening.press("Esc")
    evening.see(stage="OpenJournal", focus="Self-kindness,", field=KIND + MORE[:12])
    evening.type(MORE[12:])
    evening.press("Ctrl+Return")
    evening.see(KIND + MORE, focus="Pages")


def put_in_the_bin_and_take_back(evening: Evening) -> None:
    evening.walk_to("More for this page")
    evening.press("Space")
    evening.see(stage="menu")
    evening.walk_to("Move to the bin", by="Down")
    evening.press("Return")
    evening.see("The page is in the bin.", gone=KIND)
    evening.walk_to("Undo")
    evening.press("Space")
    evening.see(KIND + MORE)
