"""Brings the feelings and sentences a person has made before to a page, and keeps the ones made on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from heartjournal.model.changes import Changes

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from heartjournal.journal import Journal
    from heartjournal.model.practice_run import PracticeRun
    from heartjournal.ui.editor.section_view import SectionView
    from heartjournal.ui.tasks import Tasks


@dataclass(frozen=True)
class _Sentence:
    """A sentence of the person's own, where it was made."""

    practice_id: str
    step_id: str
    words: str = field(repr=False)


class OwnWordsOfPage:
    """The own words of one sitting at one page. Made on the window's thread; what is new is known in the worker."""

    def __init__(self, tasks: Tasks, run: PracticeRun, sections: tuple[SectionView, ...], *, owner: QObject) -> None:
        """For the sections of a run, in its order; each outlives the answers it asks for, or they are dropped."""
        self._tasks = tasks
        self._owner = owner
        self._new_feelings: list[str] = []
        self._new_sentences: list[_Sentence] = []
        for part, section in zip(run.shown, sections, strict=True):
            if section.feelings_input is not None:
                self._connect_feelings(section)
            if section.choices and part.step is not None:
                self._connect_sentences(section, run.draft.practice_id, part.step.id)

    def take_back(self, journal: Journal) -> Changes:
        """Forget the words made in this sitting, and none that were there before it. In the worker."""
        feelings = [journal.feelings.remove(word) for word in self._new_feelings]
        sentences = [
            journal.practices.forget_sentence(made.practice_id, made.step_id, made.words)
            for made in self._new_sentences
        ]
        return Changes(feelings=any(feelings), practices=any(sentences))

    def _connect_feelings(self, section: SectionView) -> None:
        self._tasks.run(lambda journal: journal.feelings.own(), then=section.offer_feelings, owner=section)
        section.word_made.connect(
            lambda word: self._tasks.run(lambda journal: self._add_feeling(journal, word), owner=self._owner)
        )

    def _connect_sentences(self, section: SectionView, practice_id: str, step_id: str) -> None:
        section.sentence_made.connect(
            lambda words: self._tasks.run(
                lambda journal: self._remember(journal, _Sentence(practice_id, step_id, words)), owner=self._owner
            )
        )
        self._tasks.run(
            lambda journal: journal.practices.own_sentences(practice_id, step_id),
            then=section.offer_sentences,
            owner=section,
        )

    def _add_feeling(self, journal: Journal, word: str) -> Changes:
        changes = journal.feelings.add(word)
        if changes:
            self._new_feelings.append(word)
        return changes

    def _remember(self, journal: Journal, made: _Sentence) -> Changes:
        if made.words not in journal.practices.own_sentences(made.practice_id, made.step_id):
            self._new_sentences.append(made)
        return journal.practices.remember_sentence(made.practice_id, made.step_id, made.words)
