"""The head of the page of a phrase: the way back, what can be done with it, its words, and how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.ui.counting import quoted
from heartjournal.ui.critic.phrase_page.keeping import Part
from heartjournal.ui.critic.phrase_page.kept_text import KeptText
from heartjournal.ui.dates import short_day
from heartjournal.ui.widgets import Button, ButtonKind, IconButton, Menu, TextLabel

if TYPE_CHECKING:
    from datetime import date

    from heartjournal.model.phrase import Phrase
    from heartjournal.ui.critic.phrase_page.keeping import PhraseKeeping
    from heartjournal.ui.theme import Theme

_TITLE = "displayXL"


class Head(QWidget):
    """Nothing in it asks the journal; it says what is wanted.

    Attributes:
        left, joining_wanted, rest_wanted, waking_wanted, letting_go_wanted, pin_wanted, unpin_wanted: as the button
            or the entry of the menu says.
    """

    left = Signal()
    joining_wanted = Signal()
    rest_wanted = Signal()
    waking_wanted = Signal()
    letting_go_wanted = Signal()
    pin_wanted = Signal()
    unpin_wanted = Signal()

    def __init__(self, theme: Theme, keeping: PhraseKeeping, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keeping = keeping
        self._phrase: Phrase | None = None
        self._is_short = False
        self.back_button = self._button(self.tr("Inner critic"), "arrow-left")
        self.join = self._button(self.tr("Join with another"), "blend")
        self.rest = self._button(self.tr("Let it rest"), "archive")
        self.more = IconButton(theme, "ellipsis", self.tr("More for this phrase"), small=True)
        self.title = TextLabel(theme, style=_TITLE, wrap=True)
        self.name = KeptText(theme, keeping, name=self.tr("The words of this phrase"), style=_TITLE, is_line=True)
        self._pinned = TextLabel(theme, self.tr("Kept on top"), style="small", role="ink3")
        self._state = TextLabel(theme, style="small", role="ink2", wrap=True)
        self.name.hide()
        self._state.hide()
        self._pinned.hide()
        self._lay_out()
        self.back_button.clicked.connect(self.left)
        self.join.clicked.connect(self.joining_wanted)
        self.rest.clicked.connect(self._rest_or_wake)
        self.more.clicked.connect(self._open_menu)
        self.name.ended.connect(self._named)
        keeping.changed.connect(self._show_name)

    def show_phrase(self, phrase: Phrase, *, today: date) -> None:
        """Show its words and how it stands."""
        self._phrase = phrase
        self._show_name(Part.NAME)
        is_resting = phrase.resting_since is not None
        self.rest.setText(self.tr("Wake it") if is_resting else self.tr("Let it rest"))
        self.rest.set_icon("lamp" if is_resting else "archive")
        self._state.setText(self._state_words(phrase, today))
        self._state.setVisible(is_resting)
        self._tell_pinned()

    def set_short(self, short: bool) -> None:  # noqa: FBT001  a setter of one truth
        """In a narrow place only the buttons stand in the first row."""
        self._is_short = short
        self._tell_pinned()

    def rename(self) -> None:
        """Write other words in place of those that are shown."""
        if self._phrase is not None:
            self.name.show_place(Part.NAME)
            self.title.hide()
            self.name.show()
            self.name.put_caret(at_end=True)

    def back(self) -> bool:
        """End the renaming; whether it was under way."""
        if self.name.isHidden():
            return False
        self._named()
        return True

    def clear(self) -> None:
        """Drop every word."""
        self._phrase = None
        self.name.let_go()
        self.name.hide()
        self.title.setText("")
        self.title.show()
        self._state.setText("")
        self._pinned.hide()

    def _named(self) -> None:
        if self.name.isHidden():
            return
        had_it = self.name.hasFocus()
        self._keeping.let_go(Part.NAME)
        self._keeping.save_now()
        self.title.show()
        self.name.hide()
        if had_it:
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_name(self, place: object) -> None:
        if place is Part.NAME and self._phrase is not None:
            words = " ".join(self._keeping.words(Part.NAME).split())
            self.title.setText(quoted(words or self._keeping.kept_words(Part.NAME)))

    def _state_words(self, phrase: Phrase, today: date) -> str:
        if phrase.resting_since is not None:
            day = short_day(phrase.resting_since, today=today)
            return self.tr("Resting since {day}. It is not underlined, and folded away among the others.").format(
                day=day
            )
        return ""

    def _tell_pinned(self) -> None:
        self._pinned.setVisible(self._phrase is not None and self._phrase.is_pinned and not self._is_short)

    def _rest_or_wake(self) -> None:
        if self._phrase is not None:
            (self.rest_wanted if self._phrase.resting_since is None else self.waking_wanted).emit()

    def _open_menu(self) -> None:
        if self._phrase is None:
            return
        menu = Menu(self._theme, parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.add(self.tr("Rename"), icon="pen-line", shortcut="phrase.rename").triggered.connect(self.rename)
        if self._phrase.is_pinned:
            menu.add(self.tr("Keep with the others"), icon="x").triggered.connect(self.unpin_wanted)
        else:
            menu.add(self.tr("Keep on top"), icon="check").triggered.connect(self.pin_wanted)
        menu.addSeparator()
        menu.add(self.tr("Let it go…"), icon="trash-2").triggered.connect(self.letting_go_wanted)
        menu.open_below(self.more)

    def _button(self, words: str, icon: str) -> Button:
        return Button(self._theme, words, kind=ButtonKind.QUIET, small=True, icon=icon)

    def _lay_out(self) -> None:
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(theme.space(1))
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self._pinned)
        row.addSpacing(theme.space(2))
        for button in (self.join, self.rest, self.more):
            row.addWidget(button)
        # The words of the outer buttons stand where those below them do, their padding does not.
        out = theme.size("buttonPaddingSmall")
        words = QVBoxLayout()
        words.setContentsMargins(out, theme.space(2), out, 0)
        words.setSpacing(0)
        for part in (self.title, self.name, self._state):
            words.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addLayout(words)
