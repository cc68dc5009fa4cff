"""Reads the phrases of the inner critic and where they stand; writes nothing."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from heartjournal.model.phrase import CriticStep, LinkedLetter, Occurrence, Phrase, Reframe, Variant
from heartjournal.model.quotation import quotation_of
from heartjournal.vault import Connection

SEPARATOR = "\x1f"
"""Between the tones of a phrase, in its row."""
EVERYWHERE = b""
"""The section of a refusal that holds in every one."""

_PHRASES = """
    SELECT id, kept_on, words, tones, whose_voice, protecting, softening, pinned, resting_since, step, merged_into
    FROM phrase ORDER BY id
"""
_REFRAMES = "SELECT phrase, id, written_on, words FROM reframe ORDER BY stamp, id"
_VARIANTS = "SELECT phrase, key, example FROM variant ORDER BY stamp, id"
# A page that is kept closed is not brought back by the program, not even as a sentence of it.
SHOWN = """
    entry.trashed_at IS NULL AND entry.closed = 0 AND NOT EXISTS (
        SELECT 1 FROM refusal WHERE refusal.key = {found}.key AND refusal.section = {found}.section
    )
"""
_WHERE_KEPT = f"""
    SELECT DISTINCT found.key, entry.day, found.entry
    FROM (SELECT DISTINCT key FROM variant) AS wanted CROSS JOIN {{table}} AS found ON found.key = wanted.key
    CROSS JOIN entry ON entry.id = found.entry
    WHERE entry.day BETWEEN :since AND :until AND {SHOWN.format(found="found")}
"""  # noqa: S608  names of the schema
_ALWAYS = {"since": "", "until": "9999-12-31"}
_PLACES = f"""
    SELECT found.key, found.entry, found.section, entry.day, found.start, found.end
    FROM json_each(:keys) AS wanted CROSS JOIN {{table}} AS found ON found.key = wanted.value
    CROSS JOIN entry ON entry.id = found.entry CROSS JOIN section ON section.id = found.section
    WHERE entry.day BETWEEN :since AND :until AND {SHOWN.format(found="found")}
    ORDER BY entry.day DESC, entry.happened_at DESC, entry.id DESC, section.rank, found.start
    LIMIT :limit
"""  # noqa: S608  names of the schema
_BODIES = """
    SELECT section.id, section.body
    FROM json_each(:sections) AS wanted CROSS JOIN section ON section.id = unhex(wanted.value)
"""
_LETTERS = """
    SELECT entry.id, entry.title, letter.sealed_until IS NOT NULL
    FROM json_each(:phrases) AS wanted CROSS JOIN letter_phrase ON letter_phrase.phrase = unhex(wanted.value)
    CROSS JOIN entry ON entry.id = letter_phrase.letter LEFT JOIN letter ON letter.id = entry.id
    WHERE entry.trashed_at IS NULL GROUP BY entry.id ORDER BY entry.day DESC, entry.id DESC
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """All phrases with what belongs to them. `roots` gives for each the one that it was merged into, or itself."""

    phrases: Mapping[UUID, Phrase]
    roots: Mapping[UUID, UUID]
    reframes: Mapping[UUID, tuple[Reframe, ...]] = field(repr=False)
    variants: Mapping[UUID, tuple[Variant, ...]] = field(repr=False)
    owners: Mapping[str, UUID] = field(repr=False)

    @property
    def by_key(self) -> dict[str, Phrase]:
        """The phrase that each wording belongs to, after every merge.

        New rules may give two wordings one key; then it counts for the phrase that was kept first, and for no other.
        """
        return {key: self.phrases[self.roots[owner]] for key, owner in self.owners.items()}

    def keys_of(self, phrase: UUID) -> tuple[str, ...]:
        """The keys that count for a phrase, each once."""
        by_key = self.by_key
        keys = dict.fromkeys(variant.key for variant in self.variants_of(phrase))
        return tuple(key for key in keys if by_key[key].id == phrase)

    def sharing(self, phrase: UUID) -> tuple[Phrase, ...]:
        """Phrases that a wording of this one has become one with, under new rules."""
        by_key = self.by_key
        of_here = {variant.key for variant in self.variants_of(phrase)}
        others = {
            self.roots[owner] for owner, listed in self.variants.items() if of_here & {each.key for each in listed}
        }
        found = others | {by_key[key].id for key in of_here}
        return tuple(self.phrases[each] for each in sorted(found - {phrase}))

    def joined(self, phrase: UUID) -> tuple[UUID, ...]:
        """The phrase and all that were merged into it."""
        return tuple(each for each, root in self.roots.items() if root == phrase)

    def reframes_of(self, phrase: UUID) -> tuple[Reframe, ...]:
        """Every kinder line of a phrase and of those merged into it, the oldest first."""
        found = (reframe for each in self.joined(phrase) for reframe in self.reframes.get(each, ()))
        return tuple(sorted(found, key=lambda reframe: reframe.written_on))

    def variants_of(self, phrase: UUID) -> tuple[Variant, ...]:
        """Every wording of a phrase and of those merged into it."""
        return tuple(variant for each in self.joined(phrase) for variant in self.variants.get(each, ()))


@dataclass(frozen=True, slots=True)
class Stood:
    """That a phrase, after every merge, stood in a page of this day."""

    phrase: UUID
    day: date
    entry: UUID


