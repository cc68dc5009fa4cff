"""How a printed page looks: the reading type in points, the margins in millimetres, always dark ink on white."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QFont

if TYPE_CHECKING:
    from heartjournal.resources.theme import Tokens

UNITS: Final = 10
"""Units of layout to a point: a text is laid out in these on every machine alike, and scaled when it is painted."""

_POINTS: Final = {"title": 23.0, "day": 10.5, "reading": 11.5, "h1": 17.0, "h2": 14.5, "h3": 12.5, "number": 9.0}
_LINES: Final = {"title": 29.0, "reading": 18.0, "h1": 23.0, "h2": 20.0, "h3": 18.0}
_MILLIMETRES: Final = {"side": 33.0, "top": 30.0, "bottom": 34.0, "number": 18.0}


@dataclass(frozen=True, slots=True)
class PrintLook:
    """Type, ink and margins of a printed page. Any thread may use it.

    `display`, `reading` are font families, `ink` and `ink2` colours as "#rrggbb"; `paper` is what a preview shows.
    """

    display: tuple[str, ...]
    reading: tuple[str, ...]
    ink: str
    ink2: str
    paper: QColor

    def size(self, style: str) -> int:
        """The type size of "title", "day", "reading", "h1", "h2", "h3" or "number", in units."""
        return round(_POINTS[style] * UNITS)

    def line(self, style: str) -> int:
        """The least height of a line of "title", "reading", "h1", "h2" or "h3", in units."""
        return round(_LINES[style] * UNITS)

    def margin(self, name: str) -> float:
        """The margin at each "side", the "top" and the "bottom", or how high the page "number" stands; in units."""
        return _MILLIMETRES[name] / 25.4 * 72 * UNITS

    def font(self, style: str) -> QFont:
        """The upright font of a style, its pixels being units."""
        font = QFont(list(self.display if style == "title" else self.reading))
        font.setPixelSize(self.size(style))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        for ligatures in ("liga", "dlig", "clig"):  # in a PDF their letters could be neither found nor copied
            font.setFeature(QFont.Tag(ligatures), 0)
        return font

    def stylesheet(self) -> str:
        """The style sheet of a printed page for a QTextDocument, whose px are units."""
        family = f"font-family: '{self.reading[0]}'"
        rules = [
            f"p, li, blockquote, pre {{ color: {self.ink}; margin-top: 0px; margin-bottom: {self._gap(0.55)}px; }}",
            f"pre, code {{ {family}; }}",
            f"a {{ color: {self.ink}; text-decoration: none; }}",
            f"ul, ol {{ margin-bottom: {self._gap(0.55)}px; }}",
            f"li {{ margin-bottom: {self._gap(0.2)}px; }}",
            f"blockquote {{ margin-left: {self._gap(1)}px; margin-right: {self._gap(1)}px; }}",
            f"p.title {{ font-family: '{self.display[0]}'; font-size: {self.size('title')}px; }}",
            f"p.title {{ margin-bottom: {self._gap(0.3)}px; }}",
            f"p.day {{ font-size: {self.size('day')}px; font-style: italic; color: {self.ink2}; }}",
            f"p.day {{ margin-bottom: {self._gap(1.7)}px; }}",
        ]
        for tag, style in (("h1", "h1"), ("h2", "h2"), ("h3", "h3"), ("h4", "h3"), ("h5", "h3"), ("h6", "h3")):
            rules.append(
                f"{tag} {{ color: {self.ink}; font-size: {self.size(style)}px; font-weight: 400;"
                f" margin-top: {self._gap(0.8)}px; margin-bottom: {self._gap(0.35)}px; }}"
            )
        return "\n".join(rules)

    def _gap(self, lines: float) -> int:
        return round(self.line("reading") * lines)


def print_look(tokens: Tokens) -> PrintLook:
    """The look of a printed page by the design's tokens: its light ink, whatever the window wears."""
    return PrintLook(
        display=tokens.families["display"],
        reading=tokens.families["reading"],
        ink=tokens.light["ink"],
        ink2=tokens.light["ink2"],
        paper=QColor(tokens.light["raised"]),
    )
