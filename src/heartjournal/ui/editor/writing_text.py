"""The place where a person writes: Markdown source in the reading face, growing with its text, never scrolling."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QRect, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from heartjournal.ui.editor.document_text import restored, show_text, text_of
from heartjournal.ui.editor.keys import is_pressed
from heartjournal.ui.editor.markdown_highlighter import MarkdownHighlighter

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme

_CARET_WIDTH = 2


class WritingText(QTextEdit):
    """One text of a page, in a type style. What it was given comes back to the byte as long as nobody writes in it.

    Attributes:
        written: the person changed the text.
        caret_moved: the caret is somewhere else, or the text around it has grown.
        left_upward, left_downward: Up on the first line, Down on the last; carries the caret's x in pixels.
    """

    written = Signal()
    caret_moved = Signal()
    left_upward = Signal(int)
    left_downward = Signal(int)

    def __init__(self, theme: Theme, text: str = "", *, style: str = "reading", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._style = style
        self._original = ""
        self._is_shown_only = False
        self._read: tuple[int, str] = (-1, "")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursorWidth(_CARET_WIDTH)
        self.document().setDocumentMargin(0)
        self._highlighter = MarkdownHighlighter(self.document(), theme)
        self._take_theme()
        self.show_words(text)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.document().contentsChange.connect(self._notice_writing)
        self.cursorPositionChanged.connect(self.caret_moved)
        theme.changed.connect(self._follow_theme)
        self._grow(self.document().size())

    def show_words(self, text: str) -> None:
        """Show a text as it is kept; nothing before it can be brought back by Undo."""
        self._original = text
        self._is_shown_only = True
        show_text(self.document(), text, self._line_format())
        self._read = (self.document().revision(), text)
        self._is_shown_only = False

    @property
    def words(self) -> str:
        """The text as it is to be kept."""
        revision = self.document().revision()
        if self._read[0] != revision:
            self._read = (revision, restored(self._original, text_of(self.document())))
        return self._read[1]

    def forget(self) -> None:
        """Drop the text and its undo, as when the page is closed; the X11 selection is the page's to drop."""
        self._is_shown_only = True
        self._original, self._read = "", (-1, "")
        self.document().setUndoRedoEnabled(False)
        self.document().clear()

    def put_caret(self, *, at_end: bool) -> None:
        """Give the text the keyboard, with the caret at its end or its start."""
        self.moveCursor(QTextCursor.MoveOperation.End if at_end else QTextCursor.MoveOperation.Start)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Take the keyboard with the caret where it is."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.caret_moved.emit()

    def enter_from_above(self, x: int) -> None:
        """Take the caret over from the text above, on the first line."""
        self._enter(QPoint(x, 1))

    def enter_from_below(self, x: int) -> None:
        """Take the caret over from the text below, on the last line."""
        self._enter(QPoint(x, self.viewport().height() - 1))

    def insert_words(self, words: str) -> None:
        """Write words at the caret as if typed, set off by a space from what stands before them."""
        cursor = self.textCursor()
        before = self.document().characterAt(cursor.position() - 1) if cursor.position() else "\n"
        gap = "" if before.isspace() or before in "\u2028\u2029\0" else " "
        cursor.insertText(gap + words)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def caret_rect(self) -> QRect:
        """Where the caret's line is, in this widget's pixels."""
        return self.cursorRect().translated(self.viewport().pos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cross into the neighbouring text, mark words, or let Qt type."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() == Qt.Key.Key_Up and not self._can_move(QTextCursor.MoveOperation.Up):
            self.left_upward.emit(self.cursorRect().x())
        elif plain and event.key() == Qt.Key.Key_Down and not self._can_move(QTextCursor.MoveOperation.Down):
            self.left_downward.emit(self.cursorRect().x())
        elif is_pressed(self._theme, event, "text.bold"):
            self._mark_words("**")
        elif is_pressed(self._theme, event, "text.italic"):
            self._mark_words("*")
        elif event.matches(QKeySequence.StandardKey.InsertParagraphSeparator):
            # Qt answers Return in an empty paragraph by taking its format, here the line height, away.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste and drop bring plain text only."""
        if source.hasText():
            self.textCursor().insertText(source.text())
            self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Only text can be dropped or pasted."""
        return source.hasText()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy and drag give plain text, no-break spaces included."""
        copied = QMimeData()
        copied.setText(text_of_selection(self.textCursor()))
        return copied

    def _enter(self, point: QPoint) -> None:
        self.setTextCursor(self.cursorForPosition(point))
        self.take_keyboard()

    def _can_move(self, operation: QTextCursor.MoveOperation) -> bool:
        return self.textCursor().movePosition(operation)

    def _mark_words(self, mark: str) -> None:
        """Put marks around what is selected, or around the caret."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        cursor.beginEditBlock()
        cursor.setPosition(end)
        cursor.insertText(mark)
        cursor.setPosition(start)
        cursor.insertText(mark)
        cursor.endEditBlock()
        cursor.setPosition(start + len(mark))
        cursor.setPosition(end + len(mark), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _notice_writing(self, _position: int, removed: int, added: int) -> None:
        # Styling reports as many characters removed as added; so does writing over a word, hence the look.
        if self._is_shown_only:
            return
        before = self._read[1]
        if removed != added or self.words != before:
            self.written.emit()

    def _grow(self, size: QSizeF) -> None:
        height = max(ceil(size.height()), self._theme.line(self._style))
        # Not the present height: a layout may have given that by chance, and then asks for Qt's own size again.
        if not self.minimumHeight() == height == self.maximumHeight():
            self.setFixedHeight(height)
            self.caret_moved.emit()

    def _line_format(self) -> QTextBlockFormat:
        line = QTextBlockFormat()
        line.setLineHeight(self._theme.line(self._style), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return line

    def _take_theme(self) -> None:
        self.setFont(self._theme.font(self._style))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.color("paper"))
        palette.setColor(QPalette.ColorRole.Text, self._theme.color("ink"))
        self.setPalette(palette)
        self.setMinimumHeight(self._theme.line(self._style))

    def _follow_theme(self) -> None:
        self._take_theme()
        self._highlighter.take_colours()
        line = self._line_format()
        if self.textCursor().blockFormat().lineHeight() != line.lineHeight():
            self._set_lines(line)

    def _set_lines(self, line: QTextBlockFormat) -> None:
        self._is_shown_only = True
        cursor = QTextCursor(self.document())
        cursor.joinPreviousEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(line)
        cursor.endEditBlock()
        self._is_shown_only = False
        self._grow(self.document().size())


def text_of_selection(cursor: QTextCursor) -> str:
    """The selected text with newlines for Qt's separators."""
    return cursor.selectedText().replace("\u2029", "\n").replace("\u2028", "\n")
