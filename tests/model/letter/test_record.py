"""What can be seen of a letter where private words must not be."""

from datetime import UTC, date, datetime
from uuid import UUID

from heartjournal.model.entry import Entry, EntryKind, Section
from heartjournal.model.letter import Drawn, Letter, LetterLine, LetterLink, LetterState, ReasonKind, Rereading
from tests.clock import moment

NOBODY = UUID(int=1)
DAY = date(2026, 11, 12)
NOW = datetime(2026, 11, 12, 21, 40, tzinfo=UTC)


def test_no_word_of_a_letter_is_in_what_a_traceback_would_show() -> None:
    line = LetterLine(NOBODY, LetterState.AWAKE, DAY, title="secret", opening="secret", about="secret")
    entry = Entry(NOBODY, DAY, (Section(NOBODY, "secret"),), NOW, NOW, kind=EntryKind.LETTER, title="secret")
    link = LetterLink(NOBODY, quote="secret")
    rereading = Rereading(NOBODY, moment(), DAY, reply="secret")
    letter = Letter(entry, line, links=(link,), rereadings=(rereading,))
    drawn = Drawn(NOBODY, ReasonKind.SAME_WORDS, "secret")
    assert "secret" not in repr((letter, drawn))
    assert "awake" in repr(letter)
