"""The disk has no room while somebody writes: one plain sentence, no word lost, and all of it saved once there is."""

from __future__ import annotations

import resource
import subprocess
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Protocol

import pytest

from tests.stories.evening import Evening, Home
from tests.stories.journals import keep, make, pages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.platform("linux")

BEFORE = "The kettle is on."
MEANWHILE = " I can hear it through the wall, and it is enough."
AFTER = " It sings now."


class Disk(Protocol):
    """Where a journal lies. `sentence` is what the page says once it is full."""

    sentence: str

    def fill(self, process: int, /) -> None:
        """Leave no room to a process."""

    def make_room(self, process: int, /) -> None:
        """Give all of it back."""


class SmallDisk:
    """A real file system of eight megabytes; only root may mount one."""

    sentence = "The disk is full. Make some room, then try again. What was saved before is safe."

    def __init__(self, place: Path, unmounted: ExitStack) -> None:
        subprocess.run(("mount", "-t", "tmpfs", "-o", "size=8m,mode=0700", "heartjournal", place), check=True)
        unmounted.callback(subprocess.run, ("umount", "--lazy", place), check=True)
        self._ballast = place / "ballast"

    def fill(self, _process: int) -> None:
        """Write until there is no room for a byte."""
        with self._ballast.open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(b"x" * 4096)

    def make_room(self, _process: int) -> None:
        """Remove what filled it."""
        self._ballast.unlink()


class Allowance:
    """What the system lets this one process write; anybody may set it."""

    sentence = (
        "The journal's folder can't be written to. "
        "Check that the disk is connected and that you may write there, then try again."
    )

    def __init__(self, place: Path, unmounted: ExitStack) -> None:
        pass

    def fill(self, process: int) -> None:
        """Allow nothing."""
        self._allow(process, 0)

    def make_room(self, process: int) -> None:
        """Allow everything."""
        self._allow(process, resource.RLIM_INFINITY)

    def _allow(self, process: int, most_bytes: int) -> None:
        _, hard = resource.prlimit(process, resource.RLIMIT_FSIZE)
        resource.prlimit(process, resource.RLIMIT_FSIZE, (most_bytes, hard))


def may_mount() -> bool:
    """Whether this is root, and one with the right to; asked by a way that leaves nothing behind."""
    return subprocess.run(("unshare", "--mount", "true"), check=False, capture_output=True).returncode == 0


DISKS: tuple[Callable[[Path, ExitStack], Disk], ...] = (Allowance, *((SmallDisk,) if may_mount() else ()))


@pytest.mark.parametrize("kind", DISKS)
def test_a_page_keeps_its_words_while_there_is_no_room_and_saves_them_afterwards(
    tmp_path: Path, kind: Callable[[Path, ExitStack], Disk], long_form: bool
) -> None:
    home = Home(tmp_path / "home")
    home.journal.mkdir(parents=True)
    with ExitStack() as unmounted:
        disk = kind(home.journal.parent, unmounted)
        make(home)
        keep(home, BEFORE)
        with Evening(home) as evening:
            evening.unlock()
            evening.press("Ctrl+2")
            evening.see("More for this page", focus="Pages")
            evening.press("Ctrl+E")
            evening.see("Saved", focus="Your words", field=BEFORE)
            disk.fill(evening.process)
            evening.type(MEANWHILE)
            told = evening.see("Not saved yet.", focus="Your words")
            assert disk.sentence in told.words
            assert told.field == BEFORE + MEANWHILE

            disk.make_room(evening.process)
            # The long form waits until it is tried again; otherwise the person goes on.
            words = BEFORE + MEANWHILE
            if not long_form:
                evening.type(AFTER)
                words += AFTER
            evening.see("Saved", focus="Your words", field=words, gone=disk.sentence)
            evening.kill()
        (page,) = pages(home)
        assert page.sections[0].body == words
