"""What a theme hands out about an element: its words, icon and colours together."""

from enum import StrEnum
from typing import Literal, NamedTuple

from heartjournal.model.element import Element

ElementKey = Element | Literal["event", "critic"] | None


class Mode(StrEnum):
    """Which colour table is used; the values are those of the preferences."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class ElementLook(NamedTuple):
    """How an element is named and drawn. Colours are role names for `Theme.color`."""

    word: str
    short_word: str
    icon: str
    color: str
    tint: str
    mark: str


TOKEN_OF: dict[str, str] = {
    Element.MINDFULNESS: "mindfulness",
    Element.COMMON_HUMANITY: "humanity",
    Element.SELF_KINDNESS: "kindness",
    "event": "event",
    "critic": "critic",
}
