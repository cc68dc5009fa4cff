"""What the tests of printing stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartjournal.ui.theme.print_look import PrintLook, print_look

if TYPE_CHECKING:
    from heartjournal.ui.theme import Theme


@pytest.fixture
def look(theme: Theme) -> PrintLook:
    """The look of a printed page."""
    return print_look(theme.tokens)
