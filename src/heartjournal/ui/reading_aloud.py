"""Reads a text aloud by the voice this computer has, if it has one; starts only when asked."""

from __future__ import annotations

import re
import shutil
import sys
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QProcess, Signal
from PySide6.QtGui import QTextDocument
from shiboken6 import isValid

from heartjournal.model.problems import KnownProblem
from heartjournal.model.text import whole_characters
from heartjournal.rendering import safe_html

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_LINE: Final = 600
"""Characters a voice is given at a time. spd-say cuts lines of 16,383 bytes anywhere, and a stop ends one line."""

# spd-say takes a line that begins so for an order to the speech service.
_ORDER: Final = "!-!"
# say takes for orders what stands in two brackets.
_COMMAND: Final = re.compile(r"\[(?=\[)")
_ENDED: Final = QProcess.ExitStatus.NormalExit
_NOT_THERE: Final = QProcess.ProcessError.FailedToStart
_SILENT: Final = "The voice of this computer did not answer."
_ADVICE: Final = "Look whether it speaks elsewhere; your words are still here to be read."
_POWERSHELL: Final = (
    "Add-Type -AssemblyName System.Speech;"
    "$words = New-Object IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::UTF8);"
    "(New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak($words.ReadToEnd())"
)


@dataclass(frozen=True, slots=True)
class Voice:
    """A program that reads aloud what comes by its standard input, and ends when it is done.

    `hush` are the arguments by which it silences what a service behind it still says; empty where ending it is enough.
    """

    program: str
    arguments: tuple[str, ...]
    hush: tuple[str, ...] = ()


def voice_here(*, platform: str = sys.platform, find: Callable[[str], str | None] = shutil.which) -> Voice | None:
    """The voice of this computer, or None where it has none."""
    # The long form of -S wants an argument in spd-say 0.11.
    voices = {
        "darwin": ("say", ("-f", "-"), ()),
        "win32": ("powershell", ("-NoProfile", "-NonInteractive", "-Command", _POWERSHELL), ()),
    }
    name, arguments, hush = voices.get(platform, ("spd-say", ("--pipe-mode", "--wait"), ("-S",)))
    program = find(name)
    return Voice(program, arguments, hush) if program else None


def spoken_words(markdown: str) -> str:
    """The words of a Markdown text as a voice gets them: without its marks, in lines of at most LONGEST_LINE.

    What a voice would take for an order to it is broken up by a blank.
    """
    document = QTextDocument()
    document.setHtml(safe_html(whole_characters(markdown)))
    lines = [line for paragraph in document.toPlainText().splitlines() for line in _lines_of(paragraph)]
    return "".join(f"{line}\n" for line in lines)


def _lines_of(paragraph: str) -> list[str]:
    printable = "".join(letter if letter.isprintable() else " " for letter in paragraph)
    lines = textwrap.wrap(_COMMAND.sub("[ ", printable), LONGEST_LINE)
    return [f" {line}" if line.startswith(_ORDER) else line for line in lines]


class ReadingAloud(QObject):
    """Reads one text at a time. On the window's thread; nothing here ever waits for the voice.

    The words go by standard input only: never into an argument, the environment, a file or a log. Whoever owns this
    calls `stop` when the room is left and when the journal locks; the end of the program stops it too.

    Attributes:
        began: the voice was started.
        ended: it is silent again, at the end of the text, stopped, or because it could not speak.
        troubled: a `KnownProblem` when the voice could not be started or gave up.
    """

    began = Signal()
    ended = Signal()
    troubled = Signal(object)

    def __init__(self, voice: Voice | None, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._process: QProcess | None = None
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    @property
    def is_possible(self) -> bool:
        """Whether this computer has a voice."""
        return self._voice is not None

    @property
    def is_reading(self) -> bool:
        """Whether the voice was started and has not ended."""
        return self._process is not None

    def read(self, markdown: str) -> None:
        """Read this aloud from its beginning; what was being read before is stopped. Nothing without a voice."""
        self.stop()
        if self._voice is None:
            return
        process = QProcess(self)
        process.setStandardOutputFile(QProcess.nullDevice())  # spd-say repeats every word there
        process.setStandardErrorFile(QProcess.nullDevice())
        process.started.connect(self.began)
        process.finished.connect(lambda code, status: self._end(process, is_fine=not code and status is _ENDED))
        process.errorOccurred.connect(lambda error: self._fail(process, error))
        self._process = process
        process.start(self._voice.program, list(self._voice.arguments))
        process.write(spoken_words(markdown).encode())
        process.closeWriteChannel()

    def stop(self) -> None:
        """Be silent at once."""
        process, self._process = self._process, None
        if process is None or self._voice is None:
            return
        process.kill()
        self._hush(self._voice)
        self.ended.emit()

    def _hush(self, voice: Voice) -> None:
        """Silence the service behind the voice, also while this program ends."""
        if not voice.hush:
            return
        process = QProcess()
        process.setProgram(voice.program)
        process.setArguments(list(voice.hush))
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.startDetached()

    def _end(self, process: QProcess, *, is_fine: bool) -> None:
        # A voice that was stopped can end after the room it spoke in is gone, and Qt's half of it with that.
        if isValid(process):
            process.deleteLater()
        if process is not self._process:
            return
        self._process = None
        if not is_fine:
            self.troubled.emit(KnownProblem(_SILENT, _ADVICE))
        self.ended.emit()

    def _fail(self, process: QProcess, error: QProcess.ProcessError) -> None:
        """Any other error is told by the end of the process."""
        if error is _NOT_THERE:
            self._end(process, is_fine=False)
