"""The page from the first key to the journal and back, on a real journal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QTextCursor

from heartjournal import resources
from heartjournal.model.element import Element
from heartjournal.model.entry import Entry, EntryKind, EntryLine
from heartjournal.model.practice import InputKind, Practice, Saves, StepInput
from heartjournal.model.problems import DiskFull
from heartjournal.resources.demo import demo_draft, demo_tonight
from heartjournal.ui.editor import PageEditor
from heartjournal.ui.editor.page_menu import PageMenu
from heartjournal.ui.practices import Prompt
from heartjournal.ui.wanted import EntryWanted, LetterWanted
from heartjournal.ui.widgets import SaveState
from heartjournal.ui.widgets.focus_ring import KeyboardFocus
from tests.ui.writing import ask, keep, page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from heartjournal.ui.editor.section_view import SectionView
    from heartjournal.ui.editor.writing_text import WritingText
    from heartjournal.ui.practices import ChoiceInput, FeelingsInput
    from heartjournal.ui.surroundings import Surroundings
    from heartjournal.ui.theme import Theme

CONTROL = Qt.KeyboardModifier.ControlModifier


def practice(name: str) -> Practice:
    return next(known for known in resources.practices().good if known.id == name)


def screen(surroundings: Surroundings, qtbot: QtBot, *, width: int = 1280, height: int = 800) -> PageEditor:
    editor = PageEditor(surroundings, practices=resources.practices().good)
    qtbot.addWidget(editor)
    editor.resize(width, height)
    editor.show()
    qtbot.waitExposed(editor)
    return editor


def sections(editor: PageEditor) -> tuple[SectionView, ...]:
    return editor._column.sections


def text(editor: PageEditor, place: int = 0) -> WritingText:
    writing = sections(editor)[place].text
    assert writing is not None
    return writing


def saved(editor: PageEditor, qtbot: QtBot) -> None:
    done: list[None] = []
    editor.save_now(lambda: done.append(None))
    qtbot.waitUntil(lambda: bool(done))


def pages(surroundings: Surroundings, qtbot: QtBot) -> tuple[Entry, ...]:
    return ask(
        surroundings, qtbot, lambda journal: tuple(journal.pages.entry(line.id) for line in journal.pages.lines())
    )


def test_a_free_page_is_written_saved_and_found_in_the_journal(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(None)
    qtbot.waitUntil(text(editor).hasFocus)
    qtbot.keyClicks(text(editor), "Rain on the stairs.")
    assert editor.has_unsaved

    with qtbot.waitSignal(editor.closed):
        qtbot.keyClick(text(editor), Qt.Key.Key_Return, CONTROL)

    (entry,) = pages(opened, qtbot)
    assert entry.sections[0].body == "Rain on the stairs."
    assert (entry.day, entry.kind, entry.practice_id) == (date(2026, 11, 12), EntryKind.PAGE, "")
    assert entry.happened_at == opened.clock.now()
    assert not sections(editor)


def test_words_are_saved_by_themselves_and_it_is_said(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(None)
    with qtbot.waitSignal(editor._sitting.saved, timeout=3000):
        qtbot.keyClicks(text(editor), "Rain")

    assert not editor.has_unsaved
    qtbot.waitUntil(lambda: editor._top.said is SaveState.SAVED, timeout=4000)
    assert len(pages(opened, qtbot)) == 1


def test_the_guided_page_leaves_its_answered_sections_under_their_elements(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(practice("evening_journal"))
    qtbot.keyClicks(text(editor, 3), "Ring her at breakfast.")
    feelings = sections(editor)[1].feelings_input
    assert feelings is not None
    feelings._words.chosen.emit("ashamed")
    saved(editor, qtbot)

    (entry,) = pages(opened, qtbot)
    assert [section.element for section in entry.sections] == [Element.MINDFULNESS, Element.SELF_KINDNESS]
    assert entry.sections[0].feelings == ("ashamed",)
    assert entry.sections[1].prompt_id == "evening_journal/self_kindness"
    assert entry.sections[1].prompt_text == practice("evening_journal").steps[3].prompt
    assert entry.practice_id == "evening_journal"


def test_a_page_left_empty_leaves_nothing_behind(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(practice("evening_journal"))
    qtbot.keyClicks(text(editor), "   ")
    assert not editor.has_unsaved

    with qtbot.waitSignal(editor.closed):
        qtbot.keyClick(text(editor), Qt.Key.Key_Escape)
    assert pages(opened, qtbot) == ()


def test_a_page_taken_up_again_and_left_alone_writes_nothing(opened: Surroundings, qtbot: QtBot) -> None:
    body = "\ufeffone\r\ntwo\u2028three\xa0four\x00\n\n"
    draft = page(body)
    keep(opened, qtbot, draft)
    before = ask(opened, qtbot, lambda journal: journal.pages.entry(draft.id))
    editor = screen(opened, qtbot)
    editor.open_entry(before)

    assert not editor.has_unsaved
    assert editor._sitting._draft() == before.as_draft()
    with qtbot.assertNotEmitted(opened.tasks.changed):
        saved(editor, qtbot)
    assert ask(opened, qtbot, lambda journal: journal.pages.entry(draft.id)) == before


def test_an_old_page_keeps_its_id_and_day_when_it_is_written_on(opened: Surroundings, qtbot: QtBot) -> None:
    draft = page("Rain.")
    keep(opened, qtbot, draft)
    editor = screen(opened, qtbot)
    editor.open_entry(ask(opened, qtbot, lambda journal: journal.pages.entry(draft.id)))
    qtbot.keyClicks(text(editor), " More.")
    saved(editor, qtbot)

    (entry,) = pages(opened, qtbot)
    assert (entry.id, entry.day, entry.sections[0].body) == (draft.id, draft.day, "Rain. More.")
    assert entry.sections[0].id == draft.sections[0].id


def test_a_guided_page_taken_up_again_shows_its_words_and_the_prompts_not_answered(
    opened: Surroundings, qtbot: QtBot
) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(practice("evening_journal"))
    qtbot.keyClicks(text(editor, 2), "Everybody forgets.")
    saved(editor, qtbot)
    (entry,) = pages(opened, qtbot)
    editor.open_entry(entry)

    assert [text(editor, place).words for place in range(4)] == ["", "", "Everybody forgets.", ""]
    assert not editor.has_unsaved


class _FullDesk:
    def save(self, _draft: object) -> None:
        raise DiskFull("The disk is full.", "Your words are still on this page.")


class _FullJournal:
    pages = _FullDesk()


def fill_the_disk(surroundings: Surroundings, monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on, every save meets a full disk."""
    real = surroundings.tasks.run

    def run(work: object, **named: object) -> None:
        real(lambda _journal: work(_FullJournal()), **named)  # type: ignore[operator, arg-type]  # passed through

    monkeypatch.setattr(surroundings.tasks, "run", run)


