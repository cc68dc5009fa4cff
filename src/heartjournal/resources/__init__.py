"""The shipped data, loaded and checked: tokens, fonts and icons here; the rest in modules imported when needed."""

from heartjournal.resources.location import root
from heartjournal.resources.theme import (
    TEXT_SCALES,
    Tokens,
    font_files,
    icon_names,
    icon_source,
    theme_tokens,
)

__all__ = ["TEXT_SCALES", "Tokens", "font_files", "icon_names", "icon_source", "root", "theme_tokens"]
