"""The inner critic's room: the timeline in front, and behind each of its lanes the page of that phrase."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from heartjournal.ui.wanted import CRITIC, EntryWanted, LetterWanted, PassingWords, ReadingWanted

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from heartjournal.model.changes import Changes
    from heartjournal.model.practice import Practice
    from heartjournal.ui.critic.overview import Overview
    from heartjournal.ui.critic.phrase_page import PhraseRoom
    from heartjournal.ui.printing import PrintPane
    from heartjournal.ui.surroundings import Surroundings


class CriticRoom(QWidget):
    """Stands beside the navigation. Each of its parts is made when it is first looked at: most evenings need none.

    Attributes:
        entry_wanted: carries the `EntryWanted` of a page, at the sentence that was chosen.
        letter_wanted: carries the `LetterWanted` to be written about a phrase.
        reading_wanted: carries the `ReadingWanted` of a letter about a phrase.
        told: carries the `PassingWords` of something that was done and can be undone.
    """

    entry_wanted = Signal(EntryWanted)
    letter_wanted = Signal(LetterWanted)
    reading_wanted = Signal(ReadingWanted)
    told = Signal(PassingWords)

    def __init__(
        self, surroundings: Surroundings, *, practices: tuple[Practice, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self._practice = next((each for each in practices if each.id == CRITIC), None)
        self._overview: Overview | None = None
        self._phrase: PhraseRoom | None = None
        self._paper: PrintPane | None = None
        self._stack = QStackedWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def show_phrase(self, phrase: UUID) -> None:
        """Show the page of a phrase; one step back is the timeline."""
        self._front()
        page = self._phrase or self._make_phrase_page()
        self._stack.setCurrentWidget(page)
        page.show_phrase(phrase)

    def arrive(self) -> None:
        """Where one left: at the timeline, on the page of a phrase, or at the paper."""
        front = self._front()
        shown = self._stack.currentWidget()
        if self._phrase is not None and shown is self._phrase:
            self._phrase.arrive()
        elif self._paper is not None and shown is self._paper:
            self._paper.arrive()
        else:
            front.arrive()

    def back(self) -> bool:
        """From a phrase to the timeline, or out of what lies in front there; whether there was anything to leave."""
        shown = self._stack.currentWidget()
        if self._phrase is not None and shown is self._phrase:
            if not self._phrase.back():
                self._return()
            return True
        if self._paper is not None and shown is self._paper:
            self._paper.leave()
            return True
        return self._front().back()

    def refresh(self, changes: Changes) -> None:
        """Each part looks for itself whether it is concerned."""
        for part in (self._overview, self._phrase):
            if part is not None:
                part.refresh(changes)

    def save_now(self, then: Callable[[], None] = lambda: None, otherwise: Callable[[], None] = lambda: None) -> None:
        """Save the kinder line of a suggestion and what is written on the page of a phrase, then go on."""
        front, page = self._overview, self._phrase
        save_page = then if page is None else partial(page.save_now, then, otherwise)
        if front is None:
            save_page()
        else:
            front.save_now(save_page, otherwise)

    def forget(self) -> None:
        """Let go of every sentence, which must have been saved, as before locking."""
        for part in (self._overview, self._phrase):
            if part is not None:
                part.forget()
        if self._paper is not None:
            self._paper.clear()

    def _return(self) -> None:
        """Back to the timeline, with nothing of the page left behind it."""
        front = self._front()
        self._stack.setCurrentWidget(front)
        if self._phrase is not None:
            self._phrase.forget()
        front.arrive()

    def _print(self) -> None:
        from heartjournal.ui.printing import PrintPane  # noqa: PLC0415  see the class

        if self._paper is None:
            self._paper = PrintPane(self._surroundings)
            self._paper.closed.connect(self._return)
            self._stack.addWidget(self._paper)
        sheet = self._front().timeline.view.sheet(title=self.tr("Inner critic"))
        self._paper.offer((sheet,), file_name=self.tr("Timeline.pdf"))
        self._stack.setCurrentWidget(self._paper)
        self._paper.arrive()

    def _front(self) -> Overview:
        return self._overview or self._make_overview()

    def _make_overview(self) -> Overview:
        from heartjournal.ui.critic.overview import Overview  # noqa: PLC0415  see the class

        self._overview = front = Overview(self._surroundings)
        self._stack.addWidget(front)
        front.phrase_wanted.connect(self.show_phrase)
        front.entry_wanted.connect(self.entry_wanted)
        front.told.connect(self.told)
        front.print_wanted.connect(self._print)
        return front

    def _make_phrase_page(self) -> PhraseRoom:
        from heartjournal.ui.critic.phrase_page import PhraseRoom  # noqa: PLC0415  see the class

        self._phrase = page = PhraseRoom(self._surroundings, practice=self._practice)
        self._stack.addWidget(page)
        page.left.connect(self._return)
        page.entry_wanted.connect(self.entry_wanted)
        page.letter_wanted.connect(self.letter_wanted)
        page.reading_wanted.connect(self.reading_wanted)
        page.told.connect(self.told)
        return page
