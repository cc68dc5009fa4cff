"""A theme on the shipped tokens."""

import pytest
from PySide6.QtWidgets import QApplication

from heartjournal.resources import theme_tokens
from heartjournal.ui.theme import Mode, Theme


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(theme_tokens(), mode=Mode.LIGHT)
