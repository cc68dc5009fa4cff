"""What waits for the next key or click hears it wherever it goes, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from heartjournal.ui.editor.until_touched import UntilTouched

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key = Qt.Key


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def waiting(field: QLineEdit) -> tuple[UntilTouched, list[None]]:
    touched: list[None] = []
    touch = UntilTouched(lambda: touched.append(None), parent=field)
    touch.wait()
    return touch, touched


def test_a_key_is_heard_once_and_typed_all_the_same(field: QLineEdit, qtbot: QtBot) -> None:
    _, touched = waiting(field)
    qtbot.keyClicks(field, "ab")
    assert len(touched) == 1
    assert field.text() == "ab"


def test_a_click_is_heard(field: QLineEdit, qtbot: QtBot) -> None:
    _, touched = waiting(field)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    assert len(touched) == 1


@pytest.mark.parametrize("key", [Key.Key_Shift, Key.Key_Control, Key.Key_Alt, Key.Key_Meta])
def test_a_key_that_is_only_held_is_none(field: QLineEdit, qtbot: QtBot, key: Qt.Key) -> None:
    touch, touched = waiting(field)
    qtbot.keyClick(field, key)
    assert touched == []
    touch.stop()


def test_after_stop_nothing_is_heard(field: QLineEdit, qtbot: QtBot) -> None:
    touch, touched = waiting(field)
    touch.stop()
    qtbot.keyClicks(field, "a")
    assert touched == []
