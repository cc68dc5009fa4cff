"""What one step of working with a phrase is answered with; every answer belongs to the phrase at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heartjournal.model.phrase import CriticStep
from heartjournal.model.practice import InputKind
from heartjournal.ui.counting import quoted
from heartjournal.ui.critic.folding_words import FoldingWords
from heartjournal.ui.critic.phrase_page.how_it_sounds import Tones
from heartjournal.ui.critic.phrase_page.keeping import Part
from heartjournal.ui.critic.phrase_page.kept_text import KeptText
from heartjournal.ui.critic.phrase_page.writing_box import WritingBox
from heartjournal.ui.widgets import TextLabel
from heartjournal.ui.widgets.emptying import empty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from heartjournal.model.phrase import PhrasePage
    from heartjournal.model.practice import Practice, StepInput
    from heartjournal.ui.critic.phrase_page.keeping import PhraseKeeping
    from heartjournal.ui.critic.phrase_page.kinder_line import KinderLine
    from heartjournal.ui.theme import Theme

_WORDINGS = 5
# Which of the phrase's words the texts of each step are, in their order; that of the last step is a kinder line.
_TEXTS: Final[dict[str, tuple[Part, ...]]] = {
    CriticStep.NOTICE: (),
    CriticStep.KNOW: (Part.WHOSE_VOICE,),
    CriticStep.SOFTEN: (Part.PROTECTING, Part.SOFTENING),
    CriticStep.REFRAME: (),
}


class StepAnswers(QWidget):
    """The inputs of one step at a time.

    Attributes:
        tones_chosen: carries the `TonesChosen`.
        text_made: carries a text that is asked for, to be kept in sight while it is written.
        texts_left: those that were made are going.
    """

    tones_chosen = Signal(object)
    text_made = Signal(KeptText)
    texts_left = Signal()

    def __init__(
        self,
        theme: Theme,
        practice: Practice,
        keeping: PhraseKeeping,
        line: KinderLine,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._practice = practice
        self._keeping = keeping
        self._line = line
        self._tones: Tones | None = None
        self._texts: list[KeptText] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(2))

    def show_step(self, place: int, page: PhrasePage) -> None:
        """Show the inputs of a step."""
        self.clear()
        step = self._practice.steps[place]
        parts = iter(_TEXTS.get(step.id, ()))
        for asked in step.inputs:
            if asked.label:
                self._column.addWidget(TextLabel(self._theme, asked.label, style="small", role="ink2", wrap=True))
            for widget in self._input(asked, next(parts, None) if asked.kind is InputKind.TEXT else None, page):
                self._column.addWidget(widget)
                widget.show()

    def show_page(self, page: PhrasePage) -> None:
        """The phrase was read again."""
        if self._tones is not None:
            self._tones.show_tones(page.line.phrase.tones)

    def take_focus(self) -> None:
        """Put the caret in the first text, or the keyboard on the first tone."""
        if self._texts:
            self._texts[0].put_caret(at_end=True)
        elif self._tones is not None:
            self._tones.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Drop every word; what was written is kept."""
        self.texts_left.emit()
        self._keeping.save_now()
        for text in self._texts:
            text.let_go()
        self._texts, self._tones = [], None
        empty(self._column)

    def _input(self, asked: StepInput, part: Part | None, page: PhrasePage) -> Iterator[QWidget]:
        if asked.kind is InputKind.PHRASE:
            yield from self._wordings(page)
        elif asked.kind is InputKind.CHOICE:
            self._tones = Tones(self._theme, asked.options, folds=False)
            self._tones.show_tones(page.line.phrase.tones)
            self._tones.chosen.connect(self.tones_chosen)
            yield self._tones
        elif asked.kind is InputKind.TEXT and part is not None:
            yield self._box(KeptText(self._theme, self._keeping, part, name=asked.label))
        elif asked.kind is InputKind.TEXT:
            if page.reframes:
                yield TextLabel(self._theme, quoted(page.reframes[0].words), style="excerpt", role="ink2", wrap=True)
            text = KeptText(self._theme, self._keeping, self._line.new_identity(), name=asked.label)
            yield self._box(text)

    def _wordings(self, page: PhrasePage) -> Iterator[QWidget]:
        """The sentences as they stood, each of which can be what the phrase is called, and its name."""
        stood = (each.quotation.words for each in page.occurrences)
        examples = (variant.example for variant in page.variants)
        for words in tuple(dict.fromkeys((*stood, *examples)))[:_WORDINGS]:
            row = FoldingWords(self._theme, quoted(words), self.tr("Use these words"))
            row.clicked.connect(lambda _on=False, words=words: self._keeping.write(Part.NAME, words))
            yield row
        yield TextLabel(self._theme, self.tr("The words you keep it under"), style="small", role="ink2", wrap=True)
        yield self._box(KeptText(self._theme, self._keeping, Part.NAME, name=self.tr("The exact words"), is_line=True))

    def _box(self, text: KeptText) -> WritingBox:
        self._texts.append(text)
        self.text_made.emit(text)
        return WritingBox(self._theme, text)
