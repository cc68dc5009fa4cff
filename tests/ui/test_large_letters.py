"""The largest letters in the smallest window: on no screen is a word cut, outside its place, or under another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from heartjournal.journal.sample import make_sample
from heartjournal.model.problems import KnownProblem
from heartjournal.resources import grounding
from heartjournal.ui.critic.overview import Overview
from heartjournal.ui.editor import PageEditor
from heartjournal.ui.grounding import Grounding
from heartjournal.ui.open_journal import OpenJournal
from heartjournal.ui.pages import JournalRoom
from heartjournal.ui.settings.settings import Section, Settings
from heartjournal.ui.shell import RoomName
from heartjournal.ui.unlock import FirstRun
from heartjournal.ui.wanted import BREAK, EVENING_JOURNAL, FREE_WRITING, LetterWanted, PageWanted
from heartjournal.ui.widgets import PassingNotice
from heartjournal.ui.window import Window
from tests.ui.person import Person
from tests.ui.sight import faults
from tests.ui.ways_in import PASSPHRASE, WaysIn
from tests.ui.writing import ask

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from heartjournal.ui.doorway import Doorway
    from heartjournal.ui.surroundings import Surroundings
    from tests.clock import FixedClock

Key = Qt.Key
W = TypeVar("W", bound=QWidget)
SCALE, WIDTH, HEIGHT = 1.75, 900, 600


class Visitor(Person):
    """Walks through the window and notes what is wrong on each screen."""

    def __init__(self, window: Window, surroundings: Surroundings, qtbot: QtBot) -> None:
        super().__init__(window, qtbot)
        self.window = window
        self.surroundings = surroundings
        self.qtbot = qtbot
        self.found: dict[str, list[str]] = {}
        self.screens: list[str] = []

    def look(self, name: str) -> None:
        """Note what is wrong on what is shown now, once every answer of the journal is there."""
        self.settle()
        self.screens.append(name)
        if wrong := faults(self.window):
            self.found[name] = wrong

    def tell(self) -> None:
        """Fail with all that was noted, each word once at the first screen that has it."""
        first: dict[str, str] = {}
        for name, wrong in self.found.items():
            for fault in wrong:
                first.setdefault(fault, name)
        assert not first, "\n".join(f"{name}: {fault}" for fault, name in first.items())

    def settle(self) -> None:
        if self.surroundings.tasks.is_open:
            ask(self.surroundings, self.qtbot, lambda _journal: None)
            ask(self.surroundings, self.qtbot, lambda _journal: None)
        answered: list[None] = []
        self.surroundings.tasks.aside(lambda: None, then=answered.append, owner=self.window)
        self.qtbot.waitUntil(lambda: bool(answered))
        QCoreApplication.sendPostedEvents()
        self.window.grab()

    def wait_for(self, kind: type[W]) -> W:
        self.qtbot.waitUntil(lambda: any(part.isVisible() for part in self.window.findChildren(kind)))
        return self.part(kind)


@pytest.fixture
def visit(surroundings: Surroundings, qtbot: QtBot) -> Iterator[Callable[[Doorway], Visitor]]:
    windows: list[Window] = []

    def begin(doorway: Doorway) -> Visitor:
        window = Window(surroundings, doorway)
        windows.append(window)
        surroundings.theme.set_text_scale(SCALE)
        window.begin()
        visitor = Visitor(window, surroundings, qtbot)
        visitor.sit_down(width=WIDTH, height=HEIGHT)
        return visitor

    yield begin
    for window in windows:
        window.close()
    qtbot.waitUntil(lambda: not any(window.isVisible() for window in windows))
    for window in windows:
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_every_page_of_the_way_in_holds_the_largest_letters(
    visit: Callable[[Doorway], Visitor], ways_in: WaysIn
) -> None:
    at = visit(ways_in.doorway(is_new=True))
    first_run = at.wait_for(FirstRun)
    at.look("a few words")
    first_run._next.click()
    for _ in range(2):
        at.type_in(PASSPHRASE)
        at.look("the passphrase")
        at.press(Key.Key_Return)
    at.look("begin")
    first_run._next.click()
    at.wait_for(OpenJournal)
    at.look("today, new")
    at.part(OpenJournal).go(RoomName.JOURNAL)
    at.look("the journal, empty")
    at.part(JournalRoom)._show_importing()
    at.look("old pages")
    at.part(OpenJournal).go(RoomName.LETTERS)
    at.look("letters, empty")
    at.part(OpenJournal).go(RoomName.CRITIC)
    at.look("the inner critic, empty")
    at.press(Key.Key_Return)
    at.look("the inner critic, a sentence by heart")
    at.part(OpenJournal).go(RoomName.SETTINGS)
    at.part(Settings).show_section(Section.NUMBERS)
    at.look("numbers, none yet")
    at.window.step_out()
    at.wait_for(Grounding)
    at.look("grounding, no numbers yet")
    at.tell()


def test_every_screen_of_an_evening_holds_the_largest_letters(
    visit: Callable[[Doorway], Visitor], journal_folder: Path, clock: FixedClock
) -> None:
    make_sample(journal_folder, PASSPHRASE, clock=clock).close()
    ways_in = WaysIn(journal_folder, clock)
    at = visit(ways_in.doorway())
    at.look("unlock")
    at.type_in("not this")
    at.press(Key.Key_Return)
    at.wait_to_read("That isn’t the passphrase.")
    at.look("unlock, refused")
    at.type_in(PASSPHRASE)
    at.press(Key.Key_Return)
    journal = at.wait_for(OpenJournal)
    at.look("today")
    at.surroundings.tasks.troubled.emit(KnownProblem("The file “evening_journal.toml” cannot be used. " * 3, "Oh."))
    notice = at.part(PassingNotice)
    at.settle()
    assert faults(notice) == []
    assert notice.height() > 2 * at.surroundings.theme.line("body")
    assert notice.geometry().bottom() < HEIGHT
    notice.hide()
    walk_through_the_rooms(at, journal)
    write(at, journal)
    step_out(at)
    at.tell()
    assert len(at.screens) == len(set(at.screens))


def walk_through_the_rooms(at: Visitor, journal: OpenJournal) -> None:
    journal.go(RoomName.JOURNAL)
    at.look("journal")
    journal.search()
    at.type_in("people d")
    at.look("journal, searched")
    journal.go(RoomName.LETTERS)
    at.look("letters")
    see_the_critic(at, journal)
    journal.go(RoomName.SETTINGS)
    for section in Section:
        at.part(Settings).show_section(section)
        at.look(f"settings, {section.name}")


def see_the_critic(at: Visitor, journal: OpenJournal) -> None:
    journal.go(RoomName.CRITIC)
    at.look("the inner critic")
    front = at.part(Overview)
    # The drawer lies over the room: it is looked at by itself.
    front._to_sort.click()
    at.settle()
    assert faults(front.suggestions) == []
    row = next(iter(front.suggestions._rows.values()))
    row.face.click()
    at.settle()
    assert faults(front.suggestions) == []
    row.ask_for_line()
    at.settle()
    assert faults(front.suggestions) == []
    assert front.back()
    assert front.back()
    front.timeline.view.table_wanted.emit()
    at.look("the inner critic, as a table")
    assert front.back()


def write(at: Visitor, journal: OpenJournal) -> None:
    for name in (BREAK, FREE_WRITING, EVENING_JOURNAL):
        journal.open_page(PageWanted(name))
        at.settle()
        column = at.part(PageEditor)._column
        for place in range(len(column.sections)):
            column.go_to(place)
            at.look(f"page {name}, part {place}")
    journal._letters.write(LetterWanted())
    at.look("a letter, its first step")
    at.press(Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    at.look("a letter, its second step")
    at.press(Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    at.look("a letter, its third step")
    journal.go(RoomName.LETTERS)
    journal.call_letter()
    at.qtbot.waitUntil(lambda: at.can_press("Close"))
    at.look("a letter read")


def step_out(at: Visitor) -> None:
    at.window.step_out()
    at.wait_for(Grounding)
    at.look("grounding")
    for number, exercise in enumerate(grounding().cards[:-1]):
        at.press(Key(Key.Key_1.value + number))
        at.look(f"grounding, {exercise.id}")
        at.press(Key.Key_Escape)


# that it would be seen


def screen_of(qtbot: QtBot, *parts: QWidget) -> QWidget:
    screen = QWidget()
    screen.resize(200, 200)
    qtbot.addWidget(screen)
    for part in parts:
        part.setParent(screen)
    screen.show()
    qtbot.waitExposed(screen)
    return screen


def placed(widget: QWidget, x: int, y: int, width: int, height: int) -> QWidget:
    widget.setGeometry(x, y, width, height)
    return widget


def test_words_on_top_of_each_other_are_seen(qtbot: QtBot) -> None:
    apart = screen_of(qtbot, placed(QLabel("one"), 0, 0, 60, 30), placed(QLabel("two"), 60, 0, 60, 30))
    assert faults(apart) == []
    over = screen_of(qtbot, placed(QLabel("one"), 0, 0, 60, 30), placed(QLabel("two"), 50, 0, 60, 30))
    assert faults(over) == ["QLabel 'one' and QLabel 'two' overlap"]


@pytest.mark.parametrize("kind", [QLabel, QPushButton])
def test_words_that_are_cut_or_outside_the_window_are_seen(qtbot: QtBot, kind: type[QLabel | QPushButton]) -> None:
    squeezed = screen_of(qtbot, placed(kind("a long row of words"), 0, 0, 20, 30))
    assert "too narrow" in faults(squeezed)[0]
    off = screen_of(qtbot, placed(kind("a"), 180, 0, 100, 30))
    assert "is outside of QWidget sideways" in faults(off)[0]


def test_what_is_wider_than_its_scroll_area_is_seen_and_what_is_further_down_is_not(qtbot: QtBot) -> None:
    area, contents = QScrollArea(), QWidget()
    area.setWidgetResizable(True)
    column = QVBoxLayout(contents)
    for number in range(20):
        column.addWidget(QLabel(f"{number}"))
    area.setWidget(contents)
    screen = screen_of(qtbot, placed(area, 0, 0, 200, 200))
    assert faults(screen) == []
    column.insertWidget(0, QLabel("a row of words that is wider than all of the window"))
    qtbot.waitUntil(lambda: contents.width() > 200)
    assert "sideways" in faults(screen)[0]
