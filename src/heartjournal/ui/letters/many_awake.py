"""A quiet offer for a person with so many letters awake that they crowd each other: to let the old ones rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.model.letter import LetterState
from heartjournal.ui.counting import plural
from heartjournal.ui.widgets import Button, Card, TextLabel

if TYPE_CHECKING:
    from datetime import date

    from heartjournal.model.letter import LetterLine
    from heartjournal.ui.theme import Theme

OLD_DAYS = 28
"""A letter written longer ago than this, and read at least once, is one that may rest."""


@dataclass(frozen=True, slots=True)
class LettersChosen:
    """The letters that are to rest."""

    lines: tuple[LetterLine, ...]


class ManyAwake(QWidget):
    """Hidden unless there are letters that it can offer to let rest.

    Attributes:
        rest_wanted: carries the `LettersChosen`.
    """

    rest_wanted = Signal(LettersChosen)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._old: tuple[LetterLine, ...] = ()
        self._words = TextLabel(theme, role="ink2", wrap=True)
        rest = Button(theme, self.tr("Let them rest"), small=True)
        rest.clicked.connect(self._rest)
        card = Card(theme, bare=True)
        row = QHBoxLayout(card)
        across, down = theme.size("letterRowPaddingX"), theme.size("letterRowPaddingY")
        row.setContentsMargins(across, down, across, down)
        row.setSpacing(theme.space(4))
        row.addWidget(self._words, 1)
        row.addWidget(rest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.size("letterGroupAbove"), 0, 0)
        column.addWidget(card)
        self.hide()

    def show_lines(self, lines: tuple[LetterLine, ...], *, today: date) -> None:
        """Offer rest to the old ones among these letters; none hides the offer."""
        self._old = tuple(line for line in lines if _may_rest(line, today))
        one = self.tr(
            "So many letters are awake that some come late. One of them is older than four weeks and has been read; "
            "at rest it comes only if you ask."
        )
        many = self.tr(
            "So many letters are awake that some come late. Of them {number} are older than four weeks and have been "
            "read; at rest they come only if you ask."
        )
        self._words.setText(plural(len(self._old), one, many))
        self.setVisible(bool(self._old))

    def _rest(self) -> None:
        self.rest_wanted.emit(LettersChosen(self._old))


def _may_rest(line: LetterLine, today: date) -> bool:
    return line.state is LetterState.AWAKE and line.times_read > 0 and (today - line.written_on).days > OLD_DAYS
