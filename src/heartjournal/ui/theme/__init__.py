"""The theme: tokens turned into colours, fonts, sizes, icons and a style sheet; the one place that names any."""

from heartjournal.ui.theme.look import ElementKey, ElementLook, Mode
from heartjournal.ui.theme.theme import STYLE_ARGUMENTS, Theme

__all__ = ["STYLE_ARGUMENTS", "ElementKey", "ElementLook", "Mode", "Theme"]
