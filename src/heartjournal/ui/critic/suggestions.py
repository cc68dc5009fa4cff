"""The card "Is this one of them?": what was heard in the pages, to be kept, softened or refused, in no hurry."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.ui.critic.suggestion_row import SuggestionRow
from heartjournal.ui.phrases.line_at_work import LineAtWork
from heartjournal.ui.problem_words import problem_line
from heartjournal.ui.wanted import EntryWanted, PassingWords
from heartjournal.ui.widgets import Card, IconLabel, Link, ScrollArea, TextLabel
from heartjournal.ui.widgets.painting import draw_box, painter_on

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from heartjournal.model.phrase import CriticWishes, Suggestion
    from heartjournal.model.problems import KnownProblem
    from heartjournal.ui.phrases.decisions import Decisions
    from heartjournal.ui.theme import Theme

_SHOWN = 12
"""How many suggestions are shown at first: a long list would ask for work."""


class _Count(TextLabel):
    """A number on a tint of fog."""

    def sizeHint(self) -> QSize:
        """Room for the tint."""
        return super().sizeHint() + QSize(2 * self._theme.size("criticPillPadding"), 0)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tint, then the number."""
        painter = painter_on(self)
        box = QRect(0, 0, self.width(), self.height())
        draw_box(painter, box, radius=self.height() / 2, fill=self._theme.color("criticTint"))
        painter.end()
        super().paintEvent(event)


