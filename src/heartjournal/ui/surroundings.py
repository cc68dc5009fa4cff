"""What every screen is given: the theme, the way to the journal, the time, the preferences and the shipped words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from heartjournal.model.clock import Clock
    from heartjournal.ui.preference_store import PreferenceStore
    from heartjournal.ui.tasks import Tasks
    from heartjournal.ui.theme import Theme


@dataclass(frozen=True)
class Surroundings:
    """Handed to each screen as its first argument; built once by `ui.app`."""

    theme: Theme
    tasks: Tasks
    clock: Clock
    preferences: PreferenceStore
