"""Work that leaves the window's thread: one worker that owns the open journal, and a small pool for what needs none."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from heartjournal.model.changes import Changes
from heartjournal.model.problems import KnownProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from heartjournal.journal import Journal

T = TypeVar("T")


@dataclass(eq=False)
class _Request:
    """One piece of work on its way out and home again; compared by identity."""

    owner: QObject
    work: Callable[[], Any]
    then: Callable[[Any], None] | None
    trouble: Callable[[KnownProblem], None] | None
    name: str = ""
    urgent: bool = False
    stale: bool = False
    steps: Iterator[None] | None = None
    answer: Any = field(default=None, repr=False)
    problem: KnownProblem | None = None
    bug: Exception | None = None


class Tasks(QObject):
    """Runs work on the journal in one thread, in order, so that no view ever sees a thread or a cursor.

    All methods are called on the window's thread; `then` and `trouble` are called there too, and only while the
    owner still lives. A `trouble` left out sends the problem to `troubled`. An exception that is no known problem is
    a bug of ours: `trouble` hears that something went wrong, so that nobody waits for ever, and then the bug is raised
    again on the window's thread.

    Attributes:
        changed: after work that answered with a non-empty `Changes`.
        troubled: a `KnownProblem` that nobody else took.
    """

    changed = Signal(object)
    troubled = Signal(object)
    _landed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal: Journal | None = None
        self._wake = threading.Condition()
        self._urgent: deque[_Request] = deque()
        self._ordinary: deque[_Request] = deque()
        self._sliced: deque[_Request] = deque()
        self._running: _Request | None = None
        self._named: list[_Request] = []
        self._stopping = False
        self._worker: threading.Thread | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._landed.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_open(self) -> bool:
        """Whether a journal is open; what is asked for while none is, is not done."""
        return self._journal is not None

    def open(
        self,
        opener: Callable[[], Journal],
        *,
        then: Callable[[None], None] | None = None,
        trouble: Callable[[KnownProblem], None] | None = None,
        owner: QObject,
    ) -> None:
        """Open a journal in the worker, where its connection then lives; one that is open already is closed for it."""

        def work() -> None:
            before, self._journal = self._journal, opener()
            if before is not None:
                before.close()

        self._enqueue(_Request(owner, work, then, trouble, urgent=True))

    def close(
        self,
        *,
        then: Callable[[None], None] | None = None,
        trouble: Callable[[KnownProblem], None] | None = None,
        owner: QObject,
    ) -> None:
        """Close the journal after everything asked for before; slices still waiting are let go.

        The journal is let go of also when closing it makes trouble; what was saved is safe all the same.
        """

        def work() -> None:
            with self._wake:
                self._sliced.clear()
            journal, self._journal = self._journal, None
            if journal is not None:
                journal.close()

        self._enqueue(_Request(owner, work, then, trouble))

    def run(
        self,
        work: Callable[[Journal], T],
        *,
        then: Callable[[T], None] | None = None,
        trouble: Callable[[KnownProblem], None] | None = None,
        owner: QObject,
        urgent: bool = False,
        replaces: str = "",
    ) -> None:
        """Do one thing with the journal.

        `urgent` work (a save) goes before what waits. With `replaces`, an earlier request of this owner under that
        name is forgotten: not begun if it waits, interrupted if it runs, its answer dropped.
        """
        request = _Request(owner, lambda: self._with_journal(work), then, trouble, name=replaces, urgent=urgent)
        self._replace(request)
        self._enqueue(request)

    def slices(
        self,
        work: Callable[[Journal], Iterator[None]],
        *,
        then: Callable[[None], None] | None = None,
        trouble: Callable[[KnownProblem], None] | None = None,
        owner: QObject,
        replaces: str = "",
    ) -> None:
        """Do long work in slices of at most 20 ms; whatever else is asked for goes between them."""
        request = _Request(owner, lambda: None, then, trouble, name=replaces)
        request.work = lambda: self._next_slice(request, work)
        self._replace(request)
        with self._wake:
            self._sliced.append(request)
            self._start_worker()

    def aside(
        self,
        work: Callable[[], T],
        *,
        then: Callable[[T], None] | None = None,
        trouble: Callable[[KnownProblem], None] | None = None,
        owner: QObject,
        replaces: str = "",
    ) -> None:
        """Do something that needs no journal (a strength hint, reading a folder) in the second pool.

        `replaces` is as in `run`, and reaches what was asked for there under the same name; what runs is not stopped.
        """
        request = _Request(owner, work, then, trouble, name=replaces)
        self._replace(request)
        self._pool.start(lambda: None if request.stale else self._work_on(request))

    def forget(self, name: str, *, owner: QObject) -> None:
        """Let go of what this owner asked for under a name, as if something newer had replaced it."""
        with self._wake:
            for request in self._named:
                request.stale = request.stale or (request.owner is owner and request.name == name)
            # Under the lock the worker cannot have gone on to other work, so only this request is interrupted.
            if self._running in self._named and self._running.stale and self._journal is not None:
                self._journal.interrupt()
            self._named = [request for request in self._named if not request.stale]

    def stop(self) -> None:
        """End both threads once what is under way is done; blocks, for the end of the program and of tests."""
        with self._wake:
            self._stopping = True
            self._wake.notify_all()
        if self._worker is not None:
            self._worker.join()
        self._pool.waitForDone()

    def _enqueue(self, request: _Request) -> None:
        with self._wake:
            (self._urgent if request.urgent else self._ordinary).append(request)
            self._start_worker()

    def _start_worker(self) -> None:
        """Called with the lock held."""
        if self._worker is None:
            self._worker = threading.Thread(target=self._serve, name="journal", daemon=True)
            self._worker.start()
        self._wake.notify_all()

    def _replace(self, request: _Request) -> None:
        if request.name:
            self.forget(request.name, owner=request.owner)
            self._named.append(request)

    def _serve(self) -> None:
        while (request := self._next_request()) is not None:
            self._work_on(request)
            with self._wake:
                self._running = None
                if request.steps is not None and not request.stale:
                    self._sliced.append(request)

    def _next_request(self) -> _Request | None:
        """The next request that is still wanted; None when everything asked for is done and the end was asked for."""
        with self._wake:
            while True:
                for queue in (self._urgent, self._ordinary, self._sliced):
                    while queue:
                        request = queue.popleft()
                        if not request.stale:
                            self._running = request
                            return request
                if self._stopping:
                    return None
                self._wake.wait()

    def _work_on(self, request: _Request) -> None:
        try:
            request.answer = request.work()
        except KnownProblem as problem:
            request.problem, request.steps = problem, None
        except Exception as bug:  # noqa: BLE001  carried home and raised there
            request.bug, request.steps = bug, None
        if request.steps is None:
            self._landed.emit(request)

    def _with_journal(self, work: Callable[[Journal], T]) -> T | _NotDone:
        return work(self._journal) if self._journal is not None else _NOT_DONE

    def _next_slice(self, request: _Request, work: Callable[[Journal], Iterator[None]]) -> _NotDone | None:
        if self._journal is None:
            request.steps = None
            return _NOT_DONE
        if request.steps is None:
            request.steps = work(self._journal)
        try:
            next(request.steps)
        except StopIteration:
            request.steps = None
        return None

    def _deliver(self, request: _Request) -> None:
        if request in self._named:
            self._named.remove(request)
        # What was written was written, whoever still wants the answer.
        if isinstance(request.answer, Changes) and request.answer:
            self.changed.emit(request.answer)
        if request.stale:
            return
        try:
            if shiboken6.isValid(request.owner):
                self._answer(request)
        finally:
            if request.bug is not None:
                raise request.bug

    def _answer(self, request: _Request) -> None:
        problem = _our_mistake() if request.bug is not None else request.problem
        if problem is not None:
            (request.trouble or self.troubled.emit)(problem)
        elif request.then is not None and request.answer is not _NOT_DONE:
            request.then(request.answer)


def _our_mistake() -> KnownProblem:
    return KnownProblem(
        "Something went wrong inside HeartJournal.",
        "Try again. If it goes on, close HeartJournal and open it once more.",
    )


class _NotDone:
    """The answer to what was asked for while no journal was open."""


_NOT_DONE = _NotDone()
