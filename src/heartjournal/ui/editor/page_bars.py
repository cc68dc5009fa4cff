"""The bars above and below the page: the way out and the saved state, the steps and the way to grounding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from heartjournal.model.journal_day import journal_day
from heartjournal.ui.dates import dated_day, page_title
from heartjournal.ui.widgets import (
    Button,
    ButtonKind,
    Ground,
    IconButton,
    Pressable,
    SavedState,
    SaveState,
    SectionStepper,
    Separator,
    TextLabel,
)
from heartjournal.ui.widgets.painting import draw_icon, draw_words, painter_on, width_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from heartjournal.model.clock import Moment
    from heartjournal.model.entry import Draft
    from heartjournal.model.practice_run import Part
    from heartjournal.ui.theme import Theme


class TopBar(QWidget):
    """Leave the page, the date, whether it is saved, and a menu.

    Attributes:
        left: Leave the page was pressed.
        menu_wanted: the page's menu is to open.
        too_much: the way to grounding was taken, which is here where the bar below has no room for it.
    """

    left = Signal()
    menu_wanted = Signal()
    too_much = Signal()

    def __init__(
        self, theme: Theme, *, leave_words: str = "", has_way_out: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        words = leave_words or self.tr("Leave the page")
        leave = Button(theme, words, kind=ButtonKind.QUIET, small=True, icon="arrow-left")
        leave.clicked.connect(self.left)
        self.title = TextLabel(theme, style="reading", wrap=True)
        self.title.set_most_lines(1)
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.menu_button = IconButton(theme, "ellipsis", self.tr("Page options"), small=True)
        self.menu_button.clicked.connect(self.menu_wanted)
        self._state: SavedState | None = None
        left, right = Side(theme.size("editorBarSide")), Side(theme.size("editorBarSide"))
        self._sides = left, right
        left.row.addWidget(leave)
        left.row.addStretch()
        self._right = right.row
        self._right.addStretch(1)
        if has_way_out:
            way_out = IconButton(theme, "anchor", self.tr("Too much right now"), small=True)
            way_out.clicked.connect(self.too_much)
            self._right.addWidget(way_out)
        self._right.addWidget(self.menu_button)
        self._right.setSpacing(theme.space(2) if has_way_out else theme.space(4))
        row = QHBoxLayout(self)
        padding = theme.size("barPadding")
        row.setContentsMargins(padding, 0, padding, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(self.title, 1)
        row.addWidget(right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The title stands in the middle of the window, unless it has room only in the middle of what is left."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        least = self._theme.size("editorBarSide")
        widest = max(least, *(side.row.sizeHint().width() for side in self._sides))
        room = self.width() - 2 * self._theme.size("barPadding") - 2 * widest
        is_middle = self.title.sizeHint().width() <= room
        for side in self._sides:
            side.setMinimumWidth(least if is_middle else 0)

    def begin(self, title: str, *, keeps: bool) -> None:
        """Show the title of a page that nothing has been said of yet."""
        self.title.setText(title)
        self.title.setToolTip(title)
        if self._state is not None:
            self._right.removeWidget(self._state)
            self._state.hide()
            self._state.deleteLater()
        self._state = SavedState(self._theme) if keeps else None
        if self._state is not None:
            self._right.insertWidget(1, self._state, 0, Qt.AlignmentFlag.AlignVCenter)
        self._fit()

    def say(self, state: SaveState) -> None:
        """Say whether the page is saved."""
        if self._state is not None:
            self._state.set_state(state)

    @property
    def said(self) -> SaveState | None:
        """What is said now."""
        return self._state.shown if self._state else None


class BottomBar(Ground):
    """Grounding at the left, the steps in the middle, closing at the right.

    Attributes:
        too_much: the way to grounding was taken.
        closed: Close the page was pressed.
        step_chosen: a step was pressed; carries its place.
    """

    too_much = Signal()
    closed = Signal()
    step_chosen = Signal(int)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "paper", parent=parent)
        self._theme = theme
        self._too_much = QuietAction(theme, self.tr("Too much right now"), icon="anchor")
        self._too_much.clicked.connect(self.too_much)
        close = Button(theme, self.tr("Close the page"))
        close.clicked.connect(self.closed)
        self._stepper: SectionStepper | None = None
        self._middle = QHBoxLayout()
        left, right = Side(theme.size("editorBottomSide")), Side(theme.size("editorBottomSide"))
        self._sides = left, right
        left.row.addWidget(self._too_much)
        left.row.addStretch()
        right.row.addStretch()
        right.row.addWidget(close)
        row = QHBoxLayout()
        padding = theme.size("barPadding")
        row.setContentsMargins(padding, 0, padding, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addStretch()
        row.addLayout(self._middle)
        row.addStretch()
        row.addWidget(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Separator(theme))
        column.addLayout(row, 1)

    @property
    def stepper(self) -> SectionStepper | None:
        """The steps of the page shown; None where there is only one."""
        return self._stepper

    def show_steps(self, parts: tuple[Part, ...]) -> None:
        """Show a mark for each part of a page; none where there is only one."""
        if self._stepper is not None:
            self._middle.removeWidget(self._stepper)
            self._stepper.hide()
            self._stepper.deleteLater()
            self._stepper = None
        if len(parts) > 1:
            self._stepper = SectionStepper(self._theme, [(part.section.element, part.word) for part in parts])
            self._stepper.step_chosen.connect(lambda chosen: self.step_chosen.emit(chosen.index))
            self._middle.addWidget(self._stepper)

    def show_current(self, place: int) -> None:
        """Underline one step."""
        if self._stepper is not None:
            self._stepper.set_current(place)
            self._fit()

    def set_narrow(self, *, narrow: bool) -> None:
        """In a narrow window only the current step keeps its word."""
        if self._stepper is not None:
            self._stepper.set_short(narrow)
        self._fit()

    def set_way_out(self, *, shown: bool) -> None:
        """Leave the way to grounding to something plainer while that is shown."""
        self._too_much.setVisible(shown)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The words beside the anchor go first where the steps leave them no room; their icon and name stay."""
        self._too_much.set_short(short=False)
        least = self._theme.size("editorBottomSide")
        ends = [max(least, side.row.sizeHint().width()) for side in self._sides]
        steps = self._stepper.sizeHint().width() if self._stepper is not None else 0
        lacks = sum(ends) + steps > self.width() - 2 * self._theme.size("barPadding")
        self._too_much.set_short(short=lacks)
        for side in self._sides:
            side.setMinimumWidth(0 if lacks else least)


