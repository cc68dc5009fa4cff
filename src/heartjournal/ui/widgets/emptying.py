"""Takes everything out of a layout that is to be filled anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout, QLayoutItem


def empty(layout: QLayout) -> None:
    """Hide and delete all that stands in a layout, so that none of its words stays."""
    while (item := layout.takeAt(0)) is not None:
        let_go(item)


def let_go(item: QLayoutItem) -> None:
    """Hide and delete what a layout has given up, with what is in it."""
    inner = item.layout()
    if inner is not None:
        empty(inner)
    widget = item.widget()
    if widget is not None:
        widget.hide()
        widget.deleteLater()
