"""The timeline as a table: a row for each phrase, a column for each day, week or month that holds anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from heartjournal.ui.critic.timeline.canvas import Shown
from heartjournal.ui.critic.timeline.words import bucket_title, short_date
from heartjournal.ui.widgets import Themed
from heartjournal.ui.translation import translate

if TYPE_CHECKING:
    from datetime import date

    from heartjournal.model.timeline import Axis, Bucket, Lane, Timeline
    from heartjournal.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_FIXED = 4
"""The columns before time: phrase, times, last, kinder line."""


class TimelineModel(QAbstractTableModel):
    """The cells: how many pages a phrase stood in, and "kinder answer" or "kinder line" where there was one."""

    def __init__(self, shown: Shown | None) -> None:
        super().__init__()
        self._shown = shown
        self._lanes: tuple[Lane, ...] = ()
        self._columns: tuple[int, ...] = ()
        self._buckets: tuple[Bucket, ...] = ()
        self._cells: tuple[tuple[str, ...], ...] = ()
        if shown is not None:
            self._fill(shown)

    def _fill(self, shown: Shown) -> None:
        self._lanes = tuple(sorted(shown.timeline.lanes, key=lambda lane: (lane.is_resting, not lane.phrase.is_pinned)))
        cells = [_cells(lane, shown.axis) for lane in self._lanes]
        self._columns = tuple(place for place in range(len(shown.axis.buckets)) if any(row[place] for row in cells))
        self._cells = tuple(tuple(row[place] for place in self._columns) for row in cells)
        self._buckets = tuple(shown.axis.buckets[place] for place in self._columns)

    def lane(self, row: int) -> Lane:
        """The lane of a row."""
        return self._lanes[row]

    def bucket(self, column: int) -> Bucket | None:
        """The days of a column; None for those before time."""
        return self._buckets[column - _FIXED] if column >= _FIXED else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """One for each phrase."""
        return 0 if parent.isValid() else len(self._lanes)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Phrase, times, last, kinder line, and what holds anything."""
        return 0 if parent.isValid() else _FIXED + len(self._buckets)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell."""
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() >= _FIXED:
            return Qt.AlignmentFlag.AlignCenter
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole} or self._shown is None:
            return None
        lane, column = self._lanes[index.row()], index.column()
        if column >= _FIXED:
            return self._cells[index.row()][column - _FIXED]
        last = short_date(lane.last_on, today=self._shown.today) if lane.last_on else ""
        kinder = lane.reframes[-1].words if lane.reframes else ""
        return (self._words(lane), QLocale().toString(lane.times), last, kinder)[column]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal or self._shown is None:
            return None
        if section >= _FIXED:
            return bucket_title(self._buckets[section - _FIXED], self._shown.axis.unit, today=self._shown.today)
        return (self.tr("Phrase"), self.tr("Times"), self.tr("Last"), self.tr("Kinder line"))[section]

    def _words(self, lane: Lane) -> str:
        return self.tr("%1 (resting)").replace("%1", lane.phrase.words) if lane.is_resting else lane.phrase.words


class TimelineTable(Themed, QTableView):
    """The same as the timeline, in words and numbers.

    Signals:
        phrase_wanted(UUID): Enter or a double press in a row.
    """

    phrase_wanted = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = TimelineModel(None)
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
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionsClickable(False)
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
        self.phrase_wanted.emit(self._model.lane(index.row()).phrase.id)

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
            self.setColumnWidth(column, wide if column in {0, _FIXED - 1} else self._narrow(column))
        self.resizeRowsToContents()

    def _narrow(self, column: int) -> int:
        hint = self.sizeHintForColumn(column)
        return max(hint, self.horizontalHeader().sectionSizeHint(column)) + self._theme.space(2)

    def _retheme(self) -> None:
        theme = self._theme
        self.setFont(theme.font("compact"))
        self.horizontalHeader().setFont(theme.font("small"))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.color("paper"))
        palette.setColor(QPalette.ColorRole.Text, theme.color("ink"))
        palette.setColor(QPalette.ColorRole.Button, theme.color("paper"))
        palette.setColor(QPalette.ColorRole.ButtonText, theme.color("ink2"))
        self.setPalette(palette)
        self.verticalHeader().setMinimumSectionSize(theme.size("minTarget"))
        self._fit()
        super()._retheme()


def _cells(lane: Lane, axis: Axis) -> list[str]:
    """One text for each bucket, empty where nothing stood."""
    marks, answers = axis.filled(lane.marks), axis.filled(lane.answers)
    lines = {axis.place(reframe.written_on) for reframe in lane.reframes}
    cells = []
    for place, bucket in enumerate(marks):
        parts = [QLocale().toString(bucket.count)] if bucket.count else []
        if answers[place].count:
            parts.append(translate("timeline", "kinder answer"))
        if place in lines:
            parts.append(translate("timeline", "kinder line"))
        cells.append(", ".join(parts))
    return cells
