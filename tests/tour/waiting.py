"""Waits for what is so, in the window's own event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from heartjournal.ui.tasks import Tasks

_LONGEST_MILLISECONDS = 60_000
_TURN_MILLISECONDS = 5


class StuckError(Exception):
    """Something that was waited for did not come."""


def until(condition: Callable[[], bool], what: str) -> None:
    """Run the event loop until `condition` holds. Raises StuckError, saying what was waited for."""
    loop = QEventLoop()
    look, late = QTimer(interval=_TURN_MILLISECONDS), QTimer(singleShot=True, interval=_LONGEST_MILLISECONDS)
    look.timeout.connect(lambda: loop.quit() if condition() else None)
    late.timeout.connect(loop.quit)
    look.start()
    late.start()
    loop.exec()
    if not condition():
        raise StuckError(f"The tour waited in vain for {what}.")


def settle(tasks: Tasks) -> None:
    """Wait for every answer that is on its way, and for what each of them asked for in turn."""
    for _ in range(4):
        if tasks.is_open:
            _answer(tasks)
        else:
            _turn()


def _answer(tasks: Tasks) -> None:
    landed: list[None] = []
    tasks.run(lambda _journal: None, then=landed.append, owner=tasks)
    until(lambda: bool(landed), "the journal's answers")


def _turn() -> None:
    turned: list[None] = []
    QTimer.singleShot(0, lambda: turned.append(None))
    until(lambda: bool(turned), "the window")
