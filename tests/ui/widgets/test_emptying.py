"""A layout that is filled anew has nothing of before in it, and a menu opens below its button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from heartjournal.ui.widgets import Button, Menu
from heartjournal.ui.widgets.emptying import empty

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from heartjournal.ui.theme import Theme


def test_what_stood_in_a_layout_and_in_those_inside_it_is_out_of_sight_at_once_and_then_gone(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    column, row = QVBoxLayout(place), QHBoxLayout()
    column.addWidget(QLabel("one"))
    row.addWidget(QLabel("two"))
    row.addStretch()
    column.addLayout(row)
    place.show()
    labels = place.findChildren(QLabel)
    empty(column)
    assert column.count() == 0
    assert not any(label.isVisible() for label in labels)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert place.findChildren(QLabel) == []


@pytest.mark.qt_log_ignore("This plugin does not support (grabbing the keyboard|raise|propagateSizeHints)")
def test_a_menu_opens_below_its_button_with_the_right_edges_in_line(theme: Theme, qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    place.setGeometry(300, 100, 400, 300)
    button = Button(theme, "More", parent=place)
    button.setGeometry(200, 20, 120, 40)
    place.show()
    menu = Menu(theme, parent=place)
    menu.add("Quiet today")
    menu.open_below(button)
    below = button.mapToGlobal(button.rect().bottomRight())
    assert menu.geometry().top() == below.y()
    assert abs(menu.geometry().right() - below.x()) <= 1
    menu.close()
