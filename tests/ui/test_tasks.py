"""The worker: order, urgency, replacement, slices, and trouble that comes home."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, cast

import pytest
import shiboken6
from PySide6.QtCore import QObject

from heartjournal.model.changes import Changes
from heartjournal.model.problems import DiskFull, KnownProblem
from heartjournal.ui.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from heartjournal.journal import Journal


class Doorway:
    """Stands where an open journal would: these tests are about the worker, not about what it does."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.closed_in: str | None = None
        self.interrupted = threading.Event()

    def close(self) -> None:
        self.closed_in = threading.current_thread().name

    def interrupt(self) -> None:
        self.interrupted.set()


@pytest.fixture
def doorway() -> Doorway:
    return Doorway()


@pytest.fixture
def tasks(qtbot: QtBot, doorway: Doorway) -> Iterator[Tasks]:
    made = Tasks()
    opened: list[None] = []
    made.open(lambda: cast("Journal", doorway), then=opened.append, owner=made)
    qtbot.waitUntil(lambda: bool(opened))
    yield made
    made.stop()


def note(doorway: Doorway, word: str) -> Any:
    return lambda _journal: doorway.done.append(word)


def test_work_is_done_in_the_order_it_was_asked_for_and_away_from_the_window(tasks: Tasks, qtbot: QtBot) -> None:
    answers: list[str] = []
    for _ in range(3):
        tasks.run(lambda _journal: threading.current_thread().name, then=answers.append, owner=tasks)
    qtbot.waitUntil(lambda: len(answers) == 3)
    assert answers == ["journal"] * 3


def test_a_save_goes_before_what_waits(tasks: Tasks, doorway: Doorway, qtbot: QtBot) -> None:
    gate = threading.Event()
    tasks.run(lambda _journal: gate.wait(10), owner=tasks)
    tasks.run(note(doorway, "list"), owner=tasks)
    tasks.run(note(doorway, "save"), owner=tasks, urgent=True)
    gate.set()
    qtbot.waitUntil(lambda: len(doorway.done) == 2)
    assert doorway.done == ["save", "list"]


def test_a_save_goes_between_the_slices_of_long_work(tasks: Tasks, doorway: Doorway, qtbot: QtBot) -> None:
    begun, gate = threading.Event(), threading.Event()

    def long_work(_journal: Journal) -> Iterator[None]:
        for number in range(3):
            doorway.done.append(f"slice {number}")
            begun.set()
            gate.wait(10)
            yield

    ended: list[None] = []
    tasks.slices(long_work, then=ended.append, owner=tasks)
    begun.wait(10)
    tasks.run(note(doorway, "save"), owner=tasks, urgent=True)
    gate.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert doorway.done == ["slice 0", "save", "slice 1", "slice 2"]


def test_a_newer_search_forgets_the_waiting_one_and_interrupts_the_running_one(
    tasks: Tasks, doorway: Doorway, qtbot: QtBot
) -> None:
    begun = threading.Event()

    def search(words: str) -> Any:
        def work(_journal: Journal) -> str:
            begun.set()
            if words == "first":
                doorway.interrupted.wait(10)
                raise RuntimeError("interrupted")
            return words

        return work

    answers: list[str] = []
    tasks.run(search("first"), then=answers.append, owner=tasks, replaces="search")
    begun.wait(10)
    tasks.run(search("second"), then=answers.append, owner=tasks, replaces="search")
    tasks.run(search("third"), then=answers.append, owner=tasks, replaces="search")
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["third"]
    assert doorway.interrupted.is_set()


def test_only_the_newest_of_what_was_asked_for_aside_is_answered(tasks: Tasks, qtbot: QtBot) -> None:
    begun, gate = threading.Event(), threading.Event()

    def slow() -> str:
        begun.set()
        gate.wait(10)
        return "slow"

    answers: list[str] = []
    tasks.aside(slow, then=answers.append, owner=tasks, replaces="look")
    begun.wait(10)
    tasks.aside(lambda: "new", then=answers.append, owner=tasks, replaces="look")
    qtbot.waitUntil(lambda: bool(answers))
    gate.set()
    tasks._pool.waitForDone()
    tasks.aside(lambda: "last", then=answers.append, owner=tasks)
    qtbot.waitUntil(lambda: "last" in answers)
    assert answers == ["new", "last"]


def test_an_answer_that_is_home_but_not_handed_over_is_dropped_when_it_is_forgotten(
    tasks: Tasks, doorway: Doorway, qtbot: QtBot
) -> None:
    answers: list[str] = []
    tasks.aside(lambda: "old", then=answers.append, owner=tasks, replaces="look")
    tasks._pool.waitForDone()
    tasks.forget("look", owner=tasks)
    tasks.aside(lambda: "last", then=answers.append, owner=tasks)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["last"]
    assert not doorway.interrupted.is_set()


def test_another_owner_is_not_replaced(tasks: Tasks, qtbot: QtBot) -> None:
    other = QObject()
    answers: list[str] = []
    tasks.run(lambda _journal: "mine", then=answers.append, owner=tasks, replaces="search")
    tasks.run(lambda _journal: "theirs", then=answers.append, owner=other, replaces="search")
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers == ["mine", "theirs"]


def test_changes_are_told_to_every_room(tasks: Tasks, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tasks.changed) as told:
        tasks.run(lambda _journal: Changes(contacts=True), owner=tasks)
    assert told.args == [Changes(contacts=True)]


