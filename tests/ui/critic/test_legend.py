"""The legend's dots are as large as the marks they are about."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from heartjournal.model.phrase import Phrase
from heartjournal.model.timeline import DayCount, Lane, Timeline
from heartjournal.ui.critic.legend import Legend
from heartjournal.ui.critic.timeline_card import TimelineCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from heartjournal.ui.surroundings import Surroundings
    from heartjournal.ui.theme import Theme

TODAY = date(2026, 11, 12)


def dots(legend: Legend, theme: Theme) -> int:
    """How many pixels of the legend have the colour of a mark."""
    image, mark = legend.grab().toImage(), theme.color("criticMark")
    return sum(image.pixelColor(x, y) == mark for x in range(image.width()) for y in range(image.height()))


def test_the_dots_are_as_large_as_the_marks_of_ten_years_and_of_half_a_year(
    surroundings: Surroundings, theme: Theme, qtbot: QtBot
) -> None:
    legend, card = Legend(theme), TimelineCard(surroundings)
    for widget in (legend, card):
        qtbot.addWidget(widget)
        widget.show()
    card.marks_sized.connect(legend.show_size)
    card.resize(716, 300)
    usual, drawn = dots(legend, theme), {}
    for years in (0.5, 10):
        since = TODAY - timedelta(days=round(365 * years))
        lane = Lane(Phrase(UUID(int=1), since, "Typical me"), 1, since, since, (DayCount(since, 1),))
        card.show_timeline(Timeline(since, TODAY, (lane,), (DayCount(since, 1),)), today=TODAY)
        drawn[years] = (dots(legend, theme), card.view.lanes.canvas.stops(0)[0].mark.radius)
    assert drawn[0.5] == (usual, 4.5)
    assert drawn[10][1] == 2.25
    assert usual / 6 < drawn[10][0] < usual / 3, "half as wide is a quarter of the ground"
