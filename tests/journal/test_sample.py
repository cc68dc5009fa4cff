"""The sample journal: whole, encrypted with a key nobody keeps, and gone at the next start."""

import os
from datetime import date
from pathlib import Path

import pytest

from heartjournal.journal import JournalState, journal_state, open_journal
from heartjournal.journal.sample import open_sample, sweep
from heartjournal.model.problems import BadResource, KnownProblem
from heartjournal.vault import KdfCost, unlocking
from heartjournal.vault.keys import key_from_passphrase
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


def test_the_sample_keeps_the_phrases_of_the_timeline_with_what_became_of_them(
    tmp_path: Path, clock: FixedClock
) -> None:
    sample = open_sample(tmp_path / "demo-1", clock=clock)
    for _ in sample.critic.catch_up():
        pass
    lines = {line.phrase.words: line for line in sample.phrases.lines()}
    assert {words: (line.times, line.last_on) for words, line in lines.items()} == {
        "I always let people down": (14, date(2026, 11, 10)),
        "I should be further along": (11, date(2026, 11, 8)),
        "That was stupid": (7, date(2026, 11, 4)),
        "Everyone else manages": (9, date(2026, 10, 30)),
        "I’m too much": (6, date(2026, 9, 21)),
        "Don’t make a fuss": (4, date(2026, 8, 18)),
        "Why can’t I do anything right": (3, date(2026, 8, 31)),
    }
    assert [words for words, line in lines.items() if line.phrase.is_pinned] == ["I always let people down"]
    assert [words for words, line in lines.items() if line.phrase.resting_since] == ["Why can’t I do anything right"]
    assert lines["I always let people down"].reframe
    assert lines["I always let people down"].reframe.written_on == date(2026, 10, 29)
    page = sample.phrases.page(lines["I always let people down"].phrase.id)
    assert [letter.title for letter in page.letters] == ["The chair you don’t have to earn"]
    assert [phrase.words for phrase in page.joined] == ["I let her down"]
    quoted = {occurrence.day: occurrence.quotation for occurrence in page.occurrences}
    assert quoted[date(2026, 11, 10)].before == "On the bus I heard it start: "
    assert quoted[date(2026, 10, 16)].words == "Always letting people down"
    assert [reframe.written_on for reframe in sample.phrases.page(lines["I’m too much"].phrase.id).reframes] == [
        date(2026, 8, 30),
        date(2026, 7, 14),
    ]
    sample.close()


def test_three_sentences_of_the_sample_wait_to_be_sorted(tmp_path: Path, clock: FixedClock) -> None:
    sample = open_sample(tmp_path / "demo-1", clock=clock)
    for _ in sample.critic.catch_up():
        pass
    assert [(each.words, each.days) for each in sample.critic.suggestions()] == [
        ("I can’t even do nothing properly", 3),
        ("I’m a fraud", 2),
        ("Typical me", 2),
    ]
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


def test_a_sample_that_cannot_be_filled_is_closed(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable() -> None:
        raise BadResource("A file of the sample cannot be read.")

    folder = tmp_path / "demo-1"
    with monkeypatch.context() as broken:
        broken.setattr("heartjournal.journal.sample.demo_support", unreadable)
        with pytest.raises(BadResource):
            open_sample(folder, clock=clock)
    assert journal_state(folder) is JournalState.READY
    again = open_sample(folder, clock=clock)
    assert again.support.comforts()
    again.close()


def test_a_sample_that_is_being_made_or_is_open_is_never_swept(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, sweeps = tmp_path / "demo-1", []
    sync, derive = os.fsync, key_from_passphrase

    def sweep_and_sync(descriptor: int) -> None:
        sweeps.append(sorted(path.name for path in folder.iterdir()))
        sweep((folder,))
        sync(descriptor)

    def sweep_and_derive(passphrase: str, *, salt: bytes, cost: KdfCost) -> bytes:
        sweep_and_sync(os.open(folder, os.O_RDONLY))
        return derive(passphrase, salt=salt, cost=cost)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", sweep_and_sync)
        patch.setattr(unlocking, "key_from_passphrase", sweep_and_derive)
        sample = open_sample(folder, clock=clock)
    assert len({tuple(names) for names in sweeps}) > 4, "the folder was not seen on its way"
    sweep((folder,))
    assert sample.pages.count() > 70
    sample.close()
    sweep((folder,))
    assert not folder.exists()


def test_a_folder_that_another_process_has_only_just_made_is_let_be(tmp_path: Path) -> None:
    folder = tmp_path / "demo-1"
    folder.mkdir()
    sweep((folder,))
    assert list(folder.iterdir()) == []
