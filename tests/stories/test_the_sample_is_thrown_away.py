"""The sample journal is gone after its evening; where the process was killed, the next start sweeps it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.stories.evening import Evening, Home

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.platform("linux")


def test_a_killed_sample_is_swept_by_the_next_start_while_its_process_still_has_a_number(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    with Evening(home, "--demo") as killed:
        killed.see(stage="OpenJournal")
        (left,) = home.samples
        killed.kill_unseen()
        with Evening(home, "--demo") as following:
            following.see(stage="OpenJournal")
            following.press("Ctrl+L")
            following.await_process()  # what was left is swept before a process gives way to a fresh one
            assert left not in home.samples


def test_a_sample_that_is_open_is_left_alone_by_the_next_start(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    with Evening(home, "--demo") as first:
        first.see(stage="OpenJournal")
        kept = home.samples
        with Evening(home, "--demo") as second:
            second.see(stage="OpenJournal")
            second.press("Ctrl+L")
            second.await_process()
            assert set(kept) <= set(home.samples)
        first.press("Ctrl+Shift+N")
        first.type("Still here.")
        first.press("Escape")
        first.see("Still here.", stage="OpenJournal")
