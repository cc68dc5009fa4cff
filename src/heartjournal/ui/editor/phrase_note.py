"""The note on one underlined sentence, in the margin or under its line: what it says, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from heartjournal.ui.phrases.kinder_words import kinder_question
from heartjournal.ui.widgets import Button, ButtonKind, IconButton, IconLabel, LampCard, Menu, Note, TextLabel, Themed
from heartjournal.ui.widgets.announcement import announce
from heartjournal.ui.widgets.fields import FieldLine
from heartjournal.ui.widgets.painting import draw_box, draw_words, painter_on, width_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QShowEvent

    from heartjournal.ui.editor.note_words import NoteWords
    from heartjournal.ui.theme import Theme


class PhraseNote(Themed, QFrame):
    """Made anew for each sentence, and gone with its words when it is closed.

    Attributes:
        closed: Esc, or it was decided.
        softened: carries the kinder line that was written.
        kept, refused, never_wanted, page_wanted, quiet_wanted: what was chosen.
    """

    closed = Signal()
    softened = Signal(str)
    kept = Signal()
    refused = Signal()
    never_wanted = Signal()
    page_wanted = Signal()
    quiet_wanted = Signal()

    def __init__(self, theme: Theme, said: NoteWords, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = said
        self.setAccessibleName(said.title)
        self.soften = SoftenButton(theme, self.tr("Soften it"), self.tr("write a kinder line"))
        self.soften.clicked.connect(self._begin_line)
        self.line = FieldLine(theme, compact=True, style="excerpt")
        self.line.setAccessibleName(kinder_question())
        self.question = TextLabel(theme, kinder_question(), style="small", role="ink2", wrap=True)
        self.line.returnPressed.connect(self._submit)
        self._trouble = Note(theme)
        self._has_trouble = False
        self.keep_line = Button(theme, self.tr("Keep this line"), kind=ButtonKind.PRIMARY, small=True)
        self.keep_line.clicked.connect(self._submit)
        self.keep = Button(theme, self.tr("Open its page") if said.is_kept else self.tr("Keep"), small=True)
        self.keep.clicked.connect(self.page_wanted if said.is_kept else self.kept)
        self.refuse = Button(theme, self.tr("Not this"), small=True)
        self.refuse.setToolTip(self.tr("Not in this place ({key})").format(key=theme.shortcut_words("phrase.not")))
        self.refuse.clicked.connect(self.refused)
        self.more = IconButton(theme, "ellipsis", self.tr("More about this sentence"), small=True)
        self.more.clicked.connect(self._open_menu)
        self._lay_out(theme)
        self._follow(theme)
        self._show_line(shown=False)

    def take_keyboard(self) -> None:
        """Give the keyboard to the first thing that can be done, or to the line that is being written."""
        if self.line.isHidden():
            self.soften.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            # By a shortcut the line would be selected, and the next key would overwrite it.
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def has_line(self) -> bool:
        """Whether a kinder line is begun in it."""
        return bool(self.line.text().strip())

    def say_trouble(self, words: str) -> None:
        """Show the line, with why it is not kept below it."""
        self._trouble.say(words, icon="info", role="notice")
        self._has_trouble = True
        self.line.setAccessibleDescription(words)
        self._show_line(shown=True)
        self._resized()
        announce(self, words)

    def step_back(self) -> None:
        """Close; a line that is begun folds first, and stays in its field as long as the note is open."""
        if self.line.isHidden() or not self.has_line:
            self.closed.emit()
            return
        self._show_line(shown=False)
        self._resized()
        self.soften.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def height_at(self, width: int) -> int:
        """How high it is at a width."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else 0

    def showEvent(self, event: QShowEvent) -> None:
        """Let a screen reader say what has opened."""
        super().showEvent(event)
        if not event.spontaneous():
            announce(self, " ".join(filter(None, (self.said.title, self.said.text, self.said.kinder))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back; its letters choose while no line is written."""
        if event.key() == Qt.Key.Key_Escape:
            self.step_back()
            return
        for name, button in self._letters().items():
            if not event.modifiers() and QKeySequence(event.key()) == self._theme.shortcut(name):
                button.click()
                return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the raised box."""
        fill, line = self._theme.color("raised"), self._theme.color("control")
        draw_box(painter_on(self), self.rect(), radius=self._theme.radius("popover"), fill=fill, line=line)

    def _letters(self) -> dict[str, Button]:
        letters: dict[str, Button] = {"phrase.soften": self.soften, "phrase.not": self.refuse}
        return letters if self.said.is_kept else {**letters, "phrase.keep": self.keep}

    def _begin_line(self) -> None:
        self._show_line(shown=True)
        self._resized()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _submit(self) -> None:
        if self.has_line:
            self.softened.emit(self.line.text())

    def _show_line(self, *, shown: bool) -> None:
        for part in (self.question, self.line, self.keep_line):
            part.setVisible(shown)
        self._trouble.setVisible(shown and self._has_trouble)
        self.soften.setHidden(shown)

    def _resized(self) -> None:
        """The layout asks its parent, which places it, to look again."""
        self.updateGeometry()
        self.setFixedHeight(self.height_at(self.width()))

    def _open_menu(self) -> None:
        menu = Menu(self._theme, parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        choices: list[tuple[str, Callable[[], None]]] = [(self.tr("Quiet today"), self.quiet_wanted.emit)]
        if not self.said.is_kept:
            choices.insert(0, (self.tr("Never ask about this sentence"), self.never_wanted.emit))
        for words, choose in choices:
            menu.add(words).triggered.connect(choose)
        menu.open_below(self.more)

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        across, down = theme.size("phraseNotePadding"), theme.size("phraseNotePaddingY")
        column.setContentsMargins(across, down, across, down)
        column.setSpacing(theme.space(2))
        head = QHBoxLayout()
        head.setSpacing(theme.space(2))
        icon = IconLabel(theme, theme.element("critic").icon, role="critic")
        head.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(TextLabel(theme, self.said.title, style="label", role="critic", wrap=True), 1)
        column.addLayout(head)
        if self.said.text:
            column.addWidget(TextLabel(theme, self.said.text, role="ink2", wrap=True))
        if self.said.kinder:
            column.addWidget(_kinder_line(theme, self.tr("What you said to it before"), self.said.kinder))
        column.addSpacing(theme.space(1))
        column.addWidget(self.question)
        for part in (self.soften, self.line, self.keep_line):
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            column.addWidget(part)
        column.insertWidget(column.indexOf(self.line) + 1, self._trouble)
        both = QHBoxLayout()
        both.setSpacing(theme.space(2))
        for button in (self.keep, self.refuse):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            both.addWidget(button, 1)
        column.addLayout(both)
        foot = QHBoxLayout()
        words = self.tr("Esc closes; ask me another time")
        foot.addWidget(TextLabel(theme, words, style="small", role="ink3", wrap=True), 1)
        foot.addWidget(self.more, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(foot)


class SoftenButton(Button):
    """A primary button with its verb at the left and a quieter word at the right, which goes first where it is narrow.

    Both words are its name.
    """

    def __init__(self, theme: Theme, text: str, aside: str, *, parent: QWidget | None = None) -> None:
        self._aside = aside
        super().__init__(theme, text, kind=ButtonKind.PRIMARY, small=True, parent=parent)
        self.setAccessibleName(f"{text} – {aside}")

    def sizeHint(self) -> QSize:
        """Both words, with room between them."""
        hint = super().sizeHint()
        return QSize(hint.width() + self._theme.space(4) + self._width_aside(), hint.height())

    def minimumSizeHint(self) -> QSize:
        """The verb alone."""
        return super().sizeHint()

    def _draw_content(self, painter: QPainter, ink: str) -> None:
        middle, padding, color = self.height() / 2, self._padding(), self._theme.color(ink)
        draw_words(painter, self._words(), font=self.font(), color=color, at=QPointF(padding, middle))
        if self.width() >= self.sizeHint().width():
            left = self.width() - padding - self._width_aside()
            font = self._theme.font("compact")
            draw_words(painter, self._aside, font=font, color=color, at=QPointF(left, middle))

    def _width_aside(self) -> int:
        return width_of(self._aside, self._theme.font("compact"))


def _kinder_line(theme: Theme, said: str, words: str) -> LampCard:
    """The person's own line in lamplight."""
    card = LampCard(theme, bare=True)
    column = QVBoxLayout(card)
    across, down = theme.space(3), theme.space(2)
    column.setContentsMargins(across, down, across, down)
    column.setSpacing(0)
    column.addWidget(TextLabel(theme, said, style="small", role="ink2", wrap=True))
    column.addWidget(TextLabel(theme, words, style="excerpt", italic=True, wrap=True))
    return card
