"""Rows of a list of pages: day, element icons, opening or the words found; a model, its delegate and the list."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from heartjournal.model.element import Element
from heartjournal.model.entry import Snippet
from heartjournal.ui.widgets.focus_ring import KeyboardFocus
from heartjournal.ui.widgets.painting import draw_box, draw_icon, draw_words, elided
from heartjournal.ui.widgets.snippet_layout import draw_snippet

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class EntryRole(IntEnum):
    """What `EntryRowDelegate` asks a model for; ROW answers with an `EntryRow`."""

    ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One page as a list shows it. `day_label` is ready to read; with a snippet that stands in place of the opening."""

    id: UUID
    day_label: str
    opening: str = field(repr=False)
    elements: tuple[Element, ...] = ()
    snippet: Snippet | None = None


class EntryListModel(QAbstractListModel):
    """Rows for an `EntryList`, or any view with the delegate."""

    def __init__(self, theme: "Theme", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[EntryRow, ...] = ()

    @property
    def rows(self) -> tuple[EntryRow, ...]:
        """What is listed."""
        return self._rows

    def set_rows(self, rows: Sequence[EntryRow]) -> None:
        """List these instead."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def place_of(self, entry: UUID) -> QModelIndex:
        """Where a page is listed, or an invalid index."""
        for number, row in enumerate(self._rows):
            if row.id == entry:
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's default
        """How many."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, or its words for screen readers and the elements for a tool tip."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == EntryRole.ROW:
            return row
        elements = ", ".join(self._theme.element(element).word for element in row.elements)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            said = row.snippet.text if row.snippet else row.opening
            return ". ".join(part for part in (row.day_label, said, elements) if part)
        return (elements or None) if role == Qt.ItemDataRole.ToolTipRole else None


class EntryRowDelegate(QStyledItemDelegate):
    """Draws an `EntryRow`: rest, hover (sunken), on (paper and a three pixel bar), focus."""

    def __init__(self, theme: "Theme", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines, three where words were found, and the padding; grows with the text."""
        theme = self._theme
        lines = 2 if _row(index).snippet else 1
        words = theme.line("small") + theme.size("rowGap") + lines * theme.line("excerpt")
        return QSize(0, words + 2 * theme.size("rowPaddingY") + theme.size("rowSpacing"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, day, icons and words."""
        row, theme = _row(index), self._theme
        box = QRect(option.rect)
        box.setHeight(box.height() - theme.size("rowSpacing"))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, box, option.state)
        across, down = theme.size("rowPaddingX"), theme.size("rowPaddingY")
        inner = box.adjusted(across, down, -across, -down)
        left = self._draw_icons(painter, row, inner)
        font, middle = theme.font("small", strong=True), inner.y() + theme.line("small") / 2
        day = elided(row.day_label, font, left - inner.x() - theme.space(2))
        draw_words(painter, day, font=font, color=theme.color("ink2"), at=QPointF(inner.x(), middle))
        self._draw_words(painter, row, inner.adjusted(0, theme.line("small") + theme.size("rowGap"), 0, 0))
        painter.restore()

    def _draw_ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        theme, radius = self._theme, self._theme.size("rowRadius")
        if state & QStyle.StateFlag.State_Selected:
            draw_box(painter, box, radius=radius, fill=theme.color("paper"), line=theme.color("hairline"))
            corners = QPainterPath()
            corners.addRoundedRect(QRectF(box), radius, radius)
            painter.setClipPath(corners)
            painter.fillRect(QRect(box.x(), box.y(), theme.size("rowBar"), box.height()), theme.color("accent"))
            painter.setClipping(False)
        elif state & QStyle.StateFlag.State_MouseOver:
            draw_box(painter, box, radius=radius, fill=theme.color("sunken"))
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            width = theme.stroke("focusRing")
            painter.setPen(QPen(theme.color("focus"), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(width, width, -width, -width), radius - 1, radius - 1)

    def _draw_icons(self, painter: QPainter, row: EntryRow, inner: QRect) -> float:
        """Draw the icons from the right; returns where they begin."""
        theme, side = self._theme, self._theme.scaled("iconInRow")
        x = inner.right() + 1 + theme.size("rowIconGap")
        for element in reversed(row.elements):
            look = theme.element(element)
            x -= side + theme.size("rowIconGap")
            at = QPointF(x, inner.y() + (theme.line("small") - side) / 2)
            draw_icon(painter, theme, look.icon, role=look.color, size=side, at=at)
        return x

    def _draw_words(self, painter: QPainter, row: EntryRow, box: QRect) -> None:
        theme, font = self._theme, self._theme.font("excerpt")
        if row.snippet:
            draw_snippet(painter, theme, row.snippet, box=box)
            return
        words = elided(row.opening, font, box.width())
        at = QPointF(box.x(), box.y() + theme.line("excerpt") / 2)
        draw_words(painter, words, font=font, color=theme.color("ink"), at=at)


class EntryList(KeyboardFocus, QListView):
    """The list: arrows move, Enter opens.

    Signals:
        entry_chosen: another row is current; ask `current`.
        entry_opened: Enter or a double click.
    """

    entry_chosen = Signal()
    entry_opened = Signal()

    def __init__(self, theme: "Theme", *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = EntryListModel(theme, self)
        self.setModel(self.rows)
        self.setItemDelegate(EntryRowDelegate(theme, parent=self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._choose)
        self.activated.connect(self._open)
        self._follow(theme)

    @property
    def current(self) -> EntryRow | None:
        """The current row."""
        index = self.currentIndex()
        return _row(index) if index.isValid() else None

    def set_rows(self, rows: Sequence[EntryRow]) -> None:
        """List these, keeping the current page current if it is still among them."""
        current = self.current
        self.rows.set_rows(rows)
        if current is not None:
            self.choose(current.id)

    def choose(self, entry: UUID) -> None:
        """Make a page current."""
        index = self.rows.place_of(entry)
        if index.isValid():
            self.setCurrentIndex(index)

    def _choose(self) -> None:
        self.entry_chosen.emit()

    def _open(self) -> None:
        self.entry_opened.emit()

    def _retheme(self) -> None:
        super()._retheme()
        self.scheduleDelayedItemsLayout()


def _row(index: Index) -> EntryRow:
    row = index.data(EntryRole.ROW)
    assert isinstance(row, EntryRow)  # noqa: S101  a model without ROW is a mistake of ours
    return row
