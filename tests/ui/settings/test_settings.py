"""The Settings room: its sections by keyboard, its look in force at once, and what it says about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtWidgets import QScrollArea

from heartjournal import __version__
from heartjournal.model.changes import Changes
from heartjournal.preferences import Preferences
from heartjournal.ui.preference_store import PreferenceStore
from heartjournal.ui.settings import Section, Settings
from heartjournal.ui.settings.row import Row
from heartjournal.ui.settings.section_list import SectionItem
from heartjournal.ui.surroundings import Surroundings
from heartjournal.ui.widgets import LinkQuestion, SafeBrowser, Segments, Select
from tests.ui.person import Person

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

Key = Qt.Key


class InSettings(Person):
    """A person in the Settings room."""

    def __init__(self, settings: Settings, qtbot: QtBot) -> None:
        super().__init__(settings, qtbot)
        self.settings = settings
        self.qtbot = qtbot


def enter(surroundings: Surroundings, folder: Path, qtbot: QtBot, *, width: int = 1056) -> InSettings:
    settings = Settings(surroundings, folder=folder)
    qtbot.addWidget(settings)
    person = InSettings(settings, qtbot)
    person.sit_down(width=width)
    settings.arrive()
    return person


@pytest.fixture
def at(opened: Surroundings, journal_folder: Path, qtbot: QtBot) -> InSettings:
    return enter(opened, journal_folder, qtbot)


def test_the_sections_are_walked_with_the_arrow_keys_and_end_at_the_last(at: InSettings) -> None:
    seen = [at.settings.section]
    for key in (*[Key.Key_Down] * len(Section), *[Key.Key_Up] * len(Section)):
        at.press(key)
        seen.append(at.settings.section)
        assert isinstance(at.focus, SectionItem)
        assert at.focus.isChecked()
    first, *_, last = Section
    assert seen == [*Section, last, *list(reversed(Section))[1:], first]


def test_a_section_is_chosen_with_the_pointer_too_and_found_again_on_arrival(at: InSettings) -> None:
    at.click("About")
    assert at.settings.section is Section.ABOUT
    at.settings.arrive()
    assert at.settings.section is Section.ABOUT
    assert at.has_focus(at.button("About"))


def test_nothing_lies_in_front_here_and_esc_is_left_to_the_room_before(at: InSettings) -> None:
    assert at.settings.back() is False


def test_light_and_dark_are_chosen_with_the_arrow_keys_and_kept(at: InSettings, opened: Surroundings) -> None:
    segments, chosen = at.part(Segments), [opened.preferences.present.theme]
    for key in (Key.Key_Right, Key.Key_Left, Key.Key_Left):
        at.qtbot.keyClick(segments, key)
        chosen.append(opened.preferences.present.theme)
    assert chosen == ["light", "dark", "light", "system"]


def test_the_text_size_is_chosen_with_the_arrow_keys_and_kept(at: InSettings, opened: Surroundings) -> None:
    sizes = at.part(Select)
    assert [sizes.itemText(place) for place in range(sizes.count())] == [
        "90 %",
        "100 %",
        "115 %",
        "130 %",
        "150 %",
        "175 %",
    ]
    at.qtbot.keyClick(sizes, Key.Key_Down)
    assert opened.preferences.present.text_scale == 1.15


def test_what_is_changed_elsewhere_is_shown_at_once(at: InSettings, opened: Surroundings) -> None:
    opened.preferences.change(theme="dark", text_scale=1.5)
    assert at.part(Segments).current == 2
    assert at.part(Select).currentText() == "150 %"


def test_a_text_size_between_the_steps_is_not_changed_by_being_shown(
    opened: Surroundings, journal_folder: Path, qtbot: QtBot
) -> None:
    written: list[Preferences] = []
    store = PreferenceStore(Preferences(text_scale=1.2), save=written.append)
    at = enter(
        Surroundings(theme=opened.theme, tasks=opened.tasks, clock=opened.clock, preferences=store),
        journal_folder,
        qtbot,
    )
    assert at.part(Select).currentText() == "115 %"
    assert store.present.text_scale == 1.2
    assert written == []


def test_about_says_the_version_the_folder_and_that_it_is_no_therapy(at: InSettings, journal_folder: Path) -> None:
    at.settings.show_section(Section.ABOUT)
    words = at.part(SafeBrowser)
    at.qtbot.waitUntil(lambda: "therapy" in words.toPlainText())
    assert __version__ in at.read()
    assert str(journal_folder) in at.read()
    at.qtbot.waitUntil(lambda: words.height() >= words.document().size().height() - 1)


def test_about_is_read_once(at: InSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    at.settings.show_section(Section.ABOUT)
    words = at.part(SafeBrowser)
    at.qtbot.waitUntil(lambda: bool(words.toPlainText()))
    text = words.toPlainText()
    monkeypatch.setattr("heartjournal.resources.about", lambda: "something else")
    at.settings.show_section(Section.ABOUT)
    answered: list[None] = []
    at.settings._about._tasks.aside(lambda: None, then=answered.append, owner=at.settings)
    at.qtbot.waitUntil(lambda: bool(answered))
    assert words.toPlainText() == text


def test_a_source_in_about_is_asked_about_before_it_is_opened(at: InSettings) -> None:
    at.settings.show_section(Section.ABOUT)
    words = at.part(SafeBrowser)
    at.qtbot.waitUntil(lambda: bool(words.toPlainText()))
    words.anchorClicked.emit(QUrl("https://example.org/"))
    question = words.findChild(LinkQuestion)
    assert isinstance(question, LinkQuestion)
    assert question.isVisible()
    question.close()


def test_changes_of_pages_read_no_numbers(at: InSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[None] = []
    monkeypatch.setattr(at.settings._numbers, "read", lambda: read.append(None))
    at.settings.refresh(Changes(entries=frozenset({object()})))  # type: ignore[arg-type]  # any identity
    assert read == []
    at.settings.refresh(Changes(contacts=frozenset({object()})))  # type: ignore[arg-type]
    at.settings.refresh(Changes(comforts=frozenset({object()})))  # type: ignore[arg-type]
    assert len(read) == 2


@pytest.mark.parametrize("scale", [1.0, 1.75])
def test_no_section_is_wider_than_the_room_it_has_in_any_window(
    opened: Surroundings, journal_folder: Path, qtbot: QtBot, scale: float
) -> None:
    opened.theme.set_text_scale(scale)
    at = enter(opened, journal_folder, qtbot)

    def fits() -> bool:
        area = at.part(QScrollArea)
        inside = area.widget()
        assert inside is not None
        right = inside.mapTo(at.settings, QPoint(inside.width(), 0)).x()
        return inside.minimumSizeHint().width() <= area.viewport().width() and right <= at.settings.width()

    for width in (836, 1056, 1700):
        at.settings.resize(width, 800)
        for section in Section:
            at.settings.show_section(section)
            qtbot.waitUntil(fits)


def test_a_control_goes_below_its_words_where_there_is_no_room_beside_them(
    opened: Surroundings, journal_folder: Path, qtbot: QtBot
) -> None:
    opened.theme.set_text_scale(1.75)
    at = enter(opened, journal_folder, qtbot, width=700)
    control = at.part(Segments)
    row = next(row for row in at.settings.findChildren(Row) if row.isAncestorOf(control))

    def is_below() -> bool:
        top = control.mapTo(row, QPoint(0, 0)).y()
        return top >= row.text.geometry().bottom()

    qtbot.waitUntil(is_below)
    at.settings.resize(1700, 800)
    qtbot.waitUntil(lambda: not is_below())
