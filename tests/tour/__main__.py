"""Walks through every screen in each look and writes the pictures; a failure is one sentence and a status of 1."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext, QtMsgType

_ROOT = Path(__file__).parent.parent.parent
PICTURES = _ROOT / "build" / "tour"
_README_PICTURES = {"03-today.png": "today.png", "08-critic-timeline.png": "inner-critic.png"}
_SHOWN_FOLDER = Path("/home/ines/.local/share/heartjournal/journal")


def main() -> int:
    """The exit status."""
    parser = argparse.ArgumentParser(prog="tour", description=__doc__)
    parser.add_argument("--docs", action="store_true", help="also renew the pictures in docs/pictures")
    parser.add_argument("--into", type=Path, default=PICTURES, help="where the pictures go; what is there is removed")
    arguments = parser.parse_args()
    pictures: Path = arguments.into
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    bugs: list[BaseException] = []

    def remember(_kind: type[BaseException], bug: BaseException, _trace: TracebackType | None) -> None:
        bugs.append(bug)

    sys.excepthook = remember
    try:
        walk(pictures)
        if bugs:
            raise bugs[0]  # noqa: TRY301  told below like any other
        check(pictures)
    except Exception as problem:  # noqa: BLE001  whatever it was, it is told below
        traceback.print_exception(problem)
        print(f"The tour did not reach its end: {problem}", file=sys.stderr)  # noqa: T201
        return 1
    if arguments.docs:
        shown = _ROOT / "docs" / "pictures"
        shown.mkdir(parents=True, exist_ok=True)
        for picture, name in _README_PICTURES.items():
            shutil.copyfile(pictures / picture, shown / name)
    print(f"{len(list(pictures.glob('*.png')))} pictures in {pictures}")  # noqa: T201
    return 0


def walk(pictures: Path) -> None:
    """Make every picture anew."""
    from PySide6.QtCore import qInstallMessageHandler  # noqa: PLC0415

    from tests.tour import stops  # noqa: PLC0415  Qt reads the platform when it is loaded
    from tests.tour.house import House, make_sample  # noqa: PLC0415
    from tests.tour.look import LOOKS  # noqa: PLC0415

    qInstallMessageHandler(tell)
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    for look in LOOKS:
        with tempfile.TemporaryDirectory(prefix="heartjournal-tour-") as place:
            for is_new, stop in ((True, stops.from_first_run_to_a_real_diary), (False, stops.an_evening_in_the_sample)):
                folder = Path(place) / stop.__name__
                if not is_new:
                    make_sample(folder)
                house = House(look, folder=folder, shown_folder=_SHOWN_FOLDER, pictures=pictures, is_new=is_new)
                stop(house)
                house.close()


def tell(_kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    """Pass on what Qt says, but not that a screen which is not there cannot raise a window or keep its size."""
    if not words.startswith("This plugin does not support "):
        print(words, file=sys.stderr)  # noqa: T201


def check(pictures: Path) -> None:
    """Compare the places of the design with the pictures. Raises AssertionError with what is elsewhere."""
    from tests.tour.edges import elsewhere  # noqa: PLC0415

    found = elsewhere(pictures)
    if found:
        raise AssertionError("\n".join(("some edges are not where the design has them:", *found)))


if __name__ == "__main__":
    sys.exit(main())
