"""The tour goes from end to end, and its check of the pictures notices what is elsewhere."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter

from heartjournal.model.grounding import ExerciseKind
from heartjournal.resources import grounding
from heartjournal.resources.theme import theme_tokens
from heartjournal.ui.theme import Mode, Theme
from tests.tour.edges import elsewhere
from tests.tour.look import LOOKS

ROOT = Path(__file__).parent.parent.parent
EDGES = Path(__file__).with_name("edges.json")


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    place = tmp_path_factory.mktemp("tour") / "pictures"
    finished = subprocess.run(
        [sys.executable, "-m", "tests.tour", "--into", str(place)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    assert not finished.stderr, "whoever has no screen reads this"
    yield place
    shutil.rmtree(place)


def test_every_screen_is_pictured_in_every_look_and_shows_something(pictures: Path) -> None:
    screens = {path.name for path in pictures.glob("*-dark.png")}
    assert len(screens) > 20
    for look in LOOKS:
        for screen in screens:
            image = QImage(str(pictures / look.file_name(screen.removesuffix("-dark.png"))))
            assert not image.isNull()
            assert len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}) > 4


def test_every_exercise_is_pictured_under_its_own_name(pictures: Path) -> None:
    exercises = [exercise for exercise in grounding().cards if exercise.kind is not ExerciseKind.CLOSE]
    circle = Theme(theme_tokens(), mode=Mode.LIGHT).color("pool3")
    for exercise in exercises:
        below_the_middle = QImage(str(pictures / f"13-{exercise.id}.png")).pixelColor(640, 480)
        assert (below_the_middle == circle) == (exercise.kind is ExerciseKind.BREATHING), exercise.id


def test_the_boxes_stand_where_the_design_has_them(pictures: Path) -> None:
    assert not elsewhere(pictures)


def test_a_box_that_is_elsewhere_is_noticed(pictures: Path, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    shutil.copytree(pictures, moved)
    for name in json.loads(EDGES.read_text(encoding="utf-8")):
        image = QImage(str(moved / f"{name}.png"))
        shifted = QImage(image.size(), image.format())
        shifted.fill(image.pixelColor(1, 1))
        painter = QPainter(shifted)
        painter.drawImage(12, 12, image)
        painter.end()
        shifted.save(str(moved / f"{name}.png"))
    lines = elsewhere(moved)
    for edge in (
        "01-unlock, card left",
        "01-unlock, card top",
        "01-unlock, field top",
        "01-unlock, button bottom",
        "03-today, tonight left",
        "05-entry-editor, text left",
        "06a-letters, here left",
        "06b-letter-writing, sheet left",
        "07-letter-returned, panel top",
        "08-critic-timeline, timeline left",
        "09-phrase, sounds left",
        "09-phrase, wants top",
    ):
        assert any(line.startswith(edge) for line in lines)
