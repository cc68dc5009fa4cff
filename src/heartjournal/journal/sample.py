"""The sample journal: six invented months in a folder of their own, encrypted with a key that nobody keeps."""

import shutil
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from secrets import token_hex
from uuid import UUID

from heartjournal.critic.own_phrases import own_key
from heartjournal.journal.door import Journal, create_and_open_journal
from heartjournal.journal.hearing import Hearing
from heartjournal.model.clock import Clock, Moment
from heartjournal.model.entry import Draft, EntryKind, Section
from heartjournal.model.identity import natural_identity
from heartjournal.model.importing import ImportLine, ImportOutcome, ImportReport
from heartjournal.model.journal_day import journal_day
from heartjournal.model.letter import Wish, WishKind
from heartjournal.model.phrase import CriticStep
from heartjournal.model.practice import Practice
from heartjournal.model.problems import KnownProblem
from heartjournal.resources.demo import demo_drafts, demo_support
from heartjournal.resources.demo_letters import DemoLetter, DemoReading, demo_letters
from heartjournal.resources.demo_phrases import DemoPhrase, demo_phrases
from heartjournal.resources.practice import practices
from heartjournal.vault import LEAST_COST, VaultLock, VaultState, vault_state

_LETTER, _EVENING = "letter", "evening_journal"


def open_sample(folder: Path, *, clock: Clock, hearing: Hearing | None = None) -> Journal:
    """Make the sample in `folder` and open it; blocks for most of a second. Raises what the door raises.

    The passphrase is random and forgotten, so that nothing written into the sample can be read once it is closed,
    and the cost of the key derivation protects nothing.
    """
    sweep((folder,))
    return make_sample(folder, token_hex(32), clock=clock, hearing=hearing)


def make_sample(folder: Path, passphrase: str, *, clock: Clock, hearing: Hearing | None = None) -> Journal:
    """Make the sample in a missing or empty folder and open it, at the least cost. Raises what the door raises."""
    letter, evening = (practices().required(name) for name in (_LETTER, _EVENING))
    past = _PastClock(clock)
    # Its lock is what says that it is in use; it is never free while the sample is being made.
    journal = create_and_open_journal(folder, passphrase, clock=past, cost=LEAST_COST, hearing=hearing)
    try:
        _write_letters(journal, past, letter)
        _write_pages(journal, clock, evening)
        _write_phrases(journal, past)
    except BaseException:
        journal.close()
        raise
    return journal


def sweep(folders: Iterable[Path]) -> None:
    """Remove the sample journals that nobody has open; what cannot be removed now is left for the next start.

    The journal's lock is the sign: the system frees it when its process dies, however it dies and whoever has its
    number now. A folder without a file of a journal is let be: another process may be just about to take the lock.
    """
    for folder in folders:
        if _is_left(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_left(folder: Path) -> bool:
    try:
        if vault_state(folder) is VaultState.MISSING:
            return False
        VaultLock.taken(folder).release()
    except KnownProblem:
        return False
    return True


def _write_pages(journal: Journal, clock: Clock, evening: Practice) -> None:
    drafts = demo_drafts(clock.now(), (evening,))
    lines = tuple(ImportLine("", ImportOutcome.NEW, draft=draft) for draft in drafts)
    journal.imports.bring_in(ImportReport(lines))
    support = demo_support()
    for contact in support.contacts:
        journal.support.save_contact(contact)
    for comfort in support.comforts:
        journal.support.save_comfort(comfort)


class _PastClock:
    """The person's clock, set back by days while the past of the sample is made."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.days_ago = 0

    def now(self) -> Moment:
        """The present moment, so many days ago."""
        present = self._clock.now()
        return Moment(present.instant - timedelta(days=self.days_ago), present.zone)


def _write_letters(journal: Journal, past: _PastClock, practice: Practice) -> None:
    """Live through the half year of the letters, day by day, as their person did."""
    for letter in demo_letters():
        past.days_ago = letter.days_ago
        draft = _draft_of(letter, past.now(), practice)
        journal.pages.save(draft)
        first_on = journal_day(past.now()) + timedelta(days=letter.first_in)
        journal.letters.put_away(draft.id, first_on, is_named=not letter.readings)
        for reading in letter.readings:
            past.days_ago = reading.days_ago
            wish = _wish_of(reading, past.now())
            journal.letters.read(draft.id, felt=reading.felt, reply=reading.reply, wish=wish)
        if letter.rests:
            past.days_ago = letter.rests
            journal.letters.rest(draft.id)
    past.days_ago = 0


def _draft_of(letter: DemoLetter, moment: Moment, practice: Practice) -> Draft:
    said = {"hurt": (letter.hurt, ()), "feelings": ("", letter.feelings), "letter": (letter.letter.strip(), ())}
    return Draft(
        id=_identity(letter.title, ""),
        day=journal_day(moment),
        sections=tuple(
            Section(
                _identity(letter.title, step.id),
                said[step.id][0],
                element=step.element,
                prompt_id=f"{practice.id}/{step.id}",
                prompt_text=step.prompt,
                feelings=said[step.id][1],
            )
            for step in practice.steps
        ),
        happened_at=moment,
        kind=EntryKind.LETTER,
        practice_id=practice.id,
        title=letter.title,
    )


def _wish_of(reading: DemoReading, moment: Moment) -> Wish | None:
    if reading.back_in:
        return Wish(WishKind.ON_DATE, on=journal_day(moment) + timedelta(days=reading.back_in))
    return Wish(WishKind.IN_WEEKS, weeks=reading.back_in_weeks) if reading.back_in_weeks else None


def _identity(title: str, step: str) -> UUID:
    return natural_identity("demo letter", f"{title}\x1f{step}")


def _write_phrases(journal: Journal, past: _PastClock) -> None:
    """Keep the phrases on the days on which their person did.

    Each goes by its very words until the pages are heard for the first time: every choice is heard before them, by an
    ear that need not be made sooner.
    """
    choices = demo_phrases()
    for phrase in choices.kept:
        _write_phrase(journal, past, phrase)
    for refusal in choices.refused:
        past.days_ago = refusal.days_ago
        journal.critic.refuse(own_key(refusal.words), refusal.words)
    past.days_ago = 0


def _write_phrase(journal: Journal, past: _PastClock, phrase: DemoPhrase) -> None:
    past.days_ago = phrase.days_ago
    kept = _keep(journal, phrase.wordings[0], words=phrase.words)
    for wording in phrase.wordings[1:]:
        journal.phrases.keep(wording, into=kept, key=own_key(wording))
    for wording in phrase.joined:
        journal.phrases.merge(_keep(journal, wording), into=kept)
    journal.phrases.describe(
        kept,
        tones=phrase.tones,
        whose_voice=phrase.whose_voice,
        protecting=phrase.protecting,
        softening=phrase.softening,
    )
    if phrase.step is not CriticStep.NOTICE:
        journal.phrases.reach(kept, phrase.step)
    if phrase.is_pinned:
        journal.phrases.pin(kept, pinned=True)
    for title in phrase.letters:
        journal.phrases.link_letter(kept, _identity(title, ""))
    for reframe in phrase.reframes:
        past.days_ago = reframe.days_ago
        journal.phrases.reframe(kept, reframe.words)
    if phrase.rests:
        past.days_ago = phrase.rests
        journal.phrases.rest(kept)


def _keep(journal: Journal, wording: str, *, words: str = "") -> UUID:
    (kept,) = journal.phrases.keep(wording, words=words, key=own_key(wording)).phrases
    return kept
