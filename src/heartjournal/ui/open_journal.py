"""The journal once it is open: the shell with its rooms, and in front of it a page or letter at work."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from heartjournal.model.changes import Changes
from heartjournal.model.entry import EntryKind
from heartjournal.model.journal_day import journal_day
from heartjournal.model.problems import KnownProblem
from heartjournal.ui.critic import CriticRoom
from heartjournal.ui.editor import PageEditor
from heartjournal.ui.letters import Correspondence
from heartjournal.ui.pages import JournalRoom
from heartjournal.ui.selection import let_go_of_selection
from heartjournal.ui.settings import Settings
from heartjournal.ui.shell import RoomName, Shell
from heartjournal.ui.shipped import read_shipped
from heartjournal.ui.today import Today
from heartjournal.ui.wanted import (
    BREAK,
    EVENING_JOURNAL,
    FREE_WRITING,
    EntryWanted,
    LetterWanted,
    PageWanted,
    PassingWords,
)
from heartjournal.ui.widgets import PassingNotice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from heartjournal.model.entry import Entry
    from heartjournal.model.practice import Practice
    from heartjournal.ui.front import Front
    from heartjournal.ui.letters.correspondence import LetterOfTheDay
    from heartjournal.ui.surroundings import Surroundings

_HAND_RESTS_MILLISECONDS = 3000
_DAY_WATCHED_MILLISECONDS = 60_000


class OpenJournal(QStackedWidget):
    """Everything a person sees between unlocking and locking, but for grounding.

    Attributes:
        grounding_wanted: "Too much right now" was asked for.
        lock_wanted: Lock was asked for.
        shipped: the practices and feelings of its pages, with what is wrong with their files.
    """

    grounding_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, surroundings: Surroundings, *, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self.shipped = read_shipped()
        self._today = Today(surroundings)
        self._journal_room = JournalRoom(surroundings, practices=self.shipped.practices.good)
        self._letters = Correspondence(surroundings, self, parent=self)
        self._critic = CriticRoom(surroundings, practices=self.shipped.practices.good)
        self._settings = Settings(surroundings, folder=folder)
        rooms: dict[RoomName, QWidget] = {
            RoomName.TODAY: self._today,
            RoomName.JOURNAL: self._journal_room,
            RoomName.LETTERS: self._letters.room,
            RoomName.CRITIC: self._critic,
            RoomName.SETTINGS: self._settings,
        }
        self._shell = Shell(surroundings, rooms)
        self._editor = PageEditor(surroundings, practices=self.shipped.practices.good, feelings=self.shipped.families)
        self._notice = PassingNotice(surroundings.theme, parent=self)
        self.addWidget(self._shell)
        self.addWidget(self._editor)
        # A stack lifts what it shows above everything, also above a notice that is not over yet.
        self.currentChanged.connect(lambda _place: self._notice.raise_())
        self._resting = QTimer(self, singleShot=True, interval=_HAND_RESTS_MILLISECONDS)
        self._resting.timeout.connect(self._index)
        self._day = journal_day(surroundings.clock.now())
        self._watch = QTimer(self, interval=_DAY_WATCHED_MILLISECONDS)
        self._watch.timeout.connect(self.look_at_day)
        self._watch.start()
        self._connect()
        self._bind_keys()
        self._letters.look()
        self._index()

    def _connect(self) -> None:
        self._shell.grounding_wanted.connect(self.grounding_wanted)
        self._shell.lock_wanted.connect(self.lock_wanted)
        self._editor.too_much_wanted.connect(self.grounding_wanted)
        self._editor.closed.connect(self.leave)
        self._editor.trashed.connect(self._tell_trashed)
        self._today.page_wanted.connect(self.open_page)
        self._today.entry_wanted.connect(self._show_entry)
        self._today.grounding_wanted.connect(self.grounding_wanted)
        self._journal_room.page_wanted.connect(self.open_page)
        self._journal_room.entry_wanted.connect(self.open_entry)
        self._today.all_pages_wanted.connect(lambda: self.go(RoomName.JOURNAL))
        self._journal_room.trashed.connect(self._tell_trashed)
        self._today.reading_wanted.connect(self._letters.read)
        self._today.letter_called.connect(self.call_letter)
        self._today.critic_wanted.connect(lambda: self.go(RoomName.CRITIC))
        self._today.told.connect(self._tell)
        self._letters.told.connect(self._tell)
        self._letters.grounding_wanted.connect(self.grounding_wanted)
        self._letters.trashed.connect(self._tell_trashed_letter)
        self._letters.entry_wanted.connect(lambda wanted: self.put_away(lambda: self._show_entry(wanted)))
        self._letters.day_told.connect(self._note_letter)
        self._letters.offered.connect(lambda found: self._notice.show_offer(found.words, found.offer))
        self._critic.told.connect(self._tell)
        self._critic.entry_wanted.connect(self._show_entry)
        self._critic.letter_wanted.connect(self._letters.write)
        self._critic.reading_wanted.connect(self._letters.read)
        self._editor.page_left.connect(self._letters.offer_after)
        self._editor.letter_wanted.connect(self._letters.write)
        self._journal_room.letter_wanted.connect(self._letters.write)
        self._journal_room.told.connect(self._tell)
        self._editor.told.connect(self._tell)
        self._editor.phrase_wanted.connect(lambda phrase: self.put_away(lambda: self._show_phrase(phrase)))
        self._surroundings.tasks.changed.connect(self._refresh)

    @property
    def is_writing(self) -> bool:
        """Whether a page or a letter is in front."""
        return self.currentWidget() is not self._shell

    def arrive(self) -> None:
        """Shown again: what is in front, or the room, takes the focus."""
        if self.is_writing:
            self._front.arrive()
        else:
            self._shell.arrive()

    def go(self, name: RoomName) -> None:
        """Show a room, with every word of a page in front saved first."""
        self.put_away(lambda: self._shell.go(name))

    def search(self) -> None:
        """Go to the journal with the caret in its search field."""
        self.put_away(self._search_now)

    def show_numbers(self) -> None:
        """Go to the settings of the people to call."""
        self.put_away(self._numbers_now)

    def open_page(self, wanted: PageWanted) -> None:
        """Open a new page, guided or free; without its practice what is wrong is told, and nothing else happens."""
        try:
            practice = self.shipped.practices.required(wanted.practice_id) if wanted.practice_id else None
        except KnownProblem as problem:
            self._surroundings.tasks.troubled.emit(problem)
        else:
            self.put_away(lambda: self._open_now(practice))

    def open_entry(self, wanted: EntryWanted) -> None:
        """Open a page that is there for writing, as it is kept once the page in front is put away."""
        self.put_away(lambda: self._fetch(wanted))

    def save_now(self, then: Callable[[], None] = lambda: None, otherwise: Callable[[], None] = lambda: None) -> None:
        """Save whatever is unsaved, then go on; `otherwise` when it cannot be saved, which the page says by itself."""
        if self.is_writing:
            # A line may be half written in the room behind the page.
            self._front.save_now(lambda: self._critic.save_now(then, otherwise), otherwise)
        else:
            self._critic.save_now(then, otherwise)

    def clear(self) -> None:
        """Drop the words of every page and letter, which must have been saved, before the journal is closed.

        The room behind goes with the window; what was selected in it would outlive it.
        """
        let_go_of_selection()
        self._critic.forget()
        fronts = (self.widget(place) for place in range(self.count()))
        for front in fronts:
            if front is not self._shell:
                cast("Front", front).clear()

    def call_letter(self) -> None:
        """Bring the letter of the person's own that fits best what is being written, or was just written."""
        self._letters.call(self._editor.kept_id if self.currentWidget() is self._editor else None)

    def be_quiet(self) -> None:
        """Underline nothing for the rest of a day on which it was too much."""
        self._editor.be_quiet()

    def look_at_day(self) -> None:
        """On a new journal day another letter may have come, Today says another date, and a quiet day is over."""
        day = journal_day(self._surroundings.clock.now())
        if day != self._day:
            self._day = day
            self._letters.look()
            self._shell.refresh(Changes(letters=True, settings=True))

    def put_away(self, then: Callable[[], None]) -> None:
        """Go on once what is in front is saved and out of the way; at once when nothing is."""
        if not self.is_writing:
            then()
            return
        front = self._front

        def put_away() -> None:
            self.setCurrentWidget(self._shell)
            front.clear()
            then()

        front.save_now(put_away)

    def bring(self, front: QWidget) -> None:
        """Show a filled page or letter in front."""
        if self.indexOf(front) < 0:
            self.addWidget(front)
        self.setCurrentWidget(front)
        self._front.arrive()

    def leave(self) -> None:
        """Go back to the room behind."""
        self.setCurrentWidget(self._shell)
        self._shell.arrive()

    @property
    def _front(self) -> Front:
        return cast("Front", self.currentWidget())

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "go.today": lambda: self.go(RoomName.TODAY),
            "go.journal": lambda: self.go(RoomName.JOURNAL),
            "go.letters": lambda: self.go(RoomName.LETTERS),
            "go.critic": lambda: self.go(RoomName.CRITIC),
            "letter.new": lambda: self._letters.write(LetterWanted()),
            "go.settings": lambda: self.go(RoomName.SETTINGS),
            "page.tonight": lambda: self.open_page(PageWanted(EVENING_JOURNAL)),
            "page.blank": lambda: self.open_page(PageWanted(FREE_WRITING)),
            "practice.break": lambda: self.open_page(PageWanted(BREAK)),
            "journal.search": self.search,
        }
        for name, action in keys.items():
            QShortcut(self._surroundings.theme.shortcut(name), self).activated.connect(action)
        for name, action in {"back": self._back, "region.next": self._shell.next_region}.items():
            QShortcut(self._surroundings.theme.shortcut(name), self._shell).activated.connect(action)

    def _open_now(self, practice: Practice | None) -> None:
        self._editor.open_new(practice)
        self.bring(self._editor)

    def _fetch(self, wanted: EntryWanted) -> None:
        self._surroundings.tasks.run(
            lambda journal: journal.pages.entry(wanted.entry_id),
            then=lambda entry: self._write_in(entry, wanted),
            owner=self,
            replaces="entry",
        )

    def _write_in(self, entry: Entry, wanted: EntryWanted | None = None) -> None:
        if self.is_writing:
            # A page came in front meanwhile; if it is this one, what was fetched may be older than its words.
            self.open_entry(wanted or EntryWanted(entry.id))
            return
        if entry.kind is EntryKind.LETTER:
            self._letters.write(LetterWanted(entry.id))
            return
        self._editor.open_entry(entry, at=wanted)
        self.bring(self._editor)

    def _back(self) -> None:
        """Say no to what is offered, else one step back."""
        if not self._notice.leave_offer():
            self._shell.back()

    def _search_now(self) -> None:
        self._shell.go(RoomName.JOURNAL)
        self._journal_room.search()

    def _numbers_now(self) -> None:
        self._shell.go(RoomName.SETTINGS)
        self._settings.show_numbers()

    def _show_entry(self, wanted: EntryWanted) -> None:
        self._journal_room.show_entry(wanted)
        self._shell.go(RoomName.JOURNAL)

    def _show_phrase(self, phrase: UUID) -> None:
        self._shell.go(RoomName.CRITIC)
        self._critic.show_phrase(phrase)

    def _tell_trashed(self, trashed: EntryWanted) -> None:
        self._notice.show_words(self.tr("The page is in the bin."), undo=lambda: self._restore(trashed.entry_id))

    def _tell_trashed_letter(self, trashed: EntryWanted) -> None:
        self._notice.show_words(self.tr("The letter is in the bin."), undo=lambda: self._restore(trashed.entry_id))

    def _tell(self, passing: PassingWords) -> None:
        self._notice.show_words(passing.words, undo=passing.undo)

    def _note_letter(self, told: LetterOfTheDay) -> None:
        self._shell.show_note(RoomName.LETTERS, self.tr("1 back") if told.line else "")

    def _restore(self, entry_id: UUID) -> None:
        self._surroundings.tasks.run(lambda journal: journal.pages.restore(entry_id), owner=self)

    def _refresh(self, changes: Changes) -> None:
        self._shell.refresh(changes)
        if changes.letters:
            self._letters.look()
        if changes.phrases:
            self._hear()
        if changes.entries:
            self._resting.start()

    def _index(self) -> None:
        self._surroundings.tasks.slices(
            lambda journal: journal.search.catch_up(), then=lambda _none: self._hear(), owner=self, replaces="index"
        )

    def _hear(self) -> None:
        """Hear what was written since; the rooms that show it look again once all of it is heard."""
        self._surroundings.tasks.slices(
            lambda journal: journal.critic.catch_up(),
            then=lambda _none: self._shell.refresh(Changes(heard=True)),
            owner=self,
            replaces="hearing",
        )
