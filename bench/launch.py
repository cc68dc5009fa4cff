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
    """Starts both programs in turn; the first pair only warms the disk's cache and writes the bytecode."""
    # Where the program looks by itself, on Linux: a person starts it without arguments.
    make_journal(folder / "data" / "HeartJournal" / "journal", 0)
    with _screen() as screen:
        environment = {**_at_home_in(folder), **screen}
        floor, ours = [], []
        for _ in range(ROUNDS + 1):
            floor.append(_seconds("bench.launch_bare", environment))
            ours.append(_seconds("bench.launch_ours", environment))
    return (Row("launch", middle(floor[1:]), middle(ours[1:]), _GOAL, f"on {screen['QT_QPA_PLATFORM']}"),)


def _at_home_in(folder: Path) -> Mapping[str, str]:
    """The environment with its homes in a folder, and bytecode kept there, as an installed program keeps its own."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    homes = {
        "HOME": "home",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_CACHE_HOME": "cache",
        "PYTHONPYCACHEPREFIX": "bytecode",
    }
    return {**inherited, **{name: str(folder / home) for name, home in homes.items()}}


def _seconds(module: str, environment: Mapping[str, str]) -> float:
    started = time.monotonic_ns()
    finished = subprocess.run(
        [sys.executable, "-m", module], env=dict(environment), stdout=subprocess.PIPE, check=True, timeout=60
    )
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
