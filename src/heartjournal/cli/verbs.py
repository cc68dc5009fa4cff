"""What each command does, through the journal's door."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from heartjournal.cli import output
from heartjournal.cli.passphrase import read_new_passphrase, read_passphrase
from heartjournal.cli.request import Misunderstood, Request, Verb
from heartjournal.cli.streams import Streams, one_line
from heartjournal.exchange.dates import NoSuchDay, When, when_written
from heartjournal.exchange.folder import LARGEST_FILE
from heartjournal.exchange.markdown import read_folder, write_entry
from heartjournal.journal import Journal, JournalState, create_journal, journal_state, open_journal
from heartjournal.model.clock import Clock
from heartjournal.model.entry import Draft, EntryKind, Section
from heartjournal.model.identity import new_identity
from heartjournal.model.importing import ImportOutcome
from heartjournal.model.journal_day import journal_day
from heartjournal.model.letter import FIRST_DAYS, LetterLine, LetterState
from heartjournal.model.problems import BadImport, CannotRead, JournalExists, NoJournal, NoSuchPage, SealedLetter

_EVERY_HIT = 1_000_000
_FEWEST_DIGITS = 8
_DIGITS = 32
_ID = re.compile(r"[0-9a-f]+")


class Command:
    """One run of one command. `run` blocks; used once, in one thread."""

    def __init__(self, request: Request, *, folder: Path, clock: Clock, streams: Streams) -> None:
        self._request = request
        self._folder = folder
        self._clock = clock
        self._streams = streams

    def run(self) -> bool:
        """Do it; True when there was a problem that has been told. Raises KnownProblem, Misunderstood, OSError."""
        verbs: dict[Verb | None, Callable[[], bool | None]] = {
            Verb.NEW: self._new,
            Verb.ADD: self._add,
            Verb.IMPORT: self._import,
            Verb.LIST: self._list,
            Verb.SEARCH: self._search,
            Verb.SHOW: self._show,
            Verb.LETTERS: self._letters,
            Verb.LETTER: self._add_letter,
            Verb.PHRASES: self._phrases,
        }
        return bool(verbs[self._request.verb]())

    def _new(self) -> None:
        if journal_state(self._folder) is JournalState.READY:
            raise JournalExists("There is a journal in this folder already.", "Name another folder with --journal DIR.")
        passphrase = read_new_passphrase(self._request.passphrase_descriptor, self._streams)
        create_journal(self._folder, passphrase, clock=self._clock)
        if self._request.as_json:
            self._streams.write(output.journal_json(self._folder))
            return
        self._streams.write(f"Your journal is in {one_line(str(self._folder.absolute()))}\n")
        self._streams.tell("Only the passphrase opens it, and nobody can give you another. Keep it somewhere safe.")

    def _add(self) -> None:
        when = self._when()
        text = self._text()
        with self._open() as journal:
            instant = self._clock.now().instant
            section = Section(new_identity(instant), text)
            draft = Draft(new_identity(instant), when.day, (section,), happened_at=when.happened_at)
            journal.pages.save(draft)
            self._print(output.kept_json(draft) if self._request.as_json else f"{draft.id}\n")

    def _import(self) -> bool:
        lines = read_folder(Path(self._request.about), now=self._clock.now())
        with self._open() as journal:
            report = journal.imports.preview(lines)
            if not report.lines:
                raise BadImport("There is no Markdown file in this folder.", "Choose the folder with your dated pages.")
            journal.imports.bring_in(report)
        for line in report.lines:
            if line.outcome is ImportOutcome.REFUSED:
                self._streams.tell(f"{one_line(line.name)}: {line.reason}")
        if report.count(ImportOutcome.NEW):
            self._streams.tell("The files themselves are as they were: anyone who opens them can read them.")
        self._print(output.report_json(report) if self._request.as_json else output.report_rows(report))
        return report.count(ImportOutcome.REFUSED) > 0

    def _list(self) -> None:
        with self._open() as journal:
            lines = journal.pages.lines()
        self._print(output.pages_json(lines) if self._request.as_json else "".join(map(output.page_row, lines)))

    def _search(self) -> None:
        with self._open() as journal:
            hits = journal.search.pages(self._request.about, limit=_EVERY_HIT)
        self._print(output.hits_json(hits) if self._request.as_json else "".join(map(output.hit_row, hits)))

    def _show(self) -> None:
        digits = _digits(self._request.about)
        with self._open() as journal:
            entry = journal.pages.entry(_identity(digits, journal))
        if entry.sealed_until:
            raise SealedLetter("This letter is sealed until its date.", "It can be opened early in the window.")
        self._print(output.entry_json(entry) if self._request.as_json else write_entry(entry))

    def _letters(self) -> None:
        with self._open() as journal:
            lines = journal.letters.lines()
        if self._request.due:
            lines = tuple(line for line in lines if self._is_due(line))
        self._print(output.letters_json(lines) if self._request.as_json else "".join(map(output.letter_row, lines)))

    def _phrases(self) -> None:
        with self._open() as journal:
            # What was written since, also outside the window, counts.
            for _ in journal.critic.catch_up():
                pass
            lines = journal.phrases.lines()
            found = [journal.phrases.page(line.phrase.id) for line in lines] if self._request.as_json else []
        self._print(output.phrases_json(found) if self._request.as_json else "".join(map(output.phrase_row, lines)))

    def _is_due(self, line: LetterLine) -> bool:
        is_awake = line.state is LetterState.AWAKE
        return is_awake and line.next_on is not None and line.next_on <= journal_day(self._clock.now())

    def _add_letter(self) -> None:
        first_on, text = self._first_on(), self._text()
        with self._open() as journal:
            now = self._clock.now()
            letter = Draft(
                new_identity(now.instant),
                journal_day(now),
                (Section(new_identity(now.instant), text),),
                happened_at=now,
                kind=EntryKind.LETTER,
                title=self._request.title.strip(),
            )
            journal.pages.save(letter)
            journal.letters.put_away(letter.id, first_on, is_named=bool(self._request.first))
            as_json = self._request.as_json
            self._print(output.put_away_json(letter.id, first_on) if as_json else f"{letter.id}\n")

    def _print(self, text: str) -> None:
        self._streams.write(text)

    @contextmanager
    def _open(self) -> Iterator[Journal]:
        """The journal while it is worked in. Whether there is one is asked before the passphrase is."""
        if journal_state(self._folder) is JournalState.MISSING:
            raise NoJournal(
                "There is no journal in this folder yet.",
                "Make one with heartjournal new, or name the folder that holds yours with --journal DIR.",
            )
        passphrase = read_passphrase(self._request.passphrase_descriptor, self._streams)
        journal = open_journal(self._folder, passphrase, clock=self._clock)
        try:
            yield journal
        finally:
            journal.close()

    def _when(self) -> When:
        now = self._clock.now()
        if not self._request.date:
            return When(journal_day(now), now)
        try:
            when = when_written(self._request.date, zone=now.zone)
        except NoSuchDay:
            when = None
        if when is None:
            raise Misunderstood("--date takes a day such as 2026-11-12, or a moment such as 2026-11-12T21:40+01:00")
        return when

    def _first_on(self) -> date:
        """The day on which a new letter comes first."""
        today = journal_day(self._clock.now())
        if not self._request.first:
            return today + timedelta(days=FIRST_DAYS)
        try:
            first_on = date.fromisoformat(self._request.first)
        except ValueError:
            first_on = today
        if first_on <= today:
            raise Misunderstood("--first takes a day that is still to come, such as 2026-12-24")
        return first_on

    def _text(self) -> str:
        """The text to keep, to the byte, with at least one word. Raises CannotRead or BadImport."""
        text = self._whole_text()
        if not text.strip():
            raise BadImport("There is nothing to keep: the text is empty.", "Write something and add it again.")
        return text

    def _whole_text(self) -> str:
        if self._request.about == "-":
            raw = self._streams.input.read(LARGEST_FILE + 1)
        else:
            raw = _bytes_of(Path(self._request.about))
        if len(raw) > LARGEST_FILE:
            raise BadImport("The text is larger than 5 MB, which is too large for one page.", "Add it in parts.")
        try:
            return raw.decode()
        except UnicodeDecodeError:
            raise BadImport("The text is not UTF-8.", "Save it as UTF-8 and add it again.") from None


def _bytes_of(path: Path) -> bytes:
    """At most one byte more than a page may have. A pipe named by its path is read like a file."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except (OSError, ValueError):
        raise CannotRead("The file with the text cannot be read.", "Check its name and that you may read it.") from None


def _digits(written: str) -> str:
    """An id or the beginning of one, as bare hex digits. Raises Misunderstood."""
    digits = written.strip().lower().replace("-", "")
    if not _ID.fullmatch(digits) or not _FEWEST_DIGITS <= len(digits) <= _DIGITS:
        raise Misunderstood("an id is what list prints, or its first eight or more digits")
    return digits


def _identity(digits: str, journal: Journal) -> UUID:
    """The one page whose id begins so. A whole id also names a page in the trash."""
    if len(digits) == _DIGITS:
        return UUID(digits)
    known = [*(line.id for line in journal.pages.lines()), *(line.id for line in journal.letters.lines())]
    found = [identity for identity in known if identity.hex.startswith(digits)]
    if len(found) > 1:
        raise NoSuchPage("Several pages have ids that begin like this.", "Give more of the id.")
    if not found:
        raise NoSuchPage("There is no page with this id.", "The ids are printed by heartjournal list.")
    return found[0]
