"""Numbers I can call, and what helps: the person's own lists, kept encrypted, shown on the way out."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from heartjournal.ui.settings.adding import Adding
from heartjournal.ui.settings.forms import ComfortForm, ContactForm
from heartjournal.ui.settings.part import Parts
from heartjournal.ui.settings.row import Row, RowCard
from heartjournal.ui.widgets import Button, ButtonKind, IconButton, Note

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from heartjournal.journal import Journal
    from heartjournal.model.changes import Changes
    from heartjournal.model.problems import KnownProblem
    from heartjournal.model.support import Comfort, Contact
    from heartjournal.ui.surroundings import Surroundings
    from heartjournal.ui.widgets import PassingNotice


@dataclass(frozen=True, slots=True)
class _Kept:
    """Both lists, read together."""

    contacts: tuple[Contact, ...] = field(repr=False)
    comforts: tuple[Comfort, ...] = field(repr=False)


def _read(journal: Journal) -> _Kept:
    return _Kept(journal.support.contacts(), journal.support.comforts())


class Numbers(Parts):
    """Two cards: each row can be changed and taken away, with undo; the last row of each adds one.

    `notice` says what was done. It belongs to the room, since this column may be longer than what is seen of it.
    """

    def __init__(self, surroundings: Surroundings, notice: PassingNotice, *, parent: QWidget | None = None) -> None:
        super().__init__(surroundings.theme, parent=parent)
        self._tasks = surroundings.tasks
        self._contacts = RowCard(self._theme)
        self._comforts = RowCard(self._theme)
        self.contact_form = ContactForm(self._theme, surroundings.clock)
        self.comfort_form = ComfortForm(self._theme, surroundings.clock)
        self._notice = notice
        self._kept = _Kept((), ())
        self.contact_form.kept.connect(self._keep_written_contact)
        self.comfort_form.kept.connect(self._keep_written_comfort)
        self.add_heading(self.tr("Numbers I can call"))
        self._adding_contact = Adding(
            self._theme,
            self.contact_form,
            heading=self.tr("Write down a number"),
            text=self.tr("Somebody to reach on a hard evening."),
            name=self.tr("Add a number"),
        )
        self._contacts.end_with(self._adding_contact)
        self.add(self._contacts)
        self.add_heading(self.tr("Things that help"))
        self._adding_comfort = Adding(
            self._theme,
            self.comfort_form,
            heading=self.tr("Write down something that helps"),
            text=self.tr("A blanket counts, so does a walk round the block."),
            name=self.tr("Add something that helps"),
        )
        self._comforts.end_with(self._adding_comfort)
        self.add(self._comforts)
        words = self.tr("Kept encrypted with your pages, and shown when you choose “Too much right now”.")
        self.add(Note(self._theme, words, icon="shield-check"), after=self._theme.space(4))
        self.end()

    def read(self) -> None:
        """Read both lists anew."""
        self._tasks.run(_read, then=self._show, owner=self, replaces="numbers")

    def begin(self) -> None:
        """Put the caret where a number is written down."""
        self._adding_contact.open()

    def _change_contact(self, contact: Contact) -> None:
        self._adding_contact.open()
        self.contact_form.change(contact)

    def _change_comfort(self, comfort: Comfort) -> None:
        self._adding_comfort.open()
        self.comfort_form.change(comfort)

    def _show(self, kept: _Kept) -> None:
        self._kept = kept
        self._contacts.clear()
        for contact in kept.contacts:
            said = " · ".join(part for part in (contact.number, contact.note) if part)
            change = partial(self._change_contact, contact)
            take = partial(self._take_contact, contact)
            self._contacts.add_row(self._row(contact.name or contact.number, said, change, take))
        self._comforts.clear()
        for comfort in kept.comforts:
            change = partial(self._change_comfort, comfort)
            take = partial(self._take_comfort, comfort)
            self._comforts.add_row(self._row(comfort.words, "", change, take))

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

    def _keep_written_contact(self, contact: Contact) -> None:
        def not_kept(problem: KnownProblem) -> None:
            self.contact_form.put_back(contact)
            self._adding_contact.reopen()
            self._tasks.troubled.emit(problem)

        self._adding_contact.close_form()
        former = next((each for each in self._kept.contacts if each.id == contact.id), contact)
        undo = partial(self._keep_contact, former) if former != contact else None
        self._do(
            lambda journal: journal.support.save_contact(contact),
            said=self.tr("The number is changed."),
            undo=undo,
            trouble=not_kept,
        )

    def _keep_written_comfort(self, comfort: Comfort) -> None:
        def not_kept(problem: KnownProblem) -> None:
            self.comfort_form.put_back(comfort)
            self._adding_comfort.reopen()
            self._tasks.troubled.emit(problem)

        self._adding_comfort.close_form()
        former = next((each for each in self._kept.comforts if each.id == comfort.id), comfort)
        undo = partial(self._keep_comfort, former) if former != comfort else None
        self._do(
            lambda journal: journal.support.save_comfort(comfort),
            said=self.tr("It is changed."),
            undo=undo,
            trouble=not_kept,
        )

    def _keep_contact(self, contact: Contact) -> None:
        self._do(lambda journal: journal.support.save_contact(contact))

    def _keep_comfort(self, comfort: Comfort) -> None:
        self._do(lambda journal: journal.support.save_comfort(comfort))

    def _take_contact(self, contact: Contact) -> None:
        self._do(
            lambda journal: journal.support.remove_contact(contact.id),
            said=self.tr("The number is taken away."),
            undo=partial(self._keep_contact, contact),
        )

    def _take_comfort(self, comfort: Comfort) -> None:
        self._do(
            lambda journal: journal.support.remove_comfort(comfort.id),
            said=self.tr("It is taken away."),
            undo=partial(self._keep_comfort, comfort),
        )

    def _do(
        self,
        work: Callable[[Journal], Changes],
        *,
        said: str = "",
        undo: Callable[[], None] | None = None,
        trouble: Callable[[KnownProblem], None] | None = None,
    ) -> None:
        """Change the journal; once that is durable the lists are read anew and what can be undone is said."""

        def done(_changes: Changes) -> None:
            self.read()
            if undo is not None:
                self._notice.show_words(said, undo=undo)

        self._tasks.run(work, then=done, trouble=trouble, owner=self)
