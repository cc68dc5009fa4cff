"""Where the pointer and the keyboard are on the lanes; it draws nothing and knows no widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from heartjournal.ui.critic.timeline.rows import Place

if TYPE_CHECKING:
    from uuid import UUID

    from heartjournal.ui.critic.timeline.canvas import Canvas


@dataclass
class Whereabouts:
    """Changed by what a person does, and kept to what is still there when other lanes come.

    `is_walked` says that the keyboard brought the focus to where it is: only then it is ringed.
    """

    focused: Place = Place(0)  # noqa: RUF009  frozen
    hovered: Place | None = None
    pressed: Place | None = None
    is_walked: bool = False

    def pointed(self, *, has_focus: bool) -> Place | None:
        """The stop that the pointer is on, else the one that the keyboard is on, if either is."""
        if self.hovered is not None and self.hovered.stop is not None:
            return self.hovered
        return self.focused if self.is_walked and has_focus and self.focused.stop is not None else None

    def ringed(self, canvas: Canvas, *, has_focus: bool) -> tuple[Place, ...]:
        """Round what the keyboard is on, and round a mark under the pointer."""
        is_seen = self.is_walked and has_focus and self.focused.row < len(canvas.rows)
        focused = (self.focused,) if is_seen else ()
        hovered = self.hovered
        return focused if hovered is None or hovered.stop is None else (*focused, hovered)

    def hover(self, place: Place | None) -> bool:
        """The pointer is on a place, or on none; whether that is news."""
        is_new = place != self.hovered
        self.hovered = place
        return is_new

    def walk(self, place: Place) -> None:
        """The keyboard goes to a place, and what the pointer is on counts no more."""
        self.focused, self.is_walked, self.hovered = place, True, None

    def release(self, place: Place | None) -> bool:
        """A press ends at a place; whether it began there, and so goes there without a ring."""
        pressed, self.pressed = self.pressed, None
        if place is None or place != pressed:
            return False
        self.focused, self.is_walked = place, False
        return True

    def keep_to(self, canvas: Canvas) -> None:
        """The lanes are laid out anew: the keyboard stays at its row and stop where these are still there."""
        self.hovered = None
        row = min(self.focused.row, max(0, len(canvas.rows) - 1))
        is_there = row == self.focused.row and canvas.stop(self.focused) is not None
        self.focused = self.focused if is_there else Place(row)

    def go_to_phrase(self, canvas: Canvas, phrase: UUID | None) -> None:
        """Other lanes came: the keyboard goes to the words of its phrase, or of the first where that is gone."""
        self.hovered = self.pressed = None
        same = (row for row in range(len(canvas.rows)) if phrase is not None and canvas.phrase(row) == phrase)
        self.focused = Place(next(same, 0))
