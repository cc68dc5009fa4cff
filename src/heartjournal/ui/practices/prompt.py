"""What a step asks, with its hint, and another anchor for whom this one is not kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from heartjournal.ui.widgets import Chip, FlowLayout, TextLabel

if TYPE_CHECKING:
    from heartjournal.model.practice import Step, Variant
    from heartjournal.ui.theme import Theme


class Prompt(QWidget):
    """The words of a prompt as they were, or are to be, answered.

    Attributes:
        asked_otherwise: another anchor was chosen; carries the prompt as it is shown now.
    """

    asked_otherwise = Signal(str)

    def __init__(self, theme: Theme, text: str, step: Step | None, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._step = step
        self._ask = TextLabel(theme, text, role="ink2", wrap=True)
        self._hint = TextLabel(theme, style="small", role="ink3", wrap=True)
        self._anchors = QWidget()
        self._is_folded = False
        self._chips: dict[str, Chip] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._ask)
        layout.addWidget(self._hint)
        self._offer_other_anchors(layout)
        self._show_hint()

    @property
    def text(self) -> str:
        """The prompt as it is shown."""
        return self._ask.text()

    @property
    def hint(self) -> str:
        """The hint as it is shown."""
        return self._hint.text()

    def set_folded(self, *, folded: bool) -> None:
        """Show the question alone, without its hint and the other anchors."""
        self._is_folded = folded
        self._anchors.setVisible(bool(self._chips) and not folded)
        self._show_hint()

    def _offer_other_anchors(self, layout: QVBoxLayout) -> None:
        if self._step is None or not self._step.variants:
            return
        flow = FlowLayout(self._anchors, spacing=self._theme.size("chipSpacing"))
        flow.setContentsMargins(0, self._theme.space(2), 0, 0)
        for variant in self._step.variants:
            chip = Chip(self._theme, variant.label, on_icon="check")
            chip.setChecked(variant.prompt == self._ask.text())
            chip.clicked.connect(lambda _checked=False, variant=variant: self._turn(variant))
            self._chips[variant.id] = chip
            flow.addWidget(chip)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._anchors.setSizePolicy(policy)
        layout.addWidget(self._anchors)

    def _turn(self, variant: Variant) -> None:
        """Ask by this anchor, or by the first one again."""
        if self._step is None:
            return
        chosen = self._chips[variant.id].isChecked()
        for known, chip in self._chips.items():
            chip.setChecked(chosen and known == variant.id)
        self._ask.setText(variant.prompt if chosen else self._step.prompt)
        self._show_hint()
        self.asked_otherwise.emit(self._ask.text())

    def _show_hint(self) -> None:
        hints = {variant.prompt: variant.hint for variant in self._step.variants} if self._step else {}
        hint = hints.get(self._ask.text()) or (self._step.hint if self._step else "")
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint) and not self._is_folded)
        self.updateGeometry()
