"""Bringing in old pages: all at once, and a second time nothing."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from heartjournal.journal import Journal
from heartjournal.model.entry import Draft, Section
from heartjournal.model.identity import natural_identity
from heartjournal.model.importing import ImportLine, ImportOutcome, ImportReport
from heartjournal.vault import VaultBug
from tests.journal.builders import page
from tests.journal.conftest import Asked

DIARY = Path(__file__).parents[1] / "data" / "diaries" / "maclane-1901"


def pile() -> list[Draft]:
    """The 64 days of a real diary, under ids that are the same each time."""
    return [
        Draft(
            natural_identity("import", path.name),
            date.fromisoformat(path.stem),
            (Section(natural_identity("import section", path.name), path.read_bytes().decode()),),
            origin="markdown",
        )
        for path in sorted(DIARY.glob("*.md"))
    ]


def lines(drafts: list[Draft]) -> list[ImportLine]:
    return [ImportLine(draft.day.isoformat(), ImportOutcome.NEW, draft=draft) for draft in drafts]


def outcomes(report: ImportReport) -> set[ImportOutcome]:
    return {line.outcome for line in report.lines}


def test_a_diary_of_64_days_brought_in_twice_is_64_pages_byte_for_byte(journal: Journal) -> None:
    drafts = pile()
    first = journal.imports.bring_in(journal.imports.preview(lines(drafts)))
    again = journal.imports.preview(lines(drafts))
    assert first.entries == {draft.id for draft in drafts}
    assert outcomes(again) == {ImportOutcome.ALREADY_HERE}
    assert not journal.imports.bring_in(again)
    assert journal.pages.count() == len(journal.pages.lines()) == 64
    for draft in drafts:
        assert journal.pages.entry(draft.id).as_draft() == draft


def test_a_preview_writes_nothing(journal: Journal, asked: Asked) -> None:
    report = journal.imports.preview(lines(pile()))
    assert outcomes(report) == {ImportOutcome.NEW}
    assert len(asked.statements) == 1
    assert journal.pages.count() == 0


def test_a_page_trashed_or_edited_since_is_not_brought_in_again(journal: Journal) -> None:
    trashed, edited = pile()[:2]
    report = journal.imports.preview(lines([trashed, edited]))
    journal.imports.bring_in(report)
    journal.pages.trash(trashed.id)
    journal.pages.save(replace(edited, title="Now with a title"))
    assert outcomes(journal.imports.preview(lines([trashed, edited]))) == {ImportOutcome.ALREADY_HERE}
    assert not journal.imports.bring_in(report)
    assert journal.pages.entry(trashed.id).trashed_at
    assert journal.pages.entry(edited.id).title == "Now with a title"


def test_what_a_pile_holds_twice_is_brought_in_once(journal: Journal) -> None:
    draft = pile()[0]
    twice = lines([draft, replace(draft, title="the second")])
    assert [line.outcome for line in journal.imports.preview(twice).lines] == [
        ImportOutcome.NEW,
        ImportOutcome.ALREADY_HERE,
    ]
    journal.imports.bring_in(ImportReport(tuple(twice)))
    assert journal.pages.entry(draft.id).title == ""


def test_a_refused_file_stays_in_the_report_and_out_of_the_journal(journal: Journal) -> None:
    refused = ImportLine("notes.md", ImportOutcome.REFUSED, "It has no date.")
    report = journal.imports.preview([refused, *lines([page("words")])])
    assert report.lines[0] == refused
    assert len(journal.imports.bring_in(report).entries) == 1
    assert journal.pages.count() == 1


def test_an_empty_page_is_not_brought_in(journal: Journal) -> None:
    assert not journal.imports.bring_in(journal.imports.preview(lines([page("")])))


def test_nothing_is_half_imported(journal: Journal) -> None:
    first, second = page("one"), page("two")
    broken = replace(second, sections=first.sections)  # the same section in two pages cannot be kept
    with pytest.raises(VaultBug):
        journal.imports.bring_in(journal.imports.preview(lines([first, broken])))
    assert journal.pages.count() == 0
    assert journal.imports.bring_in(journal.imports.preview(lines([first, second])))
    assert journal.pages.count() == 2
