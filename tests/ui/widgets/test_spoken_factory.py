"""What is said of painted widgets: each kind by its own, held exactly as long as Qt holds it."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from heartjournal.ui.widgets.spoken_factory import SpokenWhole, spoken_factory

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Role = QAccessible.Role


class Sundial(QWidget):
    """Paints a list."""


class Abacus(QWidget):
    """Paints a table."""


class SaidOfSundial(SpokenWhole):
    """Remembers that it was renewed."""

    renewed = 0

    def __init__(self, widget: Sundial) -> None:
        super().__init__(widget, Role.List)

    def renew(self) -> None:
        SaidOfSundial.renewed += 1


class SaidOfAbacus(SpokenWhole):
    """A table."""

    def __init__(self, widget: Abacus) -> None:
        super().__init__(widget, Role.Table)


def found(widget: QWidget) -> QAccessibleInterface:
    spoken_factory().speak_for(Sundial, SaidOfSundial)
    spoken_factory().speak_for(Abacus, SaidOfAbacus)
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface


def test_each_kind_of_widget_is_said_by_its_own_and_others_are_left_to_qt(qtbot: QtBot) -> None:
    sundial, abacus, plain = Sundial(), Abacus(), QWidget()
    for widget in (sundial, abacus, plain):
        qtbot.addWidget(widget)
    assert [found(widget).role() for widget in (sundial, abacus)] == [Role.List, Role.Table]
    assert not isinstance(found(plain), SpokenWhole)


def test_there_is_one_for_the_process_whoever_asks() -> None:
    assert spoken_factory() is spoken_factory()


def test_what_is_said_lives_as_long_as_its_widget_though_nobody_holds_it(qtbot: QtBot) -> None:
    sundial = Sundial()
    qtbot.addWidget(sundial)
    first = found(sundial)
    number = QAccessible.uniqueId(first)
    del first
    gc.collect()
    held = QAccessible.accessibleInterface(number)
    assert isinstance(held, SaidOfSundial)
    assert found(sundial) is held


def test_of_a_widget_that_is_gone_everything_is_let_go_when_the_next_one_is_said(qtbot: QtBot) -> None:
    gone = Sundial()
    assert found(gone).role() == Role.List
    before = SaidOfSundial.renewed
    delete(gone)
    following = Sundial()
    qtbot.addWidget(following)
    assert found(following).role() == Role.List
    assert SaidOfSundial.renewed == before + 1
