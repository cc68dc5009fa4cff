"""Every component paints every state in both themes at every text size, and says what it is."""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from heartjournal.model.element import Element
from heartjournal.resources import TEXT_SCALES
from heartjournal.ui import widgets
from heartjournal.ui.theme import Theme
from heartjournal.ui.widgets import (
    ActionCard,
    AppMark,
    Button,
    ButtonKind,
    CheckBox,
    Chip,
    ChoiceTile,
    ElementIcons,
    ElementTag,
    EntryList,
    EntryRow,
    Field,
    IconButton,
    IconLabel,
    Link,
    MonthCalendar,
    NavigationItem,
    NoticeBox,
    PageCard,
    PassphraseField,
    RadioButton,
    SavedState,
    SaveState,
    SearchField,
    SectionStepper,
    Segments,
    Select,
    Stepper,
    StrengthBar,
    TextLabel,
    Toggle,
)
from tests.tour.gallery import Gallery
from tests.tour.gallery_sheet import Sheet, hover
from tests.tour.letter_gallery import LetterGallery
from tests.tour.room_gallery import RoomGallery

SHEETS: tuple[type[Sheet], ...] = (Gallery, RoomGallery, LetterGallery)
# What a component is made on, or what is as large as a room.
STANDS_IN_OTHERS = {"Ground", "GrowingBrowser", "Lamplight", "ScrollArea"}

Make = Callable[[Theme], QWidget]

PARTS: dict[str, Make] = {
    "primary": lambda t: Button(t, "Seal", kind=ButtonKind.PRIMARY, icon="lock"),
    "secondary": lambda t: Button(t, "Read", trailing="arrow-right"),
    "quiet": lambda t: Button(t, "Later", kind=ButtonKind.QUIET, small=True),
    "icon": lambda t: IconButton(t, "ellipsis", "More"),
    "link": lambda t: Link(t, "All pages"),
    "field": lambda t: Field(t, label="Name", placeholder="Anybody"),
    "search": lambda t: SearchField(t, "Search your pages", keys="Ctrl F"),
    "passphrase": lambda t: PassphraseField(t, label="Passphrase"),
    "chip": lambda t: Chip(t, "calm"),
    "adding chip": lambda t: Chip(t, "another word", dashed=True, icon="plus"),
    "tile": lambda t: ChoiceTile(t, "Write freely", text="A blank page.", path=tuple(Element)),
    "action": lambda t: ActionCard(t, "Feel the floor", text="Both feet.", icon="footprints", keys="1"),
    "check": lambda t: CheckBox(t, "Again"),
    "radio": lambda t: RadioButton(t, "Again"),
    "toggle": lambda t: Toggle(t, "Veil", word_first=True),
    "select": lambda t: Select(t, "Lock after", options=("10 minutes", "An hour")),
    "segments": lambda t: Segments(t, ("Sooner", "Rest"), name="When"),
    "navigation": lambda t: NavigationItem(t, "Letters", icon="mail", note="1 back"),
    "tag": lambda t: ElementTag(t, Element.MINDFULNESS),
    "notice": lambda t: NoticeBox(t, heading="Not saved yet.", text="The disk is full."),
    "calendar": lambda t: MonthCalendar(t, date(2026, 11, 12)),
    "page": lambda t: PageCard(t, "Tuesday 10", "The meeting went long.", elements=tuple(Element)),
    "stepper": lambda t: Stepper(t, ("Words", "Begin")),
    "sections": lambda t: SectionStepper(t, ((None, ""), (Element.SELF_KINDNESS, ""))),
    "mark": AppMark,
    "label": lambda t: TextLabel(t, "It is the only key. " * 6, wrap=True),
}


def picture(part: QWidget) -> QImage:
    return part.grab().toImage()


@pytest.mark.parametrize("name", PARTS)
def test_a_component_is_drawn_in_every_state_in_both_themes(name: str, theme: Theme, qtbot: QtBot) -> None:
    part = PARTS[name](theme)
    qtbot.addWidget(part)
    seen = []
    for mode in ("light", "dark"):
        theme.set_mode(mode)
        part.setEnabled(True)
        part.adjustSize()
        seen.append(picture(part))
        if isinstance(part, QAbstractButton):
            for state in (part.setDown, part.setChecked):
                state(True)
                picture(part)
                state(False)
        part.setEnabled(False)
        picture(part)
    assert seen[0] != seen[1], "the theme did not switch live"


@pytest.mark.parametrize("name", PARTS)
def test_a_component_grows_with_the_text_and_its_words_are_never_cut(name: str, theme: Theme, qtbot: QtBot) -> None:
    part = PARTS[name](theme)
    qtbot.addWidget(part)
    heights = []
    for scale in TEXT_SCALES:
        theme.set_text_scale(scale)
        heights.append(part.sizeHint().height())
        assert part.minimumSizeHint().height() <= part.sizeHint().height()
    assert heights == sorted(heights)


PRESSED = ("primary", "quiet", "icon", "chip", "tile", "select", "check", "toggle", "link", "navigation")


@pytest.mark.parametrize("name", PRESSED)
def test_what_can_be_pressed_is_at_least_32_pixels_high(name: str, theme: Theme, qtbot: QtBot) -> None:
    part = PARTS[name](theme)
    qtbot.addWidget(part)
    for scale in TEXT_SCALES:
        theme.set_text_scale(scale)
        assert part.sizeHint().height() >= theme.size("minTarget")


def test_hover_and_disabled_look_different_from_rest(theme: Theme, qtbot: QtBot) -> None:
    for kind in ButtonKind:
        button = Button(theme, "Seal", kind=kind)
        qtbot.addWidget(button)
        button.adjustSize()
        rest = picture(button)
        hover(button)
        pointed = picture(button)
        button.setDown(True)
        pressed = picture(button)
        button.setEnabled(False)
        looks = [rest, pointed, pressed, picture(button)]
        assert all(a != b for i, a in enumerate(looks) for b in looks[i + 1 :])


