"""The one place where an address leaves the program: it asks in plain words, then hands it to the desktop."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.ui.widgets.buttons import Button, ButtonKind
from heartjournal.ui.widgets.labels import TextLabel
from heartjournal.ui.widgets.painting import painter_on
from heartjournal.ui.widgets.themed import Themed

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme

_IN_BROWSER = frozenset({"http", "https"})
_BY_MAIL = "mailto"
_ADDRESS_LINES = 3


def can_be_opened(address: QUrl) -> bool:
    """Whether this may be handed to the desktop: a page of the web or a letter by mail, and nothing else."""
    return address.isValid() and address.scheme() in {*_IN_BROWSER, _BY_MAIL}


class LinkQuestion(Themed, QDialog):
    """A dialog before what is read, with the keyboard on the way that opens nothing, which Esc takes too.

    To be made for an address that `can_be_opened`, and asked with `open`; goes when closed.
    """

    def __init__(self, theme: "Theme", address: QUrl, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("HeartJournal")
        self._address = address
        self._question = TextLabel(theme, self._words(), wrap=True)
        self._shown = TextLabel(theme, address.toDisplayString(), style="small", role="ink2", wrap=True)
        self._shown.set_most_lines(_ADDRESS_LINES)
        self._open = Button(theme, self.tr("Open it"), small=True)
        self._stay = Button(theme, self.tr("Stay here"), kind=ButtonKind.QUIET, small=True)
        self._open.clicked.connect(self._hand_over)
        self._stay.clicked.connect(self.reject)
        self._stay.setDefault(True)
        self._stay.setFocus(Qt.FocusReason.PopupFocusReason)
        self.setAccessibleName(self._words())
        self._lay_out(theme)
        self._follow(theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill."""
        painter_on(self).fillRect(event.rect(), self._theme.color("raised"))

    def _words(self) -> str:
        if self._address.scheme() == _BY_MAIL:
            return self.tr("This opens a new letter in your mail program. HeartJournal itself never goes online.")
        return self.tr("This opens a page in your browser. HeartJournal itself never goes online.")

    def _hand_over(self) -> None:
        if QDesktopServices.openUrl(self._address):
            self.accept()
            return
        self._question.setText(self.tr("Nothing on this computer could open it. This is the address:"))
        self._open.hide()
        self._stay.setFocus(Qt.FocusReason.OtherFocusReason)
        self.adjustSize()

    def _lay_out(self, theme: "Theme") -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(2))
        buttons.addWidget(self._open)
        buttons.addWidget(self._stay)
        buttons.addStretch()
        column = QVBoxLayout(self)
        padding = theme.space(4)
        column.setContentsMargins(padding, padding, padding, padding)
        column.setSpacing(theme.space(2))
        column.addWidget(self._question)
        column.addWidget(self._shown)
        column.addLayout(buttons)
