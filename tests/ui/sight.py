"""What a person can see of a screen: words that are cut, that lie outside their place, or on top of each other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QLineEdit, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOUCH = 1  # pixels by which rounding may let two things meet


@dataclass(frozen=True)
class Seen:
    """Something with words on it, where it lies on the screen, and as much of that as is seen."""

    widget: QWidget
    place: QRect
    shown: QRect

    def __str__(self) -> str:
        return f"{type(self.widget).__name__} {words_of(self.widget)!r}"


def faults(screen: QWidget) -> list[str]:
    """Every label, button and field that is visible and cut, outside its place, or over another one."""
    seen = list(_seen(screen))
    cut = [f"{each} is {by} too narrow" for each in seen if (by := _lacks(each.widget)) > _TOUCH]
    outside = [f"{each} is outside of {name}" for each in seen if (name := _outside(each.widget, screen))]
    over = [f"{one} and {other} overlap" for one, other in combinations(seen, 2) if _overlap(one, other)]
    return cut + outside + over


def words_of(widget: QWidget) -> str:
    """What it says."""
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text() or widget.accessibleName()
    return widget.accessibleName()


def _seen(screen: QWidget) -> Iterator[Seen]:
    for widget in screen.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton | QLineEdit) or not words_of(widget):
            continue
        shown = widget.visibleRegion().boundingRect()
        if widget.isVisible():
            corner = widget.mapTo(screen, QPoint())
            yield Seen(widget, QRect(corner, widget.size()), shown.translated(corner))


def _lacks(widget: QWidget) -> int:
    """How many pixels its words are wider than it is; a field scrolls, and words that break take what there is."""
    if isinstance(widget, QLineEdit) or (isinstance(widget, QLabel) and widget.wordWrap()):
        return 0
    return max(0, widget.minimumSizeHint().width() - widget.width())


def _outside(widget: QWidget, screen: QWidget) -> str:
    """What cuts it: anything around it sideways, and up and down whatever does not scroll."""
    ancestor, scrolls = widget.parentWidget(), False
    while ancestor is not None:
        place = QRect(widget.mapTo(ancestor, QPoint()), widget.size())
        if place.left() < -_TOUCH or place.right() > ancestor.width() - 1 + _TOUCH:
            return f"{type(ancestor).__name__} sideways"
        if not scrolls and (place.top() < -_TOUCH or place.bottom() > ancestor.height() - 1 + _TOUCH):
            return f"{type(ancestor).__name__} up or down"
        if ancestor is screen:
            return ""
        above = ancestor.parentWidget()
        scrolls = scrolls or isinstance(above.parentWidget() if above else None, QAbstractScrollArea)
        ancestor = above
    return ""


def _overlap(one: Seen, other: Seen) -> bool:
    if one.widget.isAncestorOf(other.widget) or other.widget.isAncestorOf(one.widget):
        return False
    common = one.shown.intersected(other.shown)
    return common.width() > _TOUCH and common.height() > _TOUCH
