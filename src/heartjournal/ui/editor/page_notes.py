"""The one note that may be open on a page: how it opens on a sentence, how it closes, what is chosen in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from heartjournal.model.journal_day import journal_day
from heartjournal.ui.editor.note_place import NotePlace
from heartjournal.ui.editor.note_words import note_words
from heartjournal.ui.editor.phrase_note import PhraseNote

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from heartjournal.model.phrase import Mark
    from heartjournal.ui.editor.marked_text import MarkedText
    from heartjournal.ui.editor.marked_words import MarkedPlace
    from heartjournal.ui.editor.page_column import PageColumn
    from heartjournal.ui.phrases.decisions import Decisions
    from heartjournal.ui.surroundings import Surroundings


@dataclass(slots=True, eq=False)
class _Open:
    """The note that is open, and the words it is about, as they stood in their section."""

    note: PhraseNote
    text: MarkedText
    place: MarkedPlace
    mark: Mark
    words: str = field(repr=False)


class PageNotes(QObject):
    """Opens notes on the marks of a column; what is chosen in them goes to `decisions`.

    Attributes:
        phrase_wanted: carries the id of the phrase whose page is to be opened.
        quiet_wanted: nothing is to be underlined for the rest of the day.
    """

    phrase_wanted = Signal(object)
    quiet_wanted = Signal()

    def __init__(self, surroundings: Surroundings, column: PageColumn, decisions: Decisions) -> None:
        super().__init__(column)
        self._surroundings = surroundings
        self._column = column
        self._decisions = decisions
        self._standing = NotePlace(surroundings.theme, column)
        self._open: _Open | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is a note."""
        return self._open is not None

    def connect_text(self, text: MarkedText) -> None:
        """Open notes on the marks of this text, and close them when one goes on in it."""
        text.mark_pressed.connect(lambda place: self._open_on(text, place))
        text.pressed_elsewhere.connect(self.let_go)
        text.marks_gone.connect(self.see_marks)

    def open_near(self) -> None:
        """Open the note on the marked words at the caret or nearest before it, else on the first; it is focused."""
        found = self._nearest()
        if found is not None:
            self._open_on(*found)
            self.take_keyboard()

    def take_keyboard(self) -> None:
        """Give the keyboard to the note."""
        if self._open is not None:
            self._open.note.take_keyboard()

    def cross(self) -> None:
        """Go from the words to their note, or back."""
        if self._open is not None and self._has_keyboard():
            self._open.text.take_keyboard()
        else:
            self.take_keyboard()

    def close(self) -> None:
        """Close the note; if it had the keyboard, the caret has it again."""
        if self._open is None:
            return
        if self._has_keyboard():
            self._open.text.take_keyboard()
        note, text = self._open.note, self._open.text
        self._open = None
        text.tint(None)
        self._standing.drop()
        note.line.clear()
        note.hide()
        note.deleteLater()

    def let_go(self) -> None:
        """The person goes on in the page: the note closes, unless a kinder line is being written in it."""
        if self._open is not None and not self._open.note.has_line:
            self.close()

    def see_marks(self) -> None:
        """Where the words of the note are marked no more, it closes; where they are marked anew, it stays."""
        if self._open is None:
            return
        before, text = self._open.place, self._open.text
        now = next((each for each in text.marks.shown if (each.start, each.end) == (before.start, before.end)), None)
        if now is None or now.mark is None or now.mark.key != self._open.mark.key:
            self.close()
        elif now is not before:
            self._open.place = now
            text.tint(now)
            self._standing.follow(now)

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return self._open is not None and focused is not None and self._open.note.isAncestorOf(focused)

    def _nearest(self) -> tuple[MarkedText, MarkedPlace] | None:
        marked = [
            (number, section.text)
            for number, section in enumerate(self._column.sections)
            if section.text is not None and section.text.marks.shown
        ]
        for number, text in reversed(marked):
            caret = text.textCursor().position() if number == self._column.current else None
            if number <= self._column.current and (near := text.marks.near(caret)) is not None:
                return text, near
        return (marked[0][1], marked[0][1].marks.shown[0]) if marked else None

    def _open_on(self, text: MarkedText, place: MarkedPlace) -> None:
        if place.mark is None or (self._open is not None and self._open.place is place):
            return
        self.close()
        today = journal_day(self._surroundings.clock.now())
        note = PhraseNote(self._surroundings.theme, note_words(place.mark, today=today), parent=self._column.paper)
        self._open = _Open(note, text, place, place.mark, text.words_at(place))
        self._connect_note(self._open)
        text.tint(place)
        self._standing.show(note, text, place)

    def _connect_note(self, opened: _Open) -> None:
        note, mark, words = opened.note, opened.mark, opened.words
        note.closed.connect(self.close)
        note.kept.connect(lambda: self._close_and(lambda: self._decisions.keep(words, key=mark.key)))
        note.softened.connect(
            lambda line: self._close_and(lambda: self._decisions.soften(words, line, key=mark.key))
        )
        note.refused.connect(lambda: self._refuse(mark, words, section=mark.section))
        note.never_wanted.connect(lambda: self._refuse(mark, words, section=None))
        note.quiet_wanted.connect(self.quiet_wanted)
        note.page_wanted.connect(lambda: self._want_page(mark))

    def _close_and(self, choose: Callable[[], None]) -> None:
        self.close()
        choose()

    def _refuse(self, mark: Mark, words: str, *, section: UUID | None) -> None:
        """The dots go at once, wherever the answer holds; the journal is asked for nothing in their stead."""
        self.close()
        for each, text in self._column.texts:
            if section is None or section == each.section_id:
                text.drop_marks(frozenset({mark.key}))
        self._decisions.refuse(mark.key, words, section=section)

    def _want_page(self, mark: Mark) -> None:
        self.close()
        if mark.phrase is not None:
            self.phrase_wanted.emit(mark.phrase.id)
