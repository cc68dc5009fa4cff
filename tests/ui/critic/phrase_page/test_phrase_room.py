"""The page of a phrase: what it shows, what can be chosen there with undo, and how one leaves it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTextEdit, QWidget

from heartjournal.model.changes import Changes
from heartjournal.ui.theme import Mode
from heartjournal.ui.wanted import EntryWanted, LetterWanted, ReadingWanted
from tests.ui.critic.phrase_page.reader import DOWN, IDIOT
from tests.ui.letters.correspondent import letter
from tests.ui.sight import faults
from tests.ui.writing import keep

if TYPE_CHECKING:
    from uuid import UUID

    from tests.ui.critic.phrase_page.reader import Reader

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")

Key = Qt.Key


# what is shown


def test_it_shows_the_words_how_often_and_the_newest_three_sentences_by_day(reader: Reader) -> None:
    reader.open()
    assert reader.reads(f"“{DOWN}”")
    assert reader.reads("Five times since August")
    assert reader.reads("Two more, back to August")
    assert reader.sentences() == [
        f"Tuesday 10 November: {DOWN}.",
        f"Saturday 7 November: {DOWN}.",
        f"Friday 23 October: {DOWN}.",
    ]
    assert reader.has_focus(reader.button("Inner critic"))


def test_show_them_all_shows_the_others_and_the_keyboard_goes_on_there(reader: Reader) -> None:
    reader.open()
    reader.click("Show them all")
    assert len(reader.sentences()) == 5
    assert reader.focus.accessibleName() == f"Saturday 3 October: {DOWN}."
    assert not reader.can_press("Show them all")


def test_a_sentence_opens_its_page_at_the_very_words(reader: Reader) -> None:
    reader.open()
    reader.press_sentence(0)
    place = reader.kept().occurrences[0]
    assert reader.wanted == [EntryWanted(place.entry, place.section, place.start, place.end)]
    assert place.entry == reader.pages[-1]


def test_a_phrase_that_stands_in_no_page_yet_says_so(reader: Reader) -> None:
    reader.open(reader.keep_phrase("Nobody would miss the way I sing"))
    assert reader.reads("Not in your pages yet")
    assert reader.reads("When it is written in a page, the sentence will be here with its day.")


def test_what_is_written_in_a_page_meanwhile_comes_to_be_seen(reader: Reader) -> None:
    reader.open()
    reader.write(f"{DOWN}.", 0)
    reader.settle()
    assert reader.sentences()[0] == f"Thursday 12 November: {DOWN}."
    assert reader.reads("Six times since August")


def test_an_answer_that_stood_in_a_page_is_shown_as_an_own_kinder_answer_and_opens_its_page(reader: Reader) -> None:
    (answered,) = reader.write(f"{DOWN}, but everyone does sometimes.", 1)
    reader.open()
    assert reader.reads("You have answered it in your pages")
    (answer,) = reader.kept().answers
    assert answer.entry == answered
    button = next(each for each in buttons_of(reader) if "but everyone does sometimes" in each.accessibleName())
    button.click()
    assert reader.wanted == [EntryWanted(answer.entry, answer.section, answer.start, answer.end)]


def buttons_of(reader: Reader) -> list[QAbstractButton]:
    return [each for each in reader.room.findChildren(QAbstractButton) if each.isVisible()]


# a sentence that is none of it


def test_not_this_one_takes_one_sentence_away_and_undo_brings_it_back(reader: Reader) -> None:
    reader.open()
    reader.click(f"Not this one, Saturday 7 November: {DOWN}.")
    reader.settle()
    assert f"Saturday 7 November: {DOWN}." not in reader.sentences()
    assert len(reader.kept().occurrences) == 4
    reader.undo()
    assert f"Saturday 7 November: {DOWN}." in reader.sentences()


def test_by_keyboard_the_sentence_after_the_one_taken_away_is_next(reader: Reader) -> None:
    reader.open()
    reader.button(f"Not this one, Tuesday 10 November: {DOWN}.").setFocus()
    reader.press(Key.Key_Space)
    reader.settle()
    assert reader.has_focus(reader.button(f"Not this one, Saturday 7 November: {DOWN}."))


# tones


def test_a_tone_is_chosen_and_let_go_and_kept_at_once(reader: Reader) -> None:
    reader.open()
    assert not reader.can_press("harsh")
    reader.click("Choose a tone")
    reader.click("harsh")
    reader.click("weary")
    reader.settle()
    assert reader.kept().line.phrase.tones == ("harsh", "weary")
    reader.click("harsh")
    reader.settle()
    assert reader.kept().line.phrase.tones == ("weary",)


def test_a_tone_in_own_words_is_added_and_once_let_go_not_offered_any_more(reader: Reader) -> None:
    reader.open()
    reader.click("Choose a tone")
    reader.type_in("like a headmaster")
    reader.press(Key.Key_Return)
    reader.settle()
    assert reader.kept().line.phrase.tones == ("like a headmaster",)
    reader.click("like a headmaster")
    reader.settle()
    assert not reader.can_press("like a headmaster")


def test_a_tone_typed_as_one_that_is_offered_is_that_one(reader: Reader) -> None:
    reader.open()
    reader.click("Choose a tone")
    reader.type_in("Cold")
    reader.press(Key.Key_Return)
    reader.settle()
    assert reader.kept().line.phrase.tones == ("cold",)


def test_back_folds_the_other_tones_away_first(reader: Reader) -> None:
    reader.open()
    reader.click("Choose a tone")
    assert reader.room.back()
    assert not reader.can_press("harsh")
    assert not reader.room.back()


# rest, pin, let go


def test_let_it_rest_says_since_when_and_undo_wakes_it(reader: Reader) -> None:
    reader.open()
    reader.click("Let it rest")
    reader.settle()
    assert reader.kept().line.phrase.resting_since == date(2026, 11, 12)
    assert reader.reads("Resting since Thursday 12.")
    reader.undo()
    assert reader.kept().line.phrase.resting_since is None
    assert reader.can_press("Let it rest")


def test_one_that_rests_is_woken_and_undo_lets_it_rest_again(reader: Reader) -> None:
    reader.do(lambda journal: journal.phrases.rest(reader.phrase))
    reader.open()
    reader.click("Wake it")
    reader.settle()
    assert reader.kept().line.phrase.resting_since is None
    reader.undo()
    assert reader.kept().line.phrase.resting_since


def test_it_is_kept_on_top_and_put_back_with_the_others(reader: Reader) -> None:
    reader.open(width=1280)
    reader.click("More for this phrase")
    reader.choose("Keep on top")
    reader.settle()
    assert reader.kept().line.phrase.is_pinned
    assert reader.reads("Kept on top")
    reader.click("More for this phrase")
    reader.choose("Keep with the others")
    reader.settle()
    assert not reader.kept().line.phrase.is_pinned


def test_before_it_is_let_go_one_is_asked_with_the_keyboard_on_letting_it_rest(reader: Reader) -> None:
    reader.open()
    reader.click("More for this phrase")
    reader.choose("Let it go…")
    assert reader.reads("Letting it go cannot be undone.")
    assert reader.has_focus(reader.button("Let it rest instead"))
    assert reader.room.back()
    assert not reader.reads("Letting it go cannot be undone.")
    assert reader.phrases()


def test_it_rests_instead(reader: Reader) -> None:
    reader.open()
    reader.click("More for this phrase")
    reader.choose("Let it go…")
    reader.click("Let it rest instead")
    reader.settle()
    assert reader.kept().line.phrase.resting_since


def test_let_go_it_is_gone_and_its_page_is_left(reader: Reader) -> None:
    reader.open()
    reader.click("More for this phrase")
    reader.choose("Let it go…")
    reader.click("Let it go")
    reader.settle()
    assert not reader.phrases()
    assert reader.left
    assert reader.told[-1].undo is None
    assert not reader.reads(DOWN)


# joining


def test_join_offers_those_that_may_be_the_same_first(reader: Reader) -> None:
    reader.keep_phrase(DOWN)
    mother = reader.keep_phrase("I am a terrible mother")
    reader.keep_phrase("I am a terrible cold mother")
    reader.open(mother)
    reader.click("Join with another")
    reader.settle()
    words = reader.read()
    places = [words.index(each) for each in ("These may be the same", "cold mother", "Your other phrases", DOWN)]
    assert places == sorted(places)
    assert reader.focus.accessibleName() == "“I am a terrible cold mother”"


def test_joined_phrases_show_their_sentences_together_and_undo_takes_them_apart(reader: Reader) -> None:
    other = reader.keep_phrase(IDIOT)
    reader.write(f"{IDIOT}.", 1)
    reader.open()
    reader.click("Join with another")
    reader.settle()
    reader.click(f"“{IDIOT}”")
    reader.settle()
    assert [phrase.id for phrase in reader.kept().joined] == [other]
    assert f"Wednesday 11 November: {IDIOT}." in reader.sentences()
    reader.undo()
    assert not reader.kept().joined
    assert f"Wednesday 11 November: {IDIOT}." not in reader.sentences()


def test_a_joined_phrase_is_taken_apart_and_undo_joins_it_again(reader: Reader) -> None:
    other = reader.keep_phrase(IDIOT)
    reader.do(lambda journal: journal.phrases.merge(other, reader.phrase))
    reader.open()
    reader.click(f"“{IDIOT}”: take apart")
    reader.settle()
    assert not reader.kept().joined
    assert not reader.reads("Its wordings")
    reader.undo()
    assert reader.kept().joined


def test_a_wording_is_made_a_phrase_of_its_own_and_undo_brings_it_back(reader: Reader) -> None:
    reader.do(lambda journal: journal.phrases.keep(IDIOT, into=reader.phrase))
    reader.open()
    reader.click(f"“{IDIOT}”: make it its own")
    reader.settle()
    assert sorted(phrase.words for phrase in reader.phrases()) == [DOWN, IDIOT]
    reader.undo()
    assert [phrase.words for phrase in reader.phrases()] == [DOWN]
    assert len(reader.kept().variants) == 2


def test_a_wording_that_has_become_the_phrases_own_is_not_to_be_made_one(reader: Reader) -> None:
    reader.do(lambda journal: journal.phrases.keep("I am useless", into=reader.phrase))
    reader.do(lambda journal: journal.phrases.keep(IDIOT, into=reader.phrase))
    page = reader.kept()
    own, useless, idiot = page.variants
    card = reader.room._cards.wordings
    card.show_page(replace(page, variants=(own, replace(useless, key=own.key), idiot, replace(idiot, example="Idiot"))))
    assert [variant.example for variant in card._shown[1]] == ["Idiot"]


def test_a_phrase_with_one_wording_has_no_card_of_them_and_without_another_none_is_to_be_joined(
    reader: Reader,
) -> None:
    reader.open()
    assert not reader.reads("Its wordings")
    reader.click("Join with another")
    reader.settle()
    assert reader.reads("There is no other phrase to join with yet.")
    reader.click("Not now")
    assert reader.has_focus(reader.button("Join with another"))


def test_a_phrase_that_is_called_otherwise_does_not_offer_its_only_wording_to_be_parted(reader: Reader) -> None:
    reader.do(lambda journal: journal.phrases.rename(reader.phrase, "The old song"))
    reader.open()
    assert not reader.reads("Its wordings")


def test_among_many_phrases_a_few_letters_find_the_one(reader: Reader) -> None:
    for number in range(12):
        reader.keep_phrase(f"The {number}th thing nobody should see")
    reader.keep_phrase(IDIOT)
    reader.open()
    reader.click("Join with another")
    reader.settle()
    field = next(each for each in reader.room.findChildren(QLineEdit) if each.isVisible())
    field.setText("IDIOT")
    assert [each.accessibleName() for each in buttons_of(reader) if "“" in each.accessibleName()][-1:] == [f"“{IDIOT}”"]
    assert not any("nobody should see" in each.accessibleName() for each in buttons_of(reader))


# letters


def test_a_letter_about_it_is_asked_for_once_what_was_written_is_kept(reader: Reader) -> None:
    reader.open()
    reader.write_in("Whose voice it is a little like; only you see this", "Mine")
    reader.click("Write a letter about this")
    reader.settle()
    assert reader.wanted == [LetterWanted(phrase=reader.phrase)]
    assert reader.kept().line.phrase.whose_voice == "Mine"


def linked(reader: Reader, *, sealed: bool = False) -> UUID:
    (identity,) = keep(reader.surroundings, reader.qtbot, letter("Dear you.", title="The chair"))
    reader.do(lambda journal: journal.letters.put_away(identity, reader.today + timedelta(days=30), sealed=sealed))
    reader.do(lambda journal: journal.phrases.link_letter(reader.phrase, identity))
    return identity


def test_a_letter_written_about_it_is_there_to_be_read(reader: Reader) -> None:
    reader.open()
    identity = linked(reader)
    assert reader.reads("Letter about this phrase")
    reader.click("The chair: read")
    assert reader.wanted == [ReadingWanted(identity)]


def test_a_sealed_letter_says_that_it_is_and_one_in_the_bin_is_not_there(reader: Reader) -> None:
    reader.open()
    identity = linked(reader, sealed=True)
    assert reader.reads("Sealed letter about this phrase")
    reader.do(lambda journal: journal.letters.take_back(identity))
    reader.do(lambda journal: journal.pages.trash(identity))
    assert not reader.reads("The chair")


# coming and going


def test_the_page_of_a_phrase_that_was_joined_is_that_of_the_other(reader: Reader) -> None:
    other = reader.keep_phrase(IDIOT)
    reader.do(lambda journal: journal.phrases.merge(other, reader.phrase))
    reader.open(other)
    assert reader.reads(f"“{DOWN}”")


def test_a_phrase_that_is_not_there_is_left_at_once(reader: Reader) -> None:
    reader.open(uuid4())
    assert reader.left
    assert not reader.wanted


def test_another_phrase_takes_the_place_of_the_one_before_with_nothing_of_it_left(reader: Reader) -> None:
    other = reader.keep_phrase(IDIOT)
    reader.do(lambda journal: journal.phrases.describe(reader.phrase, protecting="Being left out.", tones=("cold",)))
    reader.do(lambda journal: journal.phrases.reframe(reader.phrase, "I let one thing slip."))
    reader.open()
    reader.click("Show them all")
    reader.open(other)
    assert reader.reads(f"“{IDIOT}”")
    assert not reader.sentences()
    assert not any(words in all_words(reader.room) for words in (DOWN, "left out", "slip"))
    assert not reader.can_press("cold")


def test_forgotten_no_word_of_it_is_anywhere_in_the_room(reader: Reader) -> None:
    other = reader.keep_phrase(IDIOT)
    reader.do(lambda journal: journal.phrases.merge(other, reader.phrase))
    reader.do(
        lambda journal: journal.phrases.describe(
            reader.phrase, protecting="Being left out.", softening="I hear you.", whose_voice="Hale", tones=("stormy",)
        )
    )
    reader.do(lambda journal: journal.phrases.reframe(reader.phrase, "I let one thing slip."))
    linked(reader)
    reader.open()
    reader.click("Go on" if reader.can_press("Go on") else "Begin")
    reader.click("Join with another")
    reader.settle()
    secrets = (DOWN, IDIOT, "left out", "hear you", "Hale", "stormy", "slip", "The chair")
    assert all(words in all_words(reader.room) for words in (DOWN, "left out", "hear you", "Hale", "slip", "The chair"))
    reader.room.forget()
    reader.settle()
    left = all_words(reader.room)
    assert [words for words in secrets if words in left] == []


def all_words(room: QWidget) -> str:
    """Every word that a widget of the room holds, to be seen or not."""
    words: list[str] = []
    for widget in room.findChildren(QWidget):
        words += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        text = getattr(widget, "text", None)
        words.append(widget.toPlainText() if isinstance(widget, QTextEdit) else text() if callable(text) else "")
    return "\n".join(words)


def test_hidden_it_reads_nothing_and_shown_again_it_reads_anew(reader: Reader) -> None:
    reader.open()
    reader.room.hide()
    reader.do(lambda journal: journal.phrases.rename(reader.phrase, "Letting people down"))
    assert DOWN in all_words(reader.room)
    reader.room.show()
    reader.room.arrive()
    reader.settle()
    assert "“Letting people down”" in reader.read()


def test_a_change_that_does_not_concern_it_reads_nothing(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.open()
    read: list[None] = []
    monkeypatch.setattr(reader.room, "_read", lambda **_: read.append(None))
    reader.room.refresh(Changes(settings=True, contacts=True))
    assert not read
    reader.room.refresh(Changes(heard=True))
    assert read


# by keyboard


def test_tab_goes_through_all_of_it_as_one_reads(reader: Reader) -> None:
    reader.do(lambda journal: journal.phrases.describe(reader.phrase, tones=("cold",), protecting="Of us."))
    reader.do(lambda journal: journal.phrases.reframe(reader.phrase, "I let one thing slip."))
    reader.do(lambda journal: journal.phrases.keep(IDIOT, into=reader.phrase))
    linked(reader)
    reader.open()
    first, walked = reader.focus, []
    for _ in range(40):
        focus = reader.focus
        walked.append(focus.accessibleName() or (focus.text() if isinstance(focus, QAbstractButton) else ""))
        reader.press(Key.Key_Tab)
        if reader.has_focus(first):
            break
    assert walked == [
        "Inner critic",
        "Join with another",
        "Let it rest",
        "More for this phrase",
        "cold",
        "Choose a tone",
        "Whose voice it is a little like; only you see this",
        f"Tuesday 10 November: {DOWN}.",
        f"Not this one, Tuesday 10 November: {DOWN}.",
        f"Saturday 7 November: {DOWN}.",
        f"Not this one, Saturday 7 November: {DOWN}.",
        f"Friday 23 October: {DOWN}.",
        f"Not this one, Friday 23 October: {DOWN}.",
        "Show them all",
        "What it may be trying to spare you",
        "What you say to it",
        "Edit what it wants for you",
        "Edit your kinder line",
        "Another line",
        "The chair: read",
        "Write a letter about this",
        "Begin",
        f"“{IDIOT}”: make it its own",
    ]


# sight


@pytest.mark.parametrize(("width", "height"), [(836, 600), (1056, 800), (1696, 1000)])
@pytest.mark.parametrize("scale", [0.9, 1.0, 1.75])
def test_nothing_is_cut_or_covered(reader: Reader, width: int, height: int, scale: float) -> None:
    other = reader.keep_phrase(IDIOT)
    reader.do(lambda journal: journal.phrases.merge(other, reader.phrase))
    reader.do(lambda journal: journal.phrases.describe(reader.phrase, tones=("cold", "weary"), protecting="Of us."))
    reader.do(lambda journal: journal.phrases.reframe(reader.phrase, "I let one thing slip, and kept eleven."))
    linked(reader)
    reader.surroundings.theme.set_text_scale(scale)
    reader.open(width=width, height=height)
    assert not faults(reader.room)
    reader.click("Begin")
    for words in ("Next, or skip", "Next, or skip", "Next, or skip", "Close it for now"):
        reader.settle()
        assert not faults(reader.room)
        reader.click(words)
    reader.click("Join with another")
    reader.settle()
    assert not faults(reader.room)


def test_the_theme_is_switched_while_it_is_shown(reader: Reader) -> None:
    reader.open()
    before = reader.room.grab().toImage().pixelColor(4, 4)
    reader.surroundings.theme.set_mode(Mode.DARK)
    reader.surroundings.theme.set_text_scale(1.3)
    reader.settle()
    assert reader.room.grab().toImage().pixelColor(4, 4) != before
    assert not faults(reader.room)


def test_every_control_has_a_name_of_its_own(reader: Reader) -> None:
    reader.do(lambda journal: journal.phrases.reframe(reader.phrase, "I let one thing slip."))
    linked(reader)
    reader.open()
    names = [each.accessibleName() or each.text() for each in buttons_of(reader)]
    assert all(names)
    assert len(set(names)) == len(names)
