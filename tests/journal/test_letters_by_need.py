"""Letters called by need, and offered once after a page."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from uuid import UUID, uuid4

from heartjournal.journal import Journal
from heartjournal.model.changes import Changes
from heartjournal.model.entry import Draft
from heartjournal.model.letter import Drawn, Felt, LetterLink, ReasonKind
from heartjournal.vault import Connection
from tests.clock import FixedClock
from tests.journal.builders import DAY, letter, page, section
from tests.journal.conftest import Asked

ONE_DAY = timedelta(days=1)
LATER = DAY + 90 * ONE_DAY


def away(journal: Journal, draft: Draft, about: LetterLink | None = None) -> UUID:
    """A letter put away for a long while."""
    journal.pages.save(draft)
    journal.letters.put_away(draft.id, LATER)
    if about:
        journal.letters.link(draft.id, about)
    return draft.id


def kept(journal: Journal, draft: Draft) -> UUID:
    journal.pages.save(draft)
    return draft.id


def test_without_letters_none_is_drawn(journal: Journal) -> None:
    kept(journal, letter("Only a draft."))
    assert not journal.letters.any_to_call()
    assert journal.letters.draw() is None
    assert journal.letters.draw(kept(journal, page("Tonight."))) is None


def test_by_chance_another_than_the_one_drawn_last(journal: Journal) -> None:
    one = away(journal, letter("One."))
    assert journal.letters.any_to_call()
    assert journal.letters.draw() == journal.letters.draw() == Drawn(one, ReasonKind.BY_CHANCE)
    other = away(journal, letter("Other."))
    drawn = [journal.letters.draw() for _ in range(6)]
    assert {found.letter for found in drawn if found} == {one, other}
    assert all(before != after for before, after in pairwise(drawn))


def test_where_only_letters_of_despair_are_left_there_are_letters_and_none_is_drawn(
    journal: Journal, asked: Asked
) -> None:
    away(journal, letter("I want to be dead."))
    asked.statements.clear()
    assert journal.letters.any_to_call()
    assert [statement[:13] for statement in asked.statements] == ["SELECT EXISTS"]
    assert journal.letters.draw() is None


def test_a_letter_at_rest_comes_when_it_is_called(journal: Journal) -> None:
    identity = away(journal, letter("One."))
    journal.letters.rest(identity)
    assert journal.letters.draw() == Drawn(identity, ReasonKind.BY_CHANCE)


def test_what_was_written_about_the_page_goes_before_a_sentence_a_feeling_and_a_word(journal: Journal) -> None:
    old = kept(journal, page("You never get anything right."))
    near = kept(journal, page(section("Again: “You never get anything right”, about the birthday.", "ashamed")))
    by_word = away(journal, letter("What a birthday is for."))
    by_feeling = away(journal, letter(section("Dear you.", "tired", "ashamed")))
    by_sentence = away(journal, letter("Dear me."), LetterLink(old, None, "you never get anything right."))
    about = away(journal, letter("Dear."), LetterLink(near))
    expected = [
        Drawn(about, ReasonKind.WRITTEN_ABOUT),
        Drawn(by_sentence, ReasonKind.SAME_SENTENCE, "you never get anything right."),
        Drawn(by_feeling, ReasonKind.SAME_FEELING, "ashamed"),
        Drawn(by_word, ReasonKind.SAME_WORDS, "birthday"),
    ]
    for drawn in expected:
        assert journal.letters.draw(near) == drawn
        journal.pages.trash(drawn.letter)
    assert journal.letters.draw(near) is None


def test_the_letter_that_shares_most_feelings_goes_first_and_names_the_first_of_them(journal: Journal) -> None:
    near = kept(journal, page(section("", "sad", "tired", "ashamed")))
    for number in (1, 3):
        away(journal, replace(letter(section("One.", "ashamed")), id=UUID(int=number)))
    more = away(journal, replace(letter(section("Two.", "calm", "tired", "sad")), id=UUID(int=2)))
    assert journal.letters.draw(near) == Drawn(more, ReasonKind.SAME_FEELING, "tired")


def test_a_word_that_stands_on_many_pages_or_is_short_is_no_reason(journal: Journal) -> None:
    identity = away(journal, letter("Yesterday was bad."))
    near = kept(journal, page("Yesterday was bad."))
    for _ in range(3):
        kept(journal, page("Yesterday again."))
    assert journal.letters.draw(near) == Drawn(identity, ReasonKind.BY_CHANCE)


def test_a_quotation_of_one_or_two_words_is_no_sentence(journal: Journal) -> None:
    old = kept(journal, page("Too late."))
    identity = away(journal, letter("Dear."), LetterLink(old, None, "Too late."))
    near = kept(journal, page("It was too late to call."))
    assert journal.letters.draw(near) == Drawn(identity, ReasonKind.BY_CHANCE)


def test_a_letter_is_not_called_near_itself(journal: Journal) -> None:
    identity = away(journal, letter(section("Dear you.", "sad")))
    assert journal.letters.draw(identity) is None


def test_a_letter_kept_closed_is_never_brought_back_by_the_program(journal: Journal, connection: Connection) -> None:
    near = kept(journal, page(section("Tonight.", "sad")))
    identity = away(journal, letter(section("Dear you.", "sad")), LetterLink(near))
    connection.execute("UPDATE entry SET closed = 1 WHERE id = :id", {"id": identity.bytes})
    assert journal.letters.draw(near) is None
    assert journal.letters.offer_after(near) is None


def test_after_a_page_a_letter_with_the_same_feeling_is_offered_once(journal: Journal, clock: FixedClock) -> None:
    identity = away(journal, letter(section("Dear you.", "ashamed")))
    clock.advance(5 * ONE_DAY)
    near = kept(journal, page(section("Tonight.", "ashamed")))
    assert journal.letters.offer_after(near) == Drawn(identity, ReasonKind.SAME_FEELING, "ashamed")
    assert journal.letters.offer_after(near) is None


def test_after_a_page_a_letter_that_answers_one_of_its_sentences_is_offered(
    journal: Journal, clock: FixedClock
) -> None:
    old = kept(journal, page("I always let people down."))
    identity = away(journal, letter("Dear."), LetterLink(old, None, "I always let people down"))
    clock.advance(5 * ONE_DAY)
    near = kept(journal, page("So I always let people down, it seems."))
    drawn = Drawn(identity, ReasonKind.SAME_SENTENCE, "I always let people down")
    assert journal.letters.offer_after(near) == drawn


def test_a_letter_declined_is_never_offered_again_and_one_not_taken_up_not_for_thirty_days(
    journal: Journal, clock: FixedClock
) -> None:
    identity = away(journal, letter(section("Dear you.", "ashamed")))
    journal.letters.rest(identity)
    clock.advance(5 * ONE_DAY)

    def offered() -> bool:
        return journal.letters.offer_after(kept(journal, page(section("Tonight.", "ashamed")))) is not None

    assert offered()
    clock.advance(29 * ONE_DAY)
    assert not offered()
    clock.advance(ONE_DAY)
    near = kept(journal, page(section("Tonight.", "ashamed")))
    assert journal.letters.offer_after(near)
    assert journal.letters.decline(identity, near) == Changes(letters=True)
    assert journal.letters.decline(identity, near) == Changes()
    clock.advance(400 * ONE_DAY)
    assert not offered()
    assert journal.letters.draw(near)


def test_a_no_outlives_the_page_it_was_said_after(journal: Journal, clock: FixedClock) -> None:
    identity = away(journal, letter(section("Dear you.", "ashamed")))
    clock.advance(5 * ONE_DAY)
    near = kept(journal, page(section("Tonight.", "ashamed")))
    assert journal.letters.offer_after(near)
    journal.letters.decline(identity, near)
    journal.pages.remove(near)
    clock.advance(40 * ONE_DAY)
    assert journal.letters.offer_after(kept(journal, page(section("Tonight.", "ashamed")))) is None


def test_nothing_is_offered_where_it_would_be_too_much(
    journal: Journal, connection: Connection, clock: FixedClock
) -> None:
    def written() -> UUID:
        return kept(journal, page(section("Tonight.", "ashamed")))

    identity = away(journal, letter(section("Dear you.", "ashamed")))
    assert journal.letters.offer_after(written()) is None, "it was put away tonight"
    clock.advance(5 * ONE_DAY)
    assert journal.letters.offer_after(uuid4()) is None, "there is no such page"
    assert journal.letters.offer_after(kept(journal, letter(section("Dear.", "ashamed")))) is None, "after a letter"
    trashed = written()
    journal.pages.trash(trashed)
    assert journal.letters.offer_after(trashed) is None
    closed = written()
    connection.execute("UPDATE entry SET closed = 1 WHERE id = :id", {"id": closed.bytes})
    assert journal.letters.offer_after(closed) is None
    journal.letters.be_quiet_until(DAY + 20 * ONE_DAY)
    assert journal.letters.offer_after(written()) is None, "in quiet weeks"
    journal.letters.be_quiet_until(None)
    journal.letters.read(identity, felt=Felt.REACHED)
    assert journal.letters.offer_after(written()) is None, "it was read today"
    clock.advance(ONE_DAY)
    last = written()
    away_today = kept(journal, letter("Due."))
    journal.letters.put_away(away_today, DAY)
    clock.advance(ONE_DAY)
    assert journal.letters.today()
    assert journal.letters.offer_after(last) is None, "a letter has come today"
    clock.advance(ONE_DAY)
    journal.letters.read(away_today, felt=None)
    assert journal.letters.offer_after(last)


def test_calling_and_offering_take_as_many_questions_for_many_letters_as_for_few(
    journal: Journal, asked: Asked, clock: FixedClock
) -> None:
    for _ in range(3):
        away(journal, letter(section("Dear you.", "ashamed")))
    clock.advance(5 * ONE_DAY)
    journal.letters.draw(kept(journal, page("The person’s own phrases are read once, with the first page heard.")))
    counts = []
    for _ in range(2):
        near = kept(journal, page(section("Tonight.", "ashamed")))
        asked.statements.clear()
        assert journal.letters.offer_after(near)
        assert journal.letters.draw(near)
        counts.append(len(asked.reads()))
        for _ in range(9):
            away(journal, letter(section("Dear you.", "ashamed")))
        clock.advance(5 * ONE_DAY)
    assert counts[0] == counts[1] <= 25
