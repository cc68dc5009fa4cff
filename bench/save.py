"""Making a page of 256 words durable, against writing 4 KiB and waiting for the disk."""

from __future__ import annotations

import os
import time
from functools import partial
from typing import TYPE_CHECKING

from bench.corpus import PASSPHRASE, StandingClock, make_journal, pages
from bench.measure import Row, middle, percentile
from heartjournal.journal import open_journal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from heartjournal.journal import Journal

ROUNDS = 300
_BLOCK = os.urandom(4096)


def rows(folder: Path) -> tuple[Row, ...]:
    """Saves and bare writes in turn, each into the same folder."""
    journal = _journal(folder / "journal", 1000)
    with (folder / "floor").open("wb", buffering=0) as file:

        def write() -> None:
            file.write(_BLOCK)
            os.fdatasync(file.fileno())

        floor, ours = [], []
        for page in pages(ROUNDS, salt="saved"):
            floor.append(_seconds(write))
            ours.append(_seconds(partial(journal.pages.save, page)))
    journal.close()
    return (
        Row("save, half of the saves", middle(floor), middle(ours), 1.25),
        Row("save, 99 of 100 saves", percentile(floor, 99), percentile(ours, 99), 2.0),
    )


def long_rows(folder: Path) -> tuple[Row, ...]:
    """A save into a large journal against one into a small one."""
    small, large = _journal(folder / "small", 1000), _journal(folder / "large", 100_000)
    few, many = [], []
    for page in pages(ROUNDS, salt="saved"):
        few.append(_seconds(partial(small.pages.save, page)))
        many.append(_seconds(partial(large.pages.save, page)))
    small.close()
    large.close()
    return (Row("save, 100,000 pages against 1,000", middle(few), middle(many), 1.3),)


def _journal(folder: Path, count: int) -> Journal:
    make_journal(folder, count)
    return open_journal(folder, PASSPHRASE, clock=StandingClock())


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
