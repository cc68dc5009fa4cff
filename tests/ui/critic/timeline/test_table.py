"""The table says the same as the timeline, in words and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from PySide6.QtCore import QLocale, Qt

from heartjournal.ui.critic.timeline import TimelineTable
from heartjournal.ui.critic.timeline.drawing import drawing_of
from tests.ui.critic.timeline.weeks import HALF_YEAR, TODAY, lane, show, timeline

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from heartjournal.ui.critic.timeline import TimelineView
    from heartjournal.ui.theme import Theme

LANES = (
    lane(2, {9: 1, 20: 2}, words="Typical me", pinned=True),
    lane(1, {2: 1, 9: 3}, answers=(9,), reframes={4: "first", 12: "I let one thing slip."}),
    lane(3, {5: 1}, words="Everyone else manages", resting=True),
)
PAGES = {2: 1, 5: 2, 6: 1200, 9: 4, 20: 2}
"""By week; the sixth is a quiet one, and in the fourth and twelfth only a kinder line was written."""


@pytest.fixture(autouse=True)
def _in_britain() -> None:
    QLocale.setDefault(QLocale("en_GB"))


@pytest.fixture
def table(theme: Theme, qtbot: QtBot) -> TimelineTable:
    made = TimelineTable(theme)
    qtbot.addWidget(made)
    made.show_timeline(timeline(*LANES, pages=PAGES), axis=HALF_YEAR, today=TODAY)
    made.resize(900, 400)
    made.show()
    return made


def heads(table: TimelineTable) -> list[str]:
    model = table.model()
    return [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]


def cells(table: TimelineTable) -> list[list[str]]:
    model = table.model()
    columns, rows = range(model.columnCount()), range(model.rowCount())
    return [[model.index(row, column).data() for column in columns] for row in rows]


def test_the_pages_a_row_for_each_phrase_and_a_column_for_each_week_that_holds_anything(table: TimelineTable) -> None:
    assert heads(table) == [
        "Phrase",
        "Times",
        "Last",
        "Kinder line",
        "1 to 7 June",
        "15 to 21 June",
        "22 to 28 June",
        "29 June to 5 July",
        "20 to 26 July",
        "10 to 16 Aug",
        "5 to 11 Oct",
    ]
    assert cells(table) == [
        ["Pages", "", "", "", "1", "", "2", "1,200", "4", "", "2"],
        ["Typical me", "3", "7 Oct", "", "", "", "", "", "1", "", "2"],
        [
            "I always let people down",
            "4",
            "22 July",
            "I let one thing slip.",
            "1",
            "kinder line",
            "",
            "",
            "3, kinder answer",
            "kinder line",
            "",
        ],
        ["Everyone else manages (resting)", "1", "24 June", "", "", "", "1", "", "", "", ""],
    ]


def test_every_mark_of_the_timeline_is_a_number_of_the_table(view: TimelineView, qtbot: QtBot) -> None:
    show(view, timeline(*LANES))
    view.lanes.fold(unfolded=True)
    table = view.as_table()
    qtbot.addWidget(table)
    canvas = view.lanes.canvas
    assert canvas.scale is not None
    lanes = [row.lane for row in (canvas.rows[at] for at in range(len(canvas.rows))) if row.lane]
    drawn = [[stop.count for stop in drawing_of(each, canvas.scale, canvas.look).stops if stop.count] for each in lanes]
    listed = [[int(cell.split(",")[0]) for cell in row[4:] if cell[:1].isdigit()] for row in cells(table)[1:]]
    assert listed == drawn


def test_enter_and_a_double_press_want_the_phrase_of_the_row(table: TimelineTable, qtbot: QtBot) -> None:
    table.setFocus()
    table.setCurrentIndex(table.model().index(2, 5))
    with qtbot.waitSignal(table.phrase_wanted) as wanted:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert wanted.args == [UUID(int=1)]


def test_the_row_of_pages_opens_nothing(table: TimelineTable, qtbot: QtBot) -> None:
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 5))
    with qtbot.assertNotEmitted(table.phrase_wanted):
        qtbot.keyClick(table, Qt.Key.Key_Return)


def test_the_words_of_a_row_are_not_cut(table: TimelineTable, theme: Theme) -> None:
    for scale in (1.0, 1.75):
        theme.set_text_scale(scale)
        for row in range(table.model().rowCount()):
            wanted = max(table.sizeHintForIndex(table.model().index(row, at)).height() for at in range(4))
            assert table.rowHeight(row) >= wanted
        for column in (1, 2, 4):
            hint = table.sizeHintForIndex(table.model().index(0, column)).width()
            assert table.columnWidth(column) >= max(hint, table.horizontalHeader().sectionSizeHint(column))


def test_a_screen_reader_is_told_what_the_table_is(table: TimelineTable) -> None:
    assert table.accessibleName() == "Your phrases as a table"


def test_the_ground_of_the_table_is_the_paper_of_the_theme(table: TimelineTable, theme: Theme) -> None:
    image = table.grab().toImage()
    assert image.pixelColor(4, 4) == theme.color("paper")
    assert image.pixelColor(4, 380) == theme.color("paper")


def test_forgetting_leaves_no_word(table: TimelineTable) -> None:
    table.forget()
    assert (table.model().rowCount(), table.model().columnCount()) == (0, 4)
    assert cells(table) == []
