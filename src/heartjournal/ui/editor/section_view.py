"""One section of the page: its element, its prompt, what the prompt asks with, and the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGroupBox, QSizePolicy, QVBoxLayout, QWidget

from heartjournal.model.practice_run import Answer, choices_of
from heartjournal.ui.editor.marked_text import MarkedText
from heartjournal.ui.practices import ChoiceInput, FeelingsInput, Prompt, Starters, TimerInput, part_tag
from heartjournal.ui.widgets import Separator

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QPaintEvent

    from heartjournal.model.element import Element
    from heartjournal.model.feeling import FeelingFamily
    from heartjournal.model.practice_run import Part
    from heartjournal.ui.editor.page_layout import PageLayout
    from heartjournal.ui.theme import Theme


class SectionView(QGroupBox):
    """A section while it is written; a named group for screen readers.

    Attributes:
        changed: an answer in it is different.
        asked_otherwise: another anchor was chosen; carries the prompt as it is shown now.
        word_made: a feeling of the person's own was named.
        sentence_made: a sentence of the person's own was written as a choice.
    """

    changed = Signal()
    asked_otherwise = Signal(str)
    word_made = Signal(str)
    sentence_made = Signal(str)

    def __init__(
        self,
        theme: Theme,
        part: Part,
        *,
        families: tuple[FeelingFamily, ...],
        is_first: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._part = part
        self._asked = part.section.prompt_text
        self.text: MarkedText | None = None
        self.feelings_input: FeelingsInput | None = None
        self.choices: tuple[ChoiceInput, ...] = ()
        self._prompt: Prompt | None = None
        self._starters: Starters | None = None
        # Without a frame of its own a group box is only the name it gives to what is in it.
        self.setStyleSheet("QGroupBox { border: 0; margin: 0; padding: 0 }")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.tag = part_tag(theme, part)
        self._body = QWidget()
        self._lay_out(is_first=is_first)
        self._fill(families)
        self._take_name()

    @property
    def section_id(self) -> UUID:
        """Which section this is."""
        return self._part.section.id

    @property
    def element(self) -> Element | None:
        """Which element it is about; None is what happened."""
        return self._part.section.element

    @property
    def answer(self) -> Answer:
        """The choices and the text as they stand."""
        chosen = tuple(choice.chosen for choice in self.choices)
        return Answer(chosen, self.text.words if self.text else "")

    @property
    def feelings(self) -> tuple[str, ...]:
        """The feelings as they are named."""
        return self.feelings_input.feelings if self.feelings_input else ()

    @property
    def _is_answered(self) -> bool:
        return bool(self.feelings or self.answer.text.strip() or any(self.answer.chosen))

    def arrange(self, layout: PageLayout) -> None:
        """Take the widths of the page: the tag beside the words, or above them where it does not fit."""
        beside = layout.tag_beside
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(layout.gap if beside else 0)
        line = self._line_place
        line.setContentsMargins(layout.tag_width + layout.gap if beside else 0, 0, 0, 0)
        line.setFixedWidth(layout.text_width + line.contentsMargins().left())
        self._tag_place.setVisible(beside or self.tag is not None)
        self._tag_place.setMinimumWidth(layout.tag_width if beside else 0)
        self._tag_place.setMaximumWidth(layout.tag_width if beside else layout.text_width)
        self._body.setFixedWidth(layout.text_width)
        space = self._theme.space
        above = space(5) if beside or self.tag is None else space(2)
        self._column.setContentsMargins(0, above, 0, space(5))

    def show_as_current(self, *, current: bool) -> None:
        """Help where the person is writing; elsewhere what is answered steps back, so that the words are seen.

        Of an answered turn the question stays, of what happened only the words; both keep the question in their name.
        """
        if self._starters is not None:
            self._starters.setVisible(current)
        if self._prompt is not None:
            folded = not current and self._is_answered
            self._prompt.set_folded(folded=folded)
            self._prompt.setVisible(not folded or self._part.section.element is not None)

    def offer_feelings(self, words: tuple[str, ...]) -> None:
        """Offer the feelings the person has made a word for before."""
        if self.feelings_input is not None:
            self.feelings_input.know_own(words)

    def offer_sentences(self, sentences: tuple[str, ...]) -> None:
        """Put the person's own sentences first in the choice that takes own words."""
        for choice in self.choices:
            if choice.takes_own_words:
                choice.offer_first(sentences)
                return

    def take_focus(self, *, by_keyboard: bool = False) -> None:
        """Give the keyboard to the text, or to the first thing to press where there is none."""
        if self.text is not None:
            self.text.put_caret(at_end=True)
        else:
            first = next((child for child in self._body.findChildren(QWidget) if _can_focus(child)), self._body)
            reason = Qt.FocusReason.ShortcutFocusReason if by_keyboard else Qt.FocusReason.OtherFocusReason
            first.setFocus(reason)

    def forget(self) -> None:
        """Drop every word, as when the page is closed."""
        if self.text is not None:
            self.text.forget()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw nothing: the page is the paper."""

    def _name(self) -> str:
        names = (self.tag.accessibleName() if self.tag else "", self._asked)
        return ", ".join(name for name in names if name) or self.tr("Your words")

    def _take_name(self) -> None:
        """Let group and text be called by the question as it is asked now."""
        self.setAccessibleName(self._name())
        if self.text is not None:
            self.text.setAccessibleName(self._name())

    def _ask_otherwise(self, prompt: str) -> None:
        self._asked = prompt
        self._take_name()
        self.asked_otherwise.emit(prompt)

    def _lay_out(self, *, is_first: bool) -> None:
        theme = self._theme
        self._tag_place = QWidget()
        tag_column = QVBoxLayout(self._tag_place)
        line = round(theme.stroke("hairline"))
        tag_column.setContentsMargins(0, theme.space(5) - (0 if is_first else line), 0, 0)
        if self.tag is not None:
            tag_column.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._column = QVBoxLayout(self._body)
        self._column.setSpacing(theme.space(2))
        self._line_place = QWidget()
        line_row = QVBoxLayout(self._line_place)
        line_row.setContentsMargins(0, 0, 0, 0)
        line_row.addWidget(Separator(theme))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self._tag_place, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._body, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._line_place)
        self._line_place.setVisible(not is_first)
        outer.addLayout(self._row)

    def _fill(self, families: tuple[FeelingFamily, ...]) -> None:
        section, step = self._part.section, self._part.step
        if section.prompt_text:
            self._prompt = Prompt(self._theme, section.prompt_text, step)
            self._prompt.asked_otherwise.connect(self._ask_otherwise)
            self._column.addWidget(self._prompt)
        if step is not None and step.timer is not None:
            self._column.addWidget(TimerInput(self._theme, step.timer))
        if self._part.asks_for_feelings:
            self._add_feelings(families)
        self.choices = tuple(self._add_choice(place) for place in range(len(choices_of(step))))
        if self._part.asks_for_text:
            self._add_text()

    def _add_feelings(self, families: tuple[FeelingFamily, ...]) -> None:
        self.feelings_input = FeelingsInput(self._theme, families, feelings=self._part.section.feelings)
        self.feelings_input.changed.connect(self.changed)
        self.feelings_input.word_made.connect(self.word_made)
        self._column.addWidget(self.feelings_input)

    def _add_choice(self, place: int) -> ChoiceInput:
        asked = choices_of(self._part.step)[place]
        choice = ChoiceInput(self._theme, asked, chosen=self._part.answer.chosen[place])
        choice.changed.connect(self.changed)
        choice.sentence_made.connect(self.sentence_made)
        self._column.addWidget(choice)
        return choice

    def _add_text(self) -> None:
        self.text = MarkedText(self._theme, self._part.answer.text)
        self.text.written.connect(self.changed)
        self._column.addWidget(self.text)
        if self._part.step is not None and self._part.step.starters:
            self._starters = Starters(self._theme, self._part.step.starters)
            self._starters.setContentsMargins(0, self._theme.size("editorStarters") - self._theme.space(2), 0, 0)
            self._starters.chosen.connect(self.text.insert_words)
            self._starters.hide()
            self._column.addWidget(self._starters)


def _can_focus(widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isEnabled() and not widget.isHidden()
