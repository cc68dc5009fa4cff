"""Brings the feelings and sentences a person has made before to a page, and keeps the ones made on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from heartjournal.model.practice_run import PracticeRun
    from heartjournal.ui.editor.section_view import SectionView
    from heartjournal.ui.tasks import Tasks


def connect_own_words(tasks: Tasks, run: PracticeRun, sections: tuple[SectionView, ...], *, owner: QObject) -> None:
    """For the sections of a run, in its order; each outlives the answers it asks for, or they are dropped."""
    for part, section in zip(run.parts, sections, strict=True):
        if section.feelings_input is not None:
            _connect_feelings(tasks, section, owner)
        if section.choices and part.step is not None:
            _connect_sentences(tasks, section, run.draft.practice_id, part.step.id, owner)


def _connect_feelings(tasks: Tasks, section: SectionView, owner: QObject) -> None:
    tasks.run(lambda journal: journal.feelings.own(), then=section.offer_feelings, owner=section)
    section.word_made.connect(lambda word: tasks.run(lambda journal: journal.feelings.add(word), owner=owner))


def _connect_sentences(tasks: Tasks, section: SectionView, practice_id: str, step_id: str, owner: QObject) -> None:
    def keep(sentence: str) -> None:
        tasks.run(lambda journal: journal.practices.remember_sentence(practice_id, step_id, sentence), owner=owner)

    def bring() -> None:
        tasks.run(
            lambda journal: journal.practices.own_sentences(practice_id, step_id),
            then=section.offer_sentences,
            owner=section,
        )

    section.sentence_made.connect(keep)
    bring()
