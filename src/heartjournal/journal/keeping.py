"""Writes a draft onto the rows of its entry, touching only what differs; no transaction of its own."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from heartjournal.journal.rows import elements_text, instant_text, moment_columns, moment_from
from heartjournal.journal.truth import Writing
from heartjournal.journal.truth_tables import TruthTable
from heartjournal.journal.versions import keep_version
from heartjournal.model.element import Element
from heartjournal.model.entry import Draft, Entry, EntryKind, Section, elements_of, opening_of
from heartjournal.model.identity import natural_identity
from heartjournal.model.letter import letter_of
from heartjournal.model.problems import NoSuchPage, SealedLetter
from heartjournal.model.rank import ranks_in_order
from heartjournal.model.text import whole_characters
from heartjournal.vault import Connection

_ENTRY = """
    SELECT kind, practice_id, day, happened_at, zone, title, origin, pinned, closed, created, changed, trashed_at,
        letter.sealed_until
    FROM entry LEFT JOIN letter ON letter.id = entry.id WHERE entry.id = :id
"""
_SECTIONS = """
    SELECT id, rank, prompt_id, prompt_text, element, body FROM section WHERE entry = :id ORDER BY rank, id
"""
_FEELINGS = """
    SELECT feeling.section, feeling.word, feeling.rank
    FROM section CROSS JOIN feeling ON feeling.section = section.id
    WHERE section.entry = :id ORDER BY feeling.section, feeling.rank, feeling.id
"""
_MARK_DUE = "INSERT OR IGNORE INTO index_due (entry) VALUES (:id)"


@dataclass(frozen=True, slots=True)
class _Kept:
    """An entry with the ranks its rows have: by section, and by section and word."""

    entry: Entry
    section_ranks: dict[UUID, str]
    feeling_ranks: dict[UUID, dict[str, str]] = field(repr=False)


def entry_from(connection: Connection, identity: UUID) -> Entry | None:
    """The entry, trashed or not; None if there is none. A sealed letter's words stay behind: it has no sections."""
    kept = _kept(connection, identity)
    if kept is None:
        return None
    return replace(kept.entry, sections=()) if kept.entry.sealed_until else kept.entry


def keep(writing: Writing, draft: Draft) -> bool:
    """Write the draft if it differs from what is kept; True if anything was written.

    An empty draft of an entry that is not kept leaves nothing. An empty draft of one that is kept trashes it with the
    words it was kept with, since they may have been taken out by accident; other words written into a trashed entry
    bring it back. For the same reason a letter that was put away never loses the letter itself: a draft without it
    is kept with the words it had.

    Raises SealedLetter, and nothing is written, for other words of a sealed letter: whoever has them has not read it.
    """
    draft = _as_kept(draft)
    kept = _kept(writing.connection, draft.id)
    if kept and kept.entry.kind is EntryKind.LETTER and writing.has(TruthTable.LETTER, draft.id):
        draft = _with_the_letter(draft, kept.entry)
    if kept is None:
        if draft.is_empty:
            return False
        _write_entry(writing, draft, None)
    elif kept.entry.as_draft() == draft or (draft.is_empty and kept.entry.trashed_at):
        return False
    elif kept.entry.sealed_until:
        raise SealedLetter("This letter is sealed until its date.", "Open it first, then it can be changed.")
    elif draft.is_empty:
        put_in_trash(writing, draft.id)
        return True
    else:
        if kept.entry.kind is EntryKind.LETTER:
            keep_version(writing, kept.entry)
        _write_entry(writing, draft, kept.entry)
    _write_sections(writing, draft, kept)
    mark_due(writing.connection, draft.id)
    return True


def no_such_page() -> NoSuchPage:
    """The problem of a page that is not here."""
    return NoSuchPage("There is no such page in this journal.", "Look for it in the list of pages.")


def put_in_trash(writing: Writing, identity: UUID) -> None:
    """Trash an entry as it is kept, with every word."""
    writing.change(TruthTable.ENTRY, identity, trashed_at=instant_text(writing.moment.instant))
    mark_due(writing.connection, identity)


def mark_due(connection: Connection, identity: UUID) -> None:
    """Note that neither the index nor what was heard tells what this entry says now.

    One row for both, since a save waits for it: whoever takes it out of the index's list hands it on to the ear's.
    """
    connection.execute(_MARK_DUE, {"id": identity.bytes})


def _as_kept(draft: Draft) -> Draft:
    """The draft as it will be read back: no empty section, no feeling twice, no half character."""
    return replace(
        draft,
        title=whole_characters(draft.title),
        sections=tuple(_section_as_kept(section) for section in draft.sections if not section.is_empty),
    )


def _with_the_letter(draft: Draft, before: Entry) -> Draft:
    """The draft, with the letter's words of before, in their place, if it has none of its own."""
    letter = letter_of(before.sections)
    if letter is None or draft.is_empty or letter_of(draft.sections):
        return draft
    sections = [section for section in draft.sections if section.id != letter.id]
    sections.insert(before.sections.index(letter), letter)
    return replace(draft, sections=tuple(sections))


def _section_as_kept(section: Section) -> Section:
    return replace(
        section,
        body=whole_characters(section.body),
        prompt_text=whole_characters(section.prompt_text),
        feelings=tuple(dict.fromkeys(whole_characters(word) for word in section.feelings)),
    )


