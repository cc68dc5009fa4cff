"""The sentence that a page was opened at: in sight, the caret before it, tinted until the next key or click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from heartjournal.ui.editor.find_words import find_words
from heartjournal.ui.editor.marked_text import place_in
from heartjournal.ui.editor.until_touched import UntilTouched

if TYPE_CHECKING:
    from heartjournal.model.entry import Entry
    from heartjournal.ui.editor.marked_text import MarkedText
    from heartjournal.ui.editor.marked_words import MarkedPlace
    from heartjournal.ui.editor.page_column import PageColumn
    from heartjournal.ui.wanted import EntryWanted


class FoundWords(QObject):
    """The found words of one column."""

    def __init__(self, column: PageColumn) -> None:
        super().__init__(column)
        self._column = column
        self._text: MarkedText | None = None
        self._touch = UntilTouched(self.let_go, parent=self)

    def show(self, entry: Entry, at: EntryWanted) -> None:
        """Go to the words that are wanted; where they are not in the page any more, it stays as it was opened."""
        body = next((section.body for section in entry.sections if section.id == at.section), "")
        for place, section in enumerate(self._column.sections):
            if section.section_id == at.section and section.text is not None:
                words = section.text.words
                found = find_words(body, at.start, at.end, shown=words)
                if found is not None:
                    self._show_in(section.text, place_in(words, *found))
                    self._column.become_current(place)
                return

    def let_go(self) -> None:
        """Tint them no more."""
        self._touch.stop()
        text, self._text = self._text, None
        if text is not None:
            text.tint(None)

    def _show_in(self, text: MarkedText, place: MarkedPlace) -> None:
        self._text = text
        cursor = text.textCursor()
        cursor.setPosition(place.start)
        text.setTextCursor(cursor)
        text.take_keyboard()
        text.tint(place)
        self._touch.wait()
