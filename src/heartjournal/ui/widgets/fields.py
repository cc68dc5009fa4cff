"""Fields to type in: with a label above, a note below, and an end piece for search keys or Show."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from heartjournal.ui.widgets.buttons import Button, ButtonKind
from heartjournal.ui.widgets.focus_ring import KeyboardFocus
from heartjournal.ui.widgets.labels import Note, TextLabel
from heartjournal.ui.widgets.painting import draw_box, draw_icon, draw_words, painter_on, width_of

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme


class FieldLine(KeyboardFocus, QLineEdit):
    """The box and its words. Ringed whenever it has the focus. `icon` stands before the words, `keys` after."""

    _always_ringed = True

    def __init__(self, theme: "Theme", *, compact: bool, style: str, icon: str = "", keys: str = "") -> None:
        super().__init__()
        self._compact = compact
        self._style = style
        self._icon = icon
        self._keys = keys
        self._end: QWidget | None = None
        self.setFrame(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._follow(theme)

    def set_end(self, end: QWidget) -> None:
        """Put a small widget at the end of the box; it becomes a child."""
        self._end = end
        end.setParent(self)
        self._retheme()

    def sizeHint(self) -> QSize:
        """The field's height, grown with the text."""
        height = self._theme.grown("fieldCompact" if self._compact else "field", "body")
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """May become narrow, never low."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, the icon and the keys, then let Qt draw the words."""
        painter = painter_on(self)
        fill = "raised" if self.hasFocus() or self.has_ring() or (self.underMouse() and self.isEnabled()) else "sunken"
        line = self._theme.color("control" if self.isEnabled() else "hairline")
        draw_box(painter, self.rect(), radius=self._ring_radius(), fill=self._theme.color(fill), line=line)
        middle = self.height() / 2
        if self._icon:
            size = self._theme.scaled("icon")
            at = QPointF(self._theme.size("fieldPadding"), middle - size / 2)
            draw_icon(painter, self._theme, self._icon, role="ink2", size=size, at=at)
        if self._keys and not self.text():
            font = self._theme.font("small")
            at = QPointF(self.width() - self._theme.size("fieldPadding") - width_of(self._keys, font), middle)
            draw_words(painter, self._keys, font=font, color=self._theme.color("ink3"), at=at)
        painter.end()
        super().paintEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the hover state."""
        super().enterEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the end piece at the end."""
        super().resizeEvent(event)
        self._place_end()

    def _place_end(self) -> None:
        if self._end is not None:
            hint = self._end.sizeHint()
            left = self.width() - hint.width() - self._theme.size("fieldEnd")
            self._end.setGeometry(left, (self.height() - hint.height()) // 2, hint.width(), hint.height())

    def _retheme(self) -> None:
        self.setFont(self._theme.font(self._style))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        palette.setColor(QPalette.ColorRole.Text, self._theme.color("ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, self._theme.color("ink3"))
        palette.setColor(QPalette.ColorRole.Highlight, self._theme.color("accent"))
        palette.setColor(QPalette.ColorRole.HighlightedText, self._theme.color("onAccent"))
        self.setPalette(palette)
        self._set_margins()
        super()._retheme()

    def _set_margins(self) -> None:
        # QLineEdit keeps two pixels of its own on either side, the line is one of ours.
        left = right = self._theme.size("fieldPadding") - 1
        if self._icon:
            left += self._theme.scaled("icon") + self._theme.size("fieldGap")
        if self._end is not None:
            right = self._end.sizeHint().width() + self._theme.size("fieldEnd")
        elif self._keys:
            right += width_of(self._keys, self._theme.font("small")) + self._theme.size("fieldGap")
        self.setTextMargins(left, 0, right, 0)
        self._place_end()


class Field(QWidget):
    """A field with a label above and room for a note below; both only when there are words for them.

    Signals:
        textChanged: what is typed is different, by hand or by program.
        submitted: Enter was pressed in it.
    """

    textChanged = Signal(str)  # noqa: N815  named as Qt names it on every field
    submitted = Signal()

    def __init__(
        self,
        theme: "Theme",
        *,
        label: str = "",
        placeholder: str = "",
        compact: bool = False,
        line: FieldLine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.line = line or FieldLine(theme, compact=compact, style="body")
        self.label = TextLabel(theme, label, style="label")
        self.label.setBuddy(self.line)
        self.note = Note(theme)
        self.note.hide()
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line.setAccessibleName(label or placeholder)
        self.line.setPlaceholderText(placeholder)
        self.line.textChanged.connect(self.textChanged)
        self.line.returnPressed.connect(self.submitted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        for part in (self.label, self.line, self.note):
            column.addWidget(part)
        self.label.setVisible(bool(label))

    def text(self) -> str:
        """What is typed."""
        return self.line.text()

    def setText(self, text: str) -> None:
        """Put words into it."""
        self.line.setText(text)

    def clear(self) -> None:
        """Empty it."""
        self.line.clear()

    def selectAll(self) -> None:
        """Select what is typed."""
        self.line.selectAll()

    def setPlaceholderText(self, text: str) -> None:
        """The quiet words of an empty field; also its name where it has no label."""
        self.line.setPlaceholderText(text)
        if not self.label.text():
            self.line.setAccessibleName(text)

    def setAccessibleName(self, name: str) -> None:
        """What a screen reader calls it."""
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, text: str) -> None:
        """What a screen reader says after its name."""
        self.line.setAccessibleDescription(text)

    def set_note(self, text: str, *, icon: str = "info", role: str = "notice") -> None:
        """Say something below the field, linked to it for screen readers; "" takes it away."""
        self.note.say(text, icon=icon, role=role)
        self.note.setVisible(bool(text))
        self.line.setAccessibleDescription(text)


class SearchField(Field):
    """A field with a search icon and the keys that lead to it. `keys` are shown as they stand."""

    def __init__(self, theme: "Theme", placeholder: str = "", *, keys: str = "", parent: QWidget | None = None) -> None:
        line = FieldLine(theme, compact=True, style="body", icon="search", keys=keys)
        super().__init__(theme, placeholder=placeholder, line=line, parent=parent)


class PassphraseField(Field):
    """A field whose words are hidden until Show is pressed. Any text is a passphrase; nothing is trimmed."""

    def __init__(
        self, theme: "Theme", *, label: str = "", placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        line = FieldLine(theme, compact=False, style="reading")
        super().__init__(theme, label=label, placeholder=placeholder, line=line, parent=parent)
        self._show = Button(theme, self.tr("Show"), kind=ButtonKind.QUIET, small=True, icon="eye")
        self._show.clicked.connect(lambda: self.set_shown(not self.is_shown))
        self._theme = theme
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
            | Qt.InputMethodHint.ImhSensitiveData
        )
        line.set_end(self._show)

    @property
    def is_shown(self) -> bool:
        """Whether the words can be read."""
        return self.line.echoMode() is QLineEdit.EchoMode.Normal

    def set_shown(self, shown: bool) -> None:  # noqa: FBT001  a setter of one truth
        """Show or hide the words."""
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._show.setText(self.tr("Hide") if shown else self.tr("Show"))
        self._show.set_icon("eye-off" if shown else "eye")
        self.line.set_end(self._show)
        self._show.show()

    def set_caps_lock(self, on: bool) -> None:  # noqa: FBT001  a setter of one truth
        """Say below the field that Caps Lock is on, or take that away."""
        words = self.tr("Caps Lock is on.")
        if on:
            self.set_note(words, icon="keyboard", role="ink3")
        elif self.note.text() == words:
            self.set_note("")
