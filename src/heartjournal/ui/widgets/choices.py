"""Choices that are on or off: check box, radio button, toggle, and the select."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QComboBox, QListView, QRadioButton, QSizePolicy, QWidget

from heartjournal.ui.widgets.buttons import Pressable
from heartjournal.ui.widgets.focus_ring import KeyboardFocus
from heartjournal.ui.widgets.painting import draw_box, draw_icon, draw_words, elided, painter_on, width_of

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme


class _Marked(Pressable):
    """A mark with words after it; the ring goes round the mark and the words."""

    def _begin(self, theme: "Theme", text: str) -> None:
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._follow(theme)

    def sizeHint(self) -> QSize:
        """The mark, a gap and the words; at least the least target high."""
        words = width_of(self._said(), self.font()) if self._said() else 0
        gap = self._theme.size("choiceGap") if words else 0
        height = max(self._theme.size("minTarget"), self._mark_size().height(), self._theme.line("body"))
        return QSize(self._mark_size().width() + gap + words, height)

    def hitButton(self, place: object) -> bool:  # noqa: ARG002  Qt asks with a point
        """The words belong to the mark."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark, then the words."""
        painter = painter_on(self)
        box = self._ring_place()
        self._draw_mark(painter, box)
        at = QPointF(box.right() + 1 + self._theme.size("choiceGap"), self.height() / 2)
        color = self._theme.color("ink" if self.isEnabled() else "ink3")
        draw_words(painter, self._said(), font=self.font(), color=color, at=at)

    def _said(self) -> str:
        return self.text()

    def _mark_size(self) -> QSize:
        side = self._theme.scaled("checkbox")
        return QSize(side, side)

    def _draw_mark(self, painter: QPainter, box: QRect) -> None:
        raise NotImplementedError

    def _line(self) -> str:
        if not self.isEnabled():
            return "hairline"
        return "accent" if self.isChecked() else "control"

    def _rest_fill(self) -> str:
        return "sunken" if self._hovered or self.isDown() or not self.isEnabled() else "raised"

    def _ring_place(self) -> QRect:
        size = self._mark_size()
        return QRect(0, (self.height() - size.height()) // 2, size.width(), size.height())

    def _ring_radius(self) -> float:
        return self._theme.radius("checkbox")

    def _retheme(self) -> None:
        self.setFont(self._theme.font("body"))
        super()._retheme()


class CheckBox(_Marked, QCheckBox):
    """A square with a check. Signals: `toggled`."""

    def __init__(self, theme: "Theme", text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begin(theme, text)

    def _draw_mark(self, painter: QPainter, box: QRect) -> None:
        theme, on = self._theme, self.isChecked()
        fill = ("accent" if self.isEnabled() else "hairline") if on else self._rest_fill()
        line = theme.color(self._line())
        draw_box(painter, box, radius=theme.radius("checkbox"), fill=theme.color(fill), line=line)
        if on:
            side = theme.scaled("checkMark")
            at = QPointF(box.x() + (box.width() - side) / 2, box.y() + (box.height() - side) / 2)
            role = "onAccent" if self.isEnabled() else "ink3"
            draw_icon(painter, theme, "check", role=role, size=side, at=at)


class RadioButton(_Marked, QRadioButton):
    """A round with a dot; siblings exclude each other. Signals: `toggled`."""

    def _ring_radius(self) -> float:
        return self._theme.scaled("checkbox") / 2

    def __init__(self, theme: "Theme", text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begin(theme, text)

    def _draw_mark(self, painter: QPainter, box: QRect) -> None:
        theme = self._theme
        line = theme.color(self._line())
        draw_box(painter, box, radius=box.height() / 2, fill=theme.color(self._rest_fill()), line=line)
        if self.isChecked():
            inset = (box.width() - theme.scaled("radioDot")) // 2
            dot = box.adjusted(inset, inset, -inset, -inset)
            fill = theme.color("accent" if self.isEnabled() else "ink3")
            draw_box(painter, dot, radius=dot.height() / 2, fill=fill)


class Toggle(_Marked, QCheckBox):
    """A switch with On or Off beside it; `name` says what is switched. `word_first` puts the word before it."""

    def __init__(self, theme: "Theme", name: str, *, word_first: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word_first = word_first
        self.setAccessibleName(name)
        self._begin(theme, "")

    def sizeHint(self) -> QSize:
        """Wide enough for either word, so that nothing moves."""
        words = max(width_of(word, self.font()) for word in (self.tr("On"), self.tr("Off")))
        width = self._mark_size().width() + self._theme.size("choiceGap") + words
        return QSize(width, max(self._theme.size("minTarget"), self._theme.line("body")))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the switch on the side asked for."""
        if not self._word_first:
            super().paintEvent(event)
            return
        painter = painter_on(self)
        box = self._ring_place()
        self._draw_mark(painter, box)
        x = box.x() - self._theme.size("choiceGap") - width_of(self._said(), self.font())
        color = self._theme.color("ink2" if self.isEnabled() else "ink3")
        draw_words(painter, self._said(), font=self.font(), color=color, at=QPointF(x, self.height() / 2))

    def _ring_place(self) -> QRect:
        place = super()._ring_place()
        if self._word_first:
            place.moveRight(self.width() - 1)
        return place

    def _ring_radius(self) -> float:
        return self._theme.size("toggleHeight") / 2

    def _said(self) -> str:
        return self.tr("On") if self.isChecked() else self.tr("Off")

    def _mark_size(self) -> QSize:
        return QSize(self._theme.size("toggleWidth"), self._theme.size("toggleHeight"))

    def _draw_mark(self, painter: QPainter, box: QRect) -> None:
        theme, on = self._theme, self.isChecked()
        fill = ("accent" if self.isEnabled() else "hairline") if on else "sunken"
        draw_box(painter, box, radius=box.height() / 2, fill=theme.color(fill), line=theme.color(self._line()))
        knob, inset = theme.size("toggleKnob"), theme.size("toggleInset") + 1
        left = box.right() + 1 - inset - knob if on else box.x() + inset
        dot = QRect(left, box.y() + (box.height() - knob) // 2, knob, knob)
        role = ("onAccent" if on else "control") if self.isEnabled() else "ink3"
        draw_box(painter, dot, radius=knob / 2, fill=theme.color(role))

    def _retheme(self) -> None:
        super()._retheme()
        self.setFont(self._theme.font("small" if self._word_first else "body"))


class Select(KeyboardFocus, QComboBox):
    """One of several words, chosen from a list that opens. `name` is its accessible name."""

    def __init__(
        self,
        theme: "Theme",
        name: str,
        *,
        options: Sequence[str] = (),
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._small = small
        self.setAccessibleName(name)
        self.setView(QListView())
        self.addItems(list(options))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._follow(theme)

    def sizeHint(self) -> QSize:
        """Wide enough for its longest word."""
        words = max((width_of(self.itemText(i), self.font()) for i in range(self.count())), default=0)
        theme = self._theme
        width = theme.size("fieldPadding") + words + theme.size("buttonGap") + self._chevron() + theme.size("fieldGap")
        return QSize(width + 2, theme.grown("selectSmall" if self._small else "select", "body"))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, word and chevron."""
        painter = painter_on(self)
        theme, enabled = self._theme, self.isEnabled()
        fill = theme.color("sunken" if self.underMouse() or not enabled else "raised")
        line = theme.color("control" if enabled else "hairline")
        draw_box(painter, self.rect(), radius=theme.radius("control"), fill=fill, line=line)
        side, middle, ink = self._chevron(), self.height() / 2, "ink" if enabled else "ink3"
        right = self.width() - theme.size("fieldGap") - side
        left = theme.size("fieldPadding") + 1
        words = elided(self.currentText(), self.font(), right - left - theme.size("buttonGap") + 2)
        draw_words(painter, words, font=self.font(), color=theme.color(ink), at=QPointF(left, middle))
        draw_icon(painter, theme, "chevron-down", role=ink, size=side, at=QPointF(right, middle - side / 2))

    def _chevron(self) -> int:
        return self._theme.scaled("iconSmall")

    def _retheme(self) -> None:
        self.setFont(self._theme.font("body"))
        view = self.view()
        view.setFont(self._theme.font("body"))
        palette = view.palette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.color("raised"))
        view.setPalette(palette)
        super()._retheme()
