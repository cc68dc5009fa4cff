"""The program is started once more while the journal is open: it says so, and changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.stories.evening import PASSPHRASE, Evening, Home
from tests.stories.journals import make, pages
from tests.vault.folders import contents

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.platform("linux")

TOLD = "It is open in another window of this computer."


def test_a_second_start_says_that_the_journal_is_open_and_changes_nothing(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    make(home)
    with Evening(home) as first:
        first.unlock()
        before = contents(home.root)
        with Evening(home) as second:
            second.see(stage="Unlock", focus="Passphrase")
            second.type(PASSPHRASE)
            second.press("Return")
            told = second.see(TOLD, stage="Unlock", focus="Passphrase")
            assert told.marked == len(PASSPHRASE)
            assert contents(home.root) == before

            first.press("Ctrl+Shift+N")
            first.see(focus="Your words")
            first.type("Still here.")
            first.press("Ctrl+L")
            first.await_process()
            first.see(stage="Unlock")
            second.press("Return")
            second.see("Still here.", stage="OpenJournal")

    (page,) = pages(home)
    assert page.sections[0].body == "Still here."
