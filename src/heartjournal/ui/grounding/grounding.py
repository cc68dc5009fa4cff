"""The screen of grounding: what to do at once, whom to call, and each exercise in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from heartjournal import resources
from heartjournal.model.grounding import ExerciseKind
from heartjournal.ui.grounding.exercise import BreathingExercise, SteppedExercise
from heartjournal.ui.grounding.people import People
from heartjournal.ui.widgets import ActionCard, Button, ButtonKind, ScrollArea, TextLabel
from heartjournal.ui.widgets.lit_page import LampPlace, LitDesk, OneAtATime
from heartjournal.ui.widgets.themed import retheme_moved

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from heartjournal.model.grounding import Exercise
    from heartjournal.model.support import Contact
    from heartjournal.ui.grounding.exercise import ExercisePage
    from heartjournal.ui.surroundings import Surroundings
    from heartjournal.ui.theme import Theme


class Grounding(QWidget):
    """Lies over another screen; without an open journal it shows the exercises and the shipped sentences only.

    `over_page` says that a page is behind it; whether it is saved is told by `tell_saved`.
    `half_written` is a number that was being written down here before.

    Attributes:
        closed: back to what was in front.
        lock_wanted: stop for today.
        numbers_wanted: the people to call are to be changed.
        letter_wanted: a letter of the person's own is asked for.
    """

    closed = Signal()
    lock_wanted = Signal()
    numbers_wanted = Signal()
    letter_wanted = Signal()

    def __init__(
        self,
        surroundings: Surroundings,
        *,
        over_page: bool = False,
        half_written: Contact | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = surroundings.theme
        self._words = resources.grounding()
        self._tasks = surroundings.tasks
        self._over_page = over_page and surroundings.tasks.is_open
        self._is_saved: bool | None = None
        self._people = People(surroundings, self._words)
        self._people.numbers_wanted.connect(self.numbers_wanted)
        if half_written is not None:
            self._people.form.put_back(half_written)
        self._cards = [self._card(number, each) for number, each in enumerate(self._words.cards, start=1)]
        # Buttons of a group are walked with the arrow keys, and the walk ends at the first and the last.
        group = QButtonGroup(self, exclusive=False)
        for card in self._cards:
            group.addButton(card)
        self._exercise: ExercisePage | None = None
        self._exercise_area: ScrollArea | None = None
        self._pages, self._feet = OneAtATime(), OneAtATime()
        self._overview, self._way_back = self._make_overview(), self._make_way_back()
        self._lay_out()
        self._show(self._overview, self._way_back)
        self._theme.changed.connect(self._arrange)

    def arrive(self) -> None:
        """Wait on the first card, or where the exercise is."""
        self.look_behind()
        if self._exercise is None:
            self._cards[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._exercise.begin()

    def look_behind(self) -> None:
        """Say and offer what is so now: the journal may have been opened behind."""
        self._introduce()
        self._people.read()
        self._look_for_letters()

    @property
    def half_written(self) -> Contact | None:
        """A number that is being written down and is not kept yet."""
        return self._people.form.half_written

    @property
    def is_page_unsaved(self) -> bool:
        """Whether the page behind is said not to be saved."""
        return self._over_page and self._is_saved is False

    def tell_saved(self, *, is_saved: bool) -> None:
        """Say of the page behind that it is saved, or that it could not be; nothing is said of it before."""
        self._is_saved = is_saved
        self._introduce()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, from an exercise to the cards; a number begins its card."""
        is_bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        number = event.key() - Qt.Key.Key_1 if is_bare else -1
        if is_bare and event.key() == Qt.Key.Key_Escape:
            self._go_back()
        elif self._exercise is None and 0 <= number < len(self._cards):
            self._cards[number].click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the width; a low window gets less air."""
        super().resizeEvent(event)
        self._arrange()

    def _look_for_letters(self) -> None:
        """Offer a letter only to a person who has one."""
        self._tasks.run(
            lambda journal: journal.letters.any_to_call(), then=self._letter.setVisible, owner=self, replaces="letters"
        )

    def _go_back(self) -> None:
        if self._exercise is None:
            self.closed.emit()
        else:
            self._end()

    def _start(self, exercise: Exercise) -> None:
        if exercise.kind is ExerciseKind.CLOSE:
            self.lock_wanted.emit()
            return
        self._drop()
        page: ExercisePage
        if exercise.kind is ExerciseKind.BREATHING:
            page = BreathingExercise(self._theme, exercise)
        else:
            page = SteppedExercise(self._theme, exercise, following=self._words.following(exercise.id))
        page.ended.connect(self._end)
        page.following_wanted.connect(self._follow)
        self._exercise, self._exercise_area = page, ScrollArea(self._theme, page)
        self._pages.add(self._exercise_area)
        self._feet.add(page.foot)
        self._show(self._exercise_area, page.foot)
        page.begin()

    def _follow(self) -> None:
        if self._exercise is not None:
            self._start(self._words.following(self._exercise.exercise.id)[0])

    def _end(self) -> None:
        self._drop()
        self._show(self._overview, self._way_back)
        self.arrive()

    def _drop(self) -> None:
        if self._exercise is not None and self._exercise_area is not None:
            self._pages.take(self._exercise_area)
            self._feet.take(self._exercise.foot)
            self._exercise = self._exercise_area = None

    def _show(self, page: QWidget, foot: QWidget) -> None:
        self._pages.show_page(page)
        self._feet.show_page(foot)

    def _card(self, number: int, exercise: Exercise) -> ActionCard:
        card = ActionCard(self._theme, exercise.title, text=exercise.summary, icon=exercise.icon, keys=str(number))
        card.clicked.connect(lambda: self._start(exercise))
        return card

    def _lay_out(self) -> None:
        """The page takes what room there is; its buttons stand below it, always in sight."""
        desk = LitDesk(self._theme, LampPlace.CORNER)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(desk)
        inside = QVBoxLayout(desk)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self._pages, 1)
        self._foot_row = QHBoxLayout()
        self._foot_row.addWidget(self._feet)
        inside.addLayout(self._foot_row)

    def _make_overview(self) -> QWidget:
        """A head that stays, and below it cards and people, each of which scrolls for itself."""
        theme = self._theme
        overview = QWidget()
        self._column = QVBoxLayout(overview)
        self._column.setSpacing(0)
        self._introduction = TextLabel(theme, style="body", wrap=True)
        self._introduce()
        self._head = QVBoxLayout()
        self._head.addWidget(TextLabel(theme, self._words.title, style="displayXL", wrap=True))
        self._head.addWidget(self._introduction)
        self._column.addLayout(self._head)
        self._row = QHBoxLayout()
        cards, people = QWidget(), QWidget()
        self._cards_column, self._people_column = _column(theme, cards), _column(theme, people)
        self._cards_column.setSpacing(theme.space(3))
        for card in self._cards:
            self._cards_column.addWidget(card)
        self._cards_column.addStretch(1)
        self._people_column.addWidget(self._people)
        self._people_column.addStretch(1)
        self._people_area = ScrollArea(theme, people)
        self._row.addWidget(ScrollArea(theme, cards), 1)
        self._row.addWidget(self._people_area)
        self._column.addLayout(self._row, 1)
        self._pages.add(overview)
        return overview

    def _arrange(self) -> None:
        theme, reach = self._theme, self._theme.size("ringReach")
        narrow, low = self.width() < theme.breakpoint("rail"), self.height() < theme.size("lowWindow")
        side = theme.size("contentPaddingX" if narrow else "groundingPaddingX")
        side = max(side, (self.width() - theme.size("groundingWidth")) // 2)
        top = theme.space(6) if low else theme.size("contentPaddingTop" if narrow else "groundingPaddingTop")
        gap = theme.space(4) if narrow else theme.size("groundingGap")
        self._column.setContentsMargins(side - reach, top, side - reach, 0)
        self._head.setContentsMargins(reach, 0, reach, (theme.space(4) if low else theme.space(9)) - reach)
        self._cards_column.setSpacing(theme.space(2 if low else 3))
        self._row.setSpacing(gap - 2 * reach)
        foot = theme.space(3 if low else 6)
        self._foot_row.setContentsMargins(side, foot, side, foot)
        people = theme.scaled("groundingPeopleNarrow") if narrow else theme.scaled("groundingPeople")
        self._place_people(self.width() - 2 * side - gap, people)
        self._people_area.setFixedWidth(people + 2 * reach)

    def _place_people(self, room: int, width: int) -> None:
        """Beside the cards where there is room for both, else below them."""
        beside = room >= self._theme.scaled("groundingCards") + width
        if beside == self._people_area.isVisibleTo(self):
            return
        if beside:
            self._people_column.insertWidget(0, self._people)
        else:
            self._cards_column.insertWidget(len(self._cards), self._people)
        retheme_moved(self._people)
        self._people_area.setVisible(beside)

    def _introduce(self) -> None:
        words, is_saved = self._words, self._is_saved if self._over_page else None
        said = {True: words.over_a_page, False: words.not_saved, None: words.over_a_room}[is_saved]
        self._introduction.setText(said if self._tasks.is_open else words.while_locked)
        self._introduction.set_role("notice" if is_saved is False else "ink2")

    def _make_way_back(self) -> QWidget:
        theme, words = self._theme, self._words
        back = Button(
            theme, words.back_to_page if self._over_page else words.back, kind=ButtonKind.QUIET, icon="arrow-left"
        )
        back.clicked.connect(self.closed)
        self._letter = Button(theme, self.tr("I need a letter"), kind=ButtonKind.QUIET, icon="mail-open")
        self._letter.clicked.connect(self.letter_wanted)
        self._letter.hide()
        whole = QWidget()
        foot = QHBoxLayout(whole)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(back)
        foot.addWidget(TextLabel(theme, theme.shortcut_words("back"), style="small", role="ink3"))
        foot.addStretch(1)
        foot.addWidget(self._letter)
        self._feet.add(whole)
        return whole


def _column(theme: Theme, place: QWidget) -> QVBoxLayout:
    """The layout of a column that scrolls, with room for the rings of what stands at its edge."""
    column = QVBoxLayout(place)
    reach = theme.size("ringReach")
    column.setContentsMargins(reach, reach, reach, reach)
    return column
