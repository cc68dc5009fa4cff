"""The ring comes by keyboard only, stays with its control, and goes with the focus; fields always have it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from heartjournal.ui.theme import Theme
from heartjournal.ui.widgets import Button, Chip, Field, FocusRing, Link, ScrollArea, Toggle

Lay = Callable[..., QWidget]
Reason = Qt.FocusReason


@pytest.mark.parametrize("reason", [Reason.TabFocusReason, Reason.BacktabFocusReason, Reason.ShortcutFocusReason])
def test_the_keyboard_brings_the_ring(theme: Theme, lay: Lay, reason: Qt.FocusReason) -> None:
    button = Button(theme, "Read")
    lay(Button(theme, "First"), button)
    button.setFocus(reason)
    assert button.has_ring()


@pytest.mark.parametrize("reason", [Reason.MouseFocusReason, Reason.OtherFocusReason])
def test_nothing_else_brings_it(theme: Theme, lay: Lay, reason: Qt.FocusReason) -> None:
    button = Button(theme, "Read")
    lay(Button(theme, "First"), button)
    button.setFocus(reason)
    assert button.hasFocus()
    assert not button.has_ring()


def test_tab_takes_the_ring_along(theme: Theme, lay: Lay) -> None:
    first, second = Button(theme, "First"), Chip(theme, "calm")
    lay(first, second)
    first.setFocus(Reason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert not first.has_ring()
    assert second.has_ring()


def test_a_field_is_ringed_however_it_was_reached(theme: Theme, lay: Lay) -> None:
    field = Field(theme, label="Name")
    lay(field)
    field.setFocus(Reason.MouseFocusReason)
    assert field.line.has_ring()


def test_coming_back_to_the_window_keeps_the_ring_as_it_was(theme: Theme, lay: Lay) -> None:
    ringed, plain = Button(theme, "Read"), Button(theme, "Later")
    window = lay(ringed, plain)
    for button, reason in ((ringed, Reason.TabFocusReason), (plain, Reason.MouseFocusReason)):
        button.setFocus(reason)
        before = button.has_ring()
        button.clearFocus()
        window.setFocus()
        button.setFocus(Reason.ActiveWindowFocusReason)
        assert button.has_ring() is (before and False)
    ringed.setFocus(Reason.TabFocusReason)
    assert ringed.has_ring()


def arrange(window: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    layout.activate()


def ring_of(window: QWidget) -> FocusRing:
    (ring,) = [ring for ring in window.findChildren(FocusRing) if ring.isVisible()]
    return ring


def test_the_ring_stands_two_pixels_clear_and_follows(theme: Theme, lay: Lay) -> None:
    button = Button(theme, "Read")
    window = lay(button)
    button.show_ring()
    reach = theme.size("ringReach")
    assert reach == theme.stroke("focusRing") + theme.stroke("focusOffset")
    for _ in range(2):
        corner = button.mapTo(window, QPoint())
        ring = ring_of(window).geometry()
        assert (ring.topLeft(), ring.width()) == (corner - QPoint(reach, reach), button.width() + 2 * reach)
        theme.set_text_scale(1.5)
        window.resize(900, 700)
        arrange(window)


def test_the_ring_is_no_part_of_the_layout(theme: Theme, lay: Lay) -> None:
    button = Button(theme, "Read")
    window = lay(button)
    before = button.geometry()
    button.show_ring()
    arrange(window)
    assert button.geometry() == before


def test_the_ring_scrolls_with_what_it_rings(theme: Theme, lay: Lay) -> None:
    inner = QWidget()
    button = Button(theme, "Read", parent=inner)
    inner.setFixedSize(300, 2000)
    lay(ScrollArea(theme, inner))
    button.show_ring()
    assert ring_of(inner).parentWidget() is inner


def test_the_ring_goes_with_its_control(theme: Theme, lay: Lay) -> None:
    button = Link(theme, "All pages")
    window = lay(button)
    button.show_ring()
    button.hide()
    assert not button.has_ring()
    button.show()
    button.show_ring()
    delete(button)
    assert not any(ring.isVisible() for ring in window.findChildren(FocusRing))


def test_a_toggle_is_ringed_round_the_switch_and_not_its_word(theme: Theme, lay: Lay) -> None:
    toggle = Toggle(theme, "Veil", word_first=True)
    window = lay(toggle)
    toggle.show_ring()
    assert ring_of(window).width() == theme.size("toggleWidth") + 2 * theme.size("ringReach")
