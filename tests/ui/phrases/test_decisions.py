"""What is decided about a sentence, on a real journal: under the key that is known, told in one way, undone whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from heartjournal.ui.phrases.decisions import Decisions
from tests.ui.critic.sorter import DOWN, FAILURE, Sorter
from tests.ui.writing import ask

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from heartjournal.model.phrase import CriticWishes, PhrasePage
    from heartjournal.ui.surroundings import Surroundings
    from tests.clock import FixedClock

LINE = "I made one mistake."
KNOWN_KEY = "another way to hear it"


class Decider(Sorter):
    """A person who decides, with what was told of it."""

    def __init__(self, surroundings: Surroundings, clock: FixedClock, qtbot: QtBot) -> None:
        screen = QWidget()
        qtbot.addWidget(screen)
        super().__init__(screen, surroundings, clock, qtbot)
        self.decisions = Decisions(surroundings, parent=screen)
        self.decisions.told.connect(self.told.append)

    def said(self) -> str:
        self.settle()
        return self.told[-1].words

    def only_page(self) -> PhrasePage:
        (phrase,) = self.phrases()
        return self.phrase_page(phrase.id)

    def wishes(self) -> CriticWishes:
        return ask(self.surroundings, self.qtbot, lambda journal: journal.critic.wishes())

    def whose(self, words: str) -> UUID | None:
        return ask(self.surroundings, self.qtbot, lambda journal: journal.phrases.whose(words))


@pytest.fixture
def decider(opened: Surroundings, clock: FixedClock, qtbot: QtBot) -> Decider:
    return Decider(opened, clock, qtbot)


def test_a_sentence_is_kept_told_and_let_go_again(decider: Decider) -> None:
    then: list[bool] = []
    decider.decisions.keep(FAILURE, then=lambda: then.append(True))
    assert decider.said() == "Kept as one of your own phrases."
    assert [phrase.words for phrase in decider.phrases()] == [FAILURE]
    assert then == [True]
    decider.undo()
    assert decider.phrases() == []


def test_what_is_kept_already_is_told_once_more_and_can_not_be_taken_away_by_an_undo(decider: Decider) -> None:
    decider.keep_phrase(FAILURE)
    then: list[bool] = []
    decider.decisions.keep(FAILURE, then=lambda: then.append(True))
    assert decider.said() == "This is one of your own phrases already."
    assert decider.told[-1].undo is None
    assert len(decider.phrases()) == 1
    assert then == [True]


def test_a_sentence_is_kept_under_the_key_that_is_known_of_it(decider: Decider) -> None:
    decider.decisions.keep(FAILURE, key=KNOWN_KEY)
    decider.settle()
    assert [variant.key for variant in decider.only_page().variants] == [KNOWN_KEY]
    # By its words alone it would be another wording, which is nobody's.
    assert decider.whose(FAILURE) is None


def test_the_undo_of_one_more_wording_takes_that_wording_and_leaves_the_phrase(decider: Decider) -> None:
    phrase = decider.keep_phrase(FAILURE)
    decider.decisions.keep_within(phrase, DOWN, key=KNOWN_KEY)
    assert decider.said() == "Kept as one more way of saying it."
    assert {variant.example for variant in decider.only_page().variants} == {FAILURE, DOWN}
    decider.undo()
    assert [variant.example for variant in decider.only_page().variants] == [FAILURE]
    assert decider.whose(FAILURE) == phrase


def test_a_kinder_line_keeps_its_sentence_and_both_go_with_one_undo(decider: Decider) -> None:
    decider.decisions.soften(FAILURE, LINE, key=KNOWN_KEY)
    assert decider.said() == "Your kinder line is kept."
    page = decider.only_page()
    assert [reframe.words for reframe in page.reframes] == [LINE]
    assert [variant.key for variant in page.variants] == [KNOWN_KEY]
    decider.undo()
    assert decider.phrases() == []


def test_the_undo_of_a_kinder_line_for_a_kept_phrase_takes_nothing_but_the_line(decider: Decider) -> None:
    phrase = decider.keep_phrase(FAILURE)
    (variant,) = decider.only_page().variants
    decider.decisions.soften(FAILURE, f"  {LINE.replace(' ', '  ')} ", key=variant.key)
    decider.settle()
    assert [reframe.words for reframe in decider.phrase_page(phrase).reframes] == [LINE]
    decider.undo()
    page = decider.only_page()
    assert page.line.phrase.id == phrase
    assert page.reframes == ()


def test_the_same_kinder_line_once_more_is_told_and_its_first_writing_stays(decider: Decider) -> None:
    decider.decisions.soften(FAILURE, LINE, key=KNOWN_KEY)
    decider.decisions.soften(FAILURE, LINE, key=KNOWN_KEY)
    assert decider.said() == "Your kinder line is kept."
    assert decider.told[-1].undo is None
    assert len(decider.only_page().reframes) == 1


def test_a_wording_refused_for_ever_is_asked_about_again_after_its_undo(decider: Decider) -> None:
    decider.write(FAILURE, 1, 2)
    (suggestion,) = decider.suggested()
    decider.decisions.refuse(suggestion.key, suggestion.words, section=None)
    assert decider.said() == "You won’t be asked about it again."
    assert decider.suggested() == ()
    decider.undo()
    assert len(decider.suggested()) == 1


def test_a_sentence_refused_in_its_section_counts_there_no_more_until_its_undo(decider: Decider) -> None:
    decider.write(FAILURE, 1, 2)
    (suggestion,) = decider.suggested()
    place = suggestion.occurrences[0]
    decider.decisions.refuse(place.key, place.quotation.words, section=place.section)
    assert decider.said() == "It does not count here, and won’t be underlined here again."
    assert decider.suggested() == ()
    decider.undo()
    assert decider.suggested()[0].days == 2


def test_a_quiet_day_is_told_with_all_it_means_and_ends_by_its_undo(decider: Decider) -> None:
    decider.decisions.be_quiet()
    assert decider.said() == "Quiet today: nothing is underlined and nothing suggested until tomorrow."
    assert decider.wishes().is_quiet
    decider.undo()
    assert not decider.wishes().is_quiet


def test_the_end_of_a_quiet_day_and_one_that_began_by_itself_are_not_told(decider: Decider) -> None:
    decider.decisions.be_quiet(tells=False)
    decider.settle()
    assert decider.wishes().is_quiet
    decider.decisions.be_quiet(quiet=False)
    decider.settle()
    assert not decider.wishes().is_quiet
    assert decider.told == []


def test_an_undo_still_works_when_the_room_it_was_decided_in_is_gone(decider: Decider) -> None:
    decider.decisions.keep(FAILURE)
    decider.settle()
    decider.decisions.deleteLater()
    decider.settle()
    decider.undo()
    assert decider.phrases() == []
