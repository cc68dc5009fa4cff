"""Writing in one text: what goes in comes out, it grows, and it hands the caret on at its borders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtWidgets import QApplication

from heartjournal.ui.editor.writing_text import WritingText

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from heartjournal.ui.theme import Theme


def shown(qtbot: QtBot, theme: Theme, words: str = "") -> WritingText:
    text = WritingText(theme, words)
    qtbot.addWidget(text)
    text.setFixedWidth(640)
    text.show()
    qtbot.waitExposed(text)
    text.put_caret(at_end=True)
    qtbot.waitUntil(text.hasFocus)
    return text


def test_what_is_typed_is_kept_and_told(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme)

    with qtbot.waitSignal(text.written):
        qtbot.keyClicks(text, "Rain")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(text, "again")

    assert text.words == "Rain\n\nagain"


def test_words_shown_are_no_writing(qtbot: QtBot, theme: Theme) -> None:
    text = WritingText(theme)
    qtbot.addWidget(text)
    with qtbot.assertNotEmitted(text.written):
        text.show_words("**Rain**\r\n\u2028no\xa0break")
        theme.changed.emit()

    assert text.words == "**Rain**\r\n\u2028no\xa0break"
    assert not text.document().isUndoAvailable()


def test_it_grows_and_shrinks_with_its_text_and_never_scrolls(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme)
    line = theme.line("reading")
    assert text.height() == line

    qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.keyClicks(text, "two")
    assert text.height() == 2 * line
    assert text.verticalScrollBar().maximum() == 0

    text.undo()
    text.undo()
    assert text.height() == line


def test_it_asks_for_no_more_than_its_text_though_a_layout_squeezed_it_first(qtbot: QtBot, theme: Theme) -> None:
    text = WritingText(theme)
    qtbot.addWidget(text)
    text.resize(640, theme.line("reading"))
    text.insertPlainText("One line.")
    assert text.maximumHeight() == theme.line("reading")


def test_lines_stand_on_the_design_s_height_whatever_the_text_scale(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme, "one\ntwo\nthree")
    assert text.height() == 90

    theme.set_text_scale(1.5)
    assert text.height() == 135
    assert text.words == "one\ntwo\nthree"


def test_up_on_the_first_line_and_down_on_the_last_leave_the_text(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme, "one\ntwo")

    with qtbot.waitSignal(text.left_downward):
        qtbot.keyClick(text, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(text.left_upward):
        qtbot.keyClick(text, Qt.Key.Key_Up)
    with qtbot.waitSignal(text.left_upward):
        qtbot.keyClick(text, Qt.Key.Key_Up)


def test_the_caret_comes_in_where_it_left(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme, "one two three\nfour five six")

    text.enter_from_above(0)
    assert text.textCursor().position() == 0
    text.enter_from_below(5000)
    assert text.textCursor().atEnd()


def test_paste_is_plain_text(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme)
    pasted = QMimeData()
    pasted.setHtml("<b>bold</b>")
    assert not text.canInsertFromMimeData(pasted)
    text.insertFromMimeData(pasted)
    pasted.setText("pl\xa0ain")
    text.insertFromMimeData(pasted)

    assert text.words == "pl\xa0ain"


def test_copying_keeps_no_break_spaces_and_carries_no_markup(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme, "no\xa0break\nline")
    text.selectAll()

    copied = text.createMimeDataFromSelection()

    assert copied.text() == "no\xa0break\nline"
    assert not copied.hasHtml()


def test_bold_and_italic_put_marks_around_the_words(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme, "rain")
    text.selectAll()
    qtbot.keyClick(text, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert text.words == "**rain**"
    assert text.textCursor().selectedText() == "rain"

    qtbot.keyClick(text, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert text.words == "***rain***"
    text.undo()
    assert text.words == "**rain**"


@pytest.mark.parametrize(
    ("before", "after"), [("", "It was "), ("Rain.", "Rain. It was "), ("Rain ", "Rain It was "), ("a\n", "a\nIt was ")]
)
def test_words_put_in_stand_apart_from_those_before(qtbot: QtBot, theme: Theme, before: str, after: str) -> None:
    text = shown(qtbot, theme, before)

    text.insert_words("It was ")

    assert text.words == after
    assert text.textCursor().atEnd()


def test_what_is_forgotten_cannot_be_undone(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme, "secret")
    qtbot.keyClicks(text, " words")
    text.forget()
    text.undo()

    assert text.words == ""


def styles_of(text: WritingText, line: int = 0) -> dict[str, tuple[bool, bool, bool]]:
    """Each styled stretch of a line: weight 600, italic, quiet."""
    block = text.document().findBlockByNumber(line)
    quiet = text._theme.color("ink3")
    return {
        block.text()[part.start : part.start + part.length]: (
            part.format.fontWeight() == QFont.Weight.DemiBold,
            part.format.fontItalic(),
            part.format.foreground().color() == quiet and part.format.hasProperty(part.format.Property.ForegroundBrush),
        )
        for part in block.layout().formats()
    }


def test_markdown_is_styled_quietly_and_changed_nowhere(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme, "a **bold** and *lean*\n> said\n- item\n# Head\n2 * 3 * 4 snake_case_word")
    text._highlighter.rehighlight()

    assert styles_of(text) == {
        "**": (False, False, True),
        "bold": (True, False, False),
        "lean": (False, True, False),
        "*": (False, False, True),
    }
    assert styles_of(text, 1) == {"> ": (False, False, True)}
    assert styles_of(text, 2) == {"-": (False, False, True)}
    assert styles_of(text, 3) == {"#": (False, False, True), " Head": (True, False, False)}
    assert styles_of(text, 4) == {}


def test_a_wide_character_does_not_shift_the_styles(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme, "😀 **b**")
    text._highlighter.rehighlight()

    starts = [(part.start, part.length) for part in text.document().firstBlock().layout().formats()]
    assert starts == [(3, 2), (5, 1), (6, 2)]


def test_a_very_long_paragraph_is_styled_at_its_beginning_only(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme, "**b** " * 20_000)
    text._highlighter.rehighlight()

    assert max(part.start for part in text.document().firstBlock().layout().formats()) < 4_000


def test_the_x11_selection_is_kept_as_plain_as_a_copy(qtbot: QtBot, theme: Theme) -> None:
    text = shown(qtbot, theme, "rain")
    text.moveCursor(QTextCursor.MoveOperation.Start, QTextCursor.MoveMode.KeepAnchor)

    assert text.createMimeDataFromSelection().formats() == ["text/plain"]
    assert text.childAt(QPoint(1, 1)) is text.viewport()
    assert QApplication.focusWidget() is text
