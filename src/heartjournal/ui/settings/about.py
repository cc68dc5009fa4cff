"""About: what this is and is not, which version, where the files lie, and the sources in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartjournal import __version__, resources
from heartjournal.rendering import safe_html
from heartjournal.ui.settings.part import Parts
from heartjournal.ui.settings.row import Row, RowCard
from heartjournal.ui.widgets import GrowingBrowser

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from heartjournal.ui.surroundings import Surroundings


class About(Parts):
    """Reads and renders its text aside, the first time it is shown."""

    def __init__(self, surroundings: Surroundings, *, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(surroundings.theme, parent=parent)
        self._tasks = surroundings.tasks
        self._is_read = False
        self.add_heading(self.tr("HeartJournal"))
        card = RowCard(self._theme)
        card.add_row(Row(self._theme, self.tr("Version"), __version__))
        card.add_row(Row(self._theme, self.tr("Where your journal lies"), str(folder)))
        self.add(card)
        self.words = GrowingBrowser(self._theme, style="body")
        self.words.setAccessibleName(self.tr("About HeartJournal"))
        self.add(self.words, after=self._theme.space(5))
        self.end()

    def read(self) -> None:
        """Fetch the text, once."""
        if not self._is_read:
            self._is_read = True
            self._tasks.aside(lambda: safe_html(resources.about()), then=self.words.show_html, owner=self)
