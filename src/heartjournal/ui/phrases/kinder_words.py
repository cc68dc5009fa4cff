"""How every screen asks for a kinder line."""

from __future__ import annotations

from heartjournal.ui.translation import translate


def kinder_question() -> str:
    """What stands before the field, or in it while it is empty."""
    return translate("phrases", "What would be kinder, and still true?")
