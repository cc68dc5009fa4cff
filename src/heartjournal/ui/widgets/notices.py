"""Notices: a box that stays where it is needed, and a passing one with Undo inside."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.ui.widgets.announcement import announce
from heartjournal.ui.widgets.buttons import Button, ButtonKind
from heartjournal.ui.widgets.labels import IconLabel, TextLabel
from heartjournal.ui.widgets.painting import draw_box, painter_on
from heartjournal.ui.widgets.themed import Themed

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme

STAYS_MILLISECONDS = 8000
OFFER_STAYS_MILLISECONDS = 20_000


class NoticeBox(Themed, QFrame):
    """Something that needs attention: what is so in the heading, what to do in the text. Never red."""

    def __init__(
        self,
        theme: "Theme",
        *,
        heading: str = "",
        text: str = "",
        icon: str = "info",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._heading = TextLabel(theme, heading, style="label", role="notice", wrap=True)
        self._text = TextLabel(theme, text, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._heading)
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        side, above = theme.size("noticePadding"), theme.size("noticePaddingY")
        row.setContentsMargins(side, above, side, above)
        row.setSpacing(theme.space(2))
        if icon:
            picture = IconLabel(theme, icon, role="notice")
            picture.setContentsMargins(0, 0, 0, 0)
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.say(heading, text)
        self._follow(theme)

    def say(self, heading: str, text: str = "") -> None:
        """Change the words; a screen reader says them as soon as they are to be seen."""
        self._heading.setText(heading)
        self._heading.setVisible(bool(heading))
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.updateGeometry()
        if self.isVisible():
            announce(self, self.words())

    def showEvent(self, event: QShowEvent) -> None:
        """Let a screen reader say what has appeared."""
        super().showEvent(event)
        if not event.spontaneous():
            announce(self, self.words())

    def words(self) -> str:
        """Both, as one would read them."""
        return f"{self._heading.text()} {self._text.text()}".strip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tint."""
        fill = self._theme.color("noticeTint")
        draw_box(painter_on(self), self.rect(), radius=self._theme.radius("control"), fill=fill)


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be taken or left: the words of the two buttons, and what each does."""

    take_words: str
    take: Callable[[], None]
    leave_words: str
    leave: Callable[[], None]


class PassingNotice(Themed, QFrame):
    """Says what was done at the bottom of its parent for eight seconds, longer while hovered or focused.

    An offer stays for twenty seconds; gone by itself it was neither taken nor left.

    Signals:
        undone: Undo was pressed; the notice is gone.
        passed: it went by itself.
    """

    undone = Signal()
    passed = Signal()

    def __init__(self, theme: "Theme", *, stays: int = STAYS_MILLISECONDS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._undo: Callable[[], None] | None = None
        self._offer: Offer | None = None
        self._stays = stays
        self._text = TextLabel(theme, wrap=True)
        self._button = Button(theme, self.tr("Undo"), kind=ButtonKind.QUIET, small=True, icon="undo-2")
        self._button.clicked.connect(self._undo_now)
        self._take = Button(theme, "", small=True)
        self._take.clicked.connect(self._take_now)
        self._leave = Button(theme, "", kind=ButtonKind.QUIET, small=True)
        self._leave.clicked.connect(self.leave_offer)
        for button in (self._button, self._take, self._leave):
            button.installEventFilter(self)
        row = QHBoxLayout(self)
        line, above = round(theme.stroke("control")), theme.size("passingPaddingY")
        row.setContentsMargins(theme.space(4) + line, above + line, theme.space(2) + line, above + line)
        row.setSpacing(theme.space(4))
        row.addWidget(self._text, 1)
        for button in (self._button, self._take, self._leave):
            row.addWidget(button)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(stays)
        self._clock.timeout.connect(self._pass)
        self.hide()
        if parent is not None:
            parent.installEventFilter(self)
        self._follow(theme)

    def show_words(self, text: str, *, undo: Callable[[], None] | None = None) -> None:
        """Show the words and begin the eight seconds; `undo` is called if Undo is pressed."""
        self._undo, self._offer = undo, None
        self._appear(text, stays=self._stays)

    def show_offer(self, text: str, offer: Offer) -> None:
        """Show an offer beside the words."""
        self._undo, self._offer = None, offer
        self._take.setText(offer.take_words)
        self._leave.setText(offer.leave_words)
        self._appear(text, stays=OFFER_STAYS_MILLISECONDS)

    def leave_offer(self) -> bool:
        """Say no to the offer that is shown; whether there was one."""
        offer, self._offer = self._offer, None
        if offer is None or self.isHidden():
            return False
        self.hide()
        offer.leave()
        return True

    def text(self) -> str:
        """The words."""
        return self._text.text()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while hovered."""
        super().enterEvent(event)
        self._clock.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Eight seconds from now."""
        super().leaveEvent(event)
        self._go_on()

    def hideEvent(self, event: QHideEvent) -> None:
        """No clock runs for what cannot be seen."""
        super().hideEvent(event)
        self._clock.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the bottom of the parent; stay while Undo has the focus."""
        if watched in self._buttons and event.type() == QEvent.Type.FocusIn:
            self._clock.stop()
        elif watched in self._buttons and event.type() == QEvent.Type.FocusOut:
            self._go_on()
        elif watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the raised box."""
        fill, line = self._theme.color("raised"), self._theme.color("control")
        draw_box(painter_on(self), self.rect(), radius=self._theme.radius("popover"), fill=fill, line=line)

    @property
    def _buttons(self) -> tuple[Button, ...]:
        return self._button, self._take, self._leave

    def _appear(self, text: str, *, stays: int) -> None:
        self._text.setText(text)
        self._button.setVisible(self._undo is not None)
        self._take.setVisible(self._offer is not None)
        self._leave.setVisible(self._offer is not None)
        self._place()
        self.show()
        self.raise_()
        self._clock.start(stays)
        announce(self, text)

    def _take_now(self) -> None:
        offer, self._offer = self._offer, None
        self.hide()
        if offer is not None:
            offer.take()

    def _go_on(self) -> None:
        if self.isVisible() and not self.underMouse() and not any(button.hasFocus() for button in self._buttons):
            self._clock.start()

    def _undo_now(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()
        self.undone.emit()

    def _pass(self) -> None:
        self._undo = self._offer = None
        self.hide()
        self.passed.emit()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        # One line where there is room for it, else as many as it takes.
        words = self._text.fontMetrics().horizontalAdvance(self._text.text()) + self._theme.space(1)
        beside = self.sizeHint().width() - self._text.sizeHint().width()
        width = min(words + beside, parent.width() - 2 * self._theme.space(6))
        height = max(self.sizeHint().height(), self.heightForWidth(width))
        top = parent.height() - height - self._theme.space(6)
        self.setGeometry((parent.width() - width) // 2, top, width, height)
