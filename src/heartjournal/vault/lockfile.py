"""The vault lock: an advisory lock of the system on an empty file, which the kernel frees when its process dies."""

import errno
import importlib
import os
from pathlib import Path
from typing import Self

from heartjournal.vault.layout import LOCK
from heartjournal.vault.verdicts import cannot_lock, journal_in_use, writing

# POSIX answers EWOULDBLOCK, which some systems name EAGAIN; Windows answers EACCES.
_HELD = frozenset({errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES})


class VaultLock:
    """Held while a journal is unlocked. The file itself stays: removing it would let two processes hold two files."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    @classmethod
    def taken(cls, folder: Path) -> Self:
        """Take the lock of `folder`; raise JournalInUse at once if another holds it, CannotWrite if nobody can."""
        with writing():
            # Python opens every file without inheritance (O_CLOEXEC), so no child keeps the lock alive.
            descriptor = os.open(folder / LOCK, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            _LOCKS.get(os.name, lock_on_posix)(descriptor)
        except OSError as error:
            os.close(descriptor)
            raise (journal_in_use() if error.errno in _HELD else cannot_lock()) from None
        return cls(descriptor)

    def release(self) -> None:
        """Free the lock; a second call does nothing."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def lock_on_posix(descriptor: int) -> None:
    """Lock the whole file, exclusively and without waiting; OSError if it is held."""
    fcntl = importlib.import_module("fcntl")
    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def lock_on_windows(descriptor: int) -> None:
    """Lock the first byte, which need not exist; OSError if it is held."""
    msvcrt = importlib.import_module("msvcrt")
    msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)


_LOCKS = {"nt": lock_on_windows}
