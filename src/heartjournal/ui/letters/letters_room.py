"""The Letters room: the letter that is here now, those on their way back, drafts, and those at rest."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from heartjournal.model.journal_day import journal_day
from heartjournal.ui.letters.groups import Groups
from heartjournal.ui.letters.here_now import HereNow
from heartjournal.ui.letters.many_awake import LettersChosen, ManyAwake
from heartjournal.ui.theme.content_margins import content_margins
from heartjournal.ui.wanted import EntryWanted, LetterWanted, PassingWords, ReadingWanted
from heartjournal.ui.widgets import Button, ButtonKind, EmptyRoom, Ground, ScrollArea, SearchField, TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from heartjournal.journal import Journal
    from heartjournal.model.changes import Changes
    from heartjournal.model.letter import LetterLine
    from heartjournal.ui.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class _Letters:
    """What the room shows, read together."""

    today: LetterLine | None
    lines: tuple[LetterLine, ...]
    are_many: bool


class LettersRoom(QWidget):
    """Stands beside the navigation.

    Attributes:
        letter_wanted: carries the `LetterWanted` to be written or changed.
        reading_wanted: carries the `ReadingWanted` to be read.
        printing_wanted: carries the `ReadingWanted` to be printed.
        trashed: carries the `EntryWanted` of a letter that was put in the bin.
        told: carries the `PassingWords` of something that was done and can be undone.
    """

    letter_wanted = Signal(LetterWanted)
    reading_wanted = Signal(ReadingWanted)
    printing_wanted = Signal(ReadingWanted)
    trashed = Signal(EntryWanted)
    told = Signal(PassingWords)

    def __init__(self, surroundings: Surroundings, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = surroundings.theme
        self._tasks = surroundings.tasks
        self._clock = surroundings.clock
        self._today: LetterLine | None = None
        self._takes_focus = False
        self._search = SearchField(self._theme, self.tr("Search your letters"))
        self._write = Button(self._theme, self.tr("Write a letter"), kind=ButtonKind.PRIMARY, icon="feather")
        self._here = HereNow(self._theme)
        self._groups = Groups(surroundings)
        self._many = ManyAwake(self._theme)
        self._nothing = TextLabel(self._theme, self.tr("Nothing found. Fewer letters may find more."), role="ink2")
        self._line = TextLabel(self._theme, self.tr("It comes back, first soon, then seldom."), role="ink2", wrap=True)
        self._here_group = self._make_here_group()
        self._empty = self._make_empty()
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()

    def arrive(self) -> None:
        """Read the letters anew and put the focus where something waits."""
        self._takes_focus = True
        self._read()

    def back(self) -> bool:
        """Leave a search; whether there was one."""
        if not self._search.text():
            return False
        self._search.clear()
        return True

    def refresh(self, changes: Changes) -> None:
        """Read again when a letter was written, read or moved."""
        if (changes.letters or changes.entries) and self.isVisible():
            self._read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower sides below the breakpoint, wide margins far above it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        theme = self._theme
        margins = content_margins(theme, window=self.window().width(), own=self.width())
        self._top.setContentsMargins(margins.side, margins.top, margins.side, 0)
        self._column.setContentsMargins(margins.side, 0, margins.side, margins.bottom)
        self._search.setFixedWidth(theme.scaled("letterSearchNarrow" if margins.narrow else "letterSearch"))
        self._groups.set_narrow(margins.narrow)

    def _read(self) -> None:
        words = self._search.text()
        self._tasks.run(lambda journal: _look(journal, words), then=self._show, owner=self, replaces="letters")

    def _show(self, found: _Letters) -> None:
        today, lines, day = found.today, found.lines, journal_day(self._clock.now())
        self._today = today
        is_empty = not lines and today is None and not self._search.text()
        self._pages.setCurrentWidget(self._empty if is_empty else self._list)
        self._search.setVisible(not is_empty)
        self._write.setVisible(not is_empty)
        self._here_group.setVisible(today is not None and not self._search.text())
        self._line.setVisible(not is_empty)
        if today is not None:
            self._here.show_letter(today, today=day)
        self._many.show_lines(lines if found.are_many and not self._search.text() else (), today=day)
        self._groups.show_lines(lines, without=None if self._search.text() else today, today=day)
        self._nothing.setVisible(bool(self._search.text().strip()) and not lines)
        # A later reading may stand in for the one on arrival.
        if self._takes_focus:
            self._takes_focus = False
            self._take_focus(is_empty=is_empty)

    def _take_focus(self, *, is_empty: bool) -> None:
        if is_empty:
            self._empty.take_focus()
        elif self._today is not None and not self._search.text():
            self._here.take_focus()
        else:
            self._write.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _connect(self) -> None:
        self._write.clicked.connect(self._ask_to_write)
        self._empty.begun.connect(self._ask_to_write)
        self._search.textChanged.connect(lambda _words: self._read())
        self._theme.changed.connect(self._fit)
        self._here.reading_wanted.connect(lambda: self._with_today(self._ask_to_read))
        self._here.evening_wanted.connect(lambda: self._with_today(self._put_off))
        self._groups.reading_wanted.connect(self.reading_wanted)
        self._groups.letter_wanted.connect(self.letter_wanted)
        self._groups.printing_wanted.connect(self.printing_wanted)
        self._groups.trashed.connect(self.trashed)
        self._groups.told.connect(self.told)
        self._many.rest_wanted.connect(self._let_rest)

    def _with_today(self, action: Callable[[UUID], None]) -> None:
        if self._today is not None:
            action(self._today.id)

    def _ask_to_write(self) -> None:
        self.letter_wanted.emit(LetterWanted())

    def _ask_to_read(self, letter: UUID) -> None:
        self.reading_wanted.emit(ReadingWanted(letter))

    def _let_rest(self, chosen: LettersChosen) -> None:
        letters = tuple(line.id for line in chosen.lines)

        def rest(journal: Journal) -> Changes:
            return journal.letters.rest_all(letters)

        def wake(journal: Journal) -> Changes:
            return journal.letters.wake_all(letters)

        def told(_changes: Changes) -> None:
            undo = partial(self._tasks.run, wake, owner=self)
            self.told.emit(PassingWords(self.tr("They are at rest."), undo=undo))

        self._tasks.run(rest, then=told, owner=self)

    def _put_off(self, letter: UUID) -> None:
        self._tasks.run(lambda journal: journal.letters.another_evening(letter), owner=self)

    def _make_here_group(self) -> QWidget:
        theme, group = self._theme, QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, theme.size("letterGroupAbove"), 0, 0)
        column.setSpacing(theme.size("letterGroupBelow"))
        column.addWidget(TextLabel(theme, self.tr("Here now"), style="heading"))
        column.addWidget(self._here)
        return group

    def _make_empty(self) -> EmptyRoom:
        return EmptyRoom(
            self._theme,
            icon="mail",
            heading=self.tr("No letters waiting"),
            text=self.tr("Write to yourself as someone who loves you would. It comes back, first soon, then seldom."),
            first=self.tr("Write a letter"),
            first_icon="feather",
            explanation=self.tr(
                "You write it and put it away. It comes back on an evening a few days from now, then after a week, two "
                "weeks, a month, and ever more seldom. Never more than one in a day; and you can always let one rest."
            ),
        )

    def _lay_out(self) -> None:
        theme = self._theme
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        ground = Ground(theme)
        self._top = self._head()
        self._column = QVBoxLayout(ground)
        self._column.setSpacing(0)
        self._list = QWidget()
        groups = QVBoxLayout(self._list)
        groups.setContentsMargins(0, 0, 0, 0)
        groups.setSpacing(0)
        groups.addWidget(self._here_group)
        groups.addWidget(self._many)
        groups.addWidget(self._nothing)
        self._nothing.hide()
        groups.addWidget(self._groups)
        groups.addStretch(1)
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._empty)
        self._column.addWidget(self._pages, 1)
        whole.setSpacing(0)
        # The title stays in sight while the letters scroll.
        head = Ground(theme)
        head.setLayout(self._top)
        whole.addWidget(head)
        whole.addWidget(ScrollArea(theme, ground), 1)

    def _head(self) -> QHBoxLayout:
        theme = self._theme
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextLabel(theme, self.tr("Letters"), style="display"))
        words.addWidget(self._line)
        head = QHBoxLayout()
        head.setSpacing(theme.space(3))
        head.addLayout(words, 1)
        head.addWidget(self._search, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self._write, 0, Qt.AlignmentFlag.AlignBottom)
        return head


def _look(journal: Journal, words: str) -> _Letters:
    """The letter of the day and the letters that are listed. Run in the worker."""
    today = journal.letters.today()
    lines = journal.letters.search(words) if words.strip() else journal.letters.lines()
    return _Letters(today, lines, are_many=journal.letters.many_awake())
