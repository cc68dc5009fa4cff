"""A letter in other hands: read aloud only if that was allowed, printed only after what paper is not was said."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from heartjournal.ui.letters import Correspondence
from heartjournal.ui.letters.letter_reader import LetterReader, read_letter
from heartjournal.ui.printing import PrintPane
from heartjournal.ui.reading_aloud import Voice
from heartjournal.ui.wanted import ReadingWanted
from heartjournal.ui.widgets import IconButton, TextLabel
from tests.ui.letters.correspondent import Correspondent, letter
from tests.ui.writing import ask

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from heartjournal.model.entry import Draft
    from heartjournal.ui.surroundings import Surroundings
    from tests.clock import FixedClock

WORDS = "Dear you,\n\nsit down first."
# Writes down what it hears and goes on until it is stopped.
LISTENS = "import pathlib, signal, sys; pathlib.Path(sys.argv[1]).write_bytes(sys.stdin.buffer.read()); signal.pause()"

pytestmark = pytest.mark.platform("linux")


class Place:
    """Where a letter comes in front, for one at a time."""

    def __init__(self) -> None:
        self.front: QWidget | None = None

    @property
    def is_writing(self) -> bool:
        return self.front is not None

    def put_away(self, then: Callable[[], None]) -> None:
        self.front = None
        then()

    def bring(self, front: QWidget) -> None:
        self.front = front
        front.show()

    def leave(self) -> None:
        self.front = None


@pytest.fixture
def reader(opened: Surroundings, qtbot: QtBot, tmp_path: Path) -> Iterator[LetterReader]:
    """A reader on a computer with a voice."""
    made = LetterReader(opened, voice=Voice(sys.executable, ("-c", LISTENS, str(tmp_path / "heard"))))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.clear()


@pytest.fixture
def received(reader: LetterReader, opened: Surroundings, clock: FixedClock, qtbot: QtBot) -> UUID:
    """A letter that is here today; what hurts was written after it."""
    return Correspondent(reader, opened, clock, qtbot).receive(turned(letter(WORDS, title="The chair", hurt="No.")))


def turned(draft: Draft) -> Draft:
    return replace(draft, sections=draft.sections[::-1])


def listening(reader: LetterReader) -> IconButton:
    return next(each for each in reader.findChildren(IconButton) if "aloud" in each.accessibleName())


def open_in(reader: LetterReader, opened: Surroundings, qtbot: QtBot, identity: UUID) -> None:
    reader.open_letter(ask(opened, qtbot, lambda journal: read_letter(journal, identity)))


def test_no_voice_is_offered_until_it_was_allowed(
    reader: LetterReader, opened: Surroundings, qtbot: QtBot, received: UUID
) -> None:
    open_in(reader, opened, qtbot, received)
    assert listening(reader).isHidden()
    ask(opened, qtbot, lambda journal: journal.reading_aloud.allow(allowed=True))
    open_in(reader, opened, qtbot, received)
    assert listening(reader).isVisible()


def test_nothing_is_offered_where_there_is_no_voice(opened: Surroundings, clock: FixedClock, qtbot: QtBot) -> None:
    silent = LetterReader(opened)
    qtbot.addWidget(silent)
    identity = Correspondent(silent, opened, clock, qtbot).receive(letter(WORDS))
    ask(opened, qtbot, lambda journal: journal.reading_aloud.allow(allowed=True))
    open_in(silent, opened, qtbot, identity)
    assert listening(silent).isHidden()
    silent.clear()


def test_the_voice_hears_the_letter_alone_and_is_silent_when_the_letter_is_left(
    reader: LetterReader, opened: Surroundings, qtbot: QtBot, received: UUID, tmp_path: Path
) -> None:
    ask(opened, qtbot, lambda journal: journal.reading_aloud.allow(allowed=True))
    open_in(reader, opened, qtbot, received)
    button = listening(reader)
    with qtbot.waitSignal(reader._aloud.began):
        button.click()
    heard = tmp_path / "heard"
    qtbot.waitUntil(lambda: heard.exists() and "sit down first" in heard.read_text())
    assert "The chair" not in heard.read_text()
    assert "No." not in heard.read_text()
    assert button.accessibleName() == "Stop reading aloud"
    with qtbot.waitSignal(reader.closed):
        reader.leave()
    assert not reader._aloud.is_reading
    assert button.accessibleName() == "Read this letter aloud"


def test_pressed_again_it_is_silent(reader: LetterReader, opened: Surroundings, qtbot: QtBot, received: UUID) -> None:
    ask(opened, qtbot, lambda journal: journal.reading_aloud.allow(allowed=True))
    open_in(reader, opened, qtbot, received)
    with qtbot.waitSignal(reader._aloud.began):
        listening(reader).click()
    with qtbot.waitSignal(reader._aloud.ended):
        listening(reader).click()


def test_a_letter_is_laid_on_paper_with_its_title_its_full_date_and_its_words(
    opened: Surroundings, clock: FixedClock, qtbot: QtBot
) -> None:
    place, house = Place(), QWidget()
    qtbot.addWidget(house)
    letters = Correspondence(opened, place, parent=house)
    written = letter(WORDS, title="The chair", hurt="The review.", feelings=("ashamed",))
    identity = Correspondent(house, opened, clock, qtbot).receive(turned(written))
    letters.print_out(ReadingWanted(identity))
    qtbot.waitUntil(lambda: isinstance(place.front, PrintPane))
    pane = place.front
    assert isinstance(pane, PrintPane)
    qtbot.addWidget(pane)
    on_paper = pane._preview.accessibleDescription()
    assert [said in on_paper for said in ("The chair", "Monday 9 November 2026", "sit down first.")] == [True] * 3
    assert "The review." not in on_paper
    assert any("not encrypted" in label.text() for label in pane.findChildren(TextLabel))
    assert any(label.text() == "One sheet" for label in pane.findChildren(TextLabel))
    pane.leave()
    assert place.front is None
    assert pane._preview.accessibleDescription() == ""
    assert pane._printouts == ()
