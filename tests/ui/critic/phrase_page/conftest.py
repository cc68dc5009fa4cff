"""One person in front of one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.critic.phrase_page.reader import Reader

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from heartjournal.ui.surroundings import Surroundings
    from tests.clock import FixedClock


@pytest.fixture
def reader(opened: Surroundings, clock: FixedClock, qtbot: QtBot) -> Reader:
    return Reader(opened, clock, qtbot)
