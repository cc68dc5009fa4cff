"""One section of a page as it is read: its tag, its feelings, and its words at their full height."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from heartjournal.ui.practices import part_tag
from heartjournal.ui.widgets import GrowingBrowser, TextLabel

if TYPE_CHECKING:
    from heartjournal.model.practice_run import Part
    from heartjournal.ui.theme import Theme


class ReadingSection(QWidget):
    """Tag beside the words, or above them in a narrow pane. A free page has no tag."""

    def __init__(self, theme: Theme, part: Part, html: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        tag, prompt_text = part_tag(theme, part), part.section.prompt_text
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        padding = theme.size("sectionPadding")
        self._row.setContentsMargins(0, padding, 0, padding)
        self._row.setSpacing(theme.size("sectionGap"))
        self._margin = QWidget()
        beside = QVBoxLayout(self._margin)
        beside.setContentsMargins(0, 0, 0, 0)
        if tag is not None:
            beside.addWidget(tag)
        beside.addStretch()
        self._row.addWidget(self._margin)
        self._margin.setVisible(tag is not None)
        words = QVBoxLayout()
        words.setSpacing(theme.space(1))
        if prompt_text:
            words.addWidget(TextLabel(theme, prompt_text, style="small", role="ink3", wrap=True))
        browser = GrowingBrowser(theme)
        browser.setAccessibleName(tag.accessibleName() if tag else prompt_text or self.tr("Page"))
        browser.show_html(html)
        words.addWidget(browser)
        words.addStretch()
        self._row.addLayout(words, stretch=1)
        browser.setVisible(bool(html))
        if part.section.feelings and not html:
            # The page's own line names all of its feelings; here are those that are the whole answer.
            named = ", ".join(part.section.feelings)
            words.insertWidget(words.indexOf(browser), TextLabel(theme, named, style="reading", italic=True, wrap=True))

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001  the one thing it says
        """Put the tag above the words when there is no room beside them."""
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)
        tag = self._theme.scaled("sectionTag")
        self._margin.setMinimumWidth(0 if narrow else tag)
        self._margin.setMaximumWidth(self._theme.size("unbounded") if narrow else tag)
        self._row.setSpacing(self._theme.space(2) if narrow else self._theme.size("sectionGap"))
