"""A link leaves the program only after a question, by the desktop, and only where it may."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from heartjournal.rendering import safe_html
from heartjournal.ui.widgets import LinkQuestion, SafeBrowser
from tests.ui.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from heartjournal.ui.theme import Theme

SCHEMES = ("http", "https", "mailto", "file", "javascript", "ssh")


class Desktop(QObject):
    """Stands where the desktop's browser and mail program would: whatever is handed over arrives here."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        self.opened.append(address.toString())


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    made = Desktop()
    for scheme in SCHEMES:
        QDesktopServices.setUrlHandler(scheme, made, "open")  # type: ignore[arg-type]  # PySide takes the name
    yield made
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def browser(theme: Theme, qtbot: QtBot) -> SafeBrowser:
    made = SafeBrowser(theme)
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show_html(safe_html("Read [more](https://example.org/more) here."))
    made.show()
    return made


def question(browser: QWidget) -> LinkQuestion | None:
    found = browser.findChild(LinkQuestion)
    return found if isinstance(found, LinkQuestion) and found.isVisible() else None


def asked(browser: SafeBrowser, address: str, qtbot: QtBot) -> Person:
    browser.anchorClicked.emit(QUrl(address))
    found = question(browser)
    assert found is not None
    qtbot.waitUntil(found.isActiveWindow)
    return Person(found, qtbot)


def test_the_desktop_is_seen_by_these_tests(desktop: Desktop) -> None:
    assert QDesktopServices.openUrl(QUrl("https://example.org/"))
    assert desktop.opened == ["https://example.org/"]


def test_a_link_in_a_page_is_asked_about_and_then_opened(browser: SafeBrowser, desktop: Desktop, qtbot: QtBot) -> None:
    browser.setFocus()
    qtbot.keyClick(browser, Qt.Key.Key_Tab)
    qtbot.keyClick(browser, Qt.Key.Key_Return)
    found = question(browser)
    assert found is not None
    person = Person(found, qtbot)
    assert "your browser" in person.read()
    assert "https://example.org/more" in person.read()
    assert desktop.opened == []
    person.click("Open it")
    assert desktop.opened == ["https://example.org/more"]
    assert question(browser) is None


def test_a_mail_address_is_asked_about_in_its_own_words(browser: SafeBrowser, desktop: Desktop, qtbot: QtBot) -> None:
    person = asked(browser, "mailto:someone@example.org", qtbot)
    assert "mail program" in person.read()
    person.click("Open it")
    assert desktop.opened == ["mailto:someone@example.org"]


@pytest.mark.parametrize("way", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_the_keys_that_come_first_open_nothing(
    browser: SafeBrowser, desktop: Desktop, qtbot: QtBot, way: Qt.Key
) -> None:
    asked(browser, "https://example.org/", qtbot).press(way)
    assert desktop.opened == []
    assert question(browser) is None


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "ssh://example.org", "notes.md", ""])
def test_nothing_else_is_opened_nor_asked_about(browser: SafeBrowser, desktop: Desktop, address: str) -> None:
    browser.anchorClicked.emit(QUrl(address))
    assert question(browser) is None
    assert desktop.opened == []


@pytest.mark.qt_log_ignore("QPlatformServices::openUrl", extend=True)
def test_a_computer_without_a_browser_leaves_the_address_to_be_read(browser: SafeBrowser, qtbot: QtBot) -> None:
    # The offscreen platform has no browser to hand anything to.
    person = asked(browser, "https://example.org/", qtbot)
    person.click("Open it")
    assert "Nothing on this computer could open it." in person.read()
    assert "https://example.org/" in person.read()
    assert not person.can_press("Open it")
    person.click("Stay here")
    assert question(browser) is None
