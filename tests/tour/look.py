"""How the tour looks at the screens: each size and theme, and what a picture of it is called."""

from __future__ import annotations

from dataclasses import dataclass

from heartjournal.ui.theme import Mode


@dataclass(frozen=True)
class Look:
    """A window's size in logical pixels and its theme."""

    mode: Mode
    width: int
    height: int

    def file_name(self, screen: str) -> str:
        """As the pictures of the design are called."""
        size = "" if (self.width, self.height) == (1280, 800) else f"-{self.width}x{self.height}"
        return f"{screen}{size}{'-dark' if self.mode is Mode.DARK else ''}.png"


LOOKS = (Look(Mode.LIGHT, 1280, 800), Look(Mode.DARK, 1280, 800), Look(Mode.LIGHT, 900, 600))
