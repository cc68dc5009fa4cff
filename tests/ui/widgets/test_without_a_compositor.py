"""On X11 without a compositor, where what is clear is black: the corners of what opens over the window."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.ui.bare_screen import bare_screen

pytestmark = pytest.mark.platform("linux")

# Opens a menu and the days over the desk, and says the colours at their corners and of the desk, as on the screen.
POPUPS = """
import json, sys
from datetime import date
from PySide6.QtCore import QPoint
from heartjournal.resources.theme import theme_tokens
from heartjournal.ui.app import application
from heartjournal.ui.theme import Mode, Theme
from heartjournal.ui.widgets import Button, Ground, Menu
from heartjournal.ui.widgets.day_popover import DayPopover
from tests.tour.waiting import until

program, theme = application(), Theme(theme_tokens(), mode=Mode.LIGHT)
theme.dress(program)
desk = Ground(theme, "desk")
desk.setGeometry(0, 0, 900, 700)
below = Button(theme, "Choose", parent=desk)
below.move(400, 100)
desk.show()
menu, days = Menu(theme, parent=desk), DayPopover(theme, today=date(2026, 11, 12), parent=desk)
menu.add("Edit")
menu.popup(QPoint(50, 50))
days.open_at(below)
if sys.argv[1:] == ["uncut"]:
    menu.clearMask()
    days.clearMask()

def colors(place, points):
    screen = program.primaryScreen().grabWindow(0).toImage()
    return [screen.pixelColor(place.topLeft() + point).name() for point in points]

def corners(popup):
    box = popup.rect()
    return colors(popup.geometry(), (box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()))

raised = theme.color("raised").name()
for popup in (menu, days):
    until(lambda: colors(popup.geometry(), (QPoint(popup.width() // 2, 4),)) == [raised], "a popup on the screen")
print(json.dumps({"desk": [theme.color("desk").name()], "menu": corners(menu), "days": corners(days)}))
"""


def shown(display: str, *arguments: str) -> dict[str, list[str]]:
    finished = subprocess.run(
        [sys.executable, "-c", POPUPS, *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": display},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    colors: dict[str, list[str]] = json.loads(finished.stdout)
    return colors


def test_a_popup_has_the_desk_behind_its_corners_also_without_a_compositor() -> None:
    with bare_screen() as display:
        uncut, cut = shown(display, "uncut"), shown(display)
    assert set(uncut["menu"] + uncut["days"]) == {"#000000"}, "this screen shows what is clear"
    assert set(cut["menu"] + cut["days"]) == set(cut["desk"])
