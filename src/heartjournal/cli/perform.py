"""A command from its words to its exit code: whatever goes wrong ends as one plain sentence, never as a traceback."""

from collections.abc import Callable, Sequence
from pathlib import Path

from heartjournal import paths, preferences
from heartjournal.cli import WindowRequest
from heartjournal.cli.request import Asked, Misunderstood, Request, Verb, understand
from heartjournal.cli.streams import Streams
from heartjournal.model.clock import Clock
from heartjournal.model.problems import JournalInUse, KnownProblem

DONE = 0
PROBLEM = 1
NOT_UNDERSTOOD = 2
INTERRUPTED = 130

_IN_USE = "The journal is open in the window; lock it first."


def perform(
    arguments: Sequence[str], *, clock: Clock, open_window: Callable[[WindowRequest], int], streams: Streams
) -> int:
    """See `heartjournal.cli.run`. What the window raises passes through."""
    try:
        request = understand(arguments)
    except Asked as asked:
        answer = asked.text
        return _guarded(lambda: streams.write(answer), streams)
    except Misunderstood as misunderstood:
        return _not_understood(misunderstood, streams)
    if request.verb is None:
        return open_window(WindowRequest(request.journal, demo=request.demo))
    return _guarded(lambda: _run(request, clock, streams), streams)


def _run(request: Request, clock: Clock, streams: Streams) -> bool:
    if request.verb is Verb.EXPLAIN:
        from heartjournal.cli.explain import explain  # noqa: PLC0415

        explain(streams, every_find=request.every_find)
        return False
    # With the verbs come the door and the cipher, which the window's first paint must not wait for.
    from heartjournal.cli.verbs import Command  # noqa: PLC0415

    folder = request.journal or _chosen_journal(streams)
    return Command(request, folder=folder, clock=clock, streams=streams).run()


def _guarded(work: Callable[[], bool | None], streams: Streams) -> int:
    """The exit code of some work; truth from it means a problem that it has told already."""
    try:
        return PROBLEM if work() else DONE
    except Misunderstood as misunderstood:
        return _not_understood(misunderstood, streams)
    except JournalInUse:
        streams.tell(_IN_USE)
    except KnownProblem as problem:
        streams.tell(str(problem))
    except BrokenPipeError:
        streams.forget_output()
    except KeyboardInterrupt:
        streams.tell("Interrupted.")
        return INTERRUPTED
    except OSError:
        streams.forget_output()
        streams.tell("Something could not be read or written. Check the files and the disk, then try again.")
    except Exception as bug:  # noqa: BLE001  the last resort: a traceback could show private words
        streams.tell(f"Something went wrong inside HeartJournal ({type(bug).__name__}). What was saved before is safe.")
    return PROBLEM


def _not_understood(misunderstood: Misunderstood, streams: Streams) -> int:
    streams.tell(f"heartjournal: {misunderstood}. See heartjournal --help.")
    return NOT_UNDERSTOOD


def _chosen_journal(streams: Streams) -> Path:
    """The folder the person chose in the window, else the usual one."""
    chosen = preferences.load(paths.preferences_file(), note=streams.tell).journal_folder
    return chosen or paths.default_journal()
