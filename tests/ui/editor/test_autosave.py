"""When a page is saved, told by timers that the test moves."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import QObject

from heartjournal.model.entry import Draft, Section
from heartjournal.model.problems import DiskFull, KnownProblem
from heartjournal.ui.editor.autosave import Autosave, Timer
from tests.ui.still_timer import StillTimer

EMPTY = Draft(UUID(int=1), datetime(2026, 11, 12, tzinfo=UTC).date(), ())
FULL = DiskFull("The disk is full.", "Your words are still on this page.")

pytestmark = pytest.mark.usefixtures("qapp")


def draft_of(text: str) -> Draft:
    return replace(EMPTY, sections=(Section(UUID(int=2), text),))


@dataclass
class Desk:
    """A page, its journal and its time."""

    draft: Draft = EMPTY
    kept: list[Draft] = field(default_factory=list)
    sent: list[tuple[Draft, Callable[[], None], Callable[[KnownProblem], None]]] = field(default_factory=list)
    said: list[object] = field(default_factory=list)
    timers: list[StillTimer] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.autosave = Autosave(draft=lambda: self.draft, save=self._save, timer=self._timer)
        self.autosave.writing.connect(lambda: self.said.append("writing"))
        self.autosave.saved.connect(lambda: self.said.append("saved"))
        self.autosave.troubled.connect(self.said.append)
        self.autosave.begin(None)

    def type(self, text: str) -> None:
        self.draft = draft_of(text)
        self.autosave.touched()

    def last_said(self) -> object:
        return self.said[-1]

    def pass_time(self, milliseconds: int) -> None:
        for _ in range(0, milliseconds, 100):
            for timer in self.timers:
                if timer.isActive():
                    timer.left -= 100
                    if timer.left <= 0:
                        timer.stop()
                        timer.wake()

    def answer(self) -> None:
        draft, then, _ = self.sent.pop(0)
        self.kept.append(draft)
        then()

    def refuse(self) -> None:
        _, _, trouble = self.sent.pop(0)
        trouble(FULL)

    def _timer(self, milliseconds: int, wake: Callable[[], None], _owner: QObject) -> Timer:
        self.timers.append(StillTimer(milliseconds, wake))
        return self.timers[-1]

    def _save(self, draft: Draft, *, then: Callable[[], None], trouble: Callable[[KnownProblem], None]) -> None:
        self.sent.append((draft, then, trouble))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_page_is_saved_when_the_hand_has_rested_for_eight_tenths_of_a_second(desk: Desk) -> None:
    desk.type("Rain")
    desk.pass_time(700)
    assert not desk.sent

    desk.pass_time(100)
    desk.answer()
    assert desk.kept == [draft_of("Rain")]
    assert desk.said == ["writing", "saved"]
    assert not desk.autosave.has_unsaved


def test_a_hand_that_never_rests_is_saved_a_second_and_a_half_after_the_first_word(desk: Desk) -> None:
    for letters in range(1, 16):
        assert not desk.sent
        desk.type("x" * letters)
        desk.pass_time(100)

    assert [draft for draft, _, _ in desk.sent] == [draft_of("x" * 15)]


def test_one_save_is_in_flight_and_then_the_newest_draft_goes(desk: Desk) -> None:
    desk.type("one")
    desk.pass_time(800)
    desk.type("two")
    desk.pass_time(800)
    desk.type("three")
    assert len(desk.sent) == 1

    desk.answer()
    assert [draft for draft, _, _ in desk.sent] == [draft_of("three")]
    desk.answer()
    assert desk.last_said() == "saved"


def test_words_typed_while_a_save_is_away_are_saved_by_their_own_time(desk: Desk) -> None:
    desk.type("one")
    desk.pass_time(800)
    desk.type("two")
    desk.answer()
    assert desk.autosave.has_unsaved
    assert "saved" not in desk.said

    desk.pass_time(800)
    desk.answer()
    assert desk.kept == [draft_of("one"), draft_of("two")]


def test_an_unchanged_page_is_never_sent(desk: Desk) -> None:
    desk.draft = draft_of("Rain")
    desk.autosave.begin(draft_of("Rain"))
    desk.autosave.touched()
    desk.pass_time(2000)

    assert not desk.sent
    assert desk.said == ["writing", "saved"]


def test_an_empty_page_leaves_nothing_behind(desk: Desk) -> None:
    done: list[str] = []
    desk.autosave.touched()
    desk.pass_time(2000)
    desk.autosave.save_now(lambda: done.append("left"))

    assert not desk.sent
    assert done == ["left"]
    assert desk.said == ["writing"]


def test_a_page_emptied_stays_as_it_was_kept_and_holds_nobody_up(desk: Desk) -> None:
    desk.type("Rain")
    desk.pass_time(800)
    desk.answer()
    desk.draft = EMPTY
    desk.autosave.touched()
    desk.pass_time(3000)
    assert not desk.sent
    assert desk.autosave.has_unsaved

    done: list[str] = []
    desk.autosave.save_now(lambda: done.append("left"))
    assert not desk.sent
    assert done == ["left"]
    assert desk.autosave.is_emptied


def test_a_page_with_words_or_never_kept_is_not_emptied(desk: Desk) -> None:
    assert not desk.autosave.is_emptied
    desk.draft = draft_of("Rain")
    desk.autosave.begin(desk.draft)
    assert not desk.autosave.is_emptied


def test_a_page_emptied_and_written_again_is_saved_with_the_new_words_only(desk: Desk) -> None:
    desk.draft = draft_of("Rain")
    desk.autosave.begin(desk.draft)
    desk.type("")
    desk.pass_time(3000)
    desk.type("Sun")
    desk.pass_time(800)
    desk.answer()
    assert desk.kept == [draft_of("Sun")]


def test_leaving_saves_at_once_and_goes_on_when_it_is_durable(desk: Desk) -> None:
    done: list[str] = []
    desk.type("Rain")
    desk.autosave.save_now(lambda: done.append("left"))
    assert not done

    desk.answer()
    assert done == ["left"]
    assert not any(timer.isActive() for timer in desk.timers)


def test_leaving_while_a_save_is_away_waits_for_the_last_words(desk: Desk) -> None:
    done: list[str] = []
    desk.type("one")
    desk.pass_time(800)
    desk.type("two")
    desk.autosave.save_now(lambda: done.append("left"))
    desk.answer()
    assert not done

    desk.answer()
    assert desk.kept[-1] == draft_of("two")
    assert done == ["left"]


def test_on_a_full_disk_the_words_stay_and_saving_is_tried_every_five_seconds(desk: Desk) -> None:
    desk.type("Rain")
    desk.pass_time(800)
    desk.refuse()
    assert desk.last_said() == FULL
    assert desk.autosave.has_unsaved

    desk.pass_time(4900)
    assert not desk.sent
    desk.pass_time(100)
    desk.answer()
    assert desk.last_said() == "saved"


def test_the_next_key_tries_again_too(desk: Desk) -> None:
    desk.type("Rain")
    desk.pass_time(800)
    desk.refuse()
    desk.type("Rain.")
    desk.pass_time(800)

    desk.answer()
    assert desk.kept == [draft_of("Rain.")]


def test_who_wanted_to_leave_is_told_that_it_could_not_be_saved_and_not_sent_away_later(desk: Desk) -> None:
    done: list[str] = []
    desk.type("Rain")
    desk.autosave.save_now(lambda: done.append("left"), lambda: done.append("stayed"))
    desk.refuse()
    desk.pass_time(5000)
    desk.answer()

    assert done == ["stayed"]


def test_a_save_that_never_answers_is_sent_again_and_a_late_answer_does_no_harm(desk: Desk) -> None:
    desk.type("Rain")
    desk.pass_time(800)
    desk.pass_time(5000)
    late, again = desk.sent
    assert isinstance(desk.last_said(), KnownProblem)

    again[1]()
    late[1]()
    late[2](FULL)
    assert desk.last_said() == "saved"
    assert not desk.autosave.has_unsaved


def test_who_wanted_to_leave_goes_on_when_a_slow_disk_answers_at_last(desk: Desk) -> None:
    done: list[str] = []
    desk.type("Rain")
    desk.autosave.save_now(lambda: done.append("left"), lambda: done.append("stayed"))
    desk.pass_time(5000)
    assert isinstance(desk.last_said(), KnownProblem)
    assert done == []

    _, (_, answer_again, _) = desk.sent
    answer_again()
    assert done == ["left"]


def test_a_page_moved_to_the_bin_is_saved_no_more(desk: Desk) -> None:
    desk.type("Rain")
    desk.pass_time(800)
    desk.answer()
    assert desk.autosave.is_kept
    assert desk.autosave.kept == draft_of("Rain")
    desk.type("More")
    desk.autosave.stop()
    desk.pass_time(6000)

    assert not desk.sent
    assert not desk.autosave.is_kept
