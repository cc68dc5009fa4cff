"""A box to write in, for a text that is asked for; it is ringed while the caret is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from heartjournal.ui.widgets import FocusRing, Themed
from heartjournal.ui.widgets.painting import draw_box, painter_on

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from heartjournal.ui.critic.phrase_page.kept_text import KeptText
    from heartjournal.ui.theme import Theme


class WritingBox(Themed, QFrame):
    """Looks like a field and grows with its text."""

    def __init__(self, theme: Theme, text: KeptText, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self._ring: FocusRing | None = None
        column = QVBoxLayout(self)
        side, above = theme.size("fieldPadding"), theme.size("phraseBox")
        column.setContentsMargins(side, above, side, above)
        column.addWidget(text)
        text.installEventFilter(self)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._follow(theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The ring comes and goes with the caret."""
        if watched is self.text and event.type() == QEvent.Type.FocusIn:
            if self._ring is None:
                self._ring = FocusRing(self._theme, self, radius=self._theme.radius("control"))
            self._ring.appear()
            self.update()
        elif watched is self.text and event.type() == QEvent.Type.FocusOut and self._ring is not None:
            self._ring.hide()
            self.update()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The padding belongs to the text."""
        super().mousePressEvent(event)
        self.text.put_caret(at_end=True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box."""
        theme = self._theme
        fill = theme.color("raised" if self.text.hasFocus() else "sunken")
        draw_box(painter_on(self), self.rect(), radius=theme.radius("control"), fill=fill, line=theme.color("control"))
