"""Where files lie, and what a folder's names say."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from heartjournal import paths


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
    paths.left_demo_folders()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["vault.json", "vault.json.2", "journal-0a1b.db"])
def test_one_file_of_a_journal_makes_a_folder_look_like_one(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert paths.looks_like_a_journal(tmp_path)


@pytest.mark.parametrize("name", ["vault.json.new", "journal.db", "notes.md", "lock", "journal-0a1b.db-wal"])
def test_other_files_do_not(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert not paths.looks_like_a_journal(tmp_path)


def test_what_is_no_folder_is_no_journal(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert not paths.looks_like_a_journal(tmp_path / "file")
    assert not paths.looks_like_a_journal(tmp_path / "missing")
    assert not paths.looks_like_a_journal(Path("a\0b"))


def test_a_sample_journal_of_a_process_that_ended_is_found_again() -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left = paths.cache_folder() / f"demo-{ended.pid}"
    left.mkdir(parents=True)
    assert paths.left_demo_folders() == (left,)


def test_the_sample_journal_of_a_running_process_is_left_alone() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as running:
        (paths.cache_folder() / f"demo-{running.pid}").mkdir(parents=True)
        (paths.cache_folder() / "demo-1").mkdir()
        found = paths.left_demo_folders()
        running.communicate(b"\n")
    assert found == ()


def test_a_folder_with_this_process_id_is_an_earlier_process_s() -> None:
    paths.demo_folder().mkdir(parents=True)
    assert paths.left_demo_folders() == (paths.demo_folder(),)
    assert str(os.getpid()) in paths.demo_folder().name


def test_only_folders_with_the_very_name_are_swept(tmp_path: Path) -> None:
    cache = paths.cache_folder()
    cache.mkdir(parents=True)
    (cache / "demo-99999999999").mkdir()
    (cache / "demo-mine").mkdir()
    (cache / "demo-4000000000").touch()
    (cache / "demo-4000000001").symlink_to(tmp_path)
    assert paths.left_demo_folders() == ()