def _write_entry(writing: Writing, draft: Draft, before: Entry | None) -> None:
    now = instant_text(writing.moment.instant)
    columns = _entry_columns(draft, trashed_at=None)
    derived = {"opening": opening_of(draft.sections), "elements": elements_text(elements_of(draft.sections))}
    if before is None:
        writing.add(TruthTable.ENTRY, draft.id, created=now, changed=now, **columns, **derived)
    else:
        trashed_at = instant_text(before.trashed_at) if before.trashed_at else None
        differing = _differing(columns, _entry_columns(before.as_draft(), trashed_at=trashed_at))
        writing.change(TruthTable.ENTRY, draft.id, changed=now, **differing, **derived)


def _entry_columns(draft: Draft, *, trashed_at: str | None) -> dict[str, str | None]:
    return {
        "kind": draft.kind,
        "practice_id": draft.practice_id,
        "day": draft.day.isoformat(),
        **moment_columns(draft.happened_at),
        "title": draft.title,
        "origin": draft.origin,
        "trashed_at": trashed_at,
    }


def _differing(columns: dict[str, str | None], was: dict[str, str | None]) -> dict[str, str | None]:
    """Only what differs: SQLite writes the indexes of every column that a statement names."""
    return {name: value for name, value in columns.items() if value != was[name]}


def _write_sections(writing: Writing, draft: Draft, kept: _Kept | None) -> None:
    before = {section.id: section for section in kept.entry.sections} if kept else {}
    ranks_before = kept.section_ranks if kept else {}
    for gone in before.keys() - {section.id for section in draft.sections}:
        writing.remove(TruthTable.SECTION, gone)
    ranks = ranks_in_order([ranks_before.get(section.id, "") for section in draft.sections])
    for section, rank in zip(draft.sections, ranks, strict=True):
        was = before.get(section.id)
        if was is None:
            writing.add(TruthTable.SECTION, section.id, entry=draft.id.bytes, **_section_columns(section, rank))
        elif columns := _differing(_section_columns(section, rank), _section_columns(was, ranks_before[section.id])):
            writing.change(TruthTable.SECTION, section.id, **columns)
        if section.feelings != (was.feelings if was else ()):
            _write_feelings(writing, section, kept.feeling_ranks.get(section.id, {}) if kept else {})


def _section_columns(section: Section, rank: str) -> dict[str, str | None]:
    return {
        "rank": rank,
        "prompt_id": section.prompt_id,
        "prompt_text": section.prompt_text,
        "element": section.element,
        "body": section.body,
    }


def _write_feelings(writing: Writing, section: Section, ranks_before: dict[str, str]) -> None:
    for word in ranks_before.keys() - set(section.feelings):
        writing.remove(TruthTable.FEELING, _feeling_identity(section.id, word))
    ranks = ranks_in_order([ranks_before.get(word, "") for word in section.feelings])
    for word, rank in zip(section.feelings, ranks, strict=True):
        if ranks_before.get(word) != rank:
            identity = _feeling_identity(section.id, word)
            writing.put(TruthTable.FEELING, identity, section=section.id.bytes, rank=rank, word=word)


def _feeling_identity(section: UUID, word: str) -> UUID:
    return natural_identity("feeling", f"{section.hex}\x1f{word}")


def _kept(connection: Connection, identity: UUID) -> _Kept | None:
    named = {"id": identity.bytes}
    row = connection.execute(_ENTRY, named).fetchone()
    if row is None:
        return None
    feelings: dict[UUID, dict[str, str]] = {}
    for section, word, rank in connection.execute(_FEELINGS, named).fetchall():
        feelings.setdefault(UUID(bytes=section), {})[word] = rank
    section_rows = connection.execute(_SECTIONS, named).fetchall()
    sections = tuple(_section_from(section_row, feelings) for section_row in section_rows)
    ranks = {UUID(bytes=section_row[0]): section_row[1] for section_row in section_rows}
    return _Kept(_entry_from_row(identity, row, sections), ranks, feelings)


def _section_from(row: tuple[Any, ...], feelings: dict[UUID, dict[str, str]]) -> Section:
    identity, _, prompt_id, prompt_text, element, body = row
    return Section(
        id=UUID(bytes=identity),
        body=body,
        element=Element(element) if element else None,
        prompt_id=prompt_id,
        prompt_text=prompt_text,
        feelings=tuple(feelings.get(UUID(bytes=identity), ())),
    )


def _entry_from_row(identity: UUID, row: tuple[Any, ...], sections: tuple[Section, ...]) -> Entry:
    kind, practice_id, day, happened_at, zone, title, origin, pinned, closed, created, changed, *states = row
    trashed_at, sealed_until = states
    return Entry(
        id=identity,
        day=date.fromisoformat(day),
        sections=sections,
        created=_instant(created),
        changed=_instant(changed),
        happened_at=moment_from(happened_at, zone),
        kind=EntryKind(kind),
        practice_id=practice_id,
        title=title,
        origin=origin,
        pinned=bool(pinned),
        closed=bool(closed),
        trashed_at=_instant(trashed_at) if trashed_at else None,
        sealed_until=date.fromisoformat(sealed_until) if sealed_until else None,
    )


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
