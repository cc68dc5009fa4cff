"""The page of First run on which a passphrase is chosen and typed once more; any passphrase works."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heartjournal.ui.unlock.passphrase import strength_of
from heartjournal.ui.unlock.strength_line import StrengthLine
from heartjournal.ui.widgets import Card, Note, PassphraseField, TextLabel

if TYPE_CHECKING:
    from heartjournal.ui.tasks import Tasks
    from heartjournal.ui.theme import Theme


class PassphrasePage(QWidget):
    """Two fields, how hard the first is to guess, and whether the second agrees.

    Attributes:
        submitted: Enter was pressed in the second field.
    """

    submitted = Signal()

    def __init__(self, theme: Theme, tasks: Tasks, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tasks = tasks
        self._first = PassphraseField(theme, label=self.tr("Passphrase"))
        self._second = PassphraseField(theme, label=self.tr("Once more, so we know it is right"))
        self._strength = StrengthLine(theme)
        self._lay_out()
        self.setFocusProxy(self._first)
        self._first.textChanged.connect(self._first_changed)
        self._second.textChanged.connect(self._compare)
        self._first.submitted.connect(lambda: self._second.setFocus(Qt.FocusReason.TabFocusReason))
        self._second.submitted.connect(self.submitted)
        self._strength.suggestion_wanted.connect(self._ask_for_suggestion)

    def text(self) -> str:
        """The passphrase, exactly as typed."""
        return self._first.text()

    def clear(self) -> None:
        """Forget both fields, hidden again."""
        for field in (self._first, self._second):
            field.clear()
            field.set_shown(False)

    def is_complete(self) -> bool:
        """Whether both fields agree on something; if not, says so below the field it concerns and goes there."""
        if not self._first.text():
            self._first.set_note(self.tr("A passphrase needs at least one character."))
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._agree():
            self._second.set_note(self.tr("The two are not the same yet. Type it here once more."))
            self._second.setFocus(Qt.FocusReason.OtherFocusReason)
            self._second.selectAll()
        else:
            return True
        return False

    def _first_changed(self) -> None:
        self._first.set_note("")
        self._compare()
        self._ask_for_strength()

    def _agree(self) -> bool:
        """A letter and its accent may be one character or two; both open the same journal."""
        return normalize("NFC", self._first.text()) == normalize("NFC", self._second.text())

    def _compare(self) -> None:
        first, second = (normalize("NFC", field.text()) for field in (self._first, self._second))
        if not second:
            self._second.set_note("")
        elif first == second:
            self._second.set_note(self.tr("Both are the same"), icon="check", role="ink3")
        elif first.startswith(second):
            self._second.set_note(self.tr("Matches so far"), icon="ellipsis", role="ink3")
        else:
            self._second.set_note(self.tr("Different from the one above"), icon="info", role="ink3")

    def _ask_for_strength(self) -> None:
        """Rate what is typed on another thread."""
        passphrase = self._first.text()
        if not passphrase:
            self._tasks.forget("strength", owner=self)
            self._strength.clear()
            return
        self._tasks.aside(
            lambda: strength_of(passphrase), then=self._strength.show_strength, owner=self, replaces="strength"
        )

    def _ask_for_suggestion(self) -> None:
        self._tasks.aside(_suggestion, then=self._take_suggestion, owner=self)

    def _take_suggestion(self, passphrase: str) -> None:
        """Show it, since it has to be learnt, and go on to typing it once more."""
        self._first.setText(passphrase)
        self._first.set_shown(True)
        self._second.clear()
        self._second.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        theme = self._theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(TextLabel(theme, self.tr("Choose a passphrase"), style="display", wrap=True))
        column.addSpacing(theme.space(2))
        introduction = self.tr(
            "It is the only key. We never see it and cannot reset it, so pick words you will still know on a tired "
            "evening. Four or five unrelated words work well."
        )
        column.addWidget(TextLabel(theme, introduction, role="ink2", wrap=True))
        column.addSpacing(theme.space(6))
        column.addWidget(self._card())
        column.addSpacing(theme.space(4))
        warning = self.tr(
            "If it is lost, nobody can open the journal again. A note on paper, kept somewhere safe, is wise."
        )
        column.addWidget(Note(theme, warning, icon="key-round", role="ink2"))

    def _card(self) -> Card:
        card = Card(self._theme)
        card.body.setSpacing(0)
        card.body.addWidget(self._first)
        card.body.addSpacing(self._theme.size("brandGap"))
        card.body.addWidget(self._strength)
        card.body.addSpacing(self._theme.space(5))
        card.body.addWidget(self._second)
        return card


def _suggestion() -> str:
    from heartjournal.resources import passphrase_words, suggest_passphrase  # noqa: PLC0415  wanted here only

    return suggest_passphrase(passphrase_words())
