"""What can stand on paper without being text: it is drawn on as many sheets as it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QPainter

    from heartjournal.ui.theme.print_look import PrintLook


class DrawnSheets(Protocol):
    """A drawing laid on sheets of one size."""

    @property
    def count(self) -> int:
        """How many sheets there are."""
        ...

    @property
    def words(self) -> str:
        """What it says, for whoever cannot see it."""
        ...

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint one sheet, counted from 0, in units of print from the corner of its printed part. Any thread."""
        ...


class Drawn(Protocol):
    """A drawing that may be printed beside printouts."""

    def set_on(self, look: PrintLook, size: QSizeF) -> DrawnSheets:
        """Lay it on sheets whose printed part is of this size, in units of print. Any thread."""
        ...
