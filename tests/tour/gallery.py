"""The first sheet of components in their states: what is pressed, typed into, chosen and said; for the tour.

Its words are samples and stay as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from heartjournal.model.element import Element
from heartjournal.ui.widgets import (
    BreathingCircle,
    Button,
    ButtonKind,
    CheckBox,
    Chip,
    ElementIcons,
    ElementTag,
    Field,
    Menu,
    Note,
    NoticeBox,
    PassingNotice,
    RadioButton,
    SavedState,
    SaveState,
    Segments,
    TextLabel,
    Toggle,
)
from tests.tour.gallery_sheet import STATE, Sheet, hover, inside

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme


class Gallery(Sheet):
    """The first sheet: what is pressed, typed into, chosen, said."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        for build in (self._buttons, self._fields, self._choices, self._elements, self._chips):
            build()
        for build in (self._saving, self._notices, self._menu, self._type):
            build()
        self.push_up()

    def _buttons(self) -> None:
        self.heading(0, "Buttons")
        states = [self.small(word) for word in ("rest", "hover", "focus", "disabled")]
        for state in states:
            state.setFixedWidth(self.scaled(STATE))
        self.row(0, states, caption=" ")
        samples = (("Seal", ButtonKind.PRIMARY), ("Read", ButtonKind.SECONDARY), ("Later", ButtonKind.QUIET))
        for word, kind in samples:
            rest, pointed, focus, off = (Button(self._theme, word, kind=kind, small=True) for _ in range(4))
            hover(pointed)
            off.setEnabled(False)
            self.focused.append(focus)
            self.row(0, (rest, pointed, focus, off), caption=kind.value)

    def _fields(self) -> None:
        self.heading(0, "Fields")
        rest, focus, noted = (Field(self._theme, compact=True) for _ in range(3))
        rest.setPlaceholderText("Search your pages")
        focus.setText("kett")
        noted.setText("two words")
        self.focused.append(focus.line)
        for field, caption in ((rest, "rest"), (focus, "focus"), (noted, "with note")):
            self.row(0, (field,), caption=caption, stretch=True)
        note = Note(self._theme, "A little short. Add two more words.", icon="info", role="notice")
        self.row(0, (note,), caption=" ", stretch=True)

    def _choices(self) -> None:
        theme = self._theme
        self.heading(0, "Choices")
        checks = tuple(CheckBox(theme, word) for word in ("off", "on", "focus"))
        self.focused.append(checks[2])
        rounds = tuple(RadioButton(theme, word) for word in ("off", "on"))
        for button in rounds:
            button.setAutoExclusive(False)
        toggles = tuple(Toggle(theme, "sample") for _ in range(2))
        ons: tuple[QAbstractButton, ...] = (checks[1], checks[2], rounds[1], toggles[1])
        for on in ons:
            on.setChecked(True)
        self.row(0, checks)
        self.row(0, (*rounds, *toggles))
        segments = Segments(theme, ("Sooner", "in 8 weeks", "Rest"), name="When", current=1)
        self.focused.append(segments)
        self.row(0, (segments, self.small("focus")))

    def _elements(self) -> None:
        theme = self._theme
        self.heading(1, "Elements")
        self.row(1, [ElementTag(theme, element) for element in (Element.MINDFULNESS, Element.COMMON_HUMANITY)])
        self.row(1, (ElementTag(theme, Element.SELF_KINDNESS), ElementTag(theme, "event")))
        self.row(1, (ElementTag(theme, "critic"),))
        icons = ElementIcons(theme, (*Element, "event", "critic"), size=theme.size("iconLarge"), spacing=theme.space(6))
        self.row(1, (icons,))
        self.row(1, (self.small("always with a name or tooltip"),))

    def _chips(self) -> None:
        theme = self._theme
        self.heading(1, "Chips")
        off, on, focus = (Chip(theme, word) for word in ("calm", "ashamed", "tired"))
        on.setChecked(True)
        self.focused.append(focus)
        self.row(1, (off, on, Chip(theme, "another word", dashed=True, icon="plus")))
        self.row(1, (focus, self.small("focus")))

    def _saving(self) -> None:
        self.heading(1, "Saving")
        states = []
        for state in (SaveState.SAVED, SaveState.WRITING, SaveState.NOT_SAVED):
            word = SavedState(self._theme)
            word.set_state(state)
            states.append(word)
        self.row(1, states)
        self.heading(1, "Breath")
        breath = BreathingCircle(self._theme)
        breath.set_paused(True)
        breath.setFixedSize(breath.minimumSizeHint() * 0.8)
        self.row(1, (breath,))

    def _notices(self) -> None:
        theme = self._theme
        self.heading(2, "Notices")
        text = "The disk is full. Your words are still on this page."
        self.block(2, NoticeBox(theme, heading="Not saved yet.", text=text))
        passing = PassingNotice(theme)
        passing.show_words("Letter sealed until 24 December", undo=self.update)
        self.block(2, passing)
        self.block(2, self.small("passing notice: stays eight seconds, undo inside"))

    def _menu(self) -> None:
        self.heading(2, "Menu")
        menu = Menu(self._theme)
        first = menu.add("Edit", icon="pen-line", shortcut="page.edit")
        menu.add("Print", icon="printer", shortcut="page.print")
        menu.addSeparator()
        menu.add("Move to the bin", icon="trash-2")
        menu.setActiveAction(first)
        self.row(2, (inside(menu),))
        menu.show()

    def _type(self) -> None:
        self.heading(2, "Type")
        words = QVBoxLayout()
        words.setSpacing(0)
        for style, sample in (
            ("display", "Good evening"),
            ("title", "Tonight’s page"),
            ("heading", "Last pages"),
            ("reading", "Reading and writing, 18 on 30."),
            ("body", "Interface text, 16 on 24."),
        ):
            words.addWidget(TextLabel(self._theme, sample, style=style))
        words.addWidget(self.small("Quiet notes, 14 on 20."))
        self.block(2, words)
