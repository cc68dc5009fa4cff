"""The door: the screen that opens a journal, and the pages that make one."""

from heartjournal.ui.unlock.first_run import FirstRun
from heartjournal.ui.unlock.unlock import Unlock

__all__ = ["FirstRun", "Unlock"]
