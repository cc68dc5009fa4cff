"""The note of a month on Today: which sentences came round, and the kinder lines that were written, in lamplight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.ui.counting import plural, quoted, times_words
from heartjournal.ui.widgets import Button, ButtonKind, Card, IconButton, IconLabel, Link, Menu, TextLabel
from heartjournal.ui.widgets.emptying import empty

if TYPE_CHECKING:
    from heartjournal.model.phrase import MonthNote
    from heartjournal.ui.theme import Theme

MOST_PHRASES, MOST_LINES = 4, 3
"""How many of a month's sentences and kinder lines the note has; the inner critic's room has them all."""
_MOST_HEIGHT = 2


class MonthNoteCard(Card):
    """Shows one note; without one it is not there.

    Attributes:
        read: Close was pressed: the note was read.
        unwanted: no month is to be looked back at any more.
        critic_wanted: the inner critic's room is to be shown.
    """

    read = Signal()
    unwanted = Signal()
    critic_wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, bare=True, parent=parent)
        self._title = TextLabel(theme, style="heading", wrap=True)
        self._options = IconButton(theme, "ellipsis", self.tr("Options of this note"), small=True)
        self._options.clicked.connect(self._open_menu)
        self._room = Link(theme, self.tr("To the inner critic’s room"))
        self._room.clicked.connect(self.critic_wanted)
        self._close = Button(theme, self.tr("Close"), kind=ButtonKind.QUIET, small=True)
        self._close.setAccessibleName(self.tr("Close this note"))
        self._close.clicked.connect(self.read)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(theme.space(4))
        self._lay_out()
        self.show_note(None)

    def show_note(self, note: MonthNote | None) -> None:
        """Show another note, or none at all; the words of the one before are gone."""
        empty(self._columns)
        self.setVisible(note is not None)
        self._title.setText(self._head(note) if note else "")
        if note is not None and note.phrases:
            self._columns.addWidget(self._sentences(note), stretch=1)
        if note is not None and note.kind_words:
            self._columns.addWidget(self._kinder_lines(note), stretch=1)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001  the one thing it says
        """Where there is little room the kinder lines stand below the sentences."""
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)

    def _head(self, note: MonthNote) -> str:
        return self.tr("Looking back at {month}").format(month=QLocale().standaloneMonthName(note.month.month))

    def _lay_out(self) -> None:
        theme = self._theme
        column = QVBoxLayout(self)
        side = theme.size("cardPadding")
        column.setContentsMargins(side, theme.space(4), side, theme.space(4))
        column.setSpacing(theme.space(2))
        head = QHBoxLayout()
        head.setSpacing(theme.space(2))
        head.addWidget(self._title, stretch=1)
        head.addWidget(self._options, alignment=Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(theme.space(4))
        foot.addWidget(self._room)
        foot.addStretch()
        foot.addWidget(self._close)
        column.addLayout(head)
        column.addLayout(self._columns)
        column.addLayout(foot)

    def _sentences(self, note: MonthNote) -> QWidget:
        widget, column = self._column()
        for words, times in note.phrases[:MOST_PHRASES]:
            said = self.tr("{words}, {times}").format(words=quoted(words), times=times_words(times))
            column.addWidget(self._line(said, role="ink2"))
        left = len(note.phrases) - MOST_PHRASES
        if left > 0:
            more = plural(left, self.tr("and one other"), self.tr("and {number} others"))
            column.addWidget(TextLabel(self._theme, more, style="small", role="ink3", wrap=True))
        column.addStretch()
        return widget

    def _kinder_lines(self, note: MonthNote) -> QWidget:
        widget, column = self._column()
        shown = note.kind_words[:MOST_LINES]
        for words in shown:
            lamp = IconLabel(self._theme, "lamp", role="kindness")
            beside_first_line = QVBoxLayout()
            beside_first_line.addSpacing((self._theme.line("excerpt") - lamp.sizeHint().height()) // 2)
            beside_first_line.addWidget(lamp)
            beside_first_line.addStretch()
            row = QHBoxLayout()
            row.setSpacing(self._theme.space(2))
            row.addLayout(beside_first_line)
            row.addWidget(self._line(words, role="kindness", italic=True), stretch=1)
            column.addLayout(row)
        left = len(note.kind_words) - len(shown)
        if left > 0:
            more = plural(left, self.tr("and one kinder line more"), self.tr("and {number} kinder lines more"))
            column.addWidget(TextLabel(self._theme, more, style="small", role="ink3", wrap=True))
        column.addStretch()
        return widget

    def _column(self) -> tuple[QWidget, QVBoxLayout]:
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(1))
        return widget, column

    def _line(self, words: str, *, role: str, italic: bool = False) -> TextLabel:
        label = TextLabel(self._theme, words, style="excerpt", role=role, wrap=True, italic=italic)
        label.set_most_lines(_MOST_HEIGHT)
        return label

    def _open_menu(self) -> None:
        menu = Menu(self._theme, parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.add(self.tr("Don’t show this each month"), icon="eye-off").triggered.connect(self.unwanted)
        menu.open_below(self._options)
