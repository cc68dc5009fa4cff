from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from heartjournal.model.problems import CannotRead
from heartjournal.vault import VaultState, vault_state
from heartjournal.vault.header import encode
from tests.vault.folders import contents, database, header

DATABASE = "journal-0011223344556677.db"


def without_headers(folder: Path) -> None:
    (folder / "vault.json").unlink()
    (folder / "vault.json.2").unlink()


def test_a_folder_that_is_not_there_is_missing(tmp_path: Path) -> None:
    assert vault_state(tmp_path / "none" / "at all") is VaultState.MISSING


@pytest.mark.parametrize("name", ["lock", ".DS_Store", "desktop.ini"])
def test_a_folder_with_nothing_of_anybody_in_it_is_missing(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()

    assert vault_state(tmp_path) is VaultState.MISSING


def test_a_file_in_the_place_of_the_folder_is_foreign(tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("dear diary")

    assert vault_state(tmp_path / "diary.txt") is VaultState.FOREIGN


def test_a_folder_of_other_files_is_foreign(tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("dear diary")

    assert vault_state(tmp_path) is VaultState.FOREIGN


def test_a_header_of_another_program_is_foreign(tmp_path: Path) -> None:
    (tmp_path / "vault.json").write_text('{"secrets": []}')

    assert vault_state(tmp_path) is VaultState.FOREIGN


def test_a_folder_that_cannot_be_listed_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CannotRead):
        vault_state(tmp_path / ("long" * 100))


@pytest.mark.parametrize("lost", [["vault.json"], ["vault.json.2"], ["vault.json", "vault.json.2"]])
def test_a_journal_is_a_journal_also_without_its_headers(folder: Path, lost: list[str]) -> None:
    for name in lost:
        (folder / name).unlink()

    assert vault_state(folder) is VaultState.READY


@pytest.mark.parametrize(
    "name", [f"{DATABASE}.new", f"{DATABASE}.new-wal", f"{DATABASE}.new-journal", "vault.json.new"]
)
def test_what_creation_leaves_is_unfinished(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    (tmp_path / "lock").touch()

    assert vault_state(tmp_path) is VaultState.UNFINISHED


def test_a_database_named_by_a_first_new_header_is_unfinished(folder: Path) -> None:
    (folder / "vault.json").rename(folder / "vault.json.new")
    (folder / "vault.json.2").unlink()

    assert vault_state(folder) is VaultState.UNFINISHED


def other_database(folder: Path) -> None:
    database(folder).rename(folder / DATABASE)


def later_header(folder: Path) -> None:
    (folder / "vault.json.new").write_bytes(encode(replace(header(folder), sequence=2)))


def damaged_header(folder: Path) -> None:
    (folder / "vault.json.new").write_bytes(b"{")


@pytest.mark.parametrize("change", [other_database, later_header, damaged_header])
def test_a_database_that_may_hold_words_is_never_taken_for_unfinished(
    folder: Path, change: Callable[[Path], None]
) -> None:
    (folder / "vault.json.new").write_bytes((folder / "vault.json").read_bytes())
    change(folder)
    without_headers(folder)

    assert vault_state(folder) is VaultState.READY


def test_left_overs_among_other_files_are_foreign(tmp_path: Path) -> None:
    (tmp_path / "vault.json.new").touch()
    (tmp_path / "diary.txt").touch()

    assert vault_state(tmp_path) is VaultState.FOREIGN


def test_asking_changes_nothing(folder: Path) -> None:
    before = contents(folder)

    vault_state(folder)

    assert contents(folder) == before
