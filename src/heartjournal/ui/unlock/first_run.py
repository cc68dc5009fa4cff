"""First run: a few words, a passphrase, and the journal is made; Back always works and nothing typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.ui.unlock.begin_page import BeginPage
from heartjournal.ui.unlock.passphrase_page import PassphrasePage
from heartjournal.ui.unlock.words_page import WordsPage
from heartjournal.ui.widgets import Button, ButtonKind, Stepper
from heartjournal.ui.widgets.lit_page import LampPlace, LitPage, OneAtATime, centred

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from heartjournal.journal import Journal
    from heartjournal.model.problems import KnownProblem
    from heartjournal.ui.surroundings import Surroundings
    from heartjournal.ui.theme import Theme


class FirstRun(QWidget):
    """Three pages that end with an open journal.

    `folder` is where the journal is to lie; `creator` turns the passphrase into the work of making the journal there
    and opening it.

    Attributes:
        opened: the journal is made and open; both fields are empty again.
        unlock_wanted: there is a journal in the folder already, and it is to be opened instead.
        elsewhere_wanted: the journal lies, or is to lie, in another folder.
    """

    opened = Signal()
    elsewhere_wanted = Signal()
    unlock_wanted = Signal()

    def __init__(
        self,
        surroundings: Surroundings,
        creator: Callable[[str], Callable[[], Journal]],
        *,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = surroundings.theme
        theme = surroundings.theme
        self._tasks = surroundings.tasks
        self._creator = creator
        self._is_making = False
        self._is_foreign = self._can_choose = False
        self._words = WordsPage(theme)
        self._passphrase = PassphrasePage(theme, self._tasks)
        self._begin = BeginPage(theme, folder=folder)
        self._page = LitPage(theme, LampPlace.FIRST_RUN, parent=self)
        self._stepper = Stepper(theme, (self.tr("A few words"), self.tr("Your passphrase"), self.tr("Begin")))
        self._pages = OneAtATime()
        for page in (self._words, self._passphrase, self._begin):
            self._pages.add(page)
        self._back = Button(theme, self.tr("Back"), kind=ButtonKind.QUIET, icon="arrow-left")
        self._elsewhere = Button(theme, self.tr("Choose another folder…"), kind=ButtonKind.QUIET)
        self._next = Button(theme, "", kind=ButtonKind.PRIMARY, trailing="arrow-right")
        self._lay_out(theme)
        self._back.clicked.connect(self._go_back)
        self._elsewhere.clicked.connect(self.elsewhere_wanted)
        self._next.clicked.connect(self._go_on)
        self._passphrase.submitted.connect(self._go_on)
        self._begin.unlock_wanted.connect(self.unlock_wanted)
        self._show(0)

    def offer_elsewhere(self, *, is_foreign: bool, can_choose: bool) -> None:
        """Offer another folder; where this one holds other things, say so at once, before a passphrase is made up."""
        self._is_foreign, self._can_choose = is_foreign, can_choose
        self._words.tell_foreign(is_foreign=is_foreign)
        self._show(self._pages.index)

    def arrive(self) -> None:
        """Wait on the page that is shown."""
        self._focus_page()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is Back."""
        if event.key() == Qt.Key.Key_Escape and self._pages.index > 0:
            self._go_back()
            return
        super().keyPressEvent(event)

    def _go_back(self) -> None:
        if not self._is_making and self._pages.index > 0:
            self._show(self._pages.index - 1)

    def _go_on(self) -> None:
        page = self._pages.current
        if page is self._begin:
            self._make()
        elif page is not self._passphrase or self._passphrase.is_complete():
            self._show(self._pages.index + 1)

    def _show(self, number: int) -> None:
        self._pages.show_page((self._words, self._passphrase, self._begin)[number])
        self._stepper.set_current(number)
        self._back.setVisible(number > 0)
        self._elsewhere.setVisible(number == 0 and self._can_choose)
        self._next.setEnabled(not self._is_foreign)
        self._next.setText((self.tr("Next: your passphrase"), self.tr("Next: begin"), self.tr("Begin"))[number])
        self._page.to_top()
        self._focus_page()

    def _focus_page(self) -> None:
        is_typing = self._pages.current is self._passphrase
        waiting = self._elsewhere if self._is_foreign else self._next
        (self._passphrase if is_typing else waiting).setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> None:
        if self._is_making:
            return
        self._set_making(True)
        self._tasks.open(
            self._creator(self._passphrase.text()),
            then=lambda _none: self._welcome(),
            trouble=self._tell,
            owner=self,
        )

    def _welcome(self) -> None:
        self._set_making(False)
        self._passphrase.clear()
        self.opened.emit()

    def _tell(self, problem: KnownProblem) -> None:
        """Say what is so; the passphrase stays in its fields, one page back."""
        self._set_making(False)
        self._begin.tell(problem)
        self._next.setText(self.tr("Try again"))
        # Behind grounding the focus would leave what is in front; `arrive` gives it back.
        if self.isVisible():
            self._focus_page()

    def _set_making(self, is_making: bool) -> None:  # noqa: FBT001  a setter of one truth
        self._is_making = is_making
        self._begin.set_making(is_making)
        self._back.setEnabled(not is_making)
        self._next.setEnabled(not is_making)

    def _lay_out(self, theme: Theme) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)
        column = QVBoxLayout(self._page.contents)
        edge = theme.space(6)
        column.setContentsMargins(edge, theme.size("contentPaddingTop"), edge, edge)
        column.setSpacing(0)
        column.addWidget(self._stepper, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.size("settingsItem"))
        self._middle = middle = QWidget()
        self._fit_middle()
        # A method, not a function: Qt lets go of it with this screen, which goes before the theme does.
        theme.changed.connect(self._fit_middle)
        inner = QVBoxLayout(middle)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.space(6))
        inner.addWidget(self._pages)
        inner.addLayout(self._buttons())
        column.addLayout(centred(middle))
        column.addStretch(1)

    def _fit_middle(self) -> None:
        """Larger words take a wider column, where the window has the room."""
        self._middle.setMaximumWidth(self._theme.scaled("firstRunWidth"))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._back)
        row.addWidget(self._elsewhere)
        row.addStretch(1)
        row.addWidget(self._next)
        return row
