"""Unlock: one field, one button, and a plain word when the journal does not open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from heartjournal.model.problems import (
    CannotRead,
    DamagedHeader,
    DamagedJournal,
    ForeignFolder,
    KnownProblem,
    NewerJournal,
    NoJournal,
    OlderJournal,
    UnfinishedJournal,
    WrongPassphrase,
)
from heartjournal.ui.dates import greeting
from heartjournal.ui.unlock.caps_lock import CapsLockWatch
from heartjournal.ui.unlock.door_words import door_words
from heartjournal.ui.widgets import AppMark, Button, ButtonKind, Card, Note, NoticeBox, PassphraseField, TextLabel
from heartjournal.ui.widgets.lit_page import LampPlace, LitPage, centred

if TYPE_CHECKING:
    from collections.abc import Callable

    from heartjournal.journal import Journal
    from heartjournal.ui.surroundings import Surroundings
    from heartjournal.ui.theme import Theme

# Told of these, somebody may want to say where the journal really is.
_OF_THE_FOLDER = (
    NoJournal,
    UnfinishedJournal,
    ForeignFolder,
    NewerJournal,
    OlderJournal,
    DamagedHeader,
    DamagedJournal,
    CannotRead,
)


class Unlock(QWidget):
    """Asks for the passphrase and opens the journal in the worker.

    `opener` turns what was typed into the work of opening, so that this screen needs no door before it is painted.

    Attributes:
        opened: the journal is open; the field is empty again.
        break_wanted: the three-step break was asked for, which needs no journal.
        too_much_wanted: grounding was asked for.
        set_up_wanted: there is nothing to open here yet, and a journal is to be made.
        elsewhere_wanted: the journal lies in another folder.
    """

    opened = Signal()
    break_wanted = Signal()
    too_much_wanted = Signal()
    set_up_wanted = Signal()
    elsewhere_wanted = Signal()

    def __init__(
        self,
        surroundings: Surroundings,
        opener: Callable[[str], Callable[[], Journal]],
        *,
        can_choose: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = surroundings.theme
        self._tasks = surroundings.tasks
        self._clock = surroundings.clock
        self._opener = opener
        self._is_opening = False
        theme = surroundings.theme
        self._page = LitPage(theme, LampPlace.DOOR, parent=self)
        self._greeting = TextLabel(theme, style="display")
        self._field = PassphraseField(theme, label=self.tr("Passphrase"))
        self._notice = NoticeBox(theme)
        self._notice.hide()
        self._set_up = Button(theme, self.tr("Set up the journal here"))
        self._set_up.hide()
        self._can_choose = can_choose
        self._elsewhere = Button(theme, self.tr("Choose another folder…"))
        self._elsewhere.hide()
        self._button = Button(theme, self.tr("Open my journal"), kind=ButtonKind.PRIMARY)
        self._button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._caps_note = Note(theme, self.tr("Caps Lock is on"), icon="keyboard")
        self._caps_note.hide()
        self._caps_lock = CapsLockWatch(self._field.line, parent=self)
        self._lay_out(theme)
        self._connect()
        self._greet()

    def arrive(self) -> None:
        """Greet by the hour and wait in the field."""
        self._greet()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self._caps_lock.changed.connect(lambda: self._caps_note.setVisible(self._caps_lock.is_on))
        self._field.submitted.connect(self._open)
        self._button.clicked.connect(self._open)
        self._set_up.clicked.connect(self.set_up_wanted)
        self._elsewhere.clicked.connect(self.elsewhere_wanted)

    def _open(self) -> None:
        """Hide what was shown, hand the words to the worker and wait; a second Enter meanwhile does nothing."""
        if self._is_opening:
            return
        self._field.set_shown(False)
        self._set_opening(True)
        self._tasks.open(
            self._opener(self._field.text()), then=lambda _none: self._welcome(), trouble=self._tell, owner=self
        )

    def _welcome(self) -> None:
        self._set_opening(False)
        self._notice.hide()
        self._button.setText(self.tr("Open my journal"))
        self._field.clear()
        self.opened.emit()

    def _tell(self, problem: KnownProblem) -> None:
        """Say what is so, keep what was typed and select it."""
        self._set_opening(False)
        if isinstance(problem, WrongPassphrase):
            heading, text = self._wrong_passphrase_words()
        else:
            heading, text = door_words(problem)
        self._notice.say(heading, text)
        self._notice.show()
        self._field.setAccessibleDescription(self._notice.words())
        self._set_up.setVisible(isinstance(problem, NoJournal | UnfinishedJournal))
        self._elsewhere.setVisible(self._can_choose and isinstance(problem, _OF_THE_FOLDER))
        self._button.setText(self.tr("Try again"))
        self._field.selectAll()
        # Behind a break or grounding the focus would leave what is in front; `arrive` gives it back.
        if self.isVisible():
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wrong_passphrase_words(self) -> tuple[str, str]:
        return (
            self.tr("That isn’t the passphrase."),
            self.tr("Check Caps Lock and keyboard layout, then try again. Nothing has been lost."),
        )

    def _set_opening(self, is_opening: bool) -> None:  # noqa: FBT001  a setter of one truth
        self._is_opening = is_opening
        self._field.line.setReadOnly(is_opening)
        self._button.setEnabled(not is_opening)
        if is_opening:
            self._notice.hide()
            self._field.setAccessibleDescription("")
            self._set_up.hide()
            self._elsewhere.hide()
            self._button.setText(self.tr("Opening…"))

    def _greet(self) -> None:
        self._greeting.setText(greeting(self._clock.now()))

    def _lay_out(self, theme: Theme) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)
        column = QVBoxLayout(self._page.contents)
        column.setContentsMargins(theme.space(6), theme.space(2), theme.space(6), theme.space(2))
        column.setSpacing(0)
        column.addStretch(1)
        self._add_head(column, theme)
        column.addSpacing(theme.size("sectionGap"))
        column.addLayout(centred(self._card(theme)))
        column.addSpacing(theme.size("doorGap"))
        column.addLayout(centred(self._promise(theme)))
        # What lies below is as high as what is above; this puts the column above the middle, as in the picture.
        column.addSpacing(theme.space(6))
        column.addWidget(self._ways_out(theme), 1)

    def _add_head(self, column: QVBoxLayout, theme: Theme) -> None:
        column.addWidget(AppMark(theme, size=theme.size("doorMark")), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.size("brandGap"))
        sentence = TextLabel(
            theme, self.tr("Your journal is closed. Open it whenever you’re ready."), role="ink2", wrap=True
        )
        for label in (self._greeting, sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)

    def _fit_middle(self) -> None:
        """Larger words take a wider card, where the window has the room."""
        self._middle.setMaximumWidth(self._theme.scaled("doorWidth"))

    def _card(self, theme: Theme) -> Card:
        self._middle = card = Card(theme, bare=True)
        self._fit_middle()
        # A method, not a function: Qt lets go of it with this screen, which goes before the theme does.
        theme.changed.connect(self._fit_middle)
        column = QVBoxLayout(card)
        padding = theme.size("doorPadding")
        column.setContentsMargins(padding, padding, padding, theme.size("cardPadding"))
        column.setSpacing(0)
        # What is told stands off by the spacing, which is there only between what is shown.
        told = QVBoxLayout()
        told.setSpacing(theme.space(3))
        for part in (self._field, self._notice, self._set_up, self._elsewhere):
            told.addWidget(part)
        column.addLayout(told)
        column.addSpacing(theme.size("doorGap"))
        column.addWidget(self._button)
        column.addSpacing(theme.space(4))
        column.addWidget(self._caps_line(theme))
        return card

    def _caps_line(self, theme: Theme) -> QWidget:
        """Its room is there from the start, so that nothing jumps while somebody types."""
        line = QWidget()
        line.setMinimumHeight(theme.size("minTarget"))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._caps_note)
        return line

    def _promise(self, theme: Theme) -> Note:
        words = self.tr("Kept on this computer, encrypted. Nothing is sent anywhere.")
        promise = Note(theme, words, icon="lock", role="ink2")
        promise.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        return promise

    def _ways_out(self, theme: Theme) -> QWidget:
        """What needs no journal: the break and grounding."""
        ways = QWidget()
        column = QVBoxLayout(ways)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(theme.space(2))
        row.addStretch(1)
        for words, icon, signal in (
            (self.tr("Three-step break"), "wind", self.break_wanted),
            (self.tr("Too much right now"), "anchor", self.too_much_wanted),
        ):
            button = Button(theme, words, kind=ButtonKind.QUIET, icon=icon)
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        return ways
