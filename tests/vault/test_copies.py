import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from heartjournal.model.problems import CannotRead, DamagedHeader, ForeignFolder
from heartjournal.vault.copies import HeaderCopies, read_copies, read_header
from heartjournal.vault.header import Unreadable
from tests.vault.folders import header


def test_the_newest_sound_copy_comes_first(folder: Path) -> None:
    older = header(folder)
    newer = replace(older, sequence=older.sequence + 1)

    assert HeaderCopies(older, newer).sound() == (newer, older)
    assert HeaderCopies(Unreadable.DAMAGED, older).sound() == (older,)


def test_a_copy_that_is_not_there_is_none(tmp_path: Path) -> None:
    assert read_copies(tmp_path) == HeaderCopies(None, None)


def test_a_copy_the_disk_will_not_hand_over_is_told_from_damage(tmp_path: Path) -> None:
    (tmp_path / "vault.json").symlink_to("vault.json")

    assert read_copies(tmp_path).first is Unreadable.REFUSED


def test_a_folder_in_the_place_of_a_header_is_damage(tmp_path: Path) -> None:
    (tmp_path / "vault.json").mkdir()

    assert read_header(tmp_path / "vault.json") is Unreadable.DAMAGED


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_named_pipe_in_the_place_of_a_header_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "vault.json")

    assert read_header(tmp_path / "vault.json") is Unreadable.DAMAGED


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (Unreadable.DAMAGED, Unreadable.DAMAGED, DamagedHeader),
        (Unreadable.DAMAGED, None, DamagedHeader),
        (None, None, DamagedHeader),
        (Unreadable.DAMAGED, Unreadable.FOREIGN, DamagedHeader),
        (Unreadable.FOREIGN, None, ForeignFolder),
        (Unreadable.REFUSED, Unreadable.DAMAGED, CannotRead),
    ],
)
def test_without_a_sound_copy_there_is_one_verdict(
    first: Unreadable | None, second: Unreadable | None, verdict: type[Exception]
) -> None:
    assert isinstance(HeaderCopies(first, second).problem(), verdict)
