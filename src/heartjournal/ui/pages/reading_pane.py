"""The page beside the list: day, title, feelings and sections, with what can be done to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.model.journal_day import journal_day
from heartjournal.model.letter import LetterLink
from heartjournal.ui.dates import dated_day, full_date, time_of
from heartjournal.ui.editor.caret_area import once
from heartjournal.ui.editor.until_touched import UntilTouched
from heartjournal.ui.pages.reading_section import ReadingSection
from heartjournal.ui.phrases.decisions import Decisions
from heartjournal.ui.wanted import EntryWanted, LetterWanted, PassingWords
from heartjournal.ui.widgets import Button, ButtonKind, Ground, IconButton, Menu, ScrollArea, Separator, TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from heartjournal.model.entry import Entry
    from heartjournal.ui.pages.readable import Readable
    from heartjournal.ui.surroundings import Surroundings


class ReadingPane(QWidget):
    """Shows one page, or a quiet sentence when none is chosen.

    Attributes:
        edit_wanted: carries the `EntryWanted` of the page shown.
        trash_wanted: the same.
        restore_wanted: the same, for a page from the bin.
        letter_wanted: carries the `LetterWanted` about the page shown.
        told: carries the `PassingWords` of what was decided about words of it.
    """

    edit_wanted = Signal(object)
    trash_wanted = Signal(object)
    restore_wanted = Signal(object)
    letter_wanted = Signal(LetterWanted)
    told = Signal(PassingWords)

    def __init__(self, surroundings: Surroundings, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = surroundings.theme
        self._clock = surroundings.clock
        self._entry: Entry | None = None
        self._sections: list[ReadingSection] = []
        self._lit: EntryWanted | None = None
        self._decisions = Decisions(surroundings, parent=self)
        self._touch = UntilTouched(self._unlight, parent=self)
        self._light_again = once(self, 0, self._light)
        self._ground = Ground(self._theme, "paper")
        self._scroll = ScrollArea(self._theme, self._ground)
        self._day = TextLabel(self._theme, role="ink2", wrap=True)
        self._title = TextLabel(self._theme, style="display", wrap=True)
        self._feelings = TextLabel(self._theme, style="excerpt", wrap=True, italic=True)
        self._named = TextLabel(self._theme, self.tr("Feelings named:"), style="small", role="ink2")
        self._feelings_row = QWidget()
        self._nothing = TextLabel(self._theme, role="ink3", wrap=True)
        self._edit = Button(self._theme, self.tr("Edit"), kind=ButtonKind.QUIET, small=True, icon="pen-line")
        self._restore = Button(self._theme, self.tr("Put it back"), small=True, icon="undo-2")
        self._more = IconButton(self._theme, "ellipsis", self.tr("More for this page"), small=True)
        self._connect()
        self._lay_out()
        self.show_nothing(self.tr("Choose a page to read it here."))

    @property
    def entry(self) -> Entry | None:
        """The page that is shown."""
        return self._entry

    def show_page(self, readable: Readable, *, at: EntryWanted | None = None) -> None:
        """Show a page from its beginning; the same page again keeps its place.

        `at` names words of it, which are then in sight and tinted until the next key or click.
        """
        entry = readable.entry
        same = self._entry is not None and self._entry.id == entry.id
        if not same:
            self._unlight()
        place = self._scroll.verticalScrollBar().value() if same else 0
        self._entry = entry
        self._tell(entry)
        self._clear_sections()
        for part, html in zip(readable.parts, readable.html, strict=True):
            self._add_section(ReadingSection(self._theme, part, html))
        self._fit()
        self._scroll.verticalScrollBar().setValue(place)
        if at is not None:
            self._lit = at
            self._touch.wait()
        self._light_again.start()

    def show_nothing(self, words: str) -> None:
        """Show only a quiet sentence."""
        self._entry = None
        self._unlight()
        self._clear_sections()
        for widget in (self._day, self._title, self._feelings_row, self._edit, self._restore, self._more):
            widget.setVisible(False)
        self._nothing.setText(words)
        self._nothing.setVisible(True)

    def ask_to_edit(self) -> None:
        """Ask for the page shown to be opened for writing, unless it lies in the bin."""
        if self._entry is not None and self._entry.trashed_at is None:
            self.edit_wanted.emit(EntryWanted(self._entry.id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put tags above their sections when the pane is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _tell(self, entry: Entry) -> None:
        today = journal_day(self._clock.now())
        when = dated_day(entry.day, today=today)
        self._day.setText(f"{when} · {time_of(entry.happened_at)}" if entry.happened_at else when)
        self._title.setText(entry.title)
        self._feelings.setText(", ".join(entry.feelings))
        in_bin = entry.trashed_at is not None
        is_sealed = entry.sealed_until is not None
        if entry.sealed_until:
            until = full_date(entry.sealed_until)
            self._nothing.setText(self.tr("This letter is sealed until {day}.").format(day=until))
        self._nothing.setVisible(is_sealed)
        self._day.setVisible(True)
        self._title.setVisible(bool(entry.title))
        self._feelings_row.setVisible(bool(entry.feelings))
        self._edit.setVisible(not in_bin and not is_sealed)
        self._more.setVisible(not in_bin and not is_sealed)
        self._restore.setVisible(in_bin)

    def _light(self) -> None:
        """Tint the words that were asked for and bring them in sight; what is not there any more is passed over."""
        at = self._lit
        section = next((each for each in self._sections if at is not None and each.section_id == at.section), None)
        if at is None or section is None or not section.light(at.start, at.end):
            return
        self._column.activate()
        line = section.lit_line.translated(section.mapTo(self._ground, QPoint()))
        self._scroll.ensureVisible(0, line.center().y(), 0, self._scroll.height() // 3)

    def _unlight(self) -> None:
        self._lit = None
        self._touch.stop()
        for section in self._sections:
            section.unlight()

    def _keep_selected(self) -> None:
        words = self._selected
        if words:
            self._decisions.keep(words)

    @property
    def _selected(self) -> str:
        return next((section.selected for section in self._sections if section.selected), "")

    def _connect(self) -> None:
        self._decisions.told.connect(self.told)
        self._theme.changed.connect(self._light_again.start)
        # The words have their place only once the page is laid out.
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._light_again.start())
        self._edit.clicked.connect(self.ask_to_edit)
        self._restore.clicked.connect(self._ask_to_restore)
        self._more.clicked.connect(self._open_menu)

    def _ask_to_restore(self) -> None:
        if self._entry is not None:
            self.restore_wanted.emit(EntryWanted(self._entry.id))

    def _ask_to_trash(self) -> None:
        if self._entry is not None:
            self.trash_wanted.emit(EntryWanted(self._entry.id))

    def _ask_for_letter(self) -> None:
        if self._entry is not None:
            self.letter_wanted.emit(LetterWanted(about=LetterLink(self._entry.id)))

    def _open_menu(self) -> None:
        menu = Menu(self._theme, parent=self)
        menu.add(self.tr("Edit"), icon="pen-line", shortcut="page.edit").triggered.connect(self.ask_to_edit)
        menu.add(self.tr("Write a letter about this page"), icon="mail").triggered.connect(self._ask_for_letter)
        if self._selected:
            mine = menu.add(self.tr("This is one of mine"), icon="cloud-fog")
            mine.triggered.connect(self._keep_selected)
        menu.addSeparator()
        menu.add(self.tr("Move to the bin"), icon="trash-2").triggered.connect(self._ask_to_trash)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _lay_out(self) -> None:
        theme = self._theme
        head = QHBoxLayout()
        head.setSpacing(theme.space(1))
        head.addWidget(self._day, stretch=1)
        for button in (self._edit, self._restore, self._more):
            head.addWidget(button)
        row = QHBoxLayout(self._feelings_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(2))
        named = QVBoxLayout()
        named.addWidget(self._named)
        named.addStretch(1)
        row.addLayout(named)
        self._feelings.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._feelings, stretch=1)
        self._named_column = named
        self._column = QVBoxLayout(self._ground)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addSpacing(theme.space(2))
        self._column.addWidget(self._nothing)
        self._column.addWidget(self._title)
        self._column.addSpacing(theme.space(2))
        self._column.addWidget(self._feelings_row)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._column.addLayout(self._words)
        self._column.addStretch()
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._scroll)

    def _add_section(self, section: ReadingSection) -> None:
        if self._sections:
            self._words.addWidget(Separator(self._theme))
        self._sections.append(section)
        section.phrase_chosen.connect(self._keep_selected)
        self._words.addWidget(section)

    def _clear_sections(self) -> None:
        self._sections = []
        while (item := self._words.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _fit(self) -> None:
        theme = self._theme
        narrow_window = self.window().width() < theme.breakpoint("rail")
        side = theme.size("pagePaddingXNarrow" if narrow_window else "pagePaddingX")
        side = max(side, (self.width() - theme.breakpoint("maxReadingWidth") - theme.size("sectionTag")) // 2)
        self._column.setContentsMargins(side, theme.size("pagePaddingTop"), side, theme.size("contentPaddingBottom"))
        self._named_column.setContentsMargins(0, self._feelings.baseline() - self._named.baseline(), 0, 0)
        for section in self._sections:
            section.set_narrow(self.width() - 2 * side < theme.scaled("sectionNarrow"))
