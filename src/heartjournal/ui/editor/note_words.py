"""What the note on an underlined sentence says: how often it came, why it was heard, what answered it before."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from heartjournal.ui.counting import counted
from heartjournal.ui.dates import month_day, since_words
from heartjournal.ui.translation import translate

if TYPE_CHECKING:
    from datetime import date

    from heartjournal.model.phrase import Mark


@dataclass(frozen=True, slots=True)
class NoteWords:
    """The words of one note. `kinder` is the person's own earlier line for it, or empty."""

    title: str
    text: str = field(repr=False)
    kinder: str = field(default="", repr=False)
    is_kept: bool = False


def note_words(mark: Mark, *, today: date) -> NoteWords:
    """What is to be said of a mark."""
    return NoteWords(
        title=_title(mark),
        text=" ".join(filter(None, (_how_often(mark, today=today), _offer(mark)))),
        kinder=mark.reframe.words if mark.reframe else mark.answer,
        is_kept=mark.phrase is not None,
    )


def _title(mark: Mark) -> str:
    if mark.days:
        return translate("PhraseNote", "You’ve met this sentence before")
    if mark.phrase is not None:
        return translate("PhraseNote", "One of your own phrases")
    return translate("PhraseNote", "Is this the inner critic?")


def _how_often(mark: Mark, *, today: date) -> str:
    if not mark.days or mark.since is None:
        return ""
    since = since_words(mark.since, today=today)
    if mark.days == 1:
        day = month_day(mark.since, today=today)
        return translate("PhraseNote", "It turned up once before, on {day}.").format(day=day)
    return translate("PhraseNote", "It has turned up on {number} days since {since}.").format(
        number=counted(mark.days), since=since
    )


def _offer(mark: Mark) -> str:
    if mark.phrase is not None:
        return "" if mark.days else translate("PhraseNote", "You kept it; this is where it stands today.")
    if mark.days:
        return translate("PhraseNote", "Shall it join the others?")
    reason = translate("PhraseNote", "Heard in: {reason}.").format(reason=mark.reason) if mark.reason else ""
    return " ".join(filter(None, (reason, translate("PhraseNote", "Only you can say."))))
