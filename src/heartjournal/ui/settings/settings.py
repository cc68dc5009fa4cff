"""The Settings room: the list of sections at the side, one of them shown."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from heartjournal.ui.reading_aloud import voice_here
from heartjournal.ui.settings.about import About
from heartjournal.ui.settings.appearance import Appearance
from heartjournal.ui.settings.evenings import Evenings
from heartjournal.ui.settings.inner_critic import InnerCritic
from heartjournal.ui.settings.numbers import Numbers
from heartjournal.ui.settings.section_list import SectionList
from heartjournal.ui.widgets import PassingNotice, TextLabel

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from heartjournal.model.changes import Changes
    from heartjournal.ui.surroundings import Surroundings


class Section(IntEnum):
    """The sections that exist, in their order."""

    APPEARANCE = 0
    EVENINGS = 1
    CRITIC = 2
    NUMBERS = 3
    ABOUT = 4


class Settings(QWidget):
    """Stands beside the navigation. `folder` is where the journal lies, said in About."""

    def __init__(self, surroundings: Surroundings, *, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = surroundings.theme
        self._appearance = Appearance(surroundings)
        self._notice = PassingNotice(self._theme, parent=self)
        self._numbers = Numbers(surroundings, self._notice)
        self._about = About(surroundings, folder=folder)
        self._evenings = Evenings(surroundings, has_voice=voice_here() is not None)
        self._critic = InnerCritic(surroundings)
        names = (
            self.tr("Appearance"),
            self.tr("Evenings and letters"),
            self.tr("Inner critic"),
            self.tr("Numbers I can call"),
            self.tr("About"),
        )
        self._list = SectionList(self._theme, names)
        self._list.setAccessibleName(self.tr("Sections of the settings"))
        self._list.group.idClicked.connect(lambda number: self.show_section(Section(number)))
        self._stack = QStackedWidget()
        for section in (self._appearance, self._evenings, self._critic, self._numbers, self._about):
            self._stack.addWidget(_scrolling(section))
        self._lay_out()
        self.show_section(Section.APPEARANCE)

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return Section(self._stack.currentIndex())

    def show_section(self, section: Section) -> None:
        """Show a section and read what it needs."""
        self._list.mark(section)
        self._stack.setCurrentIndex(section)
        if section is Section.EVENINGS:
            self._evenings.read()
        elif section is Section.CRITIC:
            self._critic.read()
        elif section is Section.NUMBERS:
            self._numbers.read()
        elif section is Section.ABOUT:
            self._about.read()

    def arrive(self) -> None:
        """Wait at the section that is on."""
        self.show_section(self.section)
        self._list.take_focus()

    def show_numbers(self) -> None:
        """Show the people to call, with the caret where a new one is written down."""
        self.show_section(Section.NUMBERS)
        self._numbers.begin()

    def back(self) -> bool:
        """Nothing lies in front here."""
        return False

    def refresh(self, changes: Changes) -> None:
        """Read the numbers again when they changed, and what was wished of the inner critic elsewhere."""
        if changes.contacts or changes.comforts:
            self._numbers.read()
        if changes.settings and self._critic.isVisible():
            self._critic.read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margins of the window's width."""
        super().resizeEvent(event)
        self._set_margins()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(TextLabel(self._theme, self.tr("Settings"), style="display"))
        # 22 px in the picture: the ring of a focused control stands in the last four of them.
        self._column.addSpacing(self._theme.space(6) - self._theme.size("navSpacing"))
        beside = QHBoxLayout()
        beside.setSpacing(self._theme.size("settingsGap"))
        beside.addWidget(self._list)
        beside.addWidget(self._stack, 1)
        self._column.addLayout(beside, 1)
        self._set_margins()

    def _set_margins(self) -> None:
        theme, window = self._theme, self.window().width()
        across, top = theme.size("contentPaddingX"), theme.size("contentPaddingTop")
        if window < theme.breakpoint("rail"):
            across, top = theme.size("contentPaddingXNarrow"), theme.size("contentPaddingTopNarrow")
        elif window >= theme.breakpoint("wide"):
            top = theme.size("contentPaddingTopWide")
        spare = max(0, self.width() - 2 * across - theme.breakpoint("maxContentWidth")) // 2
        self._column.setContentsMargins(across + spare, top, across + spare, 0)


def _scrolling(section: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(section)
    area.viewport().setAutoFillBackground(False)
    section.setAutoFillBackground(False)
    return area
