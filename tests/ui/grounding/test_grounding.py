"""Grounding: reached with one key, worked with the keyboard alone, and asking for nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from heartjournal import resources
from heartjournal.model.grounding import ExerciseKind
from heartjournal.model.problems import DiskFull
from heartjournal.model.support import Comfort, Contact
from heartjournal.resources import demo_support
from heartjournal.ui.grounding import Grounding
from heartjournal.ui.grounding.exercise import BreathingExercise, SteppedExercise
from heartjournal.ui.grounding.people import People
from heartjournal.ui.widgets import ActionCard, TextLabel
from tests.ui.person import CONTROL, SHIFT, Person
from tests.ui.writing import ask

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from heartjournal.model.grounding import Exercise
    from heartjournal.ui.surroundings import Surroundings

Key = Qt.Key
WORDS = resources.grounding()


class InNeed(Person):
    """A person for whom it is too much right now."""

    def __init__(self, grounding: Grounding, qtbot: QtBot) -> None:
        super().__init__(grounding, qtbot)
        self.grounding = grounding
        self.qtbot = qtbot

    def cards(self) -> list[ActionCard]:
        return [card for card in self.grounding.findChildren(ActionCard) if card.isVisible()]

    def label(self, words: str) -> QLabel:
        return next(label for label in self.grounding.findChildren(QLabel) if label.text() == words)

    def wait_for_cards(self) -> None:
        self.qtbot.waitUntil(lambda: len(self.cards()) == len(WORDS.cards))


def arrive(
    surroundings: Surroundings, qtbot: QtBot, *, over_page: bool = False, width: int = 1280, height: int = 800
) -> InNeed:
    grounding = Grounding(surroundings, over_page=over_page)
    qtbot.addWidget(grounding)
    person = InNeed(grounding, qtbot)
    person.sit_down(width=width, height=height)
    grounding.arrive()
    return person


@pytest.fixture
def locked(surroundings: Surroundings, qtbot: QtBot) -> InNeed:
    """Grounding before a journal is open."""
    return arrive(surroundings, qtbot)


def number_of(exercise: Exercise) -> Key:
    return Key(Key.Key_1.value + WORDS.cards.index(exercise))


def of_kind(kind: ExerciseKind) -> Exercise:
    return next(exercise for exercise in WORDS.cards if exercise.kind is kind)


STEPPED = of_kind(ExerciseKind.STEPS)
FOLLOWED = next(exercise for exercise in WORDS.cards if WORDS.following(exercise.id))


def test_the_first_card_waits_and_the_plain_word_on_danger_is_there(locked: InNeed) -> None:
    assert locked.has_focus(locked.cards()[0])
    assert WORDS.danger.text in locked.read()
    assert WORDS.while_locked in locked.read()


def test_before_unlocking_no_number_can_be_written_and_it_is_said_where_they_are(locked: InNeed) -> None:
    assert WORDS.reach.locked in locked.read()
    assert not [line for line in locked.grounding.findChildren(QLineEdit) if line.isVisible()]
    assert not locked.can_press(WORDS.reach.change)


def test_the_arrow_keys_move_between_the_cards_and_stop_at_the_ends(locked: InNeed) -> None:
    cards = locked.cards()
    places = []
    for key in (Key.Key_Up, *[Key.Key_Down] * len(cards), Key.Key_Up):
        locked.press(key)
        places.append(next(number for number, card in enumerate(cards) if card.hasFocus()))
    last = len(cards) - 1
    assert places == [0, *range(1, last + 1), last, last - 1]


@pytest.mark.parametrize("exercise", WORDS.cards, ids=lambda exercise: exercise.id)
def test_a_number_begins_its_card(locked: InNeed, exercise: Exercise) -> None:
    asked: list[None] = []
    locked.grounding.lock_wanted.connect(lambda: asked.append(None))
    locked.press(number_of(exercise))
    if exercise.kind is ExerciseKind.CLOSE:
        assert asked == [None]
        assert len(locked.cards()) == len(WORDS.cards)
    else:
        assert asked == []
        assert locked.cards() == []
        assert exercise.title in locked.read()


def test_a_number_without_a_card_and_other_keys_do_nothing(locked: InNeed) -> None:
    for key in (Key.Key_0, Key(Key.Key_1.value + len(WORDS.cards)), Key.Key_X):
        locked.press(key)
    assert len(locked.cards()) == len(WORDS.cards)


@pytest.mark.parametrize("modifier", [CONTROL, SHIFT, Qt.KeyboardModifier.AltModifier])
def test_a_number_with_another_key_held_is_no_number_of_a_card(locked: InNeed, modifier: Qt.KeyboardModifier) -> None:
    with locked.qtbot.assertNotEmitted(locked.grounding.lock_wanted):
        for number in range(len(WORDS.cards)):
            locked.press(Key(Key.Key_1.value + number), modifier)
    assert len(locked.cards()) == len(WORDS.cards)
    locked.press(Key.Key_1, Qt.KeyboardModifier.KeypadModifier)
    assert locked.cards() == []


def test_enter_on_a_card_begins_it_and_a_press_too(locked: InNeed) -> None:
    locked.press(Key.Key_Return)
    assert locked.cards() == []
    locked.press(Key.Key_Escape)
    locked.qtbot.mouseClick(locked.cards()[0], Qt.MouseButton.LeftButton)
    assert locked.cards() == []


def test_esc_leads_from_an_exercise_to_the_cards_and_from_there_back(locked: InNeed) -> None:
    closed: list[None] = []
    locked.grounding.closed.connect(lambda: closed.append(None))
    locked.press(number_of(STEPPED))
    locked.press(Key.Key_Escape)
    assert closed == []
    assert locked.has_focus(locked.cards()[0])
    locked.press(Key.Key_Escape)
    assert closed == [None]


def test_the_way_back_says_what_is_behind_and_leads_there(opened: Surroundings, qtbot: QtBot) -> None:
    at = arrive(opened, qtbot, over_page=True)
    assert WORDS.over_a_room in at.read()
    for is_saved, words in ((False, WORDS.not_saved), (True, WORDS.over_a_page)):
        at.grounding.tell_saved(is_saved=is_saved)
        assert words in at.read()
    with qtbot.waitSignal(at.grounding.closed):
        at.click(WORDS.back_to_page)


def test_over_a_room_it_says_nothing_of_a_page(opened: Surroundings, qtbot: QtBot) -> None:
    at = arrive(opened, qtbot)
    assert WORDS.over_a_room in at.read()
    assert at.can_press(WORDS.back)


def test_an_exercise_is_walked_sentence_by_sentence_with_one_key_and_ends_at_the_cards(locked: InNeed) -> None:
    locked.press(number_of(STEPPED))
    sentences = [*STEPPED.steps, STEPPED.closing]
    for number, sentence in enumerate(sentences, start=1):
        assert sentence in locked.read()
        assert (f"{number} of {len(STEPPED.steps)}" in locked.read()) is (number <= len(STEPPED.steps))
        assert locked.has_focus(locked.button("Next" if number < len(sentences) else "Enough for now"))
        locked.press(Key.Key_Space)
    locked.wait_for_cards()
    assert locked.has_focus(locked.cards()[0])


def test_an_exercise_can_be_stopped_at_any_sentence(locked: InNeed) -> None:
    locked.press(number_of(STEPPED))
    locked.press(Key.Key_Space)
    locked.click("Stop here")
    locked.wait_for_cards()


def test_what_may_follow_is_offered_at_the_end_only_and_begins_with_a_press(locked: InNeed) -> None:
    (following,) = WORDS.following(FOLLOWED.id)
    locked.press(number_of(FOLLOWED))
    for _ in FOLLOWED.steps:
        assert not locked.can_press(following.title)
        locked.press(Key.Key_Space)
    locked.click(following.title)
    assert following.steps[0] in locked.read()
    locked.press(Key.Key_Escape)
    locked.wait_for_cards()


def test_an_exercise_that_nothing_follows_offers_nothing(locked: InNeed) -> None:
    alone = next(
        exercise for exercise in WORDS.cards if exercise.kind is ExerciseKind.STEPS and not WORDS.following(exercise.id)
    )
    locked.press(number_of(alone))
    for _ in alone.steps:
        locked.press(Key.Key_Space)
    page = locked.part(SteppedExercise)
    with locked.qtbot.assertNotEmitted(page.following_wanted):
        assert sorted(button.text() for button in locked._buttons()) == ["Enough for now", "Stop here"]


def test_the_digits_leave_an_exercise_alone(locked: InNeed) -> None:
    locked.press(number_of(STEPPED))
    locked.press(Key.Key_2)
    locked.press(Key.Key_Down)
    assert STEPPED.steps[0] in locked.read()


def test_the_circle_can_be_paused_and_gone_on_with(locked: InNeed) -> None:
    breathing = of_kind(ExerciseKind.BREATHING)
    locked.press(number_of(breathing))
    circle = locked.part(BreathingExercise).circle
    paused = [circle.is_paused]
    for words in ("Pause", "Go on"):
        locked.click(words)
        paused.append(circle.is_paused)
    assert paused == [False, True, False]
    locked.press(Key.Key_Escape)
    locked.wait_for_cards()


def test_coming_back_to_an_exercise_waits_where_it_was(locked: InNeed) -> None:
    locked.press(number_of(STEPPED))
    locked.press(Key.Key_Space)
    locked.grounding.setFocus()
    locked.grounding.arrive()
    assert STEPPED.steps[1] in locked.read()
    assert locked.has_focus(locked.button("Next"))


# people


def test_the_numbers_and_what_helps_are_there_as_they_were_written_down(opened: Surroundings, qtbot: QtBot) -> None:
    ask(opened, qtbot, lambda journal: journal.support.save_contact(Contact(uuid4(), "Ines", "01632", "after eight")))
    ask(opened, qtbot, lambda journal: journal.support.save_contact(Contact(uuid4(), "Tom next door", "")))
    ask(opened, qtbot, lambda journal: journal.support.save_comfort(Comfort(uuid4(), "The blue blanket")))
    at = arrive(opened, qtbot)
    at.wait_to_read("The blue blanket")
    for words in ("Ines", "01632", "after eight", "Tom next door", WORDS.reach.introduction):
        assert words in at.read()
    assert WORDS.reach.none_yet not in at.read()
    assert not [line for line in at.grounding.findChildren(QLineEdit) if line.isVisible()]
    with qtbot.waitSignal(at.grounding.numbers_wanted):
        at.click(WORDS.reach.change)


def form_of(at: InNeed) -> list[QLineEdit]:
    at.qtbot.waitUntil(at.part(People).form.isVisible)
    return [line for line in at.grounding.findChildren(QLineEdit) if line.isVisible()]


def test_without_a_number_one_can_be_written_down_at_once(opened: Surroundings, qtbot: QtBot) -> None:
    at = arrive(opened, qtbot)
    at.wait_to_read(WORDS.reach.none_yet)
    for line, words in zip(form_of(at), ("Ines", "01632 960 1234", ""), strict=True):
        line.setFocus()
        at.type_in(words)
    at.press(Key.Key_Return)
    at.wait_to_read("01632 960 1234")
    assert at.can_press(WORDS.reach.change)
    (contact,) = ask(opened, qtbot, lambda journal: journal.support.contacts())
    assert (contact.name, contact.number) == ("Ines", "01632 960 1234")


def test_digits_typed_into_a_number_begin_no_exercise(opened: Surroundings, qtbot: QtBot) -> None:
    at = arrive(opened, qtbot)
    number = form_of(at)[1]
    number.setFocus()
    at.type_in("1234")
    assert number.text() == "1234"
    assert len(at.cards()) == len(WORDS.cards)


def test_a_number_that_cannot_be_kept_stays_in_its_form_and_is_told(
    opened: Surroundings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_desk: object, _contact: object) -> None:
        raise DiskFull("The disk is full.", "Make some room, then try again.")

    at = arrive(opened, qtbot)
    name = form_of(at)[0]
    name.setFocus()
    at.type_in("Ines")
    with monkeypatch.context() as disk, qtbot.waitSignal(opened.tasks.troubled):
        disk.setattr("heartjournal.journal.support.Support.save_contact", full)
        at.click("Keep this number")
    assert name.text() == "Ines"
    at.click("Keep this number")
    qtbot.waitUntil(lambda: at.can_press(WORDS.reach.change))


def is_in_sight(widget: QWidget) -> bool:
    """Whether the whole of it is seen."""
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


@pytest.mark.parametrize("scale", [1.0, 1.75])
@pytest.mark.parametrize(("width", "height"), [(900, 600), (1280, 800)])
def test_the_ways_out_are_in_sight_in_the_smallest_window_and_with_the_largest_letters(
    opened: Surroundings, qtbot: QtBot, width: int, height: int, scale: float
) -> None:
    kept = demo_support()
    ask(opened, qtbot, lambda journal: [journal.support.save_contact(contact) for contact in kept.contacts])
    ask(opened, qtbot, lambda journal: [journal.support.save_comfort(comfort) for comfort in kept.comforts])
    opened.theme.set_text_scale(scale)
    at = arrive(opened, qtbot, over_page=True, width=width, height=height)
    at.wait_to_read(kept.comforts[-1].words)

    for part in (at.button(WORDS.back_to_page), at.label(WORDS.title), at.cards()[0]):
        qtbot.waitUntil(partial(is_in_sight, part))
    if (width, scale) == (1280, 1.0):
        qtbot.waitUntil(lambda: all(is_in_sight(card) for card in at.cards()))
        assert is_in_sight(at.label(WORDS.danger.text))
    if (width, scale) == (900, 1.75):
        assert not is_in_sight(at.cards()[-1]), "nothing is left to scroll for: the test sees too much"
    for exercise in (each for each in WORDS.cards if each.kind is not ExerciseKind.CLOSE):
        at.press(number_of(exercise))
        qtbot.waitUntil(lambda: all(is_in_sight(button) for button in at._buttons()))
        assert len(at._buttons()) == 2
        at.press(Key.Key_Escape)


def test_the_circle_is_whole_in_the_smallest_window(surroundings: Surroundings, qtbot: QtBot) -> None:
    at = arrive(surroundings, qtbot, width=900, height=600)
    at.press(number_of(of_kind(ExerciseKind.BREATHING)))
    qtbot.waitUntil(lambda: is_in_sight(at.part(BreathingExercise).circle))


@pytest.mark.parametrize(("width", "height"), [(900, 600), (1280, 800), (1920, 1080)])
def test_cards_and_people_stand_beside_each_other_in_every_window(
    opened: Surroundings, qtbot: QtBot, width: int, height: int
) -> None:
    at = arrive(opened, qtbot, width=width, height=height)

    def stands_beside() -> bool:
        card, people = at.cards()[0], at.part(People)
        right = card.mapTo(at.grounding, QPoint(card.width(), 0)).x()
        left = people.mapTo(at.grounding, QPoint(0, 0)).x()
        return right <= left and left + people.width() <= width

    qtbot.waitUntil(stands_beside)


def test_the_plain_word_on_danger_is_in_sight_while_no_number_is_kept(opened: Surroundings, qtbot: QtBot) -> None:
    at = arrive(opened, qtbot)
    at.wait_to_read(WORDS.reach.none_yet)
    qtbot.waitUntil(lambda: is_in_sight(at.label(WORDS.danger.text)))


def test_letters_made_smaller_in_one_jump_are_small_in_the_card_of_people_too(
    opened: Surroundings, qtbot: QtBot
) -> None:
    opened.theme.set_text_scale(1.75)
    at = arrive(opened, qtbot, width=900, height=600)
    at.wait_to_read(WORDS.reach.none_yet)
    opened.theme.set_text_scale(1.0)

    def are_small() -> bool:
        labels = at.part(People).findChildren(TextLabel)
        return all(label.font().pixelSize() <= opened.theme.font("heading").pixelSize() for label in labels)

    assert opened.theme.font("small").pixelSize() * 1.75 > opened.theme.font("heading").pixelSize()
    qtbot.waitUntil(are_small)
