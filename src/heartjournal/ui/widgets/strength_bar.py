"""Four short bars that say how hard a passphrase would be to guess; dusk only, never red."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from heartjournal.ui.widgets.painting import draw_box, painter_on
from heartjournal.ui.widgets.themed import Themed

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme

BARS = 4


class StrengthBar(Themed, QWidget):
    """`strength` bars of four are filled. The words beside it carry the meaning."""

    def __init__(self, theme: "Theme", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strength = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._follow(theme)

    @property
    def strength(self) -> int:
        """How many bars are filled, 0 to 4."""
        return self._strength

    def set_strength(self, strength: int) -> None:
        """Fill 0 to 4 bars."""
        self._strength = max(0, min(BARS, strength))
        self.setAccessibleName(self.tr("Strength {filled} of {all}").format(filled=self._strength, all=BARS))
        self.update()

    def sizeHint(self) -> QSize:
        """Four bars and their gaps."""
        step = self._theme.size("strengthWidth") + self._theme.size("strengthGap")
        return QSize(BARS * step - self._theme.size("strengthGap"), self._theme.size("strengthHeight"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars."""
        painter = painter_on(self)
        width, height = self._theme.size("strengthWidth"), self._theme.size("strengthHeight")
        for index in range(BARS):
            box = QRect(index * (width + self._theme.size("strengthGap")), (self.height() - height) // 2, width, height)
            role = "accent" if index < self._strength else "hairline"
            draw_box(painter, box, radius=height / 2, fill=self._theme.color(role))