def test_changes_are_told_also_when_nobody_wants_the_answer_any_more(tasks: Tasks, qtbot: QtBot) -> None:
    begun, gate = threading.Event(), threading.Event()

    def write(_journal: Journal) -> Changes:
        begun.set()
        gate.wait(10)
        return Changes(contacts=True)

    told: list[Changes] = []
    tasks.changed.connect(told.append)
    answers: list[object] = []
    tasks.run(write, then=answers.append, owner=tasks, replaces="contact")
    begun.wait(10)
    tasks.run(lambda _journal: "newer", then=answers.append, owner=tasks, replaces="contact")
    gate.set()
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["newer"]
    assert told == [Changes(contacts=True)]


def test_a_second_journal_takes_the_place_of_the_first_which_is_closed(
    tasks: Tasks, doorway: Doorway, qtbot: QtBot
) -> None:
    second = Doorway()
    opened: list[None] = []
    tasks.open(lambda: cast("Journal", second), then=opened.append, owner=tasks)
    qtbot.waitUntil(lambda: bool(opened))
    assert (doorway.closed_in, second.closed_in) == ("journal", None)
    seen: list[object] = []
    tasks.run(seen.append, owner=tasks)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [second]


def test_a_second_journal_that_does_not_open_leaves_the_first_one_open(
    tasks: Tasks, doorway: Doorway, qtbot: QtBot
) -> None:
    def opener() -> Journal:
        raise DiskFull("The disk is full.")

    told: list[KnownProblem] = []
    tasks.open(opener, trouble=told.append, owner=tasks)
    qtbot.waitUntil(lambda: bool(told))
    assert doorway.closed_in is None
    assert tasks.is_open


def test_nothing_is_told_when_nothing_was_written(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[Changes] = []
    tasks.changed.connect(told.append)
    landed: list[Changes] = []
    tasks.run(lambda _journal: Changes(), then=landed.append, owner=tasks)
    qtbot.waitUntil(lambda: bool(landed))
    assert told == []


def test_trouble_goes_to_whoever_asked_or_else_to_the_window(tasks: Tasks, qtbot: QtBot) -> None:
    def work(_journal: Journal) -> None:
        raise DiskFull("The disk is full.")

    taken: list[KnownProblem] = []
    tasks.run(work, trouble=taken.append, owner=tasks)
    qtbot.waitUntil(lambda: bool(taken))
    with qtbot.waitSignal(tasks.troubled) as told:
        tasks.run(work, owner=tasks)
    assert [str(taken[0]), str(told.args[0])] == ["The disk is full."] * 2


def test_a_bug_is_raised_again_on_the_windows_thread(tasks: Tasks, qtbot: QtBot) -> None:
    def work(_journal: Journal) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        tasks.run(work, owner=tasks)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_who_asked_hears_of_a_bug_in_a_plain_sentence_and_nobody_waits_for_ever(tasks: Tasks, qtbot: QtBot) -> None:
    def work(_journal: Journal) -> None:
        raise ZeroDivisionError("a private word")

    told: list[KnownProblem] = []
    with qtbot.captureExceptions() as caught:
        tasks.run(work, trouble=told.append, owner=tasks)
        qtbot.waitUntil(lambda: bool(caught))
        assert [problem.sentence for problem in told] == ["Something went wrong inside HeartJournal."]
        assert "private" not in str(told)
        with qtbot.waitSignal(tasks.troubled) as everybody:
            tasks.run(work, owner=tasks)
        qtbot.waitUntil(lambda: len(caught) == 2)
    assert everybody.args == told


def test_a_bug_is_raised_also_when_its_owner_is_gone_or_hears_of_it_badly(tasks: Tasks, qtbot: QtBot) -> None:
    def work(_journal: Journal) -> None:
        raise ZeroDivisionError

    def hear(_problem: KnownProblem) -> None:
        raise ValueError

    gate = threading.Event()
    gone = QObject()
    with qtbot.captureExceptions() as caught:
        tasks.run(lambda _journal: gate.wait(10), owner=tasks)
        tasks.run(work, owner=gone, trouble=hear)
        tasks.run(work, owner=tasks, trouble=hear)
        shiboken6.delete(gone)
        gate.set()
        qtbot.waitUntil(lambda: len(caught) == 2)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError] * 2


def test_an_owner_that_is_gone_hears_nothing(tasks: Tasks, qtbot: QtBot) -> None:
    gate = threading.Event()
    owner = QObject()
    answers: list[object] = []
    later: list[object] = []
    tasks.run(lambda _journal: gate.wait(10), then=answers.append, owner=owner)
    shiboken6.delete(owner)
    gate.set()
    tasks.run(lambda _journal: None, then=later.append, owner=tasks)
    qtbot.waitUntil(lambda: bool(later))
    assert answers == []


def test_closing_happens_in_the_worker_after_the_last_save_and_lets_slices_go(
    tasks: Tasks, doorway: Doorway, qtbot: QtBot
) -> None:
    def endless(_journal: Journal) -> Iterator[None]:
        while True:
            yield

    closed: list[None] = []
    tasks.slices(endless, owner=tasks)
    tasks.run(note(doorway, "save"), owner=tasks)
    tasks.close(then=closed.append, owner=tasks)
    qtbot.waitUntil(lambda: bool(closed))
    assert doorway.done == ["save"]
    assert doorway.closed_in == "journal"
    assert not tasks.is_open


def test_what_is_asked_for_without_a_journal_is_not_done(qtbot: QtBot) -> None:
    tasks = Tasks()
    answers: list[object] = []
    asides: list[int] = []
    tasks.run(lambda _journal: 1, then=answers.append, owner=tasks)
    tasks.slices(lambda _journal: iter([None]), then=answers.append, owner=tasks)
    tasks.aside(lambda: 2, then=asides.append, owner=tasks)
    qtbot.waitUntil(lambda: bool(asides))
    tasks.stop()
    assert answers == []
