"""The walls of the program once it is open: the navigation at the side, one room beside it."""

from heartjournal.ui.shell.room import Room, RoomName
from heartjournal.ui.shell.shell import Shell

__all__ = ["Room", "RoomName", "Shell"]
