"""How numbers are said in running text: in words under twelve (the voice of the design)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale


def _tr(text: str) -> str:
    return QCoreApplication.translate("counting", text)


def counted(number: int) -> str:
    """A number as running text has it: in words under twelve."""
    words = (
        _tr("no"),
        _tr("one"),
        _tr("two"),
        _tr("three"),
        _tr("four"),
        _tr("five"),
        _tr("six"),
        _tr("seven"),
        _tr("eight"),
        _tr("nine"),
        _tr("ten"),
        _tr("eleven"),
    )
    return words[number] if 0 <= number < len(words) else QLocale().toString(number)


def plural(number: int, one: str, many: str) -> str:
    """The sentence for one, or the one for any other number, where `{number}` is said by `counted`.

    Both sentences come translated. Qt's own plural forms need a loaded translation, in English too; there is none.
    """
    return one if number == 1 else many.format(number=counted(number))
