"""Keeps what was heard in the pages true to them: what is due, in slices, and all of it anew under new rules.

Every choice of the person is kept through it: a wording is heard again in the sentence it was kept or refused with.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from heartjournal.critic.own_phrases import OWN, OwnFind, OwnPhrases, own_key
from heartjournal.journal.hearing import Hearing
from heartjournal.journal.own_hearing import hear_own
from heartjournal.journal.schema import make_heard_anew
from heartjournal.journal.truth import Truth
from heartjournal.journal.truth_tables import TruthTable
from heartjournal.model.criticism import Heard, Tier
from heartjournal.model.element import Element
from heartjournal.model.entry import FRONT_MATTER
from heartjournal.vault import Connection

# Counted up whenever what is heard of a page, or how it is kept, changes; the words of the ear have their own version.
_RULES = 1
_VERSIONS = 1_000_000
# One slice ends after this many characters or pages; an ordinary page takes about a millisecond.
SLICE_CHARACTERS = 14_000
SLICE_PAGES = 16
MOST_AT_ONCE = 60
_CHOICES_A_SLICE = 20
_PARAGRAPH = re.compile(r"(?:\n[^\S\n]*){2,}")

_VERSION = "SELECT value FROM meta WHERE name = 'hearing_version'"
_PUT_VERSION = "UPDATE meta SET value = :version WHERE name = 'hearing_version'"
_ALL_DUE = "INSERT INTO hearing_due (entry) SELECT id FROM entry WHERE kind <> 'letter'"
_DUE = "SELECT entry FROM hearing_due LIMIT :limit"
_IS_DUE = """
    SELECT EXISTS (SELECT 1 FROM hearing_due WHERE entry = :entry)
        OR EXISTS (SELECT 1 FROM index_due WHERE entry = :entry)
"""
# What waits for the index is not heard either.
_NOT_INDEXED_DUE = "INSERT OR IGNORE INTO hearing_due (entry) SELECT entry FROM index_due"
_ANY_NOT_INDEXED = "SELECT EXISTS (SELECT 1 FROM index_due)"
_ANY_DUE = "SELECT EXISTS (SELECT 1 FROM hearing_due)"
_SECTIONS = """
    SELECT section.id, section.body, section.element FROM entry CROSS JOIN section ON section.entry = entry.id
    WHERE entry.id = :entry AND entry.kind <> 'letter' AND entry.trashed_at IS NULL AND section.prompt_id <> :hidden
    ORDER BY section.rank, section.id
"""
_FORGET_FINDINGS = "DELETE FROM finding WHERE entry = :entry"
_FORGET_ANSWERS = "DELETE FROM answer WHERE entry = :entry"
_PUT_FINDING = """
    INSERT OR REPLACE INTO finding (section, start, end, key, entry, tier, reason)
    VALUES (:section, :start, :end, :key, :entry, :tier, :reason)
"""
_PUT_ANSWER = """
    INSERT OR REPLACE INTO answer (section, start, end, key, entry) VALUES (:section, :start, :end, :key, :entry)
