"""The names of months or years over the lanes, and quietly how many pages there were; it stays while lanes scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from heartjournal.ui.critic.timeline.words import figures, ground_words
from heartjournal.ui.widgets import Themed
from heartjournal.ui.widgets.painting import painter_on

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from heartjournal.ui.critic.timeline.lanes import Lanes
    from heartjournal.ui.theme import Theme


class Head(Themed, QWidget):
    """Lays time out as the lanes below it do."""

    def __init__(self, theme: Theme, lanes: Lanes, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._has_ground = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        lanes.laid_out.connect(self._renew)
        self._follow(theme)

    @property
    def has_ground(self) -> bool:
        """Whether the pages are shown."""
        return self._has_ground

    def set_ground_shown(self, shown: bool) -> None:  # noqa: FBT001  a setter of one truth
        """Show how many pages there were, or do not."""
        self._has_ground = shown
        self._renew()

    def sizeHint(self) -> QSize:
        """One line of names, and the ground below it."""
        return QSize(self._lanes.sizeHint().width(), self._lanes.canvas.head(ground=self._has_ground))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the names where the lanes have their verticals."""
        self._lanes.canvas.paint_head(painter_on(self), ground=self._has_ground)

    def _renew(self) -> None:
        self.setAccessibleName(ground_words() if self._has_ground else self.tr("The months of the timeline"))
        pages = figures(sum(self._lanes.canvas.pages))
        self.setAccessibleDescription(pages if self._has_ground else "")
        self.updateGeometry()
        self.update()
