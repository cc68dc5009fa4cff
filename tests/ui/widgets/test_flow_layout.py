"""Chips fill lines and wrap."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from heartjournal.ui.theme import Theme
from heartjournal.ui.widgets import Chip, FlowLayout


def filled(theme: Theme, qtbot: QtBot, words: int) -> tuple[QWidget, FlowLayout]:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, spacing=8)
    for number in range(words):
        flow.addWidget(Chip(theme, f"word {number}"))
    return holder, flow


def test_a_narrow_row_wraps_and_asks_for_the_height_it_needs(theme: Theme, qtbot: QtBot) -> None:
    _, flow = filled(theme, qtbot, 6)
    chip = theme.size("chip")
    assert flow.heightForWidth(5000) == chip
    assert flow.heightForWidth(flow.minimumSize().width()) == 6 * chip + 5 * 8


def test_no_chip_lies_on_another_or_outside(theme: Theme, qtbot: QtBot) -> None:
    holder, flow = filled(theme, qtbot, 12)
    holder.resize(300, flow.heightForWidth(300))
    holder.show()
    boxes = [chip.geometry() for chip in holder.findChildren(Chip)]
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
    assert all(holder.rect().contains(box) for box in boxes)


def test_a_hidden_chip_takes_no_room(theme: Theme, qtbot: QtBot) -> None:
    holder, flow = filled(theme, qtbot, 2)
    before = flow.sizeHint().width()
    holder.findChildren(Chip)[0].hide()
    assert flow.sizeHint().width() < before


def test_a_chip_can_be_put_before_the_last(theme: Theme, qtbot: QtBot) -> None:
    _, flow = filled(theme, qtbot, 2)
    chip = Chip(theme, "between")
    flow.insert_widget(1, chip)
    item = flow.itemAt(1)
    assert item is not None
    assert item.widget() is chip
    assert flow.itemAt(9) is None
    assert flow.takeAt(9) is None


def test_an_empty_row_is_no_row(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    assert FlowLayout(holder, spacing=8).sizeHint().height() == 0
