"""Which letters fit an entry: written about it, or sharing a sentence, a feeling or a word with it. Reads only.

What is to be found by a phrase must have been heard in the entry before.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from uuid import UUID

from heartjournal.journal.phrase_rows import kept_phrases
from heartjournal.journal.wanted import folded
from heartjournal.model.letter import Drawn, ReasonKind
from heartjournal.vault import Connection

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_LETTERS = 5  # shorter words are mostly the ones that every text has
_FEWEST_QUOTED = 3  # words; less than that is no sentence of its own
_MOST_WORDS = 400
_TRIED = 8
_SHARE_OF_PAGES = 0.1  # a word on more of the pages than this says nothing
_FEW_PAGES = 4

_ABOUT = "SELECT letter FROM letter_link WHERE entry = :near ORDER BY id DESC"
_QUOTES = "SELECT letter, quote FROM letter_link WHERE entry <> :near AND quote <> '' ORDER BY id DESC"
_PHRASES_LINKED = "SELECT letter, phrase FROM letter_phrase ORDER BY id DESC"
_KEYS = """
    SELECT DISTINCT finding.key FROM finding WHERE finding.entry = :near AND NOT EXISTS (
        SELECT 1 FROM refusal WHERE refusal.key = finding.key AND refusal.section = finding.section
    )
"""
_FEELINGS = """
    SELECT DISTINCT letter.id, feeling.word
    FROM letter
    CROSS JOIN section ON section.entry = letter.id
    CROSS JOIN feeling ON feeling.section = section.id
    WHERE feeling.word IN (
        SELECT near.word FROM section AS part CROSS JOIN feeling AS near ON near.section = part.id
        WHERE part.entry = :near
    )
    ORDER BY letter.id, section.rank, feeling.rank
"""
_TEXT = "SELECT title FROM entry WHERE id = :near UNION ALL SELECT body FROM section WHERE entry = :near"
_RARE = """
    SELECT term FROM json_each(:words) CROSS JOIN entry_word ON entry_word.term = json_each.value
    WHERE doc > 1 AND doc <= max(:few, :share * (SELECT count(*) FROM index_row))
    ORDER BY doc, length(term) DESC, term LIMIT :tried
"""
_WITH_WORD = """
    SELECT index_row.entry FROM entry_text
    CROSS JOIN index_row ON index_row.position = entry_text.rowid
    CROSS JOIN letter ON letter.id = index_row.entry
    WHERE entry_text MATCH :word ORDER BY entry_text.rowid DESC
"""


def letters_alike(connection: Connection, near: UUID) -> Iterator[Drawn]:
    """The letters that answer a sentence of the entry or share a feeling with it, the best first."""
    named = {"near": near.bytes}
    text = _spoken(words_near(connection, near))
    for letter, quote in connection.execute(_QUOTES, named).fetchall():
        sentence = _spoken(quote)
        if len(sentence.split()) >= _FEWEST_QUOTED and sentence in text:
            yield Drawn(UUID(bytes=letter), ReasonKind.SAME_SENTENCE, quote)
    yield from _letters_by_phrase(connection, near)
    shared = connection.execute(_FEELINGS, named).fetchall()
    first: dict[bytes, str] = dict(reversed(shared))
    for letter, _ in Counter(letter for letter, _ in shared).most_common():
        yield Drawn(UUID(bytes=letter), ReasonKind.SAME_FEELING, first[letter])


def _letters_by_phrase(connection: Connection, near: UUID) -> Iterator[Drawn]:
    """The letters that were written about a phrase which stands in the entry; not about one that rests."""
    links = connection.execute(_PHRASES_LINKED, {}).fetchall()
    if not links:
        return
    kept = kept_phrases(connection)
    by_key = kept.by_key
    heard = connection.execute(_KEYS, {"near": near.bytes}).fetchall()
    standing = {by_key[key].id for (key,) in heard if key in by_key and by_key[key].resting_since is None}
    for letter, phrase in links:
        root = kept.roots[UUID(bytes=phrase)]
        if root in standing:
            yield Drawn(UUID(bytes=letter), ReasonKind.SAME_SENTENCE, kept.phrases[root].words)


def letters_about(connection: Connection, near: UUID) -> Iterator[Drawn]:
    """The letters that were written about the entry, the last one first."""
    for (letter,) in connection.execute(_ABOUT, {"near": near.bytes}).fetchall():
        yield Drawn(UUID(bytes=letter), ReasonKind.WRITTEN_ABOUT)


def letters_with_its_words(connection: Connection, near: UUID) -> Iterator[Drawn]:
    """The letters that share one of the rarer words of the entry; the index must have caught up."""
    words = sorted({word for word in _words(words_near(connection, near)) if len(word) >= _FEWEST_LETTERS})
    parameters = {
        "words": json.dumps(words[:_MOST_WORDS]),
        "few": _FEW_PAGES,
        "share": _SHARE_OF_PAGES,
        "tried": _TRIED,
    }
    for (word,) in connection.execute(_RARE, parameters).fetchall():
        for (letter,) in connection.execute(_WITH_WORD, {"word": f'"{word}"'}).fetchall():
            yield Drawn(UUID(bytes=letter), ReasonKind.SAME_WORDS, word)


def words_near(connection: Connection, near: UUID) -> str:
    """The title and the words of an entry."""
    return "\n\n".join(words for (words,) in connection.execute(_TEXT, {"near": near.bytes}).fetchall())


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text)[0])


def _spoken(text: str) -> str:
    """The words alone, each between blanks, so that a sentence is found whatever stands around it."""
    return f" {' '.join(_words(text))} "
