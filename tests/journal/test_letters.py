"""Letters: put away, come back, rest, are sealed."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, permutations
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heartjournal.journal import Journal
from heartjournal.model.changes import Changes
from heartjournal.model.entry import FRONT_MATTER, Draft, EntryKind
from heartjournal.model.letter import (
    FEELINGS_PROMPT,
    HURT_PROMPT,
    LETTER_PROMPT,
    Felt,
    LetterLine,
    LetterLink,
    LetterState,
    Wish,
    WishKind,
    letter_of,
)
from heartjournal.model.problems import NoSuchPage
from heartjournal.vault import Connection
from tests.clock import FixedClock
from tests.journal.builders import DAY, letter, page, section
from tests.journal.conftest import Asked, OpenAgain

ONE_DAY = timedelta(days=1)
THREE_DAYS = timedelta(days=3)
CHANGED = Changes(letters=True)


def put_away(
    journal: Journal, draft: Draft | None = None, *, on: date = DAY + THREE_DAYS, sealed: bool = False
) -> UUID:
    """A letter that is put away."""
    draft = draft or letter("Dear you, sit down first.", title="The chair")
    journal.pages.save(draft)
    assert journal.letters.put_away(draft.id, on, sealed=sealed) == Changes(frozenset({draft.id}), letters=True)
    return draft.id


def line_of(journal: Journal, identity: UUID) -> LetterLine:
    return next(line for line in journal.letters.lines() if line.id == identity)


def came(journal: Journal) -> UUID | None:
    """The letter of the day."""
    line = journal.letters.today()
    return line.id if line else None


def test_a_draft_is_a_letter_that_has_no_day(journal: Journal) -> None:
    draft = letter("Dear you.", title="The chair")
    assert journal.pages.save(draft) == Changes(frozenset({draft.id}), letters=True)
    (line,) = journal.letters.lines()
    assert line == LetterLine(draft.id, LetterState.DRAFT, DAY, title="The chair", opening="Dear you.")
    read = journal.letters.letter(draft.id)
    assert (read.entry.as_draft(), read.line, read.suggested) == (draft, line, None)
    assert journal.letters.today() is None


def test_a_letter_put_away_comes_back_on_its_day_and_is_the_same_all_day(journal: Journal, clock: FixedClock) -> None:
    identity = put_away(journal)
    assert came(journal) is None
    clock.advance(2 * ONE_DAY)
    assert came(journal) is None
    clock.advance(ONE_DAY)
    line = journal.letters.today()
    assert line == line_of(journal, identity)
    assert line.next_on == DAY + THREE_DAYS
    clock.set("2026-11-16 03:59")
    put_away(journal, on=DAY)
    assert came(journal) == identity


def test_a_letter_read_goes_on_to_its_next_return_and_none_comes_on_that_day(
    journal: Journal, clock: FixedClock, open_again: OpenAgain
) -> None:
    identity, other = put_away(journal), put_away(journal, letter("Another."))
    clock.advance(THREE_DAYS)
    first = came(journal)
    assert first in {identity, other}
    assert journal.letters.read(first, felt=Felt.REACHED, reply="Thank you.") == CHANGED
    assert came(journal) is None
    journal = open_again()
    assert came(journal) is None
    letter_read = journal.letters.letter(first)
    (rereading,) = letter_read.rereadings
    assert (rereading.read_at, rereading.day) == (clock.now(), DAY + THREE_DAYS)
    assert (rereading.felt, rereading.reply) == (Felt.REACHED, "Thank you.")
    assert letter_read.line.times_read == 1
    assert letter_read.line.felt is Felt.REACHED
    assert letter_read.suggested == letter_read.line.next_on
    assert abs((letter_read.line.next_on or DAY) - (DAY + THREE_DAYS + 7 * ONE_DAY)) <= ONE_DAY
    clock.advance(ONE_DAY)
    assert came(journal) == ({identity, other} - {first}).pop()


def test_the_day_it_would_come_back_is_told_before_it_is_read(journal: Journal, clock: FixedClock) -> None:
    identity = put_away(journal)
    assert journal.letters.letter(identity).suggested == DAY + THREE_DAYS
    clock.advance(THREE_DAYS)
    suggested = journal.letters.letter(identity).suggested
    journal.letters.read(identity, felt=None)
    assert line_of(journal, identity).next_on == suggested
    journal.letters.rest(identity)
    assert journal.letters.letter(identity).suggested is None


@pytest.mark.parametrize(
    ("wish", "days"),
    [
        (Wish(WishKind.SOONER), 3),
        (Wish(WishKind.IN_WEEKS, weeks=8), 56),
        (Wish(WishKind.ON_DATE, on=date(2026, 12, 24)), 39),
    ],
)
def test_what_is_wished_after_reading_is_what_comes(journal: Journal, clock: FixedClock, wish: Wish, days: int) -> None:
    identity = put_away(journal)
    clock.advance(THREE_DAYS)
    journal.letters.read(identity, felt=None, wish=wish)
    line = line_of(journal, identity)
    assert line.next_on == DAY + THREE_DAYS + timedelta(days=days)
    assert line.is_named is (wish.kind is WishKind.ON_DATE)


def test_a_letter_can_be_laid_to_rest_after_reading_and_woken_again(journal: Journal, clock: FixedClock) -> None:
    identity = put_away(journal)
    clock.advance(THREE_DAYS)
    journal.letters.read(identity, felt=Felt.HARD, wish=Wish(WishKind.REST))
    line = line_of(journal, identity)
    assert (line.state, line.next_on, line.resting_since) == (LetterState.RESTING, None, DAY + THREE_DAYS)
    clock.advance(400 * ONE_DAY)
    assert came(journal) is None
    today = DAY + 403 * ONE_DAY
    assert journal.letters.wake(identity) == CHANGED
    assert journal.letters.wake(identity) == Changes()
    assert line_of(journal, identity).next_on == today + THREE_DAYS
    journal.letters.rest(identity)
    assert journal.letters.rest(identity) == Changes()
    journal.letters.wake(identity, today + 9 * ONE_DAY)
    assert line_of(journal, identity).is_named
    clock.advance(9 * ONE_DAY)
    assert came(journal) == identity


@pytest.mark.parametrize("days_later", [0, 40])
def test_rest_taken_back_leaves_the_very_course_there_was_due_or_not(
    journal: Journal, clock: FixedClock, days_later: int
) -> None:
    identity = put_away(journal)
    clock.advance(timedelta(days=days_later))
    before = line_of(journal, identity)
    assert journal.letters.take_back_rest(identity) == Changes()
    journal.letters.rest(identity)
    assert journal.letters.take_back_rest(identity) == CHANGED
    assert line_of(journal, identity) == before
    assert came(journal) == (identity if days_later else None)


def test_many_are_laid_to_rest_and_woken_again_in_one_transaction_each(
    journal: Journal, asked: Asked, clock: FixedClock
) -> None:
    draft, sealed = letter("Not yet."), put_away(journal, sealed=True)
    journal.pages.save(draft)
    away = [put_away(journal) for _ in range(3)]
    clock.advance(ONE_DAY)
    before, everything = journal.letters.lines(), [*away, draft.id, sealed, uuid4()]
    for verb, state in ((journal.letters.rest_all, LetterState.RESTING), (journal.letters.wake_all, LetterState.AWAKE)):
        asked.statements.clear()
        assert verb(everything) == CHANGED
        assert asked.statements.count("COMMIT") == 1
        assert {line_of(journal, identity).state for identity in away} == {state}
        assert verb(everything) == Changes()
    assert journal.letters.lines() == before


def test_a_draft_has_no_rest_to_take_back(journal: Journal) -> None:
    draft = letter("Dear you.")
    journal.pages.save(draft)
    assert journal.letters.take_back_rest(draft.id) == Changes()


def test_a_letter_at_rest_can_be_read_and_goes_on_resting_unless_it_is_wished_back(
    journal: Journal, clock: FixedClock
) -> None:
    identity = put_away(journal)
    journal.letters.rest(identity)
    clock.advance(ONE_DAY)
    journal.letters.read(identity, felt=None, wish=Wish(WishKind.REST))
    clock.advance(ONE_DAY)
    journal.letters.read(identity, felt=Felt.NOT_MUCH)
    line = line_of(journal, identity)
    assert (line.resting_since, line.times_read, line.felt) == (DAY, 2, Felt.NOT_MUCH)
    clock.advance(4 * ONE_DAY)
    journal.letters.read(identity, felt=None)
    assert line_of(journal, identity).resting_since == DAY
    journal.letters.read(identity, felt=None, wish=Wish(WishKind.IN_WEEKS, weeks=2))
    assert line_of(journal, identity).next_on == DAY + 20 * ONE_DAY


def test_a_letter_that_was_not_due_keeps_its_day_when_it_is_read(journal: Journal, clock: FixedClock) -> None:
    identity = put_away(journal)
    clock.advance(ONE_DAY)
    assert journal.letters.read(identity, felt=Felt.REACHED) == CHANGED
    assert line_of(journal, identity).next_on == DAY + THREE_DAYS
    clock.advance(2 * ONE_DAY)
    assert came(journal) == identity


def test_another_evening_is_tomorrow_or_the_day_that_is_named(journal: Journal, clock: FixedClock) -> None:
    identity = put_away(journal)
    clock.advance(THREE_DAYS)
    assert came(journal) == identity
    assert journal.letters.another_evening(identity) == CHANGED
    assert came(journal) is None
    clock.advance(ONE_DAY)
    assert came(journal) == identity
    journal.letters.another_evening(identity, DAY + 10 * ONE_DAY)
    clock.advance(5 * ONE_DAY)
    assert came(journal) is None
    clock.advance(ONE_DAY)
    assert came(journal) == identity


def test_a_return_is_moved_from_the_list_without_reading(journal: Journal) -> None:
    identity = put_away(journal, on=DAY + 8 * ONE_DAY)
    assert journal.letters.bring_back(identity, Wish()) == Changes()
    assert journal.letters.bring_back(identity, Wish(WishKind.SOONER)) == CHANGED
    assert line_of(journal, identity).next_on == DAY + 4 * ONE_DAY
    journal.letters.bring_back(identity, Wish(WishKind.REST))
    assert line_of(journal, identity).state is LetterState.RESTING
    assert journal.letters.bring_back(identity, Wish(WishKind.REST)) == Changes()
    journal.letters.bring_back(identity, Wish(WishKind.SOONER))
    assert line_of(journal, identity).next_on == DAY + ONE_DAY
    assert line_of(journal, identity).times_read == 0


def test_put_away_can_be_undone_and_happens_once(journal: Journal, clock: FixedClock) -> None:
    identity = put_away(journal, sealed=True)
    assert journal.letters.put_away(identity, DAY + 40 * ONE_DAY) == Changes()
    assert journal.letters.take_back(identity) == Changes(frozenset({identity}), letters=True)
    assert journal.letters.take_back(identity) == Changes()
    assert line_of(journal, identity).state is LetterState.DRAFT
    assert journal.search.pages("chair")
    clock.advance(THREE_DAYS)
    assert came(journal) is None
    journal.letters.put_away(identity, DAY)
    assert line_of(journal, identity).next_on == DAY + THREE_DAYS + ONE_DAY


def test_a_day_that_is_named_goes_before_first_returns(journal: Journal, clock: FixedClock) -> None:
    draft = letter("For that very day.")
    earlier = put_away(journal, on=DAY + ONE_DAY)
    journal.pages.save(draft)
    journal.letters.put_away(draft.id, DAY + THREE_DAYS, is_named=True)
    clock.advance(THREE_DAYS)
    assert came(journal) == draft.id
    journal.letters.read(draft.id, felt=None)
    clock.advance(ONE_DAY)
    assert came(journal) == earlier


def test_a_draft_or_a_sealed_letter_is_not_read_moved_or_laid_to_rest(journal: Journal) -> None:
    draft = letter("Dear you.")
    journal.pages.save(draft)
    for identity in (draft.id, put_away(journal, sealed=True)):
        before = line_of(journal, identity)
        assert journal.letters.read(identity, felt=Felt.REACHED) == Changes()
        assert journal.letters.say(identity, uuid4(), felt=Felt.REACHED) == Changes()
        assert journal.letters.bring_back(identity, Wish(WishKind.SOONER)) == Changes()
        assert journal.letters.another_evening(identity) == Changes()
        assert journal.letters.rest(identity) == Changes()
        assert journal.letters.wake(identity) == Changes()
        assert line_of(journal, identity) == before
    assert journal.letters.open_early(draft.id) == Changes()


def test_what_is_no_letter_is_a_known_problem(journal: Journal) -> None:
    evening = page("An ordinary page.")
    journal.pages.save(evening)
    for identity in (uuid4(), evening.id):
        with pytest.raises(NoSuchPage):
            journal.letters.letter(identity)
        with pytest.raises(NoSuchPage):
            journal.letters.put_away(identity, DAY)
        with pytest.raises(NoSuchPage):
            journal.letters.versions(identity)


def test_the_list_holds_drafts_then_what_is_awake_by_its_day_then_sealed_then_resting(
    journal: Journal, clock: FixedClock
) -> None:
    resting_long = put_away(journal)
    journal.letters.rest(resting_long)
    clock.advance(ONE_DAY)
    sealed_late, sealed = (put_away(journal, on=DAY + days * ONE_DAY, sealed=True) for days in (90, 30))
    resting = put_away(journal)
    journal.letters.rest(resting)
    late, soon = put_away(journal, on=DAY + 20 * ONE_DAY), put_away(journal, on=DAY + 5 * ONE_DAY)
    older, newer = letter("First.", day=DAY), letter("Second.", day=DAY + ONE_DAY)
    for draft in (older, newer):
        journal.pages.save(draft)
    journal.pages.trash(put_away(journal))
    expected = [newer.id, older.id, soon, late, sealed, sealed_late, resting, resting_long]
    assert [line.id for line in journal.letters.lines()] == expected


def test_a_line_says_what_the_letter_answers(journal: Journal) -> None:
    evening = page("I was sharp with Ana.", title="")
    named = page("The stairs again.", title="The stairs")
    for draft in (evening, named):
        journal.pages.save(draft)
    hurt = replace(section("I forgot Mum’s birthday."), prompt_id=HURT_PROMPT)
    feelings = replace(section("A stone in the chest.", "ashamed"), prompt_id=FEELINGS_PROMPT)
    words = replace(section("Love,\nI saw you on the stairs."), prompt_id="letter/letter")
    written = letter(hurt, feelings, words)
    journal.pages.save(written)
    journal.letters.link(written.id, LetterLink(evening.id))
    line = line_of(journal, written.id)
    assert (line.about, line.opening) == ("I forgot Mum’s birthday.", "Love, I saw you on the stairs.")
    blank = put_away(journal, letter("Dear you."))
    for link, about in (
        (LetterLink(evening.id), "I was sharp with Ana."),
        (LetterLink(named.id), "The stairs"),
        (LetterLink(evening.id, evening.sections[0].id, "sharp with Ana"), "sharp with Ana"),
    ):
        assert journal.letters.link(blank, link) == CHANGED
        assert journal.letters.link(blank, link) == Changes()
        assert line_of(journal, blank).about == about
        assert journal.letters.letter(blank).links == (link,)
        assert journal.letters.unlink(blank, link) == CHANGED
    assert line_of(journal, blank).about == ""


def test_a_page_that_is_gone_cannot_be_answered_and_the_letter_stays(journal: Journal) -> None:
    identity, evening = put_away(journal), page("The stairs again.")
    journal.pages.save(evening)
    journal.pages.remove(evening.id)
    with pytest.raises(NoSuchPage, match="no such page"):
        journal.letters.link(identity, LetterLink(evening.id, quote="The stairs again."))
    assert journal.letters.letter(identity).links == ()
    with pytest.raises(NoSuchPage):
        journal.pages.entry(evening.id)


def test_a_line_opens_with_the_letter_itself(journal: Journal) -> None:
    prompts = ("", HURT_PROMPT, FEELINGS_PROMPT, LETTER_PROMPT, FRONT_MATTER)
    bodies = ("One.", "Two.", " \n\u2003", "Four.", "Five.")
    openings = {}
    for ordered in permutations(prompts):
        pairs = zip(ordered, bodies, strict=True)
        whole = [replace(section(body, "tired"), prompt_id=prompt) for prompt, body in pairs]
        for sections in (whole, *combinations(whole, 2)):
            draft = letter(*(replace(each, id=uuid4()) for each in sections))
            journal.pages.save(draft)
            itself = letter_of(draft.sections)
            openings[draft.id] = itself.body if itself else ""
    assert {line.id: line.opening for line in journal.letters.lines()} == openings
    assert set(openings.values()) == {"", "One.", "Two.", "Four.", "Five."}


def test_a_letter_put_away_keeps_its_words_when_they_are_taken_out(journal: Journal, clock: FixedClock) -> None:
    hurt = replace(section("I forgot Mum’s birthday."), prompt_id=HURT_PROMPT)
    words = replace(section("Love, I saw you."), prompt_id=LETTER_PROMPT)
    feelings = replace(section("", "ashamed"), prompt_id=FEELINGS_PROMPT)
    written = letter(hurt, words, feelings)
    identity = put_away(journal, written)
    clock.advance(ONE_DAY)
    emptied = replace(written, sections=(hurt, replace(words, body=" ", feelings=("tired",)), feelings))
    assert journal.pages.save(emptied) == Changes()
    other_hurt = replace(hurt, body="I forgot it again.")
    assert journal.pages.save(replace(written, sections=(other_hurt, feelings)))
    assert journal.pages.entry(identity).sections == (other_hurt, words, feelings)
    assert [version.sections for version in journal.letters.versions(identity)] == [written.sections]


def test_a_draft_without_a_letter_is_kept_as_it_is_and_an_emptied_letter_goes_to_the_bin(journal: Journal) -> None:
    hurt = replace(section("I forgot Mum’s birthday."), prompt_id=HURT_PROMPT)
    draft = letter(hurt, section("Love, I saw you."))
    journal.pages.save(draft)
    journal.pages.save(replace(draft, sections=(hurt,)))
    assert journal.pages.entry(draft.id).sections == (hurt,)
    journal.letters.put_away(draft.id, DAY)
    journal.pages.save(replace(draft, sections=()))
    assert journal.pages.entry(draft.id).trashed_at


def test_letters_have_a_list_of_their_own_and_pages_theirs(journal: Journal) -> None:
    put_away(journal)
    identity = put_away(journal)
    assert journal.pages.lines() == ()
    assert journal.pages.count() == 0
    assert journal.pages.days(DAY, DAY) == frozenset()
    around = journal.pages.days_written_around(DAY + ONE_DAY)
    assert around.previous is None
    journal.pages.trash(identity)
    (line,) = journal.pages.lines(trashed=True)
    assert (line.id, line.kind) == (identity, EntryKind.LETTER)
    assert line.opening == "Dear you, sit down first."


@pytest.mark.parametrize("typed", ["r", "ri", "riv", "river", "mud ri"])
def test_a_letter_is_found_from_the_first_letter_typed(journal: Journal, typed: str) -> None:
    found = put_away(journal, letter("Mud and the river."))
    put_away(journal, letter("The sea."))
    assert [line.id for line in journal.letters.search(typed)] == [found]


@pytest.mark.parametrize("typed", ["🌱", "🌱 →", "→\ufe0f"])
def test_a_letter_is_found_by_a_sign_as_a_page_is(journal: Journal, typed: str) -> None:
    identity = put_away(journal, letter("Dear you → 🌱"))
    put_away(journal, letter("Dear you."))
    assert [line.id for line in journal.letters.search(typed)] == [identity]
    assert [hit.line.id for hit in journal.search.pages(typed)] == [identity]
    assert journal.letters.search("🌵") == ()


def test_a_trashed_letter_is_not_listed_and_never_comes_until_it_is_restored(
    journal: Journal, clock: FixedClock
) -> None:
    identity = put_away(journal)
    assert journal.pages.trash(identity).letters
    clock.advance(THREE_DAYS)
    assert journal.letters.lines() == ()
    assert came(journal) is None
    assert journal.letters.letter(identity).entry.trashed_at
    assert journal.pages.restore(identity).letters
    assert came(journal) == identity
    journal.pages.trash(identity)
    assert came(journal) is None


def test_a_letter_kept_closed_never_comes_by_itself(
    journal: Journal, connection: Connection, clock: FixedClock
) -> None:
    identity = put_away(journal)
    connection.execute("UPDATE entry SET closed = 1 WHERE id = :id", {"id": identity.bytes})
    clock.advance(THREE_DAYS)
    assert came(journal) is None
    assert line_of(journal, identity).state is LetterState.AWAKE


def test_a_day_whose_letter_is_removed_for_good_has_had_its_letter(journal: Journal, clock: FixedClock) -> None:
    for _ in range(2):
        put_away(journal)
    clock.advance(THREE_DAYS)
    first = came(journal)
    assert first is not None
    journal.pages.remove(first)
    assert came(journal) is None
    clock.advance(ONE_DAY)
    assert came(journal) not in {None, first}


def test_in_quiet_weeks_no_letter_comes(journal: Journal, clock: FixedClock, open_again: OpenAgain) -> None:
    identity = put_away(journal)
    assert journal.letters.quiet_until() is None
    assert journal.letters.be_quiet_until(DAY + 14 * ONE_DAY) == Changes(settings=True, letters=True)
    clock.advance(THREE_DAYS)
    journal = open_again()
    assert journal.letters.quiet_until() == DAY + 14 * ONE_DAY
    assert came(journal) is None
    assert journal.letters.be_quiet_until(None)
    assert came(journal) == identity
    journal.letters.be_quiet_until(DAY + 14 * ONE_DAY)
    assert came(journal) is None
    clock.advance(11 * ONE_DAY)
    assert journal.letters.quiet_until() is None
    assert came(journal) == identity


def test_after_a_long_absence_letters_come_one_by_one(journal: Journal, clock: FixedClock) -> None:
    waiting = {put_away(journal) for _ in range(5)}
    clock.advance(200 * ONE_DAY)
    for _ in range(5):
        identity = came(journal)
        assert identity in waiting
        waiting.remove(identity)
        journal.letters.read(identity, felt=None)
        assert came(journal) is None
        clock.advance(ONE_DAY)
    assert came(journal) is None


def test_a_letter_marked_hard_never_follows_another_such_one(journal: Journal, clock: FixedClock) -> None:
    hard, also_hard = put_away(journal), put_away(journal)
    for identity in (hard, also_hard):
        clock.advance(ONE_DAY)
        journal.letters.read(identity, felt=Felt.HARD, wish=Wish(WishKind.SOONER))
    clock.advance(10 * ONE_DAY)
    first = came(journal)
    assert first
    journal.letters.read(first, felt=None)
    clock.advance(ONE_DAY)
    assert came(journal) is None
    between = put_away(journal, on=DAY)
    clock.advance(ONE_DAY)
    assert came(journal) == between
    journal.letters.read(between, felt=None)
    clock.advance(ONE_DAY)
    assert came(journal) == ({hard, also_hard} - {first}).pop()


def test_what_is_said_while_reading_is_kept_at_once_and_the_letter_moves_on_when_the_reading_ends(
    journal: Journal, clock: FixedClock, open_again: OpenAgain
) -> None:
    identity, sitting = put_away(journal), uuid4()
    clock.advance(THREE_DAYS)
    assert journal.letters.say(identity, sitting, felt=None, reply="Tha") == CHANGED
    assert journal.letters.say(identity, sitting, felt=None, reply="Thank you.") == CHANGED
    assert journal.letters.say(identity, sitting, felt=None, reply="Thank you.") == Changes()
    journal = open_again()
    assert came(journal) == identity
    (rereading,) = journal.letters.letter(identity).rereadings
    assert (rereading.id, rereading.felt, rereading.reply) == (sitting, None, "Thank you.")
    assert journal.letters.read(identity, rereading=sitting, felt=Felt.REACHED, reply="Thank you, dear.") == CHANGED
    (rereading,) = journal.letters.letter(identity).rereadings
    assert (rereading.felt, rereading.reply) == (Felt.REACHED, "Thank you, dear.")
    assert came(journal) is None
    assert (line_of(journal, identity).next_on or DAY) > DAY + THREE_DAYS


def test_more_than_a_letter_every_other_day_for_eight_weeks_is_too_many(journal: Journal, clock: FixedClock) -> None:
    written = [put_away(journal) for _ in range(28)]
    assert not journal.letters.many_awake()
    written.append(put_away(journal))
    assert journal.letters.many_awake()
    journal.letters.rest(written[0])
    assert not journal.letters.many_awake()
    put_away(journal)
    clock.advance(56 * ONE_DAY)
    assert not journal.letters.many_awake()


def test_a_list_of_letters_takes_one_question_however_long_it_is(journal: Journal, asked: Asked) -> None:
    for count in (1, 9):
        for _ in range(count):
            put_away(journal)
        asked.statements.clear()
        assert len(journal.letters.lines()) >= count
        assert len(asked.reads()) == 1
        assert asked.writes() == []


def test_the_letter_of_the_day_takes_few_questions_and_writes_once(
    journal: Journal, asked: Asked, clock: FixedClock
) -> None:
    for _ in range(9):
        put_away(journal)
    clock.advance(THREE_DAYS)
    for reads, writes in ((8, 2), (6, 0)):
        asked.statements.clear()
        assert journal.letters.today()
        assert (len(asked.reads()), len(asked.writes())) == (reads, writes)


def test_a_reading_is_one_transaction(journal: Journal, asked: Asked, clock: FixedClock) -> None:
    identity = put_away(journal)
    clock.advance(THREE_DAYS)
    asked.statements.clear()
    journal.letters.read(identity, felt=Felt.REACHED, reply="Thank you.")
    assert asked.statements.count("COMMIT") == 1
    assert len(asked.reads()) == 3
    assert len(asked.writes()) == 4


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(
    jumps=st.lists(
        st.tuples(
            st.integers(-3 * 24, 9 * 24),
            st.sampled_from(["Europe/London", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Kathmandu"]),
            st.booleans(),
        ),
        min_size=3,
        max_size=12,
    )
)
def test_never_two_letters_a_day_wherever_the_clock_is_set_or_carried(
    journal: Journal, clock: FixedClock, jumps: list[tuple[int, str, bool]]
) -> None:
    for number in range(4):
        put_away(journal, on=date(2026, 1, 1) + number * ONE_DAY)
    seen: dict[date, set[UUID]] = {}
    for hours, zone, reads in jumps:
        clock.set(clock.now().local().replace(tzinfo=None).isoformat(), zone=zone)
        clock.advance(timedelta(hours=hours))
        line = journal.letters.today()
        if line is None:
            continue
        day = line.next_on and journal.letters._day()
        assert day
        assert line.next_on
        assert line.next_on <= day
        seen.setdefault(day, set()).add(line.id)
        assert len(seen[day]) == 1
        if reads:
            journal.letters.read(line.id, felt=Felt.HARD)
            assert journal.letters.today() is None
