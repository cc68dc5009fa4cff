"""A line to write a title on, without a box: the words stand on the paper as if they were printed there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from heartjournal.ui.widgets.themed import Themed

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme


class TitleLine(Themed, QLineEdit):
    """One line in the heading's type; its caret is its focus.

    Signals:
        edited: a person changed the words.
    """

    edited = Signal()

    def __init__(self, theme: "Theme", name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(lambda _words: self.edited.emit())
        self._follow(theme)

    def sizeHint(self) -> QSize:
        """As high as its line."""
        return QSize(super().sizeHint().width(), max(self._theme.line("heading"), self._theme.size("minTarget")))

    def _retheme(self) -> None:
        self.setFont(self._theme.font("heading"))
        # QLineEdit keeps two pixels of its own before the words.
        self.setTextMargins(-2, 0, 0, 0)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        palette.setColor(QPalette.ColorRole.Text, self._theme.color("ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, self._theme.color("ink3"))
        palette.setColor(QPalette.ColorRole.Highlight, self._theme.color("accent"))
        palette.setColor(QPalette.ColorRole.HighlightedText, self._theme.color("onAccent"))
        self.setPalette(palette)
        super()._retheme()
