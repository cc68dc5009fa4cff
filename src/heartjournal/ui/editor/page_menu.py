"""The menu of a page: save, close, answer it with a letter, move to the bin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal

from heartjournal.ui.widgets import Menu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from heartjournal.ui.theme import Theme


class PageMenu(Menu):
    """Opened anew each time; a page that is not kept can only be closed. `letter_words` offer a letter about it.

    Attributes:
        save_wanted, close_wanted, letter_wanted, bin_wanted: what was chosen.
    """

    save_wanted = Signal()
    close_wanted = Signal()
    letter_wanted = Signal()
    bin_wanted = Signal()

    def __init__(self, theme: Theme, *, keeps: bool, letter_words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if keeps:
            self.add(self.tr("Save now"), icon="check", shortcut="page.save").triggered.connect(self.save_wanted)
        self.add(self.tr("Close the page"), icon="x", shortcut="page.close").triggered.connect(self.close_wanted)
        if keeps and letter_words:
            self.addSeparator()
            self.add(letter_words, icon="mail").triggered.connect(self.letter_wanted)
        if keeps:
            self.addSeparator()
            self.add(self.tr("Move to the bin"), icon="trash-2").triggered.connect(self.bin_wanted)

    def open_below(self, widget: QWidget) -> None:
        """Open under a button, right edges in line."""
        corner = widget.mapToGlobal(widget.rect().bottomRight())
        self.popup(corner - QPoint(self.sizeHint().width(), 0))
