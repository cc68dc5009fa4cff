"""Numbers I can call, and what helps: the person's own lists, kept encrypted, shown on the way out."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from heartjournal.ui.settings.forms import ComfortForm, ContactForm
from heartjournal.ui.settings.part import Parts
from heartjournal.ui.settings.row import Row, RowCard
from heartjournal.ui.widgets import Button, ButtonKind, IconButton, Note, PassingNotice

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from heartjournal.journal import Journal
    from heartjournal.model.changes import Changes
    from heartjournal.model.support import Comfort, Contact
    from heartjournal.ui.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class _Kept:
    """Both lists, read together."""

    contacts: tuple[Contact, ...] = field(repr=False)
    comforts: tuple[Comfort, ...] = field(repr=False)


def _read(journal: Journal) -> _Kept:
    return _Kept(journal.support.contacts(), journal.support.comforts())


class Numbers(Parts):
    """Two cards: each row can be changed and taken away, with undo; an empty form waits at the end of each."""

    def __init__(self, surroundings: Surroundings, *, parent: QWidget | None = None) -> None:
        super().__init__(surroundings.theme, parent=parent)
        self._tasks = surroundings.tasks
        self._contacts = RowCard(self._theme)
        self._comforts = RowCard(self._theme)
        self.contact_form = ContactForm(self._theme, surroundings.clock)
        self.comfort_form = ComfortForm(self._theme, surroundings.clock)
        self._notice = PassingNotice(self._theme, parent=self)
        self.contact_form.kept.connect(self._keep_contact)
        self.comfort_form.kept.connect(self._keep_comfort)
        self.add_heading(self.tr("Numbers I can call"))
        self.add(self._contacts)
        self.add(self.contact_form, after=self._theme.space(2))
        self.add_heading(self.tr("Things that help"))
        self.add(self._comforts)
        self.add(self.comfort_form, after=self._theme.space(2))
        words = self.tr("Kept encrypted with your pages, and shown when you choose “Too much right now”.")
        self.add(Note(self._theme, words, icon="shield-check"), after=self._theme.space(4))
        self.end()

    def read(self) -> None:
        """Read both lists anew."""
        self._tasks.run(_read, then=self._show, owner=self, replaces="numbers")

    def begin(self) -> None:
        """Put the caret where a number is written down."""
        self.contact_form.begin()

    def _show(self, kept: _Kept) -> None:
        self._contacts.clear()
        for contact in kept.contacts:
            said = " · ".join(part for part in (contact.number, contact.note) if part)
            change = partial(self.contact_form.change, contact)
            self._contacts.add_row(self._row(contact.name or contact.number, said, change, self._taking(contact)))
        self._contacts.setVisible(bool(kept.contacts))
        self._comforts.clear()
        for comfort in kept.comforts:
            change = partial(self.comfort_form.change, comfort)
            self._comforts.add_row(self._row(comfort.words, "", change, self._taking_comfort(comfort)))
        self._comforts.setVisible(bool(kept.comforts))

    def _row(self, heading: str, text: str, change: Callable[[], None], take: Callable[[], None]) -> Row:
        row = Row(self._theme, heading, text)
        changing = Button(self._theme, self.tr("Change"), small=True)
        changing.setAccessibleName(self.tr("Change %1").replace("%1", heading))
        changing.clicked.connect(lambda _checked: change())
        taking = IconButton(
            self._theme, "trash-2", self.tr("Take away %1").replace("%1", heading), kind=ButtonKind.QUIET, small=True
        )
        taking.clicked.connect(lambda _checked: take())
        row.add_control(changing)
        row.add_control(taking)
        return row

    def _keep_contact(self, contact: Contact) -> None:
        self._do(lambda journal: journal.support.save_contact(contact))

    def _keep_comfort(self, comfort: Comfort) -> None:
        self._do(lambda journal: journal.support.save_comfort(comfort))

    def _taking(self, contact: Contact) -> Callable[[], None]:
        def take() -> None:
            self._do(lambda journal: journal.support.remove_contact(contact.id))
            self._notice.show_words(self.tr("The number is taken away."), undo=lambda: self._keep_contact(contact))

        return take

    def _taking_comfort(self, comfort: Comfort) -> Callable[[], None]:
        def take() -> None:
            self._do(lambda journal: journal.support.remove_comfort(comfort.id))
            self._notice.show_words(self.tr("It is taken away."), undo=lambda: self._keep_comfort(comfort))

        return take

    def _do(self, work: Callable[[Journal], Changes]) -> None:
        self._tasks.run(work, then=lambda _changes: self.read(), owner=self)
