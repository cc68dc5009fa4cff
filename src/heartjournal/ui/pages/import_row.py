"""One file of an import as a quiet row: the day and the beginning of the page it would be, or why it stays away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from heartjournal.model.entry import opening_of
from heartjournal.model.importing import ImportOutcome
from heartjournal.ui.dates import short_day
from heartjournal.ui.problem_words import reason_words
from heartjournal.ui.widgets import Note, Separator, TextLabel

if TYPE_CHECKING:
    from datetime import date

    from heartjournal.model.importing import ImportLine
    from heartjournal.ui.theme import Theme


class ImportRow(QWidget):
    """Day and file name above, the first words of the page below; a refused file has its name and the reason."""

    def __init__(self, theme: Theme, line: ImportLine, *, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        head = QHBoxLayout()
        head.setSpacing(theme.space(4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        column.addLayout(head)
        if line.draft is None:
            head.addWidget(self._one_line(line.name, style="small", role="ink2", strong=True))
            column.addWidget(Note(theme, reason_words(line.reason), icon="info", role="notice"))
        else:
            day = short_day(line.draft.day, today=today)
            head.addWidget(TextLabel(theme, day, style="small", role="ink2", strong=True))
            if line.outcome is ImportOutcome.ALREADY_HERE:
                head.addWidget(TextLabel(theme, self.tr("already here"), style="small", role="ink3"))
            name = self._one_line(line.name, style="small", role="ink3")
            name.setAlignment(Qt.AlignmentFlag.AlignRight)
            head.addWidget(name, 1)
            words = line.draft.title or opening_of(line.draft.sections)
            column.addWidget(self._one_line(words, style="excerpt"))
        column.addSpacing(theme.space(2))
        column.addWidget(Separator(theme))

    def _one_line(self, words: str, *, style: str, role: str = "ink", strong: bool = False) -> TextLabel:
        label = TextLabel(self._theme, words, style=style, role=role, strong=strong, wrap=True)
        label.set_most_lines(1)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, label.sizePolicy().verticalPolicy())
        return label