def test_on_a_full_disk_the_words_stay_and_one_sentence_says_so(
    opened: Surroundings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(None)
    qtbot.keyClicks(text(editor), "Rain")
    with monkeypatch.context() as full, qtbot.assertNotEmitted(editor.closed):
        fill_the_disk(opened, full)
        stayed: list[None] = []
        editor.save_now(editor._close, lambda: stayed.append(None))
        qtbot.waitUntil(lambda: bool(stayed))

    assert text(editor).words == "Rain"
    assert editor._notice.words() == "Not saved yet. The disk is full. Your words are still on this page."
    assert editor._notice.isVisible()
    assert editor.has_unsaved
    saved(editor, qtbot)
    assert editor._notice.isHidden()
    assert len(pages(opened, qtbot)) == 1


def test_too_much_keeps_everything_and_saves(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(None)
    qtbot.keyClicks(text(editor), "Rain")
    with qtbot.waitSignals([editor.too_much_wanted, editor._sitting.saved]):
        qtbot.keyClick(text(editor), Qt.Key.Key_Period, CONTROL)

    assert text(editor).words == "Rain"
    assert len(pages(opened, qtbot)) == 1


def test_ctrl_s_saves_and_stays(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(None)
    qtbot.keyClicks(text(editor), "Rain")
    with qtbot.waitSignal(editor._sitting.saved), qtbot.assertNotEmitted(editor.closed):
        qtbot.keyClick(text(editor), Qt.Key.Key_S, CONTROL)


def test_a_page_moved_to_the_bin_tells_which_and_is_closed(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(None)
    qtbot.keyClicks(text(editor), "Rain")
    told: list[EntryWanted] = []
    editor.trashed.connect(told.append)
    with qtbot.waitSignals([editor.closed, editor.trashed]):
        editor._move_to_bin()

    assert pages(opened, qtbot) == ()
    trashed = ask(opened, qtbot, lambda journal: journal.pages.entry(told[0].entry_id))
    assert trashed.sections[0].body == "Rain"


def test_a_page_moved_to_the_bin_is_not_brought_back_by_leaving_the_window_meanwhile(
    opened: Surroundings, qtbot: QtBot
) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(None)
    qtbot.keyClicks(text(editor), "Rain")
    saved(editor, qtbot)
    with qtbot.waitSignal(editor.trashed):
        editor._move_to_bin()
        qtbot.keyClicks(text(editor), ".")
        editor.hide()
    saved_again: list[None] = []
    opened.tasks.run(lambda _journal: None, then=saved_again.append, owner=editor)
    qtbot.waitUntil(lambda: bool(saved_again))
    assert pages(opened, qtbot) == ()


def empty(editor: PageEditor, qtbot: QtBot) -> None:
    text(editor).selectAll()
    qtbot.keyClick(text(editor), Qt.Key.Key_Delete)


def test_a_page_emptied_and_left_goes_to_the_bin_with_its_last_words(opened: Surroundings, qtbot: QtBot) -> None:
    draft = page("three months of words")
    keep(opened, qtbot, draft)
    entry = ask(opened, qtbot, lambda journal: journal.pages.entry(draft.id))
    editor = screen(opened, qtbot)
    editor.open_entry(entry)
    empty(editor, qtbot)
    told: list[EntryWanted] = []
    editor.trashed.connect(told.append)
    with qtbot.waitSignals([editor.closed, editor.trashed]):
        editor.leave()

    assert told == [EntryWanted(draft.id)]
    assert pages(opened, qtbot) == ()
    assert ask(opened, qtbot, lambda journal: journal.pages.entry(draft.id)).as_draft() == draft
    ask(opened, qtbot, lambda journal: journal.pages.restore(draft.id))
    assert pages(opened, qtbot) == (entry,)


def test_a_page_emptied_by_accident_keeps_its_words_while_it_is_open_and_after_undo(
    opened: Surroundings, qtbot: QtBot
) -> None:
    draft = page("three months of words")
    keep(opened, qtbot, draft)
    editor = screen(opened, qtbot)
    editor.open_entry(ask(opened, qtbot, lambda journal: journal.pages.entry(draft.id)))
    empty(editor, qtbot)
    editor.hide()
    saved(editor, qtbot)
    (entry,) = pages(opened, qtbot)
    assert entry.as_draft() == draft

    text(editor).undo()
    with qtbot.waitSignal(editor.closed), qtbot.assertNotEmitted(editor.trashed):
        editor.leave()
    (entry,) = pages(opened, qtbot)
    assert entry.as_draft() == draft


def test_a_page_emptied_and_retyped_is_kept_with_the_new_words(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(None)
    qtbot.keyClicks(text(editor), "Rain")
    saved(editor, qtbot)
    empty(editor, qtbot)
    saved(editor, qtbot)
    qtbot.keyClicks(text(editor), "Sun")
    with qtbot.waitSignal(editor.closed), qtbot.assertNotEmitted(editor.trashed):
        editor.leave()

    (entry,) = pages(opened, qtbot)
    assert entry.sections[0].body == "Sun"


def test_the_break_leaves_a_small_page_or_nothing_as_the_person_prefers(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(practice("break"))
    choice = sections(editor)[1].choices[0]
    choice._chips["This is a hard moment."].click()
    saved(editor, qtbot)
    (entry,) = pages(opened, qtbot)
    assert entry.kind is EntryKind.PRACTICE
    assert entry.sections[0].body == "- This is a hard moment."

    leave_nothing(editor, qtbot)
    assert everything(opened, qtbot) == ()


def leave_nothing(editor: PageEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.closed), qtbot.assertNotEmitted(editor.trashed):
        drop(editor)


def drop(editor: PageEditor) -> None:
    assert editor._column._end is not None
    editor._column._end.dropped.emit()


def everything(surroundings: Surroundings, qtbot: QtBot) -> tuple[EntryLine, ...]:
    """The pages and those in the bin."""
    return ask(surroundings, qtbot, lambda journal: (*journal.pages.lines(), *journal.pages.lines(trashed=True)))


def test_leaving_nothing_behind_takes_back_the_last_words_also_when_the_window_is_left_meanwhile(
    opened: Surroundings, qtbot: QtBot
) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(practice("break"))
    qtbot.keyClicks(text(editor), "Ra")
    saved(editor, qtbot)
    qtbot.keyClicks(text(editor), "in")
    editor.save_now()
    qtbot.keyClicks(text(editor), ".")
    with qtbot.waitSignal(editor.closed):
        drop(editor)
        editor.hide()

    assert everything(opened, qtbot) == ()
    assert ask(opened, qtbot, lambda journal: journal.search.pages("rain")) == ()


def test_leaving_nothing_behind_forgets_the_own_words_of_this_sitting_and_none_before_it(
    opened: Surroundings, qtbot: QtBot
) -> None:
    step = practice("break").steps[1].id
    ask(opened, qtbot, lambda journal: journal.practices.remember_sentence("break", step, "Let it be."))
    editor = screen(opened, qtbot)
    editor.open_new(practice("break"))
    for sentence in ("Steady now.", "Let it be."):
        sections(editor)[1].sentence_made.emit(sentence)
    leave_nothing(editor, qtbot)
    assert ask(opened, qtbot, lambda journal: journal.practices.own_sentences("break", step)) == ("Let it be.",)

    ask(opened, qtbot, lambda journal: journal.feelings.add("wistful"))
    editor.open_new(replace(practice("evening_journal"), saves=Saves.PAGE_OR_NOTHING))
    for word in ("wobbly", "wistful"):
        sections(editor)[1].word_made.emit(word)
    leave_nothing(editor, qtbot)
    assert ask(opened, qtbot, lambda journal: journal.feelings.own()) == ("wistful",)


def test_a_page_that_cannot_be_taken_back_says_so_and_is_saved_on(
    opened: Surroundings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_desk: object, _identity: object) -> None:
        raise DiskFull("The disk is full.", "Make some room, then try again.")

    editor = screen(opened, qtbot)
    editor.open_new(practice("break"))
    qtbot.keyClicks(text(editor), "Rain")
    saved(editor, qtbot)
    with monkeypatch.context() as no_room, qtbot.assertNotEmitted(editor.closed):
        no_room.setattr("heartjournal.journal.pages.Pages.remove", full)
        drop(editor)
        qtbot.waitUntil(editor._notice.isVisible)
    words = "The page is still in the journal. The disk is full. Make some room, then try again."
    assert editor._notice.words() == words

    qtbot.keyClicks(text(editor), " on")
    saved(editor, qtbot)
    (entry,) = pages(opened, qtbot)
    assert entry.sections[0].body == "Rain on"
    leave_nothing(editor, qtbot)
    assert everything(opened, qtbot) == ()


def test_leaving_nothing_behind_from_an_untouched_break_just_closes(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(practice("break"))
    leave_nothing(editor, qtbot)


def test_a_sentence_of_one_s_own_is_offered_first_the_next_time(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(practice("break"))
    sections(editor)[1].choices[0]._take_own("Steady now.")
    saved(editor, qtbot)
    editor.open_new(practice("break"))

    qtbot.waitUntil(lambda: next(iter(sections(editor)[1].choices[0]._chips)) == "Steady now.")


def test_a_feeling_of_one_s_own_is_kept(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(practice("evening_journal"))
    feelings = sections(editor)[1].feelings_input
    assert feelings is not None
    feelings._take_own("wobbly")
    saved(editor, qtbot)

    assert ask(opened, qtbot, lambda journal: journal.feelings.own()) == ("wobbly",)


def type_own(qtbot: QtBot, asked: FeelingsInput | ChoiceInput, words: str) -> None:
    """Open the line for own words and type, without Enter."""
    own = asked._own
    assert own is not None
    own.chip.click()
    qtbot.keyClicks(own._field.line, words)


def test_own_words_without_enter_are_saved_by_themselves_and_shown_again(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(practice("evening_journal"))
    feelings = sections(editor)[1].feelings_input
    assert feelings is not None
    with qtbot.waitSignal(editor._sitting.saved, timeout=3000):
        type_own(qtbot, feelings, "humiliated")
    (entry,) = pages(opened, qtbot)
    assert entry.feelings == ("humiliated",)

    editor.open_entry(entry)
    feelings = sections(editor)[1].feelings_input
    assert feelings is not None
    assert feelings.feelings == ("humiliated",)


def test_own_words_without_enter_are_kept_when_the_page_is_left(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(practice("break"))
    type_own(qtbot, sections(editor)[1].choices[0], "Steady now.")
    assert editor.has_unsaved
    with qtbot.waitSignal(editor.closed):
        editor.leave()

    (entry,) = pages(opened, qtbot)
    assert entry.sections[0].body == "- Steady now."


def test_asking_whether_something_is_unsaved_changes_nothing(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(practice("evening_journal"))
    before = editor._sitting._run
    qtbot.keyClicks(text(editor), "Rain")
    assert editor.has_unsaved
    assert editor._sitting._run is before


def test_another_anchor_is_kept_with_the_answer(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(practice("break"))
    sections(editor)[0].asked_otherwise.emit("What can be heard?")
    qtbot.keyClicks(text(editor), "A bus.")
    saved(editor, qtbot)

    (entry,) = pages(opened, qtbot)
    assert entry.sections[0].prompt_text == "What can be heard?"


def test_a_practice_that_saves_nothing_never_touches_the_journal(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(replace(practice("evening_journal"), saves=Saves.NOTHING))
    qtbot.keyClicks(text(editor), "Rain")
    assert not editor.has_unsaved

    with qtbot.waitSignal(editor.closed):
        editor.leave()
    assert pages(opened, qtbot) == ()


def test_without_a_journal_the_break_runs_and_keeps_nothing(surroundings: Surroundings, qtbot: QtBot) -> None:
    editor = screen(surroundings, qtbot)
    editor.open_new(practice("break"))
    qtbot.keyClicks(text(editor), "Rain")

    assert editor._top.said is None
    with qtbot.waitSignal(editor.closed):
        editor.leave()


def test_a_practice_that_asks_for_something_else_is_refused_in_a_sentence(opened: Surroundings, qtbot: QtBot) -> None:
    evening = practice("evening_journal")
    scale = replace(evening.steps[0], inputs=(StepInput(InputKind.SCALE, labels=("a", "b"), steps=5),))
    editor = screen(opened, qtbot)
    editor.open_new(replace(evening, steps=(scale,)))

    assert not sections(editor)
    assert editor._notice.isVisible()
    assert editor._notice.words().startswith("The evening page cannot be opened here.")
    with qtbot.waitSignal(editor.closed):
        editor.leave()


def test_the_caret_goes_through_the_sections_as_through_one_text(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(practice("evening_journal"))
    qtbot.waitUntil(text(editor, 0).hasFocus)

    qtbot.keyClick(text(editor, 0), Qt.Key.Key_Down)
    assert text(editor, 1).hasFocus()
    assert editor._column.current == 1
    qtbot.keyClick(text(editor, 1), Qt.Key.Key_Up)
    assert text(editor, 0).hasFocus()
    qtbot.keyClick(text(editor, 0), Qt.Key.Key_Up)
    assert text(editor, 0).hasFocus()


def test_the_steps_lead_to_their_sections(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(practice("evening_journal"))
    qtbot.waitUntil(text(editor, 0).hasFocus)
    stepper = editor._bottom.stepper
    assert stepper is not None

    qtbot.keyClick(text(editor, 0), Qt.Key.Key_PageDown, CONTROL)
    assert text(editor, 1).hasFocus()
    assert stepper.current == 1
    qtbot.keyClick(text(editor, 1), Qt.Key.Key_PageUp, CONTROL)
    assert text(editor, 0).hasFocus()
    qtbot.mouseClick(stepper._buttons[3], Qt.MouseButton.LeftButton)
    assert text(editor, 3).hasFocus()


def test_starters_are_offered_where_one_writes_and_write_themselves(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(practice("evening_journal"))
    editor._column.go_to(3)
    starters = [section._starters for section in sections(editor)]
    qtbot.waitUntil(lambda: [row is not None and row.isVisible() for row in starters] == [False, False, False, True])

    assert starters[3] is not None
    starters[3].chosen.emit("It makes sense that ")
    assert text(editor, 3).words == "It makes sense that "


def test_the_line_with_the_caret_stays_in_sight(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot, width=900, height=600)
    editor.open_new(None)
    qtbot.waitUntil(text(editor).hasFocus)
    for _ in range(40):
        qtbot.keyClick(text(editor), Qt.Key.Key_Return)
    qtbot.keyClicks(text(editor), "here")

    def in_sight() -> bool:
        line = text(editor).caret_rect()
        view = editor._column.viewport()
        top = text(editor).mapTo(view, line.topLeft()).y()
        return top >= 0 and top + line.height() <= view.height()

    qtbot.waitUntil(in_sight)
    qtbot.keyClick(text(editor), Qt.Key.Key_Home, CONTROL)
    qtbot.waitUntil(in_sight)


@pytest.mark.parametrize(("width", "x", "room"), [(1280, 258, 640), (900, 228, 644), (1920, 578, 640)])
def test_the_words_stand_where_the_design_draws_them(
    opened: Surroundings, qtbot: QtBot, width: int, x: int, room: int
) -> None:
    editor = screen(opened, qtbot, width=width, height=800)
    editor.open_new(practice("evening_journal"))

    def place() -> tuple[int, int]:
        return text(editor).mapTo(editor, text(editor).rect().topLeft()).x(), text(editor).width()

    qtbot.waitUntil(lambda: place() == (x, room))


def test_large_text_puts_the_tags_above_their_words(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot, width=1000)
    editor.open_new(practice("evening_journal"))
    opened.theme.set_text_scale(1.75)

    tag = sections(editor)[0].tag
    assert tag is not None
    qtbot.waitUntil(
        lambda: (
            tag.mapTo(editor, tag.rect().topLeft()).x() == text(editor).mapTo(editor, text(editor).rect().topLeft()).x()
        )
    )


def test_a_low_window_has_lower_bars(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot, width=900, height=600)
    editor.open_new(None)

    assert (editor._top.height(), editor._bottom.height()) == (52, 52)


def test_each_section_is_named_for_a_screen_reader(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(practice("evening_journal"))
    prompt = practice("evening_journal").steps[1].prompt

    assert sections(editor)[1].accessibleName() == f"Mindfulness, {prompt}"
    assert text(editor, 1).accessibleName() == f"Mindfulness, {prompt}"
    editor.open_new(None)
    assert text(editor).accessibleName() == "Your words"


def test_a_section_asked_another_way_is_named_by_the_question_it_asks_now(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(practice("break"))
    section, variant = sections(editor)[0], practice("break").steps[0].variants[0]
    before = section.accessibleName()
    prompt = section.findChild(Prompt)
    assert prompt is not None
    prompt._chips[variant.id].click()
    assert section.accessibleName().endswith(variant.prompt)
    assert text(editor).accessibleName() == section.accessibleName()

    prompt._chips[variant.id].click()
    assert section.accessibleName() == text(editor).accessibleName() == before


def test_a_closed_page_leaves_nothing_selected_and_nothing_on_the_screen(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(None)
    qtbot.keyClicks(text(editor), "secret")
    writing = text(editor)
    writing.selectAll()
    clipboard = QGuiApplication.clipboard()
    with qtbot.waitSignal(editor.closed):
        editor.leave()

    if clipboard.supportsSelection():
        assert clipboard.text(QClipboard.Mode.Selection) == ""
    assert writing.toPlainText() == ""
    assert not writing.document().isUndoAvailable()
    assert editor._top.title.text() == ""


def test_the_page_of_another_year_is_called_by_its_year(opened: Surroundings, qtbot: QtBot) -> None:
    draft = page("Rain.", day=date(2025, 11, 12))
    keep(opened, qtbot, draft)
    editor = screen(opened, qtbot)
    editor.open_entry(ask(opened, qtbot, lambda journal: journal.pages.entry(draft.id)))

    assert "2025" in editor._top.title.text()


def test_hiding_the_page_saves_it(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(None)
    qtbot.keyClicks(text(editor), "Rain")
    with qtbot.waitSignal(editor._sitting.saved):
        editor.hide()


@pytest.mark.qt_log_ignore("This plugin does not support (grabbing the keyboard|raise|propagateSizeHints)")
def test_the_menu_saves_closes_and_moves_to_the_bin(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(None)
    editor._top.menu_wanted.emit()
    menu = editor.findChild(PageMenu)
    assert menu is not None
    names = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    letter, quiet = "Write a letter about this page", "Quiet today"
    assert names == ["Save now", "Close the page", letter, quiet, "Move to the bin"]

    with qtbot.waitSignal(editor.closed):
        menu.actions()[-1].trigger()
    menu.close()


def test_a_letter_about_the_words_that_are_selected_is_asked_for_once_the_page_is_saved(
    opened: Surroundings, qtbot: QtBot
) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(None)
    qtbot.keyClicks(text(editor, 0), "It went wrong. I let people down.")
    cursor = text(editor, 0).textCursor()
    cursor.setPosition(15)
    cursor.setPosition(33, QTextCursor.MoveMode.KeepAnchor)
    text(editor, 0).setTextCursor(cursor)
    with qtbot.waitSignal(editor.letter_wanted) as asked:
        editor._ask_for_letter()
    assert asked.args is not None
    link = asked.args[0].about
    assert (link.section, link.quote) == (editor._column.sections[0].section_id, "I let people down.")
    assert not editor.has_unsaved
    editor.clear()


def test_a_letter_about_a_page_without_a_word_answers_nothing(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(None)
    with qtbot.waitSignal(editor.letter_wanted) as asked:
        editor._ask_for_letter()
    assert asked.args == [LetterWanted()]


def test_a_page_that_is_left_says_so_and_one_that_was_never_kept_does_not(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    told: list[EntryWanted] = []
    editor.page_left.connect(told.append)
    editor.open_new(None)
    with qtbot.waitSignal(editor.closed):
        editor.leave()
    assert not told
    editor.open_new(None)
    qtbot.keyClicks(text(editor, 0), "Rain")
    with qtbot.waitSignal(editor.page_left):
        editor.leave()


def test_a_page_that_is_not_kept_can_only_be_closed(theme: Theme, qtbot: QtBot) -> None:
    menu = PageMenu(theme, keeps=False)
    qtbot.addWidget(menu)

    assert [action.text().split("\t")[0] for action in menu.actions()] == ["Close the page"]


def test_coming_back_to_the_page_puts_the_caret_where_it_was(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(practice("evening_journal"))
    editor._column.go_to(2)
    qtbot.keyClicks(text(editor, 2), "Rain")
    qtbot.keyClick(text(editor, 2), Qt.Key.Key_Left)
    editor.setFocus()
    editor.arrive()

    qtbot.waitUntil(text(editor, 2).hasFocus)
    assert text(editor, 2).textCursor().position() == 3


def test_a_step_without_text_gives_the_keyboard_to_its_first_choice(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(practice("break"))
    qtbot.waitUntil(text(editor, 0).hasFocus)
    qtbot.keyClick(text(editor, 0), Qt.Key.Key_PageDown, CONTROL)

    qtbot.waitUntil(lambda: sections(editor)[1].isAncestorOf(editor.focusWidget()))
    assert editor._column.current == 1
    focused = editor.focusWidget()
    assert isinstance(focused, KeyboardFocus)
    assert focused.has_ring()

    with qtbot.waitSignal(editor.closed):
        qtbot.keyClick(focused, Qt.Key.Key_Return, CONTROL)


def prompt_in(section: SectionView) -> Prompt:
    prompt = section.findChild(Prompt)
    assert isinstance(prompt, Prompt)
    return prompt


def test_all_of_a_written_evening_is_in_sight_and_asks_only_where_one_writes(
    opened: Surroundings, qtbot: QtBot
) -> None:
    draft = demo_draft(demo_tonight(), today=opened.clock.now(), practices=resources.practices().good)
    [written] = keep(opened, qtbot, draft)
    editor = screen(opened, qtbot)
    editor.open_entry(ask(opened, qtbot, lambda journal: journal.pages.entry(written)))

    def all_in_sight() -> bool:
        parts = [text(editor, place).viewport() for place in range(4)]
        return all(part.visibleRegion().boundingRect() == part.rect() for part in parts)

    qtbot.waitUntil(all_in_sight)
    event, mindful, *others = (prompt_in(section) for section in sections(editor))
    assert [asked.isVisible() for asked in (event, mindful, *others)] == [True] * 4
    assert [asked._hint.isVisible() for asked in (event, mindful, *others)] == [True, False, False, False]

    qtbot.keyClick(text(editor, 0), Qt.Key.Key_PageDown, CONTROL)
    qtbot.waitUntil(lambda: not event.isVisible())
    assert mindful._hint.isVisible()
    assert event.text in text(editor, 0).accessibleName()
    assert event.text in sections(editor)[0].accessibleName()
    qtbot.keyClick(text(editor, 1), Qt.Key.Key_PageUp, CONTROL)
    qtbot.waitUntil(event.isVisible)
    assert event._hint.isVisible()


def test_a_question_that_is_not_answered_keeps_its_hint_wherever_one_writes(opened: Surroundings, qtbot: QtBot) -> None:
    editor = screen(opened, qtbot)
    editor.open_new(practice("break"))
    qtbot.waitUntil(text(editor, 0).hasFocus)
    qtbot.keyClick(text(editor, 0), Qt.Key.Key_PageDown, CONTROL)
    first = prompt_in(sections(editor)[0])
    assert first.isVisible()
    assert first._hint.isVisible()
    assert first._anchors.isVisible()
