"""Where the note on a sentence stands: in the margin beside its line and joined to it, or under the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame

from heartjournal.ui.editor.caret_area import once
from heartjournal.ui.widgets import Themed
from heartjournal.ui.widgets.painting import painter_on

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from heartjournal.ui.editor.marked_text import MarkedText
    from heartjournal.ui.editor.marked_words import MarkedPlace
    from heartjournal.ui.editor.page_column import PageColumn
    from heartjournal.ui.editor.phrase_note import PhraseNote
    from heartjournal.ui.theme import Theme

_MOVING = frozenset({QEvent.Type.LayoutRequest, QEvent.Type.Resize})


class NotePlace(QObject):
    """Keeps one note where its words are while the page around it changes."""

    def __init__(self, theme: Theme, column: PageColumn) -> None:
        super().__init__(column)
        self._theme = theme
        self._column = column
        self._note: PhraseNote | None = None
        self._text: MarkedText | None = None
        self._place: MarkedPlace | None = None
        self._hairline = _Hairline(theme, parent=column.paper)
        self._hairline.hide()
        self._again = once(self, 0, self._stand)
        column.paper.installEventFilter(self)

    def show(self, note: PhraseNote, text: MarkedText, place: MarkedPlace) -> None:
        """Let a note stand at words of a text, in sight."""
        self._note, self._text, self._place = note, text, place
        note.setParent(self._column.paper)
        self._stand()
        note.show()
        note.raise_()
        self._column.ensureWidgetVisible(note, 0, self._theme.space(2))
        # Where both have no room, the words are in sight, and the note goes on below.
        line = text.pieces(place)[-1].box.toAlignedRect().translated(text.mapTo(self._column.paper, QPoint()))
        self._column.ensureVisible(0, line.center().y(), 0, line.height())

    def follow(self, place: MarkedPlace) -> None:
        """The same words are marked anew."""
        self._place = place

    def stay(self) -> None:
        """The words are gone; the note stays where it is."""
        self._place = None

    def drop(self) -> None:
        """Let go of it."""
        self._note = self._text = self._place = None
        self._hairline.hide()
        self._again.stop()
        self._column.paper.setMinimumHeight(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What stands above the note may have grown."""
        if self._note is not None and event.type() in _MOVING:
            self._again.start()
        return super().eventFilter(watched, event)

    def _stand(self) -> None:
        note, text, place = self._note, self._text, self._place
        if note is None or text is None or place is None:
            return
        if (layout := self._column.paper.layout()) is not None:
            layout.activate()
        pieces = text.pieces(place)
        if not pieces:
            return
        corner = text.mapTo(self._column.paper, QPoint())
        lines = [piece.box.toAlignedRect().translated(corner) for piece in pieces]
        words = QRect(corner, text.size())
        room = self._column.width() - self._column.side - words.right() - 1
        if self._is_beside(room):
            self._stand_beside(note, lines[0], words=words, room=room)
        else:
            self._stand_under(note, lines[-1], words=words)
        # A height of its own stands in for that of the words, which may go on far below the note.
        under_note = note.geometry().bottom() + self._theme.space(5)
        self._column.paper.setMinimumHeight(max(under_note, self._column.paper.minimumSizeHint().height()))

    def _is_beside(self, room: int) -> bool:
        theme = self._theme
        wide = self._column.window().width() >= theme.breakpoint("marginNotes")
        return wide and room >= theme.size("phraseNoteGapLeast") + theme.scaled("phraseNoteLeast")

    def _stand_beside(self, note: PhraseNote, line: QRect, *, words: QRect, room: int) -> None:
        theme = self._theme
        gap = max(theme.size("phraseNoteGapLeast"), min(theme.size("phraseNoteGap"), room - theme.size("phraseNote")))
        width = min(theme.scaled("phraseNote"), room - gap)
        middle, left = line.center().y(), words.right() + 1 + gap
        top = max(theme.space(1), middle - theme.size("phraseNoteDrop"))
        note.setFixedSize(width, note.height_at(width))
        note.move(left, top)
        start = words.right() + 1 + theme.size("phraseNoteLine")
        self._hairline.setGeometry(start, middle, left - start, round(theme.stroke("hairline")))
        self._hairline.show()

    def _stand_under(self, note: PhraseNote, line: QRect, *, words: QRect) -> None:
        theme = self._theme
        width = min(theme.scaled("phraseNote"), words.width())
        left = min(max(words.left(), line.center().x() - width // 2), words.right() + 1 - width)
        note.setFixedSize(width, note.height_at(width))
        note.move(left, line.bottom() + theme.space(2))
        self._hairline.hide()


class _Hairline(Themed, QFrame):
    """The line from the words to their note."""

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._follow(theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        painter_on(self).fillRect(event.rect(), self._theme.color("control"))
