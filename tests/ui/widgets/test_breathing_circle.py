"""The circle breathes four in and six out, waits when asked, and stands still where motion is reduced."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from heartjournal.ui.theme import Theme
from heartjournal.ui.widgets import BreathingCircle, BreathPhase

Lay = Callable[..., QWidget]


def test_a_breath_is_four_seconds_in_and_six_out(theme: Theme, lay: Lay, qtbot: QtBot) -> None:
    circle = BreathingCircle(theme)
    window = lay(circle)
    movement = circle._movement
    assert (circle.phase, circle.words, movement.duration()) == (BreathPhase.IN, "Breathe in", 4000)
    with qtbot.waitSignal(circle.phase_changed):
        movement.setCurrentTime(4000)
    assert (circle.phase, circle.words, movement.duration()) == (BreathPhase.OUT, "Breathe out", 6000)
    with qtbot.waitSignal(circle.breathed):
        movement.setCurrentTime(6000)
    assert circle.phase is BreathPhase.IN
    window.hide()
    assert movement.state() is movement.State.Stopped


def test_a_pause_holds_the_breath_where_it_is(theme: Theme, lay: Lay) -> None:
    circle = BreathingCircle(theme)
    window = lay(circle)
    circle._movement.setCurrentTime(2000)
    circle.set_paused(True)
    held = circle._movement.currentTime()
    assert circle._movement.state() is circle._movement.State.Paused
    circle.set_paused(False)
    assert circle._movement.state() is circle._movement.State.Running
    assert circle._movement.currentTime() >= held
    window.hide()


def test_a_circle_paused_before_it_is_shown_waits_and_can_begin(theme: Theme, lay: Lay) -> None:
    circle = BreathingCircle(theme)
    circle.set_paused(True)
    window = lay(circle)
    assert circle._movement.state() is circle._movement.State.Stopped
    circle.set_paused(False)
    assert circle._movement.state() is circle._movement.State.Running
    window.hide()


def test_with_reduced_motion_nothing_moves_and_an_arc_fills_in_ten_steps(theme: Theme, lay: Lay) -> None:
    theme.set_reduced_motion(True)
    circle = BreathingCircle(theme)
    window = lay(circle)
    assert circle._movement.state() is circle._movement.State.Stopped
    assert circle._step.interval() == 1000
    phases = []
    for _ in range(10):
        circle._step.timeout.emit()
        phases.append(circle.phase)
    inward, outward = BreathPhase.IN, BreathPhase.OUT
    assert phases == [inward] * 3 + [outward] * 6 + [inward]
    window.grab()
    window.hide()


def test_reducing_motion_in_the_middle_of_a_breath_stills_the_circle(theme: Theme, lay: Lay) -> None:
    circle = BreathingCircle(theme)
    window = lay(circle)
    theme.set_reduced_motion(True)
    assert circle._movement.state() is circle._movement.State.Stopped
    assert circle._step.isActive()
    window.hide()
    assert not circle._step.isActive()
