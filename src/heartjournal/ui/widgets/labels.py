"""Words on a screen: labels with the design's line heights, notes with an icon, hairlines and the mark."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from heartjournal.ui.widgets.painting import draw_icon, painter_on
from heartjournal.ui.widgets.themed import Themed

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme

_UNBOUND = 100_000
_TAILS = "gjpqyQ"


class TextLabel(Themed, QLabel):
    """Plain words in a type style and a colour role, on that style's lines; breaks them where `wrap` is set.

    Use `setText` as on any label. `most_lines` cuts longer words with an ellipsis.
    """

    def __init__(  # noqa: PLR0913  each is a plain property of a label and named where it is used
        self,
        theme: "Theme",
        text: str = "",
        *,
        style: str = "body",
        role: str = "ink",
        wrap: bool = False,
        strong: bool = False,
        italic: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._role = role
        self._strong = strong
        self._italic = italic
        self._most_lines = 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wrap)
        policy = self.sizePolicy()
        policy.setHeightForWidth(wrap)
        policy.setVerticalPolicy(QSizePolicy.Policy.Fixed if not wrap else QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)
        self._follow(theme)

    def set_role(self, role: str, *, strong: bool | None = None) -> None:
        """Change the colour, and the weight if it is named."""
        self._role = role
        self._strong = self._strong if strong is None else strong
        self._retheme()

    def set_most_lines(self, lines: int) -> None:
        """Cut after so many lines with an ellipsis; 0 for never."""
        self._most_lines = lines
        self._retheme()

    def baseline(self) -> int:
        """How far below its top the first line stands, in pixels; to set words of another size on the same line."""
        return round(self._drop(self._theme.line(self._style)))

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped words."""
        return len(self._lines(width)) * self._theme.line(self._style) if self.wordWrap() else -1

    def sizeHint(self) -> QSize:
        """One line, or a column of about sixty characters where it wraps."""
        natural = round(self.fontMetrics().horizontalAdvance(self.text()) + 1.5)
        if not self.wordWrap():
            return QSize(natural, self._theme.line(self._style) * (self.text().count("\n") + 1))
        width = min(natural, self.fontMetrics().averageCharWidth() * 60)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Wrapping words may become a narrow column; others keep their line."""
        if not self.wordWrap():
            return self.sizeHint()
        return QSize(self.fontMetrics().averageCharWidth() * 8, self._theme.line(self._style))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw each line in the middle of its own height."""
        if self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self._theme.color(self._role if self.isEnabled() else "ink3"))
        painter.setFont(self.font())
        lines, height = self._lines(self.width()), self._theme.line(self._style)
        top = self._top(len(lines) * height) + self._drop(height)
        for index, line in enumerate(lines):
            painter.drawText(QPointF(self._left(line), round(top + index * height)), line)

    def _drop(self, height: int) -> float:
        """How far below the top of its line the words stand, so that no tail of a letter is cut."""
        metrics = self.fontMetrics()
        middle = (height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        return min(middle, height - metrics.tightBoundingRect(_TAILS).bottom() - 1)

    def _top(self, height: int) -> int:
        if self.alignment() & Qt.AlignmentFlag.AlignTop:
            return 0
        return (self.height() - height) // 2

    def _left(self, line: str) -> float:
        spare = self.width() - self.fontMetrics().horizontalAdvance(line)
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return spare / 2
        is_right = bool(self.alignment() & Qt.AlignmentFlag.AlignRight)
        return spare if is_right != (self.layoutDirection() == Qt.LayoutDirection.RightToLeft) else 0

    def _lines(self, width: int) -> list[str]:
        bound = width if self.wordWrap() else _UNBOUND
        lines = [line for paragraph in self.text().split("\n") for line in self._broken(paragraph, bound)]
        if not self._most_lines or len(lines) <= self._most_lines:
            return lines
        kept = lines[: self._most_lines]
        rest = " ".join([kept[-1].rstrip(), *lines[self._most_lines :]])
        return [*kept[:-1], self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, width)]

    def _broken(self, paragraph: str, width: int) -> list[str]:
        layout = QTextLayout(paragraph, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        # QTextLayout counts UTF-16; cutting there keeps its positions true beside emoji.
        units = paragraph.encode("utf-16-le")
        lines: list[str] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            start, length = line.textStart(), line.textLength()
            lines.append(units[2 * start : 2 * (start + length)].decode("utf-16-le", "replace").rstrip())
        layout.endLayout()
        return lines or [""]

    def _retheme(self) -> None:
        self.setFont(self._theme.font(self._style, strong=self._strong, italic=self._italic))
        palette = self.palette()
        palette.setColor(self.foregroundRole(), self._theme.color(self._role))
        self.setPalette(palette)
        super()._retheme()


class IconLabel(Themed, QWidget):
    """A picture of an icon. `name` is what a screen reader says and the tool tip; "" for decoration."""

    def __init__(
        self,
        theme: "Theme",
        icon: str,
        *,
        role: str = "ink2",
        size: int = 0,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._role = role
        self._size = size
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._follow(theme)

    def set_icon(self, icon: str, *, role: str) -> None:
        """Show another icon, or the same in another colour."""
        self._icon = icon
        self._role = role
        self.update()

    def sizeHint(self) -> QSize:
        """The icon, grown with the text."""
        return QSize(self._side(), self._side())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        at = QPointF((self.width() - self._side()) / 2, (self.height() - self._side()) / 2)
        draw_icon(painter_on(self), self._theme, self._icon, role=self._role, size=self._side(), at=at)

    def _side(self) -> int:
        return round((self._size or self._theme.size("icon")) * self._theme.text_scale)


class Note(Themed, QWidget):
    """A small quiet line with an icon before it: a note below a field, "Kept on this computer"."""

    def __init__(
        self, theme: "Theme", text: str = "", *, icon: str = "", role: str = "ink3", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.picture = IconLabel(theme, icon or "info", role=role, size=theme.size("iconSmall"))
        self.label = TextLabel(theme, text, style="small", role=role, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("noteGap"))
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)
        self.picture.setVisible(bool(icon))
        self._follow(theme)

    def text(self) -> str:
        """The words."""
        return self.label.text()

    def say(self, text: str, *, icon: str = "", role: str = "ink3") -> None:
        """Show other words, with or without an icon, in a colour role."""
        self.label.setText(text)
        self.label.set_role(role)
        self.picture.setVisible(bool(icon))
        if icon:
            self.picture.set_icon(icon, role=role)
        self.updateGeometry()

    def _retheme(self) -> None:
        self.picture.setFixedHeight(self._theme.line("small"))
        super()._retheme()


class Separator(Themed, QFrame):
    """A hairline, lying or standing."""

    def __init__(self, theme: "Theme", *, standing: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        thickness = round(theme.stroke("hairline"))
        if standing:
            self.setFixedWidth(thickness)
        else:
            self.setFixedHeight(thickness)
        self._follow(theme)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        QPainter(self).fillRect(self.rect(), self._theme.color("hairline"))


class AppMark(IconLabel):
    """The product’s own mark: a lamp’s light over two lines. `size` 0 is that of a large icon."""

    def __init__(self, theme: "Theme", *, size: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(theme, "app-mark", role="ink", size=size or theme.size("iconLarge"), parent=parent)
