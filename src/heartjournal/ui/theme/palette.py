"""From the token table to Qt colours and a palette."""

import re
from collections.abc import Mapping

from PySide6.QtGui import QColor, QPalette

_RGBA = re.compile(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)")


def color_of(text: str) -> QColor:
    """A token's colour: #RRGGBB or rgba(r,g,b,opacity)."""
    match = _RGBA.fullmatch(text.replace(" ", ""))
    if match is None:
        return QColor(text)
    red, green, blue = (int(part) for part in match.groups()[:3])
    return QColor(red, green, blue, round(float(match[4]) * 255))


def role_colors(table: Mapping[str, str]) -> dict[str, QColor]:
    """Every role, with "accentPressed": one step on from hover, in the direction hover took."""
    colors = {role: color_of(text) for role, text in table.items()}
    colors["accentPressed"] = _one_step_on(colors["accent"], colors["accentHover"])
    return colors


def _one_step_on(start: QColor, then: QColor) -> QColor:
    pairs = zip(start.getRgb()[:3], then.getRgb()[:3], strict=True)  # type: ignore[index]  # stub says object
    return QColor(*(max(0, min(255, 2 * second - first)) for first, second in pairs))


def palette_of(colors: Mapping[str, QColor]) -> QPalette:
    """The palette for everything Qt paints by itself."""
    role = QPalette.ColorRole
    palette = QPalette()
    for which, name in (
        (role.Window, "desk"),
        (role.WindowText, "ink"),
        (role.Base, "sunken"),
        (role.AlternateBase, "paper"),
        (role.Text, "ink"),
        (role.PlaceholderText, "ink3"),
        (role.Button, "raised"),
        (role.ButtonText, "ink"),
        (role.ToolTipBase, "raised"),
        (role.ToolTipText, "ink"),
        (role.Highlight, "accentTint"),
        (role.HighlightedText, "ink"),
        (role.Link, "accent"),
        (role.LinkVisited, "accent"),
        (role.Accent, "accent"),
    ):
        palette.setColor(which, colors[name])
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, colors["ink3"])
    return palette
