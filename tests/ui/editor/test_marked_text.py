"""Marks in a text: under the right words, painted only, never in a word that is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu

from heartjournal.model.phrase import Mark
from heartjournal.ui.editor.document_text import as_shown
from heartjournal.ui.editor.marked_text import MarkedText
from heartjournal.ui.editor.writing_text import text_of_selection

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from heartjournal.ui.editor.marked_words import MarkedPlace
    from heartjournal.ui.theme import Theme

SECTION = UUID(int=1)
WORDS = "I always let people down"


def shown(qtbot: QtBot, theme: Theme, words: str, *, width: int = 640) -> MarkedText:
    text = MarkedText(theme, words)
    qtbot.addWidget(text)
    text.setFixedWidth(width)
    text.show()
    qtbot.waitExposed(text)
    text.put_caret(at_end=True)
    qtbot.waitUntil(text.hasFocus)
    return text


def mark(text: MarkedText, words: str = WORDS, key: str = "always|let down") -> None:
    start = text.words.index(words)
    text.show_marks((Mark(SECTION, start, start + len(words), key, "“I always” + “let down”"),))


def only(text: MarkedText) -> MarkedPlace:
    (place,) = text.marks
    return place


def marked_words(text: MarkedText) -> list[str]:
    return [text.words_at(place) for place in text.marks.shown]


def picture(text: MarkedText) -> QImage:
    # Without the caret, which blinks as it likes.
    text.clearFocus()
    return text.grab().toImage()


HOSTILE = [
    pytest.param("😀🎈 " * 9, id="emoji"),
    pytest.param("שלום עולם. ", id="right to left"),
    pytest.param("one\r\ntwo\rthree\n", id="line ends"),
    pytest.param("a\x00b\ufeff\u2028c\ud800. ", id="what Qt changes"),
    pytest.param("\ufeffé́́ ", id="byte order mark"),
    pytest.param("Rain. " * 17_000, id="100 kB"),
]


@pytest.mark.parametrize("before", HOSTILE)
def test_marks_stand_under_the_right_words(qtbot: QtBot, theme: Theme, before: str) -> None:
    text = shown(qtbot, theme, f"{before}{WORDS}, it went. 😀")
    mark(text)
    assert marked_words(text) == [WORDS]
    text.grab()


@pytest.mark.parametrize("before", HOSTILE)
def test_marks_move_with_what_is_written_before_them(qtbot: QtBot, theme: Theme, before: str) -> None:
    text = shown(qtbot, theme, f"{before}{WORDS}, it went.")
    mark(text)
    text.moveCursor(QTextCursor.MoveOperation.Start)
    text.insertPlainText("More 🎈\n")
    assert marked_words(text) == [WORDS]
    text.undo()
    assert marked_words(text) == [WORDS]


@pytest.mark.parametrize("before", HOSTILE[:5])
def test_the_box_of_a_mark_is_where_its_words_are_drawn(qtbot: QtBot, theme: Theme, before: str) -> None:
    text = shown(qtbot, theme, f"{before}{WORDS}, it went.")
    mark(text)
    (piece,) = text.pieces(only(text))
    middle = text.cursorForPosition(piece.box.center().toPoint()).position()
    assert only(text).start < middle < only(text).end


def test_a_mark_over_two_lines_has_a_piece_on_each(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme, f"I sat on the stairs. {WORDS}.", width=300)
    mark(text)
    first, second = text.pieces(only(text))
    assert second.box.top() - first.box.top() == theme.line("reading")
    assert first.box.right() <= 300
    assert second.box.left() == 0


def test_dots_are_seen_and_the_words_stay_as_they_are(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme, f"Then: {WORDS}, it went.")
    bare, revision = picture(text), text.document().revision()
    mark(text)
    dotted = picture(text)
    assert dotted != bare
    text.tint(only(text))
    assert picture(text) not in (bare, dotted)
    text.tint(None)
    assert picture(text) == dotted
    text.show_marks(())
    assert picture(text) == bare
    assert text.document().revision() == revision
    assert not text.document().isModified()
    assert not text.document().isUndoAvailable()


def test_the_dots_of_the_last_line_are_not_cut(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme, WORDS + ".")
    text.tint(None)
    mark(text)
    image, dots = picture(text), theme.color("criticMark")
    rows = [y for y in range(image.height()) if any(image.pixelColor(x, y) == dots for x in range(40))]
    assert len(rows) == round(theme.stroke("phraseUnderline") + 0.5)


def test_undo_and_saving_know_nothing_of_marks(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme, f"{WORDS}. ")
    qtbot.keyClicks(text, "So")
    with qtbot.assertNotEmitted(text.written):
        mark(text)
        text.tint(only(text))
        theme.changed.emit()
    text.undo()
    assert text.words == f"{WORDS}. "
    assert marked_words(text) == [WORDS]


def test_no_mark_in_a_word_that_is_being_written(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme, f"So {WORDS}")
    mark(text)
    assert marked_words(text) == []
    qtbot.keyClick(text, Qt.Key.Key_Left)
    assert marked_words(text) == [], "the caret stands in the word"
    qtbot.keyClick(text, Qt.Key.Key_Home)
    assert marked_words(text) == [WORDS]
    qtbot.keyClick(text, Qt.Key.Key_End)
    assert marked_words(text) == [WORDS], "it was seen already"


def test_behind_a_full_stop_nothing_is_being_written(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme, f"{WORDS}.")
    mark(text)
    assert marked_words(text) == [WORDS]


def test_looking_again_does_not_hide_what_was_seen(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme, f"{WORDS} and more")
    mark(text)
    text.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(text, Qt.Key.Key_Right)
    mark(text)
    assert marked_words(text) == [WORDS]


def test_who_listens_to_the_screen_learns_of_a_mark_and_of_the_key_to_it(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme, f"{WORDS}")
    mark(text)
    assert text.accessibleDescription() == "", "it waits"
    text.moveCursor(QTextCursor.MoveOperation.Start)
    assert text.accessibleDescription() == "A sentence is underlined. Alt Return opens its note."
    qtbot.keyClicks(text, "x")
    assert text.accessibleDescription() == ""


@given(before=st.text(max_size=30), words=st.text(min_size=1, max_size=30), after=st.text(max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_any_text_is_marked_where_its_words_stand(
    qapp: QApplication, theme: Theme, before: str, words: str, after: str
) -> None:
    body = before + words + after
    text = MarkedText(theme, body)
    text.show_marks((Mark(SECTION, len(before), len(before) + len(words), "a|b", ""),))
    place = only(text)
    cursor = text.textCursor()
    cursor.setPosition(place.start)
    cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
    # A line end of two characters that begins before the words is shown as one.
    shown_words = as_shown(before + words)[len(as_shown(before)) :]
    assert text_of_selection(cursor).replace("\u2029", "\n") == shown_words
    text.deleteLater()


def test_a_touched_mark_goes_with_the_key_and_says_so(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme, f"{WORDS}, it went.")
    mark(text)
    cursor = text.textCursor()
    cursor.setPosition(8)
    text.setTextCursor(cursor)
    with qtbot.waitSignal(text.marks_gone):
        qtbot.keyClicks(text, "x")
    assert not text.marks


def test_marks_out_of_the_text_are_passed_over(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme, "Short.")
    text.show_marks((Mark(SECTION, 3, 900, "a|b", ""), Mark(SECTION, -3, 2, "a|c", ""), Mark(SECTION, 4, 4, "d|e", "")))
    assert not text.marks


def test_a_click_tells_the_mark_and_one_elsewhere_does_not(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme, f"{WORDS}, it went, and I did the washing-up instead.")
    mark(text)
    place = only(text)
    on_it = text.pieces(place)[0].box.center().toPoint()
    with qtbot.waitSignal(text.mark_pressed) as pressed, qtbot.assertNotEmitted(text.pressed_elsewhere):
        qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=on_it)
    assert pressed.args == [place]
    with qtbot.waitSignal(text.pressed_elsewhere), qtbot.assertNotEmitted(text.mark_pressed):
        qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=on_it + QPoint(300, 0))


def test_words_that_are_selected_by_the_mouse_open_nothing(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme, f"{WORDS}, it went.")
    mark(text)
    box = text.pieces(only(text))[0].box
    start, end = box.topLeft().toPoint() + QPoint(4, 8), box.center().toPoint()
    with qtbot.assertNotEmitted(text.mark_pressed):
        qtbot.mousePress(text.viewport(), Qt.MouseButton.LeftButton, pos=start)
        qtbot.mouseMove(text.viewport(), end)
        qtbot.mouseRelease(text.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert text.textCursor().hasSelection()


def test_other_words_and_no_words_have_no_marks(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme, f"{WORDS}.")
    mark(text)
    text.show_words("Rain.")
    assert not text.marks
    text.show_words(f"{WORDS}.")
    mark(text)
    text.forget()
    assert not text.marks


@pytest.mark.qt_log_ignore("This plugin does not support (grabbing the keyboard|raise|propagateSizeHints)")
@pytest.mark.parametrize("keeps", [True, False])
def test_the_menu_of_selected_words_offers_them_as_ones_own_on_a_page(qtbot: QtBot, theme: Theme, keeps: bool) -> None:
    text = shown(qtbot, theme, WORDS)
    text.keeps_phrases = keeps
    text.selectAll()
    text.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), text.mapToGlobal(QPoint())))
    (menu,) = [each for each in text.findChildren(QMenu) if each.isVisible()]
    mine = [action for action in menu.actions() if action.text() == "This is one of mine"]
    assert bool(mine) == keeps
    if mine:
        with qtbot.waitSignal(text.phrase_chosen):
            mine[0].trigger()
    menu.close()
