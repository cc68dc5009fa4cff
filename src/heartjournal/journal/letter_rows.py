"""How letters look in rows: where one stands, its line, its links and returns. Reads only, one query a function."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from heartjournal.model.clock import Moment
from heartjournal.model.entry import FRONT_MATTER, OPENING_LENGTH, Section, opening_of
from heartjournal.model.letter import (
    FEELINGS_PROMPT,
    HURT_PROMPT,
    LATELY,
    LETTER_PROMPT,
    Awake,
    Course,
    Felt,
    LastLetter,
    LetterLine,
    LetterLink,
    LetterState,
    Rereading,
)
from heartjournal.vault import Connection

_PARAMETERS = {
    "hurt": HURT_PROMPT,
    "feelings": FEELINGS_PROMPT,
    "letter": LETTER_PROMPT,
    "front_matter": FRONT_MATTER,
    # What Python strips: SQLite's own trim knows one blank only.
    "blanks": "".join(filter(str.isspace, map(chr, range(0x3001)))),
    "many": 4 * OPENING_LENGTH,
}
_NOWHERE = UUID(int=0)

# A letter answers a hurt; one that was begun from a page answers that sentence, or that page, and one that was begun
# from a phrase answers that. It opens with what is
# reread, the section that `letter_of` names. Of another letter it answers no word is told here: that one may be
# sealed, now or later.
_LINES = """
    SELECT entry.id, entry.day, entry.title, letter.id IS NULL, letter.sealed_until IS NOT NULL, letter.next_on,
        letter.is_named, letter.resting_since,
        (SELECT count(*) FROM rereading WHERE rereading.letter = entry.id),
        (SELECT felt FROM rereading WHERE rereading.letter = entry.id ORDER BY read_at DESC, rereading.id DESC LIMIT 1),
        (SELECT substr(body, 1, :many) FROM section
            WHERE section.entry = entry.id AND prompt_id NOT IN (:hurt, :feelings, :front_matter)
                AND trim(body, :blanks) <> ''
            ORDER BY prompt_id <> :letter, rank, section.id LIMIT 1),
        (SELECT substr(body, 1, :many) FROM section
            WHERE section.entry = entry.id AND prompt_id = :hurt ORDER BY rank, section.id LIMIT 1),
        (SELECT CASE WHEN quote = '' THEN coalesce(nullif(linked.title, ''), linked.opening) ELSE quote END
            FROM letter_link JOIN entry AS linked ON linked.id = letter_link.entry
            WHERE letter_link.letter = entry.id
                AND linked.trashed_at IS NULL AND linked.closed = 0 AND linked.kind <> 'letter'
            ORDER BY letter_link.id LIMIT 1),
        (SELECT phrase.words FROM letter_phrase JOIN phrase ON phrase.id = letter_phrase.phrase
            WHERE letter_phrase.letter = entry.id ORDER BY letter_phrase.id LIMIT 1)
    FROM entry LEFT JOIN letter ON letter.id = entry.id
"""
_LISTED = f"{_LINES} WHERE entry.trashed_at IS NULL AND entry.kind = 'letter' ORDER BY entry.day DESC, entry.id DESC"
_ONE = f"{_LINES} WHERE entry.id = :id AND entry.kind = 'letter'"
_COURSE = "letter.id, letter.next_on, letter.interval, letter.rung, letter.is_named, letter.is_hard"
_STANDING = f"""
    SELECT letter.id IS NULL, letter.sealed_until IS NOT NULL, letter.resting_since, {_COURSE}
    FROM entry LEFT JOIN letter ON letter.id = entry.id WHERE entry.id = :id AND entry.kind = 'letter'
"""  # noqa: S608  columns of the schema
# What the program may bring back by itself.
_OPEN = "letter.sealed_until IS NULL AND entry.trashed_at IS NULL AND entry.closed = 0"
_DUE = f"""
    SELECT {_COURSE} FROM letter CROSS JOIN entry ON entry.id = letter.id
    WHERE letter.next_on <= :day AND letter.resting_since IS NULL AND {_OPEN}