"""
_DONE = "DELETE FROM hearing_due WHERE entry = :entry"
_EXAMPLES = {
    TruthTable.VARIANT: "SELECT id, key, example FROM variant ORDER BY id",
    TruthTable.REFUSAL: "SELECT id, key, example FROM refusal ORDER BY id",
}
_OWN_KEYS = "SELECT key FROM variant WHERE key >= :first AND key < :behind"
_OWN_BOUNDS = {"first": f"{OWN}|", "behind": f"{OWN}}}"}  # "}" comes after "|"


@dataclass(frozen=True, slots=True)
class HeardSpan:
    """Something heard in a text that is not kept: where, which phrase, how surely, why."""

    start: int
    end: int
    key: str = field(repr=False)
    tier: Tier
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class HeardText:
    """What is heard in one text, in its order, and whether there is despair in it."""

    spans: tuple[HeardSpan, ...]
    is_despair: bool


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """What the ears hear in one paragraph."""

    heard: Heard = field(repr=False)
    is_despair: bool


def forget_heard(connection: Connection, identity: UUID) -> None:
    """Take away what was heard of an entry; to be called in the transaction that removes the entry."""
    entry = {"entry": identity.bytes}
    for statement in (_FORGET_FINDINGS, _FORGET_ANSWERS, _DONE):
        connection.execute(statement, entry)


class Findings:
    """Blocking; used in the connection's thread. Each slice is one transaction, so that stopping loses nothing."""

    def __init__(self, connection: Connection, truth: Truth, hearing: Hearing) -> None:
        self._connection = connection
        self._truth = truth
        self._hearing = hearing
        self._own: tuple[frozenset[str], OwnPhrases] = (frozenset(), OwnPhrases(()))
        self._paragraphs: dict[str, _Paragraph] = {}

    def catch_up(self) -> Iterator[None]:
        """Hear what is due, a slice at a time; under new rules first every choice again, then every page."""
        yield from self._start_over_if_outdated()
        self._take_over()
        while self._number(_ANY_DUE):
            self._slice()
            yield

    def hear_due(self, entries: Iterable[UUID]) -> bool:
        """Hear at once those of these entries that were written since, as many as nobody waits for; the rest later.

        Whether there was any.
        """
        named = (entry.bytes for entry in entries)
        due = [entry for entry in named if self._number(_IS_DUE, entry=entry)][:MOST_AT_ONCE]
        if due:
            own = self._own_phrases()
            with self._connection.transaction():
                for entry in due:
                    self._hear(entry, own)
        return bool(due)

    def heard_in(self, texts: Iterable[str]) -> list[HeardText]:
        """What is heard in each of these texts that are not kept, the person's own phrases among it.

        A paragraph that stood in the texts asked about last is not heard again: they are those of a page at work.
        """
        before, self._paragraphs = self._paragraphs, {}
        own = self._own_phrases()
        return [self._heard_by_paragraph(text, own, before) for text in texts]

    def _heard_by_paragraph(self, text: str, own: OwnPhrases, before: dict[str, _Paragraph]) -> HeardText:
        spans: list[HeardSpan] = []
        is_despair, start = False, 0
        for end, following in (*(found.span() for found in _PARAGRAPH.finditer(text)), (len(text), 0)):
            words = text[start:end]
            known = self._paragraphs.get(words) or before.get(words)
            paragraph = known or _Paragraph(self._hearing.hear(words), self._hearing.hears_despair(words))
            self._paragraphs[words] = paragraph
            is_despair = is_despair or paragraph.is_despair
            here = _longest(_with_own(hear_own(own, words, self._hearing).finds, paragraph.heard))
            spans.extend(replace(span, start=span.start + start, end=span.end + start) for span in here)
            start = following
        return HeardText(tuple(spans), is_despair)

    def key_of(self, words: str) -> str:
        """The key that these words are kept under: the one that the ear gives them, else their very words."""
        finds = self._hearing.hear(words).finds
        sure = [find for find in finds if find.tier is Tier.SURE] or list(finds)
        return str(sure[0].key) if sure else own_key(words)

    def _own_phrases(self) -> OwnPhrases:
        keys = frozenset(key for (key,) in self._connection.execute(_OWN_KEYS, _OWN_BOUNDS).fetchall())
        if keys != self._own[0]:
            self._own = keys, OwnPhrases(keys)
        return self._own[1]

    def _version(self) -> int:
        return _RULES * _VERSIONS + self._hearing.version

    def _is_present(self) -> bool:
        return self._number(_VERSION) == self._version()

    def _number(self, sql: str, **named: bytes) -> int:
        return int(self._connection.execute(sql, named).fetchall()[0][0])

    def _take_over(self) -> None:
        if self._number(_ANY_NOT_INDEXED):
            with self._connection.transaction():
                self._connection.execute(_NOT_INDEXED_DUE)

    def _start_over_if_outdated(self) -> Iterator[None]:
        if self._is_present():
            return
        keys: dict[tuple[TruthTable, bytes], str] = {}
        for number, (table, identity, key, example) in enumerate(self._choices(), 1):
            heard = self.key_of(example)
            if heard and heard != key:
                keys[table, identity] = heard
            if number % _CHOICES_A_SLICE == 0:
                yield
        # What the ear does not hear any more is found by its very words from now on.
        with self._truth.writing() as writing:
            for (table, identity), key in keys.items():
                writing.change(table, UUID(bytes=identity), key=key)
            make_heard_anew(writing.connection)
            writing.connection.execute(_ALL_DUE)
            writing.connection.execute(_PUT_VERSION, {"version": self._version()})

    def _choices(self) -> list[tuple[TruthTable, bytes, str, str]]:
        return [(table, *row) for table, sql in _EXAMPLES.items() for row in self._connection.execute(sql).fetchall()]

    def _slice(self) -> None:
        own = self._own_phrases()
        with self._connection.transaction():
            characters = 0
            for (entry,) in self._connection.execute(_DUE, {"limit": SLICE_PAGES}).fetchall():
                characters += self._hear(entry, own)
                if characters > SLICE_CHARACTERS:
                    break

    def _hear(self, entry: bytes, own: OwnPhrases) -> int:
        """Hear one entry anew; how many characters it has."""
        for statement in (_FORGET_FINDINGS, _FORGET_ANSWERS, _DONE):
            self._connection.execute(statement, {"entry": entry})
        rows = self._connection.execute(_SECTIONS, {"entry": entry, "hidden": FRONT_MATTER}).fetchall()
        for row in rows:
            self._hear_section(entry, row, own)
        return sum(len(row[1]) for row in rows)

    def _hear_section(self, entry: bytes, row: tuple[Any, ...], own: OwnPhrases) -> None:
        section, body, element = row
        place = {"entry": entry, "section": section}
        heard, of_own = self._hearing.hear(body), hear_own(own, body, self._hearing)
        answers = [*of_own.answers, *(OwnFind(each.start, each.end, str(each.key)) for each in heard.answers)]
        for answer in answers:
            span = {"start": answer.start, "end": answer.end, "key": answer.key}
            self._connection.execute(_PUT_ANSWER, place | span)
        # Whoever answers a prompt of self-kindness may repeat the critic's words: only answers are heard there.
        finds = () if element == Element.SELF_KINDNESS else _with_own(of_own.finds, heard)
        for found in finds:
            span = {"start": found.start, "end": found.end, "key": found.key}
            self._connection.execute(_PUT_FINDING, place | span | {"tier": found.tier, "reason": found.reason})


def _with_own(own: Iterable[OwnFind], heard: Heard) -> list[HeardSpan]:
    """Both, in the text's order; what the ear hears within the person's own words is no find beside them."""
    spans = [HeardSpan(each.start, each.end, each.key, Tier.SURE, "") for each in own]
    others = [
        HeardSpan(find.start, find.end, str(find.key), find.tier, find.reason)
        for find in heard.finds
        if not any(each.start <= find.start and find.end <= each.end for each in spans)
    ]
    return sorted([*spans, *others], key=lambda each: (each.start, -each.end))


def _longest(spans: Iterable[HeardSpan]) -> list[HeardSpan]:
    """Those that no other one covers or begins before, so that no word is marked twice."""
    found: list[HeardSpan] = []
    for span in spans:
        if not found or found[-1].end <= span.start:
            found.append(span)
        elif span.end - span.start > found[-1].end - found[-1].start:
            found[-1] = span
    return found
