"""How numbers are said in running text: in words under twelve (the voice of the design)."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from heartjournal.ui.translation import translate


def counted(number: int) -> str:
    """A number as running text has it: in words under twelve."""
    words = (
        translate("counting", "no"),
        translate("counting", "one"),
        translate("counting", "two"),
        translate("counting", "three"),
        translate("counting", "four"),
        translate("counting", "five"),
        translate("counting", "six"),
        translate("counting", "seven"),
        translate("counting", "eight"),
        translate("counting", "nine"),
        translate("counting", "ten"),
        translate("counting", "eleven"),
    )
    return words[number] if 0 <= number < len(words) else QLocale().toString(number)


def plural(number: int, one: str, many: str) -> str:
    """The sentence for one, or the one for any other number, where `{number}` is said by `counted`.

    Both sentences come translated. Qt's own plural forms need a loaded translation, in English too; there is none.
    """
    return one if number == 1 else many.format(number=counted(number))
