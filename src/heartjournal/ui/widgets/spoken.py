"""What a screen reader finds in a control that paints its choices itself."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPaintEvent
from PySide6.QtWidgets import QGroupBox, QRadioButton, QWidget


class SpokenChoice(QRadioButton):
    """One of the painted choices: not drawn, without pointer or keyboard, and pressed by a reader (`clicked`)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw nothing: the control has."""

    def hitButton(self, position: QPoint) -> bool:
        """All of it."""
        return self.rect().contains(position)

    def is_now(self, words: str, place: QRect, *, chosen: bool) -> None:
        """Take what it is called, where it is painted, and whether it is the one that is on."""
        self.setAccessibleName(words)
        self.setGeometry(place)
        self._turn(chosen)
        self.show()

    def _turn(self, on: bool) -> None:  # noqa: FBT001  a setter of one truth
        """Exclusive buttons are what Qt calls radio buttons, and they refuse that none of them is on."""
        if self.isChecked() != on:
            self.setAutoExclusive(False)
            self.setChecked(on)
            self.setAutoExclusive(True)


class SpokenGroup(QGroupBox):
    """A named group that draws no frame; its choices are `SpokenChoice`s laid where it paints them."""

    def tell_current(self, choice: QWidget) -> None:
        """Let a screen reader say the choice that the keyboard has come to."""
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(choice, QAccessible.Event.Focus))
