"""The passphrase, asked for or read from a descriptor; never from an argument or the environment."""

import os

from heartjournal.cli.streams import Streams
from heartjournal.model.problems import CannotRead, KnownProblem

_LONGEST = 64 * 1024


def read_passphrase(descriptor: int | None, streams: Streams) -> str:
    """The passphrase of a journal that exists. Raises CannotRead."""
    return _from_descriptor(descriptor) if descriptor is not None else streams.ask("Passphrase: ")


def read_new_passphrase(descriptor: int | None, streams: Streams) -> str:
    """A passphrase for a journal to be made, asked for twice on a terminal. Raises KnownProblem."""
    if descriptor is not None:
        first = again = _from_descriptor(descriptor)
    else:
        first = streams.ask("A passphrase for the new journal: ")
        again = streams.ask("The same once more: ") if first else ""
    if not first:
        raise KnownProblem("The passphrase is empty, so no journal was made.", "Any words will do.")
    if first != again:
        raise KnownProblem("The two passphrases differ, so no journal was made.", "Run the command again.")
    return first


def _from_descriptor(descriptor: int) -> str:
    """Everything up to the end, with one final newline dropped, so that echo and a file of one line both work."""
    try:
        raw = _read_to_end(descriptor)
    except (OSError, OverflowError):
        raise CannotRead(
            "No passphrase can be read from descriptor {descriptor}.",
            "Open it in the shell, as in 3< file.",
            {"descriptor": str(descriptor)},
        ) from None
    if len(raw) > _LONGEST:
        raise CannotRead("The passphrase is longer than 64 KB.", "Check what the descriptor is connected to.")
    try:
        return raw.removesuffix(b"\n").decode()
    except UnicodeDecodeError:
        raise CannotRead("The passphrase is not UTF-8 text.", "Check what the descriptor is connected to.") from None


def _read_to_end(descriptor: int) -> bytes:
    """Straight from the descriptor, past every buffer, so that nothing else of the process holds a copy."""
    pieces = bytearray()
    while len(pieces) <= _LONGEST:
        piece = os.read(descriptor, _LONGEST)
        if not piece:
            break
        pieces += piece
    return bytes(pieces)
