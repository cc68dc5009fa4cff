"""The command line, a second face on the journal's door. Light to import: a start without words loads no verb."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from heartjournal.cli.streams import Streams
    from heartjournal.model.clock import Clock

__all__ = ["WindowRequest", "run"]


@dataclass(frozen=True, slots=True)
class WindowRequest:
    """What the command line wants of the window: a journal folder (None: the usual one), or the sample journal."""

    journal: Path | None = None
    demo: bool = False


def run(
    arguments: Sequence[str],
    *,
    clock: "Clock",
    open_window: Callable[[WindowRequest], int],
    streams: "Streams | None" = None,
) -> int:
    """Do what the arguments (without the program's name) say and return the exit code.

    0 when done, 1 for a problem, 2 for a command that was not understood, 130 when interrupted from the keyboard.
    Without arguments the window opens and its exit code is returned. `streams` are the standard ones unless given.
    Raises nothing.
    """
    if not arguments:
        return open_window(WindowRequest())
    # The window's first paint must not wait for the parser, the door and the cipher.
    from heartjournal.cli.perform import perform  # noqa: PLC0415
    from heartjournal.cli.streams import Streams  # noqa: PLC0415

    return perform(arguments, clock=clock, open_window=open_window, streams=streams or Streams.standard())
