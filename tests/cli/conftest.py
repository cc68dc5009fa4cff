"""A journal at the least cost and a terminal beside it."""

from pathlib import Path

import pytest

from heartjournal.journal import LEAST_COST, create_journal
from tests.cli.terminal import PASSPHRASE, Terminal
from tests.clock import FixedClock


@pytest.fixture
def empty_terminal(tmp_path: Path, clock: FixedClock) -> Terminal:
    """A terminal where no journal was made yet."""
    return Terminal(clock, tmp_path / "journal")


@pytest.fixture
def terminal(empty_terminal: Terminal, clock: FixedClock) -> Terminal:
    """A terminal with an empty journal."""
    create_journal(empty_terminal.folder, PASSPHRASE, clock=clock, cost=LEAST_COST)
    return empty_terminal
