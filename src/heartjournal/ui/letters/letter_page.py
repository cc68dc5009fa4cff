"""A letter as it is read: its words in large letters, what it answers folded away, earlier readings, and a reply."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heartjournal.model.letter import letter_of
from heartjournal.ui.dates import dated_day
from heartjournal.ui.editor.caret_area import CaretArea
from heartjournal.ui.editor.writing_text import WritingText
from heartjournal.ui.letters.words import felt_words
from heartjournal.ui.wanted import EntryWanted
from heartjournal.ui.widgets import Button, ButtonKind, Ground, GrowingBrowser, Link, Separator, TextLabel

if TYPE_CHECKING:
    from datetime import date, datetime

    from heartjournal.model.entry import Section
    from heartjournal.model.letter import Letter, Rereading
    from heartjournal.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class EarlierWording:
    """How a letter read before it was changed: when that was kept (UTC), and the safe HTML of its words."""

    taken_at: datetime
    html: str = field(repr=False)


class LetterPage(QWidget):
    """Scrolls by the arrow keys and Page Up and Page Down; nothing moves by itself.

    Attributes:
        replied: the person wrote in the reply.
        entry_wanted: carries the `EntryWanted` of the page the letter answers.
    """

    replied = Signal()
    entry_wanted = Signal(EntryWanted)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = Ground(theme, "paper")
        self._area = CaretArea(theme, self._ground)
        self._area.bar_changed.connect(self._leave_room)
        self._side = 0
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QVBoxLayout(self._ground)
        self._column.setSpacing(0)
        self._reply: WritingText | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    @property
    def reply(self) -> str:
        """The reply as it stands; empty where none was begun."""
        return self._reply.words if self._reply is not None else ""

    def show_letter(self, letter: Letter, html: tuple[str, ...], *, today: date, reason: str) -> None:
        """Show a letter from its beginning. `html` is that of its sections, in their order."""
        self.clear()
        theme = self._theme
        if reason:
            self._column.addWidget(TextLabel(theme, reason, role="ink2", wrap=True, italic=True))
            self._column.addSpacing(theme.space(4))
        if letter.line.title:
            self._column.addWidget(TextLabel(theme, letter.line.title, style="title", wrap=True))
            self._column.addSpacing(theme.space(4))
        itself = letter_of(letter.entry.sections)
        told = dict(zip(letter.entry.sections, html, strict=True))
        words = told.pop(itself) if itself else ""
        self._column.addWidget(self._browser(words, style="letter", name=self.tr("The letter")))
        self._add_answered(letter, told)
        self._add_readings(letter.rereadings, today=today)
        self._add_reply()
        self._column.addStretch(1)
        self._area.verticalScrollBar().setValue(0)

    def show_earlier(self, wordings: tuple[EarlierWording, ...], *, today: date) -> None:
        """Fold earlier wordings away below the letter; none shows nothing."""
        if not wordings:
            return
        theme, folded = self._theme, QWidget()
        column = QVBoxLayout(folded)
        column.setContentsMargins(0, theme.space(2), 0, 0)
        for wording in wordings:
            day = dated_day(wording.taken_at.astimezone().date(), today=today)
            heading = self.tr("Until {day}").format(day=day)
            column.addWidget(TextLabel(theme, heading, style="small", role="ink3"))
            column.addWidget(self._browser(wording.html, style="reading", name=heading))
        folded.hide()
        opener = Link(theme, self.tr("How it read before"))
        opener.clicked.connect(lambda: folded.setVisible(folded.isHidden()))
        end = self._column.count() - 1
        self._column.insertWidget(end, folded)
        self._column.insertWidget(end, opener)

    def take_focus(self) -> None:
        """Take the keyboard, at the beginning of the letter."""
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_side(self, side: int) -> None:
        """The empty paper at both sides of the words."""
        self._side = side
        self._leave_room()

    def _leave_room(self) -> None:
        """The words stand where they are whether there is a scroll bar or not."""
        top, below = self._theme.size("readingTop"), self._theme.size("contentPaddingBottom")
        self._column.setContentsMargins(self._side, top, self._side - self._area.bar_width, below)

    def clear(self) -> None:
        """Drop every word."""
        if self._reply is not None:
            self._reply.forget()
        self._reply = None
        self._area.let_go()
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _browser(self, html: str, *, style: str, name: str) -> GrowingBrowser:
        browser = GrowingBrowser(self._theme, style=style)
        browser.setAccessibleName(name)
        browser.show_html(html)
        return browser

    def _add_answered(self, letter: Letter, html: dict[Section, str]) -> None:
        """The steps before the letter and the page it answers, folded away until they are opened."""
        if not html and not letter.links and not letter.phrases:
            return
        theme, folded = self._theme, QWidget()
        column = QVBoxLayout(folded)
        column.setContentsMargins(0, theme.space(2), 0, 0)
        for section, words in html.items():
            column.addWidget(TextLabel(theme, section.prompt_text, style="small", role="ink3", wrap=True))
            if section.feelings:
                column.addWidget(TextLabel(theme, ", ".join(section.feelings), role="ink2", italic=True, wrap=True))
            if section.body.strip():
                column.addWidget(self._browser(words, style="reading", name=section.prompt_text))
        for phrase in letter.phrases:
            words = self.tr("“{words}”").format(words=phrase)
            column.addWidget(TextLabel(theme, words, role="ink2", wrap=True))
        for link in letter.links:
            words = self.tr("“{words}”").format(words=link.quote) if link.quote else self.tr("A page of your journal")
            page = Link(theme, self.tr("Open the page it answers"))
            page.clicked.connect(lambda _on=False, entry=link.entry: self.entry_wanted.emit(EntryWanted(entry)))
            column.addWidget(TextLabel(theme, words, role="ink2", wrap=True))
            column.addWidget(page)
        folded.hide()
        opener = Link(theme, self.tr("What it answers"))
        opener.clicked.connect(lambda: folded.setVisible(folded.isHidden()))
        self._column.addSpacing(theme.space(8))
        self._column.addWidget(opener)
        self._column.addWidget(folded)

    def _add_readings(self, readings: tuple[Rereading, ...], *, today: date) -> None:
        if not readings:
            return
        theme = self._theme
        self._column.addSpacing(theme.space(8))
        self._column.addWidget(Separator(theme))
        self._column.addSpacing(theme.space(3))
        self._column.addWidget(TextLabel(theme, self.tr("When you read it before"), style="small", role="ink3"))
        for reading in readings:
            day = dated_day(reading.day, today=today)
            said = f"{day} · {felt_words(reading.felt)}" if reading.felt else day
            self._column.addWidget(TextLabel(theme, said, style="small", role="ink2", wrap=True))
            if reading.reply.strip():
                answer = TextLabel(theme, reading.reply.strip(), style="reading", wrap=True)
                answer.setContentsMargins(theme.space(6), theme.space(1), 0, theme.space(2))
                self._column.addWidget(answer)

    def _add_reply(self) -> None:
        theme = self._theme
        self._reply = WritingText(theme)
        self._reply.setAccessibleName(self.tr("Your reply, kept with the letter"))
        self._reply.setPlaceholderText(self.tr("Write back, if you like. It is kept with the letter."))
        self._reply.written.connect(self.replied)
        self._area.follow(self._reply)
        self._reply.hide()
        begin = Button(theme, self.tr("Write back"), kind=ButtonKind.QUIET, small=True, icon="pen-line")
        begin.clicked.connect(lambda: self._begin_reply(begin))
        self._column.addSpacing(theme.space(6))
        self._column.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._reply)

    def _begin_reply(self, begin: Button) -> None:
        if self._reply is not None:
            begin.hide()
            self._reply.show()
            self._reply.put_caret(at_end=True)
