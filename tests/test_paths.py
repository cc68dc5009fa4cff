"""Where files lie, and what a folder's names say."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from heartjournal import paths
from heartjournal.model.problems import CannotRead
from heartjournal.paths import FolderSign, JournalPlace
from heartjournal.vault.state import VaultState, vault_state

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))


def test_the_usual_journal_is_in_the_data_folder() -> None:
    assert paths.default_journal() == paths.data_folder() / "journal"
    assert paths.preferences_file().parent == paths.config_folder()
    assert {folder.name for folder in (paths.data_folder(), paths.config_folder())} == {"HeartJournal"}


@pytest.mark.skipif(sys.platform != "linux", reason="the names of the XDG base directories")
def test_the_folders_are_those_of_the_desktop(tmp_path: Path) -> None:
    assert paths.data_folder() == tmp_path / "data" / "HeartJournal"
    assert paths.config_folder() == tmp_path / "config" / "HeartJournal"


def test_asking_makes_nothing(tmp_path: Path) -> None:
    paths.default_journal()
    paths.demo_folder()
    paths.demo_folders()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["vault.json", "vault.json.2", "journal-0a1b.db"])
def test_one_file_of_a_journal_makes_a_folder_look_like_one(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert paths.sign_of(tmp_path) is FolderSign.JOURNAL


LEFT = f"journal-{'0a' * 8}.db.new"


@pytest.mark.parametrize("name", ["vault.json.new", LEFT, f"{LEFT}-wal", "lock", ".DS_Store"])
def test_a_folder_with_what_an_interrupted_making_or_a_system_leaves_counts_as_empty(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert paths.sign_of(tmp_path) is FolderSign.NONE
    assert paths.journal_place(named=tmp_path, preferred=None) == JournalPlace(tmp_path, is_new=True)
    assert vault_state(tmp_path) in {VaultState.MISSING, VaultState.UNFINISHED}


@pytest.mark.parametrize("name", ["journal.db", "notes.md", "journal-0a1b.db-wal", "journal-0a1b.db.new"])
def test_a_folder_with_other_files_is_said_to_be_foreign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / name).touch()
    (tmp_path / "lock").touch()
    assert paths.sign_of(tmp_path) is FolderSign.FOREIGN
    foreign = JournalPlace(tmp_path, is_new=True, is_foreign=True)
    assert paths.journal_place(named=tmp_path, preferred=None) == foreign
    monkeypatch.setattr(paths, "default_journal", lambda: tmp_path)
    assert paths.journal_place(named=None, preferred=None) == foreign
    assert vault_state(tmp_path) is VaultState.FOREIGN


def test_what_is_not_there_is_told_from_what_cannot_be_listed(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert paths.sign_of(tmp_path / "missing") is FolderSign.MISSING
    assert paths.sign_of(tmp_path / "file") is FolderSign.UNREADABLE
    assert paths.sign_of(Path("a\0b")) is FolderSign.UNREADABLE


@pytest.fixture
def shut_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that its disk cannot list, whoever asks (root may read what is forbidden to others)."""
    shut, real = tmp_path / "shut", os.scandir
    shut.mkdir()

    def listing(folder: Path) -> Iterator[os.DirEntry[str]]:
        if folder == shut:
            raise OSError(errno.EIO, "the disk answers no longer")
        return real(folder)

    monkeypatch.setattr(os, "scandir", listing)
    return shut


def test_a_folder_that_cannot_be_listed_is_never_new(shut_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "default_journal", lambda: shut_folder)
    assert paths.sign_of(shut_folder) is FolderSign.UNREADABLE
    assert not paths.journal_place(named=shut_folder, preferred=None).is_new
    assert not paths.journal_place(named=None, preferred=None).is_new


def test_the_usual_folder_is_new_until_a_journal_is_in_it() -> None:
    usual = paths.default_journal()
    assert paths.journal_place(named=None, preferred=None) == JournalPlace(usual, is_new=True)
    usual.mkdir(parents=True)
    assert paths.journal_place(named=None, preferred=None).is_new
    (usual / "vault.json").touch()
    assert not paths.journal_place(named=None, preferred=None).is_new


def test_a_folder_of_the_preferences_is_never_new_and_says_when_it_is_not_connected(tmp_path: Path) -> None:
    place = paths.journal_place(named=None, preferred=tmp_path / "stick" / "journal")
    assert place == JournalPlace(tmp_path / "stick" / "journal", is_new=False, is_awaited=True)
    with pytest.raises(CannotRead, match="isn't there"):
        paths.require_connected(place)
    place.folder.mkdir(parents=True)
    paths.require_connected(place)


def test_a_folder_that_is_named_goes_before_the_preferences_and_may_be_made(tmp_path: Path) -> None:
    named = tmp_path / "new"
    assert paths.journal_place(named=named, preferred=tmp_path / "other") == JournalPlace(named, is_new=True)
    named.mkdir()
    assert paths.journal_place(named=named, preferred=None).is_new
    (named / "journal-0a1b.db").touch()
    assert not paths.journal_place(named=named, preferred=None).is_new


def test_a_named_folder_without_anything_around_it_is_not_taken_for_a_new_one(tmp_path: Path) -> None:
    place = paths.journal_place(named=tmp_path / "stick" / "journal", preferred=None)
    assert not place.is_new
    paths.require_connected(place)


def test_a_folder_named_from_here_may_be_made_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.journal_place(named=Path("new"), preferred=None).is_new


def test_the_sample_journals_are_found_by_name_also_that_of_this_process() -> None:
    earlier = paths.cache_folder() / "demo-1"
    for folder in (earlier, paths.demo_folder()):
        folder.mkdir(parents=True)
    assert paths.demo_folders() == (earlier, paths.demo_folder())
    assert str(os.getpid()) in paths.demo_folder().name


def test_only_folders_with_the_very_name_are_found(tmp_path: Path) -> None:
    cache = paths.cache_folder()
    cache.mkdir(parents=True)
    (cache / "demo-99999999999").mkdir()
    (cache / "demo-mine").mkdir()
    (cache / "demo-4000000000").touch()
    (cache / "demo-4000000001").symlink_to(tmp_path)
    assert paths.demo_folders() == ()
