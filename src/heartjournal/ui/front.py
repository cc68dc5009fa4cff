"""What stands in front of the rooms while somebody writes or reads undisturbed, and the place where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class Front(Protocol):
    """A widget that takes the whole window, one at a time; it saves by itself, and always when it is asked to."""

    def arrive(self) -> None:
        """Take the keyboard, where it was."""
        ...

    def save_now(self, then: Callable[[], None] = ..., otherwise: Callable[[], None] = ...) -> None:
        """Save whatever is unsaved, then go on; `otherwise` when it cannot be, which the widget says by itself."""
        ...

    def clear(self) -> None:
        """Drop every word from the screen and its undo."""
        ...


class Place(Protocol):
    """Where a front stands: the open journal."""

    @property
    def is_writing(self) -> bool:
        """Whether a front stands there."""
        ...

    def put_away(self, then: Callable[[], None]) -> None:
        """Save what is in front and take it away, then go on; at once where nothing is.

        What is fetched for another front is fetched after this, or older words could come back over newer ones.
        """
        ...

    def bring(self, front: QWidget) -> None:
        """Show a filled front; nothing else is in front any more."""
        ...

    def leave(self) -> None:
        """Go back to the room behind, from a front that has saved and cleared itself."""
        ...
