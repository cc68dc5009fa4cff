"""The page of one phrase in the inner critic's room: its cards, and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heartjournal.model.journal_day import journal_day
from heartjournal.model.problems import NoSuchPage
from heartjournal.ui.critic.phrase_page.cards import Cards
from heartjournal.ui.critic.phrase_page.choices import Choices
from heartjournal.ui.critic.phrase_page.found import look_at
from heartjournal.ui.critic.phrase_page.head import Head
from heartjournal.ui.critic.phrase_page.joining import Joining
from heartjournal.ui.critic.phrase_page.keeping import PhraseKeeping
from heartjournal.ui.critic.phrase_page.kept_text import KeptText
from heartjournal.ui.critic.phrase_page.letting_go import LettingGo
from heartjournal.ui.critic.phrase_page.tab_order import put_tabs_in_order
from heartjournal.ui.editor.autosave import qt_timer
from heartjournal.ui.editor.caret_area import CaretArea
from heartjournal.ui.problem_words import problem_words
from heartjournal.ui.selection import let_go_of_selection
from heartjournal.ui.theme.content_margins import content_margins
from heartjournal.ui.wanted import EntryWanted, LetterWanted, PassingWords, ReadingWanted
from heartjournal.ui.widgets import Ground, NoticeBox

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from heartjournal.model.changes import Changes
    from heartjournal.model.phrase import PhraseLine
    from heartjournal.model.practice import Practice
    from heartjournal.model.problems import KnownProblem
    from heartjournal.ui.critic.phrase_page.found import PhraseFound
    from heartjournal.ui.editor.autosave import TimerMaker
    from heartjournal.ui.surroundings import Surroundings


class PhraseRoom(Ground):
    """One phrase at a time. What is written in it is saved by itself, and always when it is asked to be.

    `practice` is the one of working with a phrase; without it, as without its file, its card is not there.

    Attributes:
        left: the page is left, with everything on it kept.
        entry_wanted: carries the `EntryWanted` of a page, at the sentence that was chosen.
        letter_wanted: carries the `LetterWanted` of a letter about this phrase.
        reading_wanted: carries the `ReadingWanted` of a letter that was written about it.
        told: carries the `PassingWords` of something that was done and can be undone.
    """

    left = Signal()
    entry_wanted = Signal(EntryWanted)
    letter_wanted = Signal(LetterWanted)
    reading_wanted = Signal(ReadingWanted)
    told = Signal(PassingWords)

    def __init__(
        self,
        surroundings: Surroundings,
        *,
        practice: Practice | None,
        timer: TimerMaker = qt_timer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(surroundings.theme, parent=parent)
        theme = surroundings.theme
        self._tasks = surroundings.tasks
        self._clock = surroundings.clock
        self._phrase: UUID | None = None
        self._found: PhraseFound | None = None
        self._takes_focus = False
        self._keeping = PhraseKeeping(surroundings.tasks, timer=timer, parent=self)
        self._choices = Choices(surroundings, parent=self)
        self._head = Head(theme, self._keeping)
        self._notice = NoticeBox(theme)
        self._letting_go = LettingGo(theme)
        self._joining = Joining(theme)
        self._cards = Cards(theme, self._keeping, surroundings.clock, practice=practice)
        self._lay_out()
        self._connect()

    # which phrase

    def show_phrase(self, phrase: UUID) -> None:
        """Show the page of a phrase, from its beginning; of one that was joined, that of the other."""
        if phrase != self._phrase:
            self.forget()
        self._phrase = phrase
        self._area.verticalScrollBar().setValue(0)
        self.arrive()

    def arrive(self) -> None:
        """Read the phrase anew and take the keyboard."""
        self._takes_focus = True
        self._read()

    def refresh(self, changes: Changes) -> None:
        """Read again when a phrase, a page or a letter has changed."""
        if self.isVisible() and (changes.heard or changes.entries):
            self._read()
        elif self.isVisible() and (changes.phrases or changes.letters):
            self._read(before=self._found)

    def back(self) -> bool:
        """Fold away what is open, else save what is written and then leave; False when nothing keeps one here."""
        if not self._joining.isHidden():
            self._close(self._joining)
        elif not self._letting_go.isHidden():
            self._close(self._letting_go)
        elif self._head.back() or self._cards.back():
            pass
        elif self._keeping.has_unsaved:
            self._leave()
        else:
            return False
        return True

    def save_now(self, then: Callable[[], None] = lambda: None, otherwise: Callable[[], None] = lambda: None) -> None:
        """Save what is unsaved, then go on; `otherwise` when it cannot be saved, which the page says by itself."""
        self._keeping.save_now(then, otherwise)

    def forget(self) -> None:
        """Drop every word from the screen, its undo and the X11 selection; what is unsaved goes to the journal."""
        let_go_of_selection()
        self._area.let_go()
        self._keeping.forget()
        self._phrase = self._found = None
        self._head.clear()
        self._joining.clear()
        self._letting_go.hide()
        self._notice.hide()
        self._cards.clear()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes elsewhere has everything kept."""
        super().hideEvent(event)
        self._keeping.save_now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower sides below the breakpoint, wide margins far above it."""
        super().resizeEvent(event)
        self._fit()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  Qt's own name and form
        """Tab goes as one reads."""
        put_tabs_in_order(self._ground)
        return super().focusNextPrevChild(next)

    # what is shown

    def _read(self, *, before: PhraseFound | None = None) -> None:
        phrase = self._phrase
        if phrase is None:
            return
        today, first_weekday = self._today(), QLocale().firstDayOfWeek().value - 1
        self._tasks.run(
            lambda journal: look_at(journal, phrase, today=today, first_weekday=first_weekday, before=before),
            then=self._show,
            trouble=self._say_gone,
            owner=self,
            replaces="phrase",
        )

    def _show(self, found: PhraseFound) -> None:
        phrase, today = found.page.line.phrase, self._today()
        is_other = self._found is None or self._found.page.line.phrase.id != phrase.id
        self._phrase, self._found = phrase.id, found
        if is_other:
            self._keeping.begin(found.page)
            self._cards.wants.show_words()
            self._cards.sounds.show_words()
        else:
            self._keeping.take(found.page)
        self._choices.take(found.page)
        self._head.show_phrase(phrase, today=today)
        self._cards.show_found(found, today=today)
        self._fit()
        if self._takes_focus:
            self._takes_focus = False
            self._head.back_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _say_gone(self, problem: KnownProblem) -> None:
        if not isinstance(problem, NoSuchPage):
            self._tasks.troubled.emit(problem)
            return
        self.forget()
        self.left.emit()

    def _say_trouble(self, problem: KnownProblem) -> None:
        heading, text = problem_words(problem)
        self._notice.say(self.tr("Not saved yet. {heading}").format(heading=heading), text)
        self._notice.show()

    # what is asked for

    def _leave(self) -> None:
        self.save_now(self.left.emit)

    def _ask_to_join(self) -> None:
        found = self._found
        if found is None:
            return
        self._letting_go.hide()
        near = frozenset(phrase.id for phrase in found.page.near)
        own = found.page.line.phrase.id

        def offer(lines: tuple[PhraseLine, ...]) -> None:
            others = [line for line in lines if line.phrase.id != own]
            self._joining.offer(others, near=near, today=self._today())

        self._tasks.run(lambda journal: journal.phrases.lines(), then=offer, owner=self, replaces="phrases to join")

    def _ask_to_let_go(self) -> None:
        if self._found is not None:
            self._joining.clear()
            self._letting_go.ask(is_resting=self._found.page.line.phrase.resting_since is not None)

    def _join(self, other: UUID) -> None:
        self._close(self._joining)
        self._choices.join(other)

    def _let_rest(self) -> None:
        self._letting_go.hide()
        self._choices.rest()

    def _let_go(self) -> None:
        self._letting_go.hide()
        self._choices.let_go()

    def _close(self, part: Joining | LettingGo) -> None:
        if isinstance(part, Joining):
            part.clear()
            self._head.join.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            part.hide()
            self._head.more.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_to_write(self) -> None:
        if self._phrase is not None:
            wanted = LetterWanted(phrase=self._phrase)
            self.save_now(partial(self.letter_wanted.emit, wanted))

    def _today(self) -> date:
        return journal_day(self._clock.now())

    def _connect(self) -> None:
        head, cards, choices = self._head, self._cards, self._choices
        head.left.connect(self._leave)
        head.joining_wanted.connect(self._ask_to_join)
        head.letting_go_wanted.connect(self._ask_to_let_go)
        head.rest_wanted.connect(choices.rest)
        head.waking_wanted.connect(choices.wake)
        head.pin_wanted.connect(partial(choices.pin, pinned=True))
        head.unpin_wanted.connect(partial(choices.pin, pinned=False))
        self._joining.chosen.connect(self._join)
        self._joining.left.connect(partial(self._close, self._joining))
        self._letting_go.rest_wanted.connect(self._let_rest)
        self._letting_go.letting_go_wanted.connect(self._let_go)
        self._letting_go.left.connect(partial(self._close, self._letting_go))
        cards.sounds.chosen.connect(choices.sound)
        cards.where.entry_wanted.connect(self.entry_wanted)
        cards.where.refused.connect(choices.refuse_place)
        cards.line.entry_wanted.connect(self.entry_wanted)
        cards.letters.reading_wanted.connect(self.reading_wanted)
        cards.letters.writing_wanted.connect(self._ask_to_write)
        cards.wordings.apart_wanted.connect(choices.take_apart)
        cards.wordings.own_wanted.connect(choices.make_its_own)
        if cards.working is not None:
            cards.working.reached.connect(choices.reach)
            cards.working.tones_chosen.connect(choices.sound)
            cards.working.answers.text_made.connect(self._area.follow)
            cards.working.answers.texts_left.connect(self._area.let_go)
        choices.told.connect(self.told)
        self._keeping.troubled.connect(self._say_trouble)
        self._keeping.kept.connect(self._notice.hide)
        self._theme.changed.connect(self._fit)
        rename = QShortcut(self._theme.shortcut("phrase.rename"), self)
        rename.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        rename.activated.connect(head.rename)

    def _lay_out(self) -> None:
        theme = self._theme
        self._ground = Ground(theme)
        self._column = QVBoxLayout(self._ground)
        self._column.setSpacing(0)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(theme.space(4))
        for part in (self._notice, self._letting_go, self._joining, self._cards):
            self._parts.addWidget(part)
        self._column.addWidget(self._head)
        self._column.addLayout(self._parts, 1)
        self._area = CaretArea(theme, self._ground)
        self._area.bar_changed.connect(self._fit)
        for text in self._ground.findChildren(KeptText):
            self._area.follow(text)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        self._notice.hide()

    def _fit(self) -> None:
        theme = self._theme
        margins = content_margins(theme, window=self.window().width(), own=self.width())
        # The buttons of the head are without a ground: their words begin where the cards do.
        out = theme.size("buttonPaddingSmall")
        right = max(0, margins.side - out - self._area.bar_width)
        self._column.setContentsMargins(margins.side - out, margins.top, right, margins.bottom)
        self._parts.setContentsMargins(out, theme.space(5), out, 0)
        self._head.set_short(margins.narrow)
        self._cards.fit(self.width() - 2 * margins.side, narrow=margins.narrow)
