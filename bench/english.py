"""Pages of real sentences, the same in every run, in which the inner critic speaks about once in fourteen pages."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from bench.corpus import PASSPHRASE, WORDS_A_PAGE, StandingClock
from bench.critic import DATA, read
from heartjournal.critic.own_phrases import own_key
from heartjournal.journal import LEAST_COST, create_journal, open_journal
from heartjournal.model.clock import Moment
from heartjournal.model.entry import Draft, Section
from heartjournal.model.identity import natural_identity
from heartjournal.model.importing import ImportLine, ImportOutcome, ImportReport

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KNOWN: Final = 500
"""How many phrases of the person's own are looked for beside what the ear knows."""
_LAST_DAY: Final = date(2026, 11, 12)
_PAGES_A_HIT: Final = 14
_WRITTEN_BY_PEOPLE: Final = frozenset({"dev_diaries", "dev_sad"})
"""The files of tests/data/phrases that are no invention: invented sentences are all as near to the ear as can be."""


def texts(count: int) -> Iterator[str]:
    """So many texts of some 256 words, of sentences that people wrote, in an order by chance."""
    plain, critical = _sentences("0"), _sentences("1")
    chance = random.Random(1901)  # noqa: S311  the same texts each time
    for number in range(count):
        sentences: list[str] = [chance.choice(critical)] if number % _PAGES_A_HIT == 0 else []
        while sum(sentence.count(" ") + 1 for sentence in sentences) < WORDS_A_PAGE:
            sentences.append(chance.choice(plain))
        chance.shuffle(sentences)
        yield " ".join(sentences)


def known_phrases() -> tuple[tuple[str, ...], ...]:
    """Phrases of three to five words in small letters, which begin as the texts do and rarely go on so."""
    chance = random.Random(1789)  # noqa: S311  the same phrases each time
    sentences = [sentence.lower().split() for sentence in _sentences("0")]
    found: dict[tuple[str, ...], None] = {}
    while len(found) < KNOWN:
        begin, end = chance.choice(sentences), chance.choice(sentences)
        place, length = chance.randrange(len(begin)), chance.randint(1, 3)
        phrase = (*begin[place : place + 2], *end[-length:])
        if len(phrase) == length + 2 and all(word.isalpha() for word in phrase):
            found[phrase] = None
    return tuple(found)


def make_english_journal(folder: Path, count: int) -> None:
    """A journal of so many pages, three a day, in which every known phrase was kept and no page was heard yet."""
    clock = StandingClock()
    create_journal(folder, PASSPHRASE, clock=clock, cost=LEAST_COST)
    journal = open_journal(folder, PASSPHRASE, clock=clock)
    drafts = (_draft(number, text) for number, text in enumerate(texts(count)))
    journal.imports.bring_in(ImportReport(tuple(ImportLine("", ImportOutcome.NEW, draft=draft) for draft in drafts)))
    for phrase in known_phrases():
        words = " ".join(phrase)
        journal.phrases.keep(words, key=own_key(words))
    for _ in journal.search.catch_up():
        pass
    journal.close()


def _sentences(label: str) -> list[str]:
    return [row.text for row in read(DATA) if row.label == label and row.file in _WRITTEN_BY_PEOPLE]


def _draft(number: int, text: str) -> Draft:
    day = _LAST_DAY - timedelta(days=number // 3)
    written = datetime(day.year, day.month, day.day, 20, number % 3, tzinfo=UTC)
    return Draft(
        natural_identity("bench english page", str(number)),
        day,
        (Section(natural_identity("bench english section", str(number)), text),),
        happened_at=Moment(written, "Europe/London"),
    )
