"""What lies in front in the timeline's card is left first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartjournal.ui.critic.timeline.rows import Place
from heartjournal.ui.critic.timeline_card import TimelineCard
from tests.ui.critic.timeline.weeks import TODAY, lane, middle_of, timeline

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from heartjournal.ui.surroundings import Surroundings


def test_one_step_back_leaves_the_detail_of_a_mark_under_the_pointer(surroundings: Surroundings, qtbot: QtBot) -> None:
    card = TimelineCard(surroundings)
    qtbot.addWidget(card)
    card.resize(716, 300)
    card.show()
    qtbot.waitExposed(card)
    card.show_timeline(timeline(lane(4, reframes={9: "I let one thing slip."})), today=TODAY)
    assert not card.back()
    qtbot.mouseMove(card.view.lanes.viewport(), middle_of(card.view, Place(0, 0)))
    qtbot.waitUntil(lambda: "slip" in card.view.detail)
    assert card.back()
    assert card.view.detail == ""
    assert not card.back()
