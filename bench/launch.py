"""From the start of the process to Unlock painted, against a bare main window with a text field."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bench.corpus import make_journal
from bench.measure import Row, middle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

ROUNDS = 9
_GOAL = 1.4


def rows(folder: Path) -> tuple[Row, ...]:
    """Starts both programs in turn; the first pair only warms the disk's cache."""
    journal = folder / "journal"
    make_journal(journal, 0)
    with _screen() as screen:
        environment = {**os.environ, **screen, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder / "config")}
        floor, ours = [], []
        for _ in range(ROUNDS + 1):
            floor.append(_seconds(("bare",), environment))
            ours.append(_seconds(("ours", "--journal", str(journal)), environment))
    return (Row("launch", middle(floor[1:]), middle(ours[1:]), _GOAL, f"on {screen['QT_QPA_PLATFORM']}"),)


def _seconds(arguments: tuple[str, ...], environment: Mapping[str, str]) -> float:
    started = time.monotonic_ns()
    finished = subprocess.run(
        [sys.executable, "-m", "bench.first_paint", *arguments],
        env=dict(environment), stdout=subprocess.PIPE, check=True, timeout=60,
    )  # fmt: skip
    return (int(finished.stdout) - started) / 1e9


@contextmanager
def _screen() -> Iterator[Mapping[str, str]]:
    """A display there is, else a virtual one, else none: what says so to a child."""
    server = shutil.which("Xvfb")
    if os.environ.get("DISPLAY"):
        yield {"QT_QPA_PLATFORM": "xcb"}
    elif not server:
        yield {"QT_QPA_PLATFORM": "offscreen"}
    else:
        reading, writing = os.pipe()
        command = [server, "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
        with subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as process:
            os.close(writing)
            with os.fdopen(reading) as number:
                display = number.readline().strip()
            try:
                yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{display}"}
            finally:
                process.terminate()
