"""A problem is said in the person's language, sentence and advice each for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTranslator

from heartjournal.model.problems import DiskFull
from heartjournal.ui.problem_words import problem_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


GERMAN = {"The disk is full.": "Die Platte ist voll.", "Make some room.": "Bitte Platz schaffen."}


class _German(QTranslator):
    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, words: str, _disambiguation: str | None = None, _number: int = -1) -> str:
        return GERMAN.get(words, "") if context == "KnownProblem" else ""


def test_sentence_and_advice_are_told_apart(qapp: QApplication) -> None:
    assert problem_words(DiskFull("The disk is full.", "Make some room.")) == ("The disk is full.", "Make some room.")


def test_without_advice_nothing_is_made_up(qapp: QApplication) -> None:
    assert problem_words(DiskFull("The disk is full.")) == ("The disk is full.", "")


def test_both_are_translated_where_they_are_shown(qapp: QApplication) -> None:
    german = _German()
    qapp.installTranslator(german)
    try:
        said = problem_words(DiskFull("The disk is full.", "Make some room."))
    finally:
        qapp.removeTranslator(german)
    assert said == ("Die Platte ist voll.", "Bitte Platz schaffen.")
