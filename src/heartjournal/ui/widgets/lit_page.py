"""Pages on the desk with lamplight behind them; most scroll when the window is too low for them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.ui.widgets.lamplight import Lamplight
from heartjournal.ui.widgets.surfaces import ScrollArea

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme


class LampPlace(Enum):
    """Where the light lies: a fraction of width and height, and whose measures say how far from there."""

    DOOR = (0.5, 0.5), "door"
    FIRST_RUN = (0.5, 1.0), "firstRun"
    CORNER = (0.0, 1.0), "grounding"


class LitDesk(Lamplight):
    """The desk alone, to lay things out on."""

    def __init__(self, theme: Theme, place: LampPlace, *, parent: QWidget | None = None) -> None:
        center, name = place.value
        offset = (theme.size(f"{name}LampX"), theme.size(f"{name}LampY"))
        radii = (theme.size(f"{name}Pool1"), theme.size(f"{name}Pool2"), theme.size(f"{name}Pool3"))
        super().__init__(theme, center=center, offset=offset, radii=radii, parent=parent)


class LitPage(LitDesk):
    """A page that scrolls as a whole. Put a layout into `contents`."""

    def __init__(self, theme: Theme, place: LampPlace, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, place, parent=parent)
        self.contents = QWidget()
        self._area = ScrollArea(theme, self.contents)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def to_top(self) -> None:
        """Show the page from its beginning."""
        self._area.verticalScrollBar().setValue(0)


class OneAtATime(QWidget):
    """Pages of which one is shown; unlike a stack it is never higher than the page that is shown."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def current(self) -> QWidget | None:
        """The page that is shown."""
        return next((page for page in self._pages if not page.isHidden()), None)

    @property
    def index(self) -> int:
        """The place of the page that is shown, in the order they were added."""
        page = self.current
        return self._pages.index(page) if page is not None else -1

    def add(self, page: QWidget) -> None:
        """Add a page, not shown yet."""
        page.hide()
        self._pages.append(page)
        self._column.addWidget(page)

    def show_page(self, page: QWidget) -> None:
        """Show this page and hide the others."""
        for each in self._pages:
            each.setVisible(each is page)

    def take(self, page: QWidget) -> None:
        """Let go of a page for good."""
        self._pages.remove(page)
        self._column.removeWidget(page)
        page.hide()
        page.deleteLater()


def centred(widget: QWidget) -> QHBoxLayout:
    """A row that holds a widget in its middle, as wide as the widget may be.

    A box layout asks an aligned widget how high it would be at the width of the whole row, and so cuts words that
    break into lines; between two stretches it asks for the width it gives.
    """
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addStretch(1)
    row.addWidget(widget, 1000)
    row.addStretch(1)
    return row
