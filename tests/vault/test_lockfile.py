import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest

from heartjournal.model.problems import CannotWrite, JournalInUse
from heartjournal.vault import lockfile
from heartjournal.vault.lockfile import VaultLock, lock_on_windows


def test_one_holds_the_lock_at_a_time(tmp_path: Path) -> None:
    held = VaultLock.taken(tmp_path)
    with pytest.raises(JournalInUse):
        VaultLock.taken(tmp_path)

    held.release()

    VaultLock.taken(tmp_path).release()


def test_releasing_twice_frees_no_file_of_others(tmp_path: Path) -> None:
    lock = VaultLock.taken(tmp_path)
    lock.release()
    other = os.open(tmp_path / "other", os.O_CREAT | os.O_RDWR)  # the system hands out the same number again

    lock.release()

    os.close(other)


def test_no_descriptor_is_left_by_a_lock_that_was_refused(tmp_path: Path) -> None:
    held = VaultLock.taken(tmp_path)
    before = os.open(tmp_path / "probe", os.O_CREAT)
    os.close(before)
    with pytest.raises(JournalInUse):
        VaultLock.taken(tmp_path)
    after = os.open(tmp_path / "probe", os.O_CREAT)
    os.close(after)
    held.release()

    assert before == after


def test_the_lock_is_not_handed_to_children(tmp_path: Path) -> None:
    lock = VaultLock.taken(tmp_path)

    assert lock._descriptor is not None
    assert not os.get_inheritable(lock._descriptor)
    lock.release()


def test_the_lock_file_stays_and_stays_empty(tmp_path: Path) -> None:
    VaultLock.taken(tmp_path).release()

    assert (tmp_path / "lock").read_bytes() == b""


def test_a_lock_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        VaultLock.taken(tmp_path / "gone")


@pytest.mark.parametrize("reason", [errno.ENOLCK, errno.EOPNOTSUPP, errno.EIO])
def test_a_disk_without_locks_is_not_a_journal_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: int
) -> None:
    with refusing(monkeypatch, reason), pytest.raises(CannotWrite, match="two programs"):
        VaultLock.taken(tmp_path)
    VaultLock.taken(tmp_path).release()


@pytest.mark.parametrize("reason", [errno.EWOULDBLOCK, errno.EACCES])
def test_a_lock_that_another_holds_is_a_journal_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: int
) -> None:
    with refusing(monkeypatch, reason), pytest.raises(JournalInUse):
        VaultLock.taken(tmp_path)


@contextmanager
def refusing(monkeypatch: pytest.MonkeyPatch, reason: int) -> Iterator[None]:
    """As a system answers that gives no lock, for this reason."""

    def refuse(_descriptor: int) -> None:
        raise OSError(reason, os.strerror(reason))

    with monkeypatch.context() as patch:
        patch.setattr(lockfile, "lock_on_posix", refuse)
        patch.setitem(lockfile._LOCKS, "nt", refuse)
        yield


def test_windows_locks_one_byte_without_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int, int]] = []
    msvcrt = ModuleType("msvcrt")
    monkeypatch.setattr(msvcrt, "LK_NBLCK", 2, raising=False)
    monkeypatch.setattr(msvcrt, "locking", lambda *arguments: asked.append(arguments), raising=False)
    monkeypatch.setitem(sys.modules, "msvcrt", msvcrt)

    lock_on_windows(7)

    assert asked == [(7, 2, 1)]
