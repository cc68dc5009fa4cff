"""Finding pages by their words."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heartjournal.journal import Journal
from heartjournal.model.problems import CannotWrite
from heartjournal.vault import Connection
from tests.journal.builders import DAY, evening, page, section
from tests.journal.conftest import Asked, OpenAgain

REUSED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
HOSTILE = [
    '" OR NEAR(', "*", "-", '"', '""', "a AND", "NOT", "(", ")", "^", "title:rain", "{title body} : rain",
    "NEAR(a b, 2)", "rain*", "*rain", "'; DROP TABLE entry; --", "\0", "a\0b", "\ud83d", "—", "🙂", "\\", "+", "?", "%",
    "_", "[", "a" * 10_000, "word " * 500, "\u0301", "\ufdd0",
]  # fmt: skip


def found(journal: Journal, words: str) -> list[str]:
    return [hit.line.opening for hit in journal.search.pages(words)]


def test_a_page_is_found_by_its_title_its_words_and_its_feelings(journal: Journal) -> None:
    journal.pages.save(page("walked by the harbour", section("then home", "wistful"), title="Tuesday"))
    for words in ("harbour", "HARB", "tuesday", "wistful", "walked home", "home tuesday wist"):
        assert found(journal, words) == ["walked by the harbour"]
    for words in ("", "  ", "arbour", "harb home", "harbours"):
        assert found(journal, words) == []


def test_a_prompt_s_own_words_are_not_found(journal: Journal) -> None:
    asked_for = replace(section("an answer"), prompt_text="What was hard?", prompt_id="evening_journal/event")
    journal.pages.save(page(asked_for))
    assert found(journal, "hard") == []
    assert found(journal, "evening_journal") == []


def test_accents_and_case_do_not_matter(journal: Journal) -> None:
    journal.pages.save(page("Café ÜBER naïve cafe\u0301s"))
    for words in ("cafe", "café", "CAFE\u0301", "uber", "über", "naive", "cafes"):
        assert found(journal, words), words


def test_pages_come_newest_first(journal: Journal) -> None:
    for number in (3, 1, 2, 0):
        journal.pages.save(page(f"rain {number}", day=DAY - timedelta(days=number)))
    journal.pages.save(page("rain noon", at=evening("2026-11-12 12:00")))
    journal.pages.save(page("rain night", at=evening("2026-11-13 01:00")))
    in_search = [hit.line for hit in journal.search.pages("rain")]
    assert [line.opening for line in in_search] == ["rain night", "rain noon", "rain 0", "rain 1", "rain 2", "rain 3"]
    assert tuple(in_search) == journal.pages.lines()


def test_only_as_many_as_wanted_come(journal: Journal) -> None:
    for number in range(60):
        journal.pages.save(page(f"rain {number}", day=DAY - timedelta(days=number)))
    assert found(journal, "rain") == [f"rain {number}" for number in range(50)]
    assert len(journal.search.pages("rain", limit=3)) == 3


def test_a_changed_page_is_found_by_its_new_words_and_where_it_moved_to(journal: Journal) -> None:
    draft = page("rain")
    journal.pages.save(draft)
    journal.pages.save(page("snow and rain", day=DAY - timedelta(days=1)))
    assert found(journal, "rain") == ["rain", "snow and rain"]
    journal.pages.save(replace(draft, sections=(section("snow"),), day=date(1901, 1, 1)))
    assert found(journal, "rain") == ["snow and rain"]
    assert found(journal, "snow") == ["snow and rain", "snow"]


def test_a_page_in_the_trash_is_found_by_no_search_and_its_words_leave_the_index(
    journal: Journal, connection: Connection
) -> None:
    draft = page("rain")
    journal.pages.save(draft)
    assert found(journal, "rain")
    journal.pages.trash(draft.id)
    assert found(journal, "rain") == []
    assert b"rain" not in index_bytes(connection)
    journal.pages.restore(draft.id)
    assert found(journal, "rain") == ["rain"]
    assert b"rain" in index_bytes(connection)


def index_bytes(connection: Connection) -> bytes:
    rows = connection.execute("SELECT block FROM entry_text_data").fetchall()
    words = connection.execute("SELECT c1 FROM entry_text_content").fetchall()
    return b"".join(bytes(block) for (block,) in rows) + "".join(body for (body,) in words).encode()


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_no_sign_a_person_types_is_an_error(journal: Journal, words: str) -> None:
    journal.pages.save(page("rain and NEAR things, 100 % of a_b [x]"))
    for hit in journal.search.pages(words):
        assert hit.snippet.text


@REUSED
@given(words=st.text(st.characters(codec=None)))
def test_nothing_typed_is_ever_an_error(journal: Journal, words: str) -> None:
    journal.pages.save(page("rain"))
    journal.search.pages(words)


# Letters of every script that SQLite's tokenizer has always known; digits and signs around them.
WORDS = st.text(st.characters(codec="utf-8", min_codepoint=32, max_codepoint=0x24F), min_size=1, max_size=60)


@REUSED
@given(body=WORDS.filter(str.strip))  # a page without a word is not kept
def test_every_word_saved_is_found_also_without_its_accents(journal: Journal, body: str) -> None:
    draft = page(body, day=date(2400, 1, 1))
    journal.pages.save(draft)
    for word in re.findall(r"[^\W_]+", body):
        hits = journal.search.pages(word, limit=10_000)
        assert draft.id in {hit.line.id for hit in hits}, word
    journal.pages.trash(draft.id)


def test_one_letter_finds_pages_with_a_word_that_begins_with_it(journal: Journal) -> None:
    journal.pages.save(page(section("the old orchard", "Écœuré"), title="42"))
    for words in ("o", "T", "e", "é", "4", "old o", "the t", '"o'):
        assert found(journal, words) == ["the old orchard"], words
    for words in ("r", "2", "o old", "o o o x"):
        assert found(journal, words) == [], words


# Few enough that pages share them; a mark that stands alone, a sign, and letters that FTS5 folds or leaves alone.
PAIRED = "abAé\u0301ǡſ1_ -🙂가\u19b0"
STEPS = st.lists(
    st.tuples(st.integers(0, 3), st.text(st.sampled_from(PAIRED), min_size=1, max_size=8).filter(str.strip)),
    min_size=1,
    max_size=8,
)


@REUSED
@given(steps=STEPS, typed=st.text(st.sampled_from("abAéǡſ1가\u19b0"), min_size=2, max_size=2))
def test_two_letters_find_the_very_pages_that_have_a_word_beginning_with_them(
    journal: Journal, connection: Connection, steps: list[tuple[int, str]], typed: str
) -> None:
    drafts = [page("") for _ in range(4)]
    for number, text in steps:
        changed = page(section(text, "ab"), title=text[::-1], day=DAY - timedelta(days=len(text) // 6))
        journal.pages.save(replace(changed, id=drafts[number].id, sections=(replace(changed.sections[0], id=uuid4()),)))
        list(journal.search.catch_up())
    journal.pages.trash(drafts[steps[0][0]].id)
    list(journal.search.catch_up())
    query = {"query": f'"{typed}"*'}
    newest_first = "SELECT entry FROM index_row JOIN entry_text ON position = entry_text.rowid "
    newest_first += "WHERE entry_text MATCH :query ORDER BY position DESC"
    expected = [UUID(bytes=entry) for (entry,) in connection.execute(newest_first, query).fetchall()]
    assert [hit.line.id for hit in journal.search.pages(typed, limit=10_000)] == expected
    connection.execute("INSERT INTO entry_pair (entry_pair) VALUES ('integrity-check')")
    for draft in drafts:
        journal.pages.remove(draft.id)
    assert connection.execute("SELECT rowid FROM entry_pair WHERE entry_pair MATCH 'ab'").fetchall() == []


def test_a_changed_page_moves_only_the_pairs_that_differ(journal: Journal, asked: Asked) -> None:
    draft = page("old rain")
    journal.pages.save(draft)
    list(journal.search.catch_up())
    journal.pages.save(replace(draft, sections=(replace(draft.sections[0], body="new rain and rails"),)))
    asked.statements.clear()
    list(journal.search.catch_up())
    assert len([write for write in asked.writes() if write.startswith("INSERT INTO entry_pair")]) == 2
    journal.pages.save(replace(draft, sections=(replace(draft.sections[0], body="new rain and raining"),)))
    asked.statements.clear()
    list(journal.search.catch_up())
    assert [write for write in asked.writes() if write.startswith("INSERT INTO entry_pair")] == []


def test_emoji_are_found(journal: Journal) -> None:
    journal.pages.save(page("a good day 🙂 after all"))
    (hit,) = journal.search.pages("🙂")
    assert ("🙂", True) in hit.snippet.pieces


# Some of these FTS5 keeps, since it knows only the older characters.
@pytest.mark.parametrize("sign", ["🙂", "😀", "❤", "❤\ufe0f", "☃", "👩‍👧", "—", "%", "_", '"', "*", "\\"])
def test_a_sign_is_found_wherever_it_stands(journal: Journal, sign: str) -> None:
    journal.pages.save(page(f"in words {sign}"))
    journal.pages.save(page("in its title", title=f"Evening{sign}", day=DAY - timedelta(days=1)))
    journal.pages.save(page(section("in a feeling", f"{sign}ish"), day=DAY - timedelta(days=2)))
    binned = page(f"{sign} binned")
    for draft in (binned, page("in nothing")):
        journal.pages.save(draft)
    journal.pages.trash(binned.id)
    hits = journal.search.pages(sign)
    assert [hit.line.opening[:7] for hit in hits] == ["in word", "in its ", "in a fe"]
    assert all(any(is_hit for _, is_hit in hit.snippet.pieces) for hit in hits)
    assert len(journal.search.pages(sign, limit=2)) == 2


def test_of_several_signs_every_one_must_be_there(journal: Journal) -> None:
    for words in ("☃ only", "🌧 only", "both ☃ and 🌧"):
        journal.pages.save(page(words))
    assert found(journal, "☃ 🌧") == ["both ☃ and 🌧"]
    assert found(journal, "☃🌧") == []


def test_pages_of_the_same_instant_are_all_found(journal: Journal) -> None:
    for number in range(12):
        journal.pages.save(page(f"rain {number}", at=evening()))
    assert sorted(found(journal, "rain")) == sorted(f"rain {number}" for number in range(12))


@pytest.mark.parametrize("words", ["r", "ra", "rain", "☃"])
def test_a_search_is_one_query_once_the_index_is_true(journal: Journal, asked: Asked, words: str) -> None:
    for number in range(20):
        journal.pages.save(page(section(f"rain {number} ☃", "sad")))
    journal.search.pages("rain")
    asked.statements.clear()
    assert len(journal.search.pages(words)) == 20
    assert len(asked.reads()) == 3  # the index's version, whether anything is due, the pages
    assert asked.writes() == []


def test_saving_leaves_the_index_for_later_and_catching_up_does_a_little_at_a_time(
    journal: Journal, connection: Connection
) -> None:
    drafts = [page(f"rain {number}") for number in range(40)]
    for draft in drafts:
        journal.pages.save(draft)
    assert due(connection) == 40
    assert [due(connection) for _ in journal.search.catch_up()] == [24, 8, 0]
    assert list(journal.search.catch_up()) == []


def test_long_pages_are_indexed_one_at_a_time(journal: Journal, connection: Connection) -> None:
    for _ in range(3):
        journal.pages.save(page("rain " * 5_000))
    assert [due(connection) for _ in journal.search.catch_up()] == [2, 1, 0]


def test_catching_up_can_stop_between_two_slices_and_go_on_another_day(
    journal: Journal, open_again: OpenAgain, connection: Connection
) -> None:
    for number in range(40):
        journal.pages.save(page(f"rain {number}"))
    next(journal.search.catch_up())
    assert due(connection) == 24
    assert len(open_again().search.pages("rain")) == 40


def due(connection: Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM index_due").fetchall()[0][0])


def test_after_a_rest_the_next_words_take_the_room_that_is_there(journal: Journal, folder: Path) -> None:
    waiting = next(folder.glob("*.db-wal"))
    for _ in range(3):
        journal.pages.save(page("rain"))
    before = waiting.stat().st_size
    journal.pages.save(page("rain"))
    assert waiting.stat().st_size > before  # without a rest it grows
    list(journal.search.catch_up())
    before = waiting.stat().st_size
    journal.pages.save(page("rain"))
    assert waiting.stat().st_size == before


@pytest.mark.platform("linux")
def test_a_rest_that_finds_no_room_leaves_every_word_found_and_kept(journal: Journal, open_again: OpenAgain) -> None:
    import resource  # noqa: PLC0415  not on every system

    journal.pages.save(page("rain " * 400_000))
    list(journal.search.catch_up())
    journal = open_again()
    journal.pages.save(page("snow " * 10_000))
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, usual[1]))
    try:
        with pytest.raises(CannotWrite):
            journal._vault.connection.settle()
        list(journal.search.catch_up())
        assert len(journal.search.pages("snow")) == 1
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert len(open_again().search.pages("snow")) == 1


def test_an_index_of_another_version_is_made_anew(
    journal: Journal, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, trashed = page("rain"), page("rain in the trash")
    for draft in (kept, trashed):
        journal.pages.save(draft)
    journal.pages.trash(trashed.id)
    assert found(journal, "rain") == ["rain"]
    connection.execute("DELETE FROM entry_text")
    assert found(journal, "rain") == []
    monkeypatch.setattr("heartjournal.journal.index.INDEX_VERSION", 1000)
    assert found(journal, "rain") == ["rain"]


def test_a_very_long_page_is_shown_in_a_short_piece_at_once(journal: Journal) -> None:
    journal.pages.save(page("a rainy sky. " * 100_000 + "zebra"))
    journal.search.pages("x")
    (hit,) = journal.search.pages("z")
    assert hit.snippet.pieces[-1] == ("zebra", True)
    assert len(hit.snippet.text) < 200


def test_a_page_whose_time_is_far_from_its_day_is_found(journal: Journal) -> None:
    draft = page("rain", at=evening("9999-12-30 12:00"), day=date(1, 1, 1))
    journal.pages.save(draft)
    assert found(journal, "rain") == ["rain"]