def kept_phrases(connection: Connection) -> Kept:
    """Every phrase, in three queries."""
    phrases: dict[UUID, Phrase] = {}
    merged: dict[UUID, UUID] = {}
    for row in connection.execute(_PHRASES).fetchall():
        phrase = _phrase(row)
        phrases[phrase.id] = phrase
        if row[-1]:
            merged[phrase.id] = UUID(bytes=row[-1])
    reframes, variants = defaultdict(list), defaultdict(list)
    for phrase_id, identity, written_on, words in connection.execute(_REFRAMES).fetchall():
        reframes[UUID(bytes=phrase_id)].append(Reframe(UUID(bytes=identity), date.fromisoformat(written_on), words))
    owners: dict[str, UUID] = {}
    for phrase_id, key, example in connection.execute(_VARIANTS).fetchall():
        variants[UUID(bytes=phrase_id)].append(Variant(key, example))
        owners.setdefault(key, UUID(bytes=phrase_id))
    return Kept(
        phrases,
        {identity: _root(identity, merged, phrases) for identity in phrases},
        {identity: tuple(listed) for identity, listed in reframes.items()},
        {identity: tuple(listed) for identity, listed in variants.items()},
        owners,
    )


def pages_by_day(connection: Connection, kept: Kept, *, table: str = "finding") -> dict[UUID, dict[date, int]]:
    """In how many pages of each day a phrase stood, or its answers with the table "answer"; twice on a page is once."""
    roots = {key: phrase.id for key, phrase in kept.by_key.items()}
    rows = connection.execute(_WHERE_KEPT.format(table=table), _ALWAYS).fetchall()
    # Several wordings of a phrase may stand in one page: then its row is there for each of them.
    counts = Counter((root, day) for root, day, _ in {(roots[key], day, entry) for key, day, entry in rows})
    found: dict[UUID, dict[date, int]] = {root: {} for root in kept.roots.values()}
    for (root, day), count in counts.items():
        found[root][date.fromisoformat(day)] = count
    return found


def stood(connection: Connection, kept: Kept, since: date, until: date) -> frozenset[Stood]:
    """In which pages from `since` to `until`, both included, the kept phrases stood."""
    bounds = {"since": since.isoformat(), "until": until.isoformat()}
    rows = connection.execute(_WHERE_KEPT.format(table="finding"), bounds).fetchall()
    roots = {key: phrase.id for key, phrase in kept.by_key.items()}
    return frozenset(Stood(roots[key], date.fromisoformat(day), UUID(bytes=entry)) for key, day, entry in rows)


def occurrences(
    connection: Connection,
    keys: Iterable[str],
    *,
    table: str = "finding",
    limit: int | None = None,
    days: tuple[date, date] | None = None,
) -> list[Occurrence]:
    """Every place of these keys, or the first `limit` of them, the newest page first; `days` are the first and last."""
    bounds = {"since": days[0].isoformat(), "until": days[1].isoformat()} if days else _ALWAYS
    named = {"keys": json.dumps([*keys]), "limit": -1 if limit is None else limit, **bounds}
    rows = connection.execute(_PLACES.format(table=table), named).fetchall()
    # Each body once: a long page may hold a phrase ten thousand times.
    sections = json.dumps(sorted({row[2].hex() for row in rows}))
    bodies: dict[bytes, str] = dict(connection.execute(_BODIES, {"sections": sections}).fetchall())
    return [_occurrence(row, bodies[row[2]]) for row in _outermost(rows)]


def _outermost(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Without those that lie within another one of the same section: the same words, found by two wordings."""
    kept: list[tuple[Any, ...]] = []
    for row in rows:
        _, _, section, _, start, end = row
        if kept and kept[-1][2] == section and start < kept[-1][5]:
            if end - start > kept[-1][5] - kept[-1][4]:
                kept[-1] = row
        else:
            kept.append(row)
    return kept


def letters_of_phrases(connection: Connection, phrases: Iterable[UUID]) -> tuple[LinkedLetter, ...]:
    """The letters outside the bin that were written about these phrases, the newest first."""
    rows = connection.execute(_LETTERS, {"phrases": json.dumps([phrase.hex for phrase in phrases])}).fetchall()
    return tuple(
        LinkedLetter(UUID(bytes=identity), title, is_sealed=bool(is_sealed)) for identity, title, is_sealed in rows
    )


def _phrase(row: tuple[Any, ...]) -> Phrase:
    identity, kept_on, words, tones, whose_voice, protecting, softening, pinned, resting_since, step, _ = row
    return Phrase(
        id=UUID(bytes=identity),
        kept_on=date.fromisoformat(kept_on),
        words=words,
        tones=tuple(filter(None, tones.split(SEPARATOR))),
        whose_voice=whose_voice,
        protecting=protecting,
        softening=softening,
        is_pinned=bool(pinned),
        resting_since=date.fromisoformat(resting_since) if resting_since else None,
        step=CriticStep(step),
    )


def _root(identity: UUID, merged: Mapping[UUID, UUID], phrases: Mapping[UUID, Phrase]) -> UUID:
    """Where merges lead. Two machines may each merge one phrase into the other: then the smaller id is the root."""
    seen = [identity]
    while (target := merged.get(seen[-1])) is not None and target in phrases:
        if target in seen:
            return min(seen[seen.index(target) :])
        seen.append(target)
    return seen[-1]


def _occurrence(row: tuple[Any, ...], body: str) -> Occurrence:
    key, entry, section, day, start, end = row
    return Occurrence(
        entry=UUID(bytes=entry),
        section=UUID(bytes=section),
        day=date.fromisoformat(day),
        start=start,
        end=end,
        quotation=quotation_of(body, start, end),
        key=key,
    )
