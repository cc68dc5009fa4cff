"""One section of a page as it is read: its tag, its feelings, and its words, of which some can be shown and chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QTextEdit, QVBoxLayout, QWidget

from heartjournal.ui.editor.find_words import find_words
from heartjournal.ui.editor.positions import to_units
from heartjournal.ui.editor.writing_text import text_of_selection
from heartjournal.ui.practices import part_tag
from heartjournal.ui.widgets import GrowingBrowser, TextLabel

if TYPE_CHECKING:
    from uuid import UUID

    from heartjournal.model.practice_run import Part
    from heartjournal.ui.theme import Theme


class ReadingSection(QWidget):
    """Tag beside the words, or above them in a narrow pane. A free page has no tag.

    Attributes:
        phrase_chosen: the selected words are one of the person's own sentences; asked for in the context menu.
    """

    phrase_chosen = Signal()

    def __init__(self, theme: Theme, part: Part, html: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._part = part
        self._lit: QTextCursor | None = None
        tag, prompt_text = part_tag(theme, part), part.section.prompt_text
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        padding = theme.size("sectionPadding")
        self._row.setContentsMargins(0, padding, 0, padding)
        self._row.setSpacing(theme.size("sectionGap"))
        self._margin = QWidget()
        beside = QVBoxLayout(self._margin)
        beside.setContentsMargins(0, 0, 0, 0)
        if tag is not None:
            beside.addWidget(tag)
        beside.addStretch()
        self._row.addWidget(self._margin)
        self._margin.setVisible(tag is not None)
        words = QVBoxLayout()
        words.setSpacing(theme.space(1))
        if prompt_text:
            words.addWidget(TextLabel(theme, prompt_text, style="small", role="ink3", wrap=True))
        browser = self._browser = GrowingBrowser(theme)
        browser.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        browser.customContextMenuRequested.connect(self._open_menu)
        browser.setAccessibleName(tag.accessibleName() if tag else prompt_text or self.tr("Page"))
        browser.show_html(html)
        words.addWidget(browser)
        words.addStretch()
        self._row.addLayout(words, stretch=1)
        browser.setVisible(bool(html))
        if part.section.feelings and not html:
            # The page's own line names all of its feelings; here are those that are the whole answer.
            named = ", ".join(part.section.feelings)
            words.insertWidget(words.indexOf(browser), TextLabel(theme, named, style="reading", italic=True, wrap=True))

    @property
    def section_id(self) -> UUID:
        """Which section this is."""
        return self._part.section.id

    @property
    def selected(self) -> str:
        """The words that are selected, on one line."""
        return " ".join(text_of_selection(self._browser.textCursor()).split())

    def light(self, start: int, end: int) -> bool:
        """Tint the words from `start` to before `end` of the section as it is kept; whether they are here."""
        shown = self._browser.toPlainText()
        found = find_words(self._part.section.body, start, end, shown=shown)
        if found is None:
            return False
        cursor = QTextCursor(self._browser.document())
        cursor.setPosition(to_units(shown, found[0]))
        cursor.setPosition(to_units(shown, found[1]), QTextCursor.MoveMode.KeepAnchor)
        tinted = QTextEdit.ExtraSelection()
        tinted.cursor, tinted.format = cursor, QTextCharFormat()
        tinted.format.setBackground(self._theme.color("criticTint"))
        self._browser.setExtraSelections([tinted])
        self._lit = cursor
        return True

    def unlight(self) -> None:
        """Tint nothing."""
        self._lit = None
        self._browser.setExtraSelections([])

    @property
    def lit_line(self) -> QRect:
        """Where the first line of the tinted words is, in this widget's pixels."""
        if self._lit is None:
            return QRect()
        start = QTextCursor(self._lit)
        start.setPosition(self._lit.selectionStart())
        corner = self._browser.viewport().mapTo(self, QPoint())
        return self._browser.cursorRect(start).translated(corner)

    def _open_menu(self, at: QPoint) -> None:
        menu = self._browser.createStandardContextMenu(at)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.selected:
            menu.addSeparator()
            menu.addAction(self.tr("This is one of mine")).triggered.connect(self.phrase_chosen)
        menu.popup(self._browser.viewport().mapToGlobal(at))

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001  the one thing it says
        """Put the tag above the words when there is no room beside them."""
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)
        tag = self._theme.scaled("sectionTag")
        self._margin.setMinimumWidth(0 if narrow else tag)
        self._margin.setMaximumWidth(self._theme.size("unbounded") if narrow else tag)
        self._row.setSpacing(self._theme.space(2) if narrow else self._theme.size("sectionGap"))
