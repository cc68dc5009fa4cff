"""Keeps what a person writes about a phrase, soon after it is typed and at once when the page is left."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from heartjournal.model.changes import Changes
from heartjournal.model.problems import KnownProblem, NoSuchPage
from heartjournal.ui.editor.autosave import LIMIT_MILLISECONDS, REST_MILLISECONDS, RETRY_MILLISECONDS, qt_timer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from heartjournal.journal import Journal
    from heartjournal.model.phrase import PhrasePage
    from heartjournal.ui.editor.autosave import TimerMaker
    from heartjournal.ui.tasks import Tasks


class Part(StrEnum):
    """What of a phrase is written freely. A kinder line is not among them: each has an id of its own."""

    NAME = "name"
    WHOSE_VOICE = "whose_voice"
    PROTECTING = "protecting"
    SOFTENING = "softening"


class PhraseKeeping(QObject):
    """The words of one phrase as they stand on the page. On the window's thread; one write is under way at a time.

    They are known by their `Part`, a kinder line by its id, which a new one has before it is first kept. A name and a
    kinder line that were emptied stay as they are kept.

    Attributes:
        changed: carries the part or id whose words are others now, wherever they were written.
        kept: everything written is durable.
        troubled: a `KnownProblem`; the words stay where they are and are tried again.
    """

    changed = Signal(object)
    kept = Signal()
    troubled = Signal(object)

    def __init__(self, tasks: Tasks, *, timer: TimerMaker = qt_timer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._phrase: UUID | None = None
        self._kept: dict[Part | UUID, str] = {}
        self._written: dict[Part | UUID, str] = {}
        self._sending: Mapping[Part | UUID, str] | None = None
        self._waiting: list[tuple[Callable[[], None], Callable[[], None]]] = []
        self._rest = timer(REST_MILLISECONDS, self._go_on, self)
        self._limit = timer(LIMIT_MILLISECONDS, self._go_on, self)
        self._retry = timer(RETRY_MILLISECONDS, self._go_on, self)

    @property
    def has_unsaved(self) -> bool:
        """Whether a word is not durable yet."""
        return self._sending is not None or bool(self._news())

    def words(self, place: Part | UUID) -> str:
        """What stands there now; "" for a line that is only being begun."""
        return self._written.get(place, self._kept.get(place, ""))

    def kept_words(self, place: Part | UUID) -> str:
        """What is known to be in the journal."""
        return self._kept.get(place, "")

    def begin(self, page: PhrasePage) -> None:
        """Take up a phrase."""
        self.forget()
        self._phrase = page.line.phrase.id
        self._kept = _words_of(page)
        for place in self._kept:
            self.changed.emit(place)

    def take(self, page: PhrasePage) -> None:
        """The phrase was read again: what nobody is writing at this moment is as it is kept."""
        before, self._kept = self._kept, _words_of(page)
        if self._sending is None:
            self._written = self._news()
        for place in {**before, **self._kept}:
            if before.get(place) != self._kept.get(place) and place not in self._written:
                self.changed.emit(place)

    def write(self, place: Part | UUID, words: str) -> None:
        """The person wrote this there."""
        if self._phrase is None or words == self.words(place):
            return
        self._written[place] = words
        self.changed.emit(place)
        self._rest.start()
        if not self._limit.isActive():
            self._limit.start()

    def let_go(self, place: Part | UUID) -> None:
        """What was emptied is as it is kept again."""
        if place in self._written and not self._is_news(place, self._written[place]):
            del self._written[place]
            self.changed.emit(place)

    def save_now(self, then: Callable[[], None] = lambda: None, otherwise: Callable[[], None] = lambda: None) -> None:
        """Save at once, then go on; `otherwise` when it could not be saved, which `troubled` has told."""
        self._waiting.append((then, otherwise))
        self._go_on()

    def forget(self) -> None:
        """Let go of every word; what is not saved yet goes to the journal with it, and only trouble is told."""
        news, phrase = self._news(), self._phrase
        if phrase is not None and news and news != self._sending:
            self._tasks.run(lambda journal: _keep(journal, phrase, news), owner=self, urgent=True)
        for timer in (self._rest, self._limit, self._retry):
            timer.stop()
        self._phrase = self._sending = None
        self._kept, self._written, self._waiting = {}, {}, []

    def _news(self) -> dict[Part | UUID, str]:
        return {place: words for place, words in self._written.items() if self._is_news(place, words)}

    def _is_news(self, place: Part | UUID, words: str) -> bool:
        may_be_empty = isinstance(place, Part) and place is not Part.NAME
        return words.strip() != self._kept.get(place, "").strip() and (may_be_empty or bool(words.strip()))

    def _go_on(self) -> None:
        if self._sending is not None:
            return
        for timer in (self._rest, self._limit, self._retry):
            timer.stop()
        news, phrase = self._news(), self._phrase
        if phrase is None or not news:
            self._settle()
            return
        self._sending = news
        self._tasks.run(
            lambda journal: _keep(journal, phrase, news),
            then=lambda _changes: self._arrive(news),
            trouble=lambda problem: self._fail(problem, news),
            owner=self,
            urgent=True,
        )

    def _arrive(self, news: Mapping[Part | UUID, str]) -> None:
        if self._sending is not news:
            return
        self._sending = None
        self._kept.update(news)
        if self._waiting or not self._rest.isActive():
            self._go_on()
        if not self.has_unsaved:
            self.kept.emit()

    def _fail(self, problem: KnownProblem, news: Mapping[Part | UUID, str]) -> None:
        if self._sending is not news:
            return
        self._sending = None
        if isinstance(problem, NoSuchPage):
            # The phrase is gone, and nothing is left to write of it.
            self._written = {}
            self._settle()
            return
        self._retry.start()
        self.troubled.emit(problem)
        waiting, self._waiting = self._waiting, []
        for _, otherwise in waiting:
            otherwise()

    def _settle(self) -> None:
        waiting, self._waiting = self._waiting, []
        for then, _ in waiting:
            then()


def _words_of(page: PhrasePage) -> dict[Part | UUID, str]:
    phrase = page.line.phrase
    return {
        Part.NAME: phrase.words,
        Part.WHOSE_VOICE: phrase.whose_voice,
        Part.PROTECTING: phrase.protecting,
        Part.SOFTENING: phrase.softening,
        **{line.id: line.words for line in page.reframes},
    }


def _keep(journal: Journal, phrase: UUID, news: Mapping[Part | UUID, str]) -> Changes:
    """Keep it all; doing so twice writes once. Run in the worker."""
    touched: frozenset[UUID] = frozenset()
    if Part.NAME in news:
        touched |= journal.phrases.rename(phrase, " ".join(news[Part.NAME].split())).phrases
    touched |= journal.phrases.describe(
        phrase,
        whose_voice=news.get(Part.WHOSE_VOICE),
        protecting=news.get(Part.PROTECTING),
        softening=news.get(Part.SOFTENING),
    ).phrases
    for place, words in news.items():
        if not isinstance(place, Part):
            touched |= journal.phrases.reframe(phrase, words, line=place).phrases
    return Changes(phrases=touched)
