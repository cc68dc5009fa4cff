"""One lane alone, for the page of a phrase: the same marks, in a strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartjournal.ui.critic.timeline import LaneStrip
from heartjournal.ui.theme import Mode
from tests.ui.critic.timeline.weeks import HALF_YEAR, TODAY, WORDS, lane, timeline

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from pytestqt.qtbot import QtBot

    from heartjournal.ui.theme import Theme


@pytest.fixture
def strip(theme: Theme, qtbot: QtBot) -> LaneStrip:
    made = LaneStrip(theme)
    qtbot.addWidget(made)
    made.resize(522, made.sizeHint().height())
    made.show()
    return made


def at_week(strip: LaneStrip, number: int) -> QColor:
    middle = (number + 0.5) * strip.width() * 7 / ((TODAY - HALF_YEAR.buckets[0].first).days + 1)
    return strip.grab().toImage().pixelColor(round(middle), strip.height() // 2)


def test_a_mark_stands_in_its_week_on_the_line(strip: LaneStrip, theme: Theme) -> None:
    strip.show_lane(lane(1, {3: 1, 12: 2}), HALF_YEAR)
    assert at_week(strip, 3) == at_week(strip, 12) == theme.color("criticMark")
    assert at_week(strip, 8) == theme.color("hairline")


def test_weeks_without_a_page_are_absent_where_they_are_known(strip: LaneStrip, theme: Theme) -> None:
    strip.show_lane(lane(1, {3: 1}), HALF_YEAR, today=TODAY, pages=timeline(pages={3: 1, 4: 1}).pages)
    assert at_week(strip, 4) == theme.color("hairline")
    assert at_week(strip, 8) != theme.color("hairline")
    assert at_week(strip, 3) == theme.color("criticMark")


def test_a_lamp_above_a_mark_is_not_cut(strip: LaneStrip, theme: Theme) -> None:
    strip.show_lane(lane(1, {12: 9}, answers=(12,), reframes={12: "kinder"}), HALF_YEAR)
    image = strip.grab().toImage()
    ground = image.pixelColor(5, 0)
    edge = {image.pixelColor(x, y).rgb() for x in range(image.width()) for y in (0, image.height() - 1)}
    assert edge == {ground.rgb()}
    inside = {image.pixelColor(x, y).rgb() for x in range(image.width()) for y in range(image.height())}
    assert {theme.color(role).rgb() for role in ("criticMark", "kindnessTint")} <= inside


def test_a_screen_reader_is_told_how_often_and_when(strip: LaneStrip) -> None:
    strip.show_lane(lane(1, {3: 1, 12: 2}), HALF_YEAR)
    assert strip.accessibleName() == "When it came up"
    assert strip.accessibleDescription() == f"{WORDS}, three times, last on Wednesday 12 August"


def test_it_follows_the_theme(strip: LaneStrip, theme: Theme) -> None:
    strip.show_lane(lane(1, {3: 1}), HALF_YEAR)
    light = at_week(strip, 3)
    theme.set_mode(Mode.DARK)
    assert at_week(strip, 3) == theme.color("criticMark")
    assert at_week(strip, 3) != light


def test_forgetting_leaves_nothing(strip: LaneStrip) -> None:
    strip.show_lane(lane(1, {3: 1}), HALF_YEAR)
    strip.forget()
    image = strip.grab().toImage()
    assert len({image.pixelColor(x, 20).rgb() for x in range(image.width())}) == 1
    assert WORDS not in strip.accessibleDescription()
