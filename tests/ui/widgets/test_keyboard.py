"""Everything can be done with the keys alone."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from heartjournal.ui.theme import Theme
from heartjournal.ui.widgets import (
    Button,
    CheckBox,
    Chip,
    ChoiceTile,
    ChoiceTiles,
    DayChosen,
    Field,
    MonthCalendar,
    MonthShown,
    PassingNotice,
    PassphraseField,
    SectionStepper,
    SegmentChosen,
    Segments,
    StepChosen,
    Toggle,
)

Lay = Callable[..., QWidget]
Key = Qt.Key
NOVEMBER_12 = date(2026, 11, 12)


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Enter])
def test_a_button_is_pressed_by_space_and_enter(theme: Theme, lay: Lay, qtbot: QtBot, key: Qt.Key) -> None:
    button = Button(theme, "Read")
    lay(button)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


@pytest.mark.parametrize("modifier", ["ControlModifier", "ShiftModifier", "AltModifier"])
def test_enter_with_another_key_held_is_left_to_the_screen(theme: Theme, lay: Lay, qtbot: QtBot, modifier: str) -> None:
    button = Button(theme, "Begin")
    lay(button)
    button.setFocus()
    with qtbot.assertNotEmitted(button.clicked):
        QTest.keyClick(button, Key.Key_Return, Qt.KeyboardModifier[modifier])
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)


@pytest.mark.parametrize("kind", [Chip, CheckBox, Toggle])
def test_a_choice_is_switched_by_space(theme: Theme, lay: Lay, kind: type[Chip | CheckBox | Toggle]) -> None:
    choice = kind(theme, "calm")
    lay(choice)
    for on in (True, False):
        QTest.keyClick(choice, Key.Key_Space)
        assert choice.isChecked() is on


def test_a_dashed_chip_adds_and_is_never_on(theme: Theme, lay: Lay, qtbot: QtBot) -> None:
    chip = Chip(theme, "another word", dashed=True)
    lay(chip)
    with qtbot.waitSignal(chip.clicked):
        QTest.keyClick(chip, Key.Key_Space)
    assert not chip.isChecked()


def test_arrows_move_between_segments_and_stop_at_the_ends(theme: Theme, lay: Lay, qtbot: QtBot) -> None:
    segments = Segments(theme, ("Sooner", "in 8 weeks", "Rest"), name="When")
    lay(segments)
    with qtbot.waitSignal(segments.chosen) as told:
        QTest.keyClick(segments, Key.Key_Right)
    assert told.args == [SegmentChosen(1)]
    QTest.keyClick(segments, Key.Key_End)
    QTest.keyClick(segments, Key.Key_Right)
    assert (segments.current, segments.accessibleName()) == (2, "When: Rest")
    QTest.keyClick(segments, Key.Key_Home)
    with qtbot.assertNotEmitted(segments.chosen):
        QTest.keyClick(segments, Key.Key_Left)
    assert segments.current == 0


def test_a_segment_is_chosen_by_the_pointer(theme: Theme, lay: Lay) -> None:
    segments = Segments(theme, ("Sooner", "Rest"), name="When")
    lay(segments)
    QTest.mouseClick(segments, Qt.MouseButton.LeftButton, pos=segments.rect().center() * 1.7)
    assert segments.current == 1


def test_arrows_switch_tiles_and_enter_goes_on(theme: Theme, lay: Lay, qtbot: QtBot) -> None:
    tiles = ChoiceTiles(theme, (ChoiceTile(theme, "Follow the prompts"), ChoiceTile(theme, "Write freely")))
    lay(tiles)
    tiles.tiles[0].setFocus()
    with qtbot.waitSignal(tiles.chosen):
        QTest.keyClick(tiles.tiles[0], Key.Key_Right)
    assert tiles.current == 1
    assert tiles.tiles[1].has_ring()
    with qtbot.waitSignal(tiles.entered):
        QTest.keyClick(tiles.tiles[1], Key.Key_Return)
    QTest.keyClick(tiles.tiles[1], Key.Key_Right)
    assert tiles.current == 1


def calendar_in(lay: Lay, theme: Theme, locale: QLocale) -> MonthCalendar:
    calendar = MonthCalendar(theme, NOVEMBER_12, locale=locale)
    lay(calendar)
    return calendar


def test_arrows_move_a_day_or_a_week_and_enter_chooses(theme: Theme, lay: Lay, qtbot: QtBot, british: QLocale) -> None:
    calendar = calendar_in(lay, theme, british)
    for key in (Key.Key_Left, Key.Key_Up):
        QTest.keyClick(calendar.grid, key)
    with qtbot.waitSignal(calendar.day_chosen) as told:
        QTest.keyClick(calendar.grid, Key.Key_Return)
    assert told.args == [DayChosen(date(2026, 11, 4))]
    assert calendar.chosen == date(2026, 11, 4)
    assert calendar.grid.accessibleName() == "Wednesday, 4 November 2026, chosen"


def test_leaving_the_month_by_key_shows_the_next_one(theme: Theme, lay: Lay, qtbot: QtBot, british: QLocale) -> None:
    calendar = calendar_in(lay, theme, british)
    with qtbot.waitSignal(calendar.month_changed) as told:
        QTest.keyClick(calendar.grid, Key.Key_PageDown)
    assert told.args == [MonthShown(date(2026, 12, 1), date(2026, 12, 31))]
    assert calendar.accessibleName() == "December 2026"
    for key in (Key.Key_Home, Key.Key_Left):
        QTest.keyClick(calendar.grid, key)
    assert calendar.shown.first == date(2026, 11, 1)


def test_a_month_shorter_than_its_neighbour_keeps_the_focus_inside(theme: Theme, lay: Lay, british: QLocale) -> None:
    calendar = calendar_in(lay, theme, british)
    calendar.choose(date(2026, 1, 31))
    QTest.keyClick(calendar.grid, Key.Key_PageDown)
    QTest.keyClick(calendar.grid, Key.Key_Space)
    assert calendar.chosen == date(2026, 2, 28)


def test_the_arrows_in_the_heading_turn_the_month(theme: Theme, lay: Lay, british: QLocale) -> None:
    calendar = calendar_in(lay, theme, british)
    calendar.previous.click()
    calendar.previous.click()
    calendar.next.click()
    assert calendar.shown.first == date(2026, 10, 1)


def test_a_marked_day_is_said_to_have_a_page(theme: Theme, lay: Lay, british: QLocale) -> None:
    calendar = calendar_in(lay, theme, british)
    calendar.set_marked({NOVEMBER_12})
    assert calendar.grid.accessibleName().endswith("has a page")


@pytest.mark.parametrize("language", ["en_GB", "en_US", "de_DE", "ar_EG"])
def test_every_day_is_where_the_locale_puts_it(theme: Theme, lay: Lay, qtbot: QtBot, language: str) -> None:
    calendar = calendar_in(lay, theme, QLocale(language))
    for number in (1, 15, 30):
        day = date(2026, 11, number)
        with qtbot.waitSignal(calendar.day_chosen) as told:
            place = calendar.grid._box(day).center()
            QTest.mouseClick(calendar.grid, Qt.MouseButton.LeftButton, pos=place)
        assert told.args == [DayChosen(day)]
    calendar.grab()


def test_the_week_begins_as_the_locale_says(theme: Theme, lay: Lay, british: QLocale) -> None:
    columns = {}
    for language in ("en_GB", "en_US"):
        calendar = calendar_in(lay, theme, QLocale(language))
        columns[language] = calendar.grid._place(date(2026, 11, 1))
    assert columns == {"en_GB": (0, 6), "en_US": (0, 0)}


def test_a_section_is_gone_to_by_its_step(theme: Theme, lay: Lay, qtbot: QtBot) -> None:
    steps = SectionStepper(theme, ((None, ""), ("critic", "")))
    lay(steps)
    steps.set_current(0)
    with qtbot.waitSignal(steps.step_chosen) as told:
        steps._buttons[1].click()
    assert (told.args, steps.current) == ([StepChosen(1)], 1)


def test_enter_in_a_field_submits_it(theme: Theme, lay: Lay, qtbot: QtBot) -> None:
    field = Field(theme, label="Name")
    lay(field)
    field.setFocus()
    QTest.keyClicks(field.line, "Ines")
    with qtbot.waitSignal(field.submitted):
        QTest.keyClick(field.line, Key.Key_Return)
    assert field.text() == "Ines"


def test_a_passphrase_is_hidden_until_it_is_asked_to_be_shown(theme: Theme, lay: Lay) -> None:
    field = PassphraseField(theme, label="Passphrase")
    lay(field)
    field.setText("  two words ")
    shows = [field.is_shown]
    show = field.findChild(Button)
    assert isinstance(show, Button)
    for word in ("Hide", "Show"):
        QTest.keyClick(show, Key.Key_Space)
        assert show.text() == word
        shows.append(field.is_shown)
    assert shows == [False, True, False]
    assert field.text() == "  two words "


def test_a_note_below_is_the_description_of_its_field(theme: Theme, lay: Lay) -> None:
    field = PassphraseField(theme, label="Passphrase")
    lay(field)
    field.set_caps_lock(True)
    assert field.line.accessibleDescription() == "Caps Lock is on."
    field.set_caps_lock(False)
    assert not field.note.isVisible()
    field.set_note("A little short.")
    field.set_caps_lock(False)
    assert field.note.text() == "A little short."


def test_a_passing_notice_passes(theme: Theme, lay: Lay, qtbot: QtBot) -> None:
    window = lay()
    notice = PassingNotice(theme, stays=20, parent=window)
    with qtbot.waitSignal(notice.passed):
        notice.show_words("The page is in the bin.")
    assert not notice.isVisible()
    assert PassingNotice(theme, parent=window)._clock.interval() == 8000


def test_a_passing_notice_stays_while_undo_has_the_focus_and_undoes(theme: Theme, lay: Lay) -> None:
    window = lay(Button(theme, "Elsewhere"))
    notice = PassingNotice(theme, parent=window)
    undone: list[str] = []
    notice.show_words("The page is in the bin.", undo=lambda: undone.append("page"))
    button = notice.findChild(Button)
    assert isinstance(button, Button)
    assert notice._clock.isActive()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert not notice._clock.isActive()
    window.findChildren(Button)[0].setFocus()
    assert notice._clock.isActive()
    QTest.keyClick(button, Key.Key_Space)
    assert undone == ["page"]
    assert not notice.isVisible()
    assert not notice._clock.isActive()


def test_a_passing_notice_keeps_to_the_bottom_of_its_window(theme: Theme, lay: Lay) -> None:
    window = lay()
    notice = PassingNotice(theme, parent=window)
    notice.show_words("The page is in the bin.")
    window.resize(500, 400)
    assert notice.geometry().center().x() == pytest.approx(250, abs=1)
    assert notice.geometry().bottom() < 400
