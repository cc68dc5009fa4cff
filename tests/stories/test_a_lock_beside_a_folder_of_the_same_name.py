"""The program is locked in a folder that holds a package of its own name: it comes back as itself."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.stories.evening import Evening, Home
from tests.stories.journals import make

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.platform("linux")

PLANTED = """
from pathlib import Path
(Path(__file__).parent / "was-run").touch()
"""


def plant(home: Home) -> Path:
    """A package named like the program where it is started; the file it leaves when it is run."""
    package = home.desk / "heartjournal"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(PLANTED, encoding="utf-8")
    return package / "was-run"


def test_locking_starts_the_program_itself_and_nothing_that_lies_in_the_folder(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    make(home)
    was_run = plant(home)
    with Evening(home) as evening:
        evening.unlock()
        evening.press("Ctrl+L")
        evening.await_process()
        evening.see(stage="Unlock")
    assert not was_run.exists()


def test_what_is_planted_would_be_seen_to_run(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    was_run = plant(home)
    subprocess.run((sys.executable, "-B", "-m", "heartjournal"), cwd=home.desk, check=True)
    assert was_run.exists()
