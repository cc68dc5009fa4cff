"""What the window hands from screen to screen says no private word where a traceback would show it."""

from __future__ import annotations

from uuid import UUID

import pytest

from heartjournal.ui.letters.correspondence import OfferedLetter
from heartjournal.ui.letters.letter_steps import PromptChosen
from heartjournal.ui.wanted import PassingWords, ReadingWanted
from heartjournal.ui.widgets import Offer

NOBODY = UUID(int=1)


def nothing() -> None:
    pass


@pytest.mark.parametrize(
    "record",
    [
        ReadingWanted(NOBODY, reason="secret"),
        PassingWords("secret"),
        OfferedLetter("secret", Offer(take_words="Read it", take=nothing, leave_words="No", leave=nothing)),
        PromptChosen(NOBODY, "secret"),
    ],
    ids=lambda record: type(record).__name__,
)
def test_no_private_word_is_in_what_a_traceback_would_show(record: object) -> None:
    assert "secret" not in repr(record)
