"""Converts between code points, in which the journal counts, and UTF-16 units, in which Qt counts: the only place."""

_LAST_ONE_UNIT = "\uffff"


def to_units(text: str, code_point: int) -> int:
    """The UTF-16 position of a code point position in this text."""
    return code_point + _wide(text[:code_point])


def to_code_points(text: str, unit: int) -> int:
    """The code point position of a UTF-16 position; one within a character counts as before it."""
    if text.isascii():
        return unit
    position = unit
    while to_units(text, position) > unit:
        position -= to_units(text, position) - unit + 1 >> 1
    return position


def _wide(text: str) -> int:
    """How many characters take two units."""
    return 0 if text.isascii() else sum(character > _LAST_ONE_UNIT for character in text)
