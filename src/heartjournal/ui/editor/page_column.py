"""The sections of a page under each other in one scroll area, through which the caret moves as in one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from heartjournal.ui.editor.caret_area import CaretArea, once
from heartjournal.ui.editor.page_layout import page_layout
from heartjournal.ui.editor.section_view import SectionView
from heartjournal.ui.editor.writing_text import text_of_selection

if TYPE_CHECKING:
    from uuid import UUID

    from heartjournal.model.feeling import FeelingFamily
    from heartjournal.model.practice_run import Part
    from heartjournal.ui.editor.marked_text import MarkedText
    from heartjournal.ui.editor.page_end import PageEnd
    from heartjournal.ui.editor.page_layout import PageLayout
    from heartjournal.ui.editor.writing_text import WritingText
    from heartjournal.ui.theme import Theme

_AFTER_PRESS_MILLISECONDS = 100


class PageColumn(CaretArea):
    """Shows sections and knows which one the person is in. `side` is its empty margin, in pixels.

    Attributes:
        current_changed: the person went to another section; carries its place.
    """

    current_changed = Signal(int)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        self._paper = QWidget()
        super().__init__(theme, self._paper, parent=parent)
        self._page_theme = theme
        self._column = QVBoxLayout(self._paper)
        self._column.setSpacing(0)
        self._column.addStretch()
        self._end: PageEnd | None = None
        self.sections: tuple[SectionView, ...] = ()
        self.current = -1
        self.side = 0
        self._tell_current = once(self, _AFTER_PRESS_MILLISECONDS, self._show_current)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._see_focus)

    def show_parts(
        self, parts: tuple[Part, ...], families: tuple[FeelingFamily, ...], *, end: PageEnd | None
    ) -> tuple[SectionView, ...]:
        """Show these parts in place of what was shown; none clears the page."""
        self._drop_all()
        theme = self._page_theme
        self.sections = tuple(
            SectionView(theme, part, families=families, is_first=place == 0) for place, part in enumerate(parts)
        )
        for place, section in enumerate(self.sections):
            self._column.insertWidget(place, section)
            if section.text is not None:
                self._connect_text(section.text)
        self._end = end
        if end is not None:
            self._column.insertWidget(len(parts), end)
        self.verticalScrollBar().setValue(0)
        return self.sections

    @property
    def paper(self) -> QWidget:
        """What the sections stand on, and what is to scroll with them."""
        return self._paper

    @property
    def texts(self) -> tuple[tuple[SectionView, MarkedText], ...]:
        """The sections in which one writes, each with its text."""
        return tuple((section, section.text) for section in self.sections if section.text is not None)

    @property
    def selected(self) -> tuple[UUID | None, str]:
        """The section in which words are selected, and the words on one line; (None, "") where none are."""
        for section in self.sections:
            if section.text is not None and section.text.textCursor().hasSelection():
                return section.section_id, " ".join(text_of_selection(section.text.textCursor()).split())
        return None, ""

    def arrange(self, width: int) -> PageLayout:
        """Lay the page out for a window this wide."""
        tags = [section.tag.sizeHint().width() for section in self.sections if section.tag is not None]
        layout = page_layout(self._page_theme, width=width, widest_tag=max(tags, default=0))
        self.side = layout.side
        self._column.setContentsMargins(layout.side, self._page_theme.size("editorTop"), 0, 0)
        for section in self.sections:
            section.arrange(layout)
        if self._end is not None:
            indent = layout.tag_width + layout.gap if layout.tag_beside else 0
            self._end.arrange(indent=indent, width=layout.text_width)
        self._follow_caret.start()
        return layout

    def go_to(self, place: int, *, by_keyboard: bool = False) -> None:
        """Put the caret into a section, behind what is written there; what takes the keyboard there shows it."""
        if 0 <= place < len(self.sections):
            section = self.sections[place]
            section.take_focus(by_keyboard=by_keyboard)
            self.become_current(place)
            self.ensureWidgetVisible(section, 0, self._page_theme.space(5))
            self._follow_caret.start()

    def resume(self) -> None:
        """Give the keyboard back to the section it was in, with the caret where it stood."""
        if not 0 <= self.current < len(self.sections):
            self.go_to(0)
            return
        text = self.sections[self.current].text
        if text is None:
            self.go_to(self.current)
        else:
            text.take_keyboard()

    def _drop_all(self) -> None:
        for widget in (*self.sections, *([self._end] if self._end else [])):
            if isinstance(widget, SectionView):
                widget.forget()
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.sections, self._end = (), None
        self.current = -1
        self.let_go()
        self._tell_current.stop()

    def _connect_text(self, text: WritingText) -> None:
        self.follow(text)
        text.left_upward.connect(lambda x: self._cross(text, -1, x))
        text.left_downward.connect(lambda x: self._cross(text, 1, x))

    def _cross(self, text: WritingText, step: int, x: int) -> None:
        texts: list[WritingText] = [text for _, text in self.texts]
        place = texts.index(text) + step
        if not 0 <= place < len(texts):
            return
        if step > 0:
            texts[place].enter_from_above(x)
        else:
            texts[place].enter_from_below(x)
        self._follow_text(texts[place])

    def _see_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        place = next(
            (i for i, section in enumerate(self.sections) if now is not None and section.isAncestorOf(now)), -1
        )
        if place >= 0 and place != self.current:
            self.become_current(place)

    def become_current(self, place: int) -> None:
        """Note that the person is in this section now."""
        self.current = place
        self.current_changed.emit(place)
        # While the mouse is held down nothing may move beneath it, or a click would select words.
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._show_current()
        else:
            self._tell_current.start()

    def _show_current(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._tell_current.start()
            return
        for place, section in enumerate(self.sections):
            section.show_as_current(current=place == self.current)
        self._follow_caret.start()
