"""A timeline in a window, wide enough for half a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartjournal.ui.critic.timeline import TimelineView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from heartjournal.ui.surroundings import Surroundings


@pytest.fixture
def view(surroundings: Surroundings, qtbot: QtBot) -> TimelineView:
    """The view, as wide as it is drawn, showing nothing yet."""
    made = TimelineView(surroundings)
    qtbot.addWidget(made)
    made.resize(716, 520)
    made.show()
    qtbot.waitExposed(made)
    return made