"""  # noqa: S608  columns of the schema
_AWAKE = f"""
    SELECT letter.rung, count(*), total(letter.put_away_on > :since), total(letter.next_on <= :day)
    FROM letter CROSS JOIN entry ON entry.id = letter.id
    WHERE letter.resting_since IS NULL AND {_OPEN} GROUP BY letter.rung
"""  # noqa: S608  columns of the schema
_BRINGABLE = f"""
    SELECT letter.id, letter.put_away_on,
        (SELECT max(day) FROM rereading WHERE rereading.letter = letter.id) AS read_on
    FROM letter CROSS JOIN entry ON entry.id = letter.id WHERE {_OPEN} ORDER BY read_on, letter.id
"""  # noqa: S608  columns of the schema
_ANY_BRINGABLE = f"""
    SELECT EXISTS (SELECT 1 FROM letter CROSS JOIN entry ON entry.id = letter.id WHERE {_OPEN})
"""  # noqa: S608  columns of the schema
_LAST = """
    SELECT letter_day.letter, letter_day.day, coalesce(letter.is_hard, 0)
    FROM letter_day LEFT JOIN letter ON letter.id = letter_day.letter
    WHERE letter_day.day < :day ORDER BY letter_day.day DESC LIMIT 1
"""
_LINKS = "SELECT entry, section, quote FROM letter_link WHERE letter = :id ORDER BY id"
_PHRASES = """
    SELECT phrase.words FROM letter_phrase JOIN phrase ON phrase.id = letter_phrase.phrase
    WHERE letter_phrase.letter = :id ORDER BY letter_phrase.id
"""
_REREADINGS = """
    SELECT id, read_at, zone, day, felt, reply FROM rereading WHERE letter = :id ORDER BY read_at, id
