"""The inner critic: what is underlined and suggested, the note of the month, and the way out when it sounds dark."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from heartjournal.model.phrase import FEWEST_DAYS, MOST_DAYS, CriticWishes
from heartjournal.ui.counting import plural
from heartjournal.ui.settings.part import Parts
from heartjournal.ui.settings.row import Row, RowCard
from heartjournal.ui.widgets import Select, TextLabel, Toggle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from heartjournal.journal import Journal
    from heartjournal.model.changes import Changes
    from heartjournal.ui.surroundings import Surroundings


class InnerCritic(Parts):
    """Kept in the journal, not on this machine; read each time the section is shown."""

    def __init__(self, surroundings: Surroundings, *, parent: QWidget | None = None) -> None:
        super().__init__(surroundings.theme, parent=parent)
        self._tasks = surroundings.tasks
        days = range(FEWEST_DAYS, MOST_DAYS + 1)
        self.days = Select(
            self._theme,
            self.tr("When a sentence is suggested"),
            options=[plural(number, self.tr("the first day"), self.tr("{number} days")) for number in days],
        )
        self.underlines = self._toggle(self.tr("Underline in the page"))
        self.suggestions = self._toggle(self.tr("Suggestions"))
        self.month_note = self._toggle(self.tr("A note each month"))
        self.ways_out = self._toggle(self.tr("When a page sounds very dark"))
        self.days.activated.connect(lambda _index: self._wish())
        self._lay_out()

    def read(self) -> None:
        """Show what is kept."""
        self._tasks.run(lambda journal: journal.critic.wishes(), then=self._show, owner=self, replaces="wishes")

    def _show(self, wishes: CriticWishes) -> None:
        self.underlines.setChecked(wishes.underlines)
        self.suggestions.setChecked(wishes.suggestions)
        self.month_note.setChecked(wishes.month_note)
        self.ways_out.setChecked(wishes.ways_out)
        self.days.setCurrentIndex(wishes.days_before_suggested - FEWEST_DAYS)

    def _wish(self) -> None:
        """Keep all of it but the quiet day, which is not chosen here."""
        chosen = CriticWishes(
            underlines=self.underlines.isChecked(),
            suggestions=self.suggestions.isChecked(),
            days_before_suggested=FEWEST_DAYS + self.days.currentIndex(),
            month_note=self.month_note.isChecked(),
            ways_out=self.ways_out.isChecked(),
        )

        def wish(journal: Journal) -> Changes:
            return journal.critic.wish(replace(chosen, is_quiet=journal.critic.wishes().is_quiet))

        self._tasks.run(wish, owner=self)

    def _toggle(self, name: str) -> Toggle:
        toggle = Toggle(self._theme, name, word_first=True)
        toggle.clicked.connect(self._wish)
        return toggle

    def _lay_out(self) -> None:
        self.add_heading(self.tr("Sentences that come round again"))
        card = RowCard(self._theme)
        rows = (
            (self.underlines, self.tr("A dotted line after a pause, at most two on a page, never while you type")),
            (self.suggestions, self.tr("In the inner critic’s room you are asked whether a sentence is one of them")),
            (self.days, self.tr("On how many different days it must have stood first")),
            (
                self.month_note,
                self.tr("On Today, in a month’s first week: what came, and which kind words you found"),
            ),
        )
        for control, text in rows:
            card.add_row(self._row(control, text))
        self.add(card)
        language = self.tr(
            "Sentences are found by themselves in English only. In every language you can select words in a page and "
            "add them. All of it happens on this computer."
        )
        self.add(TextLabel(self._theme, language, style="small", role="ink2", wrap=True), after=self._theme.space(3))
        self.add_heading(self.tr("A way out"))
        way_out = RowCard(self._theme)
        words = self.tr("Show “Too much right now” more plainly when a page sounds as if living is too hard")
        way_out.add_row(self._row(self.ways_out, words))
        self.add(way_out)
        self.end()

    def _row(self, control: QWidget, text: str) -> Row:
        row = Row(self._theme, control.accessibleName(), text)
        row.add_control(control)
        return row
