"""The card of the wordings that count as one phrase, each of which can be one of its own again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from heartjournal.model.phrase import Phrase, Variant
from heartjournal.ui.counting import quoted
from heartjournal.ui.widgets import Button, ButtonKind, Card, TextLabel
from heartjournal.ui.widgets.emptying import empty

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from heartjournal.model.phrase import PhrasePage
    from heartjournal.ui.theme import Theme


class Wordings(Card):
    """Hidden while a phrase has no wording but its own.

    Attributes:
        apart_wanted: carries the `Phrase` that was joined with this one and is to be taken apart.
        own_wanted: carries the `Variant` that is to be a phrase of its own.
    """

    apart_wanted = Signal(Phrase)
    own_wanted = Signal(Variant)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, bare=True, parent=parent)
        self._shown: tuple[tuple[Phrase, ...], tuple[Variant, ...]] = ((), ())
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.space(2))
        column = QVBoxLayout(self)
        side, above = theme.size("cardPadding"), theme.size("phraseCardY")
        column.setContentsMargins(side, above, side, above)
        column.setSpacing(theme.space(3))
        column.addWidget(TextLabel(theme, self.tr("Its wordings"), style="heading", wrap=True))
        column.addLayout(self._rows)
        self.hide()

    def show_page(self, page: PhrasePage) -> None:
        """Show what was joined, then the wordings, if there are several."""
        variants = _of_their_own(page)
        shown = (page.joined, variants)
        self.setVisible(bool(page.joined or variants))
        if shown == self._shown:
            return
        self._shown = shown
        empty(self._rows)
        for phrase in page.joined:
            words = quoted(phrase.words)
            apart = self._button(self.tr("Take apart"), self.tr("{words}: take apart").format(words=words))
            apart.clicked.connect(lambda _on=False, phrase=phrase: self.apart_wanted.emit(phrase))
            self._add(words, self.tr("Joined with this phrase"), apart)
        for variant in variants:
            words = quoted(variant.example)
            own = self._button(self.tr("Make it its own"), self.tr("{words}: make it its own").format(words=words))
            own.clicked.connect(lambda _on=False, variant=variant: self.own_wanted.emit(variant))
            self._add(words, "", own)

    def clear(self) -> None:
        """Drop every word."""
        self._shown = ((), ())
        empty(self._rows)
        self.hide()

    def _button(self, words: str, name: str) -> Button:
        button = Button(self._theme, words, kind=ButtonKind.QUIET, small=True)
        button.setAccessibleName(name)
        return button

    def _add(self, words: str, line: str, button: Button) -> None:
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(TextLabel(self._theme, words, style="excerpt", wrap=True))
        if line:
            said.addWidget(TextLabel(self._theme, line, style="small", role="ink3", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(self._theme.space(3))
        row.addLayout(said, 1)
        row.addWidget(button)
        self._rows.addLayout(row)


def _of_their_own(page: PhrasePage) -> tuple[Variant, ...]:
    """The wordings that can be one: neither that of the phrase itself nor those of a phrase joined with it."""
    named = {_same(phrase.words) for phrase in (page.line.phrase, *page.joined)}
    taken = {variant.key for variant in page.variants if _same(variant.example) in named}
    # What has the same key goes together, so it is offered once.
    own = {variant.key: variant for variant in page.variants if variant.key not in taken}
    if not page.joined and own.keys() == {variant.key for variant in page.variants}:
        # Called otherwise, a phrase is still what it was first kept with.
        own.pop(page.variants[0].key, None)
    return tuple(own.values())


def _same(words: str) -> str:
    return " ".join(words.split()).casefold()