class QuietAction(Pressable, QPushButton):
    """Small words with an icon, as quiet as an action can be."""

    def __init__(self, theme: Theme, text: str, *, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._is_short = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._follow(theme)

    def set_short(self, *, short: bool) -> None:
        """Show the icon alone; the words are its tool tip and stay its name."""
        if short != self._is_short:
            self._is_short = short
            self.setToolTip(self.text() if short else "")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Icon and words, as high as the least target."""
        width = self._side() + self._theme.size("stepGap") + width_of(self.text(), self.font())
        if self._is_short:
            width = max(self._side(), self._theme.size("minTarget"))
        return QSize(width, max(self._theme.size("minTarget"), self._theme.line("small")))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon and words, darker while pointed at."""
        painter, theme, middle = painter_on(self), self._theme, self.height() / 2
        role, side = "ink" if self._hovered else "ink2", self._side()
        draw_icon(painter, theme, self._icon, role=role, size=side, at=QPointF(0, middle - side / 2))
        if self._is_short:
            return
        at = QPointF(side + theme.size("stepGap"), middle)
        draw_words(painter, self.text(), font=self.font(), color=theme.color(role), at=at)

    def _side(self) -> int:
        return self._theme.scaled("iconInRow")

    def _retheme(self) -> None:
        self.setFont(self._theme.font("small"))
        super()._retheme()


class Side(QWidget):
    """One end of a bar; both ends are at least as wide, so that what is between them stands in the middle."""

    def __init__(self, least: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(least)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)


def title_of(draft: Draft, *, now: Moment) -> str:
    """The day, its part and the date; only the date, with its year, for a page of another year or without a time."""
    today = journal_day(now)
    if draft.happened_at is None or draft.day.year != today.year:
        return dated_day(draft.day, today=today)
    return page_title(draft.happened_at, draft.day)
