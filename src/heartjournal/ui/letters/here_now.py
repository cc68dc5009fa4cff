"""The letter that came back today, on the warm card at the head of the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.ui.letters.words import day_words, title_words
from heartjournal.ui.widgets import Button, ButtonKind, IconLabel, LampCard, TextLabel

if TYPE_CHECKING:
    from datetime import date

    from heartjournal.model.letter import LetterLine
    from heartjournal.ui.theme import Theme


class HereNow(LampCard):
    """Shows one letter.

    Attributes:
        reading_wanted: Read it.
        evening_wanted: Another evening.
    """

    reading_wanted = Signal()
    evening_wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, bare=True, parent=parent)
        self._title = TextLabel(theme, style="reading", wrap=True)
        self._title.set_most_lines(1)
        self._detail = TextLabel(theme, style="small", role="ink2", wrap=True)
        self._detail.set_most_lines(1)
        self.read = Button(theme, self.tr("Read it"))
        self.read.clicked.connect(self.reading_wanted)
        another = Button(theme, self.tr("Another evening"), kind=ButtonKind.QUIET)
        another.clicked.connect(self.evening_wanted)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        row = QHBoxLayout(self)
        line = round(theme.stroke("hairline"))
        across, down = theme.size("letterRowPaddingX") + line, theme.size("letterRowPaddingY") + theme.space(1)
        row.setContentsMargins(across, down, across, down)
        row.setSpacing(theme.space(4))
        row.addWidget(IconLabel(theme, "mail-open", role="kindness", size=theme.size("iconLarge")))
        row.addLayout(words, 1)
        row.addWidget(another)
        row.addWidget(self.read)

    def show_letter(self, line: LetterLine, *, today: date) -> None:
        """Show the letter of the day."""
        self._title.setText(title_words(line, today=today))
        written = self.tr("Written {day}").format(day=day_words(line.written_on, today=today))
        self._detail.setText(f"{written} · {line.about}" if line.about else written)

    def take_focus(self) -> None:
        """Wait on Read it."""
        self.read.setFocus(Qt.FocusReason.ShortcutFocusReason)
