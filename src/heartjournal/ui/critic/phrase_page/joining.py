"""Asks which other phrase is the same as this one: those that may be come first."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from heartjournal.ui.counting import quoted
from heartjournal.ui.critic.folding_words import FoldingWords
from heartjournal.ui.critic.phrase_page.words import often_words
from heartjournal.ui.widgets import Button, ButtonKind, Card, SearchField, TextLabel
from heartjournal.ui.widgets.emptying import empty

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from heartjournal.model.phrase import PhraseLine
    from heartjournal.ui.theme import Theme

_FEW = 8
_SHOWN = 30


class Joining(Card):
    """Folded away until it is asked for; a search field comes with many phrases.

    Attributes:
        chosen: carries the id of the phrase that is to be one with this one.
        left: nothing is to be joined now.
    """

    chosen = Signal(UUID)
    left = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._near: tuple[PhraseLine, ...] = ()
        self._others: tuple[PhraseLine, ...] = ()
        self._today: date | None = None
        self._search = SearchField(theme, self.tr("Search your phrases"))
        self._search.textChanged.connect(lambda _words: self._list())
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.space(3))
        self._leave = Button(theme, self.tr("Not now"), kind=ButtonKind.QUIET, small=True)
        self._leave.clicked.connect(self.left)
        words = self.tr("The sentences of both are then shown together. Nothing is lost, and they can be taken apart.")
        self.body.addWidget(TextLabel(theme, self.tr("Which one is the same?"), style="heading", wrap=True))
        self.body.addWidget(TextLabel(theme, words, style="small", role="ink2", wrap=True))
        self.body.addWidget(self._search)
        self.body.addLayout(self._rows)
        self.body.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignLeft)

    def offer(self, lines: Iterable[PhraseLine], *, near: frozenset[UUID], today: date) -> None:
        """Show these phrases, with the keyboard on the first of them."""
        all_lines = tuple(lines)
        self._near = tuple(line for line in all_lines if line.phrase.id in near)
        self._others = tuple(line for line in all_lines if line.phrase.id not in near)
        self._today = today
        self._search.clear()
        self._search.setVisible(len(all_lines) > _FEW)
        self._list()
        self.show()
        first = self.findChild(FoldingWords)
        (first or self._leave).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear(self) -> None:
        """Drop every word and fold away."""
        self._near = self._others = ()
        self._search.clear()
        empty(self._rows)
        self.hide()

    def _list(self) -> None:
        empty(self._rows)
        wanted = self._search.text().casefold().strip()
        near, others = (
            [line for line in lines if wanted in line.phrase.words.casefold()] for lines in (self._near, self._others)
        )
        self._add(self.tr("These may be the same"), near)
        self._add(self.tr("Your other phrases") if near else "", others[:_SHOWN])
        if len(others) > _SHOWN:
            self._say(self.tr("There are more. A few letters above find them."))
        if not near and not others:
            self._say(self.tr("There is no other phrase to join with yet.") if not wanted else self.tr("None found."))

    def _add(self, heading: str, lines: list[PhraseLine]) -> None:
        if self._today is None or not lines:
            return
        if heading:
            self._rows.addWidget(TextLabel(self._theme, heading, style="small", role="ink2", strong=True, wrap=True))
        for line in lines:
            row = FoldingWords(self._theme, quoted(line.phrase.words), often_words(line, today=self._today))
            row.clicked.connect(lambda _on=False, phrase=line.phrase.id: self.chosen.emit(phrase))
            self._rows.addWidget(row)
            row.show()

    def _say(self, words: str) -> None:
        self._rows.addWidget(TextLabel(self._theme, words, role="ink2", wrap=True))
