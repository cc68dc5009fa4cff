"""The card of people to reach, the plain word on danger, and the things that help."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from heartjournal.ui.settings.forms import ContactForm
from heartjournal.ui.widgets import Card, Link, NoticeBox, Separator, TextLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from heartjournal.journal import Journal
    from heartjournal.model.grounding import Grounding as Words
    from heartjournal.model.problems import KnownProblem
    from heartjournal.model.support import Comfort, Contact
    from heartjournal.ui.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class _Kept:
    """Both lists, read together."""

    contacts: tuple[Contact, ...] = field(repr=False)
    comforts: tuple[Comfort, ...] = field(repr=False)


def _read(journal: Journal) -> _Kept:
    return _Kept(journal.support.contacts(), journal.support.comforts())


class People(Card):
    """The person's own lists; an empty one offers its form at once. Locked, it says where the numbers are.

    Attributes:
        numbers_wanted: the lists are to be changed in Settings.
    """

    numbers_wanted = Signal()

    def __init__(self, surroundings: Surroundings, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(surroundings.theme, parent=parent)
        self._tasks = surroundings.tasks
        self._words = words
        theme = surroundings.theme
        self._introduction = TextLabel(theme, words.reach.locked, style="small", role="ink2", wrap=True)
        self._people = QVBoxLayout()
        self._people.setSpacing(theme.space(2))
        self.form = ContactForm(theme, surroundings.clock)
        self.form.kept.connect(self._keep)
        self._comforts = QVBoxLayout()
        self._comforts.setSpacing(theme.space(1))
        self._change = Link(theme, words.reach.change)
        self._change.clicked.connect(self.numbers_wanted)
        self.body.addWidget(TextLabel(theme, words.reach.heading, style="heading", wrap=True))
        self.body.addWidget(self._introduction)
        self.body.addLayout(self._people)
        self.body.addSpacing(theme.space(1))
        # Above the form, which is long: these words are in sight without scrolling.
        self.body.addWidget(NoticeBox(theme, heading=words.danger.heading, text=words.danger.text, icon=""))
        self.body.addWidget(self.form)
        self.body.addLayout(self._comforts)
        self.body.addWidget(self._change)
        self.form.hide()
        self._change.hide()

    def read(self) -> None:
        """Read both lists, if the journal is open."""
        if self._tasks.is_open:
            self._tasks.run(_read, then=self._show, owner=self, replaces="people")

    def _show(self, kept: _Kept) -> None:
        reach, theme = self._words.reach, self._theme
        _empty(self._people)
        _empty(self._comforts)
        self._introduction.setText(reach.introduction if kept.contacts else reach.none_yet)
        self.form.setVisible(not kept.contacts or self.form.half_written is not None)
        self._change.setVisible(bool(kept.contacts))
        for contact in kept.contacts:
            self._people.addWidget(Separator(theme))
            self._people.addWidget(TextLabel(theme, contact.name, style="label", wrap=True))
            if contact.number:
                self._people.addWidget(TextLabel(theme, contact.number, style="reading", wrap=True))
            if contact.note:
                self._people.addWidget(TextLabel(theme, contact.note, style="small", role="ink2", wrap=True))
        if kept.comforts:
            self._comforts.addWidget(Separator(theme))
            self._comforts.addWidget(TextLabel(theme, reach.comforts_heading, style="label", wrap=True))
        for comfort in kept.comforts:
            self._comforts.addWidget(TextLabel(theme, comfort.words, wrap=True))

    def _keep(self, contact: Contact) -> None:
        def not_kept(problem: KnownProblem) -> None:
            self.form.put_back(contact)
            self._tasks.troubled.emit(problem)

        self._tasks.run(
            lambda journal: journal.support.save_contact(contact),
            then=lambda _changes: self.read(),
            trouble=not_kept,
            owner=self,
        )


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
