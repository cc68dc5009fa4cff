"""Small forms for what a person keeps for hard evenings: somebody to reach, something that comforts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.model.identity import new_identity
from heartjournal.model.support import Comfort, Contact
from heartjournal.ui.translation import translate
from heartjournal.ui.widgets import Button, ButtonKind, Field

if TYPE_CHECKING:
    from collections.abc import Callable

    from heartjournal.model.clock import Clock
    from heartjournal.ui.theme import Theme


class Form(QWidget):
    """Fields one under another, Enter goes on, and a button that keeps what was written.

    Attributes:
        left: "Not now" was pressed, where it is offered.
    """

    left = Signal()

    def __init__(self, theme: Theme, fields: tuple[Field, ...], keep: str, *, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._fields = fields
        column = QVBoxLayout(self)
        across, down = theme.size("settingsRowPaddingX"), theme.size("settingsRowPaddingY")
        column.setContentsMargins(across, down, across, down)
        column.setSpacing(theme.space(3))
        for field, following in zip(fields, (*fields[1:], None), strict=True):
            column.addWidget(field)
            field.submitted.connect(self._next(following))
        self._keep = Button(theme, keep)
        self._keep.clicked.connect(self.submit)
        self._leave = Button(theme, self.tr("Not now"), kind=ButtonKind.QUIET)
        self._leave.clicked.connect(self.left)
        self._leave.hide()
        row = QHBoxLayout()
        row.addWidget(self._keep)
        row.addWidget(self._leave)
        row.addStretch(1)
        column.addLayout(row)

    def submit(self) -> None:
        """Keep what is written, if anything is."""
        raise NotImplementedError

    def put_aside(self) -> None:
        """Forget a change that was begun; what was written down anew stays for another time."""
        raise NotImplementedError

    def offer_leaving(self) -> None:
        """Show "Not now", where the form can be closed."""
        self._leave.show()

    def begin(self) -> None:
        """Put the caret into the first field."""
        self._fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Empty every field."""
        for field in self._fields:
            field.clear()

    def _next(self, following: Field | None) -> Callable[[], None]:
        if following is None:
            return self.submit
        return lambda: following.setFocus(Qt.FocusReason.TabFocusReason)


class ContactForm(Form):
    """Name, number and a note; a new contact, or one that is being changed.

    Attributes:
        kept: carries the `Contact` to be saved.
    """

    kept = Signal(object)

    def __init__(self, theme: Theme, clock: Clock, *, parent: QWidget | None = None) -> None:
        # `tr` has no self yet: the fields are needed before the widget they belong to is built.
        self._name = Field(theme, label=translate("forms", "Name"))
        self._number = Field(theme, label=translate("forms", "Number"))
        self._note = Field(theme, label=translate("forms", "A note, if it helps"))
        super().__init__(
            theme, (self._name, self._number, self._note), translate("forms", "Keep this number"), parent=parent
        )
        self._clock = clock
        self._changed: Contact | None = None

    def change(self, contact: Contact) -> None:
        """Show a contact to be changed."""
        self.put_back(contact)
        self.begin()

    def put_back(self, contact: Contact) -> None:
        """Show what could not be kept, to be kept another time."""
        self._changed = contact
        self._name.setText(contact.name)
        self._number.setText(contact.number)
        self._note.setText(contact.note)

    def put_aside(self) -> None:
        """Forget a change; a new number stays."""
        if self._changed is not None:
            self._changed = None
            self.clear()

    @property
    def half_written(self) -> Contact | None:
        """What stands in the fields and is not kept yet; None when nothing does."""
        name, number, note = self._written()
        if not (name or number or note):
            return None
        return replace(self._changed or self._new(), name=name, number=number, note=note)

    def submit(self) -> None:
        """Keep the contact; with neither name nor number there is nothing to keep."""
        name, number, note = self._written()
        if not name and not number:
            self.begin()
            return
        contact = self._changed or self._new()
        self._changed = None
        self.clear()
        self.kept.emit(replace(contact, name=name, number=number, note=note))

    def _written(self) -> tuple[str, str, str]:
        return self._name.text().strip(), self._number.text().strip(), self._note.text().strip()

    def _new(self) -> Contact:
        return Contact(new_identity(self._clock.now().instant), "", "")


class ComfortForm(Form):
    """One line in the person's own words.

    Attributes:
        kept: carries the `Comfort` to be saved.
    """

    kept = Signal(object)

    def __init__(self, theme: Theme, clock: Clock, *, parent: QWidget | None = None) -> None:
        self._words = Field(theme, label=translate("forms", "Something that helps"))
        super().__init__(theme, (self._words,), translate("forms", "Keep this"), parent=parent)
        self._clock = clock
        self._changed: Comfort | None = None

    def change(self, comfort: Comfort) -> None:
        """Show a comfort to be changed."""
        self.put_back(comfort)
        self.begin()

    def put_back(self, comfort: Comfort) -> None:
        """Show what could not be kept, to be kept another time."""
        self._changed = comfort
        self._words.setText(comfort.words)

    def put_aside(self) -> None:
        """Forget a change; new words stay."""
        if self._changed is not None:
            self._changed = None
            self.clear()

    def submit(self) -> None:
        """Keep it, if there are words."""
        words = self._words.text().strip()
        if not words:
            self.begin()
            return
        comfort = self._changed or Comfort(new_identity(self._clock.now().instant), "")
        self._changed = None
        self.clear()
        self.kept.emit(replace(comfort, words=words))
