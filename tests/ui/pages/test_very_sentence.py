"""A page that is read: opened at the very sentence, and words in it kept as one of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu

from heartjournal import resources
from heartjournal.ui.pages import JournalRoom
from heartjournal.ui.pages.reading_pane import ReadingPane
from heartjournal.ui.pages.reading_section import ReadingSection
from heartjournal.ui.wanted import EntryWanted
from heartjournal.ui.widgets import GrowingBrowser, Menu
from tests.ui.writing import ask, keep, page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from heartjournal.model.entry import Draft
    from heartjournal.ui.surroundings import Surroundings
    from heartjournal.ui.wanted import PassingWords

WORDS = "I always let people down"
MENUS = pytest.mark.qt_log_ignore("This plugin does not support (grabbing the keyboard|raise|propagateSizeHints)")


class Reader:
    """The room, and what is read in it."""

    def __init__(self, room: JournalRoom) -> None:
        self.room = room
        self.told: list[PassingWords] = []
        room.told.connect(self.told.append)

    @property
    def pane(self) -> ReadingPane:
        found = self.room.findChild(ReadingPane)
        assert isinstance(found, ReadingPane)
        return found

    @property
    def browser(self) -> GrowingBrowser:
        return self.pane._sections[-1]._browser

    def shows(self, draft: Draft) -> bool:
        return self.pane.entry is not None and self.pane.entry.id == draft.id and bool(self.pane._sections)

    @property
    def tinted(self) -> list[str]:
        found = []
        for section in self.pane._sections:
            found += [each.cursor.selectedText() for each in section._browser.extraSelections()]
        return found

    def top_of_tint(self) -> int:
        section = next(each for each in self.pane._sections if not each.lit_line.isNull())
        return section.mapTo(self.pane._scroll.viewport(), section.lit_line.topLeft()).y()


@pytest.fixture
def reader(opened: Surroundings, qtbot: QtBot) -> Reader:
    room = JournalRoom(opened, practices=resources.practices().good)
    qtbot.addWidget(room)
    room.resize(1056, 700)
    opened.tasks.changed.connect(room.refresh)
    room.show()
    qtbot.waitExposed(room)
    return Reader(room)


def wanted(draft: Draft, words: str = WORDS) -> EntryWanted:
    start = draft.sections[0].body.index(words)
    return EntryWanted(draft.id, draft.sections[0].id, start, start + len(words))


def test_the_sentence_is_in_sight_and_tinted_until_the_next_key(
    reader: Reader, opened: Surroundings, qtbot: QtBot
) -> None:
    draft = page("# Rain\n\n" + "It **rained**. 😀\n\n" * 60 + f"*Then* {WORDS}, it went.\n\n" + "It rained.\n\n" * 60)
    keep(opened, qtbot, draft, page("Another day"))
    reader.room.show_entry(wanted(draft))
    qtbot.waitUntil(lambda: reader.tinted == [WORDS])
    qtbot.waitUntil(lambda: reader.pane._scroll.verticalScrollBar().value() > 0)
    qtbot.waitUntil(lambda: 0 <= reader.top_of_tint() < reader.pane._scroll.height())
    qtbot.keyClick(reader.browser, Qt.Key.Key_Down)
    assert reader.tinted == []


def test_a_sentence_of_the_page_that_is_shown_already_is_found(
    reader: Reader, opened: Surroundings, qtbot: QtBot
) -> None:
    draft = page(f"Rain. {WORDS}.")
    keep(opened, qtbot, draft)
    reader.room.arrive()
    qtbot.waitUntil(lambda: reader.shows(draft))
    assert reader.tinted == []
    reader.room.show_entry(wanted(draft))
    qtbot.waitUntil(lambda: reader.tinted == [WORDS])
    qtbot.mouseClick(reader.browser.viewport(), Qt.MouseButton.LeftButton)
    assert reader.tinted == []


def test_the_tint_outlives_a_change_of_the_theme(reader: Reader, opened: Surroundings, qtbot: QtBot) -> None:
    draft = page(f"Rain. {WORDS}.")
    keep(opened, qtbot, draft)
    reader.room.show_entry(wanted(draft))
    qtbot.waitUntil(lambda: reader.tinted == [WORDS])
    opened.theme.set_text_scale(1.3)
    qtbot.waitUntil(lambda: reader.tinted == [WORDS])
    opened.theme.set_text_scale(1.0)


def test_words_that_are_gone_open_the_page_as_ever(reader: Reader, opened: Surroundings, qtbot: QtBot) -> None:
    draft = page("Rain.")
    keep(opened, qtbot, draft)
    reader.room.show_entry(EntryWanted(draft.id, draft.sections[0].id, 100, 120))
    qtbot.waitUntil(lambda: reader.shows(draft))
    assert reader.tinted == []
    assert reader.pane._scroll.verticalScrollBar().value() == 0


def test_another_page_is_not_tinted(reader: Reader, opened: Surroundings, qtbot: QtBot) -> None:
    draft, other = page(f"Rain. {WORDS}."), page(f"Sun. {WORDS}.")
    keep(opened, qtbot, draft, other)
    reader.room.show_entry(wanted(draft))
    qtbot.waitUntil(lambda: reader.tinted == [WORDS])
    reader.room.show_entry(EntryWanted(other.id))
    qtbot.waitUntil(lambda: reader.shows(other))
    assert reader.tinted == []


def select(reader: Reader, words: str) -> None:
    cursor = QTextCursor(reader.browser.document())
    start = reader.browser.toPlainText().index(words)
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    reader.browser.setTextCursor(cursor)


@MENUS
@pytest.mark.parametrize("way", ["the page's menu", "the menu of the words"])
def test_selected_words_are_kept_as_ones_own_with_an_undo(
    reader: Reader, opened: Surroundings, qtbot: QtBot, way: str
) -> None:
    draft = page("Es regnet. Ich bin zu viel.")
    keep(opened, qtbot, draft)
    reader.room.arrive()
    qtbot.waitUntil(lambda: reader.shows(draft))
    select(reader, "Ich bin zu viel.")
    menu: QMenu
    if way == "the page's menu":
        reader.pane._more.click()
        (menu,) = reader.pane.findChildren(Menu)
    else:
        reader.browser.customContextMenuRequested.emit(QPoint(4, 4))
        menu = next(each for each in reader.pane.findChildren(QMenu) if each.isVisible())
    next(action for action in menu.actions() if action.text() == "This is one of mine").trigger()
    menu.close()
    qtbot.waitUntil(lambda: bool(reader.told))
    lines = ask(opened, qtbot, lambda journal: journal.phrases.lines())
    assert [line.phrase.words for line in lines] == ["Ich bin zu viel."]
    undo = reader.told[0].undo
    assert undo is not None
    undo()
    assert ask(opened, qtbot, lambda journal: journal.phrases.lines()) == ()


@MENUS
def test_without_selected_words_nothing_of_the_kind_is_offered(
    reader: Reader, opened: Surroundings, qtbot: QtBot
) -> None:
    draft = page("Rain.")
    keep(opened, qtbot, draft)
    reader.room.arrive()
    qtbot.waitUntil(lambda: reader.shows(draft))
    reader.pane._more.click()
    (menu,) = reader.pane.findChildren(Menu)
    assert "This is one of mine" not in [action.text() for action in menu.actions()]
    menu.close()
    assert isinstance(reader.pane._sections[0], ReadingSection)
