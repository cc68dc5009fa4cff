"""What is said of a letter: when it comes back, how long ago it was written, how often it was read; pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from heartjournal.model.letter import Felt, LetterState, ReasonKind
from heartjournal.ui.counting import counted
from heartjournal.ui.translation import translate

if TYPE_CHECKING:
    from datetime import date

    from heartjournal.model.letter import Drawn, LetterLine

_WEEK = 7
_IN_DAYS = 20
"""Up to here a wait is told in days, then in weeks."""
_UNEXPECTED = 8 * _WEEK
"""Beyond this many days a letter whose day the person did not name is told by its month only."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a letter is, in a line and a quieter one below it, and the icon before its title."""

    icon: str
    line: str
    detail: str


def day_words(day: date, *, today: date) -> str:
    """A day without its weekday: "24 November", with the year when it is another one."""
    return _said(day, "d MMMM" if day.year == today.year else "d MMMM yyyy")


def wait_words(until: date, *, today: date) -> str:
    """How long it is until a day: "tomorrow", "in 12 days", "in 4 weeks"."""
    days = (until - today).days
    if days <= 0:
        return translate("letters", "today")
    if days == 1:
        return translate("letters", "tomorrow")
    if days <= _IN_DAYS:
        return translate("letters", "in {number} days").format(number=counted(days))
    return translate("letters", "in {number} weeks").format(number=counted(round(days / _WEEK)))


def week_words(weeks: int) -> str:
    """A wait that is chosen in weeks: "in a week", "in 4 weeks", "in half a year"."""
    if weeks == 1:
        return translate("letters", "in a week")
    return (
        translate("letters", "in half a year")
        if weeks == 26
        else translate("letters", "in {number} weeks").format(number=counted(weeks))
    )


def ago_words(day: date, *, today: date) -> str:
    """How long ago a day was: "today", "yesterday", "three days ago"."""
    days = (today - day).days
    if days <= 0:
        return translate("letters", "today")
    if days == 1:
        return translate("letters", "yesterday")
    return translate("letters", "{number} days ago").format(number=counted(days))


def whereabouts(line: LetterLine, *, today: date) -> Whereabouts:
    """Where a letter is, as its row says it."""
    if line.state is LetterState.DRAFT:
        begun = translate("letters", "begun {day}").format(day=day_words(line.written_on, today=today))
        return Whereabouts("pen-line", translate("letters", "Not put away yet"), begun)
    if line.state is LetterState.RESTING or line.next_on is None:
        since = day_words(line.resting_since or line.written_on, today=today)
        return Whereabouts(
            "archive",
            translate("letters", "Resting since {day}").format(day=since),
            translate("letters", "comes only if you ask"),
        )
    if line.state is LetterState.SEALED:
        until = translate("letters", "Sealed until {day}").format(day=day_words(line.next_on, today=today))
        return Whereabouts("lock", until, wait_words(line.next_on, today=today))
    return _on_its_way(line.next_on, is_named=line.is_named, today=today)


def read_words(times: int) -> str:
    """How often a letter was read; nothing for one that was not."""
    if times == 0:
        return ""
    if times == 1:
        return translate("letters", "Read once")
    return (
        translate("letters", "Read twice")
        if times == 2
        else translate("letters", "Read {number} times").format(number=counted(times))
    )


def felt_words(felt: Felt) -> str:
    """How it was to read, as the chip says it."""
    return {
        Felt.REACHED: translate("letters", "It reached me"),
        Felt.HARD: translate("letters", "Hard to take in"),
        Felt.NOT_MUCH: translate("letters", "Not much, today"),
    }[felt]


def about_words(line: LetterLine) -> str:
    """The quiet line below the title: what the letter answers, else what came of reading it."""
    if line.about:
        return line.about
    read = read_words(line.times_read)
    if line.felt is Felt.HARD:
        return translate("letters", "It was hard to take in. No hurry.")
    if line.felt is not None and read:
        return f"{read} · {felt_words(line.felt)}"
    return read


def title_words(line: LetterLine, *, today: date) -> str:
    """The title, else the beginning of the letter, else the day it was written."""
    return (
        line.title
        or line.opening
        or translate("letters", "A letter of {day}").format(day=day_words(line.written_on, today=today))
    )


def _on_its_way(next_on: date, *, is_named: bool, today: date) -> Whereabouts:
    days = (next_on - today).days
    if days <= 0:
        return Whereabouts("mail", translate("letters", "On its way"), translate("letters", "one of the next evenings"))
    if is_named or days <= _UNEXPECTED:
        comes = translate("letters", "Comes back {day}").format(day=day_words(next_on, today=today))
        return Whereabouts("mail", comes, wait_words(next_on, today=today))
    month = _said(next_on, "MMMM" if days < 300 else "MMMM yyyy")
    return Whereabouts(
        "clock",
        translate("letters", "Comes back in {month}").format(month=month),
        translate("letters", "an evening you won’t expect"),
    )


def _said(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def reason_words(drawn: Drawn) -> str:
    """One line that says why this letter was brought."""
    reasons = {
        ReasonKind.WRITTEN_ABOUT: translate("letters", "You wrote this letter about the page you have just written."),
        ReasonKind.SAME_SENTENCE: translate("letters", "It answers a sentence of that page: “{shared}”."),
        ReasonKind.SAME_FEELING: translate("letters", "It knows the feeling, too: {shared}."),
        ReasonKind.SAME_WORDS: translate("letters", "It speaks of the same thing: {shared}."),
        ReasonKind.BY_CHANCE: translate("letters", "Drawn by chance, from your own letters."),
    }
    return reasons[drawn.reason].format(shared=drawn.shared)


def offer_words(drawn: Drawn) -> str:
    """What is said of a letter that fits the page just left."""
    if drawn.reason is ReasonKind.SAME_FEELING:
        return translate("letters", "A letter of yours knows this feeling: {shared}.").format(shared=drawn.shared)
    return translate("letters", "A letter of yours answers something on this page.")
