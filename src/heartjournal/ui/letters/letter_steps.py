"""The column beside the sheet: the steps of a letter, what was said in them, and help with the voice."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heartjournal import resources
from heartjournal.ui.letters.sheet import StepSheet
from heartjournal.ui.letters.step_column import StepColumn
from heartjournal.ui.practices import Prompt
from heartjournal.ui.widgets import Chip, Link, StepChosen, TextLabel

if TYPE_CHECKING:
    from uuid import UUID

    from heartjournal.model.practice import Practice
    from heartjournal.model.practice_run import Part, PracticeRun
    from heartjournal.ui.theme import Theme

_EXCERPT = 160


@dataclass(frozen=True, slots=True)
class PromptChosen:
    """A section is to be asked for in other words."""

    section_id: UUID
    prompt_text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class StarterChosen:
    """A letter is to go on with these words, of those that are shipped."""

    words: str


class LetterSteps(QWidget):
    """Makes a sheet for each part of a letter and shows at the side where one is.

    Most letters have the three steps of the practice; one from elsewhere has the parts it came with.

    Attributes:
        step_chosen: carries the `StepChosen` of a step the person wants to go to.
        starter_chosen: carries the `StarterChosen`, the beginning of a sentence, to be written into the letter.
        voice_chosen: carries the `PromptChosen` of another voice for the letter.
    """

    step_chosen = Signal(StepChosen)
    starter_chosen = Signal(StarterChosen)
    voice_chosen = Signal(PromptChosen)

    def __init__(self, theme: Theme, practice: Practice, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._practice = practice
        self.current = 0
        self._about = TextLabel(theme, role="ink2", wrap=True)
        self._about.set_most_lines(3)
        self._usual = tuple(step.short for step in practice.steps)
        self._column = self._make_column(self._usual)
        self._help = QWidget()
        self._straight = Link(theme, self.tr("Straight to a blank letter"))
        self._straight.clicked.connect(lambda: self.step_chosen.emit(StepChosen(len(self._column.boxes) - 1)))
        self._lay_out()

    @property
    def least_width(self) -> int:
        """The narrowest column in which no beginning of a sentence is cut, on whatever step one is."""
        return self._help.minimumSizeHint().width() + self._theme.size("stepBoxIndent")

    def make_sheets(self, run: PracticeRun, *, quote: str) -> tuple[StepSheet, ...]:
        """The sheets of a run, in the order of its parts; `quote` is the sentence the letter answers."""
        families = resources.feelings()
        last = len(run.shown) - 1
        names = tuple(self._name_of(part, is_letter=place == last) for place, part in enumerate(run.shown))
        self._show_column(names)
        sheets = tuple(
            StepSheet(
                self._theme,
                part,
                families=families,
                is_letter=place == last,
                name=names[place],
            )
            for place, part in enumerate(run.shown)
        )
        self._about.setText(self.tr("In answer to “{words}”").format(words=quote) if quote else "")
        self._about.setVisible(bool(quote))
        self._show_voice(run.shown[last])
        self.tell(sheets)
        return sheets

    def show_current(self, place: int, sheets: tuple[StepSheet, ...]) -> None:
        """Say which step is the present one."""
        self.current = place
        self._column.show_current(place)
        is_last = place == len(sheets) - 1
        self._help.setVisible(is_last)
        self._straight.setVisible(place == 0 and not is_last and not sheets[-1].text.words.strip())
        self.tell(sheets)

    def tell(self, sheets: tuple[StepSheet, ...]) -> None:
        """Say what was said in the steps that are not on the sheet."""
        for place, sheet in enumerate(sheets[:-1]):
            said = " ".join(sheet.text.words.split())[:_EXCERPT] if place != self.current else ""
            feelings = ", ".join(sheet.named) if place != self.current else ""
            self._column.boxes[place].show_said(
                self.tr("“{words}”").format(words=said) if said else "", feelings=feelings
            )

    def clear(self) -> None:
        """Drop every word."""
        self._show_column(self._usual)
        self._about.setText("")
        for box in self._column.boxes[:-1]:
            box.show_said("")

    def _name_of(self, part: Part, *, is_letter: bool) -> str:
        if part.step is not None:
            return part.step.short
        return self.tr("The letter") if is_letter else part.section.prompt_text or self.tr("Before the letter")

    def _make_column(self, names: tuple[str, ...]) -> StepColumn:
        column = StepColumn(self._theme, names)
        column.step_chosen.connect(self.step_chosen)
        return column

    def _show_column(self, names: tuple[str, ...]) -> None:
        """A box for each of these; the one of the letter has the help in it."""
        before = self._column
        if before.headings == names:
            return
        self._column = self._make_column(names)
        self._put_help()
        self._whole.replaceWidget(before, self._column)
        self._column.show()
        before.hide()
        before.deleteLater()

    def _put_help(self) -> None:
        letter = self._column.boxes[-1]
        letter.show_said("")
        letter.inside.addWidget(self._help)

    def _show_voice(self, part: Part) -> None:
        """What the letter is asked for, with the voices it can be written in."""
        while (item := self._voice.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if part.section.prompt_text:
            prompt = Prompt(self._theme, part.section.prompt_text, part.step)
            prompt.asked_otherwise.connect(lambda words: self.voice_chosen.emit(PromptChosen(part.section.id, words)))
            self._voice.addWidget(prompt)

    def _lay_out(self) -> None:
        theme = self._theme
        last = self._practice.steps[-1]
        helping = QVBoxLayout(self._help)
        helping.setContentsMargins(0, 0, 0, 0)
        helping.setSpacing(theme.space(2))
        self._voice = QVBoxLayout()
        helping.addLayout(self._voice)
        for starter in last.starters:
            chip = Chip(theme, starter, dashed=True)
            chip.clicked.connect(
                lambda _checked=False, words=starter: self.starter_chosen.emit(StarterChosen(words.rstrip("… ") + " "))
            )
            helping.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        self._put_help()
        self._whole = column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.size("sheetColumnTop"), 0, 0)
        column.setSpacing(theme.space(3))
        column.addWidget(self._about)
        column.addWidget(self._column)
        column.addWidget(self._straight, 0, Qt.AlignmentFlag.AlignLeft)
