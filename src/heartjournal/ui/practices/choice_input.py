"""A choice among sentences: the person's own come first, and own words can be added where the practice allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heartjournal.ui.practices.own_words import OwnWords
from heartjournal.ui.widgets import Chip, FlowLayout, TextLabel

if TYPE_CHECKING:
    from heartjournal.model.practice import StepInput
    from heartjournal.ui.theme import Theme


class ChoiceInput(QWidget):
    """Chips, one sentence each; pressing a chosen one again lets it go.

    Attributes:
        changed: another sentence is chosen, or none.
        sentence_made: the person wrote a sentence of their own.
    """

    changed = Signal()
    sentence_made = Signal(str)

    def __init__(
        self, theme: Theme, asked: StepInput, *, chosen: tuple[str, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asked = asked
        self._chips: dict[str, Chip] = {}
        self._own: OwnWords | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(2))
        if asked.label:
            layout.addWidget(TextLabel(theme, asked.label, style="small", role="ink3", wrap=True))
        self._flow = FlowLayout(spacing=theme.size("chipSpacing"))
        layout.addLayout(self._flow)
        for sentence in dict.fromkeys((*asked.options, *chosen)):
            self._add(sentence, is_on=sentence in chosen)
        if asked.own:
            self._offer_own_words(layout)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The chosen sentences, in the order shown; one that is still being typed is the last, beside any other."""
        checked = (sentence for sentence, chip in self._chips.items() if chip.isChecked())
        typed = self._own.words if self._own else ""
        return tuple(dict.fromkeys((*checked, *((typed,) if typed else ()))))

    @property
    def takes_own_words(self) -> bool:
        """Whether a sentence of the person's own may be written."""
        return self._asked.own

    def offer_first(self, sentences: tuple[str, ...]) -> None:
        """Put the person's own sentences before those of the practice."""
        known = self._chips
        self._chips = {}
        for place, sentence in enumerate(sentences):
            chip = known.pop(sentence, None)
            if chip is None:
                self._add(sentence, is_on=False, place=place)
            else:
                self._chips[sentence] = chip
        self._chips.update(known)

    def _offer_own_words(self, layout: QVBoxLayout) -> None:
        own = OwnWords(
            self._theme,
            offer=self.tr("in your own words"),
            name=self.tr("A sentence of your own"),
        )
        own.written.connect(self._take_own)
        own.left_standing.connect(self._choose)
        own.typed.connect(self.changed)
        self._own = own
        self._flow.addWidget(own.chip)
        layout.addWidget(own)

    def _take_own(self, sentence: str) -> None:
        if sentence not in self._chips:
            self.sentence_made.emit(sentence)
        self._choose(sentence)

    def _choose(self, sentence: str) -> None:
        if sentence not in self._chips:
            self._add(sentence, is_on=False, place=len(self._chips))
        self._chips[sentence].setChecked(True)
        self._chosen_by_hand(sentence)

    def _add(self, sentence: str, *, is_on: bool, place: int | None = None) -> None:
        chip = Chip(self._theme, sentence, on_icon="check")
        chip.setChecked(is_on)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.clicked.connect(lambda _checked=False, words=sentence: self._chosen_by_hand(words))
        self._chips[sentence] = chip
        self._flow.insert_widget(len(self._chips) - 1 if place is None else place, chip)

    def _chosen_by_hand(self, sentence: str) -> None:
        if not self._asked.several and self._chips[sentence].isChecked():
            for other, chip in self._chips.items():
                chip.setChecked(other == sentence)
        self.changed.emit()
