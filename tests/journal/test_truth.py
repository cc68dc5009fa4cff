"""Stamps, the high mark and what is gone."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heartjournal.journal import Journal
from heartjournal.journal.truth import Truth
from heartjournal.journal.truth_tables import TruthTable
from heartjournal.model.letter import LetterLink
from heartjournal.model.support import Comfort, Contact
from heartjournal.vault import Connection, VaultBug
from tests.clock import FixedClock
from tests.journal.builders import DAY, letter, page, section
from tests.journal.conftest import Asked, OpenAgain


def high_mark(connection: Connection) -> bytes:
    return bytes(connection.execute("SELECT value FROM meta WHERE name = 'stamp'").fetchall()[0][0])


def rows_of(connection: Connection, column: str, table: str) -> list[tuple[bytes]]:
    return connection.execute(f"SELECT {column} FROM {table}").fetchall()  # noqa: S608  names of the schema


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(jumps=st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=8))
def test_stamps_rise_strictly_even_when_the_clock_goes_back(
    journal: Journal, connection: Connection, clock: FixedClock, jumps: list[int]
) -> None:
    comfort = Comfort(uuid4(), "tea")
    marks = [high_mark(connection)]
    for number, jump in enumerate(jumps):
        clock.set("2026-11-12 21:40")
        clock.advance(timedelta(seconds=jump))
        assert journal.support.save_comfort(Comfort(comfort.id, f"tea {number}"))
        marks.append(high_mark(connection))
        rows = connection.execute("SELECT stamp FROM comfort WHERE id = :id", {"id": comfort.id.bytes}).fetchall()
        assert rows == [(marks[-1],)]
    assert sorted(set(marks)) == marks


def test_the_high_mark_is_kept_over_closing(journal: Journal, clock: FixedClock, open_again: OpenAgain) -> None:
    journal.pages.save(page("one"))
    before = high_mark(journal._vault.connection)
    clock.advance(timedelta(days=-400))
    journal = open_again()
    journal.pages.save(page("two"))
    assert high_mark(journal._vault.connection) > before


def test_every_row_of_one_save_has_one_stamp_that_names_the_writer(journal: Journal, connection: Connection) -> None:
    journal.pages.save(page(section("one", "sad", "tired"), section("two")))
    stamps = {stamp for table in ("entry", "section", "feeling") for (stamp,) in rows_of(connection, "stamp", table)}
    ((writer,),) = connection.execute("SELECT id FROM writer").fetchall()
    assert stamps == {high_mark(connection)}
    assert high_mark(connection)[8:] == writer[8:]


def test_every_removed_row_is_remembered_as_gone_under_the_stamp_of_its_removal(
    journal: Journal, connection: Connection
) -> None:
    kept, removed = section("stays"), section("goes", "sad")
    draft = page(kept, removed)
    journal.pages.save(draft)
    journal.pages.save(replace(draft, sections=(kept,)))
    gone = connection.execute("SELECT table_name, id, stamp FROM gone ORDER BY table_name").fetchall()
    assert [table for table, _, _ in gone] == ["feeling", "section"]
    assert gone[1][1] == removed.id.bytes
    assert {stamp for _, _, stamp in gone} == {high_mark(connection)}


@pytest.mark.parametrize("table", list(TruthTable))
def test_a_row_removed_by_whatever_statement_leaves_its_id(
    journal: Journal, connection: Connection, clock: FixedClock, table: TruthTable
) -> None:
    journal.pages.save(page(section("words", "sad")))
    journal.support.save_comfort(Comfort(uuid4(), "tea"))
    journal.feelings.add("wistful")
    journal.settings.put("person.name", "Ada")
    journal.practices.remember_sentence("break", "kind", "Let it be.")
    journal.support.save_contact(Contact(uuid4(), "Ada", "555"))
    write_everything_about_letters(journal, clock)
    write_everything_about_the_critic(journal)
    ids = set(rows_of(connection, "id", table))
    connection.execute(f"DELETE FROM {table}")  # noqa: S608  a name of the schema
    gone = set(connection.execute("SELECT id FROM gone WHERE table_name = :table", {"table": table}).fetchall())
    assert ids
    assert gone == ids


def write_everything_about_letters(journal: Journal, clock: FixedClock) -> None:
    written, evening_page = letter(section("Dear you.", "sad")), page(section("words", "sad"))
    journal.pages.save(written)
    journal.pages.save(evening_page)
    journal.letters.link(written.id, LetterLink(evening_page.id))
    journal.letters.put_away(written.id, DAY)
    clock.advance(timedelta(days=3))
    assert journal.letters.offer_after(evening_page.id)
    assert journal.letters.today()
    journal.letters.read(written.id, felt=None)
    journal.pages.save(replace(written, title="Tonight"))


def write_everything_about_the_critic(journal: Journal) -> None:
    (phrase,) = journal.phrases.keep("I always let people down").phrases
    journal.phrases.reframe(phrase, "I let one thing slip.")
    journal.critic.refuse("am|idiot", "I am an idiot")
    written = letter(section("Dear you."))
    journal.pages.save(written)
    journal.phrases.link_letter(phrase, written.id)


def test_a_failing_block_writes_nothing(connection: Connection, clock: FixedClock, journal: Journal) -> None:
    before = high_mark(connection)
    fails = Truth(connection, clock).writing()
    with pytest.raises(ZeroDivisionError), fails as writing:
        assert 1 / (1 - writing.put(TruthTable.COMFORT, uuid4(), words="tea"))
    assert journal.support.comforts() == ()
    assert high_mark(connection) == before


def test_adding_a_row_twice_is_a_bug_and_keeps_the_first(
    connection: Connection, clock: FixedClock, journal: Journal
) -> None:
    identity = uuid4()
    journal.support.save_comfort(Comfort(identity, "tea"))
    with pytest.raises(VaultBug), Truth(connection, clock).writing() as writing:
        writing.add(TruthTable.COMFORT, identity, words="coffee")
    assert journal.support.comforts() == (Comfort(identity, "tea"),)


def test_a_block_that_writes_nothing_new_leaves_the_file_alone(journal: Journal, asked: Asked) -> None:
    comfort = Comfort(uuid4(), "tea")
    journal.support.save_comfort(comfort)
    asked.statements.clear()
    assert not journal.support.save_comfort(comfort)
    assert not journal.support.remove_comfort(uuid4())
    assert [statement for statement in asked.writes() if "meta" in statement] == []


def test_half_characters_never_keep_a_row_from_being_written(journal: Journal) -> None:
    comfort = Comfort(uuid4(), "tea \ud83d")
    assert journal.support.save_comfort(comfort)
    assert journal.support.comforts()[0].words == "tea \ufffd"
