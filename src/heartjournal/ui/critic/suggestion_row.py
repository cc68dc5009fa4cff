"""One suggestion: its words, the sentences folded behind them, and what can be decided about it with one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heartjournal.ui.counting import plural, quoted
from heartjournal.ui.critic.folding_words import FoldingWords
from heartjournal.ui.critic.sentences import Sentence
from heartjournal.ui.critic.soften_form import SoftenForm
from heartjournal.ui.wanted import EntryWanted
from heartjournal.ui.widgets import Button, ButtonKind, FlowLayout, Separator, TextLabel

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from heartjournal.model.phrase import Suggestion
    from heartjournal.ui.theme import Theme


class _Choice(Button):
    """A small button with less beside its words: three stand in a narrow card."""

    def _padding(self) -> int:
        return self._theme.size("criticChoicePadding")


class SuggestionRow(QWidget):
    """While it has the focus K keeps it, S keeps and softens it, N refuses it, J joins it with a phrase that is kept.

    Attributes:
        kept, softened, refused, joined: what was chosen.
        line_written: carries the kinder line, which is finished; it stays in its field until the row is done.
        left: it is softened without a line; the row is done.
        entry_wanted: carries the `EntryWanted` of a sentence of it.
    """

    kept = Signal()
    softened = Signal()
    refused = Signal()
    joined = Signal()
    line_written = Signal(str)
    left = Signal()
    entry_wanted = Signal(EntryWanted)

    def __init__(self, theme: Theme, suggestion: Suggestion, *, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = today
        self.suggestion = suggestion
        self.face = FoldingWords(theme, quoted(suggestion.words), self._how_often())
        self.face.clicked.connect(self._fold)
        self._sentences: QWidget | None = None
        self._form: SoftenForm | None = None
        self._buttons: list[Button] = []
        self._choices = self._make_choices()
        self._near = TextLabel(theme, self._near_words(), style="small", role="ink2", wrap=True)
        self._line = Separator(theme)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._line)
        self._column = QVBoxLayout()
        whole.addLayout(self._column)
        padding = theme.size("criticRowPadding")
        self._column.setContentsMargins(0, padding, 0, padding)
        self._column.setSpacing(theme.space(2))
        for part in (self.face, self._near, self._choices):
            self._column.addWidget(part)
        self._near.setHidden(not suggestion.near)

    @property
    def is_softening(self) -> bool:
        """Whether it is kept already and its kinder line is being asked for."""
        return self._form is not None

    def set_first(self, first: bool) -> None:  # noqa: FBT001  the one thing it says
        """The first has no line above it."""
        self._line.setHidden(first)

    def has_ring(self) -> bool:
        """Whether the keyboard's ring is round something of it."""
        return any(part.has_ring() for part in (self.face, *self._buttons))

    def take_focus(self, *, ringed: bool = True) -> None:
        """Wait on its words, or in the field of its line."""
        if self._form is not None:
            self._form.take_focus()
        else:
            self.face.setFocus(Qt.FocusReason.ShortcutFocusReason if ringed else Qt.FocusReason.OtherFocusReason)

    def ask_for_line(self) -> None:
        """Ask for the kinder line, now that it is kept."""
        if self._form is not None:
            return
        self._form = form = SoftenForm(self._theme)
        form.written.connect(lambda: self.line_written.emit(form.words) if form.words else self.left.emit())
        form.left.connect(self.left)
        had_focus = self.isAncestorOf(self.window().focusWidget())
        self._column.addWidget(form)
        form.show()
        if had_focus:
            form.take_focus()
        self._choices.hide()
        self._near.hide()

    @property
    def line(self) -> str:
        """The kinder line as it stands in its field."""
        return self._form.words if self._form is not None else ""

    def say_trouble(self, words: str) -> None:
        """Say below the field why its line is not kept."""
        if self._form is not None:
            self._form.say_trouble(words)

    def leave(self) -> bool:
        """Leave it without a kinder line; whether one was asked for."""
        if self._form is None:
            return False
        self.left.emit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key for each choice."""
        pressed = QKeySequence(event.keyCombination())
        keys = (
            (self._theme.shortcut("phrase.keep"), self.kept),
            (self._theme.shortcut("phrase.soften"), self.softened),
            (self._theme.shortcut("phrase.not"), self.refused),
            (self._theme.shortcut("phrase.join"), self.joined),
        )
        chosen = next((choice for key, choice in keys if pressed == key), None)
        can = chosen is not self.joined or bool(self.suggestion.near)
        if chosen is not None and can and not self.is_softening and not event.isAutoRepeat():
            chosen.emit()
        else:
            super().keyPressEvent(event)

    def _how_often(self) -> str:
        return plural(self.suggestion.days, self.tr("on one day"), self.tr("on {number} days"))

    def _near_words(self) -> str:
        if not self.suggestion.near:
            return ""
        return self.tr("Perhaps one more way of saying {phrase}?").format(phrase=quoted(self.suggestion.near[0].words))

    def _make_choices(self) -> QWidget:
        words = quoted(self.suggestion.words)
        named = [
            (self.tr("Keep"), self.tr("Keep {words}"), ButtonKind.SECONDARY, self.kept, "phrase.keep"),
            (self.tr("Soften"), self.tr("Soften {words}"), ButtonKind.QUIET, self.softened, "phrase.soften"),
            (self.tr("Not this"), self.tr("Not this: {words}"), ButtonKind.QUIET, self.refused, "phrase.not"),
        ]
        if self.suggestion.near:
            named.append((self.tr("Join them"), self.tr("Join {words}"), ButtonKind.QUIET, self.joined, "phrase.join"))
        choices = QWidget()
        flow = FlowLayout(choices, spacing=self._theme.space(1))
        for text, name, kind, chosen, key in named:
            button = _Choice(self._theme, text, kind=kind, small=True)
            button.setAccessibleName(name.format(words=words))
            meant = self.tr("Never ask about this again") if chosen is self.refused else text
            button.setToolTip(f"{meant} ({self._theme.shortcut_words(key)})")
            button.clicked.connect(lambda _checked=False, chosen=chosen: chosen.emit())
            flow.addWidget(button)
            self._buttons.append(button)
        return choices

    def _fold(self) -> None:
        """Show the sentences below the words, or fold them away."""
        if self._sentences is None:
            self._sentences = self._make_sentences()
            self._column.insertWidget(1, self._sentences)
            self._sentences.show()
        else:
            self._sentences.setVisible(self._sentences.isHidden())

    def _make_sentences(self) -> QWidget:
        sentences = QWidget()
        column = QVBoxLayout(sentences)
        column.setContentsMargins(self._theme.space(2), 0, 0, 0)
        column.setSpacing(self._theme.space(2))
        column.addWidget(TextLabel(self._theme, self.suggestion.reason, style="small", role="ink3", wrap=True))
        for occurrence in self.suggestion.occurrences:
            sentence = Sentence(self._theme, occurrence, today=self._today)
            sentence.entry_wanted.connect(self.entry_wanted)
            column.addWidget(sentence)
        return sentences
