"""The menu of the inner critic's room: add a sentence, a quiet day, suggestions on or off, paper and picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from heartjournal.ui.widgets import Menu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from heartjournal.model.phrase import CriticWishes
    from heartjournal.ui.theme import Theme


class RoomMenu(Menu):
    """Opened anew each time, with what can be done now.

    Attributes:
        adding_wanted, quiet_wanted, suggestions_wanted, maybe_wanted, ground_wanted, print_wanted,
        picture_wanted: what was chosen.
    """

    adding_wanted = Signal()
    quiet_wanted = Signal()
    suggestions_wanted = Signal()
    maybe_wanted = Signal()
    ground_wanted = Signal()
    print_wanted = Signal()
    picture_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        wishes: CriticWishes,
        *,
        maybe_too: bool,
        has_lanes: bool,
        has_ground: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.add(self.tr("Add one I know by heart…"), icon="plus").triggered.connect(self.adding_wanted)
        self.addSeparator()
        quiet = self.tr("End the quiet day") if wishes.is_quiet else self.tr("Quiet today")
        self.add(quiet, icon="moon-star").triggered.connect(self.quiet_wanted)
        words = self.tr("Turn suggestions off") if wishes.suggestions else self.tr("Turn suggestions on")
        self.add(words, icon="inbox").triggered.connect(self.suggestions_wanted)
        if wishes.suggestions and not wishes.is_quiet:
            sure = self.tr("Show only what is sure") if maybe_too else self.tr("Show what is less sure")
            self.add(sure, icon="eye").triggered.connect(self.maybe_wanted)
        if has_lanes:
            self.addSeparator()
            pages = (
                self.tr("Hide how many pages there were") if has_ground else self.tr("Show how many pages there were")
            )
            self.add(pages, icon="book-open").triggered.connect(self.ground_wanted)
            self.add(self.tr("Print…"), icon="printer").triggered.connect(self.print_wanted)
            self.add(self.tr("Save as a picture…"), icon="folder-output").triggered.connect(self.picture_wanted)