def test_what_has_no_words_of_its_own_has_a_name(theme: Theme, qtbot: QtBot) -> None:
    parts = [
        IconButton(theme, "ellipsis", "More"),
        Toggle(theme, "Veil"),
        Select(theme, "Lock after", options=("Never",)),
        ElementTag(theme, "critic"),
        MonthCalendar(theme, date(2026, 11, 12)),
        Segments(theme, ("Sooner", "Rest"), name="When"),
        Stepper(theme, ("Words", "Begin")),
    ]
    fields = (SearchField(theme, "Search your pages"), PassphraseField(theme, label="Passphrase"))
    for part in (*parts, *fields):
        qtbot.addWidget(part)
    names = [part.accessibleName() for part in (*parts, *(field.line for field in fields))]
    assert all(names)
    assert "When: Sooner" in names


def test_icons_alone_carry_a_tool_tip_and_a_name(theme: Theme, qtbot: QtBot) -> None:
    icons = ElementIcons(theme, tuple(Element))
    qtbot.addWidget(icons)
    words = [(icon.toolTip(), icon.accessibleName()) for icon in icons.findChildren(IconLabel)]
    assert words == [(theme.element(element).word,) * 2 for element in Element]


def test_the_rail_shows_the_word_as_a_tool_tip(theme: Theme, qtbot: QtBot) -> None:
    item = NavigationItem(theme, "Journal", icon="book-open")
    qtbot.addWidget(item)
    item.set_rail(True)
    assert (item.toolTip(), item.sizeHint().width()) == ("Journal", theme.size("navItem"))
    item.set_rail(False)
    assert not item.toolTip()


def test_a_label_that_wraps_asks_for_whole_lines(theme: Theme, qtbot: QtBot) -> None:
    label = TextLabel(theme, "one two three four five six seven eight nine ten", style="reading", wrap=True)
    qtbot.addWidget(label)
    assert label.heightForWidth(5000) == theme.line("reading")
    assert label.heightForWidth(120) % theme.line("reading") == 0
    assert label.heightForWidth(120) > theme.line("reading")


def test_a_long_excerpt_ends_in_an_ellipsis_also_beside_emoji(theme: Theme, qtbot: QtBot) -> None:
    label = TextLabel(theme, "🙂 " * 200, wrap=True)
    qtbot.addWidget(label)
    label.set_most_lines(3)
    assert label.heightForWidth(200) == 3 * theme.line("body")
    label.resize(200, label.heightForWidth(200))
    picture(label)


def test_a_strength_is_between_none_and_all(theme: Theme, qtbot: QtBot) -> None:
    bar = StrengthBar(theme)
    qtbot.addWidget(bar)
    for asked, shown in ((-1, 0), (3, 3), (9, 4)):
        bar.set_strength(asked)
        assert bar.strength == shown
        assert str(shown) in bar.accessibleName()


def test_a_page_row_keeps_private_words_out_of_its_repr(theme: Theme, qtbot: QtBot) -> None:
    row = EntryRow(uuid4(), "Tuesday 10", "private words", tuple(Element))
    assert "private" not in repr(row)
    rows = EntryList(theme, name="Pages")
    qtbot.addWidget(rows)
    rows.set_rows((row,))
    spoken = rows.rows.data(rows.rows.index(0))
    assert spoken == "Tuesday 10. private words. Mindfulness, Common humanity, Self-kindness"


def test_the_gallery_holds_every_component(theme: Theme, qtbot: QtBot) -> None:
    shown: set[type] = set()
    for sheet in SHEETS:
        gallery = sheet(theme)
        qtbot.addWidget(gallery)
        gallery.show()
        shown |= {type(part) for part in gallery.findChildren(QWidget)}
    exported = {getattr(widgets, name) for name in widgets.__all__}
    components = {each for each in exported if isinstance(each, type) and issubclass(each, QWidget)}
    assert {each.__name__ for each in components - shown} == STANDS_IN_OTHERS


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_of_the_gallery_can_be_drawn(
    sheet: type[Sheet], mode: str, theme: Theme, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.set_mode(mode)
    gallery = sheet(theme)
    qtbot.addWidget(gallery)
    gallery.resize(1280, 800)
    gallery.show()
    assert gallery.height() == 800, "the sheet does not fit its picture"
    assert not picture(gallery).isNull()


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("sheet", SHEETS)
def test_what_the_gallery_calls_focused_is_drawn_with_its_ring(
    sheet: type[Sheet], mode: str, theme: Theme, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.set_mode(mode)
    gallery = sheet(theme)
    qtbot.addWidget(gallery)
    gallery.resize(1280, 800)
    gallery.show()
    drawn, ring = picture(gallery), theme.color("focus").rgb()
    assert gallery.focused
    for part in gallery.focused:
        above = part._ring_place().translated(part.mapTo(gallery, QPoint()))
        heights = range(above.top() - theme.size("ringReach"), above.top())
        assert ring in {drawn.pixel(above.center().x(), height) for height in heights}, part


def test_saving_is_told_at_most_once_in_two_seconds(theme: Theme, qtbot: QtBot) -> None:
    state = SavedState(theme, rests=40)
    qtbot.addWidget(state)
    state.set_state(SaveState.WRITING)
    state.set_state(SaveState.SAVED)
    assert state.shown is SaveState.WRITING
    qtbot.waitUntil(lambda: state.shown is SaveState.SAVED)
    state.set_state(SaveState.NOT_SAVED)
    assert state.text() == "Not saved yet"
    assert SavedState(theme)._rest.interval() == 2000
