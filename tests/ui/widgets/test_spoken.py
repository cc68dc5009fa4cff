"""What a screen reader finds in the painted controls, and what it is told without being asked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QWidget

from heartjournal.model.problems import WrongPassphrase
from heartjournal.ui.settings.section_list import SectionList
from heartjournal.ui.unlock import Unlock
from heartjournal.ui.widgets import (
    DayChosen,
    MonthCalendar,
    NoticeBox,
    PassingNotice,
    PassphraseField,
    SavedState,
    SaveState,
    SegmentChosen,
    Segments,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from heartjournal.journal import Journal
    from heartjournal.ui.surroundings import Surroundings
    from heartjournal.ui.theme import Theme

Role = QAccessible.Role


def found(widget: QWidget) -> QAccessibleInterface:
    """What a screen reader gets."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface


def name_of(interface: QAccessibleInterface) -> str:
    return interface.text(QAccessible.Text.Name)


def choices_in(widget: QWidget) -> list[tuple[str, bool]]:
    """The name of each choice that is there, and whether it is the one that is on."""
    group = found(widget)
    children = [group.child(place) for place in range(group.childCount())]
    there = [child for child in children if child.role() is Role.RadioButton and not child.state().invisible]
    return [(name_of(child), bool(child.state().checked)) for child in there]


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is said by itself, and which choice the keyboard came to; all of it goes on to Qt."""
    said: list[str] = []
    update = QAccessible.updateAccessibility

    def listen(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())
        elif event.type() is QAccessible.Event.Focus:
            said.append(name_of(event.accessibleInterface()))
        update(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return said


@pytest.fixture
def segments(theme: Theme, qtbot: QtBot) -> Segments:
    made = Segments(theme, ("Sooner", "In 3 weeks", "Rest"), name="When", current=1)
    qtbot.addWidget(made)
    made.show()
    return made


def test_segments_are_a_named_group_of_choices_of_which_one_is_on(segments: Segments) -> None:
    assert found(segments).role() is Role.Grouping
    assert name_of(found(segments)) == "When: In 3 weeks"
    assert choices_in(segments) == [("Sooner", False), ("In 3 weeks", True), ("Rest", False)]
    segments.set_words(("Now", "Later"), current=0)
    assert choices_in(segments) == [("Now", True), ("Later", False)]


def test_a_segment_that_a_screen_reader_presses_is_chosen(segments: Segments, qtbot: QtBot) -> None:
    with qtbot.waitSignal(segments.chosen) as chosen:
        segments.findChildren(QAbstractButton)[2].click()
    assert chosen.args == [SegmentChosen(2)]
    assert choices_in(segments)[2] == ("Rest", True)
    segments.findChildren(QAbstractButton)[2].click()
    assert choices_in(segments) == [("Sooner", False), ("In 3 weeks", False), ("Rest", True)]


def test_in_less_width_a_segment_is_found_where_it_is_painted_then(segments: Segments, qtbot: QtBot) -> None:
    narrow = segments.minimumSizeHint()
    assert narrow.width() < segments.width()
    segments.resize(narrow)
    last = segments.findChildren(QAbstractButton)[2]
    qtbot.waitUntil(lambda: segments.rect().contains(last.geometry()))


def test_the_segment_that_the_keyboard_comes_to_is_said(segments: Segments, heard: list[str], qtbot: QtBot) -> None:
    segments.activateWindow()
    segments.setFocus()
    qtbot.waitUntil(segments.hasFocus)
    qtbot.keyClick(segments, Qt.Key.Key_Right)
    assert heard == ["Rest"]


def test_the_days_of_a_month_are_choices_that_say_what_they_are(theme: Theme, qtbot: QtBot) -> None:
    calendar = MonthCalendar(theme, date(2026, 11, 12))
    qtbot.addWidget(calendar)
    calendar.show()
    calendar.set_marked([date(2026, 11, 4)])
    calendar.choose(date(2026, 11, 12))
    assert found(calendar.grid).role() is Role.Grouping
    days = choices_in(calendar.grid)
    assert len(days) == 30
    assert days[3] == ("Wednesday, 4 November 2026, has a page", False)
    assert days[11] == ("Thursday, 12 November 2026, chosen", True)
    calendar.show_month(date(2027, 2, 1))
    assert len(choices_in(calendar.grid)) == 28


def test_a_day_that_a_screen_reader_presses_is_chosen_where_it_is_painted(theme: Theme, qtbot: QtBot) -> None:
    calendar = MonthCalendar(theme, date(2026, 11, 12))
    qtbot.addWidget(calendar)
    calendar.show()
    fourth = calendar.grid.findChildren(QAbstractButton)[3]
    assert calendar.grid._day_at(fourth.geometry().center()) == date(2026, 11, 4)
    with qtbot.waitSignal(calendar.day_chosen) as chosen:
        fourth.click()
    assert chosen.args == [DayChosen(date(2026, 11, 4))]


def test_the_day_that_the_keyboard_comes_to_is_said(theme: Theme, heard: list[str], qtbot: QtBot) -> None:
    calendar = MonthCalendar(theme, date(2026, 11, 30))
    qtbot.addWidget(calendar)
    calendar.show()
    calendar.activateWindow()
    calendar.grid.setFocus()
    qtbot.waitUntil(calendar.grid.hasFocus)
    qtbot.keyClick(calendar.grid, Qt.Key.Key_Right)
    assert heard == ["Tuesday, 1 December 2026"]


def test_a_section_of_the_settings_is_one_of_several(theme: Theme, qtbot: QtBot) -> None:
    sections = SectionList(theme, ("Appearance", "About"))
    qtbot.addWidget(sections)
    sections.mark(1)
    items = [found(sections.group.button(number)) for number in (0, 1)]
    assert [item.role() for item in items] == [Role.RadioButton] * 2
    assert [(name_of(item), bool(item.state().checked)) for item in items] == [("Appearance", False), ("About", True)]


def test_a_section_can_be_pressed_anywhere_in_it(theme: Theme, qtbot: QtBot) -> None:
    sections = SectionList(theme, ("Appearance", "About"))
    qtbot.addWidget(sections)
    sections.resize(400, 200)
    sections.show()
    about = sections.group.button(1)
    qtbot.mouseClick(about, Qt.MouseButton.LeftButton, pos=about.rect().bottomRight())
    assert sections.group.checkedId() == 1


def test_a_wrong_passphrase_is_said_with_the_field_until_it_is_tried_again(
    surroundings: Surroundings, heard: list[str], qtbot: QtBot
) -> None:
    def opener(_passphrase: str) -> Callable[[], Journal]:
        def refuse() -> Journal:
            raise WrongPassphrase("That isn't it.")

        return refuse

    unlock = Unlock(surroundings, opener)
    qtbot.addWidget(unlock)
    unlock.show()
    field = unlock.findChild(PassphraseField)
    assert isinstance(field, PassphraseField)
    field.line.setText("anything")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert found(field.line).text(QAccessible.Text.Description) == ""
    qtbot.waitUntil(lambda: bool(found(field.line).text(QAccessible.Text.Description)))
    said = found(field.line).text(QAccessible.Text.Description)
    assert said.startswith("That isn’t the passphrase.")
    assert heard == [said]


def test_a_notice_is_said_when_it_appears_and_when_its_words_change(
    theme: Theme, heard: list[str], qtbot: QtBot
) -> None:
    notice = NoticeBox(theme)
    qtbot.addWidget(notice)
    notice.say("The disk is full.", "Make some room.")
    assert heard == []
    notice.show()
    notice.say("The folder can't be read.")
    assert heard == ["The disk is full. Make some room.", "The folder can't be read."]


def test_a_passing_notice_is_said(theme: Theme, heard: list[str], qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    PassingNotice(theme, parent=window).show_words("The page is in the bin.", undo=lambda: None)
    assert heard == ["The page is in the bin."]


def test_only_what_is_not_saved_is_said_of_a_page(theme: Theme, heard: list[str], qtbot: QtBot) -> None:
    state = SavedState(theme, rests=0)
    qtbot.addWidget(state)
    state.set_state(SaveState.SAVED)
    state.set_state(SaveState.NOT_SAVED)
    assert heard == ["Not saved yet"]
