"""The door: the screen that opens a journal, and the pages that make one. Each is imported when first asked for."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from heartjournal.ui.unlock.first_run import FirstRun
    from heartjournal.ui.unlock.unlock import Unlock

__all__ = ["FirstRun", "Unlock"]

# Unlock does not pay for First run before it is painted (PEP 562).
_HOMES = {"FirstRun": "first_run", "Unlock": "unlock"}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"there is no screen {name}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
