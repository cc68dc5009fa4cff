"""The card that says how a phrase sounds and whose voice it is a little like; both are the person's own guess."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from heartjournal.ui.critic.phrase_page.keeping import Part
from heartjournal.ui.critic.phrase_page.kept_text import KeptText
from heartjournal.ui.practices.own_words import OwnWords
from heartjournal.ui.widgets import Card, Chip, FlowLayout, TextLabel

if TYPE_CHECKING:
    from heartjournal.ui.critic.phrase_page.keeping import PhraseKeeping
    from heartjournal.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class TonesChosen:
    """The tones as they are chosen now."""

    tones: tuple[str, ...] = field(repr=False)


class Tones(QWidget):
    """The chosen tones as chips; "tone" folds out the others and a line for one’s own. Without `folds` all are there.

    Attributes:
        chosen: carries the `TonesChosen`.
    """

    chosen = Signal(TonesChosen)

    def __init__(
        self, theme: Theme, offered: tuple[str, ...], *, folds: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._offered = offered
        self._folds = folds
        self._tones: tuple[str, ...] = ()
        self._chips: dict[str, Chip] = {}
        self._is_open = False
        self._own = OwnWords(theme, offer=self.tr("tone"), name=self.tr("A tone in your own words"))
        self._own.chip.setAccessibleName(self.tr("Choose a tone"))
        self._own.chip.clicked.connect(self._fold)
        self._own.written.connect(self._add)
        self._own.left_standing.connect(self._add)
        self._own.closed.connect(self._close)
        self._flow = FlowLayout(spacing=theme.size("chipSpacing"))
        self._flow.addWidget(self._own.chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addLayout(self._flow)
        column.addWidget(self._own)

    def show_tones(self, tones: tuple[str, ...]) -> None:
        """Turn these on; tones of the person's own come after those that are offered."""
        self._tones = tones
        for tone in (*self._offered, *tones):
            if tone not in self._chips:
                self._add_chip(tone)
        for tone in [tone for tone in self._chips if tone not in (*self._offered, *tones)]:
            chip = self._chips.pop(tone)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for tone, chip in self._chips.items():
            chip.setChecked(tone in tones)
        self._tell()

    def clear(self) -> None:
        """Drop the tones, and fold the others away."""
        self._is_open = False
        self._own.clear()
        self._own.hide()
        self.show_tones(())

    def back(self) -> bool:
        """Fold the others away; whether they were to be seen."""
        if not self._is_open:
            return False
        self._own.close_line()
        return True

    def _add_chip(self, tone: str) -> None:
        chip = Chip(self._theme, tone, on_icon="")
        chip.clicked.connect(lambda on, tone=tone: self._turn(tone, on=on))
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._flow.insert_widget(len(self._chips), chip)
        self._chips[tone] = chip

    def _turn(self, tone: str, *, on: bool) -> None:
        rest = tuple(each for each in self._tones if each != tone)
        self._choose((*rest, tone) if on else rest)

    def _add(self, tone: str) -> None:
        known = {each.casefold(): each for each in (*self._offered, *self._tones)}
        tone = known.get(tone.casefold(), tone)
        if tone not in self._tones:
            self._choose((*self._tones, tone))

    def _choose(self, tones: tuple[str, ...]) -> None:
        self.show_tones(tones)
        self.chosen.emit(TonesChosen(tones))

    def _fold(self) -> None:
        """The chip's own line opens and closes by itself; the other tones go with it."""
        self._is_open = not self._own.isHidden()
        self._tell()

    def _close(self) -> None:
        self._is_open = False
        self._tell()

    def _tell(self) -> None:
        for tone, chip in self._chips.items():
            # A chip that was just turned off stays under the pointer and the keyboard.
            chip.setVisible(not self._folds or self._is_open or tone in self._tones or chip.hasFocus())


class HowItSounds(Card):
    """Two rows, each with its label before it.

    Attributes:
        chosen: carries the `TonesChosen`.
    """

    chosen = Signal(TonesChosen)

    def __init__(
        self, theme: Theme, keeping: PhraseKeeping, tones: tuple[str, ...], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, bare=True, parent=parent)
        self.tones = Tones(theme, tones)
        self.tones.chosen.connect(self.chosen)
        self.voice = KeptText(
            theme,
            keeping,
            Part.WHOSE_VOICE,
            name=self.tr("Whose voice it is a little like; only you see this"),
            placeholder=self.tr("Yours at eleven, a teacher’s, nobody’s in particular"),
        )
        self._labels = (
            TextLabel(theme, self.tr("How it sounds"), role="ink2"),
            TextLabel(theme, self.tr("Whose voice"), role="ink2"),
        )
        self._grid = QGridLayout(self)
        side, above = theme.size("cardPadding"), theme.size("phraseCardY")
        self._grid.setContentsMargins(side, above, side, above)
        self._grid.setHorizontalSpacing(theme.space(4))
        self._grid.setVerticalSpacing(theme.space(3))
        self._grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, (label, answer) in enumerate(zip(self._labels, (self.tones, self.voice), strict=True)):
            self._grid.addWidget(label, row, 0, top)
            self._grid.addWidget(answer, row, 1)
        theme.changed.connect(self._fit)
        self._fit()

    def show_words(self) -> None:
        """Be the words of the phrase that is taken up."""
        self.voice.show_place(Part.WHOSE_VOICE)

    def clear(self) -> None:
        """Drop every word."""
        self.tones.clear()
        self.voice.let_go()

    def _fit(self) -> None:
        """The first label stands in the middle of its row of chips."""
        chip = self._theme.grown("chip", "compact")
        self._labels[0].setContentsMargins(0, max(0, chip - self._theme.line("body")) // 2, 0, 0)
