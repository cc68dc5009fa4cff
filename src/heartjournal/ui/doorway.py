"""The ways into a journal that the window is handed, so that it pays for the door only when one is used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from heartjournal.journal import Journal


@dataclass(frozen=True)
class Doorway:
    """How this start of the program gets at its journal. Each callable is run in the worker.

    `opener` takes the passphrase typed and gives the work of opening; `creator` the same for a journal to be made
    and then opened; `demo` opens the sample journal instead and is None otherwise. `is_new` says that there is no
    journal yet and one may be made here, but not while `is_foreign` says that other things lie in the folder.
    `elsewhere` gives the ways into another folder, called on the window's thread when a person chose one.
    """

    folder: Path
    is_new: bool
    opener: Callable[[str], Callable[[], Journal]]
    creator: Callable[[str], Callable[[], Journal]]
    demo: Callable[[], Journal] | None = None
    is_foreign: bool = False
    elsewhere: Callable[[Path], Doorway] | None = None
