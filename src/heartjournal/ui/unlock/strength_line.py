"""How hard a passphrase is to guess, in bars and words, with a suggestion beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from heartjournal.ui.unlock.passphrase import Strength
from heartjournal.ui.widgets import Link, StrengthBar, TextLabel

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme


class StrengthLine(QWidget):
    """Tells, and never forbids.

    Attributes:
        suggestion_wanted: "Suggest one" was pressed.
    """

    suggestion_wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = StrengthBar(theme)
        self._word = TextLabel(theme, style="small", strong=True)
        self._meaning = TextLabel(theme, style="small", role="ink2", wrap=True)
        suggest = Link(theme, self.tr("Suggest one"))
        suggest.clicked.connect(self.suggestion_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(1))
        row.addWidget(self._bar)
        row.addSpacing(theme.space(2))
        row.addWidget(self._word)
        row.addWidget(self._meaning, 1)
        row.addWidget(suggest)
        self.clear()

    @property
    def words(self) -> str:
        """What is said, as one would read it."""
        return f"{self._word.text()} {self._meaning.text()}".strip()

    def clear(self) -> None:
        """Say nothing, as beside an empty field."""
        self._bar.set_strength(0)
        self._word.setText("")
        self._meaning.setText(self.tr("Any passphrase works."))

    def show_strength(self, strength: Strength) -> None:
        """Fill the bars and say what they mean."""
        word, meaning = self._words_for(strength)
        self._bar.set_strength(strength)
        self._word.setText(word)
        self._meaning.setText(meaning)

    def _words_for(self, strength: Strength) -> tuple[str, str]:
        quickly = self.tr("Quickly guessed. It works all the same.")
        return {
            Strength.VERY_WEAK: (self.tr("Very weak."), quickly),
            Strength.WEAK: (self.tr("Weak."), quickly),
            Strength.FAIR: (self.tr("Fair."), self.tr("Would take some time to guess.")),
            Strength.STRONG: (self.tr("Strong."), self.tr("Would take a long time to guess.")),
            Strength.VERY_STRONG: (self.tr("Very strong."), self.tr("Would take a very long time to guess.")),
        }[strength]