"""
_WORDS = """
    SELECT title FROM entry WHERE id = :id
    UNION ALL SELECT body FROM section WHERE entry = :id
    UNION ALL SELECT reply FROM rereading WHERE letter = :id
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a letter is; `course` is None for a draft."""

    state: LetterState
    course: Course | None = None


@dataclass(frozen=True, slots=True)
class Bringable:
    """A letter that may be brought back: `read_on` is the last day it was read, None for never."""

    letter: UUID
    put_away_on: date
    read_on: date | None


def standing_of(connection: Connection, letter: UUID) -> Standing | None:
    """Where the letter is, trashed or not; None if there is no such letter."""
    row = connection.execute(_STANDING, {"id": letter.bytes}).fetchone()
    if row is None:
        return None
    is_draft, is_sealed, resting_since, *course = row
    state = _state(is_draft=is_draft, is_sealed=is_sealed, is_resting=resting_since is not None)
    return Standing(state, None if is_draft else _course_from(tuple(course)))


def lines_of(connection: Connection) -> tuple[LetterLine, ...]:
    """The line of every letter outside the trash, the one written last first."""
    return tuple(_line_from(row) for row in connection.execute(_LISTED, _PARAMETERS).fetchall())


def line_of(connection: Connection, letter: UUID) -> LetterLine | None:
    """The line of one letter, trashed or not."""
    row = connection.execute(_ONE, {**_PARAMETERS, "id": letter.bytes}).fetchone()
    return _line_from(row) if row else None


def courses_due(connection: Connection, day: date) -> tuple[Course, ...]:
    """The courses of all that may come on a day: awake, not trashed, not kept closed."""
    rows = connection.execute(_DUE, {"day": day.isoformat()}).fetchall()
    return tuple(_course_from(row) for row in rows)


def is_due(connection: Connection, letter: UUID, day: date) -> bool:
    """Whether this one may come on a day."""
    parameters = {"day": day.isoformat(), "id": letter.bytes}
    return connection.execute(f"{_DUE} AND letter.id = :id", parameters).fetchone() is not None


def awake_of(connection: Connection, day: date) -> Awake:
    """How much the letters that are awake ask for on a day."""
    days = {"since": (day - LATELY).isoformat(), "day": day.isoformat()}
    rows = connection.execute(_AWAKE, days).fetchall()
    return Awake(
        first=sum(lately for _, _, lately, _ in rows) / LATELY.days,
        waiting=int(sum(waiting for _, _, _, waiting in rows)),
        on_rung={rung: count for rung, count, _, _ in rows if rung},
    )


def bringable(connection: Connection) -> tuple[Bringable, ...]:
    """Every letter that is neither sealed, trashed nor kept closed, the one longest unread first."""
    return tuple(
        Bringable(UUID(bytes=letter), date.fromisoformat(put_away_on), _day(read_on))
        for letter, put_away_on, read_on in connection.execute(_BRINGABLE).fetchall()
    )


def any_bringable(connection: Connection) -> bool:
    """Whether there is one of those."""
    (is_any,) = connection.execute(_ANY_BRINGABLE).fetchone() or (0,)
    return bool(is_any)


def last_letter(connection: Connection, day: date) -> LastLetter | None:
    """The letter that came on the latest day before this one."""
    row = connection.execute(_LAST, {"day": day.isoformat()}).fetchone()
    return LastLetter(UUID(bytes=row[0]), date.fromisoformat(row[1]), bool(row[2])) if row else None


def links_of(connection: Connection, letter: UUID) -> tuple[LetterLink, ...]:
    """What the letter answers."""
    rows = connection.execute(_LINKS, {"id": letter.bytes}).fetchall()
    return tuple(
        LetterLink(UUID(bytes=entry), UUID(bytes=section) if section else None, quote) for entry, section, quote in rows
    )


def phrases_of(connection: Connection, letter: UUID) -> tuple[str, ...]:
    """The words of the phrases that it was written about."""
    return tuple(words for (words,) in connection.execute(_PHRASES, {"id": letter.bytes}).fetchall())


def rereadings_of(connection: Connection, letter: UUID) -> tuple[Rereading, ...]:
    """Its returns, oldest first."""
    rows = connection.execute(_REREADINGS, {"id": letter.bytes}).fetchall()
    return tuple(_rereading_from(row) for row in rows)


def words_of(connection: Connection, letter: UUID) -> str:
    """Everything that would be shown with it: its title, its words and the replies."""
    return "\n\n".join(words for (words,) in connection.execute(_WORDS, {"id": letter.bytes}).fetchall())


def _line_from(row: tuple[Any, ...]) -> LetterLine:
    identity, day, title, is_draft, is_sealed, next_on, is_named, resting_since, times_read, felt, *texts = row
    opening, hurt, linked, phrase = ("" if is_sealed else _opening(text or "") for text in texts)
    return LetterLine(
        id=UUID(bytes=identity),
        state=_state(is_draft=is_draft, is_sealed=is_sealed, is_resting=resting_since is not None),
        written_on=date.fromisoformat(day),
        title=title,
        opening=opening,
        about=hurt or linked or phrase,
        next_on=None if resting_since else _day(next_on),
        is_named=bool(is_named) and resting_since is None,
        resting_since=_day(resting_since),
        times_read=times_read,
        felt=Felt(felt) if felt else None,
    )


def _opening(text: str) -> str:
    return opening_of((Section(_NOWHERE, text),))


def _state(*, is_draft: bool, is_sealed: bool, is_resting: bool) -> LetterState:
    if is_draft:
        return LetterState.DRAFT
    if is_sealed:
        return LetterState.SEALED
    return LetterState.RESTING if is_resting else LetterState.AWAKE


def _course_from(row: tuple[Any, ...]) -> Course:
    letter, next_on, interval, rung, is_named, is_hard = row
    return Course(
        letter=UUID(bytes=letter),
        next_on=date.fromisoformat(next_on),
        interval=interval,
        rung=rung,
        is_named=bool(is_named),
        is_hard=bool(is_hard),
    )


def _rereading_from(row: tuple[Any, ...]) -> Rereading:
    identity, read_at, zone, day, felt, reply = row
    return Rereading(
        id=UUID(bytes=identity),
        read_at=Moment(datetime.fromisoformat(read_at), zone),
        day=date.fromisoformat(day),
        felt=Felt(felt) if felt else None,
        reply=reply,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
