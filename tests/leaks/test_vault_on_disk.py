"""Nothing of a journal lies in the clear: not in its folder, not in what SQLite writes while it sorts."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from heartjournal.vault import open_vault
from tests.faults import vault_child
from tests.leaks.canaries import Leak, leaks_below, leaks_written, watching_writes
from tests.vault.folders import PASSPHRASE, make

CANARY = "heron-by-the-weir"


def clear_in(folder: Path) -> list[str]:
    """The files under `folder` that hold the canary or the passphrase."""
    return sorted({leak.file for leak in leaks_below(folder, (CANARY, PASSPHRASE))})


def test_no_file_of_an_open_or_closed_journal_holds_a_word_in_the_clear(tmp_path: Path) -> None:
    folder = make(tmp_path / "journal")
    vault = open_vault(folder, PASSPHRASE)
    with vault.connection.transaction():
        vault.connection.execute("CREATE VIRTUAL TABLE found USING fts5 (words)")
        vault.connection.execute("INSERT INTO found VALUES (:words)", {"words": CANARY})
        vault.connection.execute("INSERT INTO note VALUES (:words)", {"words": CANARY})
    vault.connection.execute("SELECT * FROM found WHERE found MATCH 'heron'").fetchall()

    assert len(list(folder.iterdir())) == 5
    assert clear_in(folder) == []
    vault.close()
    assert clear_in(folder) == []


def test_the_same_words_in_plain_sqlite_are_found(tmp_path: Path) -> None:
    """The control of the test above."""
    for encoding in ("UTF-8", "UTF-16le", "UTF-16be"):
        connection = sqlite3.connect(tmp_path / encoding)
        connection.execute(f"PRAGMA encoding = '{encoding}'")
        connection.execute("CREATE TABLE note (words TEXT)")
        connection.execute("INSERT INTO note VALUES (?)", (CANARY,))
        connection.commit()
        connection.close()

    assert clear_in(tmp_path) == ["UTF-16be", "UTF-16le", "UTF-8"]


def clear_writes(verb: str, folder: Path, log: Path) -> list[Leak]:
    """How the canary was written while a child sorted."""
    child = (sys.executable, "-B", vault_child.__file__, verb, str(folder))
    subprocess.run((*watching_writes(log), *child), check=True, stdin=subprocess.DEVNULL, capture_output=True)
    return leaks_written(log, (CANARY,))


@pytest.mark.platform("linux")
def test_a_large_sort_writes_no_word_in_the_clear(tmp_path: Path) -> None:
    assert clear_writes("sort", make(tmp_path / "journal"), tmp_path / "log") == []


@pytest.mark.platform("linux")
def test_the_same_sort_with_temporary_files_is_caught(tmp_path: Path) -> None:
    """The control of the test above: the setting that must never change."""
    assert clear_writes("sort_on_disk", make(tmp_path / "journal"), tmp_path / "log") != []
