"""Earlier versions of an entry: kept in the transaction that changes it, read back newest first."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from heartjournal.journal.rows import instant_text
from heartjournal.journal.truth import Writing
from heartjournal.journal.truth_tables import TruthTable
from heartjournal.model.element import Element
from heartjournal.model.entry import Entry, Section
from heartjournal.model.identity import natural_identity
from heartjournal.model.version import Version
from heartjournal.vault import Connection

SITTING = timedelta(minutes=10)
"""Edits with less time than this between them are one sitting."""

# By stamps, which never go back; a clock may.
_KEPT_SINCE = """
    SELECT EXISTS (SELECT 1 FROM revision WHERE revision.entry = letter.id AND revision.stamp >= letter.stamp),
        entry.stamp
    FROM letter CROSS JOIN entry ON entry.id = letter.id WHERE letter.id = :id
"""
_VERSIONS = "SELECT taken_at, content FROM revision WHERE entry = :id ORDER BY stamp DESC, id DESC"


def keep_version(writing: Writing, before: Entry) -> None:
    """Keep what a letter said before it is changed now, once a sitting; a draft has no versions.

    Also in the sitting in which it was put away, or moved: its words as they were then are always kept.
    """
    row = writing.connection.execute(_KEPT_SINCE, {"id": before.id.bytes}).fetchone()
    if row is None or (row[0] and abs(writing.moment.instant - before.changed) < SITTING):
        return
    key = f"{before.id.hex}\x1f{row[1].hex()}"
    writing.put(
        TruthTable.REVISION,
        natural_identity("revision", key),
        entry=before.id.bytes,
        taken_at=instant_text(writing.moment.instant),
        content=_content(before),
    )


def versions_of(connection: Connection, identity: UUID) -> tuple[Version, ...]:
    """What the entry said before, newest first."""
    rows = connection.execute(_VERSIONS, {"id": identity.bytes}).fetchall()
    return tuple(_version(taken_at, json.loads(content)) for taken_at, content in rows)


def _content(entry: Entry) -> str:
    return json.dumps({"title": entry.title, "sections": [_section(section) for section in entry.sections]})


def _section(section: Section) -> dict[str, object]:
    return {
        "id": section.id.hex,
        "prompt_id": section.prompt_id,
        "prompt_text": section.prompt_text,
        "element": section.element,
        "body": section.body,
        "feelings": section.feelings,
    }


def _version(taken_at: str, content: dict[str, Any]) -> Version:
    return Version(
        taken_at=datetime.fromisoformat(taken_at).astimezone(UTC),
        sections=tuple(_section_from(section) for section in content["sections"]),
        title=content["title"],
    )


def _section_from(content: dict[str, Any]) -> Section:
    return Section(
        id=UUID(hex=content["id"]),
        body=content["body"],
        element=Element(content["element"]) if content["element"] else None,
        prompt_id=content["prompt_id"],
        prompt_text=content["prompt_text"],
        feelings=tuple(content["feelings"]),
    )
