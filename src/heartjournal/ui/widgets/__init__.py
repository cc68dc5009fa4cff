"""The components of the design, each written once, with every state; a screen takes them from here.

A component is imported when it is first asked for: the first screen pays for no other.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from heartjournal.ui.widgets.breathing_circle import BreathingCircle, BreathPhase
    from heartjournal.ui.widgets.buttons import Button, ButtonKind, IconButton, Link, Pressable
    from heartjournal.ui.widgets.chips import Chip
    from heartjournal.ui.widgets.choices import CheckBox, RadioButton, Select, Toggle
    from heartjournal.ui.widgets.day_grid import DayChosen, MonthShown
    from heartjournal.ui.widgets.day_popover import DayPopover
    from heartjournal.ui.widgets.elements import ElementIcons, ElementTag
    from heartjournal.ui.widgets.empty_room import EmptyRoom
    from heartjournal.ui.widgets.entry_rows import EntryList, EntryListModel, EntryRole, EntryRow, EntryRowDelegate
    from heartjournal.ui.widgets.fields import Field, PassphraseField, SearchField
    from heartjournal.ui.widgets.flow_layout import FlowLayout
    from heartjournal.ui.widgets.focus_ring import FocusRing, KeyboardFocus
    from heartjournal.ui.widgets.labels import AppMark, IconLabel, Note, Separator, TextLabel
    from heartjournal.ui.widgets.lamplight import Lamplight, LampMark
    from heartjournal.ui.widgets.letter_row import LetterRow
    from heartjournal.ui.widgets.link_question import LinkQuestion
    from heartjournal.ui.widgets.month_calendar import MonthCalendar
    from heartjournal.ui.widgets.navigation_item import NavigationItem
    from heartjournal.ui.widgets.notices import NoticeBox, Offer, PassingNotice
    from heartjournal.ui.widgets.page_card import PageCard
    from heartjournal.ui.widgets.safe_browser import GrowingBrowser, SafeBrowser
    from heartjournal.ui.widgets.saved_state import SavedState, SaveState
    from heartjournal.ui.widgets.segments import SegmentChosen, Segments
    from heartjournal.ui.widgets.stepper import SectionStepper, StepChosen, Stepper
    from heartjournal.ui.widgets.strength_bar import StrengthBar
    from heartjournal.ui.widgets.surfaces import Card, Ground, LampCard, Menu, ScrollArea
    from heartjournal.ui.widgets.themed import Themed
    from heartjournal.ui.widgets.tiles import ActionCard, ChoiceTile, ChoiceTiles
    from heartjournal.ui.widgets.title_line import TitleLine

__all__ = [
    "ActionCard",
    "AppMark",
    "BreathPhase",
    "BreathingCircle",
    "Button",
    "ButtonKind",
    "Card",
    "CheckBox",
    "Chip",
    "ChoiceTile",
    "ChoiceTiles",
    "DayChosen",
    "DayPopover",
    "ElementIcons",
    "ElementTag",
    "EmptyRoom",
    "EntryList",
    "EntryListModel",
    "EntryRole",
    "EntryRow",
    "EntryRowDelegate",
    "Field",
    "FlowLayout",
    "FocusRing",
    "Ground",
    "GrowingBrowser",
    "IconButton",
    "IconLabel",
    "KeyboardFocus",
    "LampCard",
    "LampMark",
    "Lamplight",
    "LetterRow",
    "Link",
    "LinkQuestion",
    "Menu",
    "MonthCalendar",
    "MonthShown",
    "NavigationItem",
    "Note",
    "NoticeBox",
    "Offer",
    "PageCard",
    "PassingNotice",
    "PassphraseField",
    "Pressable",
    "RadioButton",
    "SafeBrowser",
    "SaveState",
    "SavedState",
    "ScrollArea",
    "SearchField",
    "SectionStepper",
    "SegmentChosen",
    "Segments",
    "Select",
    "Separator",
    "StepChosen",
    "Stepper",
    "StrengthBar",
    "TextLabel",
    "Themed",
    "TitleLine",
    "Toggle",
]

_HELD_BY = {
    "breathing_circle": (
        "BreathingCircle",
        "BreathPhase",
    ),
    "buttons": (
        "Button",
        "ButtonKind",
        "IconButton",
        "Link",
        "Pressable",
    ),
    "chips": ("Chip",),
    "choices": (
        "CheckBox",
        "RadioButton",
        "Select",
        "Toggle",
    ),
    "elements": (
        "ElementIcons",
        "ElementTag",
    ),
    "entry_rows": (
        "EntryList",
        "EntryListModel",
        "EntryRole",
        "EntryRow",
        "EntryRowDelegate",
    ),
    "fields": (
        "Field",
        "PassphraseField",
        "SearchField",
    ),
    "flow_layout": ("FlowLayout",),
    "focus_ring": (
        "FocusRing",
        "KeyboardFocus",
    ),
    "labels": (
        "AppMark",
        "IconLabel",
        "Note",
        "Separator",
        "TextLabel",
    ),
    "lamplight": (
        "Lamplight",
        "LampMark",
    ),
    "day_grid": ("DayChosen", "MonthShown"),
    "day_popover": ("DayPopover",),
    "empty_room": ("EmptyRoom",),
    "letter_row": ("LetterRow",),
    "link_question": ("LinkQuestion",),
    "title_line": ("TitleLine",),
    "month_calendar": ("MonthCalendar",),
    "navigation_item": ("NavigationItem",),
    "notices": (
        "NoticeBox",
        "Offer",
        "PassingNotice",
    ),
    "page_card": ("PageCard",),
    "safe_browser": ("GrowingBrowser", "SafeBrowser"),
    "saved_state": (
        "SavedState",
        "SaveState",
    ),
    "segments": (
        "SegmentChosen",
        "Segments",
    ),
    "stepper": (
        "SectionStepper",
        "StepChosen",
        "Stepper",
    ),
    "strength_bar": ("StrengthBar",),
    "surfaces": (
        "Card",
        "Ground",
        "LampCard",
        "Menu",
        "ScrollArea",
    ),
    "themed": ("Themed",),
    "tiles": (
        "ActionCard",
        "ChoiceTile",
        "ChoiceTiles",
    ),
}
_PLACES = {name: module for module, names in _HELD_BY.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        raise AttributeError(f"there is no component {name}")
    found = getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
    globals()[name] = found
    return found
