"""The front of the inner critic's room: the timeline of the phrases, and beside it what may be one of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from heartjournal.model.journal_day import journal_day
from heartjournal.ui.critic.adding import AddingForm
from heartjournal.ui.critic.empty_critic import EmptyCritic
from heartjournal.ui.critic.pages_ground import PagesGround
from heartjournal.ui.critic.picture import Picture
from heartjournal.ui.critic.range_bar import RangeBar
from heartjournal.ui.critic.room_menu import RoomMenu
from heartjournal.ui.critic.seen import look_at
from heartjournal.ui.critic.side import Side
from heartjournal.ui.critic.suggestions import Suggestions
from heartjournal.ui.critic.timeline_card import TimelineCard
from heartjournal.ui.critic.voices import only, voices_of
from heartjournal.ui.phrases.decisions import Decisions
from heartjournal.ui.problem_words import problem_line
from heartjournal.ui.theme.content_margins import content_margins
from heartjournal.ui.wanted import EntryWanted, PassingWords
from heartjournal.ui.widgets import Button, Ground, IconButton, ScrollArea, TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from heartjournal.model.changes import Changes
    from heartjournal.model.phrase import CriticWishes
    from heartjournal.ui.critic.seen import Seen
    from heartjournal.ui.surroundings import Surroundings


class Overview(QWidget):
    """Reads anew whenever something was heard, kept or refused.

    Attributes:
        phrase_wanted: carries the id of the phrase whose page is to be opened.
        entry_wanted: carries the `EntryWanted` of a page, at the sentence that was chosen.
        told: carries the `PassingWords` of something that was done.
        print_wanted: the timeline is wanted on paper.
    """

    phrase_wanted = Signal(object)
    entry_wanted = Signal(EntryWanted)
    told = Signal(PassingWords)
    print_wanted = Signal()

    def __init__(self, surroundings: Surroundings, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = surroundings.theme
        self._tasks = surroundings.tasks
        self._clock = surroundings.clock
        self._seen: Seen | None = None
        self._takes_focus = False
        self._maybe_too = False
        self.decisions = Decisions(surroundings, parent=self)
        self._bar = RangeBar(self._theme)
        self.timeline = TimelineCard(surroundings)
        self.suggestions = Suggestions(self._theme, self.decisions)
        self._picture = Picture(surroundings, self.timeline.view, parent=self)
        self._line = TextLabel(
            self._theme,
            self.tr("Sentences that come round again, and the answers you have found for them."),
            role="ink2",
            wrap=True,
        )
        self._to_sort = Button(self._theme, "", icon="inbox")
        self._more = IconButton(self._theme, "ellipsis", self.tr("More for this room"))
        self._empty = EmptyCritic(self._theme)
        self._adding = AddingForm(self._theme)
        self._pages = QStackedWidget()
        self._lay_out()
        self._side = Side(self._theme, self.suggestions, self._beside, self._to_sort, room=self)
        self._connect()

    def arrive(self) -> None:
        """Read anew and put the focus where something waits."""
        self._takes_focus = True
        self.read()

    def back(self) -> bool:
        """Leave the form or the line that is being written, or shut the drawer; whether there was any."""
        if self._pages.currentWidget() is self._adding:
            self._leave_adding()
            return True
        return self.suggestions.back() or self._side.shut() or self.timeline.back()

    def refresh(self, changes: Changes) -> None:
        """Read again when something was heard, kept, refused or wished."""
        if self.isVisible() and (changes.heard or changes.phrases or changes.settings or changes.entries):
            self.read()

    def save_now(self, then: Callable[[], None] = lambda: None, otherwise: Callable[[], None] = lambda: None) -> None:
        """Keep the kinder line that is being written, then go on. A sentence being added is kept by Enter only."""
        self.suggestions.save_now(then, otherwise)

    def forget(self) -> None:
        """Let go of every sentence."""
        self._seen = None
        self.timeline.forget()
        self.suggestions.forget()
        self._adding.forget()

    def read(self) -> None:
        """Read what the room shows."""
        span, today, maybe_too = self._bar.span, self._today(), self._maybe_too
        self._tasks.run(
            lambda journal: look_at(journal, span, today=today, maybe_too=maybe_too),
            then=self._show,
            owner=self,
            replaces="critic",
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower sides below the breakpoint, wide margins far above it, and the drawer."""
        super().resizeEvent(event)
        self._fit()

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        lanes = seen.timeline.lanes
        self._bar.show_voices(voices_of(lane.phrase for lane in lanes))
        self._show_lanes()
        self.suggestions.show_suggestions(seen.suggestions, seen.wishes, today=self._today(), maybe_too=self._maybe_too)
        waiting = len(seen.suggestions) if seen.wishes.suggestions and not seen.wishes.is_quiet else 0
        self._to_sort.setText(self.tr("To sort: {number}").format(number=waiting) if waiting else self.tr("To sort"))
        self._empty.show_wishes(seen.wishes)
        is_empty = not lanes and not waiting and not self.suggestions.keys
        if self._pages.currentWidget() is not self._adding:
            self._show_page(self._empty if is_empty else self._content)
        # A later reading may stand in for the one on arrival.
        if self._takes_focus:
            self._takes_focus = False
            self._take_focus()

    def _show_lanes(self) -> None:
        if self._seen is None:
            return
        timeline = only(self._seen.timeline, self._bar.voice)
        self._bar.setVisible(bool(self._seen.timeline.lanes))
        self._bar.legend.show_unit(self.timeline.show_timeline(timeline, today=self._today()))

    def _show_page(self, page: QWidget) -> None:
        """Show another page; a keyboard that was on the one before comes along."""
        before = self._pages.currentWidget()
        had_focus = before is not None and before is not page and before.isAncestorOf(self.window().focusWidget())
        self._pages.setCurrentWidget(page)
        self._line.setVisible(page is not self._empty)
        self._more.setVisible(page is not self._empty)
        self._fit()
        if had_focus:
            self._take_focus()

    def _take_focus(self) -> None:
        page = self._pages.currentWidget()
        if page is self._adding:
            self._adding.take_focus()
        elif page is self._empty:
            self._empty.take_focus()
        elif self._seen is not None and self._seen.timeline.lanes:
            self.timeline.take_focus()
        elif self._side.is_drawer:
            self._to_sort.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.suggestions.take_focus()

    def _begin_adding(self) -> None:
        self._side.shut()
        self._show_page(self._adding)
        self._adding.take_focus()

    def _leave_adding(self) -> None:
        self._adding.forget()
        self._show_page(self._content)
        self.arrive()

    def _add(self, words: str) -> None:
        self.decisions.keep(
            words,
            then=self._leave_adding,
            trouble=lambda problem: self._adding.say_trouble(problem_line(problem)),
        )

    def _wish(self, change: Callable[[CriticWishes], CriticWishes]) -> None:
        self._tasks.run(lambda journal: journal.critic.wish(change(journal.critic.wishes())), owner=self)

    def _turn_suggestions(self) -> None:
        self._wish(lambda wishes: replace(wishes, suggestions=not wishes.suggestions))

    def _turn_quiet(self) -> None:
        if self._seen is not None:
            self.decisions.be_quiet(quiet=not self._seen.wishes.is_quiet)

    def _ask_again(self) -> None:
        """Suggestions that are off come on, else the quiet day ends."""
        is_off = self._seen is not None and not self._seen.wishes.suggestions
        (self._turn_suggestions if is_off else self._turn_quiet)()

    def _turn_maybe(self) -> None:
        self._maybe_too = not self._maybe_too
        self.read()

    def _open_menu(self) -> None:
        if self._seen is None:
            return
        menu = RoomMenu(
            self._theme,
            self._seen.wishes,
            maybe_too=self._maybe_too,
            has_lanes=bool(self._seen.timeline.lanes),
            has_ground=self.timeline.has_ground,
            parent=self,
        )
        menu.adding_wanted.connect(self._begin_adding)
        menu.quiet_wanted.connect(self._turn_quiet)
        menu.suggestions_wanted.connect(self._turn_suggestions)
        menu.maybe_wanted.connect(self._turn_maybe)
        menu.ground_wanted.connect(self.timeline.turn_ground)
        menu.print_wanted.connect(self.print_wanted)
        menu.picture_wanted.connect(self._picture.ask_where)
        menu.open_below(self._more)

    def _connect(self) -> None:
        self.timeline.phrase_wanted.connect(self.phrase_wanted)
        for part in (self.timeline, self.suggestions):
            part.entry_wanted.connect(self.entry_wanted)
        for teller in (self.decisions, self._picture):
            teller.told.connect(self.told)
        self.timeline.marks_sized.connect(self._bar.legend.show_size)
        self._bar.changed.connect(self._look_again)
        self._more.clicked.connect(self._open_menu)
        self._empty.begun.connect(self._begin_adding)
        self._empty.second_chosen.connect(self._turn_suggestions)
        self._adding.added.connect(self._add)
        self._adding.left.connect(self._leave_adding)
        self.suggestions.maybe_wanted.connect(self._turn_maybe)
        self.suggestions.suggestions_wanted.connect(self._ask_again)
        self._theme.changed.connect(self._fit)

    def _look_again(self) -> None:
        """Another voice shows at once; another span is read."""
        self._show_lanes()
        self.read()

    def _today(self) -> date:
        return journal_day(self._clock.now())

    def _fit(self) -> None:
        theme = self._theme
        margins = content_margins(theme, window=self.window().width(), own=self.width())
        self._top.setContentsMargins(margins.side, margins.top, margins.side, 0)
        self._ground.set_margins(QMargins(margins.side, 0, margins.side, margins.bottom))
        left = self.width() - 2 * margins.side - theme.space(5) - theme.scaled("criticSide")
        is_drawer = margins.narrow or left < theme.scaled("criticTimelineLeast")
        self._side.fit(is_drawer=is_drawer, is_needed=self._pages.currentWidget() is self._content)

    def _lay_out(self) -> None:
        theme = self._theme
        self._content = QWidget()
        content = QVBoxLayout(self._content)
        content.setContentsMargins(0, theme.size("criticRangeAbove"), 0, 0)
        content.setSpacing(theme.size("criticRangeAbove"))
        content.addWidget(self._bar)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(theme.space(5))
        self._beside.addWidget(self.timeline, 1)
        content.addLayout(self._beside)
        content.addStretch(1)
        for page in (self._content, self._empty, self._adding):
            self._pages.addWidget(page)
        self._ground = PagesGround(theme, self._pages)
        # The title stays in sight while the rest scrolls.
        head = Ground(theme)
        self._top = self._head()
        head.setLayout(self._top)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(ScrollArea(theme, self._ground), 1)

    def _head(self) -> QHBoxLayout:
        theme = self._theme
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextLabel(theme, self.tr("Inner critic"), style="display"))
        words.addWidget(self._line)
        head = QHBoxLayout()
        head.setSpacing(theme.space(2))
        head.addLayout(words, 1)
        head.addWidget(self._to_sort, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self._more, 0, Qt.AlignmentFlag.AlignBottom)
        return head
