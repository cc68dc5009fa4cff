"""Words of a phrase that are written where they stand: on the card, without a box and without a button to save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette

from heartjournal.ui.editor.writing_text import WritingText

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from heartjournal.ui.critic.phrase_page.keeping import Part, PhraseKeeping
    from heartjournal.ui.theme import Theme

_ENDING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
# A menu, and another window, give the keyboard back.
_RETURNING = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})


class KeptText(WritingText):
    """Shows one part of a phrase wherever it is shown, and gives what is typed to the `PhraseKeeping`.

    `is_line` is for words on one line: Enter ends them. The caret is its focus.

    Attributes:
        ended: Enter was pressed on a line, or the keyboard has left it.
    """

    ended = Signal()

    def __init__(
        self,
        theme: Theme,
        keeping: PhraseKeeping,
        place: Part | UUID | None = None,
        *,
        name: str,
        placeholder: str = "",
        style: str = "excerpt",
        is_line: bool = False,
    ) -> None:
        self._invitation = ""
        super().__init__(theme, style=style)
        self._keeping = keeping
        self._place = place
        self._is_line = is_line
        self.setAccessibleName(name)
        # Not Qt's own placeholder, of which only the first line is drawn.
        self._invitation = placeholder
        self.setAccessibleDescription(placeholder)
        self._grow(self.document().size())
        self.written.connect(self._give)
        keeping.changed.connect(self._take)
        if place is not None:
            self.show_place(place)

    def show_place(self, place: Part | UUID) -> None:
        """Be the words of another part, or of another kinder line."""
        self._place = place
        self.show_words(self._keeping.words(place))

    def let_go(self) -> None:
        """Drop the words, their undo, and whose they were."""
        self._place = None
        self.forget()
        self.document().setUndoRedoEnabled(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is said in an empty text breaks its lines, too."""
        super().resizeEvent(event)
        self._grow(self.document().size())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, or what an empty text says."""
        if self._invitation and self.document().isEmpty():
            painter = QPainter(self.viewport())
            painter.setFont(self.font())
            painter.setPen(self._theme.color("ink3"))
            painter.drawText(self.viewport().rect(), Qt.TextFlag.TextWordWrap, self._invitation)
            painter.end()
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends a line."""
        if self._is_line and event.key() in _ENDING:
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was written is kept as soon as the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        self._keeping.save_now()
        if event.reason() not in _RETURNING:
            if self._place is not None:
                self._keeping.let_go(self._place)
            self.ended.emit()

    def _give(self) -> None:
        if self._place is not None:
            self._keeping.write(self._place, self.words)

    def _take(self, place: Part | UUID) -> None:
        if place == self._place and self.words != self._keeping.words(place):
            self.show_words(self._keeping.words(place))

    def _grow(self, size: QSizeF) -> None:
        super()._grow(QSizeF(size.width(), max(size.height(), self._invitation_height())))

    def _invitation_height(self) -> int:
        """What an empty text says is shown whole."""
        if not self._invitation or not self.document().isEmpty():
            return 0
        place = QRect(0, 0, max(1, self.viewport().width()), self._theme.size("unbounded"))
        return self.fontMetrics().boundingRect(place, Qt.TextFlag.TextWordWrap, self._invitation).height()

    def _take_theme(self) -> None:
        super()._take_theme()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        self.setPalette(palette)
