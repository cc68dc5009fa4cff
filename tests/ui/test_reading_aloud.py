"""A letter is read aloud by a program beside this one, which gets the words by its standard input and nowhere else."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shiboken6 import isValid

from heartjournal.ui.reading_aloud import LONGEST_LINE, ReadingAloud, Voice, spoken_words, voice_here
from tests.leaks.canaries import canary, leaks_below

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from heartjournal.model.problems import KnownProblem

pytestmark = pytest.mark.usefixtures("qapp")

# Writes down how it was called, reads all it is given, and with "wait" in its name goes on until it is killed.
_PROGRAM = """#!{python} -S
import os, sys, time
note = {note!r} + "." + ("hush" if "-S" in sys.argv[1:] else "said")
record = "\\0".join([*sys.argv[1:], *(f"{{k}}={{v}}" for k, v in os.environ.items())])
open(note + ".called", "w").write(record)
if "-S" not in sys.argv[1:]:
    words = sys.stdin.buffer.read()
    print(words)
    open(note + ".tmp", "wb").write(words)
    os.rename(note + ".tmp", note)
    if {waits}:
        os.read(os.open({fifo!r}, os.O_RDONLY), 1)
sys.exit({code})
"""


class StandIn:
    """A program that stands in for the voice."""

    def __init__(self, folder: Path, *, waits: bool = False, code: int = 0) -> None:
        self.folder = folder
        self.note = folder / "note"
        self.program = folder / "spd-say"
        fifo = folder / "never"
        os.mkfifo(fifo)
        text = _PROGRAM.format(python=sys.executable, note=str(self.note), fifo=str(fifo), waits=waits, code=code)
        self.program.write_text(text, encoding="utf-8")
        self.program.chmod(0o700)

    @property
    def said(self) -> str:
        return self.folder.joinpath("note.said").read_text(encoding="utf-8")

    @property
    def has_read(self) -> bool:
        return self.folder.joinpath("note.said").exists()

    @property
    def called(self) -> str:
        return self.folder.joinpath("note.said.called").read_text(encoding="utf-8")

    @property
    def was_hushed(self) -> bool:
        return self.folder.joinpath("note.hush.called").exists()


@pytest.fixture
def on_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which alone programs are looked for."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def reading(voice: Voice | None) -> Iterator[ReadingAloud]:
    made = ReadingAloud(voice)
    yield made
    made.stop()
    made.deleteLater()


@pytest.fixture
def spoken(on_path: Path, qapp: QApplication) -> Iterator[tuple[ReadingAloud, StandIn]]:
    """A voice that says its text at once."""
    stand_in = StandIn(on_path)
    for made in reading(voice_here(platform="linux")):
        yield made, stand_in


@pytest.fixture
def endless(on_path: Path, qapp: QApplication) -> Iterator[tuple[ReadingAloud, StandIn]]:
    """A voice that goes on until it is stopped."""
    stand_in = StandIn(on_path, waits=True)
    for made in reading(voice_here(platform="linux")):
        yield made, stand_in


on_linux = pytest.mark.platform("linux")  # whose voice the stand-in stands in for


@on_linux
def test_the_words_go_by_standard_input_alone(
    spoken: tuple[ReadingAloud, StandIn], qtbot: QtBot, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    aloud, stand_in = spoken
    word = canary("k")
    with qtbot.waitSignal(aloud.ended):
        aloud.read(f"My dear,\n\n**{word}** is over.\n")
    assert stand_in.said == f"My dear,\n{word} is over.\n"
    assert not aloud.is_reading
    assert word not in stand_in.called
    assert "--pipe-mode\0--wait\0" in stand_in.called
    assert {leak.file for leak in leaks_below(tmp_path, [word])} == {"programs/note.said"}
    assert word not in "".join(capfd.readouterr())


@on_linux
def test_it_says_when_it_begins_and_when_it_ends(spoken: tuple[ReadingAloud, StandIn], qtbot: QtBot) -> None:
    aloud, _ = spoken
    with qtbot.waitSignals([aloud.began, aloud.ended], order="strict"), qtbot.assertNotEmitted(aloud.troubled):
        aloud.read("A slow morning.")
        assert aloud.is_reading


@on_linux
def test_stopping_kills_the_voice_and_silences_the_service(endless: tuple[ReadingAloud, StandIn], qtbot: QtBot) -> None:
    aloud, stand_in = endless
    aloud.read("A slow morning.")
    qtbot.waitUntil(lambda: stand_in.has_read)
    process = aloud._process
    assert process is not None
    number = process.processId()
    with qtbot.assertNotEmitted(aloud.troubled), qtbot.waitSignal(aloud.ended):
        aloud.stop()
    qtbot.waitUntil(lambda: not isValid(process))
    assert not aloud.is_reading
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
    qtbot.waitUntil(lambda: stand_in.was_hushed)


@on_linux
def test_the_end_of_the_program_stops_it(
    endless: tuple[ReadingAloud, StandIn], qtbot: QtBot, qapp: QApplication
) -> None:
    aloud, stand_in = endless
    aloud.read("A slow morning.")
    qtbot.waitUntil(lambda: stand_in.has_read)
    with qtbot.waitSignal(aloud.ended):
        qapp.aboutToQuit.emit()
    assert not aloud.is_reading


@on_linux
def test_another_text_takes_the_place_of_the_first(on_path: Path, qtbot: QtBot) -> None:
    stand_in = StandIn(on_path, waits=True)
    for aloud in reading(voice_here(platform="linux")):
        aloud.read("The first.")
        qtbot.waitUntil(lambda: stand_in.has_read)
        aloud.read("The second.")
        qtbot.waitUntil(lambda: stand_in.said == "The second.\n")
        assert aloud.is_reading


@on_linux
@pytest.mark.parametrize("text", ["", "x " * 400_000], ids=["nothing", "much"])
def test_a_text_of_any_length_is_read_to_its_end(spoken: tuple[ReadingAloud, StandIn], qtbot: QtBot, text: str) -> None:
    aloud, stand_in = spoken
    with qtbot.waitSignal(aloud.ended, timeout=20_000):
        aloud.read(text)
    assert stand_in.said.split() == text.split()


@on_linux
def test_a_voice_that_gives_up_is_said(on_path: Path, qtbot: QtBot) -> None:
    StandIn(on_path, code=1)
    for aloud in reading(voice_here(platform="linux")):
        with qtbot.waitSignals([aloud.troubled, aloud.ended], order="strict"):
            aloud.read("A slow morning.")


@on_linux
def test_a_voice_that_is_gone_is_said(on_path: Path, qtbot: QtBot) -> None:
    stand_in = StandIn(on_path)
    for aloud in reading(voice_here(platform="linux")):
        stand_in.program.unlink()
        problems: list[KnownProblem] = []
        aloud.troubled.connect(problems.append)
        with qtbot.waitSignal(aloud.ended):
            aloud.read("A slow morning.")
        assert [problem.sentence for problem in problems] == ["The voice of this computer did not answer."]
        assert not aloud.is_reading


@on_linux
def test_a_voice_that_reads_nothing_troubles_nobody(on_path: Path, qtbot: QtBot) -> None:
    program = on_path / "spd-say"
    program.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    program.chmod(0o700)
    for aloud in reading(voice_here(platform="linux")):
        with qtbot.waitSignal(aloud.ended), qtbot.assertNotEmitted(aloud.troubled):
            aloud.read("x " * 200_000)


def test_without_a_voice_nothing_happens(on_path: Path, qtbot: QtBot) -> None:
    for aloud in reading(voice_here()):
        assert not aloud.is_possible
        with qtbot.assertNotEmitted(aloud.began), qtbot.assertNotEmitted(aloud.ended):
            aloud.read("A slow morning.")


@pytest.mark.parametrize(
    ("platform", "name", "arguments"),
    [
        ("linux", "spd-say", ("--pipe-mode", "--wait")),
        ("darwin", "say", ("-f", "-")),
        ("win32", "powershell", ("-NoProfile", "-NonInteractive", "-Command")),
    ],
)
def test_the_voice_of_each_system(platform: str, name: str, arguments: tuple[str, ...]) -> None:
    voice = voice_here(platform=platform, find=lambda wanted: f"/voices/{wanted}")
    assert voice is not None
    assert voice.program == f"/voices/{name}"
    assert voice.arguments[: len(arguments)] == arguments
    assert voice.hush == (("-S",) if platform == "linux" else ())
    assert voice_here(platform=platform, find=lambda _wanted: None) is None


@pytest.mark.parametrize(
    ("markdown", "spoken_as"),
    [
        ("# A title\n\nand *words*", "A title\nand words\n"),
        ("- one\n- two", "one\ntwo\n"),
        ("!-!SET self VOLUME -100", " !-!SET self VOLUME -100\n"),
        ("a\n!-!QUIT", "a\n !-!QUIT\n"),
        ("[[volm 0]] words", "[ [volm 0]] words\n"),
        ("nul\0 bell\a tab\t.", "nul bell tab .\n"),
        ("![a picture](/etc/passwd)", "a picture\n"),
        ("half \ud83d", "half \ufffd\n"),
    ],
)
def test_what_a_voice_is_given(markdown: str, spoken_as: str) -> None:
    assert spoken_words(markdown) == spoken_as


@given(st.text())
def test_no_text_gives_a_voice_an_order_or_a_line_too_long(text: str) -> None:
    spoken_text = spoken_words(text)
    assert all(not line.startswith("!-!") and len(line) <= LONGEST_LINE + 1 for line in spoken_text.split("\n"))
    assert "[[" not in spoken_text
    assert not re.search(r"[\x00-\x09\x0b-\x1f]", spoken_text)


@given(st.lists(st.sampled_from(["!-!", "word", "[[", " ", "x" * 700, "\n"]), max_size=30))
def test_an_order_stays_words_wherever_a_line_breaks(pieces: list[str]) -> None:
    lines = spoken_words("".join(pieces)).split("\n")
    assert all(not line.startswith("!-!") and "[[" not in line and len(line) <= LONGEST_LINE + 1 for line in lines)
