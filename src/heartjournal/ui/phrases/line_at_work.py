"""One kinder line while it is written: kept when it is finished or its place is left, and not let go of before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from heartjournal.model.problems import KnownProblem
    from heartjournal.ui.phrases.decisions import Decisions


class LineAtWork:
    """Kept under one id however often it is tried. On the window's thread; one write is under way at a time.

    `written` gives the words as they stand in their field. `kept` is called once all of them are durable, `troubled`
    when they could not be kept: they stay where they are, and the next `save_now` tries again.
    """

    def __init__(
        self,
        decisions: Decisions,
        sentence: str,
        *,
        key: str,
        written: Callable[[], str],
        kept: Callable[[], None],
        troubled: Callable[[KnownProblem], None],
    ) -> None:
        self._decisions = decisions
        self._sentence = sentence
        self._key = key
        self._ids = decisions.new_line()
        self._written = written
        self._tell_kept = kept
        self._tell_troubled = troubled
        self._kept = ""
        self._is_sending = False
        self._waiting: list[tuple[Callable[[], None], Callable[[], None]]] = []

    @property
    def words(self) -> str:
        """What is written, on one line."""
        return " ".join(self._written().split())

    @property
    def has_unsaved(self) -> bool:
        """Whether a word is not durable yet."""
        return self._is_sending or self._has_news()

    def save_now(self, then: Callable[[], None] = lambda: None, otherwise: Callable[[], None] = lambda: None) -> None:
        """Keep what is written, then go on; at once where there is nothing to keep."""
        self._waiting.append((then, otherwise))
        if not self._is_sending:
            self._go_on()

    def part(self) -> None:
        """The field goes: what stands in it is kept, and nobody is told of it here any more."""
        words = self.words
        self._written = lambda: words
        self._tell_kept, self._tell_troubled = _say_nothing, _tell_nobody
        self.save_now()

    def drop(self) -> None:
        """The field goes, and its words are not wanted."""
        self._written = str
        self._tell_kept, self._tell_troubled = _say_nothing, _tell_nobody

    def _has_news(self) -> bool:
        words = self.words
        return bool(words) and words != self._kept

    def _go_on(self) -> None:
        if not self._has_news():
            self._settle()
            return
        self._is_sending, words = True, self.words
        self._decisions.soften(
            self._sentence, words, key=self._key, ids=self._ids, then=partial(self._arrive, words), trouble=self._fail
        )

    def _arrive(self, words: str) -> None:
        self._is_sending, self._kept = False, words
        if self._has_news():
            self._go_on()
            return
        self._tell_kept()
        self._settle()

    def _fail(self, problem: KnownProblem) -> None:
        self._is_sending = False
        self._tell_troubled(problem)
        waiting, self._waiting = self._waiting, []
        for _, otherwise in waiting:
            otherwise()

    def _settle(self) -> None:
        waiting, self._waiting = self._waiting, []
        for then, _ in waiting:
            then()


def _say_nothing() -> None:
    """Whoever was to be told is gone."""


def _tell_nobody(_problem: KnownProblem) -> None:
    """Whoever was to be told is gone."""
