"""Creating, opening, refusing and closing a journal."""

import threading
from pathlib import Path

import pytest

from heartjournal.journal import (
    LEAST_COST,
    Interrupted,
    Journal,
    JournalState,
    create_journal,
    journal_state,
    open_journal,
)
from heartjournal.model.problems import NewerJournal, OlderJournal, WrongPassphrase
from heartjournal.vault import Connection, open_vault
from tests.clock import FixedClock
from tests.journal.builders import page
from tests.journal.conftest import PASSPHRASE, OpenAgain


def test_a_new_journal_is_empty_and_knows_its_folder(journal: Journal, folder: Path) -> None:
    assert journal.folder == folder
    assert journal.pages.count() == 0
    assert journal.pages.lines() == ()
    assert journal.search.pages("anything") == ()


def test_what_was_saved_is_there_after_closing_and_opening(journal: Journal, open_again: OpenAgain) -> None:
    draft = page("A long day.")
    journal.pages.save(draft)
    assert open_again().pages.entry(draft.id).as_draft() == draft


def test_a_second_close_does_nothing(journal: Journal) -> None:
    journal.close()
    journal.close()


def test_the_state_of_a_folder_is_told_without_a_passphrase(folder: Path, tmp_path: Path) -> None:
    assert journal_state(folder) is JournalState.READY
    assert journal_state(tmp_path / "nowhere") is JournalState.MISSING


def test_a_wrong_passphrase_is_refused(folder: Path, clock: FixedClock) -> None:
    with pytest.raises(WrongPassphrase):
        open_journal(folder, "not it", clock=clock)


@pytest.mark.parametrize(
    ("statements", "problem"),
    [
        (["PRAGMA user_version = 2"], NewerJournal),
        (["UPDATE meta SET value = 1000 WHERE name = 'generation'"], NewerJournal),
        (["PRAGMA user_version = 0"], OlderJournal),
        (["DELETE FROM meta WHERE name = 'generation'"], OlderJournal),
        (["UPDATE meta SET value = 0 WHERE name = 'generation'"], OlderJournal),
    ],
)
def test_a_journal_of_another_version_is_refused_in_one_sentence_and_let_go_of(
    folder: Path, clock: FixedClock, statements: list[str], problem: type[Exception]
) -> None:
    vault = open_vault(folder, PASSPHRASE)
    for statement in statements:
        vault.connection.execute(statement)
    vault.close()
    before = {path.name: path.read_bytes() for path in folder.glob("*.db*")}
    for _ in range(2):  # a lock left behind would make the second time another problem
        with pytest.raises(problem) as refused:
            open_journal(folder, PASSPHRASE, clock=clock)
        assert "passphrase" not in str(refused.value)
    assert {path.name: path.read_bytes() for path in folder.glob("*.db*")} == before


def test_a_meta_of_an_unknown_shape_is_an_older_journal(
    folder: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("heartjournal.journal.schema._GET_META", "SELECT other FROM meta WHERE name = :name")
    with pytest.raises(OlderJournal):
        open_journal(folder, PASSPHRASE, clock=clock)


def test_two_journals_have_two_writers(tmp_path: Path, clock: FixedClock) -> None:
    writers = set()
    for name in ("one", "two"):
        create_journal(tmp_path / name, PASSPHRASE, clock=clock, cost=LEAST_COST)
        journal = open_journal(tmp_path / name, PASSPHRASE, clock=clock)
        writers |= set(journal._vault.connection.execute("SELECT id FROM writer").fetchall())
        journal.close()
    assert len(writers) == 2


def test_a_statement_that_runs_is_interrupted_from_another_thread(journal: Journal, connection: Connection) -> None:
    for number in range(30):
        journal.pages.save(page(f"page {number}"))
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    done = threading.Event()

    def interrupt_until_done() -> None:
        while not done.wait(0.01):
            journal.interrupt()

    thread = threading.Thread(target=interrupt_until_done)
    thread.start()
    try:
        with pytest.raises(Interrupted):
            connection.execute(endless).fetchall()
    finally:
        done.set()
        thread.join()
    assert len(journal.search.pages("page")) == 30


def test_interrupting_a_closed_journal_does_nothing(journal: Journal) -> None:
    journal.close()
    journal.interrupt()
