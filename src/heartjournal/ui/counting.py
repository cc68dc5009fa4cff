"""How numbers are said in running text, in words under twelve (the voice of the design), and how words are quoted."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from heartjournal.ui.translation import translate

_TWICE = 2


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


def times_words(times: int) -> str:
    """How often, as it is said: "once", "twice", "three times"."""
    if times == _TWICE:
        return translate("counting", "twice")
    return plural(times, translate("counting", "once"), translate("counting", "{number} times"))


def quoted(words: str) -> str:
    """Somebody's words in quotation marks."""
    return translate("counting", "“{words}”").format(words=words)
