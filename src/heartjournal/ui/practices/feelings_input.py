"""Names feelings: the chosen ones as chips, the shipped words in families, and words of the person's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heartjournal.ui.practices.feeling_words import FeelingWords
from heartjournal.ui.practices.own_words import OwnWords
from heartjournal.ui.widgets import Chip, FlowLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from heartjournal.model.feeling import FeelingFamily
    from heartjournal.ui.theme import Theme


class FeelingsInput(QWidget):
    """The feelings of one section.

    Attributes:
        changed: a feeling was named or taken away.
        word_made: the person named one that is in no family and that was not theirs before.
    """

    changed = Signal()
    word_made = Signal(str)

    def __init__(
        self,
        theme: Theme,
        families: tuple[FeelingFamily, ...],
        *,
        feelings: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: dict[str, Chip] = {}
        self._words = FeelingWords(theme, families)
        self._words.chosen.connect(self._turn)
        self._own = OwnWords(theme, offer="", name=self.tr("A word of your own, or choose below"))
        self._own.written.connect(self._take_own)
        self._own.left_standing.connect(self._name)
        self._own.typed.connect(self._words.narrow)
        self._own.typed.connect(self.changed)
        self._own.closed.connect(self._words.hide)
        self._own.chip.clicked.connect(lambda: self._words.setVisible(self._own.isVisibleTo(self)))
        self._words.hide()
        self._lay_out()
        for word in feelings:
            self._add(word)
        self._renew()

    @property
    def feelings(self) -> tuple[str, ...]:
        """The feelings named, in the order they were; a word that is still being typed is the last."""
        typed = self._spelled(self._own.words)
        return tuple(dict.fromkeys((*self._chips, *((typed,) if typed else ()))))

    def know_own(self, words: tuple[str, ...]) -> None:
        """Offer the words this person has made before."""
        self._words.know_own(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the words to choose from, wherever among them one is."""
        if event.key() == Qt.Key.Key_Escape and self._own.isVisible():
            self._own.close_line()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._theme.space(2))
        self._flow = FlowLayout(spacing=self._theme.size("chipSpacing"))
        self._flow.addWidget(self._own.chip)
        layout.addLayout(self._flow)
        layout.addWidget(self._own)
        layout.addWidget(self._words)

    def _take_own(self, word: str) -> None:
        if self._words.spelling_of(word) is None:
            self.word_made.emit(word)
        self._name(word)

    def _name(self, word: str) -> None:
        if self._spelled(word) not in self._chips:
            self._turn(self._spelled(word))

    def _spelled(self, word: str) -> str:
        return self._words.spelling_of(word) or word

    def _turn(self, word: str) -> None:
        """Name a feeling, or take it away if it is named."""
        if word in self._chips:
            chip = self._chips.pop(word)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
            if chip.hasFocus():
                self._own.chip.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._add(word)
            self._own.clear()
        self._renew()
        self.changed.emit()

    def _add(self, word: str) -> None:
        chip = Chip(self._theme, word, on_icon="x")
        chip.setChecked(True)
        chip.setToolTip(self.tr("Take this word away"))
        chip.clicked.connect(lambda _checked=False: self._turn(word))
        self._chips[word] = chip
        self._flow.insert_widget(len(self._chips) - 1, chip)

    def _renew(self) -> None:
        offer = self.tr("another word") if self._chips else self.tr("name a feeling")
        self._own.chip.setText(offer)
        self._own.chip.updateGeometry()
        self._words.mark(tuple(self._chips))
