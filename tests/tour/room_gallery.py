"""The second sheet of components in their states: what rooms are made of; for the tour.

Its words are samples and stay as they are.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from heartjournal.model.element import Element
from heartjournal.model.entry import Snippet
from heartjournal.ui.widgets import (
    ActionCard,
    AppMark,
    ChoiceTile,
    ChoiceTiles,
    EntryList,
    EntryRow,
    LampCard,
    LampMark,
    Link,
    MonthCalendar,
    NavigationItem,
    Note,
    PageCard,
    PassphraseField,
    SearchField,
    SectionStepper,
    Select,
    Stepper,
    StrengthBar,
    TextLabel,
)
from tests.tour.gallery_sheet import Sheet, hover

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from heartjournal.ui.theme import Theme

SAMPLE_DAY = date(2026, 11, 12)
_ROWS = (
    EntryRow(UUID(int=1), "Tuesday 10", "The meeting went long and I said the thing I always say.", tuple(Element)),
    EntryRow(UUID(int=2), "Sunday 8", "Walked to the weir with Ines.", (Element.MINDFULNESS,)),
    EntryRow(
        UUID(int=3),
        "Saturday 7",
        "",
        (Element.SELF_KINDNESS,),
        snippet=Snippet((("Snapped at ", False), ("Tom", True), (" about the dishes. It wasn’t the dishes.", False))),
    ),
)


class RoomGallery(Sheet):
    """Steps, tiles, cards, rows, navigation and the month."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        for build in (self._passphrase, self._navigation, self._steps, self._tiles, self._month, self._pages):
            build()
        self.push_up()

    def _passphrase(self) -> None:
        theme = self._theme
        self.heading(0, "A passphrase")
        shown = PassphraseField(theme, label="Passphrase")
        shown.setText("copper window slow heron jam")
        shown.set_shown(True)
        self.block(0, shown)
        strength = StrengthBar(theme)
        strength.set_strength(3)
        self.row(0, (strength, TextLabel(theme, "Strong.", style="small", strong=True), Link(theme, "Suggest one")))
        hidden = PassphraseField(theme)
        hidden.setText("two words")
        hidden.set_note("That isn’t the passphrase.")
        self.block(0, hidden)
        self.block(0, SearchField(theme, "Search your pages", keys="Ctrl F"))
        off = SearchField(theme, "Nothing to search yet")
        off.setEnabled(False)
        self.block(0, off)

    def _navigation(self) -> None:
        theme = self._theme
        self.heading(0, "Navigation")
        rest = NavigationItem(theme, "Letters", icon="mail", note="1 back")
        pointed = NavigationItem(theme, "Journal", icon="book-open")
        hover(pointed)
        on = NavigationItem(theme, "Lock", icon="lock", keys="Ctrl L")
        focus = NavigationItem(theme, "Settings", icon="settings")
        on.setChecked(True)
        self.focused.append(focus)
        for item in (rest, pointed, on, focus):
            self.block(0, item)

    def _steps(self) -> None:
        theme = self._theme
        self.heading(1, "Steps")
        steps = Stepper(theme, ("Words", "Passphrase", "Begin"))
        steps.set_current(1)
        self.block(1, steps)
        sections = SectionStepper(theme, ((None, ""), *((element, "") for element in Element)))
        sections.set_current(2)
        sections.set_short(True)
        self.row(1, (sections,))

    def _tiles(self) -> None:
        theme = self._theme
        self.heading(1, "Tiles and cards")
        prompts = ChoiceTile(theme, "Follow the prompts", text="About ten minutes.", path=tuple(Element))
        freely = ChoiceTile(theme, "Write freely", text="A blank page.")
        self.focused.append(freely)
        self.block(1, ChoiceTiles(theme, (prompts, freely)))
        text = "Press both feet down. Let the chair carry your weight."
        self.block(1, ActionCard(theme, "Feel the floor", text=text, icon="footprints", keys="1"))
        lamp = LampCard(theme)
        lamp.body.addWidget(TextLabel(theme, "A letter has come back", style="label", role="kindness"))
        lamp.body.addWidget(Note(theme, "Kept on this computer", icon="lock"))
        self.block(1, lamp)
        select = Select(theme, "Lock after", options=("10 minutes", "An hour"))
        off = Select(theme, "Lock after", options=("Never",))
        off.setEnabled(False)
        self.row(1, (select, off, LampMark(theme), AppMark(theme)))

    def _month(self) -> None:
        self.heading(2, "A month")
        calendar = MonthCalendar(self._theme, SAMPLE_DAY)
        calendar.set_marked([SAMPLE_DAY.replace(day=day) for day in (1, 3, 5, 7, 8, 10)])
        calendar.choose(SAMPLE_DAY.replace(day=10))
        self.focused.append(calendar.grid)
        self.block(2, calendar)

    def _pages(self) -> None:
        rows = EntryList(self._theme, name="Pages")
        rows.set_rows(_ROWS)
        rows.choose(_ROWS[0].id)
        rows.setFixedHeight(sum(rows.sizeHintForRow(number) for number in range(len(_ROWS))))
        self.block(2, rows)
        words = "Snapped at Tom about the dishes. It wasn’t the dishes."
        self.block(2, PageCard(self._theme, "Saturday 7", words, elements=(Element.MINDFULNESS,)))
