"""Letters in which despair is heard are never brought back by the program; the person finds them in their list."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from heartjournal.journal import Journal
from heartjournal.model.entry import Draft
from heartjournal.model.letter import HURT_PROMPT, Felt, LetterLink, LetterState
from heartjournal.vault import Connection
from tests.clock import FixedClock
from tests.journal.builders import DAY, letter, page, section

ONE_DAY = timedelta(days=1)
DESPAIR = "Everybody would be better off if I were dead."


def away(journal: Journal, draft: Draft) -> UUID:
    journal.pages.save(draft)
    journal.letters.put_away(draft.id, DAY + 3 * ONE_DAY)
    return draft.id


@pytest.mark.parametrize(
    "draft",
    [
        letter(f"Dear you. {DESPAIR}"),
        letter(replace(section(DESPAIR), prompt_id=HURT_PROMPT), section("Dear you.")),
        letter("Dear you.", title=DESPAIR),
    ],
    ids=["words", "hurt", "title"],
)
def test_it_never_comes_by_itself_or_by_chance_and_another_comes_in_its_place(
    journal: Journal, clock: FixedClock, draft: Draft
) -> None:
    identity = away(journal, draft)
    clock.advance(3 * ONE_DAY)
    assert journal.letters.today() is None
    assert journal.letters.draw() is None
    other = away(journal, letter("Dear you."))
    clock.advance(ONE_DAY)
    line = journal.letters.today()
    assert line is not None
    assert line.id == other
    assert {journal.letters.draw() for _ in range(4)} == {journal.letters.draw()}
    states = {line.id: line.state for line in journal.letters.lines()}
    assert states[identity] is LetterState.AWAKE
    assert journal.letters.letter(identity).entry.id == identity


def test_the_letter_of_the_day_goes_when_despair_has_come_into_it_and_no_other_comes(
    journal: Journal, clock: FixedClock
) -> None:
    draft = letter("Dear you.")
    identity = away(journal, draft)
    away(journal, letter("Another."))
    clock.advance(3 * ONE_DAY)
    first = journal.letters.today()
    assert first is not None
    changed = journal.pages.entry(first.id).as_draft()
    journal.pages.save(replace(changed, sections=(replace(changed.sections[0], body=DESPAIR),)))
    assert journal.letters.today() is None
    journal.pages.save(changed)
    assert journal.letters.today() is not None
    journal.letters.say(first.id, identity, felt=None, reply=DESPAIR)
    assert journal.letters.today() is None


def test_a_reply_of_despair_keeps_the_letter_from_coming_again(journal: Journal, clock: FixedClock) -> None:
    identity = away(journal, letter("Dear you."))
    clock.advance(3 * ONE_DAY)
    journal.letters.read(identity, felt=Felt.HARD, reply=DESPAIR)
    clock.advance(30 * ONE_DAY)
    assert journal.letters.today() is None


def test_after_a_page_of_despair_nothing_is_offered_and_a_letter_of_despair_after_no_page(
    journal: Journal, clock: FixedClock
) -> None:
    away(journal, letter(section(DESPAIR, "ashamed", "tired")))
    fit = away(journal, letter(section("Dear you.", "tired")))
    for identity in (line.id for line in journal.letters.lines()):
        journal.letters.rest(identity)
    clock.advance(5 * ONE_DAY)
    dark = page(section(DESPAIR, "ashamed", "tired"))
    near = page(section("Tonight.", "ashamed", "tired"))
    for draft in (dark, near):
        journal.pages.save(draft)
    assert journal.letters.offer_after(dark.id) is None
    drawn = journal.letters.offer_after(near.id)
    assert drawn is not None
    assert (drawn.letter, drawn.shared) == (fit, "tired")


@pytest.mark.parametrize("quote", ["", DESPAIR], ids=["a page", "a sentence of it"])
def test_a_letter_that_answers_despair_comes_without_a_word_of_it(
    journal: Journal, clock: FixedClock, quote: str
) -> None:
    written, answer = page(DESPAIR), letter("Dear you.")
    journal.pages.save(written)
    identity = away(journal, answer)
    journal.letters.link(identity, LetterLink(written.id, None, quote))
    clock.advance(3 * ONE_DAY)
    line = journal.letters.today()
    assert line is not None
    assert (line.id, line.about) == (identity, "")


def test_a_letter_that_answers_an_ordinary_page_comes_with_it(journal: Journal, clock: FixedClock) -> None:
    written = page("A flat day.")
    journal.pages.save(written)
    identity = away(journal, letter("Dear you."))
    journal.letters.link(identity, LetterLink(written.id))
    clock.advance(3 * ONE_DAY)
    line = journal.letters.today()
    assert line is not None
    assert line.about == "A flat day."


def test_a_page_kept_closed_is_not_told_with_the_letter_that_answers_it(
    journal: Journal, clock: FixedClock, connection: Connection
) -> None:
    written = page("A flat day.")
    journal.pages.save(written)
    identity = away(journal, letter("Dear you."))
    journal.letters.link(identity, LetterLink(written.id))
    connection.execute("UPDATE entry SET closed = 1 WHERE id = :id", {"id": written.id.bytes})
    clock.advance(3 * ONE_DAY)
    line = journal.letters.today()
    assert line is not None
    assert (line.id, line.about) == (identity, "")
