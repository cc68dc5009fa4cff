"""What a command listens and speaks through: bytes in and out, plain sentences to the side, one hidden question."""

import contextlib
import io
import os
import re
import sys
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from getpass import GetPassWarning, getpass
from pathlib import Path
from typing import BinaryIO, TextIO

from heartjournal.model.problems import CannotRead

# C0 and C1 controls, line separators, and the marks that turn the direction of a line (Unicode UAX #9): in a list
# they could rewrite the terminal or what stands beside them.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Streams:
    """Standard input and output as bytes, so that text passes unchanged; standard error as text.

    `ask` puts a question on the terminal and returns the answer, which the terminal does not show.
    """

    input: BinaryIO
    output: BinaryIO
    errors: TextIO
    ask: Callable[[str], str]

    @classmethod
    def standard(cls) -> "Streams":
        """Those of this process; one that is closed is empty or swallows what is written."""
        return cls(
            input=sys.stdin.buffer if sys.stdin else io.BytesIO(),
            output=sys.stdout.buffer if sys.stdout else Path(os.devnull).open("wb"),
            errors=sys.stderr or Path(os.devnull).open("w", encoding="utf-8"),
            ask=ask_on_terminal,
        )

    def write(self, text: str) -> None:
        """Send text as UTF-8 and make sure that it has left. Raises OSError, BrokenPipeError among them."""
        self.output.write(text.encode("utf-8", "surrogateescape"))
        self.output.flush()

    def tell(self, sentence: str) -> None:
        """Say something beside the output. Never raises: there is nowhere left to complain."""
        with contextlib.suppress(OSError, ValueError):
            self.errors.write(f"{one_line(sentence)}\n")
            self.errors.flush()

    def forget_output(self) -> None:
        """Point the output at nothing, after its reader has gone, so that nobody complains at exit."""
        with contextlib.suppress(OSError, ValueError):
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, self.output.fileno())
            os.close(nothing)


def one_line(text: str) -> str:
    """Text that can do nothing to a terminal: on one line, each unsafe character as a replacement mark."""
    return _UNSAFE.sub("\ufffd", " ".join(text.split()))


def ask_on_terminal(question: str) -> str:
    """Ask without showing the answer. Raises CannotRead when there is no terminal that can hide it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", GetPassWarning)
            return getpass(question)
    except (GetPassWarning, EOFError, OSError, ValueError):
        raise CannotRead(
            "There is no terminal to ask for the passphrase on.",
            "Hand it over on a file descriptor with --passphrase-fd.",
        ) from None
