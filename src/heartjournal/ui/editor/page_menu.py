"""The menu of a page: save, close, answer it with a letter, what is underlined in it, move to the bin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from heartjournal.ui.widgets import Menu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from heartjournal.ui.theme import Theme


class PageMenu(Menu):
    """Opened anew each time; a page that is not kept can only be closed. `letter_words` offer a letter about it.

    `has_phrase` offers to keep the selected words as one of the person's own sentences. `is_quiet` tells whether
    nothing is underlined today, which can then be changed; None where nothing is underlined ever.

    Attributes:
        save_wanted, close_wanted, letter_wanted, bin_wanted, phrase_wanted, quiet_wanted, underlines_wanted: what was
            chosen.
    """

    save_wanted = Signal()
    close_wanted = Signal()
    letter_wanted = Signal()
    bin_wanted = Signal()
    phrase_wanted = Signal()
    quiet_wanted = Signal()
    underlines_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        keeps: bool,
        letter_words: str = "",
        has_phrase: bool = False,
        is_quiet: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if keeps:
            self.add(self.tr("Save now"), icon="check", shortcut="page.save").triggered.connect(self.save_wanted)
        self.add(self.tr("Close the page"), icon="x", shortcut="page.close").triggered.connect(self.close_wanted)
        if not keeps:
            return
        if letter_words or has_phrase:
            self.addSeparator()
        if letter_words:
            self.add(letter_words, icon="mail").triggered.connect(self.letter_wanted)
        if has_phrase:
            self.add(self.tr("This is one of mine"), icon="cloud-fog").triggered.connect(self.phrase_wanted)
        if is_quiet is not None:
            self.addSeparator()
            self._offer_quiet(is_quiet=is_quiet)
        self.addSeparator()
        self.add(self.tr("Move to the bin"), icon="trash-2").triggered.connect(self.bin_wanted)

    def _offer_quiet(self, *, is_quiet: bool) -> None:
        if is_quiet:
            self.add(self.tr("End the quiet day"), icon="moon-star").triggered.connect(self.underlines_wanted)
        else:
            self.add(self.tr("Quiet today"), icon="moon-star").triggered.connect(self.quiet_wanted)
