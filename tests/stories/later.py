"""An evening that lies days ahead: the program's clock, in a process of a story, goes on from there."""

from __future__ import annotations

import os
from datetime import timedelta
from unittest.mock import patch

from heartjournal.model.clock import Moment, SystemClock

VARIABLE = "STORY_DAYS_LATER"


class LaterClock:
    """The clock of this machine, set forward by whole days; it runs on as ever."""

    def __init__(self, days: int) -> None:
        self._days = timedelta(days=days)
        self._present = SystemClock.now

    def now(self) -> Moment:
        """The time of day it is, so many days later."""
        present = self._present(SystemClock())
        return Moment(present.instant + self._days, present.zone)


def go_there() -> None:
    """Set the clock of this process forward by the days that the environment names."""
    clock = LaterClock(int(os.environ.get(VARIABLE, "0")))
    patch.object(SystemClock, "now", lambda _machine: clock.now()).start()
