"""Saving, reading back, lists, the trash."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heartjournal.journal import Journal, WrittenDays
from heartjournal.model.changes import Changes
from heartjournal.model.element import Element
from heartjournal.model.entry import Draft, EntryKind, Section
from heartjournal.model.problems import NoSuchPage
from heartjournal.vault import Connection, VaultBug
from tests.clock import FixedClock
from tests.journal.builders import DAY, evening, page, section
from tests.journal.conftest import Asked, OpenAgain

REUSED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
# Everything a file can hold: no surrogates.
TEXTS = st.text(st.characters(codec="utf-8"), max_size=40)
SECTIONS = st.builds(
    Section,
    id=st.uuids(),
    body=TEXTS,
    element=st.none() | st.sampled_from(Element),
    prompt_id=TEXTS,
    prompt_text=TEXTS,
    feelings=st.lists(TEXTS, max_size=4, unique=True).map(tuple),
)
DRAFTS = st.builds(
    Draft,
    id=st.uuids(),
    day=st.dates(),
    sections=st.lists(SECTIONS, min_size=1, max_size=5, unique_by=lambda drawn: drawn.id).map(tuple),
    happened_at=st.none() | st.just(evening()),
    kind=st.sampled_from(EntryKind),
    practice_id=TEXTS,
    title=TEXTS,
    origin=TEXTS,
).filter(lambda draft: not draft.is_empty)


def fresh(draft: Draft) -> Draft:
    """The draft under ids never used before, since one journal serves every example."""
    return replace(draft, id=uuid4(), sections=tuple(replace(drawn, id=uuid4()) for drawn in draft.sections))


def as_kept(draft: Draft) -> Draft:
    return replace(draft, sections=tuple(kept for kept in draft.sections if not kept.is_empty))


@REUSED
@given(draft=DRAFTS)
def test_a_page_is_read_back_as_it_was_written(journal: Journal, draft: Draft) -> None:
    draft = fresh(draft)
    journal.pages.save(draft)
    read = journal.pages.entry(draft.id)
    assert read.as_draft() == as_kept(draft)
    assert [kept.body.encode() for kept in read.sections] == [kept.body.encode() for kept in as_kept(draft).sections]


@REUSED
@given(draft=DRAFTS, other=DRAFTS)
def test_saving_twice_is_saving_once_whatever_was_there_before(journal: Journal, draft: Draft, other: Draft) -> None:
    draft = fresh(draft)
    changed = replace(fresh(other), id=draft.id, sections=(*fresh(other).sections, *draft.sections[:2]))
    journal.pages.save(draft)
    journal.pages.save(changed)
    assert not journal.pages.save(changed)
    assert journal.pages.entry(draft.id).as_draft() == as_kept(changed)


@REUSED
@given(data=st.data())
def test_sections_and_feelings_keep_the_order_they_were_given(journal: Journal, data: st.DataObject) -> None:
    words = [f"feeling {number}" for number in range(6)]
    draft = page(*(section(f"{number}", *words[:3]) for number in range(6)))
    journal.pages.save(draft)
    for _ in range(3):
        sections = tuple(
            replace(kept, feelings=tuple(data.draw(st.permutations(words))[: data.draw(st.integers(0, 6))]))
            for kept in data.draw(st.permutations(draft.sections))[: data.draw(st.integers(1, 6))]
        )
        journal.pages.save(replace(draft, sections=sections))
        assert journal.pages.entry(draft.id).sections == sections


def test_texts_that_are_hard_to_keep_are_kept(journal: Journal, open_again: OpenAgain) -> None:
    hard = [
        "a\0b",
        "no\u00a0break\u202fspace",
        "🙂👩\u200d👩\u200d👧",
        "e\u0301 é",
        "line\r\n\r\n\u2028\u2029",
        "\ufeffmark",
        "x" * 5_000_000,
    ]
    draft = page(*hard)
    journal.pages.save(draft)
    assert [kept.body for kept in open_again().pages.entry(draft.id).sections] == hard


def test_a_half_character_costs_that_character_alone_and_counts_as_no_change_later(journal: Journal) -> None:
    draft = page(section("before \ud83d after", "sad \udc00"), title="half \ud83d")
    assert journal.pages.save(draft)
    read = journal.pages.entry(draft.id)
    assert (read.sections[0].body, read.feelings, read.title) == ("before \ufffd after", ("sad \ufffd",), "half \ufffd")
    assert not journal.pages.save(draft)


def test_a_feeling_named_twice_in_a_section_is_kept_once(journal: Journal) -> None:
    draft = page(section("", "sad", "tired", "sad"))
    journal.pages.save(draft)
    assert journal.pages.entry(draft.id).feelings == ("sad", "tired")
    assert not journal.pages.save(draft)


def test_empty_sections_are_not_kept(journal: Journal) -> None:
    draft = page("", "words", " \n", section("", "sad"))
    journal.pages.save(draft)
    assert journal.pages.entry(draft.id).sections == (draft.sections[1], draft.sections[3])


def test_an_empty_page_that_was_never_saved_writes_nothing(journal: Journal, asked: Asked) -> None:
    draft = page("", "  ")
    assert not journal.pages.save(draft)
    assert asked.writes() == []
    with pytest.raises(NoSuchPage):
        journal.pages.entry(draft.id)


def test_a_page_whose_words_were_all_taken_out_goes_to_the_trash_with_them_and_comes_back_with_other_words(
    journal: Journal, clock: FixedClock
) -> None:
    draft = page(section("words", "sad"), "more", title="Rain")
    emptied = replace(draft, title="", sections=())
    journal.pages.save(draft)
    clock.advance(timedelta(minutes=1))
    assert journal.pages.save(emptied).entries == {draft.id}
    assert journal.pages.lines() == ()
    (line,) = journal.pages.lines(trashed=True)
    assert (line.id, line.title, line.opening) == (draft.id, "Rain", "words")
    assert journal.pages.entry(draft.id).as_draft() == draft
    assert journal.pages.entry(draft.id).trashed_at == clock.now().instant
    assert journal.search.pages("words") == ()
    assert not journal.pages.save(emptied)

    other = replace(draft, sections=(replace(draft.sections[0], body="other words"),))
    journal.pages.save(other)
    assert journal.pages.entry(draft.id).as_draft() == other
    assert journal.pages.entry(draft.id).trashed_at is None


def test_an_unchanged_page_writes_nothing_at_all(journal: Journal, folder: Path, asked: Asked) -> None:
    draft = page(section("words", "sad"), "more", at=evening())
    journal.pages.save(draft)
    asked.statements.clear()
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert not journal.pages.save(draft)
    assert not journal.pages.save(journal.pages.entry(draft.id).as_draft())
    assert asked.writes() == []
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_changed_section_is_the_only_one_rewritten(journal: Journal, asked: Asked) -> None:
    draft = page(*(f"section {number}" for number in range(20)))
    journal.pages.save(draft)
    sections = list(draft.sections)
    sections[7] = replace(sections[7], body="changed")
    asked.statements.clear()
    journal.pages.save(replace(draft, sections=tuple(sections)))
    assert [write.split(" SET ")[0] for write in asked.writes()] == [
        "UPDATE entry",
        "UPDATE section",
        "INSERT OR IGNORE INTO index_due (entry) VALUES (:id)",
        "UPDATE meta",
    ]
    assert len(asked.reads()) == 4  # entry, feelings, sections, and the clock's mark with its writer


def test_another_word_rewrites_three_pages_of_the_file_and_no_index(
    journal: Journal, folder: Path, clock: FixedClock
) -> None:
    draft = page("words", at=evening())
    journal.pages.save(draft)

    def frames(changed: Draft) -> int:
        (waiting,) = folder.glob("*.db-wal")
        before = waiting.stat().st_size
        clock.advance(timedelta(seconds=1))
        journal.pages.save(changed)
        return (waiting.stat().st_size - before) // (16_384 + 24)

    longer = replace(draft, sections=(replace(draft.sections[0], body="words and more"),))
    assert frames(longer) == 3  # of the entry, of the section, and of the clock's mark
    assert frames(replace(longer, title="A title")) == 2
    assert frames(replace(longer, title="A title", day=DAY - timedelta(days=1))) == 3  # an index, but no section


def test_a_moved_section_is_the_only_one_rewritten(journal: Journal, asked: Asked) -> None:
    draft = page(*(f"section {number}" for number in range(20)))
    journal.pages.save(draft)
    asked.statements.clear()
    journal.pages.save(replace(draft, sections=(*draft.sections[1:], draft.sections[0])))
    assert len([write for write in asked.writes() if write.startswith("UPDATE section")]) == 1


def test_a_section_is_never_taken_from_another_page(journal: Journal) -> None:
    first = page("mine")
    journal.pages.save(first)
    with pytest.raises(VaultBug):
        journal.pages.save(page(replace(first.sections[0], body="stolen")))
    assert journal.pages.entry(first.id).sections == first.sections
    assert journal.pages.count() == 1


def test_saving_sets_the_human_dates_apart_from_the_day(journal: Journal, clock: FixedClock) -> None:
    draft = page("words", day=date(1901, 1, 13))
    began = clock.now().instant
    journal.pages.save(draft)
    clock.advance(timedelta(hours=1))
    journal.pages.save(replace(draft, title="A title"))
    entry = journal.pages.entry(draft.id)
    assert (entry.created, entry.changed) == (began, began + timedelta(hours=1))
    assert entry.day == date(1901, 1, 13)


def test_a_list_shows_the_newest_first_and_pages_without_a_time_below_those_of_their_day(journal: Journal) -> None:
    drafts = {
        "earlier day": page("1", day=date(2026, 11, 11), at=evening("2026-11-12 01:00")),
        "no time": page("2"),
        "morning": page("3", at=evening("2026-11-12 08:00")),
        "night": page("4", at=evening("2026-11-13 02:00")),
        "later day": page("5", day=date(2026, 11, 13)),
    }
    for draft in drafts.values():
        journal.pages.save(draft)
    names = {draft.id: name for name, draft in drafts.items()}
    assert [names[line.id] for line in journal.pages.lines()] == [
        "later day",
        "night",
        "morning",
        "no time",
        "earlier day",
    ]
    assert [hit.line for hit in journal.search.pages("")] == []


def test_a_line_tells_what_its_page_opens_with(journal: Journal) -> None:
    draft = page("", section("# Rain\nall day", element=Element.MINDFULNESS), at=evening(), title="Wet")
    journal.pages.save(draft)
    (line,) = journal.pages.lines()
    assert (line.id, line.day, line.happened_at, line.kind) == (draft.id, DAY, evening(), EntryKind.PAGE)
    assert (line.title, line.opening, line.elements) == ("Wet", "Rain all day", (Element.MINDFULNESS,))


def test_a_list_is_one_query_however_long(journal: Journal, asked: Asked) -> None:
    for number in range(30):
        journal.pages.save(page(section(f"{number}", "sad"), "more", day=DAY - timedelta(days=number)))
    asked.statements.clear()
    assert len(journal.pages.lines()) == 30
    assert len(asked.statements) == 1


@pytest.mark.parametrize("trashed", [False, True])
def test_a_list_reads_an_index_and_sorts_nothing(journal: Journal, connection: Connection, trashed: bool) -> None:
    sql = journal.pages._TRASHED if trashed else journal.pages._LISTED
    bounds = {"since": "", "until": "9", "day": "9", "happened_at": "", "id": b"", "limit": 9}
    plan = " ".join(str(row) for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", bounds).fetchall())
    assert ("entry_trashed" if trashed else "entry_listed") in plan
    assert "TEMP B-TREE" not in plan


def test_a_list_can_be_narrowed_to_days(journal: Journal) -> None:
    for number in range(6):
        journal.pages.save(page(f"{number}", day=DAY - timedelta(days=number)))

    def openings(**bounds: date) -> str:
        return "".join(line.opening for line in journal.pages.lines(**bounds))  # type: ignore[arg-type]  # days only

    assert openings(day=DAY) == "0"
    assert openings(since=DAY - timedelta(days=2)) == "012"
    assert openings(until=DAY - timedelta(days=4)) == "45"
    assert openings(since=DAY - timedelta(days=4), until=DAY - timedelta(days=3)) == "34"


def test_a_list_goes_on_below_its_last_row(journal: Journal) -> None:
    for number in range(4):
        for at in (None, None, evening("2026-11-12 08:00"), evening("2026-11-12 08:00")):
            journal.pages.save(page(f"{number}", day=DAY - timedelta(days=number), at=at))
    whole = journal.pages.lines()
    assert len(whole) == 16
    for size in (1, 3, 7):
        parts = list(journal.pages.lines(limit=size))
        while more := journal.pages.lines(limit=size, below=parts[-1]):
            parts += more
        assert tuple(parts) == whole
    assert journal.pages.lines(below=whole[0], until=DAY - timedelta(days=3)) == whole[12:]


def test_days_with_pages_are_known_and_the_trash_has_none(journal: Journal) -> None:
    days = [DAY - timedelta(days=number) for number in (0, 0, 3, 40)]
    drafts = [page("words", day=day) for day in days]
    for draft in drafts:
        journal.pages.save(draft)
    assert journal.pages.days(DAY - timedelta(days=30), DAY) == {days[0], days[2]}
    assert journal.pages.days_written_around(days[2]) == WrittenDays(previous=days[3], next=days[0])
    assert journal.pages.days_written_around(DAY) == WrittenDays(previous=days[2], next=None)
    journal.pages.trash(drafts[2].id)
    assert journal.pages.days(DAY - timedelta(days=30), DAY) == {days[0]}
    assert journal.pages.days_written_around(DAY) == WrittenDays(previous=days[3], next=None)


def test_a_page_in_the_trash_keeps_every_word_and_comes_back_as_it_was(journal: Journal, clock: FixedClock) -> None:
    draft = page(section("words", "sad"), at=evening())
    journal.pages.save(draft)
    before = journal.pages.entry(draft.id)
    clock.advance(timedelta(days=1))
    assert journal.pages.trash(draft.id).entries == {draft.id}
    assert not journal.pages.trash(draft.id)
    assert (journal.pages.count(), journal.pages.lines()) == (0, ())
    assert [line.id for line in journal.pages.lines(trashed=True)] == [draft.id]
    assert journal.pages.entry(draft.id).trashed_at == clock.now().instant
    assert journal.pages.restore(draft.id).entries == {draft.id}
    assert not journal.pages.restore(draft.id)
    assert journal.pages.entry(draft.id) == before
    assert journal.pages.lines(trashed=True) == ()


def test_a_removed_page_leaves_its_ids_and_no_word(journal: Journal, connection: Connection) -> None:
    removed, other = page(section("a weir in flood", "sad"), title="Weir"), page("the weir again")
    for draft in (removed, other):
        journal.pages.save(draft)
    assert len(journal.search.pages("weir")) == 2
    assert journal.pages.remove(removed.id) == Changes(entries=frozenset({removed.id}))

    with pytest.raises(NoSuchPage):
        journal.pages.entry(removed.id)
    (counts,) = connection.execute(
        """
        SELECT (SELECT count(*) FROM entry), (SELECT count(*) FROM section), (SELECT count(*) FROM feeling),
            (SELECT count(*) FROM entry_text), (SELECT count(*) FROM index_row), (SELECT count(*) FROM index_due)
        """
    ).fetchall()
    assert tuple(counts) == (1, 1, 0, 1, 1, 0)
    gone = connection.execute("SELECT table_name, id FROM gone ORDER BY table_name").fetchall()
    assert [table for table, _ in gone] == ["entry", "feeling", "section"]
    assert (gone[0][1], gone[2][1]) == (removed.id.bytes, removed.sections[0].id.bytes)
    assert [hit.line.id for hit in journal.search.pages("weir")] == [other.id]


def test_a_page_is_removed_before_it_was_indexed_and_from_the_trash_and_only_once(journal: Journal) -> None:
    draft = page("words")
    journal.pages.save(draft)
    journal.pages.trash(draft.id)
    assert journal.pages.remove(draft.id)
    assert not journal.pages.remove(draft.id)
    assert journal.pages.lines(trashed=True) == ()


def test_a_late_save_of_the_same_words_leaves_a_page_in_the_trash(journal: Journal) -> None:
    draft = page("words")
    journal.pages.save(draft)
    journal.pages.trash(draft.id)
    assert not journal.pages.save(draft)
    assert journal.pages.entry(draft.id).trashed_at


def test_a_page_that_is_not_there_is_named_as_such(journal: Journal) -> None:
    for verb in (journal.pages.entry, journal.pages.trash, journal.pages.restore):
        with pytest.raises(NoSuchPage):
            verb(uuid4())
