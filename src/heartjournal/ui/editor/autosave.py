"""Decides when the page is saved: soon after the last key, never late, one save in flight, the newest draft wins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from heartjournal.model.problems import KnownProblem

if TYPE_CHECKING:
    from collections.abc import Callable

    from heartjournal.model.entry import Draft

REST_MILLISECONDS = 800
LIMIT_MILLISECONDS = 1500
RETRY_MILLISECONDS = 5000


class Timer(Protocol):
    """A one-shot timer; started again it begins anew."""

    def start(self) -> None:
        """Begin, or begin anew."""

    def stop(self) -> None:
        """Forget what was begun."""

    def isActive(self) -> bool:
        """Whether it has begun and not yet ended."""
        ...


class TimerMaker(Protocol):
    """Makes a timer that calls `wake` on the window's thread."""

    def __call__(self, milliseconds: int, wake: Callable[[], None], owner: QObject, /) -> Timer:
        """A timer at rest, which lives as long as its owner."""
        ...


class Saving(Protocol):
    """Carries a draft to the journal and answers on the window's thread."""

    def __call__(self, draft: Draft, *, then: Callable[[], None], trouble: Callable[[KnownProblem], None]) -> None:
        """Call exactly one of the two, later."""


def qt_timer(milliseconds: int, wake: Callable[[], None], owner: QObject) -> Timer:
    """A timer of the event loop."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(wake)
    return timer


class Autosave(QObject):
    """The saving of one page at a time. Lives on the window's thread.

    Attributes:
        writing: there are words that are not saved yet.
        saved: everything written is durable.
        troubled: a `KnownProblem`; the words stay where they are and saving is tried again.
    """

    writing = Signal()
    saved = Signal()
    troubled = Signal(object)

    def __init__(
        self,
        *,
        draft: Callable[[], Draft],
        save: Saving,
        timer: TimerMaker = qt_timer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self._save = save
        self._rest = timer(REST_MILLISECONDS, self._due, self)
        self._limit = timer(LIMIT_MILLISECONDS, self._due, self)
        self._retry = timer(RETRY_MILLISECONDS, self._try_again, self)
        self._kept: Draft | None = None
        self._sending: Draft | None = None
        self._again = False
        self._waiting: list[tuple[Callable[[], None], Callable[[], None]]] = []

    def begin(self, kept: Draft | None) -> None:
        """Start with a page: `kept` is how the journal holds it, None when it does not yet."""
        self._stop_timers()
        self._kept, self._sending, self._again, self._waiting = kept, None, False, []

    @property
    def has_unsaved(self) -> bool:
        """Whether something on the page is not durable yet."""
        return self._sending is not None or self._is_news(self._draft())

    @property
    def is_kept(self) -> bool:
        """Whether the journal holds this page, in whatever wording."""
        return self._kept is not None

    @property
    def kept(self) -> Draft | None:
        """The page as the journal is known to hold it; None when it does not."""
        return self._kept

    @property
    def is_emptied(self) -> bool:
        """Whether every word of a page that the journal holds was taken out; it holds the last ones still."""
        return self._kept is not None and not self._kept.is_empty and self._draft().is_empty

    def touched(self) -> None:
        """Tell that the page has changed."""
        self.writing.emit()
        self._rest.start()
        if not self._limit.isActive():
            self._limit.start()

    def save_now(self, then: Callable[[], None], otherwise: Callable[[], None] = lambda: None) -> None:
        """Save what there is at once, then go on; `otherwise` when it could not be saved (it is tried again).

        An emptied page is not sent: it may have been emptied by accident, or is about to be written anew.
        """
        self._waiting.append((then, otherwise))
        self._due()

    def stop(self) -> None:
        """Save no more, as when the page was moved to the bin."""
        self._stop_timers()
        self._sending, self._kept, self._waiting = None, None, []

    def _is_news(self, draft: Draft) -> bool:
        return not draft.is_empty if self._kept is None else draft != self._kept

    def _due(self) -> None:
        if self._sending is not None:
            self._again = True
            return
        self._stop_timers()
        draft = self._draft()
        if not self._is_news(draft):
            self._settle()
        elif draft.is_empty:
            self._go_on()
        else:
            self._send(draft)

    def _send(self, draft: Draft) -> None:
        self._sending = draft
        # Should no answer come at all, the words are sent again: saving the same draft twice writes once.
        self._retry.start()
        self._save(draft, then=lambda: self._arrived(draft), trouble=lambda problem: self._failed(draft, problem))

    def _arrived(self, draft: Draft) -> None:
        if self._sending is not draft:
            return
        self._retry.stop()
        self._kept, self._sending = draft, None
        if self._again or self._waiting:
            self._again = False
            self._due()
        elif not self._rest.isActive():
            self.saved.emit()

    def _failed(self, draft: Draft, problem: KnownProblem) -> None:
        if self._sending is not draft:
            return
        self._sending, self._again = None, False
        self._retry.start()
        self.troubled.emit(problem)
        waiting, self._waiting = self._waiting, []
        for _, otherwise in waiting:
            otherwise()

    def _try_again(self) -> None:
        if self._sending is not None:
            # Who waits to close or lock goes on waiting: the words may be durable any moment.
            self._sending, self._again = None, False
            self.troubled.emit(KnownProblem("The disk is slow to answer.", "Your words are still on this page."))
        self._due()

    def _settle(self) -> None:
        if self._kept is not None:
            self.saved.emit()
        self._go_on()

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, []
        for then, _ in waiting:
            then()

    def _stop_timers(self) -> None:
        for timer in (self._rest, self._limit, self._retry):
            timer.stop()
