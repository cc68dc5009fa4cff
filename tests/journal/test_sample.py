"""The sample journal: whole, encrypted with a key nobody keeps, and gone at the next start."""

from datetime import date
from pathlib import Path

import pytest

from heartjournal.journal import JournalState, journal_state, open_journal
from heartjournal.journal.sample import open_sample, sweep
from heartjournal.model.problems import KnownProblem
from tests.clock import FixedClock


def test_the_sample_holds_six_months_of_pages_people_and_comforts(tmp_path: Path, clock: FixedClock) -> None:
    sample = open_sample(tmp_path / "demo-1", clock=clock)
    lines = sample.pages.lines()
    assert len(lines) > 70
    assert lines[0].opening.startswith("The meeting went long")
    assert lines[-1].day < date(2026, 5, 31)
    assert [contact.name for contact in sample.support.contacts()] == ["Ines", "Night line"]
    assert sample.support.comforts()
    assert sample.search.pages("let people down")
    sample.close()


def test_nobody_can_open_the_sample_once_it_is_closed(tmp_path: Path, clock: FixedClock) -> None:
    folder = tmp_path / "demo-1"
    open_sample(folder, clock=clock).close()
    with pytest.raises(KnownProblem):
        open_journal(folder, "", clock=clock)


def test_what_an_earlier_process_left_in_the_folder_is_swept_first(tmp_path: Path, clock: FixedClock) -> None:
    folder = tmp_path / "demo-1"
    open_sample(folder, clock=clock).close()
    again = open_sample(folder, clock=clock)
    assert again.pages.count() > 70
    again.close()
    sweep((folder, tmp_path / "never there"))
    assert journal_state(folder) is JournalState.MISSING
    assert not folder.exists()
