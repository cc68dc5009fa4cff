"""A letter’s year in the real program, key by key: written, back, replied to, put off, at rest, awake, called for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartjournal.model.letter import Felt, Letter, LetterState
from tests.stories import journals
from tests.stories.evening import Evening, Home, Sight
from tests.stories.journals import today
from tests.stories.test_an_evening_is_killed import MOST_SECONDS

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.platform("linux")

HURT = "I forgot that it was her birthday."
WORDS = "You were tired, and you did think of her all week."
REPLY = "I read this standing up, then I sat down, and then I rang her, and we talked for an hour about the garden."


def letter(home: Home, *, days_later: int = 0) -> Letter:
    """The one letter there is, as it stands on a day."""
    with journals.opened(home, days_later=days_later) as journal:
        (line,) = journal.letters.lines()
        return journal.letters.letter(line.id)


def comes_in(home: Home, *, days_later: int) -> int:
    """How many days after the first evening it comes next."""
    next_on = letter(home, days_later=days_later).line.next_on
    assert next_on is not None
    return (next_on - today()).days


def test_a_letter_over_a_year(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    journals.make(home)
    with Evening(home) as evening:
        evening.unlock()
        write(evening)
    assert comes_in(home, days_later=0) == 3

    with Evening(home, days_later=2) as evening:
        evening.unlock()
        evening.see("If tonight is a lot", gone="A letter has come back")

    with Evening(home, days_later=3) as evening:
        evening.unlock()
        read_and_reply(evening)
    (reading,) = letter(home, days_later=3).rereadings
    assert (reading.felt, reading.reply) == (Felt.REACHED, REPLY)

    second = comes_in(home, days_later=3)
    assert 3 + 5 <= second <= 3 + 9
    with Evening(home, days_later=second) as evening:
        evening.unlock()
        put_off(evening)
    assert comes_in(home, days_later=second) == second + 1
    with Evening(home, days_later=second + 1) as evening:
        evening.unlock()
        read_and_let_rest(evening)
    line = letter(home, days_later=second + 1).line
    assert (line.state, line.times_read) == (LetterState.RESTING, 2)

    spring = second + 150
    with Evening(home, days_later=spring) as evening:
        evening.unlock()
        evening.see("If tonight is a lot", gone="A letter has come back")
        wake(evening)
    assert comes_in(home, days_later=spring) == spring + 3
    with Evening(home, days_later=spring + 3) as evening:
        evening.unlock()
        evening.see("A letter has come back")
        read_it(evening)
        evening.press("Esc")
        evening.see("If tonight is a lot")

    need = spring + 5
    with Evening(home, days_later=need) as evening:
        evening.unlock()
        call_by_need(evening)
    assert letter(home, days_later=need).line.times_read == 5


def write(evening: Evening) -> None:
    """All three steps, and away with it."""
    evening.press("Ctrl+Shift+L")
    evening.see("A letter to myself", focus="What hurts")
    evening.type(HURT)
    evening.press("Ctrl+PgDown")
    evening.see(HURT, focus="How it feels")
    evening.walk_to("name a feeling", by="Shift+Tab")
    evening.press("Space")
    evening.see(focus="A word of your own")
    evening.type("ashamed")
    evening.press("Return")
    evening.press("Esc")
    evening.press("Ctrl+PgDown")
    evening.see(HURT, focus="The letter")
    evening.type(WORDS[:20])
    evening.press("Ctrl+.")
    evening.see(stage="Grounding", gone=WORDS[:20])
    evening.press("Esc")
    evening.see(stage="OpenJournal", focus="The letter", field=WORDS[:20])
    evening.type(WORDS[20:])
    evening.press("Ctrl+Return")
    evening.see("The letter is put away. It comes back around", focus="Open tonight’s page", gone=WORDS)


def read_it(evening: Evening) -> Sight:
    """From Today, whose card shows the first words, too; what is seen then."""
    evening.walk_to("Read it")
    evening.press("Return")
    return evening.see(WORDS, gone="Another evening")


def read_and_reply(evening: Evening) -> None:
    """From Today; its reply is left to the lock, for which nobody waits."""
    evening.see("A letter has come back", focus="Open tonight’s page")
    assert HURT not in read_it(evening).words
    evening.walk_to("Write back")
    evening.press("Space")
    evening.see(focus="Your reply")
    evening.type(REPLY)
    evening.walk_to("It reached me")
    evening.press("Space")
    evening.press("Ctrl+L")
    evening.await_process()
    evening.see("Your journal is closed.", stage="Unlock", gone=REPLY)


def put_off(evening: Evening) -> None:
    evening.see("A letter has come back")
    evening.walk_to("Another evening")
    evening.press("Space")
    evening.see("If tonight is a lot", gone="A letter has come back")


def read_and_let_rest(evening: Evening) -> None:
    evening.see("A letter has come back")
    assert REPLY in read_it(evening).words
    evening.walk_to("Bring it back")
    evening.press("Right")
    evening.see("It comes only if you ask for it.")
    evening.press("Esc")
    evening.see("If tonight is a lot")


def wake(evening: Evening) -> None:
    """In its room, from its menu."""
    evening.press("Ctrl+3")
    evening.see("Resting since", focus="Write a letter")
    evening.walk_to("More for")
    evening.press("Space")
    evening.see(stage="menu")
    evening.walk_to("Wake it again", by="Down")
    evening.press("Return")
    evening.see("Comes back", focus="More for", gone="Resting since")


def call_by_need(evening: Evening) -> None:
    """From grounding, by chance; and after a page of the same feeling, whose own offer is declined."""
    evening.press("Ctrl+.")
    evening.see("I need a letter", stage="Grounding")
    evening.walk_to("I need a letter")
    evening.press("Space")
    evening.see("Drawn by chance, from your own letters.", stage="OpenJournal")
    evening.press("Esc")
    evening.see(focus="Open tonight’s page")
    evening.press("Ctrl+N")
    evening.see(focus="What happened,")
    evening.type("I forgot the keys.")
    evening.press("Ctrl+PgDown")
    evening.walk_to("name a feeling", by="Shift+Tab")
    evening.press("Space")
    evening.see(focus="A word of your own")
    evening.type("ashamed")
    evening.press("Return")
    evening.press("Esc")
    evening.press("Ctrl+Return")
    evening.see("I forgot the keys.", focus="Open tonight’s page")
    evening.walk_to("I need a letter")
    evening.press("Space")
    evening.see("It knows the feeling, too: ashamed.")
    evening.press("Esc")
    evening.see(focus="Open tonight’s page")


def seconds_lost_of_a_reply(root: Path, *, sabotage: str = "") -> float:
    """Written for five seconds when the program is killed: for how long before the end nothing of it is kept."""
    home = Home(root / "home")
    journals.make(home)
    with Evening(home) as evening:
        evening.unlock()
        write(evening)
    with Evening(home, days_later=3, sabotage=sabotage) as evening:
        evening.unlock()
        evening.see("A letter has come back")
        read_it(evening)
        evening.walk_to("Write back")
        evening.press("Space")
        evening.see(focus="Your reply")
        evening.type_on(REPLY)
        keys = [evening.next_key()]
        while keys[-1].at - keys[0].at < 5:
            keys.append(evening.next_key())
        at = evening.kill()
    assert comes_in(home, days_later=3) == 3
    kept = "".join(reading.reply for reading in letter(home, days_later=3).rereadings)
    assert REPLY.startswith(kept)
    lost = [key.at for key in keys if key.number > len(kept)]
    return at - lost[0] if lost else 0.0


def test_a_reply_loses_at_most_two_seconds_when_the_program_is_killed(tmp_path: Path) -> None:
    assert seconds_lost_of_a_reply(tmp_path) <= MOST_SECONDS


def test_a_reply_that_waits_for_the_hand_to_rest_would_be_lost(tmp_path: Path) -> None:
    assert seconds_lost_of_a_reply(tmp_path, sabotage="no_limit") > MOST_SECONDS
