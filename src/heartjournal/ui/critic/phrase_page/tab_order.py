"""Lets Tab go through a place in the order in which it is read, though parts of it came later than others."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayout


def put_tabs_in_order(place: QWidget) -> None:
    """Set the order of all that can have the keyboard, as the layouts have it; Qt orders by when a widget was made."""
    layout = place.layout()
    parts = list(_in_layout_order(layout)) if layout is not None else []
    for before, after in pairwise(parts):
        QWidget.setTabOrder(before, after)


def _in_layout_order(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        inner, widget = (item.layout(), item.widget()) if item is not None else (None, None)
        if inner is not None:
            yield from _in_layout_order(inner)
        if widget is not None:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield widget
            within = widget.layout()
            if within is not None:
                yield from _in_layout_order(within)
