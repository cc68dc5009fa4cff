"""Tells which of the design's shortcuts a pressed key is, for what is not bound in the whole window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from heartjournal.ui.theme import Theme


def is_pressed(theme: Theme, event: QKeyEvent, shortcut: str) -> bool:
    """Whether the key is this shortcut of tokens.json; the number pad's Enter counts as Return."""
    if event.text() and event.text().isprintable() and not event.modifiers():
        return False
    key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return theme.shortcut(shortcut) == QKeySequence(QKeyCombination(modifiers, key))
