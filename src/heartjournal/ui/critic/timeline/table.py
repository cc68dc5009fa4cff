"""The timeline as a table: how many pages there were, then a row for each phrase, by day, week or month."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from heartjournal.model.timeline import DayCount
from heartjournal.ui.critic.timeline.canvas import Shown
from heartjournal.ui.critic.timeline.words import bucket_title, figures, short_date
from heartjournal.ui.translation import translate
from heartjournal.ui.widgets import Ground, Themed
from heartjournal.ui.widgets.painting import draw_box, width_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from heartjournal.model.timeline import Axis, Bucket, Lane, Timeline
    from heartjournal.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_WRAPPED = int(Qt.TextFlag.TextWordWrap)
_FIXED = 4
"""The columns before time: phrase, times, last, kinder line."""
_PAGES_ROWS = 1
"""The rows before the phrases: how many pages there were."""


class TimelineModel(QAbstractTableModel):
    """The cells: how many pages a phrase stood in, and "kinder answer" or "kinder line" where there was one.

    The first row holds how many pages there were of any kind: nothing where nothing was written, so that such a time
    is not taken for a quiet one. A time without pages and without anything of a phrase has no column.
    """

    def __init__(self, shown: Shown | None) -> None:
        super().__init__()
        self._shown = shown
        self._lanes: tuple[Lane, ...] = ()
        self._columns: tuple[int, ...] = ()
        self._buckets: tuple[Bucket, ...] = ()
        self._cells: tuple[dict[int, str], ...] = ()
        if shown is not None:
            self._fill(shown)

    def _fill(self, shown: Shown) -> None:
        self._lanes = shown.timeline.lanes
        said = cache(figures)  # the same few numbers stand in thousands of cells
        pages = {place: said(count) for place, count in shown.axis.sums(shown.timeline.pages).items() if count}
        self._cells = (pages, *(_cells(lane, shown.axis, said) for lane in self._lanes))
        self._columns = tuple(sorted({place for row in self._cells for place in row}))
        self._buckets = tuple(shown.axis.buckets[place] for place in self._columns)

    def lane(self, row: int) -> Lane | None:
        """The lane of a row; None for the pages."""
        return self._lanes[row - _PAGES_ROWS] if row >= _PAGES_ROWS else None

    def bucket(self, column: int) -> Bucket | None:
        """The days of a column; None for those before time."""
        return self._buckets[column - _FIXED] if column >= _FIXED else None

    def texts(self, column: int) -> frozenset[str]:
        """Every different text of a column: far fewer than cells, once there are years of them."""
        if column >= _FIXED:
            return frozenset(row.get(self._columns[column - _FIXED], "") for row in self._cells)
        return frozenset(str(self.index(row, column).data()) for row in range(self.rowCount()))

    def written(self, row: int) -> tuple[str, str]:
        """What stands in the columns of a person's own words."""
        return str(self.index(row, 0).data()), str(self.index(row, _FIXED - 1).data())

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """The pages, and one for each phrase."""
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Phrase, times, last, kinder line, and what holds anything."""
        return 0 if parent.isValid() else _FIXED + len(self._buckets)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole} or self._shown is None:
            return None
        lane, column = self.lane(index.row()), index.column()
        if column >= _FIXED:
            return self._cells[index.row()].get(self._columns[column - _FIXED], "")
        if lane is None:
            return "" if column else self.tr("Pages")
        last = short_date(lane.last_on, today=self._shown.today) if lane.last_on else ""
        kinder = lane.reframes[-1].words if lane.reframes else ""
        return (self._words(lane), figures(lane.times), last, kinder)[column]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal or self._shown is None:
            return None
        if section >= _FIXED:
            return bucket_title(self._buckets[section - _FIXED], self._shown.axis.unit, today=self._shown.today)
        return (self.tr("Phrase"), self.tr("Times"), self.tr("Last"), self.tr("Kinder line"))[section]

    def _words(self, lane: Lane) -> str:
        return self.tr("%1 (resting)").replace("%1", lane.phrase.words) if lane.is_resting else lane.phrase.words


class _Head(Themed, QHeaderView):
    """The names of the columns on a flat ground."""

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self._follow(theme)

    def sectionSizeFromContents(self, section: int) -> QSize:
        """The words and what is left round them."""
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        sizes = self._theme.tokens.timeline.sizes
        height = round(sizes["head"] * self._theme.text_scale)
        return QSize(width_of(words, self._theme.font("small")) + 2 * self._theme.space(3), height)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw a name, and the hairline below it."""
        theme = self._theme
        painter.fillRect(rect, theme.color("paper"))
        line = round(theme.stroke("hairline"))
        painter.fillRect(rect.x(), rect.bottom() + 1 - line, rect.width(), line, theme.color("hairline"))
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("ink3"))
        painter.drawText(rect.adjusted(theme.space(3), 0, 0, 0), _side(section), words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill what lies beyond the last column too."""
        QPainter(self.viewport()).fillRect(event.rect(), self._theme.color("paper"))
        super().paintEvent(event)


class _Cell(QStyledItemDelegate):
    """A cell: words in serif for what a person wrote, a hairline below, a ring where the keyboard is."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(table)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw it."""
        theme, column = self._theme, index.column()
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        line = round(theme.stroke("hairline"))
        painter.fillRect(box.x(), box.bottom() + 1 - line, box.width(), line, theme.color("hairline"))
        if state & QStyle.StateFlag.State_HasFocus:
            width = theme.stroke("focusRing")
            draw_box(painter, box, radius=0, line=theme.color("focus"), width=width)
        is_written = _is_written(column) and index.row() >= _PAGES_ROWS
        painter.setFont(_font(theme, column) if is_written else theme.font("small"))
        painter.setPen(theme.color("ink2" if not is_written else "ink" if column == 0 else "kindness"))
        inner = box.adjusted(theme.space(3), 0, -theme.space(3), 0)
        painter.drawText(inner, _side(column) | Qt.TextFlag.TextWordWrap, str(index.data() or ""))


def _font(theme: Theme, column: int) -> QFont:
    if _is_written(column):
        return theme.font("excerpt", italic=column == _FIXED - 1)
    return theme.font("small")


def _is_written(column: int) -> bool:
    """Whether a column holds a person's own words."""
    return column in {0, _FIXED - 1}


def _side(column: int) -> Qt.AlignmentFlag:
    level = Qt.AlignmentFlag.AlignVCenter
    return level | (Qt.AlignmentFlag.AlignHCenter if column >= _FIXED else Qt.AlignmentFlag.AlignLeft)


class TimelineTable(Themed, QTableView):
    """The same as the timeline, in words and numbers.

    Signals:
        phrase_wanted(UUID): Enter or a double press in a row.
    """

    phrase_wanted = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = TimelineModel(None)
        self.setHorizontalHeader(_Head(theme, parent=self))
        self.setCornerWidget(Ground(theme, "paper"))
        self.setItemDelegate(_Cell(theme, self))
        self.setModel(self._model)
        self.setAccessibleName(self.tr("Your phrases as a table"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.doubleClicked.connect(self._open)
        self._follow(theme)

    def show_timeline(self, timeline: Timeline, *, axis: Axis, today: date) -> None:
        """Show these lanes on this axis."""
        self._take(TimelineModel(Shown(timeline, axis, today)))

    def forget(self) -> None:
        """Drop every word."""
        self._take(TimelineModel(None))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the phrase of the row."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin in the first cell."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 0))

    def _open(self, index: QModelIndex) -> None:
        lane = self._model.lane(index.row())
        if lane is not None:
            self.phrase_wanted.emit(lane.phrase.id)

    def _take(self, model: TimelineModel) -> None:
        before, self._model = self._model, model
        self.setModel(model)
        before.deleteLater()
        self._fit()

    def _fit(self) -> None:
        theme, sizes = self._theme, self._theme.tokens.timeline.sizes
        scale = theme.text_scale
        wide = round(sizes["labelColumn"] * scale)
        for column in range(self._model.columnCount()):
            self.setColumnWidth(column, wide if _is_written(column) else self._narrow(column))
        # Only a person's own words need more than a line; to ask every cell took a second with years of them.
        fonts = [QFontMetrics(_font(theme, column)) for column in (0, _FIXED - 1)]
        box = QRect(0, 0, wide - 2 * theme.space(3), theme.size("unbounded"))
        for row in range(self._model.rowCount()):
            words = zip(fonts, self._model.written(row), strict=True)
            height = max(font.boundingRect(box, _WRAPPED, text).height() for font, text in words)
            self.setRowHeight(row, max(height + 2 * theme.space(2), theme.size("minTarget")))

    def _narrow(self, column: int) -> int:
        font = _font(self._theme, column)
        hint = max((width_of(text, font) for text in self._model.texts(column)), default=0) + 2 * self._theme.space(3)
        return max(hint, self.horizontalHeader().sectionSizeHint(column)) + self._theme.space(2)

    def _retheme(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.color("paper"))
        self.setPalette(palette)
        self.verticalHeader().setMinimumSectionSize(self._theme.size("minTarget"))
        self._fit()
        super()._retheme()


def _cells(lane: Lane, axis: Axis, said: Callable[[int], str]) -> dict[int, str]:
    """One text for each bucket in which anything stood."""
    parts = {place: [said(count)] for place, count in axis.sums(lane.marks).items()}
    for place in axis.sums(lane.answers):
        parts.setdefault(place, []).append(translate("timeline", "kinder answer"))
    for place in axis.sums(DayCount(reframe.written_on, 1) for reframe in lane.reframes):
        parts.setdefault(place, []).append(translate("timeline", "kinder line"))
    return {place: ", ".join(texts) for place, texts in parts.items()}
