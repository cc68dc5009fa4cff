"""The practice "critic" on the page of a phrase: four steps over weeks, taken up where they were left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heartjournal.model.phrase import CriticStep
from heartjournal.ui.critic.phrase_page.step_answers import StepAnswers
from heartjournal.ui.critic.phrase_page.words import step_place
from heartjournal.ui.practices import Prompt
from heartjournal.ui.widgets import Button, ButtonKind, Card, FlowLayout, Segments, TextLabel
from heartjournal.ui.widgets.emptying import empty

if TYPE_CHECKING:
    from heartjournal.model.phrase import PhrasePage
    from heartjournal.model.practice import Practice
    from heartjournal.ui.critic.phrase_page.keeping import PhraseKeeping
    from heartjournal.ui.critic.phrase_page.kinder_line import KinderLine
    from heartjournal.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class StepReached:
    """Where the practice is now."""

    step: CriticStep


class WorkingWithIt(Card):
    """Folded away until it is begun; what is answered is written to the phrase like everything on its page.

    Attributes:
        reached: carries the `StepReached`.
        tones_chosen: carries the `TonesChosen`.
    """

    reached = Signal(StepReached)
    tones_chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        practice: Practice,
        keeping: PhraseKeeping,
        line: KinderLine,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, bare=True, parent=parent)
        self._practice = practice
        self._page: PhrasePage | None = None
        self._step = CriticStep.NOTICE
        self.answers = StepAnswers(theme, practice, keeping, line)
        self.answers.tones_chosen.connect(self.tones_chosen)
        names = tuple(step.short for step in practice.steps)
        self.steps = Segments(theme, names, name=self.tr("Steps of working with this sentence"))
        self.steps.chosen.connect(lambda chosen: self._go_to(chosen.index))
        self._where = TextLabel(theme, role="ink2", wrap=True)
        self.begin = Button(theme, "", small=True)
        self.begin.clicked.connect(self._begin)
        self._open = QWidget()
        self._prompt = QVBoxLayout()
        self.back_button = Button(theme, self.tr("Back"), kind=ButtonKind.QUIET, small=True)
        self.next_button = Button(theme, "", small=True)
        self.leave_button = Button(theme, self.tr("Stop here for now"), kind=ButtonKind.QUIET, small=True)
        self.back_button.clicked.connect(lambda: self._go_to(step_place(self._step) - 1))
        self.next_button.clicked.connect(lambda: self._go_to(step_place(self._step) + 1))
        self.leave_button.clicked.connect(self.back)
        self._lay_out(theme)
        self._open.hide()

    def show_page(self, page: PhrasePage) -> None:
        """Show where it was left; a step that is open stays so."""
        is_other = self._page is None or self._page.line.phrase.id != page.line.phrase.id
        self._page = page
        if is_other:
            self._open.hide()
        if self._open.isHidden():
            self._step = page.line.phrase.step
            self._tell()
        else:
            self.answers.show_page(page)

    def back(self) -> bool:
        """Fold the step away; whether one was open."""
        if self._open.isHidden():
            return False
        focused: QWidget | None = self.window().focusWidget()  # none where nothing has it, whatever the stubs say
        had_it = focused is not None and self._open.isAncestorOf(focused)
        self._open.hide()
        self.answers.clear()
        self._tell()
        if had_it:
            self.begin.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def clear(self) -> None:
        """Drop every word."""
        self._page = None
        self._open.hide()
        self.answers.clear()

    def _begin(self) -> None:
        place = step_place(self._step)
        self._go_to(place if place < len(self._practice.steps) else 0)

    def _go_to(self, place: int) -> None:
        """Open a step; after the last one nothing is asked any more."""
        if self._page is None:
            return
        self._step = tuple(CriticStep)[place]
        self.reached.emit(StepReached(self._step))
        if self._step is CriticStep.DONE:
            self.back()
            return
        step = self._practice.steps[place]
        empty(self._prompt)
        prompt = Prompt(self._theme, step.prompt, step)
        self._prompt.addWidget(prompt)
        prompt.show()  # a layout shows it later, and until then a reader finds nothing
        self.steps.set_current(place)
        self.answers.show_step(place, self._page)
        self.back_button.setVisible(place > 0)
        is_last = place == len(self._practice.steps) - 1
        self.next_button.setText(self.tr("Close it for now") if is_last else self.tr("Next, or skip"))
        self.leave_button.setVisible(not is_last)
        self._open.show()
        self._tell()
        self.answers.take_focus()

    def _tell(self) -> None:
        is_open, place = not self._open.isHidden(), step_place(self._step)
        self._where.setVisible(not is_open)
        self.begin.setVisible(not is_open)
        if self._step is CriticStep.NOTICE:
            self._where.setText(self._practice.summary)
            self.begin.setText(self.tr("Begin"))
        elif self._step is CriticStep.DONE:
            self._where.setText(self._practice.closing)
            self.begin.setText(self.tr("Go through it again"))
        else:
            name = self._practice.steps[place].short
            self._where.setText(self.tr("Last time you stopped here: {step}.").format(step=name))
            self.begin.setText(self.tr("Go on"))

    def _lay_out(self, theme: Theme) -> None:
        buttons = FlowLayout(spacing=theme.space(2))
        for button in (self.next_button, self.back_button, self.leave_button):
            buttons.addWidget(button)
        steps = QHBoxLayout()
        steps.addWidget(self.steps)
        steps.addStretch(1)
        opened = QVBoxLayout(self._open)
        opened.setContentsMargins(0, 0, 0, 0)
        opened.setSpacing(theme.space(4))
        opened.addLayout(steps)
        opened.addLayout(self._prompt)
        opened.addWidget(self.answers)
        opened.addLayout(buttons)
        column = QVBoxLayout(self)
        side, above = theme.size("cardPadding"), theme.size("phraseCardY")
        column.setContentsMargins(side, above, side, above)
        column.setSpacing(theme.space(3))
        column.addWidget(TextLabel(theme, self.tr("Working with this sentence"), style="heading", wrap=True))
        column.addWidget(self._where)
        column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._open)
