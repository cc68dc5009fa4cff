"""Composition root: builds the clock, the folders, the ways into a journal and the window, and hands each its parts."""

from __future__ import annotations

import gc
import os
import sys
import threading
import traceback
from contextlib import contextmanager
from typing import TYPE_CHECKING

from heartjournal import cli
from heartjournal.model.clock import SystemClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from heartjournal.cli import WindowRequest
    from heartjournal.journal import Journal
    from heartjournal.model.clock import Clock
    from heartjournal.paths import JournalPlace
    from heartjournal.ui.doorway import Doorway


def main() -> int:
    """Run the command line or the window; the exit status of the process."""
    report_every_bug()
    clock = SystemClock()
    return cli.run(sys.argv[1:], clock=clock, open_window=lambda request: open_window(request, clock))


def open_window(request: WindowRequest, clock: Clock) -> int:
    """Show the window until it is left; after a lock a fresh process takes this one's place and nothing returns."""
    # What is loaded up to the first paint stays, so looking for garbage among it finds nothing and costs some 5 ms.
    gc.disable()
    from heartjournal import paths, preferences

    file = paths.preferences_file()
    present = preferences.load(file)
    place = paths.journal_place(named=request.journal, preferred=present.journal_folder)
    # Only now: PySide reads the source of every module that is imported after it.
    from heartjournal.ui.app import App

    chosen: list[Path] = []

    def elsewhere(folder: Path) -> Doorway:
        chosen.append(folder)
        return doorway(paths.journal_place(named=folder, preferred=None), clock, elsewhere=elsewhere)

    app = App(
        doorway=doorway(place, clock, demo=request.demo, elsewhere=elsewhere),
        clock=clock,
        preferences=present,
        save_preferences=lambda changed: preferences.save(file, changed),
        after_paint=load_the_door,
    )
    status = app.run()
    if request.demo:
        remove_sample()
    if app.was_locked:
        start_afresh(("--journal", str(chosen[-1])) if chosen else sys.argv[1:])
    return status


def doorway(
    place: JournalPlace,
    clock: Clock,
    *,
    demo: bool = False,
    elsewhere: Callable[[Path], Doorway] | None = None,
) -> Doorway:
    """The ways into the journal in its place; the door itself is imported only when one is used, in the worker."""
    from heartjournal import paths
    from heartjournal.ui.doorway import Doorway

    folder = place.folder

    def opener(passphrase: str) -> Callable[[], Journal]:
        def open_it() -> Journal:
            paths.require_connected(place)
            from heartjournal.journal import Hearing, open_journal

            return open_journal(folder, passphrase, clock=clock, hearing=Hearing(around=kept_from_the_collector))

        return open_it

    def creator(passphrase: str) -> Callable[[], Journal]:
        def create_and_open() -> Journal:
            from heartjournal.journal import Hearing, create_and_open_journal

            hearing = Hearing(around=kept_from_the_collector)
            return create_and_open_journal(folder, passphrase, clock=clock, hearing=hearing)

        return create_and_open

    def sample() -> Journal:
        from heartjournal.journal import Hearing
        from heartjournal.journal.sample import open_sample

        return open_sample(paths.demo_folder(), clock=clock, hearing=Hearing(around=kept_from_the_collector))

    return Doorway(
        folder=folder,
        is_new=place.is_new,
        opener=opener,
        creator=creator,
        demo=sample if demo else None,
        is_foreign=place.is_foreign,
        elsewhere=elsewhere,
    )


def load_the_door() -> None:
    """Import what unlocking needs while a person is typing, and sweep away sample journals that were left."""
    from heartjournal import paths
    from heartjournal.journal.sample import sweep

    gc.enable()
    # The worker may be making this process's own sample meanwhile; it sweeps that folder itself.
    sweep(folder for folder in paths.demo_folders() if folder != paths.demo_folder())


@contextmanager
def kept_from_the_collector() -> Iterator[None]:
    """What is made within stays for the life of the process, so the collector looks through it neither now nor later.

    Measured: each look took 20 to 50 ms, in which the window had no turn. Whatever else is there at that moment is not
    looked through again either; the process ends with a lock, as its words do.
    """
    was_looking = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if was_looking:
            gc.enable()


def remove_sample() -> None:
    """Remove the sample journal of this process, which is closed."""
    from heartjournal import paths
    from heartjournal.journal.sample import sweep

    sweep((paths.demo_folder(),))


def start_afresh(arguments: Sequence[str]) -> None:
    """Replace this process by a new one at Unlock: nothing else removes what was read from a Python process."""
    # -P: what lies in the folder somebody happens to be in is never taken for a part of the program.
    command = [sys.executable, "-P", "-m", "heartjournal", *arguments]
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":
        import subprocess

        # Windows has no exec that keeps the console and the exit status; the new process outlives this one.
        subprocess.Popen(command)
    else:
        os.execv(sys.executable, command)  # noqa: S606  our own interpreter, without a shell


def report_every_bug() -> None:
    """Have `report_bug` told of every mistake that nobody took: in this thread, in others, and while cleaning up."""
    sys.excepthook = report_bug
    threading.excepthook = lambda met: report_bug(met.exc_type, met.exc_value, met.exc_traceback)
    sys.unraisablehook = lambda met: report_bug(met.exc_type, met.exc_value, met.exc_traceback)


def report_bug(kind: type[BaseException], _bug: BaseException | None, trace: TracebackType | None) -> None:
    """Say where a mistake of ours happened, and never with which words: no message, no values, no source lines."""
    frames = (f"  {frame.f_code.co_filename}:{line} {frame.f_code.co_name}" for frame, line in traceback.walk_tb(trace))
    print("HeartJournal met a mistake of its own.", kind.__name__, *frames, sep="\n", file=sys.stderr)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
