import os
from pathlib import Path

import pytest

from heartjournal.vault import durable


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """What is put on the disk, in order: names of files and folders."""
    seen: list[str] = []
    fsync = os.fsync

    def watch(descriptor: int) -> None:
        seen.append(Path(f"/proc/self/fd/{descriptor}").readlink().name)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", watch)
    return seen


@pytest.mark.platform("linux")
def test_a_new_folder_is_named_on_the_disk_by_the_folder_above(tmp_path: Path, steps: list[str]) -> None:
    durable.make_private_folder(tmp_path / "one" / "two")

    assert steps == [tmp_path.name, "one"]


@pytest.mark.platform("linux")
def test_a_file_is_whole_on_the_disk_before_it_gets_its_name(tmp_path: Path, steps: list[str]) -> None:
    durable.write_private_file(tmp_path / "new", b"content")
    durable.rename(tmp_path / "new", tmp_path / "name")

    assert steps == ["new", tmp_path.name]
    assert (tmp_path / "name").read_bytes() == b"content"


def test_a_left_over_is_replaced_and_not_written_into(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"untouched")
    (tmp_path / "new").symlink_to(tmp_path / "elsewhere")

    durable.write_private_file(tmp_path / "new", b"content")

    assert (tmp_path / "elsewhere").read_bytes() == b"untouched"
    assert not (tmp_path / "new").is_symlink()


def test_a_system_whose_folders_cannot_be_opened_is_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, _flags: int) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "open", refuse)

    durable.sync_folder(tmp_path)
