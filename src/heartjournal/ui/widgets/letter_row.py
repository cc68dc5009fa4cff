"""One letter in a list: icon, title and what it answers, where it is, and a menu at the end."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from heartjournal.ui.widgets.buttons import IconButton
from heartjournal.ui.widgets.labels import IconLabel, TextLabel
from heartjournal.ui.widgets.painting import draw_box, painter_on
from heartjournal.ui.widgets.tiles import Paned

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme


class LetterRow(QWidget):
    """A row that opens its letter, and beside it the button of its menu.

    Attributes:
        opened: the row was pressed.
        menu_wanted: the menu is to open below `menu_button`.
    """

    opened = Signal()
    menu_wanted = Signal()

    def __init__(
        self,
        theme: "Theme",
        title: str,
        *,
        icon: str,
        about: str = "",
        line: str = "",
        detail: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.face = _Face(theme, title, icon=icon, about=about, line=line, detail=detail)
        self.face.clicked.connect(self.opened)
        self.menu_button = IconButton(theme, "ellipsis", self.tr("More for “{title}”").format(title=title), small=True)
        self.menu_button.clicked.connect(self.menu_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.size("letterRowPaddingX"), 0)
        row.setSpacing(0)
        row.addWidget(self.face, 1)
        row.addWidget(self.menu_button)

    def has_ring(self) -> bool:
        """Whether the keyboard's ring is round the row or its button."""
        return self.face.has_ring() or self.menu_button.has_ring()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001  the one thing it says
        """In a narrow window what is said of the letter stands below its title."""
        self.face.set_narrow(narrow)


class _Face(Paned):
    def __init__(self, theme: "Theme", title: str, *, icon: str, about: str, line: str, detail: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.setAccessibleDescription(". ".join(part for part in (about, line, detail) if part))
        self._theme = theme
        self._line = _one_line(TextLabel(theme, line, style="small", strong=True, wrap=True))
        self._detail = _one_line(TextLabel(theme, detail, style="small", role="ink3", wrap=True))
        self._place = QWidget()
        self._is_narrow = False
        row = QHBoxLayout(self)
        across, down = theme.size("letterRowPaddingX"), theme.size("letterRowPaddingY")
        row.setContentsMargins(across, down, across, down)
        row.setSpacing(theme.space(4))
        row.addWidget(IconLabel(theme, icon, size=theme.size("letterIcon")))
        row.addLayout(self._words(title, about), 1)
        row.addWidget(self._place)
        place = QVBoxLayout(self._place)
        place.setContentsMargins(0, 0, 0, 0)
        place.setSpacing(0)
        place.addStretch(1)
        place.addWidget(self._line)
        place.addWidget(self._detail)
        place.addStretch(1)
        self._let_through()
        self._stretch()
        self._follow(theme)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001  the one thing it says
        """Say less beside the title."""
        self._is_narrow = narrow
        self._place.setFixedWidth(self._theme.scaled("letterPlaceNarrow" if narrow else "letterPlace"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Sunken while pointed at or pressed."""
        if self._hovered or self.isDown():
            fill = self._theme.color("eventTint" if self.isDown() else "sunken")
            inset = round(self._theme.stroke("hairline"))
            box = self.rect().adjusted(inset, inset, -inset, -inset)
            draw_box(painter_on(self), box, radius=self._ring_radius(), fill=fill)

    def _words(self, title: str, about: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(_one_line(TextLabel(self._theme, title, style="reading", wrap=True)))
        if about:
            column.addWidget(_one_line(TextLabel(self._theme, about, style="small", role="ink2", wrap=True)))
        return column

    def _ring_radius(self) -> float:
        return self._theme.radius("control")

    def _retheme(self) -> None:
        self.set_narrow(self._is_narrow)
        super()._retheme()


def _one_line(label: TextLabel) -> TextLabel:
    """Cut after one line, whatever its width."""
    label.set_most_lines(1)
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    label.setSizePolicy(policy)
    label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return label
