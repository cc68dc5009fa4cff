"""A theme and a window to lay components in."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from heartjournal.resources import theme_tokens
from heartjournal.ui.theme import Mode, Theme
from heartjournal.ui.widgets import Ground

Lay = Callable[..., QWidget]


@pytest.fixture
def british() -> QLocale:
    return QLocale("en_GB")


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    theme = Theme(theme_tokens(), mode=Mode.LIGHT)
    theme.dress(qapp)
    return theme


@pytest.fixture
def lay(theme: Theme, qtbot: QtBot) -> Lay:
    """Lays components one under the other in a shown, active window."""

    kept: list[QWidget] = []  # qtbot keeps windows weakly

    def shown(*parts: QWidget) -> QWidget:
        window = Ground(theme)
        column = QVBoxLayout(window)
        column.setContentsMargins(40, 40, 40, 40)
        for part in parts:
            column.addWidget(part)
        window.resize(700, 600)
        qtbot.addWidget(window)
        kept.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return shown
