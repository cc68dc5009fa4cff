"""On X11 what is selected can be pasted into any program; a page or letter that is closed takes it away."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.ui.bare_screen import bare_screen

pytestmark = pytest.mark.platform("linux")

# Selects every word on a screen by key, and says what other programs are offered before and after it is cleared.
SELECTS = """
import sys
from datetime import UTC, date, datetime
from uuid import UUID
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextBrowser
from heartjournal import resources
from heartjournal.model.entry import Entry, EntryKind, Section
from heartjournal.model.letter import Letter, LetterLine, LetterState
from heartjournal.preferences import Preferences
from heartjournal.resources.theme import theme_tokens
from heartjournal.ui.app import application
from heartjournal.ui.editor import PageEditor
from heartjournal.ui.editor.writing_text import WritingText
from heartjournal.ui.letters.letter_editor import LetterEditor
from heartjournal.ui.letters.letter_reader import LetterReader, LetterToRead
from heartjournal.ui.preference_store import PreferenceStore
from heartjournal.ui.surroundings import Surroundings
from heartjournal.ui.tasks import Tasks
from heartjournal.ui.theme import Mode, Theme
from tests.clock import FixedClock
from tests.tour.waiting import until

program, theme = application(), Theme(theme_tokens(), mode=Mode.LIGHT)
theme.dress(program)
store = PreferenceStore(Preferences(theme="light"), save=lambda _preferences: None)
around = Surroundings(theme=theme, tasks=Tasks(), clock=FixedClock(), preferences=store)

def page():
    screen = PageEditor(around, practices=resources.practices().good)
    screen.open_new(None)
    return screen, WritingText

def letter():
    screen = LetterEditor(around)
    screen.open_new()
    return screen, WritingText

def reading():
    one, day, now = UUID(int=1), date(2026, 11, 12), datetime(2026, 11, 12, 21, 40, tzinfo=UTC)
    entry = Entry(one, day, (Section(one, "secret"),), now, now, kind=EntryKind.LETTER)
    screen = LetterReader(around)
    screen.open_letter(LetterToRead(Letter(entry, LetterLine(one, LetterState.RESTING, day)), ("<p>secret</p>",)))
    return screen, QTextBrowser

screen, kind = {"page": page, "letter": letter, "reading": reading}[sys.argv[1]]()
screen.show()
until(screen.isVisible, "the screen")
text = next(part for part in screen.findChildren(kind) if part.isVisible())
if kind is WritingText:
    QTest.keyClicks(text, "secret")
QTest.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
clipboard = program.clipboard()
print("before:", clipboard.text(QClipboard.Mode.Selection))
screen.clear()
print("after:", clipboard.text(QClipboard.Mode.Selection))
"""


@pytest.mark.parametrize("screen", ["page", "letter", "reading"])
def test_a_screen_that_is_cleared_offers_nothing_to_other_programs(screen: str) -> None:
    with bare_screen() as display:
        finished = subprocess.run(
            [sys.executable, "-c", SELECTS, screen],
            env={**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": display},
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
    assert finished.returncode == 0, finished.stderr
    assert finished.stdout.split("\n")[:2] == ["before: secret", "after: "]
