"""The one warm card: the person's kinder line for a phrase, those before it, and answers that stood in pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.model.identity import new_identity
from heartjournal.ui.critic.phrase_page.kept_text import KeptText
from heartjournal.ui.critic.phrase_page.quotation import QuotedSentence
from heartjournal.ui.critic.phrase_page.words import written_words
from heartjournal.ui.critic.sentences import wanted_at
from heartjournal.ui.dates import dated_day
from heartjournal.ui.phrases.kinder_words import kinder_question
from heartjournal.ui.wanted import EntryWanted
from heartjournal.ui.widgets import FlowLayout, IconLabel, LampCard, Link, TextLabel
from heartjournal.ui.widgets.emptying import empty

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from heartjournal.model.clock import Clock
    from heartjournal.model.phrase import Occurrence, PhrasePage, Reframe
    from heartjournal.ui.critic.phrase_page.keeping import PhraseKeeping
    from heartjournal.ui.theme import Theme

_ANSWERS = 3


class KinderLine(LampCard):
    """The newest line is read here; it is written, or written anew, in its place.

    Attributes:
        entry_wanted: carries the `EntryWanted` of a page at an answer.
    """

    entry_wanted = Signal(EntryWanted)

    def __init__(self, theme: Theme, keeping: PhraseKeeping, clock: Clock, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, bare=True, parent=parent)
        self._keeping = keeping
        self._clock = clock
        self._newest: Reframe | None = None
        self._shown: tuple[object, ...] = ()
        self.line = TextLabel(theme, style="reading", wrap=True)
        self.text = KeptText(
            theme,
            keeping,
            name=self.tr("A kinder line"),
            placeholder=kinder_question(),
            style="reading",
        )
        self._day = TextLabel(theme, style="small", role="ink2", wrap=True)
        self._edit = Link(theme, self.tr("Edit"))
        self._edit.setAccessibleName(self.tr("Edit your kinder line"))
        self._another = Link(theme, self.tr("Another line"))
        self._done = Link(theme, self.tr("Done"))
        self._done.setAccessibleName(self.tr("Done with the line"))
        self._earlier = Link(theme, self.tr("Earlier lines"))
        self._before, self._answers = QWidget(), QWidget()
        self._writing = False
        self._lay_out(theme)
        self._connect()

    def show_page(self, page: PhrasePage, *, today: date) -> None:
        """Show the newest line and what belongs to it; a line that is being written stays where it is."""
        self._newest = page.reframes[0] if page.reframes else None
        shown = (page.reframes, page.answers, today)
        if shown != self._shown:
            self._shown = shown
            self._fill_before(page.reframes[1:], today)
            self._fill_answers(page.answers[:_ANSWERS], today)
        if self._newest is not None:
            self._writing = self._writing and self.text.hasFocus()
            self.line.setText(self._newest.words)
            self._day.setText(written_words(self._newest.written_on, today=today))
        if self._newest is None and not self._writing:
            self._write(self.new_identity(), takes_keyboard=False)
        self._tell()

    def new_identity(self) -> UUID:
        """The id that another line is to have."""
        return new_identity(self._clock.now().instant)

    def back(self) -> bool:
        """Leave the line that is being written, with its words kept; whether one was."""
        if not self._writing or self._newest is None:
            return False
        self._leave()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def clear(self) -> None:
        """Drop every word."""
        self._newest, self._shown, self._writing = None, (), False
        self.text.let_go()
        self.line.setText("")
        self._day.setText("")
        for part in (self._before, self._answers):
            self._layout_of(part)
            part.hide()

    def _write(self, place: UUID, *, takes_keyboard: bool) -> None:
        self._writing = True
        self.text.show_place(place)
        self._tell()
        if takes_keyboard:
            self.text.put_caret(at_end=True)

    def _leave(self) -> None:
        self._writing = False
        self._keeping.save_now()
        self._tell()

    def _left_by_keyboard(self) -> None:
        """Where there is a line, it is read again as soon as nobody writes in it."""
        if self._newest is not None and self._writing and not self.text.hasFocus():
            self._leave()

    def _write_another(self) -> None:
        self._write(self.new_identity(), takes_keyboard=True)

    def _edit_newest(self) -> None:
        if self._newest is not None:
            self._write(self._newest.id, takes_keyboard=True)

    def _tell(self) -> None:
        has_line = self._newest is not None
        self.line.setVisible(has_line and not self._writing)
        self._day.setVisible(has_line and not self._writing)
        self._edit.setVisible(has_line and not self._writing)
        self._another.setVisible(has_line and not self._writing)
        self._done.setVisible(has_line and self._writing)
        self.text.setVisible(self._writing)

    def _fill_before(self, lines: tuple[Reframe, ...], today: date) -> None:
        column = self._layout_of(self._before)
        for line in lines:
            column.addWidget(TextLabel(self._theme, line.words, style="excerpt", wrap=True))
            day = written_words(line.written_on, today=today)
            column.addWidget(TextLabel(self._theme, day, style="small", role="ink2", wrap=True))
        self._earlier.setVisible(bool(lines))
        if not lines:
            self._before.hide()

    def _fill_answers(self, answers: tuple[Occurrence, ...], today: date) -> None:
        column = self._layout_of(self._answers)
        theme = self._theme
        if answers:
            words = self.tr("You have answered it in your pages")
            column.addWidget(TextLabel(theme, words, style="small", role="kindness", strong=True, wrap=True))
        for answer in answers:
            day = dated_day(answer.day, today=today)
            quotation = answer.quotation
            said = self.tr("{day}: {words}").format(day=day, words=quotation.whole)
            sentence = QuotedSentence(theme, quotation, name=said, dotted=False)
            sentence.clicked.connect(lambda _on=False, answer=answer: self.entry_wanted.emit(wanted_at(answer)))
            column.addWidget(sentence)
            column.addWidget(TextLabel(theme, day, style="small", role="ink2", wrap=True))
        self._answers.setVisible(bool(answers))

    def _layout_of(self, part: QWidget) -> QVBoxLayout:
        """The column of a part, emptied."""
        column = part.layout()
        if isinstance(column, QVBoxLayout):
            empty(column)
            return column
        made = QVBoxLayout(part)
        made.setContentsMargins(0, self._theme.space(2), 0, 0)
        made.setSpacing(0)
        return made

    def _connect(self) -> None:
        self._edit.clicked.connect(self._edit_newest)
        self._another.clicked.connect(self._write_another)
        self._done.clicked.connect(self.back)
        self._earlier.clicked.connect(lambda: self._before.setVisible(self._before.isHidden()))
        self.text.ended.connect(self._left_by_keyboard)

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.size("tagGap"))
        head.addWidget(IconLabel(theme, "lamp", role="kindness", size=theme.size("iconSmall")))
        head.addWidget(
            TextLabel(theme, self.tr("Your kinder line"), style="compact", role="kindness", strong=True, wrap=True), 1
        )
        links = QWidget()
        flow = FlowLayout(links, spacing=theme.space(4))
        for link in (self._edit, self._another, self._earlier, self._done):
            flow.addWidget(link)
        column = QVBoxLayout(self)
        side, above = theme.size("phraseSideX"), theme.size("phraseSideY")
        column.setContentsMargins(side, above, side, above)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(theme.space(2))
        column.addWidget(self.line)
        column.addWidget(self.text)
        column.addSpacing(theme.space(1))
        column.addWidget(self._day)
        column.addWidget(links)
        column.addWidget(self._before)
        column.addWidget(self._answers)
        column.addStretch(1)
        for part in (self._before, self._answers, self._earlier):
            part.hide()
