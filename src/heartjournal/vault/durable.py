"""Files that survive a power cut: written, flushed to the disk, and only then given their name."""

import contextlib
import os
from pathlib import Path


def make_private_folder(folder: Path) -> None:
    """Make `folder` and what is missing above it, 0700 each, and put their names on the disk."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir(mode=0o700, exist_ok=True)
        sync_folder(path.parent)
    with contextlib.suppress(OSError):  # a memory stick knows no modes
        folder.chmod(0o700)


def make_private_file(path: Path) -> None:
    """Make an empty file 0600 under any umask; raise FileExistsError if something is there."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def write_private_file(path: Path, content: bytes) -> None:
    """Write `content` to `path` (0600, replacing a left-over) and return when it is on the disk."""
    path.unlink(missing_ok=True)
    make_private_file(path)
    with path.open("r+b") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_file(path: Path) -> None:
    """Return when everything written to `path` is on the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def rename(source: Path, target: Path) -> None:
    """Give `source` the name `target` in one step, and return when the name is on the disk."""
    source.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Put the names of a folder on the disk, on systems whose folders can be opened."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:  # Windows opens no folders; elsewhere writing would have failed before
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
