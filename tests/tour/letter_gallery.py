"""The third sheet of components in their states: what letters are made of, and what asks; for the tour.

Its words are samples and stay as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl

from heartjournal.ui.widgets import (
    Card,
    DayPopover,
    EmptyRoom,
    IconButton,
    IconLabel,
    LetterRow,
    LinkQuestion,
    SafeBrowser,
    Segments,
    Separator,
    TitleLine,
)
from tests.tour.gallery_sheet import Sheet, hover, inside
from tests.tour.room_gallery import SAMPLE_DAY

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from heartjournal.ui.theme import Theme


class LetterGallery(Sheet):
    """Rows of letters, an empty room, a title, the days to choose from, and the question before a link."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        for build in (self._letters, self._title, self._empty, self._reading, self._question, self._when):
            build()
        self.push_up()

    def _letters(self) -> None:
        theme = self._theme
        self.heading(0, "Letters")
        rest, pointed, focus = (
            LetterRow(theme, title, icon=icon, about=about, line=line, detail=detail)
            for title, icon, about, line, detail in (
                ("To the one on the stairs", "mail", "answers Tuesday 10", "in 3 days", "read once"),
                ("On a flat day", "lock", "", "sealed", "until 24 December"),
                ("For the week of the audit", "pen-line", "", "a draft", ""),
            )
        )
        hover(pointed.face)
        self.focused.append(focus.face)
        card = Card(theme)
        card.body.setContentsMargins(0, 0, 0, 0)
        card.body.setSpacing(0)
        for row in (rest, pointed, focus):
            row.set_narrow(True)
            card.body.addWidget(row)
            card.body.addWidget(Separator(theme))
        self.block(0, card)

    def _title(self) -> None:
        self.heading(0, "A title")
        empty, written = TitleLine(self._theme, "A title, if you like"), TitleLine(self._theme, "Title")
        written.setText("To the one on the stairs")
        for line in (empty, written):
            self.block(0, line)
        more = (IconButton(self._theme, "ellipsis", "More"), IconButton(self._theme, "ellipsis", "More", small=True))
        self.row(0, (*more, IconLabel(self._theme, "mail", role="ink2")))

    def _empty(self) -> None:
        self.heading(1, "An empty room")
        self.block(
            1,
            EmptyRoom(
                self._theme,
                icon="mail",
                heading="Letters to yourself",
                text="Written on a good evening, read on a hard one.",
                first="Write a letter",
                first_icon="pen-line",
                explanation="It comes back, first soon, then seldom.",
            ),
        )

    def _reading(self) -> None:
        self.heading(1, "Reading")
        browser = SafeBrowser(self._theme)
        browser.show_html("<p>A page with <a href='https://example.org/'>a link</a> in it.</p>")
        browser.setFixedHeight(2 * self._theme.line("reading"))
        self.block(1, browser)

    def _question(self) -> None:
        self.heading(1, "Before a link")
        self.block(1, inside(LinkQuestion(self._theme, QUrl("https://example.org/a-long-way-off"), parent=self)))

    def _when(self) -> None:
        theme = self._theme
        self.heading(2, "When it comes")
        words = ("in 3 days", "a week", "another day")
        shut, opens = (Segments(theme, words, name="When", current=at, opens=2) for at in (0, 2))
        self.focused.append(opens)
        for segments in (shut, opens):
            self.row(2, (segments,))
        days = DayPopover(theme, today=SAMPLE_DAY, parent=self)
        days.calendar.choose(SAMPLE_DAY.replace(day=24))
        self.block(2, inside(days))
