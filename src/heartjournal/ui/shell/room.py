"""The rooms there are, and what the shell expects of one: to be arrived in, and told what has changed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from heartjournal.model.changes import Changes


class RoomName(StrEnum):
    """The rooms that exist, in the order of the navigation; the values are ids of shortcuts after "go."."""

    TODAY = "today"
    JOURNAL = "journal"
    LETTERS = "letters"
    CRITIC = "critic"
    SETTINGS = "settings"


class Room(Protocol):
    """A widget that stands beside the navigation."""

    def arrive(self) -> None:
        """Called each time the room is shown: read what is due, put the focus where it is of use."""
        ...

    def back(self) -> bool:
        """Leave what lies in front inside the room, as a search; whether there was anything to leave."""
        ...

    def refresh(self, changes: Changes) -> None:
        """Called after every write, also while hidden; looks at its own flags only."""
        ...
