"""The stops at the inner critic: its timeline in every form, a phrase, the note of a month, and the way out."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from heartjournal.model.journal_day import journal_day
from heartjournal.model.timeline import Span
from heartjournal.ui.critic.overview import Overview
from heartjournal.ui.critic.phrase_page import PhraseRoom
from heartjournal.ui.critic.range_bar import SPANS
from heartjournal.ui.shell import RoomName
from heartjournal.ui.today.month_note import MonthNoteCard
from heartjournal.ui.widgets import ScrollArea
from tests.tour.parts import part

if TYPE_CHECKING:
    from heartjournal.model.phrase import PhraseLine
    from heartjournal.ui.editor import PageEditor
    from heartjournal.ui.open_journal import OpenJournal
    from tests.tour.house import House

_AUTUMN_OF_A_REAL_DIARY = date(1901, 11, 12)
_KEPT_OF_A_REAL_DIARY = 8
_FIRST_DAYS = timedelta(days=20)
"""From the evening of the tour to the first days of the next month."""
_DESPAIR = Path(__file__).parent.parent / "data" / "despair" / "heard.txt"
_DESPAIR_LINE = "I don’t want to be here any more"


def see_the_critic(house: House, open_journal: OpenJournal) -> None:
    """The timeline, what waits to be sorted with its sentences, a mark's detail, all lanes, and the same as a table."""
    open_journal._notice.hide()
    open_journal.go(RoomName.CRITIC)
    house.settle()
    front = part(house, Overview)
    house.until(lambda: bool(front.suggestions.keys), "the sentences that wait to be sorted")
    house.picture("08-critic-timeline")
    view = front.timeline.view
    house.window.activateWindow()
    view.lanes.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view.lanes, Qt.Key.Key_End)
    house.until(lambda: "“" in view.detail, "the sentences of a mark")
    house.picture("08-critic-detail")
    QTest.keyClick(view.lanes, Qt.Key.Key_Home)
    view.lanes.clearFocus()
    view.lanes.fold(unfolded=True)
    front.timeline.turn_ground()
    house.settle()
    down = view.lanes.verticalScrollBar()
    down.setValue(down.maximum())
    house.picture("08-critic-ground")
    down.setValue(0)
    front.timeline.turn_ground()
    view.lanes.fold(unfolded=False)
    view.table_wanted.emit()
    house.picture("08-critic-table")
    front.back()
    house.settle()


def see_a_phrase(house: House, open_journal: OpenJournal) -> None:
    """The page of the first phrase, and the practice of working with it."""
    found: list[PhraseLine] = []
    house.tasks.run(lambda journal: journal.phrases.lines()[0], then=found.append, owner=house.tasks)
    house.settle()
    open_journal._critic.show_phrase(found[0].phrase.id)
    house.settle()
    open_journal._notice.hide()
    house.picture("09-phrase")
    room = part(house, PhraseRoom)
    working = room._cards.working
    assert working is not None
    working._go_to(1)
    house.settle()
    room._area.ensureWidgetVisible(working)
    house.picture("09-phrase-working")
    room.back()
    QTest.keyClick(room, Qt.Key.Key_Escape)
    house.settle()


def see_the_critic_of_a_real_diary(house: House, open_journal: OpenJournal) -> None:
    """What is heard in somebody else's words, as it was for her in the autumn of that year."""
    ahead = journal_day(house.clock.now()) - _AUTUMN_OF_A_REAL_DIARY
    house.clock.advance(-ahead)
    open_journal._index()
    open_journal.go(RoomName.CRITIC)
    house.settle()
    front = part(house, Overview)
    house.until(lambda: bool(front.suggestions.keys), "what is heard in a real diary")
    front._bar.spans._choose(SPANS.index(Span.YEAR))
    house.picture("08-critic-real-diary-suggestions")
    for key in front.suggestions.keys[:_KEPT_OF_A_REAL_DIARY]:
        front.suggestions._rows[key].kept.emit()
        house.settle()
    open_journal._notice.hide()
    house.picture("08-critic-real-diary")
    house.clock.advance(ahead)


def see_the_month(house: House, open_journal: OpenJournal) -> None:
    """The note of a month on Today, as it stands there in the first days of the next one."""
    house.clock.advance(_FIRST_DAYS)
    open_journal.go(RoomName.TODAY)
    note = open_journal.findChildren(MonthNoteCard)[0]
    house.until(lambda: not note.isHidden(), "the note of the month")
    house.settle()
    down = part(house, ScrollArea).verticalScrollBar()
    down.setValue(down.maximum())
    house.picture("03-today-month-note")
    house.clock.advance(-_FIRST_DAYS)
    open_journal.go(RoomName.TODAY)
    house.until(note.isHidden, "Today as it was before")


def see_the_way_out(house: House, editor: PageEditor) -> None:
    """The row above the bottom bar of the page that is open, and the page without it again."""
    assert _DESPAIR_LINE in _DESPAIR.read_text(encoding="utf-8").splitlines()
    text = editor._column.sections[0].text
    assert text is not None
    text.insertPlainText(f"\n\n{_DESPAIR_LINE}.")
    editor._critic.look()
    house.until(editor._ways_out.isVisible, "the way out in the page")
    house.picture("05-way-out")
    text.undo()
    editor._critic.look()
    house.until(editor._ways_out.isHidden, "the page without the way out")
