"""The ground of the room's pages: as high as the window leaves it, and no lower than what the page needs at least."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QSize

from heartjournal.ui.widgets import Ground

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QStackedWidget

    from heartjournal.ui.theme import Theme


class PagesGround(Ground):
    """Places its pages itself: a layout whose words break into lines would be scrolled at its full height."""

    def __init__(self, theme: Theme, pages: QStackedWidget) -> None:
        self._pages = pages
        self._margins = QMargins()
        super().__init__(theme)
        pages.setParent(self)
        pages.currentChanged.connect(lambda _index: self.updateGeometry())

    def set_margins(self, margins: QMargins) -> None:
        """Leave so much room around the pages."""
        self._margins = margins
        self._place()
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """A few lanes, or all of a form."""
        page = self._pages.currentWidget()
        if page is None:
            return QSize()
        margins = self._margins
        inside = self.width() - margins.left() - margins.right()
        least = page.heightForWidth(inside) if page.hasHeightForWidth() else self._theme.scaled("criticLeast")
        height = max(least, page.minimumSizeHint().height())
        return QSize(0, height + margins.top() + margins.bottom())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the pages all the room there is."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self._pages.setGeometry(self.rect().marginsRemoved(self._margins))
