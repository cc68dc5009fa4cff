"""How long the window's thread waits for its turn while the worker hears a journal, by a timer that ticks on it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from bench.corpus import PASSPHRASE, StandingClock
from bench.english import make_english_journal, texts
from bench.measure import Row
from bench.rescan import under_new_rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from heartjournal.journal import Journal
    from heartjournal.ui.tasks import Tasks

PAGES: Final = 2_000
LONGEST: Final = 16.0
"""A gap in the window's loop, in milliseconds, that a person may feel."""
_PYTHONS_OWN_SWITCH: Final = 0.005
_IDLE_SECONDS: Final = 3.0


@dataclass
class _Ticks:
    """When the window's thread had its turn: by the clock, and by the processor time of the process until then.

    What a gap has of processor time the program itself took. The rest it waited for a core of the machine, which is not
    its doing: the loop of a program with nothing to do waits as long.
    """

    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    def tick(self) -> None:
        """Called by the timer."""
        self.clock.append(time.perf_counter())
        self.processor.append(time.process_time())

    def told(self) -> dict[str, float]:
        """The largest gap and how many were felt, in milliseconds; and for how long was looked, in seconds."""
        taken, waited = _gaps(self.processor), _gaps(self.clock)
        # No gap is longer than the clock says, also when the worker and the loop both had a core.
        own = [min(each) for each in zip(taken, waited, strict=True)]
        return {
            "largest": max(own),
            "over": sum(gap > LONGEST for gap in own),
            "largest_by_clock": max(waited),
            "over_by_clock": sum(gap > LONGEST for gap in waited),
            "seconds": self.clock[-1] - self.clock[0],
        }


def _gaps(times: list[float]) -> list[float]:
    return [(later - sooner) * 1000 for sooner, later in pairwise(times)]


def rows(folder: Path) -> tuple[Row, ...]:
    """Each in a process of its own: the program as it is, one that does nothing, one with Python's own switch."""
    journal = folder / "journal"
    make_english_journal(journal, PAGES)
    found = []
    for what, words in (("rescan", f"gaps: rescan of {PAGES:,} pages, largest"), ("ears", "gaps: making both ears")):
        ours, control = _told(journal, what, "ours"), _told(journal, what, "usual")
        note = f"{_felt(ours)}; with Python's own 5 ms {control['largest']:.1f}, {_felt(control)}"
        found.append(Row(words, LONGEST, ours["largest"], 1.0, note))
    idle = _told(journal, "idle", "ours")
    found.append(Row("gaps: nothing to do", LONGEST, idle["largest"], 1.0, _felt(idle)))
    return tuple(found)


def _felt(told: dict[str, float]) -> str:
    by_clock = f"{told['largest_by_clock']:.1f} by the clock with {told['over_by_clock']:.0f} over"
    return f"{told['over']:.0f} over {LONGEST:.0f} ms in {told['seconds']:.1f} s, {by_clock}"


def _told(journal: Path, what: str, switch: str) -> dict[str, float]:
    under_new_rules(journal)
    command = [sys.executable, "-m", "bench.gaps", str(journal), what, switch]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    printed = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True).stdout
    told: dict[str, float] = json.loads(printed)
    return told


def _child(folder: Path, what: str, switch: str) -> dict[str, float]:
    """A loop of the window's thread, with the worker of the program beside it."""
    from PySide6.QtCore import QCoreApplication, Qt, QTimer  # noqa: PLC0415  the parent needs no Qt

    from heartjournal.__main__ import kept_from_the_collector  # noqa: PLC0415
    from heartjournal.journal import Hearing, open_journal  # noqa: PLC0415
    from heartjournal.ui.app import SWITCH_SECONDS  # noqa: PLC0415
    from heartjournal.ui.tasks import Tasks  # noqa: PLC0415

    sys.setswitchinterval(SWITCH_SECONDS if switch == "ours" else _PYTHONS_OWN_SWITCH)
    application, tasks, ticks = QCoreApplication([]), Tasks(), _Ticks()
    timer = QTimer(interval=0, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(ticks.tick)

    def begin(_: object) -> None:
        timer.start()
        _work(what, tasks, application.quit)

    def opener() -> Journal:
        return open_journal(folder, PASSPHRASE, clock=StandingClock(), hearing=Hearing(around=kept_from_the_collector))

    tasks.open(opener, then=begin, owner=tasks)
    application.exec()
    timer.stop()
    tasks.close(then=lambda _: application.quit(), owner=tasks)
    application.exec()
    tasks.stop()
    return ticks.told()


def _work(what: str, tasks: Tasks, over: Callable[[], None]) -> None:
    from PySide6.QtCore import QTimer  # noqa: PLC0415

    from heartjournal.model.phrase import PageSection  # noqa: PLC0415

    if what == "rescan":
        # Under new rules: every page is due again.
        tasks.slices(lambda journal: journal.critic.catch_up(), then=lambda _: over(), owner=tasks)
    elif what == "ears":
        page = (PageSection(uuid4(), next(texts(1))),)
        tasks.run(lambda journal: journal.critic.look(uuid4(), page), then=lambda _: over(), owner=tasks)
    else:
        QTimer.singleShot(round(_IDLE_SECONDS * 1000), tasks, over)


if __name__ == "__main__":
    print(json.dumps(_child(Path(sys.argv[1]), sys.argv[2], sys.argv[3])))
