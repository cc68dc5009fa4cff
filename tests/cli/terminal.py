"""A terminal for the command line in tests: what was typed in, what came out."""

import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from heartjournal.cli import WindowRequest, run
from heartjournal.cli.streams import Streams
from heartjournal.model.clock import Clock

PASSPHRASE = "pfäßphrase 🌙"


@dataclass(frozen=True)
class Said:
    """What one command left."""

    code: int
    output: bytes
    errors: str

    @property
    def text(self) -> str:
        return self.output.decode()


@dataclass
class Terminal:
    """Runs commands on one journal and answers the questions for a passphrase."""

    clock: Clock
    folder: Path
    answers: Iterable[str] = (PASSPHRASE, PASSPHRASE)
    windows: list[WindowRequest] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def type(self, *words: str, typed_in: bytes = b"") -> Said:
        """A command after `--journal FOLDER`."""
        return self.type_all("--journal", str(self.folder), *words, typed_in=typed_in)

    def type_all(self, *words: str, typed_in: bytes = b"") -> Said:
        """A command, whole."""
        answers = iter(self.answers)

        def ask(question: str) -> str:
            self.asked.append(question)
            return next(answers)

        output, errors = io.BytesIO(), io.StringIO()
        streams = Streams(io.BytesIO(typed_in), output, errors, ask)
        code = run(words, clock=self.clock, open_window=self._open, streams=streams)
        return Said(code, output.getvalue(), errors.getvalue())

    def _open(self, wanted: WindowRequest) -> int:
        self.windows.append(wanted)
        return 7
