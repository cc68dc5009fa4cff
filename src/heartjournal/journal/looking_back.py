"""Looks back at a month of the inner critic: which phrases came, which kinder lines and kind answers were found."""

from collections import Counter
from datetime import date, timedelta
from uuid import UUID

from heartjournal.journal.hearing import Hearing
from heartjournal.journal.letters_alike import words_near
from heartjournal.journal.phrase_rows import Kept, kept_phrases, occurrences, stood
from heartjournal.model.phrase import MonthNote
from heartjournal.vault import Connection


def note_of(connection: Connection, hearing: Hearing, month: date) -> MonthNote | None:
    """The note of the month that begins on this day; None when there is nothing to say.

    Nothing of a phrase at rest is in it, and nothing of a page in which despair is heard.
    """
    last = (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    kept = kept_phrases(connection)
    awake = {phrase.id for phrase in kept.phrases.values() if phrase.resting_since is None}
    came = [each for each in stood(connection, kept, month, last) if each.phrase in awake]
    keys = [key for key, phrase in kept.by_key.items() if phrase.id in awake]
    answers = occurrences(connection, keys, table="answer", days=(month, last))
    pages = {each.entry for each in came} | {each.entry for each in answers}
    quiet = {page for page in pages if hearing.hears_despair(words_near(connection, page))}
    counts = Counter(kept.phrases[each.phrase].words for each in came if each.entry not in quiet)
    note = MonthNote(
        month,
        phrases=tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0]))),
        reframes=_written(kept, awake, month, last),
        answers=tuple(dict.fromkeys(each.quotation.words for each in answers if each.entry not in quiet)),
    )
    return note if note.phrases or note.kind_words else None


def _written(kept: Kept, awake: set[UUID], first: date, last: date) -> tuple[str, ...]:
    """The kinder lines that were written on these days, of the phrases that are awake."""
    return tuple(
        reframe.words
        for phrase, listed in kept.reframes.items()
        for reframe in listed
        if kept.roots[phrase] in awake and first <= reframe.written_on <= last
    )
