"""The theme: tokens turned into colours, fonts, sizes, icons and a style sheet; the one place that names any."""

from heartjournal.ui.theme.look import ElementKey, ElementLook, Mode
from heartjournal.ui.theme.theme import Theme

__all__ = ["ElementKey", "ElementLook", "Mode", "Theme"]
