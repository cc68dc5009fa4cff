"""The raised box that opens over a screen until Esc or a press outside closes it; what is in it is its child's."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from heartjournal.ui.widgets.painting import cut_corners, draw_box, painter_on
from heartjournal.ui.widgets.themed import Themed

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme


class Popover(Themed, QFrame):
    """Goes when it is closed. Whoever derives from it follows the theme last."""

    _theme: "Theme"

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the corners clear."""
        super().resizeEvent(event)
        cut_corners(self, radius=self._theme.radius("popover"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the raised box."""
        fill, line = self._theme.color("raised"), self._theme.color("control")
        draw_box(painter_on(self), self.rect(), radius=self._theme.radius("popover"), fill=fill, line=line)
