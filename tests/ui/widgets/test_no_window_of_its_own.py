"""A part that is shown before it has its place is a window for a moment, and takes the keyboard away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from heartjournal.model.identity import new_identity
from heartjournal.model.practice_run import begin
from heartjournal.resources import practices
from heartjournal.ui.editor.section_view import SectionView
from heartjournal.ui.settings.row import Row
from heartjournal.ui.widgets import Field, TextLabel
from tests.clock import FixedClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from heartjournal.ui.theme import Theme


class Watch(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    made = Watch()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def second_section(theme: Theme) -> QWidget:
    evening = next(practice for practice in practices().good if practice.id == "evening_journal")
    run = begin(evening, moment=FixedClock().now(), identify=new_identity)
    return SectionView(theme, run.parts[1], families=(), is_first=False)


@pytest.mark.parametrize(
    "make",
    [
        lambda theme: Field(theme, label="Name"),
        lambda theme: Row(theme, "Version", "0.1"),
        second_section,
    ],
)
def test_a_part_that_is_being_made_is_no_window(theme: Theme, watch: Watch, make: Callable[[Theme], QWidget]) -> None:
    part = make(theme)
    assert watch.shown == []
    part.deleteLater()


def test_a_part_that_is_shown_too_early_is_noticed(theme: Theme, watch: Watch) -> None:
    """The control of the test above."""
    part = TextLabel(theme, "Name")
    part.setVisible(True)
    part.setVisible(False)
    assert watch.shown == ["TextLabel"]
    part.deleteLater()
