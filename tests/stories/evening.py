"""An evening with the real program in a process of its own, told key by key from outside."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tests.stories import later
from tests.stories import sabotage as sabotages

if TYPE_CHECKING:
    from types import TracebackType

_ROOT = Path(__file__).parent.parent.parent
_START = Path(__file__).parent / "start"
_FOLDERS = (
    "HOME",
    "XDG_DATA_HOME",
    "XDG_CONFIG_HOME",
    "XDG_CACHE_HOME",
    "XDG_STATE_HOME",
    "XDG_RUNTIME_DIR",
    "TMPDIR",
)
_LONGEST_SECONDS = 60
PASSPHRASE = "the kettle hums in november"


class Home:
    """Every folder that one person's programs may write to, and the folder they are started in."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.desk = root / "desk"
        self.variables = {name: root / name.lower() for name in _FOLDERS}
        for folder in (self.desk, *self.variables.values()):
            folder.mkdir(mode=0o700, parents=True)

    @property
    def samples(self) -> list[Path]:
        """The folders of the sample journals that are there."""
        return sorted((self.variables["XDG_CACHE_HOME"] / "HeartJournal").glob("demo-*"))

    @property
    def journal(self) -> Path:
        """Where a person who chose nothing has the journal."""
        return self.variables["XDG_DATA_HOME"] / "HeartJournal" / "journal"


@dataclass(frozen=True)
class Sight:
    """What is on the screen: every word of it, and what has the keyboard, what stands there, how much is marked."""

    stage: str
    words: str
    focus: str
    field: str
    marked: int


@dataclass(frozen=True)
class Key:
    """The number of keys typed so far, and when the last was (`time.monotonic`)."""

    number: int
    at: float


class Evening:
    """The program at work in a home; leave it with `with`. Every wait is for a line of the program's process."""

    def __init__(
        self, home: Home, *arguments: str, days_later: int = 0, sabotage: str = "", under: tuple[str, ...] = ()
    ) -> None:
        environment = {
            **os.environ,
            **{name: str(folder) for name, folder in home.variables.items()},
            "PYTHONPATH": os.pathsep.join((str(_START), str(_ROOT), *filter(None, (os.environ.get("PYTHONPATH"),)))),
            "QT_QPA_PLATFORM": "offscreen",
            sabotages.VARIABLE: sabotage,
            later.VARIABLE: str(days_later),
        }
        self._complaints = home.root.with_suffix(".errors").open("wb+")
        self._process = subprocess.Popen(
            (*under, sys.executable, "-B", "-P", "-m", "heartjournal", *arguments),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            bufsize=0,
            env=environment,
            cwd=home.desk,
        )
        self._heard = b""
        self.process = self._process.pid
        try:
            self.await_process()
        except BaseException:
            self.kill()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _problem: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.kill()
        said = self.complaints
        self._complaints.close()
        assert kind is not None or not said, said

    def await_process(self) -> None:
        """Wait until a process, the first or a fresh one, has the keyboard; `process` is its id then."""
        self.process = self._hear("process")["process"]

    def press(self, keys: str) -> None:
        """Press keys as they are named in menus."""
        self._tell(do="press", keys=keys)
        self._hear("pressed")

    def type(self, words: str) -> None:
        """Type words as fast as they go."""
        self._tell(do="type", words=words)
        self._hear("typed")

    def type_on(self, words: str) -> None:
        """Begin to type words, five keys a second; each comes from `next_key`."""
        self._tell(do="type_on", words=words)

    def next_key(self) -> Key:
        """Wait for the next key that was typed."""
        heard = self._hear("key")
        return Key(heard["key"], heard["at"])

    def see(self, words: str = "", *, stage: str = "", focus: str = "", field: str = "", gone: str = "") -> Sight:
        """Wait until all this is on the screen and `gone` is not; AssertionError with what is there instead."""
        awaited = {"words": words, "stage": stage, "focus": focus, "field": field}
        self._tell(do="see", awaited=awaited, gone=gone)
        heard = self._hear("seen")
        assert heard["there"], f"waited in vain for {awaited}, saw {heard['seen']}"
        return Sight(**heard["seen"])

    def walk_to(self, name: str, *, by: str = "Tab") -> None:
        """Press a key until something with this in its name has the keyboard."""
        passed = []
        for _ in range(80):
            passed.append(self.see().focus)
            if name in passed[-1]:
                return
            self.press(by)
        raise AssertionError(f"{by} never leads to {name}; it passes {passed}")

    def kill(self) -> float:
        """End the process as a crash would, if it has not ended; when that was (`time.monotonic`)."""
        at = time.monotonic()
        if self._process.poll() is None:
            os.kill(self.process, signal.SIGKILL)
        self._process.communicate()
        return at

    def kill_unseen(self) -> None:
        """End the process as a crash would, and leave it in the system's table as one that nobody has asked after."""
        os.kill(self.process, signal.SIGKILL)
        os.waitid(os.P_PID, self.process, os.WEXITED | os.WNOWAIT)

    # what every evening has in it

    def make_journal(self) -> None:
        """From First run to Today, in a home without a journal."""
        self.see(stage="FirstRun")
        self.press("Return")
        self.type(PASSPHRASE)
        self.press("Return")
        self.type(PASSPHRASE)
        self.press("Return")
        self.press("Return")
        self.see(stage="OpenJournal")

    def unlock(self) -> None:
        """From Unlock to Today."""
        self.see(stage="Unlock", focus="Passphrase")
        self.type(PASSPHRASE)
        self.press("Return")
        self.see(stage="OpenJournal")

    @property
    def complaints(self) -> str:
        """What the program wrote on standard error, without what Qt says of a screen that is not there."""
        self._complaints.seek(0)
        lines = self._complaints.read().decode(errors="replace").splitlines()
        return "\n".join(line for line in lines if not line.startswith("This plugin does not support "))

    def _tell(self, **command: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(command).encode() + b"\n")

    def _hear(self, what: str) -> dict[str, Any]:
        """The next line that tells of this; others are let go."""
        while True:
            *lines, rest = self._heard.split(b"\n")
            while lines:
                said: dict[str, Any] = json.loads(lines.pop(0))
                self._heard = b"\n".join((*lines, rest))
                if what in said:
                    return said
            self._heard = rest + self._read()

    def _read(self) -> bytes:
        assert self._process.stdout is not None
        ready, _, _ = select.select([self._process.stdout], [], [], _LONGEST_SECONDS)
        heard = os.read(self._process.stdout.fileno(), 65536) if ready else b""
        if not heard:
            raise AssertionError(f"the program says nothing more: {self.complaints}")
        return heard
