"""Everything about letters while the journal is open: the room, writing and reading one, calling for one, an offer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from heartjournal.model.journal_day import journal_day
from heartjournal.model.letter import LetterState, letter_of
from heartjournal.model.problems import BadResource
from heartjournal.ui.dates import full_date
from heartjournal.ui.letters.letter_editor import LetterEditor
from heartjournal.ui.letters.letter_reader import LetterReader, LetterToRead, read_letter
from heartjournal.ui.letters.letters_room import LettersRoom
from heartjournal.ui.letters.words import day_words, offer_words, reason_words
from heartjournal.ui.printing import Printout, PrintPane
from heartjournal.ui.reading_aloud import voice_here
from heartjournal.ui.wanted import EntryWanted, LetterWanted, PassingWords, ReadingWanted
from heartjournal.ui.widgets import Offer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from heartjournal.journal import Journal
    from heartjournal.model.letter import Drawn, Letter, LetterLine
    from heartjournal.model.phrase import Phrase
    from heartjournal.ui.front import Place
    from heartjournal.ui.surroundings import Surroundings
    from heartjournal.ui.wanted import LetterPutAway

T = TypeVar("T")

_FETCHED = "letter"


@dataclass(frozen=True, slots=True)
class OfferedLetter:
    """What is said of a letter that fits, and what can be done with it."""

    words: str = field(repr=False)
    offer: Offer


@dataclass(frozen=True, slots=True)
class LetterOfTheDay:
    """The letter that waits today, if one does."""

    line: LetterLine | None


class Correspondence(QObject):
    """Built once for an open journal; the screens for writing and reading are made when they are first needed.

    Attributes:
        told: carries the `PassingWords` to be said.
        grounding_wanted: "Too much right now" was asked for over a letter.
        trashed: carries the `EntryWanted` of a letter put in the bin.
        entry_wanted: carries the `EntryWanted` of a page to be shown.
        day_told: carries the `LetterOfTheDay`.
        offered: carries the `OfferedLetter` that fits the page just left.
    """

    told = Signal(PassingWords)
    grounding_wanted = Signal()
    trashed = Signal(EntryWanted)
    entry_wanted = Signal(EntryWanted)
    day_told = Signal(LetterOfTheDay)
    offered = Signal(OfferedLetter)

    def __init__(self, surroundings: Surroundings, place: Place, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self._tasks = surroundings.tasks
        self._place = place
        self.room = LettersRoom(surroundings, parent=parent)
        self._editor: LetterEditor | None = None
        self._reader: LetterReader | None = None
        self._paper: PrintPane | None = None
        self.room.letter_wanted.connect(self.write)
        self.room.reading_wanted.connect(self.read)
        self.room.printing_wanted.connect(self.print_out)
        self.room.trashed.connect(self.trashed)
        self.room.told.connect(self.told)

    def look(self) -> None:
        """Find out which letter waits today, for the navigation; one whose seal ends today is found from here on."""
        self._tasks.run(lambda journal: journal.letters.unseal_due(), owner=self)
        self._tasks.run(
            lambda journal: LetterOfTheDay(journal.letters.today()),
            then=self.day_told.emit,
            owner=self,
            replaces="letter of the day",
        )

    def write(self, wanted: LetterWanted) -> None:
        """Open a letter for writing: the one named, or a new one."""
        phrase = wanted.phrase
        if wanted.letter_id is None and phrase is not None:
            self._fetch(
                lambda journal: journal.phrases.page(phrase).line.phrase, show=lambda found: self._begin(wanted, found)
            )
        elif wanted.letter_id is None:
            self._place.put_away(lambda: self._begin(wanted))
        else:
            letter = wanted.letter_id
            self._fetch(lambda journal: journal.letters.letter(letter), show=self._write_on)

    def read(self, wanted: ReadingWanted) -> None:
        """Open a letter for reading."""
        self._fetch(
            lambda journal: read_letter(journal, wanted.letter_id), show=lambda found: self._show(found, wanted.reason)
        )

    def print_out(self, wanted: ReadingWanted) -> None:
        """Offer a letter to a printer, or as a PDF."""
        self._fetch(lambda journal: journal.letters.letter(wanted.letter_id), show=self._lay_on_paper)

    def _fetch(self, work: Callable[[Journal], T], *, show: Callable[[T], None]) -> None:
        """Fetch a letter once nothing is in front, and show it; the letter asked for last is the one that comes."""

        def landed(found: T) -> None:
            if self._place.is_writing:
                # A front came meanwhile, with words that are not saved yet; if it is this letter, newer ones.
                self._fetch(work, show=show)
            else:
                show(found)

        self._place.put_away(lambda: self._tasks.run(work, then=landed, owner=self, replaces=_FETCHED))

    def _lay_on_paper(self, letter: Letter) -> None:
        itself = letter_of(letter.entry.sections)
        words = (itself.body,) if itself else ()
        printout = Printout(letter.line.title, full_date(letter.line.written_on), words)
        if self._paper is None:
            self._paper = PrintPane(self._surroundings)
            self._paper.closed.connect(self._place.leave)
        self._paper.offer((printout,), file_name=self.tr("Letter.pdf"))
        self._place.bring(self._paper)

    def call(self, near: UUID | None = None) -> None:
        """Bring the letter that fits best, and say in a line why this one.

        It is to fit the page `near`, else the last one written today.
        """
        day = journal_day(self._surroundings.clock.now())
        self._tasks.run(
            lambda journal: journal.letters.draw(near or _last_page_of(journal, day)),
            then=self._read_drawn,
            owner=self,
        )

    def offer_after(self, left: EntryWanted) -> None:
        """Look whether a letter has something in common with a page just left; most often there is none."""
        self._tasks.run(
            lambda journal: journal.letters.offer_after(left.entry_id),
            then=lambda drawn: self._offer(drawn, left.entry_id),
            owner=self,
        )

    def _offer(self, drawn: Drawn | None, entry: UUID) -> None:
        if drawn is None:
            return
        letter = drawn.letter
        offer = Offer(
            take_words=self.tr("Read it"),
            take=lambda: self.read(ReadingWanted(letter, reason=reason_words(drawn))),
            leave_words=self.tr("No, thanks"),
            leave=lambda: self._tasks.run(lambda journal: journal.letters.decline(letter, entry), owner=self),
        )
        self.offered.emit(OfferedLetter(offer_words(drawn), offer))

    def _begin(self, wanted: LetterWanted, phrase: Phrase | None = None) -> None:
        self._tasks.forget(_FETCHED, owner=self)
        self._write_with(lambda editor: editor.open_new(wanted.about, phrase=phrase))

    def _write_on(self, letter: Letter) -> None:
        if letter.line.state is LetterState.SEALED:
            # Its words are not here to be changed; the sealed page says how it is opened.
            self.read(ReadingWanted(letter.entry.id))
            return
        self._write_with(lambda editor: editor.open_letter(letter))

    def _write_with(self, open_it: Callable[[LetterEditor], None]) -> None:
        """Fill the editor and bring it; without the files a letter is made of, say what is wrong with them."""
        try:
            editor = self._writing()
            open_it(editor)
        except BadResource as problem:
            self._tasks.troubled.emit(problem)
        else:
            self._place.bring(editor)

    def _show(self, found: LetterToRead, reason: str) -> None:
        reader = self._reading()
        reader.open_letter(found, reason=reason)
        self._place.bring(reader)

    def _read_drawn(self, drawn: Drawn | None) -> None:
        if drawn is None:
            self._tasks.run(lambda journal: journal.letters.any_to_call(), then=self._tell_none, owner=self)
        else:
            self.read(ReadingWanted(drawn.letter, reason=reason_words(drawn)))

    def _tell_none(self, has_letters: bool) -> None:  # noqa: FBT001  what any_to_call answers
        words = (
            self.tr("None of your letters fits tonight. They are in Letters, whenever you want to read one.")
            if has_letters
            else self.tr("There is no letter to bring yet.")
        )
        self.told.emit(PassingWords(words))

    def _tell_put_away(self, put: LetterPutAway) -> None:
        self._place.leave()
        today = journal_day(self._surroundings.clock.now())
        day = day_words(put.first_on, today=today)
        words = (
            self.tr("The letter is sealed until {day}.")
            if put.is_sealed
            else self.tr("The letter is put away. It comes back around {day}.")
        )
        self.told.emit(PassingWords(words.format(day=day), undo=lambda: self._take_back(put.letter_id)))

    def _take_back(self, letter: UUID) -> None:
        self._tasks.run(lambda journal: journal.letters.take_back(letter), owner=self)

    def _writing(self) -> LetterEditor:
        if self._editor is None:
            editor = LetterEditor(self._surroundings)
            editor.closed.connect(self._place.leave)
            editor.too_much_wanted.connect(self.grounding_wanted)
            editor.put_away.connect(self._tell_put_away)
            editor.trashed.connect(self.trashed)
            self._editor = editor
        return self._editor

    def _reading(self) -> LetterReader:
        if self._reader is None:
            reader = LetterReader(self._surroundings, voice=voice_here())
            reader.closed.connect(self._place.leave)
            reader.too_much_wanted.connect(self.grounding_wanted)
            reader.letter_wanted.connect(self.write)
            reader.printing_wanted.connect(self.print_out)
            reader.entry_wanted.connect(self.entry_wanted)
            self._reader = reader
        return self._reader


def _last_page_of(journal: Journal, day: date) -> UUID | None:
    """What was just written, as far as the day's list tells. Run in the worker."""
    lines = journal.pages.lines(day=day, limit=1)
    return lines[0].id if lines else None
