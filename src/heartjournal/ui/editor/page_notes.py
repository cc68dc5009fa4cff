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
from heartjournal.ui.phrases.line_at_work import LineAtWork
from heartjournal.ui.problem_words import problem_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from heartjournal.model.phrase import Mark
    from heartjournal.model.problems import KnownProblem
    from heartjournal.ui.editor.marked_text import MarkedText
    from heartjournal.ui.editor.marked_words import MarkedPlace
    from heartjournal.ui.editor.page_column import PageColumn
    from heartjournal.ui.phrases.decisions import Decisions
    from heartjournal.ui.surroundings import Surroundings


@dataclass(slots=True, eq=False)
class _Open:
    """The note that is open, the line in it, and the words it is about, as they stood in their section."""

    note: PhraseNote
    line: LineAtWork = field(repr=False)
    text: MarkedText
    place: MarkedPlace
    mark: Mark
    words: str = field(repr=False)


class PageNotes(QObject):
    """Opens notes on the marks of a column; what is chosen in them goes to `decisions`.

    However a note is left, a kinder line in it is kept before the note closes; only Esc and a refusal drop it.

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
            self._open_on(*found, then=self.take_keyboard)

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

    def save_now(self, then: Callable[[], None] = lambda: None, otherwise: Callable[[], None] = lambda: None) -> None:
        """Keep the line in the note, which then closes, and go on; `otherwise` where it stays, which the note says."""
        opened = self._open
        if opened is None:
            then()
            return

        def stay() -> None:
            # Whoever could not leave is to see why.
            if self._open is opened:
                self._column.ensureWidgetVisible(opened.note.line, 0, self._surroundings.theme.space(5))
            otherwise()

        opened.line.save_now(then, stay)

    def close(self, then: Callable[[], None] = lambda: None) -> None:
        """Close the note, once a line in it is kept, and go on; where it can't be kept, the note stays and says so."""
        opened = self._open

        def shut() -> None:
            if self._open is opened:
                self._shut()
            then()

        if opened is None:
            then()
        else:
            opened.line.save_now(shut)

    def step_back(self) -> None:
        """What Esc does: fold a line that is begun, else close without it."""
        if self._open is not None:
            self._open.note.step_back()

    def drop(self) -> None:
        """Close the note without the line in it."""
        if self._open is not None:
            self._open.line.drop()
            self._shut()

    def end(self) -> None:
        """The page goes, and the note with it at once; a line that nobody has waited for is still kept."""
        if self._open is not None:
            self._open.line.part()
            self._shut()

    def _shut(self) -> None:
        """Take the note away; if it had the keyboard, the caret has it again."""
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
            # Where a line can't be kept, its note stays where it is, whatever becomes of the words.
            text.tint(None)
            self._standing.stay()
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

    def _open_on(self, text: MarkedText, place: MarkedPlace, *, then: Callable[[], None] = lambda: None) -> None:
        """Open the note on a place, if it is not open, and go on; a line in another note is kept before."""
        if self._open is not None and self._open.place is place:
            then()
        elif self._open is not None and self._open.line.has_unsaved:
            self.save_now(lambda: self._open_anew(text, place, then=then))
        else:
            self._shut()
            self._make_note(text, place)
            then()

    def _open_anew(self, text: MarkedText, before: MarkedPlace, *, then: Callable[[], None]) -> None:
        """Open the note on a place that may have been marked anew while a line was kept."""
        found = (each for each in text.marks.shown if (each.start, each.end) == (before.start, before.end))
        if (place := next(found, None)) is not None:
            self._open_on(text, place, then=then)

    def _make_note(self, text: MarkedText, place: MarkedPlace) -> None:
        if place.mark is None:
            return
        today = journal_day(self._surroundings.clock.now())
        note = PhraseNote(self._surroundings.theme, note_words(place.mark, today=today), parent=self._column.paper)
        words = text.words_at(place)
        line = LineAtWork(
            self._decisions,
            words,
            key=place.mark.key,
            written=note.line.text,
            kept=self._shut,
            troubled=lambda problem: self._say_trouble(note, problem),
        )
        self._open = _Open(note, line, text, place, place.mark, words)
        self._connect_note(self._open)
        text.tint(place)
        self._standing.show(note, text, place)

    def _connect_note(self, opened: _Open) -> None:
        note, mark, words = opened.note, opened.mark, opened.words
        note.closed.connect(self.drop)
        note.kept.connect(lambda: self._keep(opened))
        note.softened.connect(lambda _line: self.save_now())
        note.refused.connect(lambda: self._refuse(mark, words, section=mark.section))
        note.never_wanted.connect(lambda: self._refuse(mark, words, section=None))
        note.quiet_wanted.connect(self.quiet_wanted)
        note.page_wanted.connect(lambda: self._want_page(mark))

    def _keep(self, opened: _Open) -> None:
        """Keep the sentence; a line that is begun keeps it, too."""
        if opened.line.has_unsaved:
            self.save_now()
        else:
            self._shut()
            self._decisions.keep(opened.words, key=opened.mark.key)

    def _say_trouble(self, note: PhraseNote, problem: KnownProblem) -> None:
        if self._open is not None and self._open.note is note:
            note.say_trouble(problem_line(problem))

    def _refuse(self, mark: Mark, words: str, *, section: UUID | None) -> None:
        """The dots go at once, wherever the answer holds; the journal is asked for nothing in their stead."""
        self.drop()
        for each, text in self._column.texts:
            if section is None or section == each.section_id:
                text.drop_marks(frozenset({mark.key}))
        self._decisions.refuse(mark.key, words, section=section)

    def _want_page(self, mark: Mark) -> None:
        phrase = mark.phrase
        if phrase is not None:
            self.close(lambda: self.phrase_wanted.emit(phrase.id))
