"""The list of sections beside the settings: one is on, arrow keys move between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from heartjournal.ui.widgets import Pressable
from heartjournal.ui.widgets.painting import draw_box, draw_words, painter_on, width_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from heartjournal.ui.theme import Theme


class SectionItem(Pressable, QAbstractButton):
    """The name of a section; on, it lies on paper. One of several, which is what a screen reader says of it."""

    def __init__(self, theme: Theme, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        self._follow(theme)

    def sizeHint(self) -> QSize:
        """Room for the name in its stronger weight."""
        words = width_of(self.text(), self._theme.font("body", strong=True))
        return QSize(words + 2 * self._theme.size("rowPaddingX"), self._theme.grown("settingsItem", "body"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the item at rest, under the pointer or on."""
        painter = painter_on(self)
        is_on = self.isChecked()
        if is_on or self._hovered:
            fill = self._theme.color("paper" if is_on else "sunken")
            line = self._theme.color("hairline") if is_on else None
            draw_box(painter, self.rect(), radius=self._ring_radius(), fill=fill, line=line)
        font = self._theme.font("body", strong=is_on)
        color = self._theme.color("ink" if is_on or self._hovered else "ink2")
        at = QPointF(self._theme.size("rowPaddingX"), self.height() / 2)
        draw_words(painter, self.text(), font=font, color=color, at=at)


class SectionList(QWidget):
    """A column of section names, exclusive, walked with the arrow keys as every group of buttons is.

    `group` tells what was chosen (`idClicked`).
    """

    def __init__(self, theme: Theme, names: tuple[str, ...], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, name in enumerate(names):
            item = SectionItem(theme, name)
            self.group.addButton(item, number)
            column.addWidget(item)
        column.addStretch(1)
        self.setMinimumWidth(theme.size("settingsList"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def mark(self, number: int) -> None:
        """Show which section is on."""
        self.group.button(number).setChecked(True)

    def take_focus(self) -> None:
        """Wait at the section that is on."""
        self.group.button(self.group.checkedId()).setFocus(Qt.FocusReason.OtherFocusReason)
