"""What a screen reader is told without being asked, wherever the keyboard is."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def announce(widget: "QWidget", words: str) -> None:
    """Say something that has just appeared, at once; nothing for no words.

    An Alert would be ignored by the screen readers of Linux and answered with a sound on Windows.
    """
    if not words:
        return
    # The first screen has notices too, which say nothing there and need not pay for these.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415

    event = QAccessibleAnnouncementEvent(widget, words)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
