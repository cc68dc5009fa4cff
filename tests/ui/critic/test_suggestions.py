"""The card of suggestions on a real journal: one key each, undo of each, nothing asked twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from heartjournal.model.phrase import CriticWishes
from heartjournal.ui.critic.sentences import Sentence
from heartjournal.ui.critic.suggestion_row import SuggestionRow
from heartjournal.ui.critic.suggestions import Suggestions
from heartjournal.ui.phrases.decisions import Decisions
from heartjournal.ui.wanted import EntryWanted
from heartjournal.ui.widgets import Button
from tests.ui.critic.sorter import DOWN, FAILURE, USELESS, Sorter
from tests.ui.person import CONTROL
from tests.ui.writing import refuse_lines

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from heartjournal.ui.surroundings import Surroundings
    from tests.clock import FixedClock

Key = Qt.Key
FULL = "The disk is full. Make some room, then try again."


class AtTheCard(Sorter):
    """A person before the card alone, which is shown what the journal suggests whenever that changes."""

    def __init__(self, card: Suggestions, surroundings: Surroundings, clock: FixedClock, qtbot: QtBot) -> None:
        super().__init__(card, surroundings, clock, qtbot)
        self.card = card
        self.wishes = CriticWishes()
        surroundings.tasks.changed.connect(lambda _changes: self._read())

    def look(self) -> None:
        self.sit_down(width=260, height=900)
        self._read()
        self.settle()

    def _read(self) -> None:
        def show(found: tuple[object, ...]) -> None:
            self.card.show_suggestions(found, self.wishes, today=self.today, maybe_too=False)  # type: ignore[arg-type]

        self.surroundings.tasks.run(lambda journal: journal.critic.suggestions(), then=show, owner=self.card)

    def rows(self) -> list[SuggestionRow]:
        """What is listed, from above."""
        rows = [row for row in self.card.findChildren(SuggestionRow) if row.isVisible()]
        return sorted(rows, key=lambda row: row.mapTo(self.card, row.rect().topLeft()).y())

    def words(self) -> list[str]:
        return [row.suggestion.words for row in self.rows()]

    def go_to(self, words: str) -> SuggestionRow:
        """Put the keyboard on a suggestion."""
        row = next(row for row in self.rows() if words in row.suggestion.words)
        row.take_focus()
        assert self.has_focus(row.face)
        return row

    def press_at(self, words: str, key: Key) -> None:
        self.go_to(words)
        self.press(key)
        self.settle()

    def press_button(self, name: str) -> None:
        button = next(button for button in self.card.findChildren(Button) if button.accessibleName() == name)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()


@pytest.fixture
def at(opened: Surroundings, clock: FixedClock, qtbot: QtBot) -> AtTheCard:
    decisions = Decisions(opened)
    card = Suggestions(opened.theme, decisions)
    decisions.setParent(card)
    qtbot.addWidget(card)
    person = AtTheCard(card, opened, clock, qtbot)
    decisions.told.connect(person.told.append)
    return person


@pytest.fixture
def two(at: AtTheCard) -> AtTheCard:
    """Before two suggestions: one of three days, one of two."""
    at.write(FAILURE, 1, 3, 5)
    at.write(DOWN, 2, 4)
    at.look()
    return at


# what is shown


def test_sentences_are_suggested_by_phrase_with_on_how_many_days_they_stood(two: AtTheCard) -> None:
    assert [words.split()[-1].rstrip(".") for words in two.words()] == ["failure", "down"]
    said = two.read()
    for words in ("Is this one of them?", "2", "Found in your pages by this computer. No hurry."):
        assert words in said
    assert "on three days" in said
    assert "on two days" in said


def test_the_sentences_fold_out_behind_the_words_and_each_opens_its_page_there(two: AtTheCard) -> None:
    row = two.go_to("down")
    assert not [each for each in row.findChildren(Sentence) if each.isVisible()]
    two.press(Key.Key_Space)
    sentences = [each for each in row.findChildren(Sentence) if each.isVisible()]
    assert len(sentences) == 2
    with two.qtbot.waitSignal(two.card.entry_wanted) as wanted:
        two.qtbot.keyClick(sentences[0], Key.Key_Return)
    (where,) = wanted.args
    newest = row.suggestion.occurrences[0]
    assert where == EntryWanted(newest.entry, newest.section, newest.start, newest.end)
    two.go_to("down")
    two.press(Key.Key_Space)
    assert not [each for each in row.findChildren(Sentence) if each.isVisible()]


def test_where_nothing_waits_that_is_said_and_nothing_else_asked(at: AtTheCard) -> None:
    at.look()
    assert "Nothing waits to be sorted." in at.read()
    assert not at.rows()


@pytest.mark.parametrize(
    ("wishes", "said", "offered"),
    [
        (CriticWishes(suggestions=False), "Suggestions are off", "Turn suggestions on"),
        (CriticWishes(is_quiet=True), "Quiet today", "End the quiet day"),
    ],
)
def test_on_a_quiet_day_and_with_suggestions_off_nothing_is_asked_and_one_press_brings_them_back(
    two: AtTheCard, wishes: CriticWishes, said: str, offered: str
) -> None:
    two.wishes = wishes
    two.look()
    assert said in two.read()
    assert not two.rows()
    with two.qtbot.waitSignal(two.card.suggestions_wanted):
        two.click(offered)


def test_many_suggestions_show_the_first_and_a_way_to_more(at: AtTheCard) -> None:
    verdicts = (
        "useless",
        "worthless",
        "pathetic",
        "stupid",
        "lazy",
        "ugly",
        "an idiot",
        "a failure",
        "a loser",
        "a coward",
        "a burden",
        "weak",
        "incompetent",
        "a fraud",
    )
    for verdict in verdicts:
        at.write(f"I am {verdict}.", 1, 2)
    waiting = len(at.suggested())
    assert waiting > 12
    at.look()
    assert len(at.rows()) == 12
    assert str(waiting) in at.read()
    at.click("Show more of them")
    assert len(at.rows()) == waiting
    assert at.rows()[12].face.hasFocus()


# one key each


@pytest.mark.parametrize("by_key", [True, False])
def test_k_keeps_a_suggestion_as_a_phrase_and_undo_brings_it_back(two: AtTheCard, *, by_key: bool) -> None:
    words = two.words()[0]
    if by_key:
        two.press_at("failure", Key.Key_K)
    else:
        two.press_button(f"Keep “{words}”")
    assert [phrase.words for phrase in two.phrases()] == [words]
    assert [each.split()[-1].rstrip(".") for each in two.words()] == ["down"]
    two.undo()
    assert two.phrases() == []
    assert words in two.words()


@pytest.mark.parametrize("by_key", [True, False])
def test_n_refuses_a_wording_for_good_and_undo_asks_again(two: AtTheCard, *, by_key: bool) -> None:
    words = two.words()[0]
    if by_key:
        two.press_at("failure", Key.Key_N)
    else:
        two.press_button(f"Not this: “{words}”")
    assert two.phrases() == []
    assert words not in two.words()
    two.write(FAILURE, 0)
    two.settle()
    assert words not in two.words()
    two.undo()
    assert words in two.words()


def test_s_keeps_a_suggestion_and_asks_in_place_for_the_kinder_line(two: AtTheCard) -> None:
    two.press_at("failure", Key.Key_S)
    (phrase,) = two.phrases()
    assert "What would be kinder, and still true?" in two.read()
    assert isinstance(two.focus, QLineEdit)
    two.type_in("I stumble, as people do. Keep nothing.")
    two.press(Key.Key_Return)
    two.settle()
    assert [each.words for each in two.phrase_page(phrase.id).reframes] == ["I stumble, as people do. Keep nothing."]
    assert len(two.rows()) == 1
    two.undo()
    assert two.phrase_page(phrase.id).reframes == ()
    assert [each.id for each in two.phrases()] == [phrase.id]


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Return])
def test_left_empty_or_by_esc_it_stays_kept_without_a_line(two: AtTheCard, key: Key) -> None:
    two.press_at("failure", Key.Key_S)
    two.press(key)
    two.settle()
    (phrase,) = two.phrases()
    assert two.phrase_page(phrase.id).reframes == ()
    assert len(two.rows()) == 1
    assert "What would be kinder" not in two.read()


def test_a_line_being_written_stays_while_the_rest_is_read_again(two: AtTheCard) -> None:
    two.press_at("failure", Key.Key_S)
    two.type_in("Half a li")
    two.write(USELESS, 1, 2)
    two.settle()
    assert len(two.rows()) == 3
    assert isinstance(two.focus, QLineEdit)
    assert two.focus.text() == "Half a li"


def save(two: AtTheCard) -> bool:
    """Whether whoever waited for the card could go on."""
    done: list[bool] = []
    two.card.save_now(lambda: done.append(True), lambda: done.append(False))
    two.qtbot.waitUntil(lambda: bool(done))
    two.settle()
    return done == [True]


def kinder_lines(two: AtTheCard) -> list[str]:
    return sorted(line.words for phrase in two.phrases() for line in two.phrase_page(phrase.id).reframes)


def test_one_step_back_keeps_a_line_that_was_begun(two: AtTheCard) -> None:
    two.press_at("failure", Key.Key_S)
    two.type_in("Half a li")
    assert two.card.back()
    two.settle()
    assert kinder_lines(two) == ["Half a li"]
    assert not two.card.back()


def test_lines_half_written_are_kept_when_the_journal_is_about_to_go(two: AtTheCard) -> None:
    for words in ("failure", "down"):
        two.press_at(words, Key.Key_S)
        two.type_in(f"Half of it {words}")
    assert save(two)
    assert kinder_lines(two) == ["Half of it down", "Half of it failure"]
    assert not two.rows()
    two.undo()
    assert len(kinder_lines(two)) == 1
    assert len(two.phrases()) == 2


def test_nothing_is_kept_of_a_line_without_a_word_and_nobody_waits_for_it(two: AtTheCard) -> None:
    two.press_at("failure", Key.Key_S)
    two.type_in("   ")
    done: list[None] = []
    two.card.save_now(lambda: done.append(None))
    assert done
    assert kinder_lines(two) == []
    assert isinstance(two.focus, QLineEdit)


def test_on_a_full_disk_a_finished_line_stays_in_its_field_which_says_so_and_is_tried_again(
    two: AtTheCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    two.press_at("failure", Key.Key_S)
    two.type_in("I stumble, as people do.")
    refuse_lines(monkeypatch)
    told = len(two.told)
    two.press(Key.Key_Return)
    two.settle()
    assert isinstance(two.focus, QLineEdit)
    assert two.focus.text() == "I stumble, as people do."
    assert FULL in two.read()
    assert len(two.told) == told, "the field says it"
    assert not save(two)
    assert two.focus.text() == "I stumble, as people do."

    monkeypatch.undo()
    two.press(Key.Key_Return)
    two.settle()
    assert kinder_lines(two) == ["I stumble, as people do."]
    assert FULL not in two.read()


def test_a_line_that_can_not_be_kept_out_of_sight_is_told_in_passing(
    two: AtTheCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    two.press_at("failure", Key.Key_S)
    two.type_in("I stumble, as people do.")
    refuse_lines(monkeypatch)
    two.card.hide()
    assert not save(two)
    assert two.told[-1].words == FULL


def test_the_keyboard_back_in_a_line_overwrites_nothing(two: AtTheCard) -> None:
    two.press_at("failure", Key.Key_S)
    two.type_in("Half a li")
    two.rows()[1].take_focus()
    next(row for row in two.rows() if row.is_softening).take_focus()
    two.type_in("ne")
    assert isinstance(two.focus, QLineEdit)
    assert two.focus.text() == "Half a line"


def test_j_joins_a_suggestion_with_the_phrase_it_is_near_to_and_undo_takes_it_out(at: AtTheCard) -> None:
    kept = at.keep_phrase("My laziness won")
    at.write("I am lazy.", 1, 2)
    at.look()
    (row,) = at.rows()
    assert [phrase.id for phrase in row.suggestion.near] == [kept]
    assert "Perhaps one more way of saying “My laziness won”?" in at.read()
    assert "K keeps, S softens, N is not this, J joins" in at.read()
    at.press_at("lazy", Key.Key_J)
    assert [phrase.id for phrase in at.phrases()] == [kept]
    assert len(at.phrase_page(kept).variants) == 2
    assert at.rows() == []
    at.undo()
    assert len(at.phrase_page(kept).variants) == 1
    assert len(at.rows()) == 1


def test_j_does_nothing_where_there_is_nothing_to_join_with(two: AtTheCard) -> None:
    assert "K keeps, S softens, N is not this" in two.read()
    assert "J joins" not in two.read()
    two.press_at("failure", Key.Key_J)
    assert two.phrases() == []
    assert len(two.rows()) == 2


def test_each_button_tells_its_key_and_not_this_that_it_holds_for_ever(two: AtTheCard) -> None:
    buttons = two.rows()[0].findChildren(Button)
    assert [button.toolTip() for button in buttons] == ["Keep (K)", "Soften (S)", "Never ask about this again (N)"]


def test_with_ctrl_held_a_letter_is_no_choice(two: AtTheCard) -> None:
    two.go_to("failure")
    two.press(Key.Key_K, CONTROL)
    two.settle()
    assert two.phrases() == []


# the keyboard


def test_the_keyboard_goes_on_to_the_next_so_that_one_key_after_the_other_sorts_them_all(two: AtTheCard) -> None:
    two.press_at("failure", Key.Key_N)
    assert two.has_focus(two.rows()[0].face)
    assert two.rows()[0].face.has_ring()
    two.press(Key.Key_K)
    two.settle()
    assert len(two.phrases()) == 1
    assert two.suggested() == ()
    assert two.card.isAncestorOf(two.focus)


def test_keeping_what_is_kept_already_can_not_be_undone_to_its_loss(two: AtTheCard) -> None:
    row = two.go_to("failure")
    row.kept.emit()
    row.kept.emit()
    two.settle()
    assert len(two.phrases()) == 1
    assert two.told[0].undo is not None
    assert two.told[1].undo is None


def test_nothing_of_the_sentences_is_left_once_it_forgets(two: AtTheCard) -> None:
    two.card.forget()
    two.settle()
    assert "failure" not in two.read()
    assert not two.card.findChildren(SuggestionRow)
