"""How the journal looks: light or dark, and the size of the text; both take effect at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartjournal.resources import TEXT_SCALES
from heartjournal.ui.settings.part import Parts
from heartjournal.ui.settings.row import Row, RowCard
from heartjournal.ui.theme import Mode
from heartjournal.ui.widgets import Segments, Select

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from heartjournal.ui.surroundings import Surroundings

_MODES = (Mode.SYSTEM, Mode.LIGHT, Mode.DARK)


class Appearance(Parts):
    """Writes the choice to the preferences, which hold before unlocking too."""

    def __init__(self, surroundings: Surroundings, *, parent: QWidget | None = None) -> None:
        super().__init__(surroundings.theme, parent=parent)
        self._preferences = surroundings.preferences
        words = (self.tr("As the system"), self.tr("Light"), self.tr("Dark"))
        self.modes = Segments(self._theme, words, name=self.tr("Light or dark"))
        sizes = [f"{round(scale * 100)} %" for scale in TEXT_SCALES]
        self.scales = Select(self._theme, self.tr("Text size"), options=sizes)
        self.modes.chosen.connect(self._choose_mode)
        # By hand only: a size between the steps, as the file may hold, is not changed by being shown.
        self.scales.activated.connect(self._choose_scale)
        self._preferences.changed.connect(self.read)
        self.add_heading(self.tr("Light and text"))
        card = RowCard(self._theme)
        card.add_row(
            self._row(self.tr("Light or dark"), self.tr("The same room, earlier or later at night"), self.modes)
        )
        card.add_row(self._row(self.tr("Text size"), self.tr("Also with Ctrl and plus or minus"), self.scales))
        self.add(card)
        self.end()
        self.read()

    def read(self) -> None:
        """Show what is in force."""
        present = self._preferences.present
        self.modes.set_current(_MODES.index(Mode(present.theme)))
        nearest = min(TEXT_SCALES, key=lambda scale: abs(scale - present.text_scale))
        self.scales.setCurrentIndex(TEXT_SCALES.index(nearest))

    def _row(self, heading: str, text: str, control: QWidget) -> Row:
        row = Row(self._theme, heading, text)
        row.add_control(control)
        return row

    def _choose_mode(self) -> None:
        self._preferences.change(theme=_MODES[self.modes.current].value)

    def _choose_scale(self, index: int) -> None:
        self._preferences.change(text_scale=TEXT_SCALES[index])
