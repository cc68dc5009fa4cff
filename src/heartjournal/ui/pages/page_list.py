"""The list at the side of the Journal: search as you type, the calendar, and the pages newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.model.journal_day import journal_day
from heartjournal.ui.dates import short_day
from heartjournal.ui.wanted import FREE_WRITING, EntryWanted, PageWanted
from heartjournal.ui.widgets import (
    Button,
    EntryList,
    EntryRow,
    Ground,
    IconButton,
    Menu,
    MonthCalendar,
    ScrollArea,
    SearchField,
    Separator,
    TextLabel,
)

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from heartjournal.journal import Journal
    from heartjournal.model.entry import EntryLine, SearchHit, Snippet
    from heartjournal.model.problems import KnownProblem
    from heartjournal.ui.surroundings import Surroundings
    from heartjournal.ui.widgets import DayChosen

_PAGES_AT_ONCE = 200
_LEAST_LINES = 5


@dataclass(frozen=True, slots=True)
class _Reaching:
    """The list that a page is in, from its newest row down to that page at least."""

    lines: tuple[EntryLine, ...]
    in_bin: bool
    whole: bool


class PageList(Ground):
    """Asks the journal for lines, hits and marked days; says which page is chosen.

    Attributes:
        chosen: carries the `EntryWanted` of the current row.
        opened: carries the `EntryWanted` of a row on which Enter was pressed.
        emptied: nothing is listed, so nothing can be shown.
        page_wanted: carries `PageWanted`.
        import_wanted: old pages are to be brought in.
    """

    chosen = Signal(object)
    opened = Signal(object)
    emptied = Signal()
    page_wanted = Signal(object)
    import_wanted = Signal()

    def __init__(self, surroundings: Surroundings, *, parent: QWidget | None = None) -> None:
        super().__init__(surroundings.theme, parent=parent)
        self._tasks = surroundings.tasks
        self._clock = surroundings.clock
        self._lines: tuple[EntryLine, ...] = ()
        self._days: dict[UUID, date] = {}
        self._wanted: UUID | None = None
        self._shows_bin = False
        self._is_whole = False
        self._arrived_at: QWidget | None = None
        theme = surroundings.theme
        self._title = TextLabel(theme, self.tr("Journal"), style="title")
        self._new = Button(theme, self.tr("New page"), small=True, icon="pen-line")
        self._more = IconButton(theme, "ellipsis", self.tr("More for the journal"), small=True)
        self._words = SearchField(theme, self.tr("Search your pages"), keys=theme.shortcut_words("journal.search"))
        self._calendar = MonthCalendar(theme, today=journal_day(self._clock.now()))
        self._list = EntryList(theme, name=self.tr("Pages"))
        self._nothing = TextLabel(theme, role="ink3", wrap=True)
        self._below = QWidget()
        self._area = ScrollArea(theme, self._below)
        self._connect()
        self._lay_out()
        theme.changed.connect(self._fit)

    def arrive(self) -> None:
        """Read what is due and put the focus on the list, or where nothing is listed on the first thing to do."""
        self._calendar.set_today(journal_day(self._clock.now()))
        self.read()
        self._arrived_at = self._wait(on_list=not self._list.isHidden())
        self._area.ensureWidgetVisible(self._list)

    def read(self) -> None:
        """Read the list and the marked days anew; the chosen page stays chosen if it is still listed."""
        self._mark_days()
        if self._wanted is not None:
            self._read_down_to(self._wanted)
            return
        words = self._words.text().strip()
        if words and not self._shows_bin:
            self._search(words)
            return
        in_bin, many = self._shows_bin, max(_PAGES_AT_ONCE, len(self._lines))
        self._tasks.run(
            lambda journal: journal.pages.lines(trashed=in_bin, limit=many),
            then=lambda lines: self._show_lines(lines, whole=len(lines) < many),
            owner=self,
            replaces="list",
        )

    def choose(self, entry_id: UUID) -> None:
        """Make a page the current one, in the list or the bin it lies in, however far down; a search is forgotten."""
        self._words.clear()
        self._wanted = entry_id
        self._list.choose(entry_id)
        self.read()

    def begin_search(self) -> None:
        """Put the caret in the search field, with what stands there selected."""
        self._show_bin(shown=False)
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()

    def leave_search(self) -> bool:
        """Forget the search or the bin; whether there was any."""
        if not self._words.text() and not self._shows_bin:
            return False
        self._words.clear()
        self._show_bin(shown=False)
        return True

    def _connect(self) -> None:
        self._new.clicked.connect(lambda: self.page_wanted.emit(PageWanted(FREE_WRITING)))
        self._more.clicked.connect(self._open_menu)
        self._words.textChanged.connect(self._read_anew)
        self._words.submitted.connect(lambda: self._list.setFocus(Qt.FocusReason.TabFocusReason))
        self._calendar.day_chosen.connect(self._go_to_day)
        self._calendar.month_changed.connect(self._mark_days)
        self._list.entry_chosen.connect(self._tell_chosen)
        self._list.entry_opened.connect(self._tell_opened)
        self._list.verticalScrollBar().valueChanged.connect(self._read_on)

    def _lay_out(self) -> None:
        theme = self._theme
        side = theme.size("journalListPadding")
        column = QVBoxLayout(self)
        column.setContentsMargins(side, theme.space(6), side, 0)
        column.setSpacing(0)
        self._head = QGridLayout()
        self._head.setSpacing(theme.space(1))
        self._head.setColumnStretch(0, 1)
        self._head.addWidget(self._title, 0, 0)
        self._head.addWidget(self._new, 0, 1)
        column.addLayout(self._head)
        column.addSpacing(theme.space(3))
        found = QHBoxLayout()
        found.setSpacing(theme.space(1))
        found.addWidget(self._words, stretch=1)
        found.addWidget(self._more, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(found)
        column.addSpacing(theme.space(3))
        column.addWidget(self._area, stretch=1)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self._calendar)
        below.addSpacing(theme.space(3))
        below.addWidget(Separator(theme))
        below.addSpacing(theme.space(2))
        below.addWidget(self._nothing)
        below.addWidget(self._list, stretch=1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """New page goes below the title where there is no room beside it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        theme = self._theme
        # Where the calendar leaves it less, the two scroll together.
        self._list.setMinimumHeight(_LEAST_LINES * theme.line("excerpt"))
        wanted = self._title.sizeHint().width() + theme.space(3) + self._new.sizeHint().width()
        beside = wanted <= self.width() - 2 * theme.size("journalListPadding")
        self._head.removeWidget(self._new)
        if beside:
            self._head.addWidget(self._new, 0, 1)
        else:
            self._head.addWidget(self._new, 1, 0)

    def _open_menu(self) -> None:
        menu = Menu(self._theme, parent=self)
        menu.add(self.tr("Bring in old pages…"), icon="inbox").triggered.connect(self.import_wanted)
        words = self.tr("Leave the bin") if self._shows_bin else self.tr("Look in the bin")
        menu.add(words, icon="trash-2").triggered.connect(lambda: self._show_bin(shown=not self._shows_bin))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _show_bin(self, *, shown: bool) -> None:
        if shown != self._shows_bin:
            self._turn_to(in_bin=shown)
            self._read_anew()

    def _turn_to(self, *, in_bin: bool) -> None:
        if in_bin == self._shows_bin:
            return
        self._shows_bin, self._lines = in_bin, ()
        self._title.setText(self.tr("The bin") if in_bin else self.tr("Journal"))
        self._words.setVisible(not in_bin)
        self._calendar.setVisible(not in_bin)

    def _read_anew(self) -> None:
        """Read what the person asks for now, in place of a page that was asked for before."""
        self._wanted = None
        self.read()

    def _read_down_to(self, entry_id: UUID) -> None:
        many = max(_PAGES_AT_ONCE, len(self._lines))
        self._tasks.run(
            lambda journal: _reaching(journal, entry_id, many=many),
            then=self._show_reaching,
            trouble=self._miss,
            owner=self,
            replaces="list",
        )

    def _show_reaching(self, found: _Reaching) -> None:
        self._turn_to(in_bin=found.in_bin)
        self._show_lines(found.lines, whole=found.whole)
        self._wanted = None

    def _miss(self, problem: KnownProblem) -> None:
        self._read_anew()
        self._tasks.troubled.emit(problem)

    def _search(self, words: str) -> None:
        self._tasks.run(lambda journal: journal.search.pages(words), then=self._show_hits, owner=self, replaces="list")

    def _read_on(self, place: int) -> None:
        """Near the end of what is listed, read the next pages."""
        bar = self._list.verticalScrollBar()
        if self._wanted is not None or self._is_whole or not self._lines or place < bar.maximum() - self._list.height():
            return
        last, in_bin, so_far = self._lines[-1], self._shows_bin, self._lines
        self._tasks.run(
            lambda journal: journal.pages.lines(trashed=in_bin, limit=_PAGES_AT_ONCE, below=last),
            then=lambda lines: self._show_lines(so_far + lines, whole=len(lines) < _PAGES_AT_ONCE),
            owner=self,
            replaces="list",
        )

    def _show_lines(self, lines: tuple[EntryLine, ...], *, whole: bool) -> None:
        self._is_whole = whole
        if lines != self._lines or self._list.rows.rowCount() != len(lines):
            self._lines = lines
            self._list_rows([(line, None) for line in lines])
        nothing = (
            self.tr("The bin is empty.") if self._shows_bin else self.tr("No pages yet. Half a sentence is enough.")
        )
        self._settle(nothing)

    def _show_hits(self, hits: tuple[SearchHit, ...]) -> None:
        self._lines, self._is_whole = (), True
        self._list_rows([(hit.line, hit.snippet) for hit in hits])
        self._settle(self.tr("Nothing found. Fewer letters may find more."))

    def _list_rows(self, found: list[tuple[EntryLine, Snippet | None]]) -> None:
        today = journal_day(self._clock.now())
        self._days = {line.id: line.day for line, _ in found}
        self._list.set_rows(
            [
                EntryRow(line.id, short_day(line.day, today=today), line.title or line.opening, line.elements, snippet)
                for line, snippet in found
            ]
        )

    def _settle(self, nothing: str) -> None:
        """Choose the page that was asked for, or the first; say so when there is none."""
        rows = self._list.rows.rows
        self._nothing.setText(nothing)
        self._nothing.setVisible(not rows)
        had_focus = self._list.hasFocus() or (self._arrived_at is not None and self._arrived_at.hasFocus())
        self._arrived_at = None
        if rows:
            self._list.show()
        if had_focus:
            self._wait(on_list=bool(rows))
        self._list.setVisible(bool(rows))
        if not rows:
            self.emptied.emit()
            return
        before = self._list.current
        if self._wanted in self._days:
            self._list.choose(self._wanted)
        elif before is None:
            self._list.choose(rows[0].id)
        if self._list.current == before:
            self._tell_chosen()

    def _wait(self, *, on_list: bool) -> QWidget:
        """Put the focus on the list, else on the words that find nothing, else on the way to the first page."""
        if on_list:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
            return self._list
        first = self._words if self._words.text() and not self._words.isHidden() else self._new
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return first

    def _tell_chosen(self) -> None:
        row = self._list.current
        if row is not None:
            self._calendar.choose(self._days.get(row.id))
            self.chosen.emit(EntryWanted(row.id))

    def _tell_opened(self) -> None:
        row = self._list.current
        if row is not None and not self._shows_bin:
            self.opened.emit(EntryWanted(row.id))

    def _mark_days(self, *_month: object) -> None:
        shown = self._calendar.shown
        self._tasks.run(
            lambda journal: journal.pages.days(shown.first, shown.last),
            then=self._calendar.set_marked,
            owner=self,
            replaces="days",
        )

    def _go_to_day(self, chosen: DayChosen) -> None:
        """Show the first page of that day; a day without one stays chosen and changes nothing else."""
        day = chosen.day
        self._tasks.run(
            lambda journal: journal.pages.lines(day=day), then=self._choose_first, owner=self, replaces="day"
        )

    def _choose_first(self, lines: tuple[EntryLine, ...]) -> None:
        if lines:
            self.choose(lines[-1].id)


def _reaching(journal: Journal, entry_id: UUID, *, many: int) -> _Reaching:
    """Both readings begin with the newest, so the longer one holds the page. Run in the worker; raises NoSuchPage."""
    entry = journal.pages.entry(entry_id)
    in_bin = entry.trashed_at is not None
    usual = journal.pages.lines(trashed=in_bin, limit=many)
    down_to_its_day = journal.pages.lines(trashed=in_bin, since=entry.day)
    lines = max(usual, down_to_its_day, key=len)
    return _Reaching(lines, in_bin, whole=len(lines) < many)
