"""A scroll area for texts that grow with what is written in them: it keeps the caret in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal

from heartjournal.ui.widgets import ScrollArea

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from heartjournal.ui.editor.writing_text import WritingText
    from heartjournal.ui.theme import Theme


class CaretArea(ScrollArea):
    """Tell it of each text with `follow`. `bar_width` is what the scroll bar takes from the contents, 0 while hidden.

    Attributes:
        bar_changed: the scroll bar came or went.
    """

    bar_changed = Signal()

    def __init__(self, theme: Theme, contents: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, contents, parent=parent)
        self._following: WritingText | None = None
        self._follow_caret = once(self, 0, self._keep_caret_visible)
        bar = self.verticalScrollBar()
        # A line more makes the page longer only after the layouts have passed it on.
        bar.rangeChanged.connect(lambda _least, _most: self._follow_caret.start())
        bar.installEventFilter(self)

    @property
    def bar_width(self) -> int:
        """In pixels; contents that are to stay where they are leave so much less beside them."""
        bar = self.verticalScrollBar()
        return bar.width() if bar.isVisible() else 0

    def follow(self, text: WritingText) -> None:
        """Keep the caret of a text in sight while it has the keyboard."""
        text.caret_moved.connect(lambda: self._follow_text(text))

    def let_go(self) -> None:
        """Follow none of the texts that are going."""
        self._following = None
        self._follow_caret.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the scroll bar came or went."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide) and watched is self.verticalScrollBar():
            self.bar_changed.emit()
        return super().eventFilter(watched, event)

    def _follow_text(self, text: WritingText) -> None:
        if text.hasFocus():
            self._following = text
            self._follow_caret.start()

    def _keep_caret_visible(self) -> None:
        text, contents = self._following, self.widget()
        if text is None or contents is None or not text.hasFocus():
            return
        layout = contents.layout()
        if layout is not None:
            layout.activate()
        line = text.caret_rect()
        middle = text.mapTo(contents, QPoint(0, line.center().y()))
        self.ensureVisible(0, middle.y(), 0, line.height())


def once(owner: QObject, milliseconds: int, wake: Callable[[], None]) -> QTimer:
    """A timer at rest that wakes once each time it is started."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(wake)
    return timer
