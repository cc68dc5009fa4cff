"""Listens to the page while the hand rests, and marks the sentences that were heard; a key costs it next to nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from heartjournal.model.element import Element
from heartjournal.model.phrase import CriticWishes, PageHeard, PageSection
from heartjournal.ui.editor.autosave import qt_timer
from heartjournal.ui.editor.page_notes import PageNotes
from heartjournal.ui.phrases.decisions import Decisions
from heartjournal.ui.wanted import PassingWords

if TYPE_CHECKING:
    from uuid import UUID

    from heartjournal.journal import Journal
    from heartjournal.model.changes import Changes
    from heartjournal.model.support import Contact
    from heartjournal.ui.editor.autosave import TimerMaker
    from heartjournal.ui.editor.page_column import PageColumn
    from heartjournal.ui.surroundings import Surroundings

HAND_RESTS_MILLISECONDS = 1200
_LOOK = "critic"


@dataclass(frozen=True, slots=True)
class WaysOut:
    """Despair was heard in the page: the person's own people, who may be none."""

    contacts: tuple[Contact, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the journal heard, under which wishes, and the people to reach where they are needed."""

    heard: PageHeard
    wishes: CriticWishes
    contacts: tuple[Contact, ...] = field(repr=False)


class PageCritic(QObject):
    """One page at a time, on the window's thread.

    Attributes:
        told: carries the `PassingWords` of what was decided.
        phrase_wanted: carries the id of the phrase whose page is to be opened.
        ways_out_changed: carries the `WaysOut`, or None where none are needed.
    """

    told = Signal(PassingWords)
    phrase_wanted = Signal(object)
    ways_out_changed = Signal(object)

    def __init__(self, surroundings: Surroundings, column: PageColumn, *, timer: TimerMaker = qt_timer) -> None:
        super().__init__(column)
        self._tasks = surroundings.tasks
        self._column = column
        self._decisions = Decisions(surroundings, parent=self)
        self._decisions.told.connect(self.told)
        self.notes = PageNotes(surroundings, column, self._decisions)
        self.notes.phrase_wanted.connect(self.phrase_wanted)
        self.notes.quiet_wanted.connect(self.be_quiet)
        self._rest = timer(HAND_RESTS_MILLISECONDS, self.look, self)
        self._entry: UUID | None = None
        self._is_letter = False
        self.wishes = CriticWishes()
        self._tasks.changed.connect(self._see_changes)

    def begin(self, entry: UUID, *, is_letter: bool) -> None:
        """Listen to the page that the column shows, once the hand rests. Nothing is underlined in a letter."""
        self._entry, self._is_letter = entry, is_letter
        for _, text in self._column.texts:
            text.keeps_phrases = True
            text.written.connect(self._see_writing)
            text.phrase_chosen.connect(self.keep_selected)
            self.notes.connect_text(text)
        self._rest.start()

    def end(self) -> None:
        """Let go of the page, of its note and of what was asked about it."""
        self._rest.stop()
        self._tasks.forget(_LOOK, owner=self)
        self._entry = None
        self.notes.end()
        self.ways_out_changed.emit(None)

    def look(self) -> None:
        """Ask what is heard in the page as it stands now."""
        entry, sections = self._entry, self._sections()
        if entry is not None:
            self._tasks.run(
                lambda journal: _ask(journal, entry, sections),
                then=lambda answer: self._show(answer, sections),
                owner=self,
                replaces=_LOOK,
            )

    def keep_selected(self) -> None:
        """Keep the selected words as one of the person's own sentences."""
        _, words = self._column.selected
        if words:
            self._decisions.keep(words)

    def be_quiet(self, *, quiet: bool = True, tells: bool = True) -> None:
        """Let nothing be underlined for the rest of the day, or again; nothing is done without an open journal."""
        if self._tasks.is_open:
            self.notes.close()
            for _, text in self._column.texts:
                text.show_marks(())
            self._decisions.be_quiet(quiet=quiet, tells=tells)

    def _sections(self) -> tuple[PageSection, ...]:
        return tuple(
            PageSection(
                section.section_id,
                text.words,
                is_heard=not self._is_letter and section.element is not Element.SELF_KINDNESS,
            )
            for section, text in self._column.texts
        )

    def _see_writing(self) -> None:
        self._rest.start()
        if self.notes.is_open:
            self.notes.let_go()

    def _show(self, answer: _Answer, asked: tuple[PageSection, ...]) -> None:
        self.wishes = answer.wishes
        bodies = {section.section: section.body for section in asked}
        for section, text in self._column.texts:
            # A text that was changed since is asked about again once the hand rests.
            if text.words == bodies.get(section.section_id):
                text.show_marks(tuple(mark for mark in answer.heard.marks if mark.section == section.section_id))
        self.notes.see_marks()
        self.ways_out_changed.emit(WaysOut(answer.contacts) if answer.heard.is_despair else None)

    def _see_changes(self, changes: Changes) -> None:
        """Something was decided, here or elsewhere; while the hand moves, the page is asked about soon anyway."""
        concerns = changes.phrases or changes.heard or changes.settings or changes.contacts
        if concerns and self._entry is not None and not self._rest.isActive():
            self.look()


def _ask(journal: Journal, entry: UUID, sections: tuple[PageSection, ...]) -> _Answer:
    heard = journal.critic.look(entry, sections)
    contacts = journal.support.contacts() if heard.is_despair else ()
    return _Answer(heard, journal.critic.wishes(), contacts)
