"""What goes into a text comes out of it to the byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from heartjournal.ui.editor.document_text import as_shown, restored, show_text, text_of

# Lone surrogates cannot be kept by any journal, yet may stand in what is shown.
_ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)
_LINES = st.lists(
    st.sampled_from(["a", "\r\n", "\n", "\r", "\u2028", "\u2029", "\ufdd0", "\ud83d", "\ude00", "\xa0", "\0", "😀"])
).map("".join)


def shown(text: str) -> QTextDocument:
    document = QTextDocument()
    show_text(document, text, QTextBlockFormat())
    return document


@pytest.mark.usefixtures("qapp")
@given(st.one_of(_ANY_TEXT, _LINES))
def test_an_unchanged_text_comes_back_to_the_byte(text: str) -> None:
    assert restored(text, text_of(shown(text))) == text


@pytest.mark.usefixtures("qapp")
@given(_ANY_TEXT)
def test_a_document_holds_one_character_for_each_piece(text: str) -> None:
    assert text_of(shown(text)) == as_shown(text)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "text", ["\ufeffmark first", "\ufffeswapped", "no\xa0break\u202fspaces", "nul\0", "😀", "\ufeff"]
)
def test_what_qt_would_change_on_the_way_stays(text: str) -> None:
    assert text_of(shown(text)) == text


@pytest.mark.usefixtures("qapp")
@given(_LINES, _LINES)
def test_writing_at_the_end_leaves_what_stands_before_to_the_byte(text: str, more: str) -> None:
    document = shown(text)
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText("!" + "word")

    assert restored(text, text_of(document)) == text + "!word"


def test_a_new_line_ends_as_the_others_do() -> None:
    assert restored("one\r\ntwo\r\n", "one\nhalf\ntwo\n") == "one\r\nhalf\r\ntwo\r\n"
    assert restored("one\u2028two", "one\ntwo\nthree") == "one\u2028two\nthree"


def test_a_changed_place_keeps_what_is_around_it() -> None:
    assert restored("a\rb\u2028c\r\nd", "a\nX\nc\nd") == "a\rX\u2028c\r\nd"
    assert restored("a\rb", "") == ""


def test_nothing_loaded_can_be_undone(qtbot: QtBot) -> None:
    document = shown("Rain.")

    assert not document.isUndoAvailable()
    QTextCursor(document).insertText("More ")
    document.undo()
    assert text_of(document) == "Rain."
