"""The way out shown more plainly above the bottom bar, with the person's own people first; it asks and says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heartjournal import resources
from heartjournal.ui.widgets import Button, Ground, Separator, TextLabel
from heartjournal.ui.widgets.emptying import empty

if TYPE_CHECKING:
    from heartjournal.model.support import Contact
    from heartjournal.ui.editor.page_critic import WaysOut
    from heartjournal.ui.theme import Theme

MOST_PEOPLE = 2


class WaysOutBar(Ground):
    """A quiet row that comes and goes with what is written. With nobody kept, it leads to the form for the first.

    Attributes:
        too_much: the way to grounding was taken, where numbers are shown and written down.
    """

    too_much = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "paper", parent=parent)
        self._theme = theme
        self._row = QHBoxLayout()
        padding, above = theme.size("barPadding"), theme.space(2)
        self._row.setContentsMargins(padding, above, padding, above)
        self._row.setSpacing(theme.space(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Separator(theme))
        column.addLayout(self._row)
        self._shown: WaysOut | None = None
        self.hide()

    def show_ways(self, ways: WaysOut | None) -> None:
        """Show these people, or with None nothing at all."""
        if ways == self._shown:
            return
        self._shown = ways
        empty(self._row)
        if ways is not None:
            self._fill(ways.contacts[:MOST_PEOPLE])
        self.setVisible(ways is not None)

    def _fill(self, contacts: tuple[Contact, ...]) -> None:
        for contact in contacts:
            self._row.addWidget(self._person(contact), 1)
        words = self.tr("Too much right now")
        if not contacts:
            said = resources.grounding()
            self._row.addWidget(self._lines(said.danger.heading, said.danger.text, style="small"), 1)
            words = said.reach.add
        button = Button(self._theme, words, small=True, icon="anchor")
        button.clicked.connect(self.too_much)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _person(self, contact: Contact) -> QWidget:
        return self._lines(contact.name, contact.number or contact.note, style="body")

    def _lines(self, first: str, second: str, *, style: str) -> QWidget:
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(TextLabel(self._theme, first, style=style, strong=True, wrap=True))
        if second:
            column.addWidget(TextLabel(self._theme, second, style=style, role="ink2", wrap=True))
        return place
