"""Timers that end when a test lets time pass, for screens that take a `TimerMaker`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

_STEP_MILLISECONDS = 100


@dataclass
class StillTimer:
    """A one-shot timer that stands still."""

    milliseconds: int
    wake: Callable[[], None]
    left: int = -1

    def start(self) -> None:
        self.left = self.milliseconds

    def stop(self) -> None:
        self.left = -1

    def isActive(self) -> bool:
        return self.left >= 0


@dataclass
class StandingTime:
    """Makes such timers, and lets time pass for all of them."""

    timers: list[StillTimer] = field(default_factory=list)

    def __call__(self, milliseconds: int, wake: Callable[[], None], _owner: QObject, /) -> StillTimer:
        """A `TimerMaker`."""
        timer = StillTimer(milliseconds, wake)
        self.timers.append(timer)
        return timer

    def pass_by(self, milliseconds: int) -> None:
        """Let this much time pass, in steps of a tenth of a second."""
        for _ in range(0, milliseconds, _STEP_MILLISECONDS):
            for timer in self.timers:
                if timer.isActive():
                    timer.left -= _STEP_MILLISECONDS
                    if timer.left <= 0:
                        timer.stop()
                        timer.wake()
