"""What a screen reader finds in the lanes: each lane, each mark in it, and where the keyboard has come to."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from shiboken6 import delete

from heartjournal.model.timeline import axis
from heartjournal.ui.critic.timeline import TimelineView
from tests.ui.critic.timeline.weeks import SINCE, TODAY, lane, show, timeline

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from heartjournal.ui.surroundings import Surroundings

Role = QAccessible.Role


@pytest.fixture(autouse=True)
def _in_britain() -> None:
    QLocale.setDefault(QLocale("en_GB"))


def found(view: TimelineView) -> QAccessibleInterface:
    interface = QAccessible.queryAccessibleInterface(view.lanes)
    assert interface is not None
    return interface


def name_of(interface: QAccessibleInterface) -> str:
    return interface.text(QAccessible.Text.Name)


def children(interface: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [interface.child(place) for place in range(interface.childCount())]


def test_each_lane_is_an_item_of_a_list_and_each_mark_one_of_its_lane(view: TimelineView) -> None:
    show(view, timeline(lane(2, words="Typical me", reframes={4: "I am tired."}, pinned=True), lane(1, {2: 1, 9: 3})))
    whole = found(view)
    assert whole.role() == Role.List
    typical, down = children(whole)
    assert name_of(typical) == "Typical me, not found in a page yet, pinned, your kinder line: I am tired."
    assert name_of(down) == "I always let people down, four times, last on Wednesday 22 July"
    assert [name_of(mark) for mark in children(down)] == [
        "I always let people down, week of 1 June, once",
        "I always let people down, week of 20 July, three times",
    ]
    assert [name_of(mark) for mark in children(typical)] == [
        "Typical me, week of 15 June, your kinder line: I am tired."
    ]


def test_an_answer_is_said_with_the_mark_of_its_week(view: TimelineView) -> None:
    show(view, timeline(lane(1, {9: 2}, answers=(9,))))
    (mark,) = children(children(found(view))[0])
    assert name_of(mark) == "I always let people down, week of 20 July, twice, a kinder answer of yours"


def test_days_and_months_are_said_as_what_they_are(view: TimelineView) -> None:
    for since, said in ((SINCE.replace(month=10, day=20), "Thursday 5 November"), (SINCE.replace(year=2020), "July")):
        shown = timeline(lane(1, {24 if since.year == 2026 else 9: 2}))
        view.show_timeline(shown, axis=axis(since, TODAY), today=TODAY)
        (mark,) = children(children(found(view))[0])
        expected = said if since.year == 2020 else "Wednesday 4 November"
        assert name_of(mark) == f"I always let people down, {expected}, twice"


def test_the_row_of_resting_lanes_says_how_many(view: TimelineView) -> None:
    show(view, timeline(lane(1, {2: 1}), lane(2, resting=True), lane(3, resting=True)))
    assert [name_of(row) for row in children(found(view))][1] == "2 resting"


def test_a_child_knows_its_place_and_its_parent(view: TimelineView) -> None:
    show(view, timeline(lane(1, {2: 1, 9: 3}), lane(2, {4: 1})))
    whole = found(view)
    assert [len(children(row)) for row in children(whole)] == [2, 1]
    for place, row in enumerate(children(whole)):
        assert whole.indexOfChild(row) == place
        assert row.parent() is whole
        for number, mark in enumerate(children(row)):
            assert row.indexOfChild(mark) == number
            assert mark.parent() is row
            assert row.childAt(*mark.rect().center().toTuple()) is mark


def test_a_mark_out_of_sight_says_so(view: TimelineView) -> None:
    show(view, timeline(*(lane(number, {4: 1}) for number in range(1, 31))))
    rows = children(found(view))
    assert not children(rows[0])[0].state().offscreen
    assert children(rows[29])[0].state().offscreen


def test_the_mark_that_the_keyboard_comes_to_is_said(
    view: TimelineView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    update = QAccessible.updateAccessibility

    def listen(event: QAccessibleEvent) -> None:
        if event.type() is QAccessible.Event.Focus:
            said.append(name_of(event.accessibleInterface()))
        update(event)

    show(view, timeline(lane(1, {9: 3})))
    assert found(view).childCount() == 1
    view.activateWindow()
    view.lanes.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.lanes.hasFocus)
    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    qtbot.keyClick(view.lanes, Qt.Key.Key_Right)
    assert said == ["I always let people down, week of 20 July, three times"]
    assert name_of(found(view).focusChild()) == said[0]
    assert found(view).focusChild().state().focused


def test_what_was_said_is_gone_when_the_words_are_forgotten(view: TimelineView) -> None:
    show(view, timeline(lane(1, {9: 3})))
    row = children(found(view))[0]
    number = QAccessible.uniqueId(row)
    view.forget()
    assert QAccessible.accessibleInterface(number) is None
    assert found(view).childCount() == 0


def test_views_come_and_go_while_a_screen_reader_listens(surroundings: Surroundings) -> None:
    for number in range(30):
        view = TimelineView(surroundings)
        show(view, timeline(lane(1, {9: 3}), lane(2, {4: 1})))
        rows = children(found(view))
        assert [len(children(row)) for row in rows] == [1, 1]
        if number % 2:
            delete(view)
        del view, rows
        gc.collect()