class _Rows(ScrollArea):
    """As high as what it holds, where there is room."""

    def __init__(self, theme: Theme, contents: QWidget) -> None:
        super().__init__(theme, contents)
        self._contents = contents

    def sizeHint(self) -> QSize:
        """The height of its contents at the width it has."""
        return QSize(super().sizeHint().width(), self._contents.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sentences that fold out want room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class Suggestions(Card):
    """Sorted with the pointer or one key each; `decisions` does what is chosen.

    Attributes:
        maybe_wanted: what the ear is less sure of is asked for.
        suggestions_wanted: suggestions are to be on again, or the quiet day is to end.
        entry_wanted: carries the `EntryWanted` of a sentence.
    """

    maybe_wanted = Signal()
    suggestions_wanted = Signal()
    entry_wanted = Signal(EntryWanted)

    def __init__(self, theme: Theme, decisions: Decisions, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, bare=True, parent=parent)
        self._decisions = decisions
        self._most = _SHOWN
        self._all: tuple[Suggestion, ...] = ()
        self._today: date | None = None
        self._rows: dict[str, SuggestionRow] = {}
        self._lines: dict[str, LineAtWork] = {}
        self._count = _Count(theme, style="small", role="critic", strong=True)
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._said = TextLabel(theme, style="small", role="ink2", wrap=True)
        self._keys = TextLabel(theme, style="small", role="ink3", wrap=True)
        self._listed = QVBoxLayout()
        self._more = Link(theme, self.tr("Show more of them"))
        self._maybe = Link(theme, self.tr("Show what is less sure"))
        self._again = Link(theme, "")
        self._more.clicked.connect(self._show_more)
        self._maybe.clicked.connect(self.maybe_wanted)
        self._again.clicked.connect(self.suggestions_wanted)
        self.setAccessibleName(self.tr("Is this one of them?"))
        self._lay_out()
        for part in (self._count, self._more, self._maybe, self._again, self._keys):
            part.hide()

    @property
    def keys(self) -> tuple[str, ...]:
        """Which wordings are listed, from above."""
        return tuple(self._rows)

    def show_suggestions(
        self, found: tuple[Suggestion, ...], wishes: CriticWishes, *, today: date, maybe_too: bool
    ) -> None:
        """Show these in place of those shown; a row whose kinder line is being written stays until it is done."""
        self._today = today
        is_asking = wishes.suggestions and not wishes.is_quiet
        self._all = found if is_asking else ()
        self._list()
        self._count.setText(str(len(self._all)))
        self._count.setVisible(bool(self._all))
        self._said.setText(self._line(wishes))
        self._keys.setText(self._key_words())
        self._keys.setVisible(bool(self._all))
        self._maybe.setVisible(is_asking and not maybe_too)
        self._again.setText(self.tr("End the quiet day") if wishes.suggestions else self.tr("Turn suggestions on"))
        self._again.setVisible(not is_asking)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """As high as the timeline beside it: many suggestions scroll inside it."""
        return False

    def sizeHint(self) -> QSize:
        """All of it, at the width it has."""
        return QSize(self.minimumWidth(), self._whole.totalHeightForWidth(self.minimumWidth()))

    def take_focus(self) -> None:
        """Wait on the first suggestion, else on what else can be done here."""
        row = next(iter(self._rows.values()), None)
        if row is not None:
            row.take_focus()
        else:
            link = self._again if self._maybe.isHidden() else self._maybe
            link.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def back(self) -> bool:
        """Leave the asking for a kinder line, and keep one that was begun; whether there was any."""
        if any(each.has_unsaved for each in self._lines.values()):
            self.save_now()
            return True
        return any(row.leave() for row in tuple(self._rows.values()))

    def save_now(self, then: Callable[[], None] = lambda: None, otherwise: Callable[[], None] = lambda: None) -> None:
        """Keep every kinder line that is being written, then go on; `otherwise` where one stays, which is said."""
        line = next((each for each in self._lines.values() if each.has_unsaved), None)
        if line is None:
            then()
        else:
            line.save_now(lambda: self.save_now(then, otherwise), otherwise)

    def forget(self) -> None:
        """Let go of every sentence."""
        self._all = ()
        for key in tuple(self._rows):
            self._drop(key)

    def _line(self, wishes: CriticWishes) -> str:
        if not wishes.suggestions:
            return self.tr("Suggestions are off. Nothing is asked.")
        if wishes.is_quiet:
            return self.tr("Quiet today: nothing is asked until tomorrow.")
        if not self._all:
            return self.tr("Nothing waits to be sorted.")
        return self.tr("Found in your pages by this computer. No hurry.")

    def _key_words(self) -> str:
        """What the keys do; joining is named only where there is something to join with."""
        if any(each.near for each in self._all):
            words = self.tr("{keep} keeps, {soften} softens, {refuse} is not this, {join} joins")
        else:
            words = self.tr("{keep} keeps, {soften} softens, {refuse} is not this")
        names = {"keep": "phrase.keep", "soften": "phrase.soften", "refuse": "phrase.not", "join": "phrase.join"}
        return words.format(**{name: self._theme.shortcut_words(key) for name, key in names.items()})

    def _list(self) -> None:
        """Change only what is different, so that the focus and a line being written stay where they are."""
        shown = {each.key: each for each in self._all[: self._most]}
        place = self._focused()
        for key, row in tuple(self._rows.items()):
            if not row.is_softening and shown.get(key) != row.suggestion:
                self._drop(key)
        for key, suggestion in shown.items():
            if key not in self._rows:
                self._add(suggestion)
        order = [key for key in shown if key in self._rows]
        for index, key in enumerate(self._rows):
            if key not in shown:
                order.insert(index, key)
        self._rows = {key: self._rows[key] for key in order}
        for index, row in enumerate(self._rows.values()):
            if self._listed.indexOf(row) != index:
                self._listed.insertWidget(index, row)
            row.set_first(index == 0)
        self._more.setVisible(len(self._all) > self._most)
        self._give_back_focus(place)

    def _focused(self) -> tuple[str, int, bool] | None:
        """Which row has the keyboard, its place, and whether its ring shows."""
        focused: QWidget | None = self.window().focusWidget()
        for index, (key, row) in enumerate(self._rows.items()):
            if focused is not None and row.isAncestorOf(focused):
                return key, index, row.has_ring()
        return None

    def _give_back_focus(self, place: tuple[str, int, bool] | None) -> None:
        """To the suggestion that stands where the last one went, so that one key after the other sorts them all."""
        if place is None or place[0] in self._rows:
            return
        rows = list(self._rows.values())
        if rows:
            rows[min(place[1], len(rows) - 1)].take_focus(ringed=place[2])
        else:
            self.take_focus()

    def _add(self, suggestion: Suggestion) -> None:
        assert self._today is not None  # noqa: S101  rows are made when there is something to show
        row = SuggestionRow(self._theme, suggestion, today=self._today)
        key = suggestion.key
        row.kept.connect(lambda: self._decisions.keep(suggestion.words, key=key))
        row.softened.connect(lambda: self._soften(row))
        row.refused.connect(lambda: self._decisions.refuse(key, suggestion.words, section=None))
        row.joined.connect(lambda: self._decisions.keep_within(suggestion.near[0].id, suggestion.words, key=key))
        row.left.connect(lambda: self._finish(key))
        row.entry_wanted.connect(self.entry_wanted)
        self._rows[key] = row
        self._listed.addWidget(row)
        row.show()  # a layout shows it later, and until then it cannot take the keyboard

    def _soften(self, row: SuggestionRow) -> None:
        """Keep it, then ask in place for the kinder line."""
        suggestion = row.suggestion
        self._decisions.keep(suggestion.words, key=suggestion.key, then=partial(self._ask_for_line, row))

    def _ask_for_line(self, row: SuggestionRow) -> None:
        suggestion = row.suggestion
        if self._rows.get(suggestion.key) is not row or row.is_softening:
            return
        line = LineAtWork(
            self._decisions,
            suggestion.words,
            key=suggestion.key,
            written=lambda: row.line,
            kept=lambda: self._finish(suggestion.key),
            troubled=lambda problem: self._say_trouble(row, problem),
        )
        self._lines[suggestion.key] = line
        row.line_written.connect(lambda _words: line.save_now())
        row.ask_for_line()

    def _say_trouble(self, row: SuggestionRow, problem: KnownProblem) -> None:
        """In the field, and in passing where that is out of sight."""
        words = problem_line(problem)
        row.say_trouble(words)
        self.updateGeometry()
        if not row.isVisible():
            self._decisions.told.emit(PassingWords(words))

    def _finish(self, key: str) -> None:
        row = self._rows.get(key)
        if row is None:
            return
        place = self._focused()
        self._drop(key)
        self._list()
        self._give_back_focus(place)
        self.updateGeometry()

    def _drop(self, key: str) -> None:
        row = self._rows.pop(key)
        if key in self._lines:
            self._lines.pop(key).drop()
        self._listed.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _show_more(self) -> None:
        before = set(self._rows)
        self._most += _SHOWN
        self._list()
        new = next((row for key, row in self._rows.items() if key not in before), None)
        if new is not None:
            new.take_focus()
        self.updateGeometry()

    def _lay_out(self) -> None:
        theme = self._theme
        head = QHBoxLayout()
        head.setSpacing(theme.space(2))
        head.addWidget(IconLabel(theme, "inbox", role="ink", size=theme.size("iconInButton")))
        head.addWidget(TextLabel(theme, self.tr("Is this one of them?"), style="label", wrap=True), 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        inside = QWidget()
        column = QVBoxLayout(inside)
        side = theme.size("criticCardPadding")
        reach = theme.size("ringReach")
        column.setContentsMargins(side, reach, side, reach)
        column.setSpacing(0)
        self._listed.setContentsMargins(0, 0, 0, 0)
        self._listed.setSpacing(0)
        column.addLayout(self._listed)
        for part in (self._more, self._maybe, self._again, self._keys):
            column.addWidget(part)
        column.addStretch(1)
        self._whole = whole = QVBoxLayout(self)
        edge = round(theme.stroke("hairline"))
        whole.setContentsMargins(edge, side, edge, theme.size("criticCardPaddingBottom"))
        whole.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(side - edge, 0, side - edge, 0)
        top.setSpacing(theme.space(1))
        top.addLayout(head)
        top.addWidget(self._said)
        whole.addLayout(top)
        whole.addWidget(_Rows(theme, inside), 1)
