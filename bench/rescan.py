"""Hearing a whole journal again under new rules, against the bare passes over the same texts in memory."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final, NamedTuple

from bench.corpus import PASSPHRASE, StandingClock
from bench.english import known_phrases, make_english_journal, texts
from bench.measure import Row, middle
from bench.phrase_floor import PhraseFloor
from heartjournal.journal import Hearing, open_journal
from heartjournal.vault import open_vault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PAGES: Final = 1_000
LONG_PAGES: Final = 10_000
_ROUNDS: Final = 5
_LONG_ROUNDS: Final = 1
_PAGES_A_SLICE: Final = 10
_MOST_MEMORY: Final = 64.0
_KIB_A_MIB: Final = 1024
_NEW_RULES: Final = "UPDATE meta SET value = 0 WHERE name = 'hearing_version'"


class Taken(NamedTuple):
    """Seconds by the clock, and of the processor's time in them."""

    clock: float
    processor: float


def rows(folder: Path) -> tuple[Row, ...]:
    """The short form."""
    return _rows(folder, PAGES, _ROUNDS)


def long_rows(folder: Path) -> tuple[Row, ...]:
    """A journal of ten years."""
    return _rows(folder, LONG_PAGES, _LONG_ROUNDS)


def _rows(folder: Path, count: int, rounds: int) -> tuple[Row, ...]:
    make_english_journal(folder / "journal", count)
    command = [sys.executable, "-m", "bench.rescan", str(folder / "journal"), str(count), str(rounds)]
    told = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    of_slices = f"{told['slices']} slices, the longest {told['longest']:.0f} ms; {told['heard']} finds kept"
    note = f"{told['processor']:.2f}x of processor time; {of_slices}"
    return (
        Row(f"rescan, {count:,} pages of 256 words", middle(told["floor"]), middle(told["ours"]), 1.5, note),
        Row(f"rescan, {count:,} pages: memory, MiB", _MOST_MEMORY, told["memory"], 1.0, "not milliseconds"),
    )


def _child(folder: Path, count: int, rounds: int) -> dict[str, object]:
    """One process for all of it, so that its peak of memory is that of the rescan.

    The floor has every text in memory; ours reads each from the encrypted file, and writes what it heard back.
    """
    bare = PhraseFloor(known_phrases())
    # Both ears and what they met of the language are made before, as in a program that is open; with 16 pages.
    hearing = Hearing()
    under_new_rules(folder)
    journal = open_journal(folder, PASSPHRASE, clock=StandingClock(), hearing=hearing)
    next(journal.critic.catch_up())
    journal.close()
    before = _peak()
    floor: list[Taken] = []
    ours: list[Taken] = []
    slices: list[Taken] = []
    for _ in range(rounds):
        under_new_rules(folder)
        bare_times, slices = _in_turn(folder, hearing, bare, texts(count))
        floor.append(_sum(bare_times))
        ours.append(_sum(slices))
    vault = open_vault(folder, PASSPHRASE)
    (heard,) = vault.connection.execute("SELECT count(*) FROM finding").fetchall()[0]
    vault.close()
    return {
        "floor": [each.clock for each in floor],
        "ours": [each.clock for each in ours],
        "processor": median(each.processor for each in ours) / median(each.processor for each in floor),
        "slices": len(slices),
        "longest": max(each.clock for each in slices) * 1000,
        "heard": heard,
        "memory": (_peak() - before) / _KIB_A_MIB,
    }


def _in_turn(
    folder: Path, hearing: Hearing, bare: PhraseFloor, pages: Iterator[str]
) -> tuple[list[Taken], list[Taken]]:
    """What each slice takes, and behind each the floor for about as many pages, then for the rest."""
    journal = open_journal(folder, PASSPHRASE, clock=StandingClock(), hearing=hearing)
    steps, floor, slices, is_over = journal.critic.catch_up(), [], [], False
    while not is_over:
        began = _now()
        is_over = next(steps, steps) is steps
        slices.append(_since(began))
        for text in pages if is_over else islice(pages, _PAGES_A_SLICE):
            began = _now()
            bare.find(text)
            floor.append(_since(began))
    journal.close()
    return floor, slices


def _sum(parts: Sequence[Taken]) -> Taken:
    return Taken(sum(each.clock for each in parts), sum(each.processor for each in parts))


def _now() -> Taken:
    return Taken(time.perf_counter(), time.process_time())


def _since(began: Taken) -> Taken:
    now = _now()
    return Taken(now.clock - began.clock, now.processor - began.processor)


def under_new_rules(folder: Path) -> None:
    """Every page of a closed journal is due again, as after a new version of the ear's words."""
    vault = open_vault(folder, PASSPHRASE)
    with vault.connection.transaction():
        vault.connection.execute(_NEW_RULES)
    vault.close()


def _peak() -> int:
    """The most memory this process had, in KiB as Linux counts."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    print(json.dumps(_child(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
