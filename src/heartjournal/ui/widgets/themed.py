"""What every component shares: it follows the theme and lays out and paints itself again when that changes."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme

    _Base = QWidget
else:
    _Base = object


class Themed(_Base):
    """Mixed in before a QWidget class. `_follow` is called once, last in `__init__`."""

    _theme: "Theme"

    def _follow(self, theme: "Theme") -> None:
        self._theme = theme
        theme.changed.connect(self._retheme)
        self._retheme()

    def _retheme(self) -> None:
        """Take fonts and palette from the theme again; subclasses add to it and call on."""
        self.updateGeometry()
        self.update()


def retheme_moved(whole: QWidget) -> None:
    """Give all that is in a widget moved to another parent its fonts and palette again.

    Qt puts back those that its stylesheet had saved, which may be those from before the last change of the theme.
    """
    for part in whole.findChildren(QWidget):
        if isinstance(part, Themed):
            part._retheme()  # noqa: SLF001  the same module
