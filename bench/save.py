"""Making the words of a page durable, against writing 4 KiB and waiting for the disk."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from bench.corpus import PASSPHRASE, StandingClock, make_journal, pages
from bench.measure import Row, middle, percentile
from heartjournal.journal import open_journal
from heartjournal.vault import open_vault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from heartjournal.journal import Journal
    from heartjournal.model.entry import Draft

ROUNDS = 300
_BLOCK = os.urandom(4096)
_WORDS_A_SAVE = 8  # about what is typed between two saves
_COMMIT = "INSERT OR REPLACE INTO meta (name, value) VALUES ('bench', :number)"


def rows(folder: Path) -> tuple[Row, ...]:
    """Saves and bare writes in turn, each into the same folder."""
    journal = _journal(folder / "journal", 1000)
    make_journal(folder / "bare", 0)
    bare = open_vault(folder / "bare", PASSPHRASE)
    with (folder / "floor").open("wb", buffering=0) as file:

        def write() -> None:
            file.write(_BLOCK)
            os.fdatasync(file.fileno())

        def commit() -> None:
            with bare.connection.transaction():
                bare.connection.execute(_COMMIT, {"number": time.perf_counter_ns()})

        floor, one_row, ours = [], [], []
        for page in pages(ROUNDS, salt="saved"):
            floor.append(_seconds(write))
            ours.append(_seconds(partial(journal.pages.save, page)))
            one_row.append(_seconds(commit))
        floor_of_growing, growing = [], []
        for page in pages(ROUNDS // 30, salt="growing"):
            for longer in _as_it_grows(page):
                floor_of_growing.append(_seconds(write))
                growing.append(_seconds(partial(journal.pages.save, longer)))
            for _ in journal.search.catch_up():
                pass
    bare.close()
    journal.close()
    note = f"one row, same cipher: {middle(one_row):.2f} ms"
    return (
        Row("save of a new page, half of the saves", middle(floor), middle(ours), 1.25, note),
        Row("save of a new page, 99 of 100", percentile(floor, 99), percentile(ours, 99), 2.0),
        Row("save of a page that grows, half", middle(floor_of_growing), middle(growing), 1.25),
        Row("save of a page that grows, 99 of 100", percentile(floor_of_growing, 99), percentile(growing, 99), 2.0),
    )


def _as_it_grows(page: Draft) -> Iterator[Draft]:
    (section,) = page.sections
    words = section.body.split()
    for count in range(_WORDS_A_SAVE, len(words) + 1, _WORDS_A_SAVE):
        yield replace(page, sections=(replace(section, body=" ".join(words[:count])),))


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
