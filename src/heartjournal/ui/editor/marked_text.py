"""The text of a page in which sentences may be marked: dots under them, a tint while one is looked at.

The marks are painted, never written: no format, no undo step and no revision of the document comes from them.
"""

from __future__ import annotations

import re
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QTextCursor

from heartjournal.ui.editor.document_text import as_shown
from heartjournal.ui.editor.mark_painting import Dots, draw_tint, is_near, pieces_of
from heartjournal.ui.editor.marked_words import MarkedPlace, MarkedWords
from heartjournal.ui.editor.positions import to_units
from heartjournal.ui.editor.writing_text import WritingText, text_of_selection

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from heartjournal.model.phrase import Mark
    from heartjournal.ui.editor.mark_painting import LinePiece
    from heartjournal.ui.theme import Theme

    Draw = Callable[[QPainter, Theme, list[LinePiece]], None]

_FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_IN_WORDS = frozenset("'’")


class MarkedText(WritingText):
    """A `WritingText` with marks. What it paints follows `marks`, which move along with the writing.

    Attributes:
        marks_gone: writing touched marked words, which are not marked any more.
        mark_pressed: carries the `MarkedPlace` whose words were clicked.
        pressed_elsewhere: clicked where no marked words are.
        phrase_chosen: the selected words are one of the person's own sentences; asked for in the context menu.
    """

    marks_gone = Signal()
    mark_pressed = Signal(MarkedPlace)
    pressed_elsewhere = Signal()
    phrase_chosen = Signal()

    def __init__(self, theme: Theme, text: str = "", *, parent: QWidget | None = None) -> None:
        # Made before the text, which is shown while that is made.
        self.marks = MarkedWords()
        self._tinted: MarkedPlace | None = None
        self._dots = Dots()
        self.keeps_phrases = False
        super().__init__(theme, text, parent=parent)
        self.cursorPositionChanged.connect(self._see_caret)

    # marks

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Mark these words of the text as it stands now; in a word that the caret stands in only once it has left."""
        body, word = self.words, self._word_at_caret()
        places = []
        for mark in marks:
            if not 0 <= mark.start < mark.end <= len(body):
                continue
            place = place_in(body, mark.start, mark.end, mark)
            place.waits = place.overlaps(*word) and not self._was_shown(place)
            places.append(place)
        self.marks.put(places)
        self._tell_marks()
        self.viewport().update()

    def drop_marks(self, keys: frozenset[str]) -> None:
        """Mark the wordings of these keys no more."""
        if self.marks.take_out(keys):
            self._tell_marks()
            self.viewport().update()

    def tint(self, place: MarkedPlace | None) -> None:
        """Tint these words, and no others; None for none."""
        self._tinted = place
        self.viewport().update()

    def pieces(self, place: MarkedPlace) -> list[LinePiece]:
        """Where words stand, line by line, in this widget's pixels."""
        moved = QPointF(self.viewport().pos())
        return [
            piece._replace(box=piece.box.translated(moved), baseline=piece.baseline + moved.y())
            for piece in pieces_of(self.document(), place.start, place.end, both_ways=place.both_ways)
        ]

    def words_at(self, place: MarkedPlace) -> str:
        """The words themselves, on one line."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        return " ".join(text_of_selection(cursor).split())

    # what Qt calls

    def show_words(self, text: str) -> None:
        """Show a text as it is kept, with no word of it marked."""
        super().show_words(text)
        self._unmark()

    def forget(self) -> None:
        """Drop the text, its undo and its marks."""
        super().forget()
        self._unmark()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tint, the words over it, and the dots."""
        if self._tinted is not None:
            self._paint(draw_tint, [self._tinted], event)
        super().paintEvent(event)
        if self.marks:
            self._paint(self._dots.draw, self.marks.shown, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell what was clicked; words that were selected by the mouse were not."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        place = self._marked_at(event.position().toPoint())
        if place is None:
            self.pressed_elsewhere.emit()
        else:
            self.mark_pressed.emit(place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's own menu, and with words selected the way to keep them as one's own."""
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.keeps_phrases and self.textCursor().hasSelection():
            menu.addSeparator()
            menu.addAction(self.tr("This is one of mine")).triggered.connect(self.phrase_chosen)
        menu.popup(event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The caret has left the word."""
        super().focusOutEvent(event)
        self._see_caret()

    # inside

    def _notice_writing(self, position: int, removed: int, added: int) -> None:
        if not self._is_shown_only and self.marks and self.marks.edit(position, removed=removed, added=added):
            self._tell_marks()
            self.viewport().update()
            self.marks_gone.emit()
        super()._notice_writing(position, removed, added)

    def _see_caret(self) -> None:
        waiting = [place for place in self.marks if place.waits]
        if not waiting:
            return
        word = self._word_at_caret()
        for place in waiting:
            place.waits = place.overlaps(*word)
        self._tell_marks()
        self.viewport().update()

    def _was_shown(self, place: MarkedPlace) -> bool:
        return any((shown.start, shown.end) == (place.start, place.end) for shown in self.marks.shown)

    def _word_at_caret(self) -> tuple[int, int]:
        """The word that the caret stands in or right behind, in units; an empty stretch where there is none."""
        caret = self.textCursor().position()
        if not self.hasFocus() or not self._is_in_word(caret - 1):
            return caret, caret
        start, end = caret - 1, caret
        while self._is_in_word(start - 1):
            start -= 1
        while self._is_in_word(end):
            end += 1
        return start, end

    def _is_in_word(self, unit: int) -> bool:
        character = self.document().characterAt(unit) if unit >= 0 else " "
        return character.isalnum() or character in _IN_WORDS

    def _tell_marks(self) -> None:
        """Dots are not heard: who listens to the screen learns of them from the text's description."""
        keys = self._theme.shortcut_words("phrase.note")
        said = self.tr("A sentence is underlined. {keys} opens its note.").format(keys=keys) if self.marks.shown else ""
        if self.accessibleDescription() != said:
            self.setAccessibleDescription(said)

    def _marked_at(self, point: QPoint) -> MarkedPlace | None:
        for place in self.marks.shown:
            if any(piece.box.adjusted(0, 0, 0, self._overhang()).contains(point) for piece in self.pieces(place)):
                return place
        return None

    def _paint(self, draw: Draw, places: list[MarkedPlace], event: QPaintEvent) -> None:
        """Paint what reaches into the part that is painted anew; a key paints a line or two."""
        # What hangs over the line above may reach in from there.
        document, box = self.document(), event.rect().adjusted(0, -self._overhang(), 0, 0)
        near = [place for place in places if is_near(document, place.start, place.end, box=box)]
        if not near:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect())
        for place in near:
            pieces = pieces_of(document, place.start, place.end, both_ways=place.both_ways)
            draw(painter, self._theme, [piece for piece in pieces if piece.box.intersects(box)])
        painter.end()

    def _unmark(self) -> None:
        self.marks.put(())
        self._tell_marks()
        self._tinted = None

    def _grow(self, size: QSizeF) -> None:
        """The dots of the last line need a little room below it."""
        super()._grow(QSizeF(size.width(), ceil(size.height()) + self._overhang()))

    def _overhang(self) -> int:
        return self._theme.scaled("phraseOverhang")


def place_in(body: str, start: int, end: int, mark: Mark | None = None) -> MarkedPlace:
    """Words of a text as it is kept, in code points, in a document that shows it."""
    place = MarkedPlace(_units_of(body, start), _units_of(body, end), mark)
    place.both_ways = not body.isascii() and _FROM_RIGHT.search(body) is not None
    return place


def _units_of(body: str, code_point: int) -> int:
    """Where a place in a text as it is kept stands in a document that shows it."""
    before = as_shown(body[:code_point])
    return to_units(before, len(before))
