"""The last row of a list that grows: its button opens a form in its place, and the form gives the place back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from heartjournal.ui.settings.row import Row
from heartjournal.ui.widgets import Button

if TYPE_CHECKING:
    from heartjournal.ui.settings.forms import Form
    from heartjournal.ui.theme import Theme


class Adding(QWidget):
    """Row or form; `heading` and `text` say what can be added, `name` is what the button is called in full."""

    def __init__(
        self, theme: Theme, form: Form, *, heading: str, text: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._form = form
        self._row = Row(theme, heading, text)
        self._add = Button(theme, self.tr("Add"), small=True, icon="plus")
        self._add.setAccessibleName(name)
        self._add.clicked.connect(self.open)
        self._row.add_control(self._add)
        form.offer_leaving()
        form.left.connect(self._leave)
        form.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)
        column.addWidget(form)

    def open(self) -> None:
        """Show the form, with the caret in it."""
        self._turn(is_open=True)
        self._form.begin()

    def close_form(self) -> None:
        """Show the row again; the keyboard goes to its button if it was in the form."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self._form.isAncestorOf(focused)
        self._turn(is_open=False)
        if had_focus:
            self._add.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reopen(self) -> None:
        """Show the form with what could not be kept; the caret comes only if nothing else was begun meanwhile."""
        had_focus = self._add.hasFocus()
        self._turn(is_open=True)
        if had_focus:
            self._form.begin()

    def _leave(self) -> None:
        self.close_form()
        self._form.put_aside()

    def _turn(self, *, is_open: bool) -> None:
        self._row.setVisible(not is_open)
        self._form.setVisible(is_open)
