"""The Journal room: the list at the side, and beside it the page that is read or the old pages brought in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from heartjournal.ui.pages.import_pane import ImportPane
from heartjournal.ui.pages.page_list import PageList
from heartjournal.ui.pages.readable import Readable, read
from heartjournal.ui.pages.reading_pane import ReadingPane
from heartjournal.ui.problem_words import problem_line
from heartjournal.ui.wanted import LetterWanted, PassingWords
from heartjournal.ui.widgets import Separator

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from heartjournal.model.changes import Changes
    from heartjournal.model.practice import Practice
    from heartjournal.model.problems import KnownProblem
    from heartjournal.ui.surroundings import Surroundings
    from heartjournal.ui.wanted import EntryWanted


class JournalRoom(QWidget):
    """Where a page is found by day and by word, read, opened for writing, put in the bin and taken out again.

    Attributes:
        page_wanted: carries the `PageWanted` of a new page.
        entry_wanted: carries the `EntryWanted` of a page to be opened for writing.
        trashed: carries the `EntryWanted` of a page that was put in the bin.
        letter_wanted: carries the `LetterWanted` about the page shown.
        told: carries the `PassingWords` of what was decided about words of the page shown.
    """

    page_wanted = Signal(object)
    entry_wanted = Signal(object)
    trashed = Signal(object)
    letter_wanted = Signal(LetterWanted)
    told = Signal(PassingWords)

    def __init__(
        self, surroundings: Surroundings, *, practices: tuple[Practice, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._practices = practices
        self._at: EntryWanted | None = None
        self._theme = surroundings.theme
        self._tasks = surroundings.tasks
        self._list = PageList(surroundings)
        self._reading = ReadingPane(surroundings)
        self._importing = ImportPane(surroundings)
        self._beside = QStackedWidget()
        self._beside.addWidget(self._reading)
        self._beside.addWidget(self._importing)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addWidget(Separator(self._theme, standing=True))
        row.addWidget(self._beside, stretch=1)
        self._connect()
        self._theme.changed.connect(self._fit)

    def arrive(self) -> None:
        """Read the list anew and put the focus on it."""
        self._list.arrive()

    def refresh(self, changes: Changes) -> None:
        """Read the list and the page again when a page was written."""
        if changes.entries and self.isVisible():
            self._list.read()

    def search(self) -> None:
        """Put the caret in the search field."""
        self._show_reading()
        self._list.begin_search()

    def show_entry(self, wanted: EntryWanted) -> None:
        """Choose a page, which is then read beside the list, at the words that are named if they are there."""
        self._show_reading()
        self._at = wanted if wanted.section is not None else None
        self._list.choose(wanted.entry_id)

    def back(self) -> bool:
        """Leave the import, the search or the bin; whether there was any to leave."""
        if self._beside.currentWidget() is self._importing:
            self._show_reading()
            return True
        return self._list.leave_search()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list is narrower in a narrow window and wider in a wide one."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        window = self.window().width()
        name = "journalList"
        if window < self._theme.breakpoint("rail"):
            name = "journalListNarrow"
        elif window >= self._theme.breakpoint("wide"):
            name = "journalListWide"
        # It grows with its letters, as far as the page beside it can spare the room.
        grown = min(self._theme.scaled(name), self.width() * 2 // 5)
        self._list.setFixedWidth(max(self._theme.size(name), grown) - 1)

    def _connect(self) -> None:
        self._list.page_wanted.connect(self.page_wanted)
        self._list.chosen.connect(self._read_page)
        self._list.opened.connect(self.entry_wanted)
        self._list.emptied.connect(lambda: self._reading.show_nothing(""))
        self._list.import_wanted.connect(self._show_importing)
        self._reading.edit_wanted.connect(self.entry_wanted)
        self._reading.letter_wanted.connect(self.letter_wanted)
        self._reading.told.connect(self.told)
        self._reading.trash_wanted.connect(self._trash)
        self._reading.restore_wanted.connect(self._restore)
        self._importing.closed.connect(self._show_reading)
        edit = QShortcut(self._theme.shortcut("page.edit"), self)
        edit.activated.connect(self._reading.ask_to_edit)

    def _read_page(self, wanted: EntryWanted) -> None:
        self._tasks.run(
            lambda journal: read(journal, wanted.entry_id, practices=self._practices),
            then=self._show_page,
            trouble=self._show_trouble,
            owner=self,
            replaces="page",
        )

    def _show_page(self, readable: Readable) -> None:
        if self._at is not None and self._at.entry_id == readable.entry.id:
            at, self._at = self._at, None
            self._reading.show_page(readable, at=at)
        else:
            self._reading.show_page(readable)

    def _show_trouble(self, problem: KnownProblem) -> None:
        self._reading.show_nothing(problem_line(problem))

    def _trash(self, wanted: EntryWanted) -> None:
        self._tasks.run(
            lambda journal: journal.pages.trash(wanted.entry_id),
            then=lambda _changes: self.trashed.emit(wanted),
            owner=self,
        )

    def _restore(self, wanted: EntryWanted) -> None:
        self._tasks.run(lambda journal: journal.pages.restore(wanted.entry_id), owner=self)

    def _show_importing(self) -> None:
        self._beside.setCurrentWidget(self._importing)
        self._importing.begin()

    def _show_reading(self) -> None:
        self._beside.setCurrentWidget(self._reading)
