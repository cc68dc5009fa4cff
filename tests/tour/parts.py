"""Finds what the window shows by its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from tests.tour.house import House

Kind = TypeVar("Kind", bound=QWidget)


def part(house: House, kind: type[Kind]) -> Kind:
    """The first of a kind that is shown. Raises LookupError where there is none."""
    found = house.window.findChildren(kind)
    shown = next((each for each in found if each.isVisible()), None)
    if shown is None:
        raise LookupError(f"The window shows no {kind.__name__} where the tour expects one.")
    return shown
