"""What of an entry is the letter itself, and what can be seen of it where private words must not be."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from heartjournal.model.entry import FRONT_MATTER, Entry, EntryKind, Section
from heartjournal.model.letter import (
    FEELINGS_PROMPT,
    HURT_PROMPT,
    LETTER_PROMPT,
    Drawn,
    Letter,
    LetterLine,
    LetterLink,
    LetterState,
    ReasonKind,
    Rereading,
    letter_of,
)
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


HURT = Section(UUID(int=2), "A forgotten birthday.", prompt_id=HURT_PROMPT)
FEELINGS = Section(UUID(int=3), "A stone.", prompt_id=FEELINGS_PROMPT, feelings=("ashamed",))
LETTER = Section(UUID(int=4), "Dear you.", prompt_id=LETTER_PROMPT)
FREE = Section(UUID(int=5), "Love, I saw you.")
EMPTIED = Section(UUID(int=6), " \n\u3000", prompt_id=LETTER_PROMPT, feelings=("tired",))
KEPT_OUT_OF_SIGHT = Section(UUID(int=7), "mood: 3", prompt_id=FRONT_MATTER)


@pytest.mark.parametrize(
    ("sections", "itself"),
    [
        ((HURT, FEELINGS, LETTER), LETTER),
        ((LETTER, FEELINGS, HURT), LETTER),
        ((FREE, LETTER, HURT), LETTER),
        ((HURT, FREE, EMPTIED), FREE),
        ((KEPT_OUT_OF_SIGHT, FREE), FREE),
        ((HURT, FEELINGS, EMPTIED), None),
        ((KEPT_OUT_OF_SIGHT,), None),
        ((), None),
    ],
)
def test_the_letter_itself_is_its_step_or_free_words_and_never_what_hurts(
    sections: tuple[Section, ...], itself: Section | None
) -> None:
    assert letter_of(sections) is itself
