"""The screen for reading a letter that came back: the letter, nothing else, and below it how it was."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heartjournal.model.identity import new_identity
from heartjournal.model.journal_day import journal_day
from heartjournal.model.letter import LetterState, letter_of
from heartjournal.rendering import safe_html
from heartjournal.ui.dates import dated_day
from heartjournal.ui.editor.autosave import qt_timer
from heartjournal.ui.editor.keys import is_pressed
from heartjournal.ui.letters.afterwards import Afterwards
from heartjournal.ui.letters.letter_page import EarlierWording, LetterPage
from heartjournal.ui.letters.reading import Reading, Said
from heartjournal.ui.letters.reading_bar import ReadingBar
from heartjournal.ui.letters.sealed_page import SealedPage
from heartjournal.ui.letters.words import ago_words
from heartjournal.ui.problem_words import problem_words
from heartjournal.ui.reading_aloud import ReadingAloud
from heartjournal.ui.selection import let_go_of_selection
from heartjournal.ui.wanted import EntryWanted, LetterWanted, ReadingWanted
from heartjournal.ui.widgets import Ground, NoticeBox

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent

    from heartjournal.journal import Journal
    from heartjournal.model.letter import Letter
    from heartjournal.model.problems import KnownProblem
    from heartjournal.ui.editor.autosave import TimerMaker
    from heartjournal.ui.reading_aloud import Voice
    from heartjournal.ui.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class LetterToRead:
    """A letter with the safe HTML of its sections, in their order, and its earlier wordings, newest first."""

    letter: Letter
    html: tuple[str, ...] = field(repr=False)
    earlier: tuple[EarlierWording, ...] = ()
    may_be_read_aloud: bool = False


class LetterReader(Ground):
    """One letter at a time, on the window's thread. A reading is kept when the letter is closed, a reply at once.

    Attributes:
        closed: what was said is kept and the letter is left.
        entry_wanted: carries the `EntryWanted` of the page the letter answers.
        letter_wanted: carries the `LetterWanted` of the letter, to be changed.
        printing_wanted: carries the `ReadingWanted` of the letter, to be printed.
        too_much_wanted: "Too much right now" was asked for; what was said of the letter is kept.
    """

    closed = Signal()
    entry_wanted = Signal(EntryWanted)
    letter_wanted = Signal(LetterWanted)
    printing_wanted = Signal(ReadingWanted)
    too_much_wanted = Signal()

    def __init__(
        self,
        surroundings: Surroundings,
        *,
        voice: Voice | None = None,
        timer: TimerMaker = qt_timer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(surroundings.theme, "paper", parent=parent)
        self._surroundings = surroundings
        self._aloud = ReadingAloud(voice, parent=self)
        self._letter: Letter | None = None
        self._reading = Reading(surroundings.tasks, said=self._said, timer=timer, parent=self)
        self._bar = ReadingBar(surroundings.theme)
        self._notice = NoticeBox(surroundings.theme)
        self._page = LetterPage(surroundings.theme)
        self._sealed = SealedPage(surroundings.theme)
        self._afterwards = Afterwards(surroundings.theme)
        self._lay_out()
        self._connect()

    # the letter

    def open_letter(self, read: LetterToRead, *, reason: str = "") -> None:
        """Show a letter; a sealed one says what opening it early does. `reason` says why it was called."""
        self.clear()
        letter, today = read.letter, self._today()
        self._letter = letter
        is_sealed = letter.line.state is LetterState.SEALED
        written = dated_day(letter.line.written_on, today=today)
        ago = ago_words(letter.line.written_on, today=today)
        self._bar.show_day(self.tr("You wrote this on {day}, {ago}").format(day=written, ago=ago))
        self._page.setVisible(not is_sealed)
        self._afterwards.setVisible(not is_sealed)
        may_be_heard = read.may_be_read_aloud and self._aloud.is_possible
        self._bar.show_tools(is_sealed=is_sealed, may_be_heard=may_be_heard)
        self._sealed.setVisible(is_sealed)
        if is_sealed:
            self._sealed.show_letter(letter.line, today=today)
        else:
            self._page.show_letter(letter, read.html, today=today, reason=reason)
            self._page.show_earlier(read.earlier, today=today)
            self._afterwards.begin(letter, today=today)
            self._reading.begin(letter, new_identity(self._surroundings.clock.now().instant))

    def arrive(self) -> None:
        """Give the keyboard to the letter, so that it can be read by keys."""
        if self._sealed.isVisible():
            self._sealed.take_focus()
        else:
            self._page.take_focus()

    def clear(self) -> None:
        """Drop every word from the screen and the X11 selection."""
        let_go_of_selection()
        self._letter = None
        self._aloud.stop()
        self._reading.forget()
        self._bar.show_day("")
        self._page.clear()
        self._sealed.clear()
        self._notice.hide()

    def save_now(self, then: Callable[[], None] = lambda: None, otherwise: Callable[[], None] = lambda: None) -> None:
        """Keep what was said of this reading, then go on; `otherwise` when it could not be kept."""
        self._reading.end(then, otherwise)

    def leave(self) -> None:
        """Keep the reading, and close."""
        self.save_now(self._close)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and the key for closing close; the reading is kept."""
        theme = self._surroundings.theme
        if is_pressed(theme, event, "back") or is_pressed(theme, event, "page.close"):
            self.leave()
        elif is_pressed(theme, event, "page.print"):
            self._ask_to_print()
        elif is_pressed(theme, event, "page.edit"):
            self._ask_to_change()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep a reply when the window is left."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._reading.keep()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep a reply when another screen is shown."""
        super().hideEvent(event)
        self._reading.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the width; a low window gets a lower bar."""
        super().resizeEvent(event)
        self._arrange()

    # keeping

    def _said(self) -> Said:
        return Said(self._afterwards.felt, self._afterwards.wish, self._page.reply)

    def _say_trouble(self, problem: KnownProblem) -> None:
        sentence, advice = problem_words(problem)
        self._notice.say(self.tr("Not saved yet."), f"{sentence} {advice}".strip())
        self._notice.show()

    def _close(self) -> None:
        if self._letter is not None:
            self.clear()
            self.closed.emit()

    def _open_early(self) -> None:
        if self._letter is None:
            return
        letter = self._letter.entry.id

        def opened(journal: Journal) -> LetterToRead:
            journal.letters.open_early(letter)
            return read_letter(journal, letter)

        def show(read: LetterToRead) -> None:
            # Closed meanwhile, its words would lie in a screen that nobody sees and nobody clears.
            if self._letter is not None and self._letter.entry.id == letter:
                self.open_letter(read)
                self.arrive()

        self._surroundings.tasks.run(opened, then=show, trouble=self._say_trouble, owner=self)

    def _ask_to_print(self) -> None:
        if self._letter is not None and not self._page.isHidden():
            self.printing_wanted.emit(ReadingWanted(self._letter.entry.id))

    def _ask_to_change(self) -> None:
        if self._letter is not None and not self._page.isHidden():
            self.letter_wanted.emit(LetterWanted(self._letter.entry.id))

    def _read_aloud(self) -> None:
        """Read the letter aloud; pressed again, be silent."""
        if self._aloud.is_reading:
            self._aloud.stop()
        elif self._letter is not None and (itself := letter_of(self._letter.entry.sections)):
            self._aloud.read(itself.body)

    def _show_listening(self) -> None:
        self._bar.show_listening(is_reading=self._aloud.is_reading)

    def _tell_silence(self, problem: KnownProblem) -> None:
        self._notice.say(*problem_words(problem))
        self._notice.show()

    # what is shown

    def _today(self) -> date:
        return journal_day(self._surroundings.clock.now())

    def _connect(self) -> None:
        self._bar.printing_wanted.connect(self._ask_to_print)
        self._bar.too_much_wanted.connect(self.too_much_wanted)
        self._bar.change_wanted.connect(self._ask_to_change)
        self._bar.listening_wanted.connect(self._read_aloud)
        self._bar.closed.connect(self.leave)
        self._afterwards.changed.connect(self._reading.touched)
        self._page.replied.connect(self._reading.touched)
        self._reading.kept.connect(self._notice.hide)
        self._reading.troubled.connect(self._say_trouble)
        self._page.entry_wanted.connect(self.entry_wanted)
        self._sealed.opening_wanted.connect(self._open_early)
        self._sealed.closed.connect(self._close)
        self._aloud.began.connect(self._show_listening)
        self._aloud.ended.connect(self._show_listening)
        self._aloud.troubled.connect(self._tell_silence)
        self._surroundings.theme.changed.connect(self._arrange)

    def _lay_out(self) -> None:
        self._notice_row = QVBoxLayout()
        self._notice_row.addWidget(self._notice)
        self._notice.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addLayout(self._notice_row)
        column.addWidget(self._page, 1)
        column.addWidget(self._sealed, 1)
        column.addWidget(self._afterwards)

    def _arrange(self) -> None:
        theme = self._surroundings.theme
        low, narrow = self.height() < theme.size("lowWindow"), self.width() < theme.breakpoint("rail")
        self._bar.set_low(low)
        self._afterwards.set_size(low=low, narrow=narrow)
        side = max(theme.size("contentPaddingXNarrow"), (self.width() - theme.breakpoint("maxReadingWidth")) // 2)
        self._page.set_side(side)
        self._notice_row.setContentsMargins(side, 0, side, 0)


def read_letter(journal: Journal, letter_id: UUID) -> LetterToRead:
    """Fetch a letter and render its words. Run in the worker; raises NoSuchPage."""
    letter = journal.letters.letter(letter_id)
    html = tuple(safe_html(section.body) for section in letter.entry.sections)
    if letter.line.state is LetterState.SEALED:
        return LetterToRead(letter, html)
    earlier = tuple(
        EarlierWording(version.taken_at, safe_html(itself.body))
        for version in journal.letters.versions(letter_id)
        if (itself := letter_of(version.sections))
    )
    return LetterToRead(letter, html, earlier, may_be_read_aloud=journal.reading_aloud.is_allowed())
