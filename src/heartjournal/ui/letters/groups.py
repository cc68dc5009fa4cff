"""The letters of the room in their groups, with what can be done with each of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heartjournal.model.journal_day import journal_day
from heartjournal.model.letter import LetterState, Wish, WishKind
from heartjournal.ui.letters.letter_menu import LetterMenu
from heartjournal.ui.letters.words import about_words, title_words, whereabouts
from heartjournal.ui.wanted import EntryWanted, LetterWanted, PassingWords, ReadingWanted
from heartjournal.ui.widgets import Card, DayPopover, LetterRow, Link, Separator, TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from uuid import UUID

    from heartjournal.journal import Journal
    from heartjournal.model.changes import Changes
    from heartjournal.model.letter import LetterLine
    from heartjournal.ui.surroundings import Surroundings

_SHOWN = 40
_MORE = 200


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the keyboard is among the rows."""

    letter: UUID
    index: int
    at_menu: bool
    ringed: bool


class Groups(QWidget):
    """Headed cards of rows; a long group shows its first letters and a link to more.

    Attributes:
        reading_wanted, letter_wanted, printing_wanted, trashed, told: as those of the room.
    """

    reading_wanted = Signal(ReadingWanted)
    letter_wanted = Signal(LetterWanted)
    printing_wanted = Signal(ReadingWanted)
    trashed = Signal(EntryWanted)
    told = Signal(PassingWords)

    def __init__(self, surroundings: Surroundings, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = surroundings.theme
        self._tasks = surroundings.tasks
        self._clock = surroundings.clock
        self._narrow = False
        self._lines: tuple[LetterLine, ...] = ()
        self._shown: dict[LetterState, int] = {}
        self._rows: dict[UUID, LetterRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_lines(self, lines: tuple[LetterLine, ...], *, without: LetterLine | None, today: date) -> None:
        """Show these letters in place of what was shown, but for the one that has a card of its own."""
        self._lines = tuple(line for line in lines if without is None or line.id != without.id)
        self._fill(today)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001  the one thing it says
        """Less room for what is said at the end of a row."""
        self._narrow = narrow
        for row in self._rows.values():
            row.set_narrow(narrow)

    def _fill(self, today: date) -> None:
        place = self._focused()
        self._clear()
        headings = (
            (self.tr("Not put away yet"), LetterState.DRAFT),
            (self.tr("On their way back"), LetterState.AWAKE),
            (self.tr("Sealed"), LetterState.SEALED),
            (self.tr("At rest"), LetterState.RESTING),
        )
        for heading, state in headings:
            lines = [line for line in self._lines if line.state is state]
            if lines:
                self._add_group(heading, state, lines, today)
        if place is not None:
            self._give_back_focus(place)

    def _focused(self) -> _Place | None:
        """Which row has the keyboard, if one has."""
        # Asked of the window, which knows it also while a menu that is just closing has the keyboard.
        focused = self.window().focusWidget()
        for index, (letter, row) in enumerate(self._rows.items()):
            if focused in (row.face, row.menu_button):
                return _Place(letter, index, at_menu=focused is row.menu_button, ringed=row.has_ring())
        return None

    def _give_back_focus(self, place: _Place) -> None:
        """To the same letter; where it is gone, to the one that stands in its place."""
        rows = list(self._rows.values())
        row = self._rows.get(place.letter) or (rows[min(place.index, len(rows) - 1)] if rows else None)
        if row is not None:
            reason = Qt.FocusReason.ShortcutFocusReason if place.ringed else Qt.FocusReason.OtherFocusReason
            (row.menu_button if place.at_menu else row.face).setFocus(reason)

    def _add_group(self, heading: str, state: LetterState, lines: list[LetterLine], today: date) -> None:
        theme = self._theme
        self._column.addSpacing(theme.size("letterGroupAbove"))
        self._column.addWidget(TextLabel(theme, heading, style="heading"))
        self._column.addSpacing(theme.size("letterGroupBelow"))
        shown = self._shown.get(state, _SHOWN)
        card = self._card(lines[:shown], today)
        self._column.addWidget(card)
        card.show()  # a layout shows it later, and until then no row in it can take the keyboard
        if len(lines) > shown:
            more = Link(theme, self.tr("Show more letters"))
            more.clicked.connect(partial(self._show_more, state))
            self._column.addWidget(more)

    def _card(self, lines: Iterable[LetterLine], today: date) -> Card:
        card = Card(self._theme, bare=True)
        rows = QVBoxLayout(card)
        edge = round(self._theme.stroke("hairline"))
        rows.setContentsMargins(edge, edge, edge, edge)
        rows.setSpacing(0)
        for line in lines:
            if rows.count():
                rows.addWidget(Separator(self._theme))
            rows.addWidget(self._row(line, today))
        return card

    def _row(self, line: LetterLine, today: date) -> LetterRow:
        where = whereabouts(line, today=today)
        row = LetterRow(
            self._theme,
            title_words(line, today=today),
            icon=where.icon,
            about=about_words(line),
            line=where.line,
            detail=where.detail,
        )
        row.set_narrow(self._narrow)
        self._rows[line.id] = row
        row.opened.connect(lambda: self._open(line, row))
        row.menu_wanted.connect(lambda: self._open_menu(line, row))
        return row

    def _open(self, line: LetterLine, row: LetterRow) -> None:
        if line.state is LetterState.DRAFT:
            self.letter_wanted.emit(LetterWanted(line.id))
        elif line.state is LetterState.SEALED:
            self._open_menu(line, row)
        else:
            self.reading_wanted.emit(ReadingWanted(line.id))

    def _open_menu(self, line: LetterLine, row: LetterRow) -> None:
        menu = LetterMenu(self._theme, line, parent=self)
        menu.reading_wanted.connect(lambda: self.reading_wanted.emit(ReadingWanted(line.id)))
        menu.opening_wanted.connect(lambda: self.reading_wanted.emit(ReadingWanted(line.id)))
        menu.writing_wanted.connect(lambda: self.letter_wanted.emit(LetterWanted(line.id)))
        menu.print_wanted.connect(lambda: self.printing_wanted.emit(ReadingWanted(line.id)))
        menu.wished.connect(lambda wish: self._do(lambda journal: journal.letters.bring_back(line.id, wish)))
        menu.day_wanted.connect(lambda: self._choose_day(line))
        menu.rest_wanted.connect(lambda: self._let_rest(line))
        menu.waking_wanted.connect(lambda: self._do(lambda journal: journal.letters.wake(line.id)))
        menu.bin_wanted.connect(lambda: self._trash(line))
        menu.open_below(row.menu_button)

    def _choose_day(self, line: LetterLine) -> None:
        today = journal_day(self._clock.now())
        popover = DayPopover(self._theme, today=today, parent=self)
        popover.day_chosen.connect(
            lambda chosen: self._do(
                lambda journal: journal.letters.bring_back(line.id, Wish(WishKind.ON_DATE, on=chosen.day))
            )
        )
        row = self._rows.get(line.id)
        popover.open_at(self if row is None else row.menu_button)

    def _let_rest(self, line: LetterLine) -> None:
        def told(_changes: Changes) -> None:
            undo = partial(self._do, lambda journal: journal.letters.take_back_rest(line.id))
            self.told.emit(PassingWords(self.tr("The letter is at rest."), undo=undo))

        self._tasks.run(lambda journal: journal.letters.rest(line.id), then=told, owner=self)

    def _trash(self, line: LetterLine) -> None:
        self._tasks.run(
            lambda journal: journal.pages.trash(line.id),
            then=lambda _changes: self.trashed.emit(EntryWanted(line.id)),
            owner=self,
        )

    def _do(self, work: Callable[[Journal], Changes]) -> None:
        self._tasks.run(work, owner=self)

    def _show_more(self, state: LetterState) -> None:
        self._shown[state] = self._shown.get(state, _SHOWN) + _MORE
        self._fill(journal_day(self._clock.now()))

    def _clear(self) -> None:
        self._rows = {}
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
