"""The Journal room: found by day and by word, read, opened, put in the bin and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from heartjournal import resources
from heartjournal.exchange.markdown import read_folder, write_entry
from heartjournal.model.entry import EntryKind, Section
from heartjournal.model.practice_run import Answer, begin
from heartjournal.ui.editor import PageEditor
from heartjournal.ui.pages import JournalRoom
from heartjournal.ui.pages.page_list import PageList
from heartjournal.ui.pages.reading_pane import ReadingPane
from heartjournal.ui.pages.reading_section import ReadingSection
from heartjournal.ui.wanted import FREE_WRITING, EntryWanted, PageWanted
from heartjournal.ui.widgets import DayChosen, ElementTag, EntryList, MonthCalendar, SafeBrowser, SearchField, TextLabel
from tests.ui.writing import ask, keep, page

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from heartjournal.ui.surroundings import Surroundings


W = TypeVar("W", bound=QWidget)


class Room:
    """The room with what a person looks at in it."""

    def __init__(self, room: JournalRoom) -> None:
        self.room = room
        self.pages = self.part(PageList)
        self.list = self.part(EntryList)
        self.words = self.part(SearchField)
        self.calendar = self.part(MonthCalendar)
        self.reading = self.part(ReadingPane)

    def part(self, kind: type[W]) -> W:
        found = self.room.findChild(kind)
        assert isinstance(found, kind)
        return found

    def enter(self) -> None:
        self.room.show()
        self.room.arrive()

    def listed(self) -> list[UUID]:
        return [row.id for row in self.list.rows.rows] if self.list.isVisible() else []

    def read(self) -> str:
        entry = self.reading.entry
        shown = [browser for browser in self.reading.findChildren(SafeBrowser) if browser.isVisible()]
        return "\n".join(browser.toPlainText() for browser in shown) if entry else ""

    def button(self, words: str) -> QPushButton:
        buttons = self.room.findChildren(QPushButton)
        return next(each for each in buttons if words in (each.text(), each.accessibleName()) and each.isVisible())


@pytest.fixture
def room(opened: Surroundings, qtbot: QtBot) -> Room:
    made = JournalRoom(opened, practices=resources.practices().good)
    qtbot.addWidget(made)
    made.resize(1056, 900)
    opened.tasks.changed.connect(made.refresh)
    return Room(made)


def test_the_newest_page_is_listed_first_and_read_on_arrival(room: Room, opened: Surroundings, qtbot: QtBot) -> None:
    old, new = keep(
        opened, qtbot, page("An older day", day=date(2026, 11, 3)), page("*Cold* hands", day=date(2026, 11, 8))
    )
    room.enter()
    qtbot.waitUntil(lambda: room.read() == "Cold hands")
    assert room.listed() == [new, old]


def test_the_down_key_reads_the_next_page(room: Room, opened: Surroundings, qtbot: QtBot) -> None:
    keep(opened, qtbot, page("Older", day=date(2026, 11, 3)), page("Newer", day=date(2026, 11, 8)))
    room.enter()
    qtbot.waitUntil(lambda: room.read() == "Newer")
    qtbot.keyClick(room.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: room.read() == "Older")
    assert room.calendar.chosen == date(2026, 11, 3)


def test_a_search_lists_what_holds_the_words_as_they_are_typed(room: Room, opened: Surroundings, qtbot: QtBot) -> None:
    river, _ = keep(opened, qtbot, page("Walked to the weir with Ines"), page("A flat day"))
    room.enter()
    qtbot.waitUntil(lambda: len(room.listed()) == 2)
    room.words.setText("wei")
    qtbot.waitUntil(lambda: room.listed() == [river])
    row = room.list.rows.rows[0]
    assert row.snippet is not None
    assert [text for text, hit in row.snippet.pieces if hit] == ["weir"]


@pytest.mark.parametrize("words", ['"', "OR", "NEAR(", "weir*) -", "'; DROP"])
def test_no_sign_typed_into_the_search_is_an_error(room: Room, opened: Surroundings, qtbot: QtBot, words: str) -> None:
    keep(opened, qtbot, page("Walked to the weir"))
    room.enter()
    qtbot.waitUntil(lambda: len(room.listed()) == 1)
    troubles: list[object] = []
    opened.tasks.troubled.connect(troubles.append)
    room.words.setText(words)
    room.words.setText("weir")
    qtbot.waitUntil(lambda: len(room.listed()) == 1)
    assert troubles == []


def test_words_that_are_nowhere_are_told_and_escape_brings_the_list_back(
    room: Room, opened: Surroundings, qtbot: QtBot
) -> None:
    keep(opened, qtbot, page("Walked to the weir"))
    room.enter()
    qtbot.waitUntil(lambda: len(room.listed()) == 1)
    room.words.setText("zebra")
    qtbot.waitUntil(lambda: room.listed() == [])
    assert room.room.back()
    qtbot.waitUntil(lambda: len(room.listed()) == 1)
    assert not room.room.back()


def test_days_with_a_page_are_marked_and_lead_to_it(room: Room, opened: Surroundings, qtbot: QtBot) -> None:
    keep(opened, qtbot, page("Early", day=date(2026, 11, 3)), page("Late", day=date(2026, 11, 8)))
    room.enter()
    qtbot.waitUntil(lambda: room.read() == "Late")
    room.calendar.day_chosen.emit(DayChosen(date(2026, 11, 3)))
    qtbot.waitUntil(lambda: room.read() == "Early")


def test_a_day_far_below_the_listed_pages_is_reached(room: Room, opened: Surroundings, qtbot: QtBot) -> None:
    far, *_ = keep(opened, qtbot, page("Long ago", day=date(2020, 1, 5)), *[page(str(n)) for n in range(205)])
    room.enter()
    qtbot.waitUntil(lambda: len(room.listed()) == 200)
    room.calendar.day_chosen.emit(DayChosen(date(2020, 1, 5)))
    qtbot.waitUntil(lambda: room.read() == "Long ago")
    assert room.list.current is not None
    assert room.list.current.id == far


def _long_ago(room: Room, opened: Surroundings, qtbot: QtBot) -> UUID:
    """A page far below the two hundred that are listed first."""
    far, *_ = keep(opened, qtbot, page("Long ago", day=date(2020, 1, 5)), *[page(str(n)) for n in range(205)])
    room.enter()
    qtbot.waitUntil(lambda: len(room.listed()) == 200)
    return far


def _show(room: Room, wanted: UUID) -> None:
    """As the window does: the page is named first, then the room comes to the front."""
    room.room.show_entry(EntryWanted(wanted))
    room.room.arrive()


def test_a_page_of_long_ago_is_shown_when_it_is_asked_for(room: Room, opened: Surroundings, qtbot: QtBot) -> None:
    far = _long_ago(room, opened, qtbot)
    _show(room, far)
    qtbot.waitUntil(lambda: room.read() == "Long ago")
    assert len(room.listed()) == 206
    room.list.choose(room.listed()[3])
    room.room.arrive()
    qtbot.waitUntil(lambda: room.read() not in {"", "Long ago"})


def test_a_page_that_lies_in_the_bin_is_shown_there(room: Room, opened: Surroundings, qtbot: QtBot) -> None:
    lost, kept = keep(opened, qtbot, page("Not tonight"), page("Kept"))
    ask(opened, qtbot, lambda journal: journal.pages.trash(lost))
    room.enter()
    qtbot.waitUntil(lambda: room.read() == "Kept")
    _show(room, lost)
    qtbot.waitUntil(lambda: room.read() == "Not tonight")
    assert room.listed() == [lost]
    assert room.room.back()
    qtbot.waitUntil(lambda: room.listed() == [kept])


def test_in_the_bin_a_sealed_letter_shows_its_title_its_day_and_no_word(
    room: Room, opened: Surroundings, qtbot: QtBot
) -> None:
    words = replace(page("Dear you, sit down.", title="The chair"), kind=EntryKind.LETTER)
    (sealed,) = keep(opened, qtbot, words)
    ask(opened, qtbot, lambda journal: journal.letters.put_away(sealed, date(2026, 12, 24), sealed=True))
    ask(opened, qtbot, lambda journal: journal.pages.trash(sealed))

    def shown() -> list[str]:
        return [label.text() for label in room.reading.findChildren(TextLabel) if label.isVisible()]

    room.enter()
    _show(room, sealed)
    qtbot.waitUntil(lambda: "The chair" in shown())
    assert "This letter is sealed until Thursday 24 December 2026." in shown()
    assert room.read() == ""
    ask(opened, qtbot, lambda journal: journal.letters.open_early(sealed))
    qtbot.waitUntil(lambda: room.read() == "Dear you, sit down.")
    assert not any("sealed" in words for words in shown())


def test_a_page_that_is_asked_for_leads_out_of_the_bin(room: Room, opened: Surroundings, qtbot: QtBot) -> None:
    lost, kept = keep(opened, qtbot, page("Not tonight"), page("Kept"))
    ask(opened, qtbot, lambda journal: journal.pages.trash(lost))
    room.enter()
    room.pages._show_bin(shown=True)
    qtbot.waitUntil(lambda: room.read() == "Not tonight")
    _show(room, kept)
    qtbot.waitUntil(lambda: room.read() == "Kept")
    assert room.listed() == [kept]
    assert room.words.isVisible()


def test_a_day_pressed_during_a_search_shows_that_day(room: Room, opened: Surroundings, qtbot: QtBot) -> None:
    far = _long_ago(room, opened, qtbot)
    room.words.setText("17")
    qtbot.waitUntil(lambda: len(room.listed()) < 200)
    room.calendar.day_chosen.emit(DayChosen(date(2020, 1, 5)))
    qtbot.waitUntil(lambda: room.read() == "Long ago")
    assert room.words.text() == ""
    assert room.list.current is not None
    assert room.list.current.id == far


def test_a_page_that_is_gone_leaves_the_list_as_it_was_and_is_told(
    room: Room, opened: Surroundings, qtbot: QtBot
) -> None:
    [kept] = keep(opened, qtbot, page("Kept"))
    room.enter()
    qtbot.waitUntil(lambda: room.read() == "Kept")
    with qtbot.waitSignal(opened.tasks.troubled):
        _show(room, page("never kept").id)
    qtbot.waitUntil(lambda: room.listed() == [kept])


def test_a_search_begun_while_a_page_is_fetched_goes_before_it(room: Room, opened: Surroundings, qtbot: QtBot) -> None:
    weir, kept = keep(opened, qtbot, page("Walked to the weir"), page("Kept"))
    room.enter()
    qtbot.waitUntil(lambda: len(room.listed()) == 2)
    room.room.show_entry(EntryWanted(kept))
    room.words.setText("weir")
    qtbot.waitUntil(lambda: room.listed() == [weir])
    qtbot.waitUntil(lambda: room.read() == "Walked to the weir")


def test_the_page_shown_is_read_again_when_it_is_asked_for_again(
    room: Room, opened: Surroundings, qtbot: QtBot
) -> None:
    first = page("As it was")
    [written] = keep(opened, qtbot, first)
    room.enter()
    qtbot.waitUntil(lambda: room.read() == "As it was")
    again = replace(first, sections=(replace(first.sections[0], body="As it is"),))
    ask(opened, qtbot, lambda journal: journal.pages.save(again))
    _show(room, written)
    qtbot.waitUntil(lambda: room.read() == "As it is")


def test_scrolling_to_the_end_lists_the_rest(room: Room, opened: Surroundings, qtbot: QtBot) -> None:
    keep(opened, qtbot, *[page(str(n)) for n in range(205)])
    room.enter()
    qtbot.waitUntil(lambda: len(room.listed()) == 200)
    room.list.verticalScrollBar().setValue(room.list.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: len(room.listed()) == 205)


def test_edit_enter_and_ctrl_e_open_the_page(room: Room, opened: Surroundings, qtbot: QtBot) -> None:
    [written] = keep(opened, qtbot, page("To be changed"))
    room.enter()
    qtbot.waitUntil(lambda: room.read() == "To be changed")
    with qtbot.waitSignal(room.room.entry_wanted) as wanted:
        room.button("Edit").click()
    assert wanted.args == [EntryWanted(written)]
    with qtbot.waitSignal(room.room.entry_wanted):
        qtbot.keyClick(room.list, Qt.Key.Key_Return)
    with qtbot.waitSignal(room.room.page_wanted) as new:
        room.button("New page").click()
    assert new.args == [PageWanted(FREE_WRITING)]


def test_a_page_goes_to_the_bin_and_comes_back(room: Room, opened: Surroundings, qtbot: QtBot) -> None:
    [written] = keep(opened, qtbot, page("Not tonight"))
    room.enter()
    qtbot.waitUntil(lambda: room.read() == "Not tonight")
    with qtbot.waitSignal(room.room.trashed) as trashed:
        room.reading.trash_wanted.emit(EntryWanted(written))
    assert trashed.args == [EntryWanted(written)]
    qtbot.waitUntil(lambda: room.listed() == [] and room.reading.entry is None)
    room.pages._show_bin(shown=True)
    qtbot.waitUntil(lambda: room.read() == "Not tonight")
    room.button("Put it back").click()
    qtbot.waitUntil(lambda: room.listed() == [])
    assert room.room.back()
    qtbot.waitUntil(lambda: room.listed() == [written])


def test_hostile_markdown_is_read_as_words_and_loads_nothing(room: Room, opened: Surroundings, qtbot: QtBot) -> None:
    keep(opened, qtbot, page("<script>alert(1)</script> ![x](file:///etc/passwd) still here"))
    room.enter()
    qtbot.waitUntil(lambda: "still here" in room.read())
    assert "root:" not in room.read()


def test_a_page_that_is_gone_is_told_in_a_sentence(room: Room, opened: Surroundings, qtbot: QtBot) -> None:
    room.enter()
    room.room._read_page(EntryWanted(page("never kept").id))
    qtbot.waitUntil(lambda: "no such page" in room.reading._nothing.text())


def test_the_room_follows_the_width_of_the_window(room: Room, opened: Surroundings, qtbot: QtBot) -> None:
    keep(opened, qtbot, page("x"))
    room.enter()
    widths = []
    for width in (836, 1200, 1700):
        room.room.resize(width, 700)
        widths.append(room.pages.width())
    assert widths == sorted(widths)
    assert ask(opened, qtbot, lambda journal: journal.pages.count()) == 1


def tags(widget: QWidget) -> list[str]:
    return [tag.accessibleName() for tag in widget.findChildren(ElementTag) if tag.isVisible()]


def test_front_matter_is_out_of_sight_and_survives_an_edit_to_the_byte(
    room: Room, opened: Surroundings, qtbot: QtBot, tmp_path: Path
) -> None:
    head = "---\ntags: [work, Tom]\nmood: 4\n---\n\n"
    (tmp_path / "2026-11-01.md").write_text(f"{head}Hello")
    lines = tuple(read_folder(tmp_path, now=opened.clock.now()))
    report = ask(opened, qtbot, lambda journal: journal.imports.preview(lines))
    [written] = ask(opened, qtbot, lambda journal: journal.imports.bring_in(report)).entries
    room.enter()
    qtbot.waitUntil(lambda: room.read() == "Hello")
    assert tags(room.reading) == []

    editor = PageEditor(opened, practices=resources.practices().good)
    qtbot.addWidget(editor)
    editor.show()
    editor.open_entry(ask(opened, qtbot, lambda journal: journal.pages.entry(written)))
    [section] = editor._column.sections
    assert section.text is not None
    assert section.tag is None
    assert not editor.has_unsaved
    qtbot.keyClicks(section.text, " again")
    with qtbot.waitSignal(editor.closed):
        editor.leave()
    assert write_entry(ask(opened, qtbot, lambda journal: journal.pages.entry(written))) == f"{head}Hello again"


def test_a_section_is_called_the_same_where_it_is_read_and_where_it_is_written(
    room: Room, opened: Surroundings, qtbot: QtBot
) -> None:
    practices = resources.practices()
    run = begin(practices.required("break"), moment=opened.clock.now(), identify=lambda _: uuid4())
    for part in run.parts:
        run = run.with_answer(part.section.id, replace(part.answer, text="words"), ())
    [written] = keep(opened, qtbot, run.as_draft())
    room.enter()
    qtbot.waitUntil(lambda: room.reading.entry is not None)
    editor = PageEditor(opened, practices=practices.good)
    qtbot.addWidget(editor)
    editor.show()
    editor.open_entry(ask(opened, qtbot, lambda journal: journal.pages.entry(written)))
    qtbot.waitUntil(lambda: len(tags(editor)) == 4)
    assert tags(room.reading) == tags(editor) == ["What is hard", "Mindfulness", "Common humanity", "Self-kindness"]
    editor.clear()


def test_a_section_that_only_names_feelings_shows_them_at_its_prompt(
    room: Room, opened: Surroundings, qtbot: QtBot
) -> None:
    evening = next(known for known in resources.practices().good if known.id == "evening_journal")
    run = begin(evening, moment=opened.clock.now(), identify=lambda _instant: uuid4())
    event, mindful = (part.section.id for part in run.parts[:2])
    run = run.with_answer(event, Answer((), "Rain."), ()).with_answer(mindful, Answer((), ""), ("tight", "tired"))
    keep(opened, qtbot, run.as_draft())
    room.enter()
    qtbot.waitUntil(lambda: room.read() == "Rain.")
    labels = [label for label in room.reading.findChildren(TextLabel) if label.text() == "tight, tired"]
    in_section = [label for label in labels if isinstance(label.parentWidget(), ReadingSection)]
    assert len(in_section) == 1
    assert in_section[0].isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.75])
def test_what_names_the_feelings_stands_on_one_line_with_the_first_of_them(
    room: Room, opened: Surroundings, qtbot: QtBot, scale: float
) -> None:
    many = replace(page("Rain."), sections=(Section(uuid4(), "Rain.", feelings=("embarrassed", "tight", "tired") * 9),))
    keep(opened, qtbot, many)
    opened.theme.set_text_scale(scale)
    room.enter()
    qtbot.waitUntil(lambda: room.read() == "Rain.")
    named, feelings = room.reading._named, room.reading._feelings
    qtbot.waitUntil(lambda: feelings.height() >= 2 * opened.theme.line("excerpt"))
    lines = [label.mapTo(room.reading, QPoint(0, label.baseline())).y() for label in (named, feelings)]
    assert lines[0] == lines[1]
