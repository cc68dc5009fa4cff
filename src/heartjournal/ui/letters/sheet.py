"""The sheet of paper a letter is written on: its title and date, and the step that is answered at this moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from heartjournal.model.practice_run import Answer, choices_of
from heartjournal.ui.editor.writing_text import WritingText
from heartjournal.ui.practices import ChoiceInput, FeelingsInput, Prompt
from heartjournal.ui.widgets import TextLabel, Themed, TitleLine
from heartjournal.ui.widgets.lit_page import OneAtATime
from heartjournal.ui.widgets.painting import draw_box, painter_on

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QPaintEvent

    from heartjournal.model.feeling import FeelingFamily
    from heartjournal.model.practice_run import Part
    from heartjournal.ui.theme import Theme


class StepSheet(QWidget):
    """One step on the sheet: its prompt unless it is the letter itself, its choices, and the words.

    Attributes:
        changed: an answer in it is different.
    """

    changed = Signal()

    def __init__(
        self, theme: Theme, part: Part, *, families: tuple[FeelingFamily, ...], is_letter: bool, name: str
    ) -> None:
        super().__init__()
        self._part = part
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.space(3))
        if part.section.prompt_text and not is_letter:
            self.column.addWidget(Prompt(theme, part.section.prompt_text, part.step))
        self.feelings: FeelingsInput | None = None
        if part.asks_for_feelings:
            self.feelings = FeelingsInput(theme, families, feelings=part.section.feelings)
            self.feelings.changed.connect(self.changed)
            self.column.addWidget(self.feelings)
        self.choices = tuple(
            ChoiceInput(theme, asked, chosen=part.answer.chosen[place])
            for place, asked in enumerate(choices_of(part.step))
        )
        for choice in self.choices:
            choice.changed.connect(self.changed)
            self.column.addWidget(choice)
        self.text = WritingText(theme, part.answer.text, style="letter" if is_letter else "reading")
        self.text.setAccessibleName(name)
        self.text.written.connect(self.changed)
        self.column.addWidget(self.text)
        self.column.addStretch(1)

    @property
    def section_id(self) -> UUID:
        """Which section this is."""
        return self._part.section.id

    @property
    def answer(self) -> Answer:
        """The choices and the words as they stand."""
        return Answer(tuple(choice.chosen for choice in self.choices), self.text.words)

    @property
    def named(self) -> tuple[str, ...]:
        """The feelings as they are named."""
        return self.feelings.feelings if self.feelings else ()


class Sheet(Themed, QWidget):
    """Paper with a hairline round it; the steps lie on it one at a time.

    Attributes:
        changed: an answer or the title is different.
    """

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = TitleLine(theme, self.tr("A title, if you like"))
        self.title.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.title.edited.connect(self.changed)
        self.date = TextLabel(theme, style="small", role="ink2")
        self._pages = OneAtATime()
        self.steps: tuple[StepSheet, ...] = ()
        # Not a minimum height: that would let a long letter shrink to it.
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addStrut(theme.size("sheetHeight"))
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        whole.addLayout(self._column)
        head = QHBoxLayout()
        head.setSpacing(theme.space(6))
        head.addWidget(self.date)
        head.addWidget(self.title, 1)
        self._column.addLayout(head)
        self._column.addSpacing(theme.size("sheetDateGap"))
        self._column.addWidget(self._pages)
        self._column.addStretch(1)
        self._follow(theme)

    def show_steps(self, steps: tuple[StepSheet, ...]) -> None:
        """Lay these steps on the sheet in place of what lay there; every word of those is let go."""
        for step in self.steps:
            step.text.forget()
            self._pages.take(step)
        self.steps = steps
        for step in steps:
            step.changed.connect(self.changed)
            self._pages.add(step)

    def show_step(self, place: int) -> None:
        """Show one step."""
        self._pages.show_page(self.steps[place])

    def set_padding(self, side: int) -> None:
        """The empty paper at both sides of the words."""
        self._column.setContentsMargins(
            side, self._theme.size("sheetPaddingTop"), side, self._theme.size("sheetPaddingBottom")
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper."""
        fill, line = self._theme.color("paper"), self._theme.color("hairline")
        draw_box(painter_on(self), self.rect(), radius=self._theme.radius("paperSheet"), fill=fill, line=line)
