"""A letter sealed until its date: no word of it is anywhere until then."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from heartjournal.journal import Journal
from heartjournal.journal.truth import Value, Writing
from heartjournal.journal.truth_tables import TruthTable
from heartjournal.model.changes import Changes
from heartjournal.model.letter import HURT_PROMPT, LetterLink, LetterState
from heartjournal.model.problems import DiskFull, SealedLetter
from heartjournal.vault import Connection
from tests.clock import FixedClock
from tests.journal.builders import DAY, letter, page, section
from tests.journal.conftest import Asked, OpenAgain

ONE_DAY = timedelta(days=1)
SEALED_UNTIL = DAY + 12 * ONE_DAY


@pytest.fixture
def sealed(journal: Journal) -> UUID:
    """A sealed letter with a title, a hurt, a feeling and words, about a page."""
    evening = page("The stairs again.")
    hurt = replace(section("A forgotten birthday.", "ashamed"), prompt_id=HURT_PROMPT)
    written = letter(hurt, section("Dear you, sit down on the stairs."), title="The chair")
    for draft in (evening, written):
        journal.pages.save(draft)
    journal.letters.link(written.id, LetterLink(evening.id, evening.sections[0].id, "The stairs again."))
    assert journal.letters.put_away(written.id, SEALED_UNTIL, sealed=True)
    return written.id


def found(journal: Journal, words: str) -> list[UUID]:
    return [hit.line.id for hit in journal.search.pages(words)]


def test_of_a_sealed_letter_only_title_and_date_are_shown(journal: Journal, sealed: UUID) -> None:
    (line,) = journal.letters.lines()
    assert (line.state, line.title, line.next_on) == (LetterState.SEALED, "The chair", SEALED_UNTIL)
    assert (line.opening, line.about, line.is_named) == ("", "", True)
    read = journal.letters.letter(sealed)
    assert read.entry.sections == ()
    assert read.entry.title == "The chair"
    assert (read.line, read.links, read.rereadings, read.suggested) == (line, (), (), None)


def test_among_the_pages_a_sealed_letter_has_a_day_and_no_word(
    journal: Journal, clock: FixedClock, sealed: UUID
) -> None:
    journal.pages.trash(sealed)
    entry = journal.pages.entry(sealed)
    assert (entry.title, entry.sections, entry.sealed_until) == ("The chair", (), SEALED_UNTIL)
    journal.pages.restore(sealed)
    clock.advance(12 * ONE_DAY)
    journal.letters.today()
    opened = journal.pages.entry(sealed)
    assert (len(opened.sections), opened.sealed_until) == (2, None)


def test_a_sealed_letter_is_in_no_search_but_by_its_title_among_letters(
    journal: Journal, connection: Connection, sealed: UUID
) -> None:
    assert journal.letters.search("dear") == ()
    assert found(journal, "sit") == []
    assert found(journal, "chair") == []
    assert found(journal, "ashamed") == []
    rows = connection.execute("SELECT count(*) FROM entry_text WHERE entry_text MATCH 'birthday OR dear'").fetchall()
    assert rows == [(0,)]
    for words, hits in (("chai", 1), ("the chair", 1), ("CHAIR the", 1), ("stairs", 0), ("birthday", 0), (" ", 0)):
        assert len(journal.letters.search(words)) == hits


def test_a_letter_that_answers_another_shows_no_word_of_it(journal: Journal) -> None:
    answered, answer = letter("Dear you, sit down on the stairs."), letter("And thank you.")
    for draft in (answered, answer):
        journal.pages.save(draft)
    journal.letters.link(answer.id, LetterLink(answered.id))
    quoted = LetterLink(answered.id, answered.sections[0].id, "sit down on the stairs.")
    journal.letters.put_away(answered.id, SEALED_UNTIL, sealed=True)
    assert {line.about for line in journal.letters.lines()} == {""}
    journal.letters.link(answer.id, quoted)
    assert {line.about for line in journal.letters.lines()} == {""}


def test_a_letter_sealed_after_it_was_indexed_leaves_the_index(journal: Journal) -> None:
    written = letter("Dear you, sit down.")
    journal.pages.save(written)
    assert found(journal, "sit") == [written.id]
    journal.letters.put_away(written.id, SEALED_UNTIL, sealed=True)
    assert found(journal, "sit") == []


def test_sealing_takes_the_words_out_of_the_index_at_once(journal: Journal, connection: Connection) -> None:
    in_index = "SELECT count(*) FROM entry_text WHERE entry_text MATCH 'staircase'"
    written = letter("The staircase again.")
    journal.pages.save(written)
    assert found(journal, "staircase") == [written.id]
    assert connection.execute(in_index).fetchall() == [(1,)]
    journal.letters.put_away(written.id, SEALED_UNTIL, sealed=True)
    assert connection.execute(in_index).fetchall() == [(0,)]


def test_in_the_trash_a_sealed_letter_shows_no_word(journal: Journal, sealed: UUID) -> None:
    journal.pages.trash(sealed)
    journal.pages.trash(journal.pages.lines()[0].id)
    openings = {line.id: line.opening for line in journal.pages.lines(trashed=True)}
    assert openings.pop(sealed) == ""
    assert list(openings.values()) == ["The stairs again."]


def test_a_sealed_letter_is_not_called_offered_linked_or_seen_in_versions(
    journal: Journal, clock: FixedClock, sealed: UUID
) -> None:
    near = page(section("The stairs again.", "ashamed"))
    journal.pages.save(near)
    clock.advance(5 * ONE_DAY)
    assert journal.letters.draw(near.id) is None
    assert journal.letters.offer_after(near.id) is None
    assert journal.letters.link(sealed, LetterLink(near.id)) == Changes()
    assert journal.letters.versions(sealed) == ()


def test_on_its_date_it_opens_comes_first_and_is_found_and_heard_again(
    journal: Journal, clock: FixedClock, sealed: UUID
) -> None:
    first_return = letter("Another.")
    journal.pages.save(first_return)
    journal.letters.put_away(first_return.id, DAY)
    clock.set("2026-11-24 03:59")
    assert journal.letters.unseal_due() == Changes()
    clock.set("2026-11-24 04:00")
    line = journal.letters.today()
    assert line is not None
    assert (line.id, line.state) == (sealed, LetterState.AWAKE)
    assert line.opening == "Dear you, sit down on the stairs."
    assert line.about == "A forgotten birthday."
    assert found(journal, "sit") == [sealed]
    assert len(journal.letters.letter(sealed).entry.sections) == 2


def test_a_search_alone_finds_it_when_the_journal_is_opened_after_its_date(
    journal: Journal, clock: FixedClock, open_again: OpenAgain, sealed: UUID
) -> None:
    clock.advance(20 * ONE_DAY)
    assert found(open_again(), "sit") == [sealed]


def test_a_disk_that_takes_nothing_on_its_date_keeps_nobody_out(
    journal: Journal, clock: FixedClock, open_again: OpenAgain, sealed: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_writing: Writing, _table: TruthTable, _identity: UUID, **_columns: Value) -> bool:
        raise DiskFull("The disk is full.", "Make some room, then try again.")

    clock.advance(12 * ONE_DAY)
    with monkeypatch.context() as disk:
        disk.setattr(Writing, "change", full)
        journal = open_again()
        with pytest.raises(DiskFull):
            journal.letters.unseal_due()
    assert journal.pages.entry(sealed).sections == ()
    assert journal.letters.today() is not None
    assert found(journal, "sit") == [sealed]


@pytest.mark.parametrize("asking", ["lines", "letter", "draw", "offer_after"])
def test_asking_for_letters_writes_nothing_even_on_its_date(
    journal: Journal, clock: FixedClock, asked: Asked, sealed: UUID, asking: str
) -> None:
    clock.advance(12 * ONE_DAY)
    about = {"letter": (sealed,), "offer_after": (sealed,)}.get(asking, ())
    asked.statements.clear()
    getattr(journal.letters, asking)(*about)
    assert asked.reads()
    assert asked.writes() == []
    assert journal.letters.unseal_due() == Changes(frozenset({sealed}), letters=True)


def test_opened_early_it_is_awake_and_found_and_keeps_its_day(journal: Journal, sealed: UUID) -> None:
    assert journal.letters.open_early(sealed) == Changes(frozenset({sealed}), letters=True)
    assert journal.letters.open_early(sealed) == Changes()
    (line,) = journal.letters.lines()
    assert (line.state, line.next_on) == (LetterState.AWAKE, SEALED_UNTIL)
    assert found(journal, "sit") == [sealed]
    assert journal.letters.versions(sealed) == ()


def test_what_is_handed_out_of_a_sealed_letter_cannot_take_the_place_of_its_words(
    journal: Journal, connection: Connection, sealed: UUID
) -> None:
    def rows() -> list[object]:
        tables = ("SELECT * FROM entry", "SELECT * FROM section", "SELECT * FROM revision")
        return [connection.execute(rows).fetchall() for rows in tables]

    before, handed_out = rows(), journal.letters.letter(sealed).entry.as_draft()
    assert before[0]
    assert before[1]
    for draft in (handed_out, replace(handed_out, title=""), replace(handed_out, sections=(section("A late key."),))):
        with pytest.raises(SealedLetter, match="sealed until its date"):
            journal.pages.save(draft)
    assert rows() == before
    journal.letters.open_early(sealed)
    assert journal.pages.save(replace(journal.pages.entry(sealed).as_draft(), title="A chair"))


def test_a_save_that_comes_late_and_changes_nothing_does_not_mind_the_seal(journal: Journal) -> None:
    draft = letter("Dear you.")
    journal.pages.save(draft)
    journal.letters.put_away(draft.id, SEALED_UNTIL, sealed=True)
    assert journal.pages.save(draft) == Changes()
