"""The words for feelings to choose from: families first, the shades of one family when it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heartjournal.ui.widgets import Chip, FlowLayout

if TYPE_CHECKING:
    from heartjournal.model.feeling import FeelingFamily
    from heartjournal.ui.theme import Theme

_MOST_OFFERED = 12


class FeelingWords(QWidget):
    """Two rows of chips: the families, and below them what the opened one, or the letters typed, bring up.

    Attributes:
        chosen: a word was pressed, to be named or taken away.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, families: tuple[FeelingFamily, ...], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._families = families
        self._own: tuple[str, ...] = ()
        self._named: tuple[str, ...] = ()
        self._open: FeelingFamily | None = None
        self._letters = ""
        self._family_row = self._row()
        self._family_chips = {family.id: self._family_chip(family) for family in families}
        self._shade_row = self._row()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, theme.space(2))
        layout.setSpacing(theme.space(3))
        layout.addLayout(self._family_row)
        layout.addLayout(self._shade_row)

    def know_own(self, words: tuple[str, ...]) -> None:
        """Offer the words this person has made before."""
        self._own = words
        self._renew()

    def mark(self, named: tuple[str, ...]) -> None:
        """Show which words are named already."""
        self._named = named
        self._renew()

    def narrow(self, letters: str) -> None:
        """Offer the words that begin with, then those that contain, what was typed."""
        self._letters = letters.strip().casefold()
        for chip in self._family_chips.values():
            chip.setVisible(not self._letters)
        self._renew()

    def spelling_of(self, word: str) -> str | None:
        """How a word is spelled here, if it is known at all."""
        return next((known for known in self._every_word() if known.casefold() == word.casefold()), None)

    def _row(self) -> FlowLayout:
        return FlowLayout(spacing=self._theme.size("chipSpacing"))

    def _family_chip(self, family: FeelingFamily) -> Chip:
        chip = Chip(self._theme, family.word, on_icon="chevron-down")
        chip.clicked.connect(lambda _checked=False: self._open_family(family))
        self._family_row.addWidget(chip)
        return chip

    def _open_family(self, family: FeelingFamily) -> None:
        self._open = None if self._open == family else family
        for known, chip in self._family_chips.items():
            chip.setChecked(self._open is not None and known == self._open.id)
        self._renew()

    def _every_word(self) -> tuple[str, ...]:
        shipped = (word for family in self._families for word in (family.word, *family.shades))
        return tuple(dict.fromkeys((*self._own, *shipped)))

    def _offered(self) -> tuple[str, ...]:
        if self._letters:
            words = [word for word in self._every_word() if self._letters in word.casefold()]
            words.sort(key=lambda word: not word.casefold().startswith(self._letters))
            return tuple(words[:_MOST_OFFERED])
        if self._open is None:
            return self._own
        return tuple(dict.fromkeys((self._open.word, *self._open.shades)))

    def _renew(self) -> None:
        while (item := self._shade_row.takeAt(0)) is not None:
            if (chip := item.widget()) is not None:
                chip.hide()
                chip.deleteLater()
        for word in self._offered():
            self._shade_row.addWidget(self._word_chip(word))
        self.updateGeometry()

    def _word_chip(self, word: str) -> Chip:
        chip = Chip(self._theme, word, on_icon="check")
        chip.setChecked(word in self._named)
        chip.clicked.connect(lambda _checked=False: self.chosen.emit(word))
        return chip
