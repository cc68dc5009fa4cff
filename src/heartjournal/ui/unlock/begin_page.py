"""The last page of First run: where the journal will lie, and what went wrong if it could not be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heartjournal.model.problems import JournalExists, KnownProblem
from heartjournal.ui.unlock.door_words import door_words
from heartjournal.ui.widgets import Button, Card, Note, NoticeBox, TextLabel

if TYPE_CHECKING:
    from pathlib import Path

    from heartjournal.ui.theme import Theme


class BeginPage(QWidget):
    """Says where the files will be. The button that makes them belongs to First run.

    Attributes:
        unlock_wanted: a journal is there already, and it is to be opened instead.
    """

    unlock_wanted = Signal()

    def __init__(self, theme: Theme, *, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._notice = NoticeBox(theme)
        self._notice.hide()
        self._open_it = Button(theme, self.tr("Open the journal that is here"))
        self._open_it.clicked.connect(self.unlock_wanted)
        self._open_it.hide()
        self._making = Note(theme, self.tr("Making your journal. This takes a moment."), icon="lamp", role="ink2")
        self._making.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(TextLabel(theme, self.tr("Begin"), style="display", wrap=True))
        introduction = self.tr("Your journal is made when you press Begin. Then the first page is yours.")
        column.addWidget(TextLabel(theme, introduction, role="ink2", wrap=True))
        column.addSpacing(theme.space(4))
        column.addWidget(self._card(folder))
        for part in (self._notice, self._open_it, self._making):
            column.addWidget(part)
        column.addStretch(1)

    def tell(self, problem: KnownProblem) -> None:
        """Show why the journal could not be made and what to do next."""
        self._notice.say(*door_words(problem))
        self._notice.show()
        self._open_it.setVisible(isinstance(problem, JournalExists))

    def set_making(self, is_making: bool) -> None:  # noqa: FBT001  a setter of one truth
        """Say that it is being made; what went wrong before is gone from the page then."""
        self._making.setVisible(is_making)
        if is_making:
            self._notice.hide()
            self._open_it.hide()

    def _card(self, folder: Path) -> Card:
        card = Card(self._theme)
        card.body.addWidget(TextLabel(self._theme, self.tr("Where it will lie"), style="label", wrap=True))
        card.body.addWidget(TextLabel(self._theme, str(folder), wrap=True))
        words = self.tr(
            "A few encrypted files in one folder. To take the journal elsewhere, close it and copy the folder whole."
        )
        card.body.addWidget(TextLabel(self._theme, words, style="small", role="ink2", wrap=True))
        return card
