"""The place where somebody was writing, remembered while something else is in front."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class PlaceOfWriting:
    """The field or text that had the keyboard; None when nothing was being written."""

    widget: QWidget | None

    @classmethod
    def present(cls) -> PlaceOfWriting:
        """Where somebody is writing now."""
        focused = QApplication.focusWidget()
        return cls(focused if isinstance(focused, QLineEdit | QTextEdit) else None)

    def give_back(self, *, within: QWidget) -> None:
        """Give it the keyboard, if it is still there and still part of this screen."""
        widget = self.widget
        if widget is not None and isValid(widget) and within.isAncestorOf(widget) and widget.isVisible():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
