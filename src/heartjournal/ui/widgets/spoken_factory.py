"""Gives Qt what a screen reader finds in a widget that paints its parts itself, and keeps that as long as Qt does."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

W = TypeVar("W", bound=QWidget)


class SpokenWhole(QAccessibleWidget):
    """What is said of such a widget; its parts are interfaces that it makes when they are asked for."""

    def renew(self) -> None:
        """What was said of its parts is no more: other parts are there, or the widget is gone."""


class SpokenFactory:
    """Makes what is said of a widget when Qt first asks for it, by the kind of the widget.

    Qt deletes an interface together with its widget, and Python must not have deleted it before: each is held here
    until Qt has done so. Get it from `spoken_factory`.
    """

    def __init__(self) -> None:
        self._makers: dict[type[QWidget], Callable[[Any], SpokenWhole]] = {}
        self._held: list[SpokenWhole] = []

    def speak_for(self, kind: type[W], maker: Callable[[W], SpokenWhole]) -> None:
        """From now on widgets of this kind are said by what `maker` makes of them."""
        self._makers[kind] = maker

    def __call__(self, _name: str, widget: QObject) -> QAccessibleInterface | None:
        """Called by Qt, with any object there is; the answer None leaves it to Qt."""
        maker = next((maker for kind, maker in self._makers.items() if isinstance(widget, kind)), None)
        if maker is None:
            return None
        for gone in [held for held in self._held if not isValid(held)]:
            gone.renew()
            self._held.remove(gone)
        made = maker(widget)
        self._held.append(made)
        return made


@cache
def spoken_factory() -> SpokenFactory:
    """The one factory of the process, put in by whoever needs it first.

    It cannot be handed in through `__init__` as everything else is: what Qt was given it keeps as a bare C function
    until the process ends, through one application after the other, and it asks the function that came last first. So
    a second one for the next painted widget would only stand before this one, and neither could be taken out again.
    """
    made = SpokenFactory()
    QAccessible.installFactory(made)
    return made
